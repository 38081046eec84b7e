"""The ways of lines between two panels."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.layout.comparison.compared_cases import at_random, early_and_late
from tests.layout.comparison.framed import framed
from timeline_app.case.comparing.pairing import Pair
from timeline_app.case.model import Kind
from timeline_app.layout.chart import Chart, Cluster, EventMark, Rect, TextLine, TextRole, Tick
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.pair_routes import (
    APART,
    BELOW_TICKS,
    GAP,
    marks_in,
    routes_between,
)
from timeline_app.layout.comparison.panels import Panel

ALIGNS = (Align.ORDER, Align.CALENDAR, Align.DAY_ZERO)


def mark(event: int, x: float, y: float, width: float = 120.0, *, card: bool = True) -> EventMark:
    area = Rect(x, y, width, 26.0)
    glyph = Rect(x + 12.0, y + 6.0, 14.0, 14.0) if card else Rect(x, y + 6.0, 14.0, 14.0)
    return EventMark(event, Kind.LEAK, area, glyph, (), card=area if card else None)


def panel(x: float, y: float, *marks: EventMark, clusters: tuple[Cluster, ...] = ()) -> Panel:
    chart = Chart(600.0, 300.0, 100.0, 40.0, events=marks, clusters=clusters)
    return Panel(chart, x, y, Rect(x, y, 600.0, 300.0), lambda event: 50.0 + 10.0 * event)


def test_on_one_column_a_line_is_upright_from_box_to_box() -> None:
    a = panel(0.0, 0.0, mark(0, 200.0, 50.0))
    b = panel(0.0, 400.0, mark(7, 200.0, 120.0))
    (route,) = routes_between(a, b, [Pair(0, 7)])
    assert route.segments == ((219.0, 76.0, 219.0, 520.0),)
    assert route.ends == ((219.0, 76.0), (219.0, 520.0))


def test_elsewhere_it_changes_its_place_between_the_panels() -> None:
    a = panel(0.0, 0.0, mark(0, 200.0, 50.0))
    b = panel(0.0, 400.0, mark(7, 300.0, 120.0))
    (route,) = routes_between(a, b, [Pair(0, 7)])
    assert route.segments == (
        (219.0, 76.0, 219.0, 260.0),
        (219.0, 260.0, 319.0, 400.0),
        (319.0, 400.0, 319.0, 520.0),
    )


def test_beneath_an_upper_axis_it_stays_upright_past_the_labels() -> None:
    a = panel(0.0, 0.0, mark(0, 200.0, 50.0))
    tick = Tick(300.0, TextLine(304.0, 275.0, "1985", TextRole.TICK), major=True)
    a = a._replace(chart=replace(a.chart, ticks=(tick,)))
    b = panel(0.0, 400.0, mark(7, 300.0, 120.0))
    (route,) = routes_between(a, b, [Pair(0, 7)])
    assert route.segments[0] == (219.0, 76.0, 219.0, 275.0 + BELOW_TICKS)
    close = b._replace(y=270.0, clip=Rect(0.0, 270.0, 600.0, 300.0))
    low = a._replace(clip=Rect(0.0, 0.0, 600.0, 260.0))
    (route,) = routes_between(low, close, [Pair(0, 7)])
    assert route.segments[0] == (219.0, 76.0, 219.0, 270.0)


def test_side_by_side_it_is_level() -> None:
    a = panel(0.0, 0.0, mark(0, 200.0, 50.0))
    b = panel(640.0, 0.0, mark(7, 200.0, 80.0))
    (route,) = routes_between(a, b, [Pair(0, 7)])
    assert route.segments == (
        (320.0, 63.0, 600.0, 63.0),
        (600.0, 63.0, 740.0, 93.0),
        (740.0, 93.0, 840.0, 93.0),
    )


def test_the_first_case_may_lie_beneath() -> None:
    a = panel(0.0, 400.0, mark(0, 200.0, 50.0))
    b = panel(0.0, 0.0, mark(7, 200.0, 120.0))
    (route,) = routes_between(a, b, [Pair(0, 7)])
    assert route.segments == ((219.0, 450.0, 219.0, 146.0),)


def test_a_glyph_without_a_box_keeps_a_gap() -> None:
    a = panel(0.0, 0.0, mark(0, 200.0, 50.0, card=False))
    b = panel(0.0, 400.0, mark(7, 200.0, 120.0))
    (route,) = routes_between(a, b, [Pair(0, 7)])
    assert route.ends[0] == (207.0, 76.0 + GAP)


def test_lines_that_would_coincide_begin_beside_each_other() -> None:
    a = panel(0.0, 0.0, *(mark(n, 200.0, 20.0 + 40.0 * n) for n in range(4)))
    b = panel(0.0, 400.0, *(mark(n, 200.0, 20.0 + 40.0 * n) for n in range(4)))
    routes = routes_between(a, b, [Pair(n, n) for n in range(4)])
    places = [route.segments[0][0] for route in routes]
    assert all(abs(one - other) >= APART - 1.0 for one, other in combinations(places, 2))
    assert all(route.segments[0][0] == route.segments[0][2] for route in routes)


def test_a_counted_event_has_its_line_from_the_count() -> None:
    count = Cluster(Rect(300.0, 100.0, 40.0, 20.0), Kind.LEAK, (7, 8), None)
    a = panel(0.0, 0.0, mark(0, 200.0, 50.0))
    b = panel(0.0, 400.0, clusters=(count,))
    (route,) = routes_between(a, b, [Pair(0, 7)])
    assert route.ends[1] == (320.0, 500.0)


@pytest.mark.parametrize(("event", "x"), [(20, 250.0), (2, 100.0), (90, 600.0)])
def test_an_event_out_of_view_has_its_line_from_the_edge_nearest_to_it(
    event: int, x: float
) -> None:
    a = panel(0.0, 0.0, mark(0, 200.0, 50.0))
    b = panel(0.0, 400.0)
    (route,) = routes_between(a, b, [Pair(0, event)])
    assert route.ends == ((219.0, 76.0), None)
    assert route.segments[-1][2:] == (x, 400.0)


def test_side_by_side_the_line_of_one_out_of_view_is_level() -> None:
    a = panel(0.0, 0.0)
    b = panel(640.0, 0.0, mark(7, 200.0, 80.0))
    (route,) = routes_between(a, b, [Pair(3, 7)])
    assert route.segments == ((600.0, 93.0, 840.0, 93.0),)


def test_what_is_scrolled_away_is_out_of_view() -> None:
    a = panel(0.0, -100.0, mark(0, 200.0, 50.0))._replace(clip=Rect(0.0, 0.0, 600.0, 300.0))
    b = panel(0.0, 400.0, mark(7, 200.0, 120.0))
    assert list(marks_in(a)) == []
    (route,) = routes_between(a, b, [Pair(0, 7)])
    assert route.ends[0] is None


def test_no_line_where_both_are_out_of_view_or_one_has_no_place() -> None:
    a, b = panel(0.0, 0.0, mark(0, 200.0, 50.0)), panel(0.0, 400.0)
    assert routes_between(a, b, [Pair(3, 4)]) == []
    assert routes_between(a, b._replace(place_of=lambda _event: None), [Pair(0, 4)]) == []


@settings(max_examples=40)
@given(
    seed=st.integers(0, 9),
    align=st.sampled_from(ALIGNS),
    stacked=st.booleans(),
    part=st.floats(0.0, 0.8),
)
def test_lines_begin_at_their_events_and_stay_between_the_panels(
    seed: int, align: Align, stacked: bool, part: float
) -> None:
    comparison = at_random(seed)
    a, b = framed(align, comparison, stacked=stacked, stretches=((part, 1.0), (0.0, 1.0)))
    routes = routes_between(a, b, comparison.pairs)
    for route in routes:
        assert any(end is not None for end in route.ends)
        for side, event, end in zip((a, b), (route.pair.a, route.pair.b), route.ends, strict=True):
            if end is not None:
                plot = side.plot
                assert plot.x <= end[0] <= plot.right
                assert plot.y <= end[1] <= plot.bottom
                assert event in set(marks_in(side)) or side.chart.clusters
        points = [segment[:2] for segment in route.segments]
        points.append(route.segments[-1][2:])
        along = [point[1] if stacked else point[0] for point in points]
        assert along == sorted(along)


def test_shared_columns_give_upright_lines() -> None:
    comparison = early_and_late()
    a, b = framed(Align.ORDER, comparison)
    routes = routes_between(a, b, comparison.pairs)
    assert len(routes) == len(comparison.pairs) > 3
    for route in routes:
        assert len({round(x, 6) for x1, _, x2, _ in route.segments for x in (x1, x2)}) == 1
