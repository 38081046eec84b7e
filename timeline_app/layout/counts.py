"""Counts of a chart, a whole band of them at once.

Rules:
* The counts of a lane stand side by side at one height, and a large case has a few hundred of them
  in every frame. So a band holds their places as columns of numbers, which a painter takes as they
  are, and a `Cluster` is made only of one that somebody asks for.
* `Counts` is the clusters of a chart all the same: a sequence, from the first lane to the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.model import Kind
from timeline_app.layout.chart import Cluster, Rect, TextLine, TextMeasurer, TextRole
from timeline_app.layout.members import Members


class CountBand(Struct, frozen=True, eq=False, gc=False):
    """Counts of one lane side by side, from the left.

    Count n takes `widths[n]` pixels from `lefts[n]`. Its number `texts[n]` begins at `text_xs[n]`;
    it is empty where it has no room. Its events have the ranks from `lows[:, n]` up to
    `highs[:, n]` in `order`; `ranks` has the rank of each event of the case.
    """

    kind: Kind | None
    y: float
    height: float
    baseline: float
    lefts: list[float]
    widths: list[float]
    texts: list[str]
    text_xs: list[float]
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]
    order: NDArray[np.int64]
    ranks: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.lefts)

    def rect(self, place: int) -> Rect:
        """The rectangle of one count."""
        return Rect(self.lefts[place], self.y, self.widths[place], self.height)

    def cluster(self, place: int) -> Cluster:
        """One count with its events."""
        lows, highs = self.lows[:, place].tolist(), self.highs[:, place].tolist()
        ranges = tuple(part for part in zip(lows, highs, strict=True) if part[0] < part[1])
        text = self.texts[place]
        line = TextLine(self.text_xs[place], self.baseline, text, TextRole.COUNT) if text else None
        members = Members(self.order, self.ranks, ranges)
        return Cluster(self.rect(place), self.kind, members, line)

    def place_of(self, event: int) -> int | None:
        """Which count holds an event, or None where none does."""
        rank = self.ranks[event]
        inside = ((self.lows <= rank) & (rank < self.highs)).any(axis=0)
        return int(inside.argmax()) if inside.any() else None


def numbers_in(
    counts: Sequence[int],
    lefts: Sequence[float],
    widths: Sequence[float],
    air: float,
    measurer: TextMeasurer,
) -> tuple[list[str], list[float]]:
    """The numbers of counts, in the middle of their rectangles, and where they begin; empty where
    a number with so much air has no room."""
    texts: list[str] = []
    xs: list[float] = []
    for count, left, width in zip(counts, lefts, widths, strict=True):
        text = f"{count:,}"
        needed = measurer.width(text, TextRole.COUNT)
        texts.append(text if needed + air <= width else "")
        xs.append(left + (width - needed) / 2)
    return texts, xs


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
            for place, left in enumerate(band.lefts):
                if left <= x < left + band.widths[place]:
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
