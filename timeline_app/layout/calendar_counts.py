"""Counts on the calendar, for lanes with more events than their rows can show.

Rules:
* Time is cut into cells of a power of two of seconds, counted from 1970: the cells stay where they
  are while the view is moved, and each of them falls into two when it is zoomed.
* An event that is shorter than a glyph is counted in the cell in which it begins (in the first
  visible cell, where it begins before the view). A cell is as wide as the widest count needs.
* Longer ones are laid into the rows there are, each row filled from the left with the next that
  has room; what is left of them is one count for the lane.
* No event is looked at but those that are drawn: counts are differences of ranks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.calendar_index import (
    CalendarIndex,
    Openness,
    Ranges,
    Reach,
    StretchGroup,
)
from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BESIDE, GLYPH

LEAST_CELL = 24.0
"""A cell is at least so wide, in pixels."""
COUNT_ROOM = 10.0
"""What a cell needs beside its number."""
_WITHOUT_START = (Openness.PAST, Openness.BOTH)
_TAKEN = np.iinfo(np.int64).max  # beyond every end, an open one too


class Visible(Struct, frozen=True, gc=False):
    """What of a group touches the visible span."""

    group: StretchGroup
    reach: Reach

    @property
    def ranges(self) -> Ranges:
        """The ranks, as unbroken ranges."""
        return self.reach.ranges


class Cell(Struct, frozen=True, gc=False):
    """The events counted between two seconds, and how many they are."""

    start: int
    end: int
    ranges: Ranges
    count: int


class Cells(Struct, frozen=True, eq=False, gc=False):
    """Cells from the left, as columns: cell n lies between the seconds `starts[n]` and `ends[n]`,
    and its events have the ranks from `lows[:, n]` up to `highs[:, n]`."""

    starts: list[int]
    ends: list[int]
    counts: list[int]
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Cell]:
        return map(self.cell, range(len(self)))

    def cell(self, place: int) -> Cell:
        """One of them."""
        lows, highs = self.lows[:, place].tolist(), self.highs[:, place].tolist()
        ranges = tuple(part for part in zip(lows, highs, strict=True) if part[0] < part[1])
        return Cell(self.starts[place], self.ends[place], ranges, self.counts[place])

    def without(self, places: Collection[int]) -> Cells:
        """The others."""
        kept = [place for place in range(len(self)) if place not in places]
        return self.only(kept)

    def only(self, places: list[int]) -> Cells:
        """Those at these places, which rise."""
        return Cells(
            [self.starts[place] for place in places],
            [self.ends[place] for place in places],
            [self.counts[place] for place in places],
            self.lows[:, places],
            self.highs[:, places],
        )


def is_local(group: StretchGroup, scale: TimeScale) -> bool:
    """Whether the events of a group are shorter than the view, so that they tell what is in it."""
    return group.openness is Openness.CLOSED and group.longest < scale.span


def count_text(count: int) -> str:
    """A count as it is written on a cluster."""
    return f"{count:,}"


def cells_of(
    index: CalendarIndex, short: Sequence[Visible], scale: TimeScale, measurer: TextMeasurer
) -> Cells:
    """The cells that hold any of these events."""
    total = sum(one.reach.count for one in short)
    typical = int(total * LEAST_CELL / scale.width)
    least = max(LEAST_CELL, measurer.width(count_text(typical), TextRole.COUNT) + COUNT_ROOM)
    ranges = sorted(part for one in short for part in one.ranges)
    while True:
        limits = _limits(scale, least)
        edges = _edges(index, ranges, limits)
        counts = np.diff(edges, axis=1).sum(axis=0)
        most = int(counts.max(initial=0))
        needed = measurer.width(count_text(most), TextRole.COUNT) + COUNT_ROOM
        if needed <= least or np.count_nonzero(counts) <= 1:
            return _cells(limits, edges, counts)
        least = needed


def _edges(
    index: CalendarIndex, ranges: Sequence[tuple[int, int]], limits: Sequence[int]
) -> NDArray[np.int64]:
    """For each range of ranks, a row of the ranks at which each cell begins and the last ends."""
    inner = np.array(limits[1:-1], dtype=np.int64)
    edges = np.empty((len(ranges), len(limits)), dtype=np.int64)
    lows, highs = np.array(ranges, dtype=np.int64).reshape(-1, 2).T
    edges[:, 0] = lows
    edges[:, 1:] = highs[:, None]
    # Most of those that began before the view are few ranks, all in the first cell.
    beyond = index.first[highs - 1] >= limits[1]
    for place in np.flatnonzero(beyond).tolist():
        low, high = ranges[place]
        edges[place, 1:-1] = index.first[low:high].searchsorted(inner)
        edges[place, 1:-1] += low
    return edges


def _cells(limits: list[int], edges: NDArray[np.int64], counts: NDArray[np.int64]) -> Cells:
    """The cells that hold anything, with what of each range lies in them."""
    total = counts.tolist()
    cells = Cells(limits[:-1], limits[1:], total, edges[:, :-1], edges[:, 1:])
    if all(total):
        return cells
    return cells.only([place for place, count in enumerate(total) if count])


def _limits(scale: TimeScale, least: float) -> list[int]:
    """The seconds at which cells begin, and that at which the last ends. What the edges of the
    plot leave of a cell belongs to its neighbour, where it is narrow."""
    shift = scale.seconds_in(least).bit_length()
    first, last = scale.start >> shift, (scale.end - 1) >> shift
    narrow = scale.seconds_in(least / 2)
    inner = [number << shift for number in range(first + 1, last + 1)]
    kept = [second for second in inner if scale.start + narrow < second < scale.end - narrow]
    return [first << shift, *kept, (last + 1) << shift]


class LeftOver(Struct, frozen=True, gc=False):
    """What of some groups is not in rows. How many they are costs nothing; which ones is worked out
    where somebody asks."""

    long: Sequence[Visible]
    taken: frozenset[int]

    def __len__(self) -> int:
        return sum([one.reach.count for one in self.long]) - len(self.taken)

    def __contains__(self, rank: int) -> bool:
        return rank not in self.taken and any(rank in one.reach for one in self.long)

    @property
    def ranges(self) -> Ranges:
        """The ranks, as unbroken ranges that rise."""
        placed = sorted(self.taken)
        ranges: list[tuple[int, int]] = []
        for visible in self.long:
            for low, high in visible.ranges:
                inside = placed[bisect_left(placed, low) : bisect_left(placed, high)]
                ranges.extend(_without(low, high, inside))
        return tuple(sorted(ranges))


class RowFilling(Struct):
    """Lays long events into rows, each from the left; every rank is placed at most once. Those
    that are shorter than the view go first: the others tell less of what is in view. Fewer rows are
    the first of more."""

    index: CalendarIndex
    scale: TimeScale
    long: Sequence[Visible]

    def rows(self, most: int) -> list[list[int]]:
        """Up to so many rows of ranks."""
        rows: list[list[int]] = []
        local = [one for one in self.long if is_local(one.group, self.scale)]
        others = [one for one in self.long if not is_local(one.group, self.scale)]
        for tier in (local, others):
            if len(rows) >= most or not tier:
                continue
            begun, ahead = self._parted(tier)
            placed: set[int] = set()
            while len(rows) < most:
                row = list(self._row(begun, ahead, placed))
                if not row:
                    break
                rows.append(row)
        return rows

    def left_over(self, rows: Iterable[Iterable[int]]) -> LeftOver:
        """What is not in these rows."""
        return LeftOver(self.long, frozenset(rank for row in rows for rank in row))

    def _parted(self, tier: Sequence[Visible]) -> tuple[Iterator[int], Ranges]:
        """The ranks that began before the view, the one that ends first first; and the ranges of
        those that begin in it."""
        begun: list[NDArray[np.int64]] = []
        ahead: list[tuple[int, int]] = []
        for one in tier:
            reach = one.reach
            middle = self._begun_up_to(one)
            begun.append(reach.scattered)
            if reach.low < middle:
                begun.append(np.arange(reach.low, middle))
            if middle < reach.high:
                ahead.append((middle, reach.high))
        ranks = np.concatenate(begun)
        return _by_end(ranks, self.index.last[ranks]), tuple(ahead)

    def _begun_up_to(self, visible: Visible) -> int:
        """Up to which rank the unbroken ranks of a group began before the view."""
        openness, reach = visible.group.openness, visible.reach
        if openness in _WITHOUT_START:
            return reach.high
        if openness is Openness.CLOSED:
            return reach.low
        within = self.index.first[reach.low : reach.high]
        return reach.low + int(within.searchsorted(self.scale.start))

    def _row(self, begun: Iterator[int], ahead: Ranges, placed: set[int]) -> Iterator[int]:
        """The next row. `placed` is what began in the view and has a place already."""
        rank = next(begun, None)
        cursor = self.scale.start
        while True:
            if rank is None:
                rank = self._next(ahead, cursor, placed)
                if rank is None:
                    return
                placed.add(rank)
            yield rank
            right = self.scale.x(int(self.index.last[rank]) + 1)
            left = max(self.scale.x(int(self.index.first[rank])), self.scale.left)
            free = max(right, left + GLYPH) + BESIDE
            if free >= self.scale.right:
                return
            cursor = self.scale.second(free) + 1
            rank = None

    def _next(self, ahead: Ranges, cursor: int, placed: set[int]) -> int | None:
        """The first that begins at the cursor or after it."""
        best: int | None = None
        soonest = 0
        first = self.index.first
        for low, high in ahead:
            rank = low + int(first[low:high].searchsorted(cursor))
            while rank in placed:
                rank += 1
            if rank < high:
                begun = int(first[rank])
                if best is None or begun < soonest:
                    best, soonest = rank, begun
        return best


def _by_end(ranks: NDArray[np.int64], ends: NDArray[np.int64]) -> Iterator[int]:
    """Ranks in the order of their ends, found one by one since few are asked for."""
    ends = ends.copy()
    for _ in range(len(ranks)):
        place = int(ends.argmin())
        ends[place] = _TAKEN
        yield int(ranks[place])


def _without(low: int, high: int, taken: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A range of ranks without some of them, which rise."""
    for rank in taken:
        if low < rank:
            yield low, rank
        low = rank + 1
    if low < high:
        yield low, high
