"""An independent reading of the format's rules about time: a case as arcs, and their distances.

It knows a few dates and durations by heart and builds every arc from the format's own sentences,
so that it shares neither code nor structure with `case.statements`. Nodes are named, not numbered.
"""

from __future__ import annotations

import datetime
from random import Random

from tests.case.solving.floyd_warshall import Arc, Distances, all_distances
from timeline_app.case.model import (
    Basis,
    Case,
    Claim,
    Constraint,
    End,
    Event,
    Kind,
    Lasting,
    Passage,
    Relation,
    Shape,
    Source,
)

DAY = 86_400
EPOCH = datetime.date(1970, 1, 1)
LENGTHS = {
    "PT1S": (1, 1),
    "PT5H": (5 * 3_600, 5 * 3_600),
    "P1D": (DAY, DAY),
    "P3D": (3 * DAY, 3 * DAY),
    "P10D": (10 * DAY, 10 * DAY),
    "P1M": (28 * DAY, 31 * DAY),
    "P2M": (59 * DAY, 62 * DAY),
    "P1Y": (365 * DAY, 366 * DAY),
}
"""The least and the greatest length of each, in seconds."""

Window = tuple[int | None, int | None]


def day(year: int, month: int, number: int) -> int:
    return (datetime.date(year, month, number) - EPOCH).days * DAY


def days(first: datetime.date, last: datetime.date) -> Window:
    return ((first - EPOCH).days * DAY, (last - EPOCH).days * DAY + DAY - 1)


DATES: dict[str, tuple[Window, Window]] = {
    "1985": ((day(1985, 1, 1), day(1986, 1, 1) - 1),) * 2,
    "1985-04": ((day(1985, 4, 1), day(1985, 5, 1) - 1),) * 2,
    "1985-04-12": ((day(1985, 4, 12), day(1985, 4, 13) - 1),) * 2,
    "1985-05-02": ((day(1985, 5, 2), day(1985, 5, 3) - 1),) * 2,
    "[..1985-04-12]": ((None, day(1985, 4, 13) - 1),) * 2,
    "[1985-03..]": ((day(1985, 3, 1), None),) * 2,
    "[1985-03..1985-05-02]": ((day(1985, 3, 1), day(1985, 5, 3) - 1),) * 2,
    "1985-04/1985-05": (
        (day(1985, 4, 1), day(1985, 5, 1) - 1),
        (day(1985, 5, 1), day(1985, 6, 1) - 1),
    ),
    "1985-04-12/..": ((day(1985, 4, 12), day(1985, 4, 13) - 1), (None, None)),
    "../1985-05": ((None, None), (day(1985, 5, 1), day(1985, 6, 1) - 1)),
    "/..": ((None, None), (None, None)),
}
"""Where each string puts the start and the end."""


def windows_of(text: str, margin: str | None) -> tuple[Window, Window]:
    """The windows that a date constrains its ends to."""
    bare = text.rstrip("~?%")
    windows = DATES[bare]
    if bare == text:
        return windows
    if margin is None:
        return ((None, None), (None, None))
    slack = LENGTHS[margin][1]
    widened = [
        (None if low is None else low - slack, None if high is None else high + slack)
        for low, high in windows
    ]
    return widened[0], widened[1]


