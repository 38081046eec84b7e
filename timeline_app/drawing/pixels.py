"""Where the pixels of a device lie, so that what is upright can be moved onto whole ones."""

from __future__ import annotations

from math import floor

from msgspec import Struct

from timeline_app.layout.chart import Rect


class PixelGrid(Struct, frozen=True, gc=False):
    """Device pixels over a surface: `scale` of them to a pixel of the chart, the chart's origin at
    device pixel (`left`, `top`). Methods take and give pixels of the chart, but for `edges`."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def is_plain(self) -> bool:
        """Whether pixels of the chart are those of the device."""
        return self.scale == 1.0 and not self.left and not self.top

    def across(self, x: float) -> float:
        """The nearest x between two columns of device pixels."""
        return (floor(x * self.scale + self.left + 0.5) - self.left) / self.scale

    def down(self, y: float) -> float:
        """The nearest y between two rows of device pixels."""
        return (floor(y * self.scale + self.top + 0.5) - self.top) / self.scale

    def width(self, width: float) -> float:
        """The nearest width of whole device pixels, at least one."""
        return max(1, floor(width * self.scale + 0.5)) / self.scale

    def rect(self, rect: Rect) -> Rect:
        """The rectangle with its four edges between device pixels, never vanishing: what has a
        width or height keeps at least one pixel of it."""
        x1, y1, x2, y2 = self.edges(rect)
        scale, left, top = self.scale, self.left, self.top
        return Rect((x1 - left) / scale, (y1 - top) / scale, (x2 - x1) / scale, (y2 - y1) / scale)

    def edges(self, rect: Rect) -> tuple[int, int, int, int]:
        """The same as device pixels: left, top, right, bottom."""
        scale, left, top = self.scale, self.left, self.top
        x1 = floor(rect.x * scale + left + 0.5)
        x2 = floor((rect.x + rect.width) * scale + left + 0.5)
        y1 = floor(rect.y * scale + top + 0.5)
        y2 = floor((rect.y + rect.height) * scale + top + 0.5)
        if x2 <= x1 and rect.width > 0:
            x2 = x1 + 1
        if y2 <= y1 and rect.height > 0:
            y2 = y1 + 1
        return x1, y1, x2, y2

    def upright(self, x: float, width: float) -> tuple[float, float]:
        """Left edge and width of an upright line whose middle is at x."""
        whole = self.width(width)
        return self.across(x - whole / 2), whole

    def level(self, y: float, width: float) -> tuple[float, float]:
        """Top edge and width of a level line whose middle is at y."""
        whole = self.width(width)
        return self.down(y - whole / 2), whole
