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
    event that is alone. `needed` are the pixels that the widest count needs."""

    shift: int
    starts: Seconds
    counts: NDArray[np.int64]
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]
    ranks: NDArray[np.int64]
    texts: list[str]
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
    texts = [count_text(count) for count in counts[held].tolist()]
    widths = [measurer.width(text, TextRole.COUNT) for text in texts]
    return ReachedCells(
        shift=shift,
        starts=limits[held],
        counts=counts[held],
        lows=lows.sum(axis=0)[held],
        highs=highs.sum(axis=0)[held],
        ranks=np.where(highs > lows, lows, 0).sum(axis=0)[held],
        texts=texts,
        widths=np.array(widths, dtype=np.float64),
        needed=max(widths, default=0.0) + COUNT_ROOM,
    )


class Cells(Struct, frozen=True, eq=False, gc=False):
    """Cells that are seen, from the left: cell n lies between the seconds `starts[n]` and
    `ends[n]`, and has `counts[n]` events; `ranks[n]` is the rank of one that is alone, or -1;
    `texts[n]` is the count as it is written, so many pixels wide."""

    starts: Seconds
    ends: Seconds
    counts: NDArray[np.int64]
    ranks: NDArray[np.int64]
    texts: list[str]
    widths: NDArray[np.float64]
    members: CellMembers

    def __len__(self) -> int:
        return len(self.starts)

    def only(self, places: NDArray[np.intp]) -> Cells:
        """Some of them."""
        return Cells(
            self.starts[places],
            self.ends[places],
            self.counts[places],
            self.ranks[places],
            [self.texts[place] for place in places.tolist()],
            self.widths[places],
            self.members,
        )

    def ranges(self, place: int) -> Ranges:
        """The ranks of the events of a cell."""
        return self.members.between(int(self.starts[place]), int(self.ends[place]))

    def place_of(self, rank: int) -> int | None:
        """Which cell holds an event, or None where none does."""
        begin = self.members.begin_of(rank)
        if begin is None:
            return None
        place = int(self.starts.searchsorted(begin, side="right")) - 1
        # What begins before the view is in the first, which may begin later than it.
        place = max(place, 0) if begin == self.members.start else place
        return place if place >= 0 and begin < self.ends[place] else None


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
            else:
                begun = self.index.first[group.begin : group.end]
                low, high = begun.searchsorted((max(first, self.start), min(past, self.end)))
                if low < high:
                    found.append((group.begin + int(low), group.begin + int(high)))
        return tuple(sorted(found))

    def begin_of(self, rank: int) -> int | None:
        """The second at which an event is counted; None where it is not among these."""
        if not any(group.begin <= rank < group.end for group in self.groups):
            return None
        first, last = int(self.index.first[rank]), int(self.index.last[rank])
        return max(first, self.start) if first < self.end and last >= self.start else None


class Seen(Struct, frozen=True, gc=False):
    """What the edges of the view make of the events of the groups of a lane: how many touch it, and
    the ranks of all groups together, as in the reached cells, that begin before its start and
    before its end."""

    touching: int
    low: int
    high: int


def seen_cells(
    reached: ReachedCells,
    members: CellMembers,
    seen: Seen,
    scale: TimeScale,
    measurer: TextMeasurer,
) -> Cells:
    """The cells that hold what the view shows. What the edges of the plot leave of a cell belongs
    to its neighbour, where it is narrow."""
    size = 1 << reached.shift
    first, last = scale.start & -size, (scale.end - 1) & -size
    low, past = reached.starts.searchsorted((first, last + 1)).tolist()
    starts, counts = reached.starts[low:past].copy(), reached.counts[low:past].copy()
    ranks = np.where(counts == 1, reached.ranks[low:past], -1)
    texts, widths = reached.texts[low:past], reached.widths[low:past].copy()
    reaching = seen.touching - (seen.high - seen.low)
    if len(starts) and starts[-1] == last:
        counts[-1] -= int(reached.highs[past - 1]) - seen.high
    if len(starts) and starts[0] == first:
        counts[0] += reaching - (seen.low - int(reached.lows[low]))
    elif reaching:
        starts, counts = np.append(first, starts), np.append(reaching, counts)
        ranks, widths = np.append(-1, ranks), np.append(0.0, widths)
        texts.insert(0, "")
    cells = Cells(starts, starts + size, counts, ranks, texts, widths, members)
    return _with_edges(cells, scale, size, measurer) if len(cells) else cells


def _with_edges(cells: Cells, scale: TimeScale, size: int, measurer: TextMeasurer) -> Cells:
    """The same without a first or last cell that holds nothing, or of which the edge of the plot
    leaves little, and with the counts of those two written anew."""
    cells = cells if cells.counts.all() else cells.only(np.flatnonzero(cells.counts))
    narrow = scale.seconds_in(LEAST_CELL / 2)
    if len(cells) > 1 and cells.ends[0] <= scale.start + narrow:
        cells = _joined(cells, 0, size)
    if len(cells) > 1 and cells.starts[-1] >= scale.end - narrow:
        cells = _joined(cells, len(cells) - 1, size)
    for place in {0, len(cells) - 1} if len(cells) else ():
        text = cells.texts[place] = count_text(int(cells.counts[place]))
        cells.widths[place] = measurer.width(text, TextRole.COUNT)
        is_alone = cells.counts[place] == 1
        cells.ranks[place] = cells.ranges(place)[0][0] if is_alone else -1
    return cells


def _joined(cells: Cells, place: int, size: int) -> Cells:
    """The first or last cell with its neighbour, which may hold nothing."""
    first, second = (0, 1) if place == 0 else (place - 1, place)
    if cells.ends[first] < cells.starts[second]:
        cells.ends[0] += size if place == 0 else 0
        cells.starts[-1] -= 0 if place == 0 else size
        return cells
    cells.counts[first] += cells.counts[second]
    cells.ends[first] = cells.ends[second]
    return cells.only(np.delete(np.arange(len(cells)), second))


def count_text(count: int) -> str:
    """A count as it is written on a cluster."""
    return f"{count:,}"
