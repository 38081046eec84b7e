"""What the detail pane says of an event, as lines of words, each leading to an event or nowhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from timeline_app.case.dates import parse_date
from timeline_app.case.model import (
    Basis,
    Case,
    Constraint,
    End,
    Event,
    Relation,
    Shape,
)
from timeline_app.case.outcome_words import outcome_in_words
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.columns import column
from timeline_app.case.solving.graphs import Adjacency
from timeline_app.case.words import (
    constraint_in_words,
    date_in_words,
    named,
)
from timeline_app.layout.kept import Kept
from timeline_app.layout.plain import plain_line
from timeline_app.session.relating import distance_in_words

TURNED = {
    Relation.BEFORE: Relation.AFTER,
    Relation.AFTER: Relation.BEFORE,
    Relation.NOT_BEFORE: Relation.NOT_AFTER,
    Relation.NOT_AFTER: Relation.NOT_BEFORE,
    Relation.SAME: Relation.SAME,
}


class FactLine(Struct, frozen=True, gc=False):
    """One line: its words, the event it leads to, and whether it is said more quietly."""

    text: str
    event: int | None = None
    soft: bool = False


class Fact(Struct, frozen=True, gc=False):
    """A named group of lines."""

    name: str
    lines: tuple[FactLine, ...]


def event_facts(chronology: Chronology, event: int, other: int | None = None) -> tuple[Fact, ...]:
    """Everything to say of an event, in the order in which it is read. `other` is the event that
    is measured against."""
    told = chronology.case.events[event]
    facts = [
        Fact("Measured", _measured(chronology, event, other)),
        Fact("When", _when(chronology, event)),
        Fact("Words", _lines(f"“{plain_line(told.phrase)}”" if told.phrase else "")),
        Fact("Who", _who(chronology.case, told)),
        Fact("Order", _order(chronology, event)),
        Fact("Why", _why(chronology, event)),
        Fact("Outcome", _outcome(chronology.case, told)),
        Fact("Note", _lines(told.note or "")),
    ]
    return tuple(fact for fact in facts if fact.lines)


def _lines(*texts: str) -> tuple[FactLine, ...]:
    return tuple(FactLine(text) for text in texts if text)


def _measured(chronology: Chronology, event: int, other: int | None) -> tuple[FactLine, ...]:
    if other is None:
        return ()
    if other == event:
        return _lines("from this event: choose another")
    first, second = sorted((event, other), key=lambda one: chronology.position[one])
    gap = chronology.gap(first, second)
    lines = [FactLine(distance_in_words(chronology, event, other), other)]
    for lead, links in (("at least: ", gap.why_least), ("at most: ", gap.why_greatest)):
        lines.extend(
            FactLine((lead if not at else "") + link.text, link.event, soft=True)
            for at, link in enumerate(links)
        )
    return tuple(lines)


def _when(chronology: Chronology, event: int) -> tuple[FactLine, ...]:
    told = chronology.case.events[event]
    remarks = []
    if told.prevented:
        remarks.append("attempted; it did not come about")
    if told.planned:
        remarks.append("still to come when the source was written")
    if chronology.bounds(event).in_dispute and isinstance(told.when, str):
        date = date_in_words(parse_date(told.when, chronology.zone))
        remarks.append(f"the case says: {date}; contradicted, see the problems")
    return _lines(chronology.when_in_words(event), *remarks)


def _who(case: Case, told: Event) -> tuple[FactLine, ...]:
    actors = {actor.id: actor for actor in case.actors}
    lines = []
    for identity in told.actors:
        actor = actors[identity]
        role = f", {plain_line(actor.role)}" if actor.role else ""
        lines.append(plain_line(actor.name) + role)
    return _lines(*lines)


def _order(chronology: Chronology, event: int) -> tuple[FactLine, ...]:
    """The event's own constraints, then those of other events that name it, said from its side."""
    case = chronology.case
    places = chronology.event_index
    lines = [
        FactLine(
            _said(_words(case, places, constraint), constraint), places.get(_target(constraint))
        )
        for constraint in case.events[event].constraints
    ]
    for naming, number in _NAMED_BY.of(chronology, None).of(event):
        constraint = case.events[naming].constraints[number]
        lines.append(FactLine(_said(_turned(case, naming, constraint), constraint), naming))
    return tuple(lines)


