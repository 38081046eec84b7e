"""Durations against a table, and months against a calendar that is walked."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.durations import (
    DurationError,
    Unit,
    days_of_months,
    duration_parts,
    fitting_unit,
    parse_duration,
    whole_units,
)

DAY = 86_400


@pytest.mark.parametrize(
    ("text", "least", "greatest"),
    [
        ("P0D", 0, 0),
        ("PT0S", 0, 0),
        ("P3D", 3 * DAY, 3 * DAY),
        ("P2W", 14 * DAY, 14 * DAY),
        ("PT12H", 43_200, 43_200),
        ("PT90M", 5_400, 5_400),
        ("PT1S", 1, 1),
        ("P1DT12H30M15S", DAY + 45_015, DAY + 45_015),
        ("P1M", 28 * DAY, 31 * DAY),
        ("P2M", 59 * DAY, 62 * DAY),
        ("P3M", 89 * DAY, 92 * DAY),
        ("P6M", 181 * DAY, 184 * DAY),
        ("P12M", 365 * DAY, 366 * DAY),
        ("P1Y", 365 * DAY, 366 * DAY),
        ("P14M", 424 * DAY, 428 * DAY),
        ("P1Y2M", 424 * DAY, 428 * DAY),
        ("P4Y", 1_460 * DAY, 1_461 * DAY),
        ("P400Y", 146_097 * DAY, 146_097 * DAY),
        ("P4800M", 146_097 * DAY, 146_097 * DAY),
        ("P1M3DT1S", 31 * DAY + 1, 34 * DAY + 1),
        ("P0Y", 0, 0),
        ("P01M", 28 * DAY, 31 * DAY),
    ],
)
def test_lengths(text: str, least: int, greatest: int) -> None:
    duration = parse_duration(text)
    assert (duration.text, duration.least, duration.greatest) == (text, least, greatest)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("", "empty", "P3D"),
        (" P1D", "white space", "P3D"),
        ("P1D\n", "white space", "P3D"),
        ("P", "no number", "P3D"),
        ("PT", "no number", "P3D"),
        ("P1DT", "after T", "P1DT12H"),
        ("-P1D", "no sign", "without"),
        ("P-1D", "no sign", "without"),
        ("+P1D", "no sign", "without"),
        ("P1.5D", "whole numbers", "PT90M"),
        ("P0,5Y", "whole numbers", "PT90M"),
        ("P1H", "after a T", "PT12H"),
        ("P1D2H", "after a T", "PT12H"),
        ("P1W2D", "weeks stand alone", "days"),
        ("P1Y1W", "weeks stand alone", "days"),
        ("P1000000000D", "nine digits", "larger unit"),
        ("p1d", "capitals", "P3D"),
        ("1 month", "begins with P", "P1M"),
        ("30", "begins with P", "P3D"),
        ("P1", "not a duration", "P3D"),
        ("PD", "not a duration", "P3D"),
        ("P1D1M", "not a duration", "P3D"),
        ("P1M1Y", "not a duration", "P3D"),
        ("PT1S1H", "not a duration", "P3D"),
        ("P１D", "not a duration", "P3D"),
        ("P0001-00-01", "no sign", "without"),
    ],
)
def test_what_is_no_duration_is_told_why(text: str, wrong: str, right: str) -> None:
    with pytest.raises(DurationError) as caught:
        parse_duration(text)
    assert wrong in caught.value.text
    assert str(caught.value) == caught.value.text
    assert right in caught.value.expected


def walked(months: int) -> tuple[int, int]:
    """Fewest and most days from the first of any month of a cycle to so many months on."""
    lengths = []
    for year in range(2000, 2400):
        for month in range(12):
            later = month + months
            end = date(year + later // 12, later % 12 + 1, 1)
            lengths.append((end - date(year, month + 1, 1)).days)
    return min(lengths), max(lengths)


@pytest.mark.parametrize("months", [*range(1, 26), 48, 49, 97, 1199, 1200, 1201, 4799, 4800])
def test_months_are_those_of_the_calendar(months: int) -> None:
    assert days_of_months(months) == walked(months)


@given(st.integers(0, 10**10), st.integers(0, 10**10))
def test_longer_months_are_never_shorter(first: int, second: int) -> None:
    few, many = days_of_months(first), days_of_months(second)
    both = days_of_months(first + second)
    assert few[0] + many[0] <= both[0] <= both[1] <= few[1] + many[1]


@given(
    st.dates(date(1, 1, 1), date(4000, 12, 28)).filter(lambda day: day.day <= 28),
    st.integers(0, 60_000),
)
def test_the_same_day_so_many_months_on_lies_within(first: date, months: int) -> None:
    later = first.month - 1 + months
    last = date(first.year + later // 12, later % 12 + 1, first.day)
    fewest, most = days_of_months(months)
    assert fewest <= (last - first).days <= most


@pytest.mark.parametrize(
    ("seconds", "unit"),
    [
        (0, Unit.SECOND),
        (119, Unit.SECOND),
        (120, Unit.MINUTE),
        (7_199, Unit.MINUTE),
        (7_200, Unit.HOUR),
        (2 * DAY - 1, Unit.HOUR),
        (2 * DAY, Unit.DAY),
        (60 * DAY, Unit.DAY),
        (60 * DAY + 1, Unit.MONTH),
        (1_095 * DAY, Unit.MONTH),
        (1_096 * DAY, Unit.YEAR),
    ],
)
def test_the_unit_that_fits(seconds: int, unit: Unit) -> None:
    assert fitting_unit(seconds) is unit


@given(st.one_of(st.integers(0, 400 * DAY), st.integers(0, 10**15)), st.sampled_from(Unit))
def test_whole_units_round_outward_and_no_further(seconds: int, unit: Unit) -> None:
    sizes = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3_600, Unit.DAY: DAY}

    def limits(number: int) -> tuple[int, int]:
        if unit in sizes:
            return number * sizes[unit], number * sizes[unit]
        fewest, most = days_of_months(number * (12 if unit == Unit.YEAR else 1))
        return fewest * DAY, most * DAY

    low, high = whole_units(seconds, unit, up=False), whole_units(seconds, unit, up=True)
    assert limits(low)[1] <= seconds < limits(low + 1)[1]
    assert limits(high)[0] >= seconds
    assert high == 0 or limits(high - 1)[0] < seconds


NUMBERS = st.integers(0, 10**9 - 1)
PARTS = st.tuples(*(st.one_of(st.none(), NUMBERS) for _ in range(6)))


@given(PARTS)
def test_parts_are_read_as_written(parts: tuple[int | None, ...]) -> None:
    written = ["" if part is None else f"{part}{unit}"
               for part, unit in zip(parts, "YMDHMS", strict=True)]  # fmt: skip
    clock = "".join(written[3:])
    text = "P" + "".join(written[:3]) + (f"T{clock}" if clock else "")
    if text == "P":
        return
    assert duration_parts(text) == (0, *(part or 0 for part in parts))
    duration = parse_duration(text)
    exact = sum((part or 0) * size
                for part, size in zip(parts[2:], (DAY, 3_600, 60, 1), strict=True))  # fmt: skip
    fewest, most = days_of_months(12 * (parts[0] or 0) + (parts[1] or 0))
    assert (duration.least, duration.greatest) == (exact + DAY * fewest, exact + DAY * most)
    assert 0 <= duration.least <= duration.greatest < 2**61


@given(NUMBERS)
def test_weeks_stand_alone(weeks: int) -> None:
    assert parse_duration(f"P{weeks}W").least == 7 * DAY * weeks


@given(st.one_of(st.text(), st.text(alphabet="PYMWDTHS0123456789.-+ ")))
def test_no_string_raises_anything_else(text: str) -> None:
    with suppress(DurationError):
        duration = parse_duration(text)
        assert re.fullmatch("P[0-9YMWDTHS]+", text)
        assert text[-1].isalpha()
        assert text[-1] != "T"
        assert 0 <= duration.least <= duration.greatest


def test_a_very_long_string_is_refused_at_once() -> None:
    for text in ("P" + "1" * 200_000, "P" + "1D" * 100_000, "1" * 200_000 + "d", "+" * 200_000):
        with pytest.raises(DurationError):
            parse_duration(text)
