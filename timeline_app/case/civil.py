"""Civil time as integers: days and seconds of the proleptic Gregorian calendar.

Rules:
* A day number counts days, a civil second counts seconds, both from 1970-01-01T00:00:00 of the
  case's own civil time. There is no time zone here and there are no leap seconds.
* Years are astronomical: year 0 is 1 BCE, year -43 is 44 BCE. Any year, of either sign.
* The arithmetic has no branches: a year is counted from March, so that the leap day is its last
  (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013). Python's `//` and `%` round
  down, so no sign needs a case of its own.
"""

from __future__ import annotations

import re

MINUTE = 60
HOUR = 3_600
DAY = 86_400

OPEN_PAST = -(2**62)
"""Stands in columns of 64-bit integers for "no earliest"; every real second lies above it."""
OPEN_FUTURE = 2**62
"""Stands in columns of 64-bit integers for "no latest"; every real second lies below it."""

CYCLE_YEARS = 400
CYCLE_DAYS = 146_097
"""The calendar repeats after 400 years, which are 146,097 days."""

_CENTURY_DAYS = 36_524
_FOUR_YEARS_DAYS = 1_461
_EPOCH = 719_468  # from 0000-03-01, where the counted years begin, to 1970-01-01
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_FOUR_DIGITS = 9_999

_ISO_DAY = re.compile(r"(-?[0-9]{4}|[+-][1-9][0-9]{4,8})-([0-9]{2})-([0-9]{2})")


def is_leap(year: int) -> bool:
    """Whether the astronomical year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % CYCLE_YEARS == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days the month (1 to 12) of that year has."""
    return _MONTH_DAYS[month] + (month == _FEBRUARY and is_leap(year))


def day_number(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to that day; month 1 to 12, day 1 to the last of the month.

    Nothing is checked: a day beyond the month counts on into the next.
    """
    counted = year - (month < 3)  # January and February end the counted year
    return (
        365 * counted
        + counted // 4
        - counted // 100
        + counted // CYCLE_YEARS
        + (153 * ((month + 9) % 12) + 2) // 5
        + day
        - 1
        - _EPOCH
    )


def civil_date(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number: the inverse of `day_number`."""
    cycle, rest = divmod(day + _EPOCH, CYCLE_DAYS)
    year = (
        rest - rest // (_FOUR_YEARS_DAYS - 1) + rest // _CENTURY_DAYS - rest // (CYCLE_DAYS - 1)
    ) // 365
    rest = rest - (365 * year + year // 4 - year // 100)
    month = (5 * rest + 2) // 153  # 0 is March, 11 is February
    turned = month // 10  # 1 in January and February, which belong to the next civil year
    return (
        year + CYCLE_YEARS * cycle + turned,
        month + 3 - 12 * turned,
        rest - (153 * month + 2) // 5 + 1,
    )


def second_of(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> int:
    """The civil second of a date and a time of day; nothing is checked."""
    return DAY * day_number(year, month, day) + HOUR * hour + MINUTE * minute + second


def iso_day(day: int) -> str:
    """A day number as `YYYY-MM-DD`; `±YYYYY-MM-DD` beyond four digits, `-YYYY-…` before year 0."""
    year, month, day_of_month = civil_date(day)
    if 0 <= year <= _FOUR_DIGITS:
        return f"{year:04}-{month:02}-{day_of_month:02}"
    if -_FOUR_DIGITS <= year < 0:
        return f"{year:05}-{month:02}-{day_of_month:02}"
    return f"{year:+}-{month:02}-{day_of_month:02}"


def iso_second(second: int) -> str:
    """A civil second as `YYYY-MM-DDTHH:MM:SS`, the year as `iso_day` writes it."""
    day, rest = divmod(second, DAY)
    hour, rest = divmod(rest, HOUR)
    minute, rest = divmod(rest, MINUTE)
    return f"{iso_day(day)}T{hour:02}:{minute:02}:{rest:02}"


def parse_iso_day(text: str) -> int:
    """The day number of what `iso_day` writes, years of up to nine digits.

    Raises:
        ValueError: the text is anything else, or there is no such day.
    """
    match = _ISO_DAY.fullmatch(text)
    if match is None or text.startswith("-0000"):
        raise ValueError(f"not a day written YYYY-MM-DD: {text[:40]!r}")
    year, month, day = map(int, match.groups())
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise ValueError(f"there is no such day: {text}")
    return day_number(year, month, day)
