"""Counts of a chart, all of them at once.

Rules:
* The counts of a lane stand side by side at one height, and a large case has a few hundred of them
  in every frame. So they are held as columns of numbers, which a painter takes as they are, and a
  `Cluster` is made only of one that somebody asks for.
* `Counts` is the clusters of a chart all the same: a sequence, from the first lane to the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, overload

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.model import Kind
from timeline_app.layout.chart import Cluster, Rect, TextLine, TextRole
from timeline_app.layout.members import Members, Ranges

Pixels = NDArray[np.float64]


class CountMembers(Protocol):
    """The events of many counts."""

    def ranges(self, place: int) -> Ranges:
        """The ranks of the events of a count."""

    def place_of(self, rank: int) -> int | None:
        """Which count holds the event of a rank, or None where none does."""


class RankedCounts(Struct, frozen=True, eq=False, gc=False):
    """Counts whose events have the ranks from `lows[n]` up to `highs[n]`."""

    lows: NDArray[np.int64]
    highs: NDArray[np.int64]

    def ranges(self, place: int) -> Ranges:
        """The ranks of the events of a count."""
        return ((int(self.lows[place]), int(self.highs[place])),)

    def place_of(self, rank: int) -> int | None:
        """Which count holds the event of a rank, or None where none does."""
        found = np.flatnonzero((self.lows <= rank) & (rank < self.highs))
        return int(found[0]) if len(found) else None


class CountColumns(Struct, frozen=True, eq=False, gc=False):
    """Counts lane by lane, those of a lane from the left, all equally high.

    Count n is in the band `bands[n]`, which is of the kind of that number in `kinds`. It takes
    `widths[n]` pixels from `lefts[n]`, and its top is at `tops[n]`. It counts `numbers[n]` events,
    which `is_told[n]` where there is room, from `number_xs[n]` on a line `ascent` beneath the top.
    `members` tells its events, as ranks in `order`; `ranks` has the rank of each event of the case.
    """

    kinds: tuple[Kind | None, ...]
    bands: NDArray[np.intp]
    tops: Pixels
    height: float
    ascent: float
    lefts: Pixels
    widths: Pixels
    numbers: NDArray[np.int64]
    is_told: NDArray[np.bool_]
    number_xs: Pixels
    members: CountMembers
    order: NDArray[np.int64]
    ranks: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.lefts)

    def cluster(self, place: int) -> Cluster:
        """One count with its events."""
        top = float(self.tops[place])
        rect = Rect(float(self.lefts[place]), top, float(self.widths[place]), self.height)
        line: TextLine | None = None
        if self.is_told[place]:
            text, x = count_text(int(self.numbers[place])), float(self.number_xs[place])
            line = TextLine(x, top + self.ascent, text, TextRole.COUNT)
        members = Members(self.order, self.ranks, self.members.ranges(place))
        return Cluster(rect, self.kinds[int(self.bands[place])], members, line)

    def place_of(self, event: int) -> int | None:
        """Which count holds an event, or None where none does."""
        rank = int(self.ranks[event])
        return self.members.place_of(rank) if rank >= 0 else None

    def place_at(self, x: float, y: float) -> int | None:
        """Which count holds a point, or None where none does."""
        across = (self.lefts <= x) & (x < self.lefts + self.widths)
        found = np.flatnonzero(across & (self.tops <= y) & (y < self.tops + self.height))
        return int(found[0]) if len(found) else None


def count_text(count: int) -> str:
    """A count as it is written."""
    return f"{count:,}"


def numbers_in(
    needed: Pixels, lefts: Pixels, widths: Pixels, air: float
) -> tuple[NDArray[np.bool_], Pixels]:
    """Which rectangles have room for their numbers, so many pixels wide, with so much air; and
    where these begin, in the middle of the rectangles."""
    return needed + air <= widths, lefts + (widths - needed) / 2


class Counts(Sequence[Cluster]):
    """The clusters of a chart: some that stand alone, and those held as columns."""

    __slots__ = ("_made", "columns", "single")

    def __init__(self, single: Sequence[Cluster], columns: CountColumns) -> None:
        self.single = tuple(single)
        self.columns = columns
        self._made: dict[int, Cluster] = {}

    def _cluster(self, place: int) -> Cluster:
        """One count, the same whenever it is asked for."""
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = self.columns.cluster(place)
        return made

    @property
    def has_numbers(self) -> bool:
        """Whether any of them has room for its number."""
        return bool(self.columns.is_told.any()) or any(one.label is not None for one in self.single)

    def at(self, x: float, y: float) -> Cluster | None:
        """The count that holds a point."""
        place = self.columns.place_at(x, y)
        if place is not None:
            return self._cluster(place)
        return next((one for one in self.single if one.rect.contains(x, y)), None)

    def holding(self, event: int) -> Cluster | None:
        """The count that holds an event."""
        place = self.columns.place_of(event)
        if place is not None:
            return self._cluster(place)
        return next((one for one in self.single if event in one.events), None)

    def __len__(self) -> int:
        return len(self.single) + len(self.columns)

    def __iter__(self) -> Iterator[Cluster]:
        yield from self.single
        yield from map(self._cluster, range(len(self.columns)))

    @overload
    def __getitem__(self, index: int) -> Cluster: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Cluster]: ...
    def __getitem__(self, index: int | slice) -> Cluster | Sequence[Cluster]:
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(len(self))
