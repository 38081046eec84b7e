"""Charts of many events, every one of them looked at by a slow reference."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.chart_checks import check_each_once, check_lanes, check_within_plot
from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Chart, Cluster, TextRole
from timeline_app.layout.columns import columns_of
from timeline_app.layout.counts import Counts
from timeline_app.layout.hits import cluster_at, event_at
from timeline_app.layout.labels import elided, shortened
from timeline_app.layout.options import CalendarView, ChartOptions
from timeline_app.layout.row_events import LABEL_MOST
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.standing import own_standing

SIZE = (1_100.0, 640.0)
CASES = {size: random_case(size, size) for size in (2_000, 12_000)}
SLACK = 1.5  # pixels: the air between a count and the edge of its cell, and a part of one

views = st.tuples(
    st.sampled_from(sorted(CASES)),
    st.integers(second_of(1962), second_of(2014)),
    st.integers(1, 25_000).map(lambda days: days * DAY),
)


def laid_out(size: int, start: int, span: int) -> Chart:
    view = CalendarView(start, start + span, *SIZE)
    return lay_out_calendar(own_standing(CASES[size]), view, ChartOptions(), MEASURER)


def touching(size: int, start: int, end: int) -> set[int]:
    columns = columns_of(CASES[size])
    pairs = zip(columns.first.tolist(), columns.last.tolist(), strict=True)
    return {event for event, (first, last) in enumerate(pairs) if first < end and last >= start}


@settings(max_examples=30, deadline=None)
@given(view=views)
def test_each_event_in_view_is_in_the_lane_and_count_where_it_belongs(
    view: tuple[int, int, int],
) -> None:
    size, start, span = view
    chart = laid_out(*view)
    check_each_once(chart, touching(size, start, start + span))
    check_lanes(chart)
    check_within_plot(chart)
    scale = TimeScale(start, start + span, chart.header_width, SIZE[0] - chart.header_width)
    for mark in chart.events:
        check_lane(chart, size, mark.event, mark.area.y)
    for cluster in chart.clusters:
        check_count(chart, size, cluster, scale)


def check_lane(chart: Chart, size: int, event: int, y: float) -> None:
    """An event stands in the lane of its kind."""
    tops = [lane.rect.y for lane in chart.lanes]
    assert chart.lanes[bisect_right(tops, y) - 1].kind is CASES[size].case.events[event].kind


def check_count(chart: Chart, size: int, cluster: Cluster, scale: TimeScale) -> None:
    """A count says how many it holds, and holds what begins under it."""
    events = list(cluster.events)
    columns = columns_of(CASES[size])
    first = np.maximum(columns.first[events], scale.start)
    for event in events:
        check_lane(chart, size, event, cluster.rect.y)
    if cluster.label is not None and cluster.label.text.startswith("+"):
        assert cluster.label.text == f"+ {len(events):,} longer"
        return
    assert cluster.label is None or cluster.label.text == f"{len(events):,}"
    xs = scale.xs(first)
    assert (xs >= cluster.rect.x - SLACK).all()
    assert (xs <= cluster.rect.right + SLACK).all()


@settings(max_examples=30, deadline=None)
@given(
    view=views, points=st.lists(st.tuples(st.floats(0, SIZE[0]), st.floats(0, SIZE[1])), max_size=9)
)
def test_what_lies_at_a_point_is_what_a_slow_search_finds(
    view: tuple[int, int, int], points: list[tuple[float, float]]
) -> None:
    chart = laid_out(*view)
    plot_bottom = chart.height - chart.axis_height
    for x, y in points:
        inside = chart.header_width <= x < chart.width and y < plot_bottom
        marks = [mark.event for mark in chart.events if inside and mark.area.contains(x, y)]
        counts = [one for one in chart.clusters if inside and one.rect.contains(x, y)]
        assert event_at(chart, x, y) == (marks[0] if marks else None)
        assert cluster_at(chart, x, y) is (counts[0] if counts else None)


@settings(max_examples=30, deadline=None)
@given(view=views)
def test_a_label_is_the_title_as_far_as_there_is_room(view: tuple[int, int, int]) -> None:
    chart = laid_out(*view)
    events = CASES[view[0]].case.events
    for mark in chart.events:
        whole = elided(events[mark.event].title, LABEL_MOST, TextRole.LABEL, MEASURER)
        for line in mark.label:
            wide = MEASURER.width(line.text, TextRole.LABEL)
            # Given as much room as it takes, and a little more, the same would be cut from it.
            assert line.text in {
                whole,
                shortened(whole, wide, TextRole.LABEL, MEASURER),
                shortened(whole, wide + MEASURER.advance, TextRole.LABEL, MEASURER),
            }


@pytest.mark.parametrize("days", [40, 700, 9_000])
def test_what_is_shown_stays_while_the_view_is_moved(days: int) -> None:
    """Pan by a hundredth of the view: nothing that stays in view turns into something else."""
    span = days * DAY
    before: dict[int, float] = {}
    kept = changed = 0
    for step in range(40):
        chart = laid_out(12_000, second_of(1985) + step * span // 100, span)
        shown = {mark.event: mark.glyph.y for mark in chart.events}
        kept += len(shown.keys() & before.keys())
        changed += len(shown.keys() ^ before.keys()) if before else 0
        before = shown
    assert changed <= 0.2 * kept + 40


def test_a_large_case_is_counted_from_afar_and_shown_near() -> None:
    far = laid_out(12_000, second_of(1960), 25_000 * DAY)
    assert isinstance(far.clusters, Counts)
    assert len(far.events) < 10
    near = laid_out(12_000, second_of(1988), 2 * DAY)
    assert len(near.events) > 0
