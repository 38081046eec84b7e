"""A case as a temporal network: what it states, as arcs between the ends of its events.

Rules:
* Node 0 is the origin. A moment has one node, a span or repeated event two. The publication of a
  source that a constraint names has one as well.
* A statement is one thing that the file says, with its basis: it may give several arcs, and is
  switched off or suspended as a whole. Statements are numbered in the order of the file: the
  publications first, then for each event its date or claims, how long it lasts, its constraints,
  and the sources that tell of it.
* That a span does not end before it starts is no statement: it always holds.
* A qualified date (`~ ? %`) constrains nothing without a `margin`; a source's qualified
  publication has none, so it constrains nothing either.
* `same` with one end named joins that end with the other's start, unless that names one too.
* What the file holds has been checked by `reading`: every date, duration and id is valid here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.dates import Window, parse_date, parse_timezone
from timeline_app.case.durations import Duration, parse_duration
from timeline_app.case.model import (
    Basis,
    Case,
    Constraint,
    End,
    Event,
    Lasting,
    Relation,
    Shape,
)
from timeline_app.case.solving.graphs import POLL
from timeline_app.case.solving.network import ORIGIN, STRUCTURAL, Network

BASES = tuple(Basis)
"""The bases from the firmest; a statement's basis is kept as its place here."""
_LEVELS = {basis: level for level, basis in enumerate(BASES)}
_START, _END, _SAME = End.START, End.END, Relation.SAME  # looked up once, not for each constraint


class Says(IntEnum):
    """What kind of thing a statement is."""

    PUBLISHED = 0
    DATE = 1
    CLAIM = 2
    LASTS = 3
    CONSTRAINT = 4
    TOLD = 5


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a case and the network they make.

    `start_node` and `end_node` have one entry for each event, `source_node` has the publications.
    The other columns have one entry for each statement: what it is, its event (-1 for a
    publication), which claim, constraint or source it is (-1 where there is no choice), and its
    basis as a place in `BASES`.
    """

    network: Network
    start_node: list[int]
    end_node: list[int]
    source_node: dict[int, int]
    says: list[Says]
    event: list[int]
    item: list[int]
    basis: list[int]


def read_statements(case: Case, bases: frozenset[Basis], cancelled: CancelCheck) -> Statements:
    """Take the statements of a case whose basis is among `bases`."""
    reader = _Reader(case, bases)
    for place, event in enumerate(case.events):
        if not place % POLL:
            stop_if(cancelled)
        reader.add_nodes(event)
    reader.add_publications()
    for place, event in enumerate(case.events):
        if not place % POLL:
            stop_if(cancelled)
        reader.add_event(place, event)
    return reader.statements()


def publication_window(published: str | None, zone: int | None) -> Window:
    """Where a publication lies; open both ways where its date is unknown or qualified."""
    if published is None:
        return Window(None, None)
    date = parse_date(published, zone)
    return Window(
        None if date.start_qualifier else date.start.earliest,
        None if date.end_qualifier else date.end.latest,
    )


def time_zone(case: Case) -> int | None:
    """The offset of a case's civil time in seconds east, or None where it names no zone."""
    return None if case.timezone is None else parse_timezone(case.timezone)