def _said(words: str, constraint: Constraint) -> str:
    return words if constraint.basis is Basis.STATED else f"{words} ({constraint.basis})"


def _target(constraint: Constraint) -> str:
    return constraint.to.partition(".")[0]


def _words(case: Case, places: Mapping[str, int], constraint: Constraint) -> str:
    target, _, end = constraint.to.partition(".")
    if target.startswith("@"):
        source = next(one for one in case.sources if one.id == target[1:])
        label = f"the publication of {named(plain_line(source.title))}"
    else:
        label = plain_line(case.events[places[target]].title)
    return constraint_in_words(
        constraint.rel,
        constraint.min,
        constraint.max,
        label,
        constraint.from_end,
        End(end) if end else None,
        quoted=not target.startswith("@"),
    )


def _turned(case: Case, naming: int, constraint: Constraint) -> str:
    """A constraint of another event as it reads from the event that it names."""
    _, _, end = constraint.to.partition(".")
    return constraint_in_words(
        TURNED[constraint.rel],
        constraint.min,
        constraint.max,
        plain_line(case.events[naming].title),
        End(end) if end else None,
        constraint.from_end,
    )


class _Naming:
    """For each event that is named in constraints, which event names it in its how-manieth.

    The constraints of all events are numbered in the order of the file, and grouped by the event
    that they name.
    """

    def __init__(self, events: Sequence[Event], places: Mapping[str, int]) -> None:
        nobody = len(events)
        self._begins = column(accumulate((len(event.constraints) for event in events), initial=0))
        named = column(
            place
            if (place := places.get(constraint.to)) is not None
            else places.get(_target(constraint), nobody)
            for event in events
            for constraint in event.constraints
        )
        self._naming = Adjacency.of(nobody + 1, named)

    def of(self, target: int) -> Iterator[tuple[int, int]]:
        """The events that name this one, and the numbers of their constraints."""
        for constraint in self._naming.at(target):
            event = bisect_right(self._begins, constraint) - 1
            yield event, constraint - self._begins[event]


def _find_naming(chronology: Chronology, _key: None) -> _Naming:
    return _Naming(chronology.case.events, chronology.event_index)


_NAMED_BY: Kept[Chronology, None, _Naming] = Kept(_find_naming)


def _why(chronology: Chronology, event: int) -> tuple[FactLine, ...]:
    lines = _chains(chronology, event, End.START, "")
    if chronology.case.events[event].shape is not Shape.MOMENT:
        lines += _chains(chronology, event, End.END, "its end ")
    if lines:
        return tuple(lines)
    if chronology.bounds(event).in_dispute:
        return _lines("what would tell is contradicted: see the problems")
    return _lines("nothing in the case ties this event to the calendar")


def _chains(chronology: Chronology, event: int, end: End, subject: str) -> list[FactLine]:
    """The chains behind the earliest and the latest second of one end, from the date on."""
    why = chronology.why(event, end)
    return [
        FactLine((f"{subject}{lead}: " if not at else "→ ") + link.text, link.event, soft=bool(at))
        for lead, links in (("not before", why.earliest), ("no later than", why.latest))
        for at, link in enumerate(links)
    ]


def _outcome(case: Case, told: Event) -> tuple[FactLine, ...]:
    names = {actor.id: actor.name for actor in case.actors}
    told_parts = (outcome_in_words(one, names.get(one.actor or "", "")) for one in told.outcome)
    return _lines(*map(plain_line, told_parts))
