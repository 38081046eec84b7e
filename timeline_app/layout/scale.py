"""Time to pixel and back, and column to pixel and back: one frozen object each.

Rules:
* Seconds are whole numbers of any size; differences are taken as integers before anything becomes
  a float, so that a minute two billion years away is as sharp as one today.
* A second takes the stretch from its own x to the x of the next one. A window whose last second
  is `latest` therefore ends at `x(latest + 1)`.
* Whole columns of times (`xs`) must lie within ±2**62, where the sentinels of open bounds lie.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

LEAST_SPAN = 60
"""The shortest visible span: a minute."""
FARTHEST = 2**61
"""No visible span reaches further from 1970 than this: some 73 thousand million years."""


class TimeScale(Struct, frozen=True, gc=False):
    """The visible seconds, `start` up to but not including `end`, on pixels from `left`."""

    start: int
    end: int
    left: float
    width: float

    @classmethod
    def showing(cls, start: int, end: int, left: float, width: float) -> TimeScale:
        """A scale for this span, corrected about its middle where it is too short, reaches too
        far, or has no room."""
        length = min(max(end - start, LEAST_SPAN), 2 * FARTHEST)
        start += (end - start - length) // 2
        start = min(max(start, -FARTHEST), FARTHEST - length)
        return cls(start, start + length, left, max(width, 1.0))

    @property
    def span(self) -> int:
        """How many seconds are visible."""
        return self.end - self.start

    @property
    def right(self) -> float:
        """The x where the visible span ends."""
        return self.left + self.width

    @property
    def seconds_per_pixel(self) -> float:
        """How much time one pixel takes."""
        return self.span / self.width

    def x(self, second: int) -> float:
        """Where a second begins."""
        return self.left + self.width * ((second - self.start) / (self.end - self.start))

    def xs(self, seconds: NDArray[np.int64]) -> NDArray[np.float64]:
        """Where many seconds begin. Open bounds come to lie far outside, on their own side."""
        offsets = (seconds - np.int64(self.start)).astype(np.float64)
        return self.left + offsets * (self.width / self.span)

    def second(self, x: float) -> int:
        """The second at a pixel."""
        return self.start + int((x - self.left) / self.width * self.span // 1)

    def seconds_in(self, pixels: float) -> int:
        """How many whole seconds so many pixels take, at least one."""
        return max(1, int(pixels * self.seconds_per_pixel))


class ColumnScale(Struct, frozen=True, gc=False):
    """The visible columns of the order axis on pixels from `left`: column n takes n to n + 1, and
    the ends may lie within a column while the view is moved."""

    first: float
    last: float
    left: float
    width: float

    @property
    def column_width(self) -> float:
        """Pixels that one column takes."""
        return self.width / (self.last - self.first)

    @property
    def right(self) -> float:
        """The x where the visible columns end."""
        return self.left + self.width

    @property
    def visible(self) -> range:
        """The columns of which something is visible."""
        past_end = int(-(-self.last // 1))
        return range(int(self.first // 1), max(past_end, int(self.first // 1)))

    def x(self, column: float) -> float:
        """Where a column begins; fractions lie within it."""
        return self.left + (column - self.first) * self.column_width

    def column(self, x: float) -> float:
        """The column at a pixel, with the fraction of it."""
        return self.first + (x - self.left) / self.column_width
