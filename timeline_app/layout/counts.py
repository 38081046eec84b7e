"""Counts of a chart, a whole band of them at once.

Rules:
* The counts of a lane stand side by side at one height, and a large case has a few hundred of them
  in every frame. So a band holds their places as columns of numbers, which a painter takes as they
  are, and a `Cluster` is made only of one that somebody asks for.
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
    """The events of counts that stand side by side."""

    def ranges(self, place: int) -> Ranges:
        """The ranks of the events of a count."""

    def place_of(self, rank: int) -> int | None:
        """Which count holds the event of a rank, or None where none does."""


class RankedCounts(Struct, frozen=True, eq=False, gc=False):
    """Counts whose events have the ranks from `lows[n]` up to `highs[n]`; both rise."""

    lows: NDArray[np.int64]
    highs: NDArray[np.int64]

    def ranges(self, place: int) -> Ranges:
        """The ranks of the events of a count."""
        return ((int(self.lows[place]), int(self.highs[place])),)

    def place_of(self, rank: int) -> int | None:
        """Which count holds the event of a rank, or None where none does."""
        place = int(self.lows.searchsorted(rank, side="right")) - 1
        return place if place >= 0 and rank < self.highs[place] else None


class CountBand(Struct, frozen=True, eq=False, gc=False):
    """Counts of one lane side by side, from the left.

    Count n takes `widths[n]` pixels from `lefts[n]`. Its number `texts[n]` begins at `text_xs[n]`;
    it is empty where it has no room. `members` tells its events, as ranks in `order`; `ranks` has
    the rank of each event of the case.
    """

    kind: Kind | None
    y: float
    height: float
    baseline: float
    lefts: Pixels
    widths: Pixels
    texts: list[str]
    text_xs: Pixels
    members: CountMembers
    order: NDArray[np.int64]
    ranks: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.lefts)

    def rect(self, place: int) -> Rect:
        """The rectangle of one count."""
        return Rect(float(self.lefts[place]), self.y, float(self.widths[place]), self.height)

    def cluster(self, place: int) -> Cluster:
        """One count with its events."""
        text, x = self.texts[place], float(self.text_xs[place])
        line = TextLine(x, self.baseline, text, TextRole.COUNT) if text else None
        members = Members(self.order, self.ranks, self.members.ranges(place))
        return Cluster(self.rect(place), self.kind, members, line)

    def place_of(self, event: int) -> int | None:
        """Which count holds an event, or None where none does."""
        rank = int(self.ranks[event])
        return self.members.place_of(rank) if rank >= 0 else None


def numbers_in(
    texts: Sequence[str], needed: Pixels, lefts: Pixels, widths: Pixels, air: float
) -> tuple[list[str], Pixels]:
    """The numbers of counts, so many pixels wide, in the middle of their rectangles, and where they
    begin; empty where a number with so much air has no room."""
    has_room = needed + air <= widths
    shown = list(texts)
    for place in np.flatnonzero(~has_room).tolist():
        shown[place] = ""
    return shown, lefts + (widths - needed) / 2


class Counts(Sequence[Cluster]):
    """The clusters of a chart: some that stand alone, and whole bands."""

    __slots__ = ("_made", "bands", "single")

    def __init__(self, single: Sequence[Cluster], bands: Sequence[CountBand]) -> None:
        self.single = tuple(single)
        self.bands = tuple(bands)
        self._made: dict[tuple[float, int], Cluster] = {}

    def _cluster(self, band: CountBand, place: int) -> Cluster:
        """One count, the same whenever it is asked for."""
        made = self._made.get((band.y, place))
        if made is None:
            made = self._made[band.y, place] = band.cluster(place)
        return made

    def at(self, x: float, y: float) -> Cluster | None:
        """The count that holds a point."""
        for band in self.bands:
            if not band.y <= y < band.y + band.height:
                continue
            place = int(band.lefts.searchsorted(x, side="right")) - 1
            if place >= 0 and x < band.lefts[place] + band.widths[place]:
                return self._cluster(band, place)
        return next((one for one in self.single if one.rect.contains(x, y)), None)

    def __len__(self) -> int:
        return len(self.single) + sum(len(band) for band in self.bands)

    def __iter__(self) -> Iterator[Cluster]:
        yield from self.single
        for band in self.bands:
            yield from (self._cluster(band, place) for place in range(len(band)))

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
