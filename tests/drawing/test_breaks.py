"""Where a stretch is folded out of the axis."""

from __future__ import annotations

from msgspec.structs import replace

from tests.drawing.example_charts import calendar_chart
from tests.drawing.recording_surface import RecordingSurface
from timeline_app.drawing.breaks import paint_axis_breaks, paint_break_bands, paint_broken_bars
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Bar, BarFill, Break, Chart, Rect, TextLine, TextRole

LABEL = TextLine(300.0, 426.0, "14 months", TextRole.TICK)


def broken(*breaks: Break) -> Chart:
    return replace(calendar_chart(), breaks=breaks)


def with_bar(left: float, right: float) -> Chart:
    """A chart with a break from 300 to 340 and one bar."""
    chart = broken(Break(300.0, 340.0, None))
    bar = Bar(Rect(left, 100.0, right - left, 8.0), BarFill.HATCH)
    return replace(chart, events=(replace(chart.events[0], bars=(bar,)),))


def test_a_band_goes_through_the_lanes_and_no_further() -> None:
    surface = RecordingSurface()
    chart = broken(Break(300.0, 340.0, LABEL))
    paint_break_bands(surface, LIGHT, chart)
    (band,) = surface.boxes
    assert band.what.rect == Rect(300.0, 0.0, 40.0, chart.height - chart.axis_height)


def test_the_axis_has_two_strokes_and_the_words() -> None:
    surface = RecordingSurface()
    chart = broken(Break(300.0, 340.0, LABEL))
    paint_axis_breaks(surface, LIGHT, chart)
    top = chart.height - chart.axis_height
    assert len(surface.lines_drawn) == 2
    for drawn in surface.lines_drawn:
        assert drawn.what.start[1] < top < drawn.what.end[1]
        assert drawn.what.start[0] > drawn.what.end[0]
        assert abs((drawn.what.start[0] + drawn.what.end[0]) / 2 - 320.0) < 5.0
    assert surface.text_of("14 months").what.place == (LABEL.x, LABEL.baseline)


def test_words_without_room_are_left_out() -> None:
    surface = RecordingSurface()
    paint_axis_breaks(surface, LIGHT, broken(Break(300.0, 340.0, None)))
    assert surface.texts == []
    assert len(surface.lines_drawn) == 2


def test_a_bar_that_runs_through_is_broken() -> None:
    surface = RecordingSurface()
    paint_broken_bars(surface, LIGHT, with_bar(200.0, 500.0))
    assert len(surface.lines_drawn) == 2
    assert all(drawn.what.start[1] < 100.0 for drawn in surface.lines_drawn)
    assert all(drawn.what.end[1] > 108.0 for drawn in surface.lines_drawn)


def test_a_bar_beside_a_break_is_not() -> None:
    for left, right in ((100.0, 300.0), (340.0, 500.0)):
        surface = RecordingSurface()
        paint_broken_bars(surface, LIGHT, with_bar(left, right))
        assert surface.lines_drawn == []


def test_a_chart_paints_its_breaks_the_bands_beneath_the_events() -> None:
    surface = RecordingSurface()
    paint_chart(broken(Break(300.0, 340.0, LABEL)), surface, LIGHT)
    band = next(drawn for drawn in surface.boxes if drawn.what.rect.width == 40.0)
    assert band.what.rect.x == 300.0
    assert band.at < min(drawn.at for drawn in surface.shapes)
    assert "14 months" in surface.strings()


def test_a_chart_without_breaks_paints_none() -> None:
    surface = RecordingSurface()
    paint_axis_breaks(surface, LIGHT, calendar_chart())
    paint_broken_bars(surface, LIGHT, calendar_chart())
    paint_break_bands(surface, LIGHT, calendar_chart())
    assert surface.colours() == set()
