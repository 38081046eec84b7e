"""Cases made in a line, and cases made at random, solved."""

from __future__ import annotations

import random
from collections.abc import Sequence

from msgspec.structs import replace

from timeline_app.case.model import (
    FORMAT,
    VERSION,
    Actor,
    Basis,
    Case,
    Claim,
    Constraint,
    Event,
    Kind,
    Passage,
    Relation,
    Shape,
    Source,
)
from timeline_app.case.solving.chronology import ALL_BASES, Chronology, solve_case

KINDS = tuple(Kind)
WORDS = ("a", "file", "was", "copied", "at", "night", "and", "carried", "out", "by", "somebody")


def event(number: int, when: str | tuple[Claim, ...] | None = None, **more: object) -> Event:
    """An event with the id `e0`, `e1`, …; everything else may be given."""
    plain = Event(id=f"e{number}", kind=Kind.CONTACT, title=f"Event {number}", when=when)
    return replace(plain, **more)


def vague_events() -> tuple[Event, ...]:
    """An exact day, an approximate one, an uncertain one, one still to come, and no date."""
    return (
        event(0, "1988-04-12"),
        event(1, "1988-04-12~"),
        event(2, "1988-04-12?"),
        event(3, "1988-04-12", planned=True),
        event(4),
    )


def case_of(
    events: Sequence[Event],
    *,
    published: Sequence[str | None] = (),
    actors: Sequence[str] = (),
) -> Case:
    """A case with these events; a source for each publication (`s0`, …), an actor for each id."""
    return Case(
        format=FORMAT,
        version=VERSION,
        id="made",
        title="A made case",
        actors=tuple(Actor(id=name, name=name.capitalize()) for name in actors),
        sources=tuple(
            Source(id=f"s{number}", title=f"Source {number}", published=date)
            for number, date in enumerate(published)
        ),
        events=tuple(events),
    )


def solved(
    *events: Event,
    published: Sequence[str | None] = (),
    actors: Sequence[str] = (),
    bases: frozenset[Basis] = ALL_BASES,
) -> Chronology:
    """A solved case with these events."""
    return solve_case(case_of(events, published=published, actors=actors), bases)


def before(other: int, basis: Basis = Basis.STATED, least: str | None = None) -> Constraint:
    """The statement that an event lies before another."""
    return Constraint(rel=Relation.BEFORE, to=f"e{other}", basis=basis, min=least)


def not_before(other: int, basis: Basis = Basis.STATED) -> Constraint:
    """The statement that an event does not lie before another."""
    return Constraint(rel=Relation.NOT_BEFORE, to=f"e{other}", basis=basis)


def after(other: int, basis: Basis = Basis.STATED) -> Constraint:
    """The statement that an event lies after another."""
    return Constraint(rel=Relation.AFTER, to=f"e{other}", basis=basis)


def chain(*titles: str, kind: Kind = Kind.CONTACT) -> list[Event]:
    """Events one after the other, a column each."""
    return [
        event(n, title=title, kind=kind, constraints=(after(n - 1),) if n else ())
        for n, title in enumerate(titles)
    ]


HOSTILE = (
    "<b>bold</b><img src='file:///etc/passwd'>",
    "word " * 4_000,
    "x" * 100_000,
    "\u202egnirts desrever",
    "line\nbreak\ttab\x00nul",
    "e" + "\u0301" * 500,
    "👨\u200d👩\u200d👧 " * 60,
    "被捕、判刑并处罚金" * 40,
    "",
    " ",
)
"""Titles that must not break anything."""


def told_in(source: int = 0) -> tuple[Passage, ...]:
    """A passage, so that the event is not later than the source."""
    return (Passage(source=f"s{source}", start=0, end=1),)


def random_case(seed: int, count: int, *, dated: float = 0.7, span: int = 60) -> Chronology:
    """A solved case of `count` events over about `span` years, of every form; `dated` is the part
    of the events that have a date."""
    chance = random.Random(seed)
    actors = [f"actor{number}" for number in range(chance.randrange(1, 5))]
    events = [_random_event(chance, number, count, dated, span, actors) for number in range(count)]
    published = chance.choice(((), ("2001-05-06",), ("1999", "2001-05-06T10:15", None)))
    return solve_case(case_of(events, published=published, actors=actors))


def _random_event(
    chance: random.Random, number: int, count: int, dated: float, span: int, actors: list[str]
) -> Event:
    shape = chance.choices(tuple(Shape), (7, 2, 1))[0]
    constraints = []
    if chance.random() < 0.4 and count > 1:
        other = chance.choice([one for one in range(count) if one != number])
        rel = chance.choice((Relation.BEFORE, Relation.AFTER, Relation.NOT_BEFORE))
        constraints.append(Constraint(rel=rel, to=f"e{other}", basis=chance.choice(tuple(Basis))))
    return event(
        number,
        _random_date(chance, shape, span) if chance.random() < dated else None,
        kind=chance.choice(KINDS),
        title=" ".join(chance.choices(WORDS, k=chance.randrange(1, 9))),
        label="background",
        shape=shape,
        constraints=tuple(constraints),
        actors=tuple(chance.sample(actors, chance.randrange(0, len(actors) + 1))),
        prevented=chance.random() < 0.1,
    )


def _random_date(chance: random.Random, shape: Shape, span: int) -> str:
    def day() -> str:
        year = 1990 + chance.randrange(-span // 2, span // 2 + 1)
        text = f"{year:04}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        return text[: chance.choice((4, 7, 10, 10))]

    first, second = sorted((day(), day()))
    if shape is not Shape.MOMENT and chance.random() < 0.6:
        return chance.choice((f"{first[:4]}/{second[:4]}", f"{first[:4]}/..", f"../{second[:4]}"))
    if chance.random() < 0.2:
        return chance.choice((f"[{first[:4]}..{second[:4]}]", f"[{first}..]", f"[..{second}]"))
    if chance.random() < 0.2:
        return f"{first}{chance.choice('~?%')}"
    return f"{first}T{chance.randrange(24):02}:30" if len(first) == 10 else first
