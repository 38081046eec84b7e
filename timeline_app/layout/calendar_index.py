"""A case's events sorted for the calendar, so that a frame costs what is visible.

Rules:
* Shown events are sorted by lane, then by how long their drawn stretch is (a group for each power
  of four), then by time. Within a group no stretch is longer than `longest`, so that those which
  touch a span lie in one range of ranks, up to a few at its beginning that must be looked at.
* Stretches open at one end are a group of their own, sorted by the end that they have; those open
  at both ends touch every span.
* Nothing is copied: what is visible is ranges of ranks, and `Members` are made of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.layout.calendar_touching import Touching, touching
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.columns import Columns, Seconds
from timeline_app.layout.kept import Kept
from timeline_app.layout.lanes import LaneName, assign_lanes, only_shown, stepping_order
from timeline_app.layout.members import Members
from timeline_app.layout.standing import Standing, keeper_of

Ranges = tuple[tuple[int, int], ...]
ENDLESS = int(np.iinfo(np.int64).max)
"""Seconds, longer than any view."""
_NONE = np.empty(0, dtype=np.int64)
_SIZES = 64
"""More than there are powers of four of seconds."""


class Openness(IntEnum):
    """Which ends of a stretch are open."""

    CLOSED = 0
    PAST = 1
    FUTURE = 2
    BOTH = 3


class StretchGroup(Struct, frozen=True, gc=False):
    """Events of one lane with stretches of similar length, at ranks `begin` up to `end`. `longest`
    is in seconds; it says nothing where an end is open."""

    lane: int
    openness: Openness
    begin: int
    end: int
    longest: int


class CalendarIndex(Struct, frozen=True, eq=False, gc=False):
    """Shown events in sorted order. `order`, `first` and `last` have a value for each rank,
    `ranks` one for each event of the case (-1 for a hidden one), `lengths` one for each group: its
    longest event in seconds, `ENDLESS` where an end is open."""

    columns: Columns
    names: tuple[LaneName, ...]
    order: NDArray[np.int64]
    ranks: NDArray[np.int64]
    first: Seconds
    last: Seconds
    groups: tuple[StretchGroup, ...]
    lengths: Seconds
    touching: Touching

    @property
    def shown(self) -> int:
        """How many events are not hidden."""
        return len(self.order)

    def members(self, ranges: Ranges) -> Members:
        """The events at these ranks."""
        return Members(self.order, self.ranks, ranges)

    def visible(self, group: StretchGroup, start: int, end: int) -> Reach:
        """The ranks of a group whose stretches touch the seconds from `start` up to `end`."""
        first = self.first[group.begin : group.end]
        last = self.last[group.begin : group.end]
        if group.openness is Openness.BOTH:
            return Reach(_NONE, group.begin, group.end)
        if group.openness is Openness.PAST:
            return Reach(_NONE, group.begin + int(last.searchsorted(start)), group.end)
        past_end = group.begin + int(first.searchsorted(end))
        if group.openness is Openness.FUTURE:
            return Reach(_NONE, group.begin, past_end)
        low, whole = first.searchsorted((start - group.longest, start)).tolist()
        reaching = (last[low:whole] >= start).nonzero()[0]
        reaching += group.begin + low
        return Reach(reaching, group.begin + whole, past_end)


class Reach(Struct, frozen=True, eq=False, gc=False):
    """Ranks of a group: those `scattered` ones that begin before what is looked at and reach into
    it, in rising order, and after them all from `low` up to `high`."""

    scattered: NDArray[np.int64]
    low: int
    high: int

    @property
    def count(self) -> int:
        """How many ranks they are."""
        return len(self.scattered) + self.high - self.low

    @property
    def ranks(self) -> NDArray[np.int64]:
        """All of them."""
        return np.concatenate((self.scattered, np.arange(self.low, self.high)))

    def __contains__(self, rank: int) -> bool:
        if self.low <= rank < self.high:
            return True
        place = int(self.scattered.searchsorted(rank))
        return place < len(self.scattered) and int(self.scattered[place]) == rank

    @property
    def ranges(self) -> Ranges:
        """The same as unbroken ranges."""
        whole = ((self.low, self.high),) if self.low < self.high else ()
        return (*_runs(self.scattered), *whole)


def calendar_index(standing: Standing, lanes_by: LanesBy, hidden: frozenset[int]) -> CalendarIndex:
    """The sorted events of a case, worked out once for these choices."""
    return _KEPT.of(standing, (lanes_by, hidden))


def lane_events(index: CalendarIndex, position: Sequence[int]) -> list[list[int]]:
    """The events of each lane in stepping order."""
    lanes: list[list[int]] = [[] for _ in index.names]
    for group in index.groups:
        lanes[group.lane] += index.order[group.begin : group.end].tolist()
    return [sorted(events, key=position.__getitem__) for events in lanes]


def _runs(ranks: NDArray[np.int64]) -> Ranges:
    """Rising ranks as unbroken ranges."""
    if not len(ranks):
        return ()
    breaks = np.flatnonzero(np.diff(ranks) != 1) + 1
    lows = ranks[np.concatenate(([0], breaks))]
    highs = ranks[np.concatenate((breaks - 1, [len(ranks) - 1]))] + 1
    return tuple(zip(lows.tolist(), highs.tolist(), strict=True))


def _work_out(standing: Standing, key: tuple[LanesBy, frozenset[int]]) -> CalendarIndex:
    lanes_by, hidden = key
    columns, chronology = standing.times, standing.chronology
    lanes = assign_lanes(chronology.case, lanes_by, hidden)
    # In stepping order, which two sorts that are stable keep where they find no difference.
    events = only_shown(stepping_order(chronology), hidden)
    first, last = columns.first[events], columns.last[events]
    past, future = first == OPEN_PAST, last == OPEN_FUTURE
    openness = past * Openness.PAST + future * Openness.FUTURE
    length = np.where(openness == Openness.CLOSED, last - np.where(past, last, first), 0)
    size = np.ceil(np.log2(length + 1.0) / 2.0).astype(np.int64)
    lane = np.fromiter(lanes.lane_of, np.int64, columns.count)[events]
    # Sixteen bits are sorted by counting; there are two dozen lanes.
    keys = ((lane * len(Openness) + openness) * _SIZES + size).astype(np.int16)
    by_time = np.where(past, last, first).argsort(kind="stable")
    place = by_time[keys[by_time].argsort(kind="stable")]
    groups = tuple(_groups(keys[place], length[place]))
    order, first, last = events[place], first[place], last[place]
    ranks = np.full(columns.count, -1, dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return CalendarIndex(
        columns,
        lanes.names,
        order,
        ranks,
        first,
        last,
        groups,
        np.array([_length_of(group) for group in groups], dtype=np.int64),
        touching(first, last, [group.begin for group in groups]),
    )


def _groups(keys: NDArray[np.int16], length: Seconds) -> Iterator[StretchGroup]:
    """The groups of events that are sorted by their keys."""
    if not len(keys):
        return
    changes = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    for begin, end in pairwise([0, *changes.tolist(), len(keys)]):
        lane, openness = divmod(int(keys[begin]) // _SIZES, len(Openness))
        yield StretchGroup(lane, Openness(openness), begin, end, int(length[begin:end].max()))


def _length_of(group: StretchGroup) -> int:
    return group.longest if group.openness is Openness.CLOSED else ENDLESS


_KEPT: Kept[Standing, tuple[LanesBy, frozenset[int]], CalendarIndex] = Kept(
    _work_out, keeper=keeper_of
)
