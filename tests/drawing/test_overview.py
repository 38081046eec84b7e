"""The strip of the whole case, as a recorder sees it."""

from __future__ import annotations

from tests.drawing.recording_surface import RecordingSurface
from timeline_app.case.model import Kind
from timeline_app.drawing.overview import LINE_DASHES, LINE_WIDTH, paint_overview
from timeline_app.drawing.surface import Pen
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Rect
from timeline_app.layout.overview import Overview, OverviewColumn, OverviewMark


def test_a_line_is_a_line_and_a_glyph_lies_above_it() -> None:
    glyph = OverviewMark(0, Kind.LEAK, Rect(10, 10, 9, 9), hollow=False)
    line = OverviewMark(1, Kind.ARREST, Rect(0, 14, 80, 2), hollow=False, is_line=True)
    surface = RecordingSurface()
    paint_overview(Overview(100, 44, (glyph, line)), surface, LIGHT)
    (drawn,) = surface.lines_drawn
    assert (drawn.what.start, drawn.what.end) == ((0, 15), (80, 15))
    assert surface.shapes
    assert all(shape.at > drawn.at for shape in surface.shapes)


def test_a_line_is_dashed_since_nothing_certainly_went_on_there() -> None:
    line = OverviewMark(1, Kind.ARREST, Rect(0, 14, 80, 2), hollow=False, is_line=True)
    surface = RecordingSurface()
    paint_overview(Overview(100, 44, (line,)), surface, LIGHT)
    (drawn,) = surface.lines_drawn
    assert drawn.pen == Pen(LIGHT.kinds[Kind.ARREST].edge, LINE_WIDTH, LINE_DASHES)
    assert LINE_DASHES
    assert surface.boxes == []


def test_counts_are_columns() -> None:
    columns = (OverviewColumn(Rect(0, 30, 3, 10), 5), OverviewColumn(Rect(4, 20, 3, 20), 10))
    surface = RecordingSurface()
    paint_overview(Overview(100, 44, columns=columns), surface, LIGHT)
    assert [shape.brush.colour for shape in surface.boxes if shape.brush] == [LIGHT.text_faint] * 2
