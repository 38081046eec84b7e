"""What lies under a point."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from timeline_app.case.civil import DAY, second_of
from timeline_app.case.model import Kind
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Chart, Cluster, EventMark, Rect
from timeline_app.layout.hits import area_of, cluster_at, event_at
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.layout.standing import own_standing


def mark(number: int, area: Rect) -> EventMark:
    return EventMark(number, Kind.LEAK, area, area, ())


CLUSTER = Cluster(Rect(150.0, 60.0, 20.0, 20.0), None, (7, 8), None)
CHART = Chart(
    width=400.0,
    height=120.0,
    header_width=100.0,
    axis_height=20.0,
    clusters=(CLUSTER,),
    events=(mark(4, Rect(90.0, 10.0, 40.0, 20.0)), mark(5, Rect(120.0, 10.0, 40.0, 20.0))),
)


def test_the_topmost_event_is_found() -> None:
    assert event_at(CHART, 110.0, 15.0) == 4
    assert event_at(CHART, 125.0, 15.0) == 5
    assert event_at(CHART, 125.0, 40.0) is None


def test_a_count_is_found() -> None:
    assert cluster_at(CHART, 155.0, 65.0) is CLUSTER
    assert cluster_at(CHART, 149.0, 65.0) is None


def test_an_event_is_where_its_mark_or_its_count_is() -> None:
    assert area_of(CHART, 5) == Rect(120.0, 10.0, 40.0, 20.0)
    assert area_of(CHART, 8) == CLUSTER.rect
    assert area_of(CHART, 9) is None


def test_beside_the_plot_there_is_nothing() -> None:
    for x, y in ((95.0, 15.0), (125.0, 105.0), (500.0, 15.0), (125.0, -1.0)):
        assert event_at(CHART, x, y) is None
        assert cluster_at(CHART, x, y) is None


CASES = [random_case(5, size) for size in (30, 200)]


def charts(case: int, part: float, span: int) -> list[Chart]:
    """A view of a random case on each axis, beginning at a part of the whole."""
    standing, options = own_standing(CASES[case]), ChartOptions()
    start = second_of(1955) + int(part * 20_000) * DAY
    first = part * standing.column_count
    return [
        lay_out_calendar(
            standing, CalendarView(start, start + span, 900.0, 500.0), options, MEASURER
        ),
        lay_out_order(standing, OrderView(first, first + 6.0, 900.0, 500.0), options, MEASURER),
    ]


@given(
    case=st.integers(0, 1),
    part=st.floats(0.0, 0.9),
    span=st.sampled_from((60 * DAY, 3_000 * DAY, 20_000 * DAY)),
    seed=st.integers(0, 99),
)
def test_any_point_gives_what_a_search_of_all_areas_gives(
    case: int, part: float, span: int, seed: int
) -> None:
    chance = random.Random(seed)
    for chart in charts(case, part, span):
        bottom = chart.height - chart.axis_height
        boxes = [(one.glyph.x + 1.0, one.glyph.y + 1.0) for one in chart.events]
        boxes += [(one.rect.x + 1.0, one.rect.y + 1.0) for one in chart.clusters]
        for cluster in chart.clusters:
            assert area_of(chart, min(cluster.events)) is cluster.rect
        boxes += [(chance.uniform(0, 900), chance.uniform(0, chart.height)) for _ in range(50)]
        for x, y in boxes:
            inside = chart.header_width <= x < chart.width and 0.0 <= y < bottom
            events = [one.event for one in chart.events if inside and holds(one.area, x, y)]
            counts = [one for one in chart.clusters if inside and holds(one.rect, x, y)]
            assert event_at(chart, x, y) == (events[-1] if events else None)
            assert cluster_at(chart, x, y) is (counts[-1] if counts else None)


def holds(area: Rect, x: float, y: float) -> bool:
    return area.x <= x < area.x + area.width and area.y <= y < area.y + area.height
