"""The strip of the whole case: a line where an event may lie, its glyph where it is known to.

The line is thin and dashed, since a solid one would say that the event certainly went on there.
"""

from __future__ import annotations

from typing import Final

from timeline_app.drawing.glyphs import paint_glyph
from timeline_app.drawing.surface import Brush, Pen, Surface
from timeline_app.drawing.theme import Theme
from timeline_app.layout.overview import Overview

LINE_WIDTH: Final = 1.5
LINE_DASHES: Final = (2.0, 3.0)


def paint_overview(overview: Overview, surface: Surface, theme: Theme) -> None:
    """Paint the marks, or in a large case the columns of counts."""
    for column in overview.columns:
        surface.rectangle(column.rect, None, Brush(theme.text_faint))
    for mark in overview.marks:
        if mark.is_line:
            middle = mark.rect.y + mark.rect.height / 2
            pen = Pen(theme.kinds[mark.kind].edge, LINE_WIDTH, LINE_DASHES)
            surface.line((mark.rect.x, middle), (mark.rect.right, middle), pen)
    for mark in overview.marks:
        if not mark.is_line:
            paint_glyph(surface, theme, mark.kind, mark.rect, hollow=mark.hollow)