@dataclass(slots=True)
class _Reader:
    """Collects nodes, statements and arcs."""

    case: Case
    bases: frozenset[Basis]
    zone: int | None = None
    start_node: list[int] = field(default_factory=list)
    end_node: list[int] = field(default_factory=list)
    source_node: dict[int, int] = field(default_factory=dict)
    windows: list[Window] = field(default_factory=list)
    event_index: dict[str, int] = field(default_factory=dict)
    source_index: dict[str, int] = field(default_factory=dict)
    durations: dict[str, Duration] = field(default_factory=dict)
    count: int = 1
    owner: int = STRUCTURAL
    tails: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    says: list[Says] = field(default_factory=list)
    event: list[int] = field(default_factory=list)
    item: list[int] = field(default_factory=list)
    basis: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.zone = time_zone(self.case)
        self.event_index = {event.id: place for place, event in enumerate(self.case.events)}
        self.source_index = {source.id: place for place, source in enumerate(self.case.sources)}
        self.windows = [publication_window(one.published, self.zone) for one in self.case.sources]

    def statements(self) -> Statements:
        """What has been collected."""
        network = Network(self.count, self.tails, self.heads, self.weights, self.owners)
        return Statements(
            network,
            self.start_node,
            self.end_node,
            self.source_node,
            self.says,
            self.event,
            self.item,
            self.basis,
        )

    def add_nodes(self, event: Event) -> None:
        """One node for a moment, two for a span, and nodes for the publications it names."""
        start = self.count
        end = start if event.shape is Shape.MOMENT else start + 1
        self.count = end + 1
        self.start_node.append(start)
        self.end_node.append(end)
        if start != end:
            self._at_least(start, end, 0)
        for constraint in event.constraints:
            if constraint.to[0] == "@":
                self.source_node.setdefault(self.source_index[constraint.to[1:]], 0)

    def add_publications(self) -> None:
        """The windows of the publications that constraints name, in the order of the sources."""
        for source in sorted(self.source_node):
            self.source_node[source] = self.count
            self.count += 1
            if self.windows[source] != Window(None, None):
                self._begin(Says.PUBLISHED, -1, source, Basis.STATED)
                self._within(self.source_node[source], self.windows[source], 0)

    def add_event(self, place: int, event: Event) -> None:
        """Everything that an event says of its own time."""
        ongoing = False
        if isinstance(event.when, str):
            ongoing = self._date(place, event, Says.DATE, -1, Basis.STATED, event.when)
        elif event.when is not None:
            for number, claim in enumerate(event.when):
                claimed = self._date(place, event, Says.CLAIM, number, claim.basis, claim.value)
                ongoing = ongoing or claimed
        if event.lasts is not None and self.start_node[place] != self.end_node[place]:
            self._lasts(place, event.lasts)
        for number, constraint in enumerate(event.constraints):
            if constraint.basis in self.bases:
                self._begin(Says.CONSTRAINT, place, number, constraint.basis)
                self._constraint(place, constraint)
        if event.passages and not event.planned:
            self._told(place, event, ongoing)

    def _begin(self, says: Says, event: int, item: int, basis: Basis) -> None:
        self.owner = len(self.says)
        self.says.append(says)
        self.event.append(event)
        self.item.append(item)
        self.basis.append(_LEVELS[basis])

    def _at_least(self, first: int, second: int, gap: int) -> None:
        """The second node lies at least `gap` seconds after the first."""
        self._at_most(second, first, -gap)

    def _at_most(self, first: int, second: int, gap: int) -> None:
        """The second node lies at most `gap` seconds after the first."""
        self.tails.append(first)
        self.heads.append(second)
        self.weights.append(gap)
        self.owners.append(self.owner)

    def _within(self, node: int, window: Window, allowance: int) -> None:
        """The node lies within the window, widened on both sides."""
        if window.earliest is not None:
            self._at_least(ORIGIN, node, window.earliest - allowance)
        if window.latest is not None:
            self._at_most(ORIGIN, node, window.latest + allowance)

    def _date(
        self, place: int, event: Event, says: Says, item: int, basis: Basis, text: str
    ) -> bool:
        """Add a date; whether it says that the event is still going on."""
        date = parse_date(text, self.zone)
        if basis in self.bases:
            margin = None if event.margin is None else self._duration(event.margin)
            self._begin(says, place, item, basis)
            start, end = self.start_node[place], self.end_node[place]
            if not date.start_qualifier:
                self._within(start, date.start, 0)
            elif margin is not None:
                self._within(start, date.start, margin.greatest)
            if start == end:
                return date.ongoing
            if not date.end_qualifier:
                self._within(end, date.end, 0)
            elif margin is not None:
                self._within(end, date.end, margin.greatest)
        return date.ongoing

    def _lasts(self, place: int, lasts: str | Lasting) -> None:
        limits = Lasting(lasts, lasts) if isinstance(lasts, str) else lasts
        self._begin(Says.LASTS, place, -1, Basis.STATED)
        start, end = self.start_node[place], self.end_node[place]
        if limits.min is not None:
            self._at_least(start, end, self._duration(limits.min).least)
        if limits.max is not None:
            self._at_most(start, end, self._duration(limits.max).greatest)

    def _constraint(self, place: int, constraint: Constraint) -> None:
        """The arcs of one constraint, as the format's table has them."""
        least = 0 if constraint.min is None else self._duration(constraint.min).least
        most = None if constraint.max is None else self._duration(constraint.max).greatest
        if constraint.rel is _SAME:
            for this, that in self._same_ends(place, constraint):
                self._at_most(this, that, most or 0)
                self._at_most(that, this, most or 0)
            return
        this_end, that_end, this_first, gap = _JOINS[constraint.rel]
        this = self._node(place, constraint.from_end or this_end)
        that = self._target(constraint.to, that_end)
        first, second = (this, that) if this_first else (that, this)
        self._at_most(second, first, -max(gap, least))
        if most is not None:
            self._at_most(first, second, most)

    def _same_ends(self, place: int, constraint: Constraint) -> list[tuple[int, int]]:
        """The pairs of nodes that `same` joins."""
        if constraint.from_end is None and "." not in constraint.to:
            starts = (self.start_node[place], self._target(constraint.to, _START))
            ends = (self.end_node[place], self._target(constraint.to, _END))
            return [starts] if starts == ends else [starts, ends]
        this = self._node(place, constraint.from_end or _START)
        return [(this, self._target(constraint.to, _START))]

    def _node(self, place: int, end: End) -> int:
        return self.start_node[place] if end is _START else self.end_node[place]

    def _target(self, target: str, end: End) -> int:
        """The node that `to` names: "event" (then its given end), "event.end" or "@source"."""
        if target[0] == "@":
            return self.source_node[self.source_index[target[1:]]]
        name, _, named = target.partition(".")
        if named:
            end = _END if named == "end" else _START
        return self._node(self.event_index[name], end)

    def _told(self, place: int, event: Event, ongoing: bool) -> None:
        """Not later than the publication of each source that tells of it."""
        for source in dict.fromkeys(self.source_index[one.source] for one in event.passages):
            latest = self.windows[source].latest
            if latest is None:
                continue
            self._begin(Says.TOLD, place, source, Basis.STATED)
            start, end = self.start_node[place], self.end_node[place]
            self._at_most(ORIGIN, start, latest)
            if start != end and not ongoing:
                self._at_most(ORIGIN, end, latest)

    def _duration(self, text: str) -> Duration:
        """A duration, read once for each text."""
        known = self.durations.get(text)
        if known is None:
            known = self.durations[text] = parse_duration(text)
        return known


_JOINS = {
    # the end of this event, that of the other, whether this one comes first, and the least gap
    Relation.BEFORE: (_END, _START, True, 1),
    Relation.AFTER: (_START, _END, False, 1),
    Relation.NOT_BEFORE: (_START, _START, False, 0),
    Relation.NOT_AFTER: (_START, _START, True, 0),
}
