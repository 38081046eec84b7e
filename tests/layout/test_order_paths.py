"""Paths of arrows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.chart import Rect
from timeline_app.layout.order_paths import (
    CLEARANCE,
    NEAREST,
    SAMPLES,
    Points,
    Port,
    Ways,
    along,
    curve,
    hook,
    sampled,
)

BOXES = st.lists(
    st.tuples(*[st.floats(-50, 350)] * 2, *[st.floats(5, 120)] * 2).map(lambda one: Rect(*one)),
    max_size=6,
)
FIRST, SECOND = Rect(0.0, 0.0, 100.0, 40.0), Rect(300.0, 0.0, 100.0, 40.0)
START, END = Port(100.0, 20.0), Port(300.0, 20.0)


def crossed(boxes: Sequence[Rect], points: Points) -> int:
    """Through how many boxes a path runs, looked at point by point and box by box."""
    around = CLEARANCE
    return sum(
        any(
            box.x - around < x < box.right + around and box.y - around < y < box.bottom + around
            for x, y in sampled(points).tolist()
        )
        for box in boxes
        if box not in (FIRST, SECOND)
    )


def test_a_curve_leaves_and_arrives_level() -> None:
    points = curve(Port(100.0, 20.0), Port(200.0, 80.0))
    assert points == ((100.0, 20.0), (150.0, 20.0), (150.0, 80.0), (200.0, 80.0))


def test_a_curve_leaves_and_arrives_upright() -> None:
    down = curve(Port(50.0, 40.0, upright=True), Port(200.0, 100.0))
    assert down[1][0] == 50.0
    assert down[2][1] == 100.0
    both = curve(Port(50.0, 40.0, upright=True), Port(60.0, 100.0, upright=True))
    assert (both[1][0], both[2][0]) == (50.0, 60.0)


def test_a_channel_is_three_curves_and_level_between() -> None:
    points = along(START, END, 70.0)
    assert points is not None
    assert len(points) == 10
    assert (points[0], points[-1]) == ((100.0, 20.0), (300.0, 20.0))
    assert {y for _, y in points[3:7]} == {70.0}
    assert points[3][0] < points[4][0] < points[5][0] < points[6][0]


def test_where_there_is_no_way_to_turn_there_is_no_channel() -> None:
    assert along(Port(100.0, 0.0), Port(120.0, 90.0), 40.0) is None


def test_a_hook_bulges_to_its_side() -> None:
    assert hook((10.0, 0.0), (12.0, 50.0), 30.0) == (
        (10.0, 0.0),
        (30.0, 0.0),
        (30.0, 50.0),
        (12.0, 50.0),
    )


@given(st.lists(st.floats(-500, 500), min_size=8, max_size=8))
def test_samples_are_on_the_curve(numbers: list[float]) -> None:
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    places = sampled(points, 3)
    a, b, c, d = (np.array(point) for point in points)
    assert places.shape == (3, 2)
    assert places[1] == pytest.approx((a + 3 * b + 3 * c + d) / 8)


def test_every_curve_of_a_chain_is_sampled() -> None:
    points = along(START, END, 70.0)
    assert points is not None
    assert len(sampled(points)) == 3 * SAMPLES


def test_the_way_is_straight_where_it_is_free() -> None:
    ways = Ways([FIRST, SECOND], [60.0])
    assert ways.path([(START, END)], (FIRST, SECOND)) == curve(START, END)


def test_a_box_between_is_gone_round() -> None:
    between = Rect(150.0, 0.0, 100.0, 40.0)
    ways = Ways([FIRST, between, SECOND], [60.0, 300.0])
    points = ways.path([(START, END)], (FIRST, SECOND))
    assert points[3][1] == 60.0
    assert crossed([between], points) == 0
    assert crossed([between], curve(START, END)) == 1


def test_a_second_way_keeps_apart_from_the_first() -> None:
    between = Rect(150.0, 0.0, 100.0, 40.0)
    ways = Ways([FIRST, between, SECOND], [60.0])
    first = ways.path([(START, END)], (FIRST, SECOND))
    second = ways.path([(START, END)], (FIRST, SECOND))
    assert abs(first[3][1] - second[3][1]) >= 4.0


def test_without_a_channel_the_straight_way_is_taken() -> None:
    between = Rect(150.0, 0.0, 100.0, 40.0)
    ways = Ways([FIRST, between, SECOND], [])
    assert ways.path([(START, END)], (FIRST, SECOND)) == curve(START, END)


def test_its_own_boxes_are_no_obstacles() -> None:
    ways = Ways([FIRST, SECOND], [60.0])
    near = Port(FIRST.right - CLEARANCE / 2, 20.0)
    assert ways.path([(near, END)], (FIRST, SECOND)) == curve(near, END)
    assert Ways([], [60.0]).path([(START, END)], (FIRST, SECOND)) == curve(START, END)


def test_another_port_is_taken_where_that_is_free() -> None:
    between = Rect(150.0, 0.0, 100.0, 40.0)
    ways = Ways([FIRST, between, SECOND], [60.0])
    below = (Port(12.0, 40.0, upright=True), Port(330.0, 40.0, upright=True))
    wall = Ways([FIRST, SECOND, Rect(150.0, -500.0, 100.0, 540.0)], [60.0])
    assert wall.path([(START, END), below], (FIRST, SECOND))[3][1] == 60.0
    up = (Port(12.0, 0.0, upright=True), Port(330.0, -90.0))
    assert ways.path([(START, END), up], (FIRST, SECOND)) == curve(*up)


@given(BOXES, st.lists(st.floats(-80, 160), min_size=1, max_size=5))
def test_curves_looked_at_together_are_clear_as_each_alone(
    boxes: list[Rect], heights: list[float]
) -> None:
    curves = [curve(START, Port(END.x, height)) for height in heights]
    owns = [(FIRST, SECOND)] * len(curves)
    found = [crossed(boxes, one) == 0 for one in curves]
    assert Ways([FIRST, *boxes, SECOND], []).clear(curves, owns) == found
    assert Ways([], []).clear(curves, owns) == [True] * len(curves)


@given(BOXES, st.lists(st.floats(-80, 160), max_size=8), st.floats(-60, 60))
def test_the_way_is_the_first_of_those_that_cross_the_fewest(
    boxes: list[Rect], channels: list[float], lower: float
) -> None:
    ports = [(START, END), (Port(50.0, 40.0, upright=True), Port(END.x, END.y + lower))]
    tried = [curve(*pair) for pair in ports]
    for start, end in ports:
        near = sorted(channels, key=lambda height: abs(height - start.y) + abs(height - end.y))
        tried += [points for one in near[:NEAREST] if (points := along(start, end, one))]
    best = min(tried, key=lambda points: crossed(boxes, points))
    assert Ways([FIRST, *boxes, SECOND], channels).path(ports, (FIRST, SECOND)) == best
