"""What a page is put together from: blocks with a height, each painting itself at its origin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from timeline_app.drawing.legend import Legend, paint_legend
from timeline_app.drawing.surface import Surface, TextStyle
from timeline_app.drawing.theme import Theme
from timeline_app.layout.chart import TextLine, TextMeasurer, TextRole
from timeline_app.layout.labels import whole_lines


class Block(Protocol):
    """A part of a page, as wide as the page between its margins."""

    @property
    def height(self) -> float:
        """In pixels of the layout."""

    def paint(self, surface: Surface, theme: Theme) -> None:
        """Paint it, its top left corner at the surface's origin."""


class TextBlock(NamedTuple):
    """Lines of text, each in the colour of its role."""

    height: float
    lines: tuple[TextLine, ...]

    def paint(self, surface: Surface, theme: Theme) -> None:
        """Paint the lines."""
        for line in self.lines:
            style = TextStyle(theme.text_colour(line.role))
            surface.text((line.x, line.baseline), line.text, line.role, style)


class LegendBlock(NamedTuple):
    """A legend, from `left`."""

    height: float
    legend: Legend
    left: float

    def paint(self, surface: Surface, theme: Theme) -> None:
        """Paint the legend."""
        with surface.shifted(self.left, 0.0):
            paint_legend(self.legend, surface, theme)


def text_block(
    texts: Sequence[tuple[str, TextRole]], left: float, width: float, measurer: TextMeasurer
) -> TextBlock:
    """Texts one under the other, each whole in as many lines as it needs; `left` is the x where
    they begin and `width` what they may take."""
    lines = []
    top = 0.0
    for text, role in texts:
        ascent, height = measurer.ascent(role), measurer.height(role)
        for line in whole_lines(text, width, role, measurer):
            lines.append(TextLine(left, top + ascent, line, role))
            top += height
    return TextBlock(top, tuple(lines))
