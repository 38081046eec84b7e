"""Lanes and their names, the grid, publications, groups, the axis band."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.drawing.example_charts import calendar_chart, lane, order_chart
from tests.drawing.recording_surface import RecordingSurface
from timeline_app.case.model import Kind
from timeline_app.drawing.lanes import (
    paint_axis,
    paint_bands,
    paint_grid,
    paint_group,
    paint_lane_name,
    paint_marker,
)
from timeline_app.drawing.theme import GROUP_DASHES, LIGHT
from timeline_app.layout.chart import Chart, Lane, Rect


def test_every_second_lane_is_tinted() -> None:
    surface = RecordingSurface()
    chart = order_chart()
    paint_bands(surface, LIGHT, chart)
    background, *bands = surface.boxes
    assert background.what.rect == Rect(0.0, 0.0, chart.width, chart.height)
    assert [band.what.rect for band in bands] == [one.rect for one in chart.lanes[::2]]


def named(one: Lane) -> RecordingSurface:
    surface = RecordingSurface()
    paint_lane_name(surface, LIGHT, one, 120.0)
    return surface


def test_a_lane_has_a_glyph_left_of_its_name() -> None:
    surface = named(lane(Kind.LEAK, 40.0, 60.0, 800.0))
    (glyph,) = surface.shapes
    assert glyph.what.place == (21.0, 70.0)
    (name,) = surface.texts
    assert (name.what.text, name.what.style.colour) == ("Leak", LIGHT.text_soft)


def test_an_actor_has_no_glyph() -> None:
    assert not named(replace(lane(Kind.LEAK, 40.0, 60.0, 800.0), kind=None)).shapes


@pytest.mark.parametrize(("hidden", "remark"), [(0, "not told"), (3, "3 hidden")])
def test_a_lane_in_which_nothing_lies_says_why(hidden: int, remark: str) -> None:
    surface = named(lane(Kind.LEAK, 40.0, 26.0, 800.0, told=False, hidden=hidden))
    name, why = surface.texts
    assert name.what.style.colour == LIGHT.text_faint
    assert (why.what.text, why.what.style.italic) == (remark, True)
    assert why.what.place[0] > 120.0


def test_a_lane_that_shows_something_says_nothing() -> None:
    assert len(named(lane(Kind.LEAK, 40.0, 60.0, 800.0, hidden=2)).texts) == 1


def test_major_lines_of_the_grid_are_stronger() -> None:
    surface = RecordingSurface()
    paint_grid(surface, LIGHT, calendar_chart().ticks, 400.0)
    strong = [
        line for line in surface.lines_drawn if line.pen and line.pen.colour == LIGHT.grid_major
    ]
    assert len(surface.lines_drawn) == 8
    assert len(strong) == 1
    assert all(line.what.end[1] == 400.0 for line in surface.lines_drawn)


def test_the_axis_band_lies_at_the_bottom_with_a_label_for_each_tick() -> None:
    surface = RecordingSurface()
    chart = calendar_chart()
    paint_axis(surface, LIGHT, chart)
    assert surface.boxes[0].what.rect.y == chart.height - chart.axis_height
    assert surface.strings()[:2] == ["Oct", "Nov"]
    assert surface.text_of("Jan 2025").what.style.colour == LIGHT.text


def test_without_an_axis_there_is_no_band() -> None:
    surface = RecordingSurface()
    paint_axis(surface, LIGHT, Chart(100.0, 100.0, 10.0, 0.0))
    assert not surface.boxes


def test_a_tick_may_have_no_label() -> None:
    surface = RecordingSurface()
    chart = calendar_chart()
    silent = replace(chart, ticks=tuple(replace(tick, label=None) for tick in chart.ticks))
    paint_axis(surface, LIGHT, silent)
    assert not surface.texts


def test_a_publication_is_a_line_with_a_label() -> None:
    surface = RecordingSurface()
    (marker,) = calendar_chart().markers
    paint_marker(surface, LIGHT, marker, 410.0)
    (line,) = surface.lines_drawn
    assert (line.what.start, line.what.end) == ((602.0, 0.0), (602.0, 410.0))
    assert surface.text_of("reported 15 Apr").what.style.colour == LIGHT.marker


def test_a_group_is_a_dashed_box_that_says_why() -> None:
    surface = RecordingSurface()
    paint_group(surface, LIGHT, order_chart().groups[0])
    (box,) = surface.boxes
    assert box.pen is not None
    assert box.pen.dashes == GROUP_DASHES
    assert box.brush is None
    assert surface.strings() == ["order not", "established"]
