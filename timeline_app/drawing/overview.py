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
        if mark.line is not None:
            surface.rectangle(mark.line, None, Brush(theme.kinds[mark.kind].fill))
    for mark in overview.marks:
        if mark.glyph is not None:
            paint_glyph(surface, theme, mark.kind, mark.glyph, hollow=mark.hollow)
