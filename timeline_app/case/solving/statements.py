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

from enum import IntEnum
from itertools import islice

from msgspec import Struct, field

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.dates import OPEN, Window, parse_date, parse_timezone
from timeline_app.case.durations import Duration, parse_duration
from timeline_app.case.model import (
    Basis,
    Case,
    Claim,
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
NO_EVENT = -1
"""Stands for the event of what belongs to none: a publication, or the origin."""
_Ends = tuple[int, int]
"""The nodes of a start and an end; twice the same where there is only one."""


class Says(IntEnum):
    """What kind of thing a statement is."""

    PUBLISHED = 0
    DATE = 1
    CLAIM = 2
    LASTS = 3
    CONSTRAINT = 4
    TOLD = 5


class Statements(Struct, frozen=True, gc=False):
    """The statements of a case and the network they make.

    `start_node` and `end_node` have one entry for each event, `event_of_node` one for each node;
    `source_node` has the publications. The other columns have one entry for each statement: what
    it is, its event (`NO_EVENT` for a publication), which claim, constraint or source it is (-1
    where there is no choice), and its basis as a place in `BASES`.
    """

    network: Network
    start_node: list[int]
    end_node: list[int]
    event_of_node: list[int]
    source_node: dict[int, int]
    says: list[Says]
    event: list[int]
    item: list[int]
    basis: list[int]


def read_statements(case: Case, bases: frozenset[Basis], cancelled: CancelCheck) -> Statements:
    """Take the statements of a case whose basis is among `bases`."""
    reader = _Reader(case, bases)
    for first in range(0, len(case.events), POLL):
        stop_if(cancelled)
        reader.add_nodes(first, first + POLL)
    reader.add_publications()
    for first in range(0, len(case.events), POLL):
        stop_if(cancelled)
        reader.add_events(first, first + POLL)
    return reader.statements()


def publication_window(published: str | None, zone: int | None) -> Window:
    """Where a publication lies; open both ways where its date is unknown or qualified."""
    if published is None:
        return OPEN
    date = parse_date(published, zone)
    return Window(
        None if date.start_qualifier else date.start.earliest,
        None if date.end_qualifier else date.end.latest,
    )


def time_zone(case: Case) -> int | None:
    """The offset of a case's civil time in seconds east, or None where it names no zone."""
    return None if case.timezone is None else parse_timezone(case.timezone)


class _Reader(Struct):
    """Collects nodes, statements and arcs.

    `ends` has the nodes of what a constraint's `to` can name, by that text. `arcs` has four
    numbers for each arc that is not yet in the columns: tail, head, weight, owner.
    """

    case: Case
    bases: frozenset[Basis]
    zone: int | None = None
    start_node: list[int] = field(default_factory=list)
    end_node: list[int] = field(default_factory=list)
    event_of_node: list[int] = field(default_factory=lambda: [NO_EVENT])
    source_node: dict[int, int] = field(default_factory=dict)
    windows: list[Window] = field(default_factory=list)
    ends: dict[str, _Ends] = field(default_factory=dict)
    source_index: dict[str, int] = field(default_factory=dict)
    durations: dict[str, Duration] = field(default_factory=dict)
    count: int = 1
    owner: int = STRUCTURAL
    arcs: list[int] = field(default_factory=list)
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
        self.source_index = {source.id: place for place, source in enumerate(self.case.sources)}
        self.windows = [publication_window(one.published, self.zone) for one in self.case.sources]

    def statements(self) -> Statements:
        """What has been collected."""
        network = Network(self.count, self.tails, self.heads, self.weights, self.owners)
        return Statements(
            network,
            self.start_node,
            self.end_node,
            self.event_of_node,
            self.source_node,
            self.says,
            self.event,
            self.item,
            self.basis,
        )

    def add_nodes(self, first: int, last: int) -> None:
        """One node for a moment, two for a span, and nodes for the publications they name."""
        ends, arcs, start, event_of = self.ends, self.arcs, self.count, self.event_of_node
        for place, event in enumerate(islice(self.case.events, first, last), first):
            end = start
            event_of.append(place)
            if event.shape is not _MOMENT:
                end = start + 1
                event_of.append(place)
                arcs += (end, start, 0, STRUCTURAL)
            self.start_node.append(start)
            self.end_node.append(end)
            ends[event.id] = start, end
            start = end + 1
            for constraint in event.constraints:
                if constraint.to[0] == "@":
                    self.source_node.setdefault(self.source_index[constraint.to[1:]], 0)
        self.count = start
        self._take_arcs()

    def add_publications(self) -> None:
        """The windows of the publications that constraints name, in the order of the sources."""
        for source in sorted(self.source_node):
            node = self.source_node[source] = self.count
            self.event_of_node.append(NO_EVENT)
            self.ends["@" + self.case.sources[source].id] = node, node
            self.count += 1
            if self.windows[source] != OPEN:
                self._begin(Says.PUBLISHED, NO_EVENT, source, Basis.STATED)
                self._within(node, self.windows[source], 0)

    def add_events(self, first: int, last: int) -> None:
        """Everything that events say of their own time."""
        for place, event in enumerate(islice(self.case.events, first, last), first):
            ends = self.start_node[place], self.end_node[place]
            when = event.when
            ongoing = False
            if isinstance(when, str):
                self._begin(_DATE, place, -1, _STATED)
                ongoing = self._date(ends, event, when)
            elif when is not None:
                ongoing = self._claims(place, ends, event, when)
            if event.lasts is not None and ends[0] != ends[1]:
                self._lasts(place, ends, event.lasts)
            if event.constraints:
                self._constraints(place, ends, event.constraints)
            if event.passages and not event.planned:
                self._told(place, ends, event, ongoing)
        self._take_arcs()

    def _take_arcs(self) -> None:
        """Put the arcs into the columns."""
        for column, place in (
            (self.tails, 0),
            (self.heads, 1),
            (self.weights, 2),
            (self.owners, 3),
        ):
            column.extend(self.arcs[place::4])
        self.arcs.clear()

    def _begin(self, says: Says, event: int, item: int, basis: Basis) -> int:
        """A new statement; its number."""
        owner = self.owner = len(self.says)
        self.says.append(says)
        self.event.append(event)
        self.item.append(item)
        self.basis.append(_LEVELS[basis])
        return owner

    def _within(self, node: int, window: Window, allowance: int) -> None:
        """The node lies within the window, widened on both sides."""
        earliest, latest = window.earliest, window.latest
        if earliest is not None:
            self.arcs += (node, ORIGIN, allowance - earliest, self.owner)
        if latest is not None:
            self.arcs += (ORIGIN, node, latest + allowance, self.owner)

    def _claims(self, place: int, ends: _Ends, event: Event, claims: tuple[Claim, ...]) -> bool:
        """Add the dates of several sources; whether one says that the event is still going on."""
        ongoing = False
        for number, claim in enumerate(claims):
            if claim.basis in self.bases:
                self._begin(Says.CLAIM, place, number, claim.basis)
                claimed = self._date(ends, event, claim.value)
            else:
                claimed = parse_date(claim.value, self.zone).ongoing
            ongoing = ongoing or claimed
        return ongoing

    def _date(self, ends: _Ends, event: Event, text: str) -> bool:
        """Add a date; whether it says that the event is still going on."""
        date = parse_date(text, self.zone)
        start, end = ends
        margin = None if event.margin is None else self._duration(event.margin).greatest
        if not date.start_qualifier:
            self._within(start, date.start, 0)
        elif margin is not None:
            self._within(start, date.start, margin)
        if start != end:
            if not date.end_qualifier:
                self._within(end, date.end, 0)
            elif margin is not None:
                self._within(end, date.end, margin)
        return date.ongoing

    def _lasts(self, place: int, ends: _Ends, lasts: str | Lasting) -> None:
        limits = Lasting(lasts, lasts) if isinstance(lasts, str) else lasts
        owner = self._begin(Says.LASTS, place, -1, Basis.STATED)
        start, end = ends
        if limits.min is not None:
            self.arcs += (end, start, -self._duration(limits.min).least, owner)
        if limits.max is not None:
            self.arcs += (start, end, self._duration(limits.max).greatest, owner)

    def _constraints(self, place: int, ends: _Ends, constraints: tuple[Constraint, ...]) -> None:
        """The arcs of an event's constraints, as the format's table has them."""
        bases, known, arcs = self.bases, self.ends, self.arcs
        for number, constraint in enumerate(constraints):
            basis, relation, named = constraint.basis, constraint.rel, constraint.to
            if basis not in bases:
                continue
            owner = self._begin(_CONSTRAINT, place, number, basis)
            those = known.get(named) or self._named_end(named)
            if relation is _SAME:
                self._same(ends, those, constraint)
                continue
            this_end, that_end, this_first, gap = _JOINS[relation]
            if constraint.from_end is not None:
                this_end = _PLACES[constraint.from_end]
            if constraint.min is not None:
                gap = max(gap, self._duration(constraint.min).least)
            if this_first:
                first, second = ends[this_end], those[that_end]
            else:
                first, second = those[that_end], ends[this_end]
            arcs += (second, first, -gap, owner)
            if constraint.max is not None:
                arcs += (first, second, self._duration(constraint.max).greatest, owner)

    def _same(self, these: _Ends, those: _Ends, constraint: Constraint) -> None:
        """The arcs of `same`: of both ends where none is named, else of one."""
        most = 0 if constraint.max is None else self._duration(constraint.max).greatest
        if constraint.from_end is None and "." not in constraint.to:
            pairs = dict.fromkeys(zip(these, those, strict=True))
        else:
            pairs = {(these[_PLACES[constraint.from_end or End.START]], those[0]): None}
        for this, that in pairs:
            self.arcs += (this, that, most, self.owner, that, this, most, self.owner)

    def _named_end(self, target: str) -> _Ends:
        """The node that `to` names as "event.start" or "event.end", for whichever end is meant."""
        name, _, end = target.partition(".")
        node = self.ends[name][_PLACES[End(end)]]
        return self.ends.setdefault(target, (node, node))

    def _told(self, place: int, ends: _Ends, event: Event, ongoing: bool) -> None:
        """Not later than the publication of each source that tells of it."""
        start, end = ends
        passages = event.passages
        telling = (
            [passages[0].source]
            if len(passages) == 1
            else dict.fromkeys([passage.source for passage in passages])
        )
        for name in telling:
            source = self.source_index[name]
            latest = self.windows[source].latest
            if latest is None:
                continue
            owner = self._begin(_TOLD, place, source, _STATED)
            self.arcs += (ORIGIN, start, latest, owner)
            if start != end and not ongoing:
                self.arcs += (ORIGIN, end, latest, owner)

    def _duration(self, text: str) -> Duration:
        """A duration, read once for each text."""
        known = self.durations.get(text)
        if known is None:
            known = self.durations[text] = parse_duration(text)
        return known


# Looked up once, not for each event or constraint.
_MOMENT, _SAME = Shape.MOMENT, Relation.SAME
_DATE, _CONSTRAINT, _TOLD = Says.DATE, Says.CONSTRAINT, Says.TOLD
_STATED = Basis.STATED
_PLACES = {End.START: 0, End.END: 1}
_JOINS = {
    # the end of this event, that of the other, whether this one comes first, and the least gap
    Relation.BEFORE: (1, 0, True, 1),
    Relation.AFTER: (0, 1, False, 1),
    Relation.NOT_BEFORE: (0, 0, False, 0),
    Relation.NOT_AFTER: (0, 0, True, 0),
}