class SlowCase:
    """A case as arcs between named nodes, and everything that follows from them."""

    def __init__(self, case: Case, bases: frozenset[Basis]) -> None:
        self.case = case
        self.bases = bases
        self.nodes: dict[tuple[str, str], int] = {("origin", ""): 0}
        self.arcs: list[Arc] = []
        self.published = {
            source.id: windows_of(source.published, None)[0] if source.published else (None, None)
            for source in case.sources
        }
        for event in case.events:
            self._add(event)
        for source_id, window in self.published.items():
            if ("source", source_id) in self.nodes:
                self._within(self._node("source", source_id), window)
        self.table: Distances | None = all_distances(len(self.nodes), self.arcs)

    def end(self, index: int, end: End) -> int:
        """The node of an event's end."""
        event = self.case.events[index]
        return self._node("start" if event.shape is Shape.MOMENT else end.value, event.id)

    def _node(self, kind: str, name: str) -> int:
        return self.nodes.setdefault((kind, name), len(self.nodes))

    def _apart(self, first: int, second: int, least: int | None, greatest: int | None) -> None:
        """The second is at least and at most so long after the first."""
        if greatest is not None:
            self.arcs.append((first, second, greatest))
        if least is not None:
            self.arcs.append((second, first, -least))

    def _within(self, node: int, window: Window) -> None:
        self._apart(0, node, window[0], window[1])

    def _add(self, event: Event) -> None:
        index = self.case.events.index(event)
        start, end = self.end(index, End.START), self.end(index, End.END)
        self._apart(start, end, 0, None)
        claims = [Claim(value=event.when)] if isinstance(event.when, str) else event.when or ()
        for claim in claims:
            if claim.basis in self.bases:
                first, last = windows_of(claim.value, event.margin)
                self._within(start, first)
                if event.shape is not Shape.MOMENT:
                    self._within(end, last)
        if isinstance(event.lasts, str):
            self._apart(start, end, *LENGTHS[event.lasts])
        elif event.lasts is not None:
            least = LENGTHS[event.lasts.min][0] if event.lasts.min else None
            self._apart(start, end, least, LENGTHS[event.lasts.max][1] if event.lasts.max else None)
        for constraint in event.constraints:
            if constraint.basis in self.bases:
                self._constrain(index, constraint)
        for passage in () if event.planned else event.passages:
            latest = self.published[passage.source][1]
            self._within(start, (None, latest))
            if not any(claim.value.endswith("/..") for claim in claims):
                self._within(end, (None, latest))

    def _constrain(self, index: int, constraint: Constraint) -> None:
        def this(default: End) -> int:
            return self.end(index, constraint.from_end or default)

        def that(default: End) -> int:
            if constraint.to.startswith("@"):
                return self._node("source", constraint.to[1:])
            name, _, named = constraint.to.partition(".")
            other = [event.id for event in self.case.events].index(name)
            return self.end(other, End(named) if named else default)

        least = LENGTHS[constraint.min][0] if constraint.min else 0
        greatest = LENGTHS[constraint.max][1] if constraint.max else None
        start, end = End.START, End.END
        if constraint.rel is Relation.BEFORE:
            self._apart(this(end), that(start), max(1, least), greatest)
        elif constraint.rel is Relation.AFTER:
            self._apart(that(end), this(start), max(1, least), greatest)
        elif constraint.rel is Relation.NOT_BEFORE:
            self._apart(that(start), this(start), least, greatest)
        elif constraint.rel is Relation.NOT_AFTER:
            self._apart(this(start), that(start), least, greatest)
        else:
            far = greatest or 0
            self._apart(this(start), that(start), -far, far)
            if constraint.from_end is None and "." not in constraint.to:
                self._apart(this(end), that(end), -far, far)


def random_case(chance: Random) -> Case:
    """A small case with some of everything that says something about time."""
    count = chance.randint(1, 5)
    shapes = [chance.choice(tuple(Shape)) for _ in range(count)]
    dates = ("1985", "1985-04", "1985-04-12", "1985-05-02", "[..1985-04-12]", "[1985-03..]")
    sources = [
        Source(id="first", title="First", published=chance.choice((None, *dates[:4], "1985~"))),
        Source(id="second", title="Second", published=chance.choice((None, "1985-05-02"))),
    ]
    events = [_random_event(chance, place, shapes) for place in range(count)]
    return Case(
        format="case-timeline",
        version=1,
        id="random",
        title="Random",
        sources=tuple(sources),
        events=tuple(events),
    )


def _random_event(chance: Random, place: int, shapes: list[Shape]) -> Event:
    is_moment = shapes[place] is Shape.MOMENT
    told = [name for name in ("first", "second") if chance.random() < 0.3]
    constraints = [
        _random_constraint(chance, place, shapes) for _ in range(chance.choice((0, 1, 1, 2)))
    ]
    lasting = chance.choice(("P1D", "P1M", Lasting("P1D", "P10D"), Lasting(min="P3D"), None, None))
    return Event(
        id=f"e{place}",
        kind=Kind.OTHER,
        label="act",
        title=f"Act {place}",
        when=_random_when(chance, is_moment),
        margin=chance.choice((None, None, "P1M")),
        shape=shapes[place],
        lasts=None if is_moment else lasting,
        constraints=tuple(constraints),
        passages=tuple(Passage(source=name, start=0, end=1) for name in told),
        planned=chance.random() < 0.1,
    )


def _random_when(chance: Random, is_moment: bool) -> str | tuple[Claim, ...] | None:
    texts = [text for text in DATES if not (is_moment and "/" in text)]
    roll = chance.random()
    if roll < 0.4:
        return None
    if roll < 0.6:
        return chance.choice(texts)
    if roll < 0.75:
        return chance.choice([text for text in texts if text[0] == "1" and "/" not in text]) + "~"
    return tuple(
        Claim(value=chance.choice(texts), basis=chance.choice(tuple(Basis)))
        for _ in range(chance.randint(1, 2))
    )


def _random_constraint(chance: Random, place: int, shapes: list[Shape]) -> Constraint:
    others = [other for other in range(len(shapes)) if other != place]
    relation = chance.choice(tuple(Relation))
    if others and chance.random() < 0.85:
        target = f"e{chance.choice(others)}" + chance.choice(("", "", ".start", ".end"))
    else:
        target = chance.choice(("@first", "@second"))
    least = chance.choice((None, None, "PT1S", "P1D", "P1M"))
    return Constraint(
        rel=relation,
        to=target,
        basis=chance.choice(tuple(Basis)),
        from_end=chance.choice((None, None, *End)),
        min=None if relation is Relation.SAME else least,
        max=chance.choice((None, None, "P2M", "P1Y")),
    )
