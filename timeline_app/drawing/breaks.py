"""Where a stretch of time is folded out of the axis.

Rules:
* A pale band goes through all lanes, so that nobody takes what lies on its two sides for
  neighbours.
* The axis is broken by two short slanted strokes, and so is every bar that runs through the band:
  it goes on there for longer than it looks.
* What stands in the band says how long the stretch is.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.drawing.surface import Brush, Pen, Surface, TextStyle
from timeline_app.drawing.theme import MEASURES, Theme
from timeline_app.layout.chart import Break, Chart, Rect

_HALF = 3.0  # from the middle of a break to each of its strokes
_SLANT = 3.0  # how far each end of a stroke lies beside its middle
_BEYOND = 4.0  # how far a stroke reaches above and below what it breaks


def paint_break_bands(surface: Surface, theme: Theme, chart: Chart) -> None:
    """Paints the bands through the lanes, beneath everything that lies in them."""
    bottom = chart.height - chart.axis_height
    for one in chart.breaks:
        band = Rect(one.left, 0.0, one.right - one.left, bottom)
        surface.rectangle(band, None, Brush(theme.band))


def paint_broken_bars(surface: Surface, theme: Theme, chart: Chart) -> None:
    """Paints the strokes on the bars that run through a break."""
    for one in chart.breaks:
        for rect in _bars_through(chart, one):
            _paint_strokes(surface, theme, one.x, rect.y - 1.0, rect.bottom + 1.0, theme.band)


def paint_axis_breaks(surface: Surface, theme: Theme, chart: Chart) -> None:
    """Paints the strokes on the axis, and the words beneath them."""
    top = chart.height - chart.axis_height
    for one in chart.breaks:
        _paint_strokes(surface, theme, one.x, top - _BEYOND, top + _BEYOND, theme.background)
        if one.label is not None:
            style = TextStyle(theme.text_soft, italic=True)
            place = (one.label.x, one.label.baseline)
            surface.text(place, one.label.text, one.label.role, style)


def paint_break_sample(surface: Surface, theme: Theme, rect: Rect) -> None:
    """Paints an axis that is broken in its middle, for a legend."""
    middle = rect.y + rect.height / 2
    surface.line((rect.x, middle), (rect.right, middle), Pen(theme.text_soft, MEASURES.outline))
    _paint_strokes(
        surface,
        theme,
        rect.x + rect.width / 2,
        middle - _BEYOND,
        middle + _BEYOND,
        theme.background,
    )


def _bars_through(chart: Chart, one: Break) -> Iterator[Rect]:
    """The bars that begin before a break and end behind it."""
    for mark in chart.events:
        for bar in mark.bars:
            if bar.rect.x < one.x - _HALF - _SLANT and bar.rect.right > one.x + _HALF + _SLANT:
                yield bar.rect


def _paint_strokes(
    surface: Surface, theme: Theme, x: float, top: float, bottom: float, ground: int
) -> None:
    """Two slanted strokes, with nothing between them."""
    left, right = x - _HALF, x + _HALF
    surface.polygon(
        (
            (left + _SLANT, top),
            (right + _SLANT, top),
            (right - _SLANT, bottom),
            (left - _SLANT, bottom),
        ),
        None,
        Brush(ground),
    )
    pen = Pen(theme.text_soft, MEASURES.outline)
    for middle in (left, right):
        surface.line((middle + _SLANT, top), (middle - _SLANT, bottom), pen)
