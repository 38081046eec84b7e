"""Durations: ISO 8601, whole numbers, no sign; and lengths of time in words.

Rules:
* `PnYnMnDTnHnMnS` with at least one component, in that order, or weeks alone (`PnW`). At most
  nine digits in a component, so that no duration comes near 2**61 seconds.
* A day is 86,400 seconds. A year is 12 months. n months last from the fewest to the most days
  that any n consecutive months of the calendar have, so `P1M` is 28 to 31 days and `P12M` is
  365 or 366: a calendar never makes a contradiction that is not there.
* Years and months are added up before they become days; the other parts are added to both limits.
* A length in seconds is brought into units outward only: `whole_units` never overstates a least
  nor understates a greatest, whatever months or years are meant.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from itertools import accumulate
from operator import sub

from msgspec import Struct

from timeline_app.case.civil import CYCLE_DAYS, CYCLE_YEARS, DAY, HOUR, MINUTE, days_in_month

MONTHS_IN_YEAR = 12
WEEK = 7 * DAY
NOT_ESTABLISHED = "not established"

_CYCLE_MONTHS = CYCLE_YEARS * MONTHS_IN_YEAR
_NUMBER = "([0-9]{1,9})"
_DURATION = re.compile(
    rf"P(?=[0-9T])(?:{_NUMBER}W|(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}D)?"
    rf"(?:T(?=[0-9])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?)"
)
_EXPECTED = "whole numbers with their units, such as P3D, P1M, P2Y6M, P2W, PT12H or P1DT30M"

_FAULTS = (
    (r"", "the duration is empty", _EXPECTED),
    (r"\s.*|.*\s", "a duration has no white space around it", _EXPECTED),
    (r"[+-].*|P.*[+-].*", "a duration has no sign", "a duration without + or -"),
    (r"P.*[.,].*", "a duration has whole numbers only", "a smaller unit, such as PT90M"),
    (r"PT?", "the duration has no number", _EXPECTED),
    (r"P.*T", "after T an hour, minute or second must follow", "P1D, or P1DT12H"),
    (r"P[^T]*[0-9][HS].*", "hours and seconds stand after a T", "PT12H, PT30M or PT45S"),
    (r"P(?=.*W)(?=.*[YMDT]).*", "weeks stand alone", "days in place of the weeks (P10D)"),
    (r".*[0-9]{10}.*", "a number in a duration has at most nine digits", "a larger unit"),
    (r"[0-9ymwdths]+|.*[pymwdths].*", "a duration begins with P, in capitals", _EXPECTED),
)
"""Patterns, compiled only where one is looked for; what is wrong; what would be right."""


class Unit(StrEnum):
    """What lengths are told in, from the finest."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


_SIZES = {Unit.SECOND: 1, Unit.MINUTE: MINUTE, Unit.HOUR: HOUR, Unit.DAY: DAY}
_USED_UP_TO = {
    Unit.SECOND: 2 * MINUTE - 1,
    Unit.MINUTE: 2 * HOUR - 1,
    Unit.HOUR: 2 * DAY - 1,
    Unit.DAY: 60 * DAY,
    Unit.MONTH: 3 * 365 * DAY,
}
"""The longest length that is told in each unit; longer ones are told in the next."""
_LARGER = {
    Unit.SECOND: (60, Unit.MINUTE),
    Unit.MINUTE: (60, Unit.HOUR),
    Unit.HOUR: (24, Unit.DAY),
    Unit.MONTH: (12, Unit.YEAR),
}
"""How many of a unit make the next, where that number is fixed."""
_FAR_APART = 4
"""Limits further apart than this are each told in a unit of their own."""


class DurationError(ValueError):
    """A string is not a duration of the format: `text` says why, `expected` what would be right."""

    def __init__(self, text: str, expected: str) -> None:
        """Both as plain phrases, without a full stop."""
        super().__init__(text, expected)
        self.text = text
        self.expected = expected

    def __str__(self) -> str:
        """What is wrong."""
        return self.text


class Duration(Struct, frozen=True, gc=False):
    """A duration as written, and its least and greatest length in seconds."""

    text: str
    least: int
    greatest: int


@cache
def _month_starts() -> tuple[int, ...]:
    """The first day of each month of two cycles, counted from the first day of the first."""
    years = range(2 * CYCLE_YEARS)
    return (0, *accumulate(days_in_month(year, month) for year in years for month in range(1, 13)))


@lru_cache(maxsize=_CYCLE_MONTHS)
def _days_of_rest(months: int) -> tuple[int, int]:
    """Fewest and most days of 0 to 4,799 consecutive months, over every month to begin in."""
    if months == 0:
        return 0, 0
    starts = _month_starts()
    lengths = list(map(sub, starts[months : months + _CYCLE_MONTHS], starts))
    return min(lengths), max(lengths)


