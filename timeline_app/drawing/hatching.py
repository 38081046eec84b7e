"""The lines of a hatch one by one, for surfaces that have no tiles."""

from __future__ import annotations

from math import ceil, floor

from timeline_app.drawing.surface import Hatch
from timeline_app.layout.chart import Rect

Segment = tuple[float, float, float, float]


def hatch_lines(rect: Rect, hatch: Hatch) -> list[Segment]:
    """The lines of a hatch over a rectangle, each x1, y1, x2, y2, from its foot to its head.

    They rise at 45 degrees and reach a little beyond the rectangle on every side, so that clipped
    to it they leave no corner out.
    """
    beyond = hatch.width
    low, high = rect.bottom + beyond, rect.y - beyond
    # A line whose foot stands at x reaches x + height at the top.
    first = ceil((rect.x - rect.height - beyond - hatch.anchor) / hatch.distance)
    last = floor((rect.right + beyond - hatch.anchor) / hatch.distance)
    feet = (hatch.anchor + number * hatch.distance for number in range(first, last + 1))
    return [(foot - beyond, low, foot + rect.height + beyond, high) for foot in feet]
