"""Days and seconds against `datetime.date` and, beyond its years, against the cycle of 400."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.civil import (
    CYCLE_DAYS,
    CYCLE_YEARS,
    DAY,
    OPEN_FUTURE,
    OPEN_PAST,
    civil_date,
    day_number,
    days_in_month,
    is_leap,
    iso_day,
    iso_second,
    parse_iso_day,
    second_of,
)

EPOCH = date(1970, 1, 1)
CYCLE_START = day_number(2000, 1, 1)


@pytest.mark.parametrize(
    ("year", "month", "day", "number"),
    [
        (1970, 1, 1, 0),
        (1969, 12, 31, -1),
        (2000, 2, 29, 11_016),
        (1, 1, 1, -719_162),
        (0, 12, 31, -719_163),
        (0, 1, 1, -719_528),
        (-1, 12, 31, -719_529),
        (9999, 12, 31, 2_932_896),
        (10_000, 1, 1, 2_932_897),
    ],
)
def test_known_days(year: int, month: int, day: int, number: int) -> None:
    assert day_number(year, month, day) == number
    assert civil_date(number) == (year, month, day)


def test_every_day_of_one_cycle_is_that_of_the_standard_library() -> None:
    number, day = CYCLE_START, date(2000, 1, 1)
    for _ in range(CYCLE_DAYS):
        assert civil_date(number) == (day.year, day.month, day.day)
        assert day_number(day.year, day.month, day.day) == number
        number, day = number + 1, day + timedelta(days=1)
    assert (day.year, day.month, day.day) == (2400, 1, 1)


def test_every_day_within_100_000_years_comes_back_as_a_number() -> None:
    # The arithmetic has no branches, so an array goes through it as an int does: all 73 million
    # days, each against the same day of the cycle that the test above has walked.
    cycle = np.arange(CYCLE_START, CYCLE_START + CYCLE_DAYS, dtype=np.int32)
    year, month, day = civil_date(cast("int", cycle))
    for shift in range(-255, 245):
        days = cast("int", cycle + np.int32(shift * CYCLE_DAYS))
        shifted = civil_date(days)
        assert np.array_equal(day_number(*shifted), days)
        assert np.array_equal(shifted[0], year + CYCLE_YEARS * shift)
        assert np.array_equal(shifted[1], month)
        assert np.array_equal(shifted[2], day)
    assert day_number(-100_000, 1, 1) == CYCLE_START - 255 * CYCLE_DAYS
    assert day_number(100_000, 1, 1) == CYCLE_START + 245 * CYCLE_DAYS


@given(st.integers(-(10**9), 10**9), st.integers(1, 12))
def test_months_follow_each_other(year: int, month: int) -> None:
    length = days_in_month(year, month)
    after = day_number(year, month, length) + 1
    expected = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    assert civil_date(after) == expected
    assert day_number(*expected) == after
    assert civil_date(after - 1) == (year, month, length)


@pytest.mark.parametrize(
    ("year", "leap"),
    [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-4, True), (-100, False),
     (-400, True), (-1, False)],
)  # fmt: skip
def test_leap_years(year: int, leap: bool) -> None:
    assert is_leap(year) is leap
    assert days_in_month(year, 2) == 28 + leap


@pytest.mark.parametrize(
    ("second", "text"),
    [
        (0, "1970-01-01T00:00:00"),
        (-1, "1969-12-31T23:59:59"),
        (second_of(2025, 4, 15, 16, 14, 59), "2025-04-15T16:14:59"),
        (second_of(0), "0000-01-01T00:00:00"),
        (second_of(-43, 3, 15), "-0043-03-15T00:00:00"),
        (second_of(-9999), "-9999-01-01T00:00:00"),
        (second_of(-10_000), "-10000-01-01T00:00:00"),
        (second_of(17_000), "+17000-01-01T00:00:00"),
        (second_of(85, 12, 31, 23), "0085-12-31T23:00:00"),
    ],
)
def test_seconds_in_iso(second: int, text: str) -> None:
    assert iso_second(second) == text


def test_every_day_of_a_cycle_round_trips_as_a_string() -> None:
    for number in range(CYCLE_START, CYCLE_START + CYCLE_DAYS):
        assert parse_iso_day(iso_day(number)) == number


def test_every_month_of_the_years_round_trips_as_strings() -> None:
    # Year, month and day are written and read apart from each other: with every day of a cycle
    # (above) and both ends of every month of every year, every part of every string is covered.
    for year in range(-9999, 10_000):
        sign = "-" if year < 0 else ""
        written = f"{sign}{abs(year):04d}"
        for month in range(1, 13):
            first = day_number(year, month, 1)
            last = first + days_in_month(year, month) - 1
            text = iso_day(first)
            assert text == f"{written}-{month:02d}-01"
            assert parse_iso_day(text) == first
            assert parse_iso_day(iso_day(last)) == last


@given(st.integers(-(10**9) * 365, 10**9 * 365))
def test_any_day_round_trips_as_a_string(number: int) -> None:
    assert parse_iso_day(iso_day(number)) == number


@pytest.mark.parametrize(
    "text",
    ["", "2024", "2024-1-1", "2024-02-30", "2024-13-01", "2024-00-10", "2024-01-00", "-0000-01-01",
     "17000-01-01", "+1700-01-01", "+017000-01-01", "2024-01-01 ", "2024-01-01\n", "２024-01-01"],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match="day"):
        parse_iso_day(text)


def test_open_bounds_lie_beyond_every_date() -> None:
    assert second_of(999_999_999, 12, 31) + DAY < OPEN_FUTURE // 64
    assert second_of(-999_999_999) > OPEN_PAST // 64
    assert EPOCH.toordinal() == day_number(1970, 1, 1) - day_number(1, 1, 1) + 1
