"""What lies under a point."""

from __future__ import annotations

import pytest

from timeline_app.case.model import Basis, Kind
from timeline_app.layout.chart import Arrow, Chart, Cluster, EventMark, Rect
from timeline_app.layout.hits import arrow_at, cluster_at, distance_to, event_at


def mark(number: int, area: Rect) -> EventMark:
    return EventMark(number, Kind.LEAK, area, area, ())


LEVEL = Arrow(
    1, 2, ((200.0, 50.0), (230.0, 50.0), (270.0, 50.0), (300.0, 50.0)), Basis.STATED, False
)
STEEP = Arrow(
    2, 3, ((200.0, 20.0), (250.0, 20.0), (250.0, 80.0), (300.0, 80.0)), Basis.STATED, False
)
CLUSTER = Cluster(Rect(150.0, 60.0, 20.0, 20.0), None, (7, 8), None)
CHART = Chart(
    width=400.0,
    height=120.0,
    header_width=100.0,
    axis_height=20.0,
    arrows=(LEVEL, STEEP),
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


def test_an_arrow_is_found_where_it_is_near() -> None:
    assert arrow_at(CHART, 230.0, 53.0) is LEVEL
    assert arrow_at(CHART, 208.0, 21.0) is STEEP
    assert arrow_at(CHART, 230.0, 90.0) is None


def test_the_distance_is_that_to_the_line() -> None:
    assert distance_to(LEVEL, 250.0, 57.0) == pytest.approx(7.0)
    assert distance_to(LEVEL, 196.0, 53.0) == pytest.approx(5.0)


def test_beside_the_plot_there_is_nothing() -> None:
    for x, y in ((95.0, 15.0), (125.0, 105.0), (500.0, 15.0), (125.0, -1.0)):
        assert event_at(CHART, x, y) is None
        assert cluster_at(CHART, x, y) is None
        assert arrow_at(CHART, x, y) is None
