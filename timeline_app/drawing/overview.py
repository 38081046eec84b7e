"""The strip of the whole case: a line where an event may lie, its glyph where it is known to."""

from __future__ import annotations

from timeline_app.drawing.glyphs import paint_glyph
from timeline_app.drawing.surface import Brush, Surface
from timeline_app.drawing.theme import Theme
from timeline_app.layout.overview import Overview


def paint_overview(overview: Overview, surface: Surface, theme: Theme) -> None:
    """Paint the marks, or in a large case the columns of counts."""
    for column in overview.columns:
        surface.rectangle(column.rect, None, Brush(theme.text_faint))
    for mark in overview.marks:
        if mark.is_line:
            surface.rectangle(mark.rect, None, Brush(theme.kinds[mark.kind].fill))
    for mark in overview.marks:
        if not mark.is_line:
            paint_glyph(surface, theme, mark.kind, mark.rect, hollow=mark.hollow)
