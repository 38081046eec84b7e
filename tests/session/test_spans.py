"""Zooming and panning never leave their limits, and keep what lies under the cursor in place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.session.spans import (
    FARTHEST,
    GREATEST_CALENDAR,
    LEAST_CALENDAR,
    CalendarSpan,
    ColumnSpan,
    around,
    calendar_within,
    columns_within,
    pan_calendar,
    pan_columns,
    show_column,
    zoom_calendar,
    zoom_columns,
)

SECONDS = st.integers(-(10**14), 10**14)
FACTORS = st.floats(1e-6, 1e6)
ANCHORS = st.floats(0.0, 1.0)


@given(SECONDS, SECONDS, FACTORS, ANCHORS, st.floats(-1e6, 1e6))
def test_a_calendar_stretch_stays_within_its_limits(
    one: int, two: int, factor: float, anchor: float, fraction: float
) -> None:
    span = calendar_within(min(one, two), max(one, two), None)
    for after in (zoom_calendar(span, factor, anchor, None), pan_calendar(span, fraction, None)):
        assert LEAST_CALENDAR <= after.length <= GREATEST_CALENDAR
        assert -FARTHEST <= after.start < after.end <= FARTHEST


@given(st.integers(-(10**11), 10**11), st.integers(1000, 10**10), st.floats(0.1, 10.0), ANCHORS)
def test_the_moment_under_the_cursor_stays_there(
    start: int, length: int, factor: float, anchor: float
) -> None:
    span = CalendarSpan(start, start + length)
    after = zoom_calendar(span, factor, anchor, None)
    before_moment = span.start + anchor * span.length
    after_moment = after.start + anchor * after.length
    assert after_moment == pytest.approx(before_moment, abs=max(after.length, 1) * 1e-3 + 2)


def test_an_extent_beyond_ten_thousand_years_can_be_seen_whole() -> None:
    extent = CalendarSpan(-GREATEST_CALENDAR * 4, GREATEST_CALENDAR * 4)
    assert calendar_within(extent.start, extent.end, extent) == extent


@given(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4), st.integers(1, 500), FACTORS, ANCHORS)
def test_columns_stay_within_those_there_are(
    first: float, last: float, columns: int, factor: float, anchor: float
) -> None:
    span = columns_within(first, last, columns)
    for after in (span, zoom_columns(span, factor, anchor, columns), pan_columns(span, 9, columns)):
        assert after.first >= 0.0
        assert after.last <= columns + 1e-6
        assert after.length >= 1.0 - 1e-6


def test_a_column_is_brought_into_view_with_the_least_movement() -> None:
    span = ColumnSpan(2.0, 5.0)
    assert show_column(span, 3, 10) == span
    assert show_column(span, 5, 10) == ColumnSpan(3.0, 6.0)
    assert show_column(span, 0, 10) == ColumnSpan(0.0, 3.0)


def test_a_moment_is_not_blown_up_to_fill_the_view() -> None:
    span = around(1000, 1000, None)
    assert (span.start, span.end) == (1000 - 86_400, 1000 + 86_400)
