"""Counts on the calendar, for lanes with more events than their rows can show.

Rules:
* Time is cut into cells of a power of two of seconds, counted from 1970: the cells stay where they
  are while the view is moved, and each of them falls into two when it is zoomed.
* An event that is shorter than a glyph is counted in the cell in which it begins (in the first
  visible cell, where it begins before the view). A cell is as wide as the widest count in reach of
  the view needs.
* The cells in reach of a view are counted once. In each frame only the first and the last are
  counted anew, since the view may cut them.
* No event is looked at: counts are differences of ranks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.calendar_index import CalendarIndex, StretchGroup
from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.columns import Seconds
from timeline_app.layout.counts import count_text
from timeline_app.layout.members import Ranges
from timeline_app.layout.scale import TimeScale

LEAST_CELL = 24.0
"""A cell is at least so wide, in pixels."""
COUNT_ROOM = 10.0
"""What a cell needs beside its number."""


class ReachedCells(Struct, frozen=True, eq=False, gc=False):
    """The cells of a lane in reach of a view, those that hold anything, from the left. Cell n has
    `counts[n]` events from the second `starts[n]`; their ranks in all groups together lie from
    `lows[n]` up to `highs[n]`, of which only differences mean anything; `ranks` is the rank of an
    event that is alone. A count is `widths[n]` pixels wide; `needed` are those that the widest one
    needs."""

    shift: int
    starts: Seconds
    counts: NDArray[np.int64]
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]
    ranks: NDArray[np.int64]
    widths: NDArray[np.float64]
    needed: float


def reached_cells(
    index: CalendarIndex,
    groups: Sequence[StretchGroup],
    shift: int,
    reach: tuple[int, int],
    measurer: TextMeasurer,
) -> ReachedCells:
    """The cells of 2 to the `shift` seconds between two seconds, for groups of one lane."""
    numbers = np.arange(reach[0] >> shift, ((reach[1] - 1) >> shift) + 2, dtype=np.int64)
    limits = numbers << shift
    edges = np.empty((len(groups), len(limits)), dtype=np.int64)
    for place, group in enumerate(groups):
        edges[place] = index.first[group.begin : group.end].searchsorted(limits)
        edges[place] += group.begin
    lows, highs = edges[:, :-1], edges[:, 1:]
    counts = (highs - lows).sum(axis=0)
    held = np.flatnonzero(counts)
    widths = [count_width(count, measurer) for count in counts[held].tolist()]
    return ReachedCells(
        shift=shift,
        starts=limits[held],
        counts=counts[held],
        lows=lows.sum(axis=0)[held],
        highs=highs.sum(axis=0)[held],
        ranks=np.where(highs > lows, lows, 0).sum(axis=0)[held],
        widths=np.array(widths, dtype=np.float64),
        needed=max(widths, default=0.0) + COUNT_ROOM,
    )


class CellMembers(Struct, frozen=True, eq=False, gc=False):
    """The events of some groups that touch the seconds from `start` up to `end`."""

    index: CalendarIndex
    groups: tuple[StretchGroup, ...]
    start: int
    end: int

    def between(self, first: int, past: int) -> Ranges:
        """The ranks of those that begin between two seconds. What begins before the view is as if
        it began with it."""
        found: list[tuple[int, int]] = []
        for group in self.groups:
            if first <= self.start < past:
                reach = self.index.visible(group, self.start, min(past, self.end))
                found.extend(reach.ranges)
                continue
            begun = self.index.first[group.begin : group.end]
            low, high = begun.searchsorted((max(first, self.start), min(past, self.end))).tolist()
            if low < high:
                found.append((group.begin + low, group.begin + high))
        return tuple(sorted(found))

    def begin_of(self, rank: int) -> int | None:
        """The second at which an event is counted; None where it is not among these."""
        first, last = int(self.index.first[rank]), int(self.index.last[rank])
        if first >= self.end or last < self.start:
            return None
        inside = any(group.begin <= rank < group.end for group in self.groups)
        return max(first, self.start) if inside else None


class CountedLane(Struct, frozen=True, eq=False, gc=False):
    """A lane that counts: its cells in reach, their events, how many of these are to be counted,
    and the ranks of all its groups together, as in the cells, that begin before the start of the
    view and before its end."""

    reached: ReachedCells
    members: CellMembers
    count: int
    low: int
    high: int


class ReachedTogether(Struct, frozen=True, eq=False, gc=False):
    """The cells in reach of several lanes, lane after lane; `bands` is the number of the lane."""

    bands: NDArray[np.intp]
    starts: Seconds
    ends: Seconds
    counts: NDArray[np.int64]
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]
    ranks: NDArray[np.int64]
    widths: NDArray[np.float64]

    @classmethod
    def of(cls, lanes: Sequence[ReachedCells]) -> ReachedTogether:
        """Those of some lanes."""
        counts = np.concatenate([one.counts for one in lanes])
        ranks = np.concatenate([one.ranks for one in lanes])
        return cls(
            bands=np.repeat(np.arange(len(lanes)), [len(one.starts) for one in lanes]),
            starts=np.concatenate([one.starts for one in lanes]),
            ends=np.concatenate([one.starts + (1 << one.shift) for one in lanes]),
            counts=counts,
            lows=np.concatenate([one.lows for one in lanes]),
            highs=np.concatenate([one.highs for one in lanes]),
            ranks=np.where(counts == 1, ranks, -1),
            widths=np.concatenate([one.widths for one in lanes]),
        )


class Cells(Struct, frozen=True, eq=False, gc=False):
    """Cells that are seen, lane after lane, each from the left: cell n is of the lane of number
    `bands[n]`, lies between the seconds `starts[n]` and `ends[n]`, and has `counts[n]` events;
    `ranks[n]` is the rank of one that is alone, or -1; the count is `widths[n]` pixels wide as it
    is written."""

    bands: NDArray[np.intp]
    starts: Seconds
    ends: Seconds
    counts: NDArray[np.int64]
    ranks: NDArray[np.int64]
    widths: NDArray[np.float64]
    members: Sequence[CellMembers]

    def __len__(self) -> int:
        return len(self.starts)

    def only(self, places: NDArray[np.intp]) -> Cells:
        """Some of them."""
        return Cells(
            self.bands[places],
            self.starts[places],
            self.ends[places],
            self.counts[places],
            self.ranks[places],
            self.widths[places],
            self.members,
        )

    def ranges(self, place: int) -> Ranges:
        """The ranks of the events of a cell."""
        members = self.members[int(self.bands[place])]
        return members.between(int(self.starts[place]), int(self.ends[place]))

    def place_of(self, rank: int) -> int | None:
        """Which cell holds an event, or None where none does."""
        for band, members in enumerate(self.members):
            begin = members.begin_of(rank)
            if begin is not None:
                inside = (self.bands == band) & (self.starts <= begin) & (begin < self.ends)
                found = np.flatnonzero(inside)
                return int(found[0]) if len(found) else None
        return None


def seen_cells(
    lanes: Sequence[CountedLane],
    together: ReachedTogether,
    scale: TimeScale,
    measurer: TextMeasurer,
) -> Cells:
    """The cells that hold what the view shows. What the edges of the plot leave of a cell belongs
    to its neighbour, where a number has no room in it."""
    held = np.flatnonzero((together.ends > scale.start) & (together.starts < scale.end))
    cells = Cells(
        bands=together.bands[held],
        starts=together.starts[held],
        ends=together.ends[held],
        counts=together.counts[held],
        ranks=together.ranks[held],
        widths=together.widths[held],
        members=[lane.members for lane in lanes],
    )
    bounds = cells.bands.searchsorted(np.arange(len(lanes) + 1)).tolist()
    edges = _Edges(cells, scale)
    for band, lane in enumerate(lanes):
        low, past = bounds[band], bounds[band + 1]
        if low < past and cells.ends[past - 1] >= scale.end:
            cells.counts[past - 1] -= int(together.highs[held[past - 1]]) - lane.high
        reaching = lane.count - (lane.high - lane.low)
        if low < past and cells.starts[low] <= scale.start:
            cells.counts[low] += reaching - (lane.low - int(together.lows[held[low]]))
        elif reaching:
            edges.lack(band, reaching, low, lane.reached.shift)
        edges.join_narrow(low, past, scale.seconds_in(lane.reached.needed))
    return edges.written(measurer)


class _Edges:
    """The first and last cells of lanes, where the view cuts them."""

    def __init__(self, cells: Cells, scale: TimeScale) -> None:
        self._cells, self._scale = cells, scale
        self._lacking: list[tuple[int, int, int, int]] = []
        self._changed: list[int] = []

    def lack(self, band: int, count: int, place: int, shift: int) -> None:
        """There is no cell yet for so many that begin before the view; it belongs at a place."""
        self._lacking.append((place, band, count, shift))

    def join_narrow(self, low: int, past: int, narrow: int) -> None:
        """Join the first and the last cell of a lane with their neighbours where the edge of the
        plot leaves too few seconds of them for a number; a neighbour may hold nothing."""
        cells, scale = self._cells, self._scale
        if low == past:
            return
        self._changed += (low, past - 1)
        if past - low == 1:
            return
        if cells.counts[low] and cells.ends[low] <= scale.start + narrow:
            if cells.ends[low] < cells.starts[low + 1]:
                cells.ends[low] = min(
                    int(2 * cells.ends[low] - cells.starts[low]), int(cells.starts[low + 1])
                )
            else:
                cells.counts[low + 1] += cells.counts[low]
                cells.starts[low + 1] = cells.starts[low]
                cells.counts[low] = 0
                self._changed.append(low + 1)
        last = past - 1
        if cells.counts[last] and cells.starts[last] >= scale.end - narrow:
            if cells.ends[last - 1] < cells.starts[last]:
                cells.starts[last] = max(
                    int(2 * cells.starts[last] - cells.ends[last]), int(cells.ends[last - 1])
                )
            else:
                cells.counts[last - 1] += cells.counts[last]
                cells.ends[last - 1] = cells.ends[last]
                cells.counts[last] = 0
                self._changed.append(last - 1)

    def written(self, measurer: TextMeasurer) -> Cells:
        """All cells that hold anything, with the counts at the edges written anew."""
        cells = self._cells
        for place in self._changed:
            count = int(cells.counts[place])
            cells.widths[place] = count_width(count, measurer)
            cells.ranks[place] = cells.ranges(place)[0][0] if count == 1 else -1
        if self._lacking:
            cells = self._completed(measurer)
        return cells if cells.counts.all() else cells.only(np.flatnonzero(cells.counts))

    def _completed(self, measurer: TextMeasurer) -> Cells:
        """The cells with those that were lacking, each before the first of its lane."""
        cells, places = self._cells, [one[0] for one in self._lacking]
        bands, starts, ends, counts, widths = [], [], [], [], []
        for _, band, count, shift in self._lacking:
            start = self._scale.start >> shift << shift
            bands.append(band)
            starts.append(start)
            ends.append(start + (1 << shift))
            counts.append(count)
            widths.append(count_width(count, measurer))
        made = Cells(
            np.insert(cells.bands, places, bands),
            np.insert(cells.starts, places, starts),
            np.insert(cells.ends, places, ends),
            np.insert(cells.counts, places, counts),
            np.insert(cells.ranks, places, -1),
            np.insert(cells.widths, places, widths),
            cells.members,
        )
        for place in np.flatnonzero((made.counts == 1) & (made.ranks < 0)).tolist():
            made.ranks[place] = made.ranges(place)[0][0]
        return made


def count_width(count: int, measurer: TextMeasurer) -> float:
    """The pixels of a count as it is written."""
    return measurer.width(count_text(count), TextRole.COUNT)
