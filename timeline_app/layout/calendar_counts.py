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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from timeline_app.layout.calendar_index import (
    CalendarIndex,
    Openness,
    Ranges,
    StretchGroup,
    count_in,
)
from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BESIDE, GLYPH

LEAST_CELL = 24.0
"""A cell is at least so wide, in pixels."""
COUNT_ROOM = 10.0
"""What a cell needs beside its number."""


@dataclass(frozen=True, slots=True)
class Visible:
    """What of a group touches the visible span."""

    group: StretchGroup
    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Cell:
    """The events counted between two seconds, and how many they are."""

    start: int
    end: int
    ranges: Ranges
    count: int


def is_local(group: StretchGroup, scale: TimeScale) -> bool:
    """Whether the events of a group are shorter than the view, so that they tell what is in it."""
    return group.openness is Openness.CLOSED and group.longest < scale.span


def count_text(count: int) -> str:
    """A count as it is written on a cluster."""
    return f"{count:,}"


def cells_of(
    index: CalendarIndex, short: Sequence[Visible], scale: TimeScale, measurer: TextMeasurer
) -> tuple[Cell, ...]:
    """The cells that hold any of these events, from the left."""
    total = sum(count_in(one.ranges) for one in short)
    typical = int(total * LEAST_CELL / scale.width)
    least = max(LEAST_CELL, measurer.width(count_text(typical), TextRole.COUNT) + COUNT_ROOM)
    while True:
        cells = _cells(index, short, scale, least)
        most = max((cell.count for cell in cells), default=0)
        needed = measurer.width(count_text(most), TextRole.COUNT) + COUNT_ROOM
        if needed <= least or len(cells) <= 1:
            return cells
        least = needed


def _cells(
    index: CalendarIndex, short: Sequence[Visible], scale: TimeScale, least: float
) -> tuple[Cell, ...]:
    limits = _limits(scale, least)
    inner = np.array(limits[1:-1], dtype=np.int64)
    found: dict[int, list[tuple[int, int]]] = {}
    for visible in short:
        for low, high in visible.ranges:
            if index.first[high - 1] < scale.start:
                found.setdefault(0, []).append((low, high))
                continue
            edges = index.first[low:high].searchsorted(inner) + low
            for number, (begin, end) in enumerate(pairwise([low, *edges.tolist(), high])):
                if begin < end:
                    found.setdefault(number, []).append((begin, end))
    return tuple(
        Cell(limits[number], limits[number + 1], tuple(sorted(ranges)), count_in(ranges))
        for number, ranges in sorted(found.items())
    )


def _limits(scale: TimeScale, least: float) -> list[int]:
    """The seconds at which cells begin, and that at which the last ends. What the edges of the
    plot leave of a cell belongs to its neighbour, where it is narrow."""
    shift = scale.seconds_in(least).bit_length()
    first, last = scale.start >> shift, (scale.end - 1) >> shift
    narrow = scale.seconds_in(least / 2)
    inner = [number << shift for number in range(first + 1, last + 1)]
    kept = [second for second in inner if scale.start + narrow < second < scale.end - narrow]
    return [first << shift, *kept, (last + 1) << shift]


@dataclass(slots=True)
class RowFilling:
    """Lays long events into rows, each from the left; every rank is placed at most once. Those
    that are shorter than the view go first: the others tell less of what is in view."""

    index: CalendarIndex
    scale: TimeScale
    long: Sequence[Visible]
    placed: set[int] = field(default_factory=set)

    def rows(self, most: int) -> list[list[int]]:
        """Up to so many rows of ranks."""
        rows: list[list[int]] = []
        local = [one for one in self.long if is_local(one.group, self.scale)]
        others = [one for one in self.long if not is_local(one.group, self.scale)]
        for tier in (local, others):
            while len(rows) < most:
                row = list(self._row(tier))
                if not row:
                    break
                rows.append(row)
        return rows

    def left_over(self) -> Ranges:
        """What has not been placed."""
        placed = sorted(self.placed)
        ranges: list[tuple[int, int]] = []
        for visible in self.long:
            for low, high in visible.ranges:
                inside = placed[bisect_left(placed, low) : bisect_left(placed, high)]
                ranges.extend(_without(low, high, inside))
        return tuple(sorted(ranges))

    def _row(self, tier: Sequence[Visible]) -> Iterator[int]:
        rank = self._begun_before(tier)
        cursor = self.scale.start
        while True:
            if rank is None:
                rank = self._next(tier, cursor)
            if rank is None:
                return
            self.placed.add(rank)
            yield rank
            right = self.scale.x(int(self.index.last[rank]) + 1)
            left = max(self.scale.x(int(self.index.first[rank])), self.scale.left)
            free = max(right, left + GLYPH) + BESIDE
            if free >= self.scale.right:
                return
            cursor = self.scale.second(free) + 1
            rank = None

    def _begun_before(self, tier: Sequence[Visible]) -> int | None:
        """Of those that began before the view, the one that ends first."""
        best: int | None = None
        for visible in tier:
            for low, high in visible.ranges:
                begun = self._begun(visible.group, low, high)
                rank = self._earliest_end(visible.group, low, begun)
                if rank is not None and (
                    best is None or self.index.last[rank] < self.index.last[best]
                ):
                    best = rank
        return best

    def _begun(self, group: StretchGroup, low: int, high: int) -> int:
        """Up to which rank the events of a range began before the view."""
        if group.openness in (Openness.PAST, Openness.BOTH):
            return high
        return low + int(np.searchsorted(self.index.first[low:high], self.scale.start))

    def _earliest_end(self, group: StretchGroup, low: int, high: int) -> int | None:
        if group.openness is Openness.CLOSED:
            ends = self.index.last[low:high].copy()
            for rank in self.placed:
                if low <= rank < high:
                    ends[rank - low] = np.iinfo(np.int64).max
            found = low + int(np.argmin(ends)) if len(ends) else high
            return None if found >= high or found in self.placed else found
        return next((rank for rank in range(low, high) if rank not in self.placed), None)

    def _next(self, tier: Sequence[Visible], cursor: int) -> int | None:
        """The first that begins at the cursor or after it."""
        best: int | None = None
        for visible in tier:
            if visible.group.openness in (Openness.PAST, Openness.BOTH):
                continue
            for low, high in visible.ranges:
                rank = low + int(np.searchsorted(self.index.first[low:high], cursor))
                while rank in self.placed:
                    rank += 1
                if rank < high and (
                    best is None or self.index.first[rank] < self.index.first[best]
                ):
                    best = rank
        return best


def _without(low: int, high: int, taken: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A range of ranks without some of them, which rise."""
    for rank in taken:
        if low < rank:
            yield low, rank
        low = rank + 1
    if low < high:
        yield low, high
