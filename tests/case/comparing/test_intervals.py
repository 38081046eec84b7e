"""Intervals and what remains between two of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.comparing.intervals import Interval

LIMITS = st.none() | st.integers(-5, 5)


@given(LIMITS, LIMITS, LIMITS, LIMITS)
def test_a_difference_has_every_possibility_and_no_more(
    least: int | None, greatest: int | None, low: int | None, high: int | None
) -> None:
    one, other = Interval(least, greatest), Interval(low, high)
    lengths = range(-6, 7)
    differences = {
        first - second
        for first in lengths
        for second in lengths
        if one.contains(first) and other.contains(second)
    }
    difference = one.minus(other)
    assert all(map(difference.contains, differences))
    if None not in (least, greatest, low, high) and differences:
        assert difference == Interval(min(differences), max(differences))
    assert other.minus(one) == difference.reversed()


@pytest.mark.parametrize(
    ("interval", "is_open"),
    [(Interval(), True), (Interval(0), False), (Interval(None, 0), False), (Interval(1, 2), False)],
)
def test_only_an_interval_without_limits_is_open(interval: Interval, is_open: bool) -> None:
    assert interval.is_open == is_open
