"""A page: words, contents from the top, and at its foot words again, painted within its margins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from timeline_app.drawing.pages.block import Block
from timeline_app.drawing.pages.frame import Frame
from timeline_app.drawing.pages.paper import Layout
from timeline_app.drawing.surface import Brush, Surface
from timeline_app.drawing.theme import MEASURES, Theme
from timeline_app.layout.chart import Rect

PADDING: Final = 12.0
"""Between words and what they stand beside."""
BLOCK_GAP: Final = 9.0
"""Between a block and the line that parts it from the next."""
FOOT_GAP: Final = 8.0
"""Between the words at the foot and the line above them, and above that."""


class PlacedBlock(NamedTuple):
    """A block and the y of its top, within the margins."""

    y: float
    block: Block


class Page(NamedTuple):
    """A page as it is painted. `rules` are the heights of the lines across it."""

    layout: Layout
    blocks: tuple[PlacedBlock, ...]
    rules: tuple[float, ...]

    def paint(self, surface: Surface, theme: Theme) -> None:
        """Paint the page, its top left corner at the surface's origin, in its own pixels."""
        layout = self.layout
        ground = Rect(0.0, 0.0, layout.width, layout.height)
        surface.rectangle(ground, None, Brush(theme.background))
        with surface.shifted(layout.margin, layout.margin):
            for placed in self.blocks:
                with surface.shifted(0.0, placed.y):
                    placed.block.paint(surface, theme)
            for y in self.rules:
                rule = Rect(0.0, y, layout.inner_width, MEASURES.hairline)
                surface.rectangle(rule, None, Brush(theme.rule))


def contents_room(frame: Frame, layout: Layout) -> float:
    """The height that a page has for its contents."""
    above = _padded(frame.head.height, layout) + PADDING if frame.head.height else 0.0
    below = _padded(frame.foot.height, layout) + 2 * FOOT_GAP if frame.foot.height else 0.0
    return layout.inner_height - above - below


def _padded(height: float, layout: Layout) -> float:
    """Words at the very edge of a page keep from it; a margin is air enough."""
    return height + (0.0 if layout.margin else PADDING)


def contents_height(blocks: Sequence[Block]) -> float:
    """The height that contents take: each block with its air and the line above it."""
    return sum(block.height for block in blocks) + 2 * BLOCK_GAP * max(0, len(blocks) - 1)


def compose(layout: Layout, frame: Frame, blocks: Sequence[Block], air: float = 0.0) -> Page:
    """A page with these blocks from its top, `air` under the words above them, and its words."""
    edge = 0.0 if layout.margin else PADDING
    placed = []
    rules = []
    y = air
    if frame.head.height:
        placed.append(PlacedBlock(edge, frame.head))
        rules.append(edge + frame.head.height + PADDING - MEASURES.hairline)
        y += edge + frame.head.height + PADDING
    for number, block in enumerate(blocks):
        if number:
            rules.append(y + BLOCK_GAP - MEASURES.hairline)
            y += 2 * BLOCK_GAP
        placed.append(PlacedBlock(y, block))
        y += block.height
    if frame.foot.height:
        top = layout.inner_height - edge - frame.foot.height
        placed.append(PlacedBlock(top, frame.foot))
        rules.append(top - FOOT_GAP)
    return Page(layout, tuple(placed), tuple(rules))