def days_of_months(months: int) -> tuple[int, int]:
    """Fewest and most days that so many (0 or more) consecutive months can have."""
    cycles, rest = divmod(months, _CYCLE_MONTHS)
    fewest, most = _days_of_rest(rest)
    return cycles * CYCLE_DAYS + fewest, cycles * CYCLE_DAYS + most


def duration_parts(text: str) -> tuple[int, int, int, int, int, int, int]:
    """Weeks, years, months, days, hours, minutes and seconds as written, 0 where not.

    Raises:
        DurationError: the text is not a duration of the format.
    """
    match = _DURATION.fullmatch(text)
    if match is None:
        raise _fault(text)
    weeks, years, months, days, hours, minutes, seconds = map(int, match.groups("0"))
    return weeks, years, months, days, hours, minutes, seconds


def parse_duration(text: str) -> Duration:
    """A duration with its least and greatest length.

    Raises:
        DurationError: the text is not a duration of the format.
    """
    weeks, years, months, days, hours, minutes, seconds = duration_parts(text)
    exact = WEEK * weeks + DAY * days + HOUR * hours + MINUTE * minutes + seconds
    if not (years or months):
        return Duration(text, exact, exact)
    fewest, most = days_of_months(MONTHS_IN_YEAR * years + months)
    return Duration(text, exact + DAY * fewest, exact + DAY * most)


def fitting_unit(seconds: int) -> Unit:
    """The unit in which a length of 0 or more seconds is told: a number of two digits, mostly."""
    return next((unit for unit, longest in _USED_UP_TO.items() if seconds <= longest), Unit.YEAR)


def whole_units(seconds: int, unit: Unit, *, up: bool) -> int:
    """A length of 0 or more seconds in whole units, rounded up or down.

    n months or years count as the most days that they can have when rounding down, as the fewest
    when rounding up: "at least n" and "at most n" are true of the length whichever they are.
    """
    if unit in _SIZES:
        return -(-seconds // _SIZES[unit]) if up else seconds // _SIZES[unit]
    months = MONTHS_IN_YEAR if unit == Unit.YEAR else 1
    days = -(-seconds // DAY) if up else seconds // DAY
    number = days * _CYCLE_MONTHS // (CYCLE_DAYS * months)
    if up:
        while days_of_months(number * months)[0] < days:
            number += 1
    else:
        while days_of_months(number * months)[1] > days:
            number -= 1
    return number


def duration_in_words(text: str) -> str:
    """A duration as it is written: `P2Y3M` is "2 years 3 months".

    Raises:
        DurationError: the text is not a duration of the format.
    """
    counts = zip(duration_parts(text), ("week", *reversed(Unit)), strict=True)
    return " ".join(_count(number, unit) for number, unit in counts if number) or "0 days"


def rounded_in_words(seconds: int, *, up: bool) -> str:
    """A length of 0 or more seconds, rounded up or down to what can be read: "3 days"."""
    unit = fitting_unit(seconds)
    number = whole_units(seconds, unit, up=up)
    while number and unit in _LARGER and number % _LARGER[unit][0] == 0:
        factor, unit = _LARGER[unit]
        number //= factor
    return _count(number, unit)


def length_in_words(least: int | None, greatest: int | None) -> str:
    """A length in seconds: "at least 28 days", "13–27 months", "exactly 3 days", "at most 2 years".

    Equal limits are told to the second, others rounded outward. A least of zero or less says
    nothing, nor does one of less than a minute beside days.
    """
    if least == greatest == 0:
        return "the same time"
    if least is not None and (least <= 0 or (least < MINUTE and (greatest or 0) >= DAY)):
        least = None
    if greatest is None:
        return NOT_ESTABLISHED if least is None else f"at least {rounded_in_words(least, up=False)}"
    if least is None:
        return f"at most {rounded_in_words(greatest, up=True)}"
    if least == greatest:
        return f"exactly {_exactly(least)}"
    unit = fitting_unit(least)
    if unit != fitting_unit(greatest) and greatest > _FAR_APART * least:
        return f"{rounded_in_words(least, up=False)} to {rounded_in_words(greatest, up=True)}"
    low, high = whole_units(least, unit, up=False), whole_units(greatest, unit, up=True)
    factor, larger = _LARGER.get(unit, (1, unit))
    if low % factor == high % factor == 0:
        low, high, unit = low // factor, high // factor, larger
    return f"{low:,}–{_count(high, unit)}"


def _count(number: int, unit: str) -> str:
    return f"{number:,} {unit}" if number == 1 else f"{number:,} {unit}s"


def _exactly(seconds: int) -> str:
    """A length to the second: "1 day 2 hours"."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    counts = ((days, "day"), (hour, "hour"), (minute, "minute"), (second, "second"))
    return " ".join(_count(number, unit) for number, unit in counts if number)


def _fault(text: str) -> DurationError:
    """Why the text is not a duration."""
    for pattern, wrong, right in _FAULTS:
        if re.fullmatch(pattern, text, re.DOTALL):
            return DurationError(wrong, right)
    return DurationError("this is not a duration of the format", _EXPECTED)
