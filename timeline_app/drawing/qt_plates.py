"""Rounded rectangles that a window has by the hundred, in any width.

Rules:
* Of each look and height there is one wide image; of a narrower rectangle its two ends are placed.
* A width that stays from picture to picture, as while a view is panned, gets an image of its own:
  that is half as many pieces. While a view is zoomed no width stays.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeline_app.drawing.qt_atlas import PLATE
from timeline_app.drawing.qt_lasting import Lasting
from timeline_app.drawing.surface import Looks, PlateStyle

MOST: Final = 96
"""Images of one height: they must not crowd out what else the window draws."""
_WIDTHS: Final = PLATE + 1


class PlateWidths:
    """The widths of rectangles that have an image of their own, by their looks and height."""

    def __init__(self) -> None:
        """Starts empty."""
        self._found: dict[tuple[int, Hashable], _Found] = {}
        self._lasting: Lasting[int] = Lasting()

    def clear(self) -> None:
        """Give up all of them."""
        self._found.clear()
        self._lasting.clear()

    def of(self, styles: Sequence[PlateStyle], size: Hashable) -> _Found:
        """Those of some looks at a height; looks that are the same object are taken for the
        same."""
        key = id(styles), size
        found = self._found.get(key)
        if found is None or found.styles is not styles:
            found = self._found[key] = _Found(styles, self._lasting, key)
        return found


class _Found:
    """The images of some looks at one height."""

    def __init__(self, styles: Sequence[PlateStyle], lasting: Lasting[int], key: Hashable) -> None:
        self.styles = styles
        self._lasting, self._key = lasting, key
        self._numbers = np.full(len(styles) * _WIDTHS, -1)
        self._made = 0

    def images(self, looks: Looks, widths: NDArray[np.intp]) -> NDArray[np.int64]:
        """The numbers of the images of rectangles of these looks and whole widths, none of which is
        wider than `PLATE`; -1 where there is none."""
        numbers: NDArray[np.int64] = self._numbers[looks * _WIDTHS + widths]
        return numbers

    def wanted(self, looks: Looks, widths: NDArray[np.intp]) -> list[tuple[int, int]]:
        """Note that these, and no others, were placed by their ends in a picture. Looks and widths
        of those that stay, which are to get an image."""
        if self._made >= MOST:
            return []
        painted = set((looks * _WIDTHS + widths).tolist())
        return [divmod(one, _WIDTHS) for one in self._lasting.often(self._key, painted)]

    def make(self, look: int, width: int, number: int) -> None:
        """Such a rectangle has an image of this number."""
        self._numbers[look * _WIDTHS + width] = number
        self._made += 1
