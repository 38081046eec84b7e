"""Long events of a lane laid into rows, and what is left of them.

Rules:
* Each row is filled from the left with the next event that has room. What is left of the events of
  a lane is one count.
* No event is looked at but those that are laid.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

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
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BESIDE, GLYPH

APART = BESIDE + GLYPH / 2
"""From the end of an event to the beginning of the next, in pixels: that may be a point, and its
glyph stands out before it."""
_WITHOUT_START = (Openness.PAST, Openness.BOTH)
Ranks = Sequence[int] | NDArray[np.int64]
_NONE = np.empty(0, dtype=np.int64)
_TAKEN = np.iinfo(np.int64).max  # beyond every end, an open one too


class Visible(Struct, frozen=True, gc=False):
    """What of a group touches the visible span."""

    group: StretchGroup
    reach: Reach


def ranks_of(visible: Iterable[Visible]) -> NDArray[np.int64]:
    """The ranks of what touches the visible span."""
    return np.concatenate((_NONE, *(one.reach.ranks for one in visible)))


def is_local(group: StretchGroup, scale: TimeScale) -> bool:
    """Whether the events of a group are shorter than the view, so that they tell what is in it."""
    return group.openness is Openness.CLOSED and group.longest < scale.span


class LongLeft(Struct, frozen=True, gc=False):
    """What of some groups touches the seconds of a span and is not in rows of ranks. How many they
    are is known; which ones is worked out where somebody asks. The rows may hold more than what is
    in the span."""

    index: CalendarIndex
    groups: tuple[StretchGroup, ...]
    span: tuple[int, int]
    rows: tuple[Ranks, ...]
    count: int

    def __len__(self) -> int:
        return self.count

    def __contains__(self, rank: int) -> bool:
        start, end = self.span
        if not any(group.begin <= rank < group.end for group in self.groups):
            return False
        touches = self.index.first[rank] < end and self.index.last[rank] >= start
        return bool(touches) and not any((np.asarray(row) == rank).any() for row in self.rows)

    @property
    def ranges(self) -> Ranges:
        """The ranks, as unbroken ranges that rise."""
        placed = sorted(int(rank) for row in self.rows for rank in row)
        ranges: list[tuple[int, int]] = []
        for group in self.groups:
            for low, high in self.index.visible(group, *self.span).ranges:
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
            free = max(right, left + GLYPH) + APART
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
