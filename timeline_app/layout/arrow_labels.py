"""Room for the labels of arrows: beside the middle of each, where nothing is touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.chart import Rect, TextLine, TextRole
from timeline_app.layout.labels import free_of
from timeline_app.layout.order_paths import Points, sampled
from timeline_app.layout.order_sheet import OrderSheet

GAP = 3.0
"""From an arrow or a box to a label."""
FINE = 48
"""Points of each curve that are looked at, to see whether it runs through a place."""


class LabelPlaces:
    """Finds the places; a label that is placed takes its room from the others."""

    def __init__(
        self, sheet: OrderSheet, paths: Sequence[Points], taken: Sequence[Rect], plot: Rect
    ) -> None:
        """`taken` is what no label may touch, `plot` where all must lie. The lines of arrows are
        kept free where that is possible."""
        self._sheet = sheet
        self._taken = list(taken)
        self._plot = plot
        self._paths = paths
        self._lines: NDArray[np.float64] | None = None

    def beside(self, points: Points, own: tuple[Rect, Rect], text: str) -> TextLine | None:
        """A label in the first free place beside its arrow, or None where there is none."""
        sizes = self._sheet.sizes
        width = self._sheet.measurer.width(text, TextRole.NOTE)
        free = [
            rect
            for rect in _places(points, own, width, sizes.note)
            if _holds(self._plot, rect) and free_of(rect, self._taken, 1.0)
        ]
        if not free:
            return None
        rect = next((one for one in free if not self._is_crossed(one)), free[0])
        self._taken.append(rect)
        return TextLine(rect.x, rect.y + sizes.note_ascent, text, TextRole.NOTE)

    def _is_crossed(self, rect: Rect) -> bool:
        """Whether a line runs through a place."""
        if self._lines is None:
            self._lines = np.concatenate([sampled(path, FINE) for path in self._paths])
        x, y = self._lines[:, 0], self._lines[:, 1]
        inside = (x > rect.x) & (x < rect.right) & (y > rect.y) & (y < rect.bottom)
        return bool(inside.any())


def _places(points: Points, own: tuple[Rect, Rect], width: float, height: float) -> Iterator[Rect]:
    """Beneath, above, right and left of the middle of an arrow, then under and over its boxes."""
    line = sampled(points)
    x, y = (float(value) for value in line[len(line) // 2])
    left = x - width / 2
    yield Rect(left, y + GAP, width, height)
    yield Rect(left, y - GAP - height, width, height)
    yield Rect(x + 2 * GAP, y - height / 2, width, height)
    yield Rect(x - 2 * GAP - width, y - height / 2, width, height)
    yield Rect(left, max(box.bottom for box in own) + GAP, width, height)
    yield Rect(left, min(box.y for box in own) - GAP - height, width, height)


def _holds(plot: Rect, rect: Rect) -> bool:
    return (
        plot.x <= rect.x
        and rect.right <= plot.right
        and plot.y <= rect.y
        and rect.bottom <= plot.bottom
    )
