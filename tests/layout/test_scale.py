"""Time and columns to pixels and back."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST, second_of
from timeline_app.layout.scale import FARTHEST, LEAST_SPAN, ColumnScale, TimeScale

seconds = st.integers(-(2**58), 2**58)


def test_a_second_begins_where_the_one_before_ends() -> None:
    scale = TimeScale(0, 100, 50.0, 1000.0)
    assert scale.x(0) == 50.0
    assert scale.x(1) == 60.0
    assert scale.x(100) == scale.right == 1050.0


@given(start=seconds, span=st.integers(LEAST_SPAN, 2**58), share=st.floats(0, 1))
def test_pixel_and_second_are_inverse_to_within_a_pixel(
    start: int, span: int, share: float
) -> None:
    scale = TimeScale(start, start + span, 120.0, 1400.0)
    x = 120.0 + share * 1400.0
    assert abs(scale.x(scale.second(x)) - x) <= max(1.0, 1.0 / scale.seconds_per_pixel) + 1e-6


@given(start=seconds, span=st.integers(LEAST_SPAN, 2**58), second=seconds)
def test_many_seconds_lie_where_single_ones_do(start: int, span: int, second: int) -> None:
    scale = TimeScale(start, start + span, 7.0, 900.0)
    together = scale.xs(np.array([second], dtype=np.int64))[0]
    assert abs(together - scale.x(second)) <= 1e-6 * max(1.0, abs(together))


@given(start=seconds, span=st.integers(LEAST_SPAN, 2**58))
def test_open_bounds_lie_outside_on_their_own_side(start: int, span: int) -> None:
    scale = TimeScale(start, start + span, 0.0, 900.0)
    past, future = scale.xs(np.array([OPEN_PAST, OPEN_FUTURE], dtype=np.int64))
    assert past < scale.left
    assert scale.right < future
    assert np.isfinite(past)
    assert np.isfinite(future)


@given(start=st.integers(-(2**70), 2**70), end=st.integers(-(2**70), 2**70), width=st.floats(-9, 9))
def test_any_span_becomes_one_that_can_be_shown(start: int, end: int, width: float) -> None:
    scale = TimeScale.showing(start, end, 0.0, width)
    assert LEAST_SPAN <= scale.span <= 2 * FARTHEST
    assert -FARTHEST <= scale.start < scale.end <= FARTHEST
    assert scale.width >= 1.0


def test_a_span_that_can_be_shown_stays_as_it_is() -> None:
    scale = TimeScale.showing(10, 10 + DAY, 5.0, 300.0)
    assert (scale.start, scale.end, scale.left, scale.width) == (10, 10 + DAY, 5.0, 300.0)


def test_a_short_span_grows_about_its_middle() -> None:
    assert TimeScale.showing(1000, 1000, 0.0, 300.0).start == 970


def test_a_minute_a_hundred_thousand_years_away_is_sharp() -> None:
    start = second_of(-100_000)
    scale = TimeScale(start, start + 60, 0.0, 1200.0)
    assert scale.x(start + 1) == 20.0
    assert scale.xs(np.array([start + 1], dtype=np.int64))[0] == 20.0


def test_pixels_take_at_least_a_second() -> None:
    assert TimeScale(0, 60, 0.0, 1200.0).seconds_in(1.0) == 1
    assert TimeScale(0, DAY, 0.0, 1200.0).seconds_in(24.0) == 1728


def test_columns() -> None:
    scale = ColumnScale(1.5, 5.5, 100.0, 400.0)
    assert scale.column_width == 100.0
    assert scale.x(2) == 150.0
    assert scale.column(150.0) == 2.0
    assert scale.visible == range(1, 6)
    assert scale.right == scale.x(5.5) == 500.0


def test_whole_columns_show_no_neighbour() -> None:
    assert ColumnScale(2.0, 5.0, 0.0, 300.0).visible == range(2, 5)
