"""Two charts on one frame."""

from __future__ import annotations

import pytest

from tests.layout.comparison.compared_cases import FIRST_ARREST, early_and_late, early_and_undated
from tests.layout.fake_measurer import MEASURER
from timeline_app.layout.chart import Chart, LanesBy, Rect
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import compared_extent, compared_standings
from timeline_app.layout.comparison.panels import Panel, panel_of, panel_options
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView

CHART = Chart(400.0, 300.0, 100.0, 40.0)


def test_the_plot_is_what_is_seen_of_it() -> None:
    whole = Panel(CHART, 20.0, 30.0, Rect(20.0, 30.0, 400.0, 300.0), float)
    assert whole.plot == Rect(120.0, 30.0, 300.0, 260.0)
    scrolled = Panel(CHART, 20.0, -100.0, Rect(20.0, 30.0, 350.0, 90.0), float)
    assert scrolled.plot == Rect(120.0, 30.0, 250.0, 90.0)
    out_of_sight = Panel(CHART, 20.0, -400.0, Rect(20.0, 30.0, 350.0, 90.0), float)
    assert out_of_sight.plot.height == 0.0


def test_the_axis_stands_beneath_what_is_seen_of_the_lanes() -> None:
    whole = Panel(CHART, 20.0, 30.0, Rect(20.0, 30.0, 400.0, 300.0), float)
    assert (whole.axis_top, whole.on_axis(270.0)) == (290.0, 300.0)
    scrolled = Panel(CHART, 20.0, -100.0, Rect(20.0, 30.0, 350.0, 90.0), float)
    assert (scrolled.axis_top, scrolled.on_axis(270.0)) == (120.0, 130.0)


def test_what_is_seen_of_a_rectangle_among_the_lanes() -> None:
    panel = Panel(CHART, 20.0, -100.0, Rect(20.0, 30.0, 350.0, 90.0), float)
    whole, cut, above = (Rect(100.0, y, 50.0, 60.0) for y in (150.0, 110.0, 10.0))
    beneath = Rect(100.0, 210.0, 50.0, 60.0)
    assert list(panel.seen_of((whole, cut, above, beneath))) == [
        Rect(120.0, 50.0, 50.0, 60.0),
        Rect(120.0, 30.0, 50.0, 40.0),
        Rect(120.0, 110.0, 50.0, 10.0),
    ]


def test_a_rectangle_of_the_chart_in_the_frame() -> None:
    panel = Panel(CHART, 20.0, -100.0, Rect(0.0, 0.0, 9.0, 9.0), float)
    assert panel.moved(Rect(1.0, 2.0, 3.0, 4.0)) == Rect(21.0, -98.0, 3.0, 4.0)


@pytest.mark.parametrize("align", [Align.ORDER, Align.CALENDAR])
def test_both_panels_share_the_wider_header_and_the_larger_count(align: Align) -> None:
    standings = compared_standings(early_and_late(), align)
    given = ChartOptions(lanes_by=LanesBy.ACTOR), ChartOptions(hidden=frozenset({0}))
    first, second = panel_options(standings, align, given, MEASURER)
    assert first.least_header == second.least_header
    assert first.least_header > 100.0
    assert first.most_shown == second.most_shown == 7
    assert (first.lanes_by, second.hidden) == (LanesBy.ACTOR, frozenset({0}))


def test_where_an_event_lies_in_columns() -> None:
    standings = compared_standings(early_and_late(), Align.ORDER)
    view = OrderView(0.0, 6.0, 400.0, 300.0)
    panel = panel_of(standings.a, view, CHART, (0.0, 0.0), Rect(0, 0, 9, 9), frozenset({1}))
    assert panel.place_of(0) == pytest.approx(100.0 + 50.0 * (standings.a.layers[0] + 0.5))
    assert panel.place_of(1) is None


def test_where_an_event_lies_in_time_is_what_is_known_of_it_nearest_to_the_view() -> None:
    standings = compared_standings(early_and_late(), Align.CALENDAR)
    start, end = compared_extent(standings, Align.CALENDAR) or (0, 0)
    view = CalendarView(round(start), round(end), 400.0, 300.0)
    panel = panel_of(standings.b, view, CHART, (0.0, 0.0), Rect(0, 0, 9, 9))
    places = [panel.place_of(event) or 0.0 for event in (0, 1, 3, 4)]
    assert places == sorted(places)
    assert all(100.0 < place < 400.0 for place in places)


def test_an_event_of_which_nothing_is_known_has_no_place() -> None:
    standings = compared_standings(early_and_undated(), Align.CALENDAR)
    view = CalendarView(0, 1_000, 400.0, 300.0)
    panel = panel_of(standings.b, view, CHART, (0.0, 0.0), Rect(0, 0, 9, 9))
    assert panel.place_of(0) is None


def test_a_case_without_the_anchor_has_no_places() -> None:
    standings = compared_standings(early_and_undated(), Align.DAY_ZERO, FIRST_ARREST, FIRST_ARREST)
    view = CalendarView(0, 1_000, 400.0, 300.0)
    panel = panel_of(standings.b, view, CHART, (0.0, 0.0), Rect(0, 0, 9, 9))
    assert panel.place_of(0) is None
