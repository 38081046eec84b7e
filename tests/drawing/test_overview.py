"""The strip of the whole case, as a recorder sees it."""

from __future__ import annotations

from tests.drawing.recording_surface import RecordingSurface
from timeline_app.case.model import Kind
from timeline_app.drawing.overview import paint_overview
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Rect
from timeline_app.layout.overview import Overview, OverviewColumn, OverviewMark


def test_a_line_is_a_line_and_a_glyph_lies_above_it() -> None:
    glyph = OverviewMark(0, Kind.LEAK, Rect(10, 10, 9, 9), hollow=False)
    line = OverviewMark(1, Kind.ARREST, Rect(0, 14, 80, 2), hollow=False, is_line=True)
    surface = RecordingSurface()
    paint_overview(Overview(100, 44, (glyph, line)), surface, LIGHT)
    (bar,) = surface.boxes
    assert bar.brush is not None
    assert bar.brush.colour == LIGHT.kinds[Kind.ARREST].fill
    assert surface.shapes
    assert all(shape.at > bar.at for shape in surface.shapes)


def test_counts_are_columns() -> None:
    columns = (OverviewColumn(Rect(0, 30, 3, 10), 5), OverviewColumn(Rect(4, 20, 3, 20), 10))
    surface = RecordingSurface()
    paint_overview(Overview(100, 44, columns=columns), surface, LIGHT)
    assert [shape.brush.colour for shape in surface.boxes if shape.brush] == [LIGHT.text_faint] * 2
