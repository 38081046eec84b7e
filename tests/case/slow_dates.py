"""A second reading of the dates, slow and independent, to hold `timeline_app.case.dates` against.

It shares no code with the package: no regular expression, no day arithmetic. Strings are taken
apart with `split`; days are walked with `datetime.date`, moved by whole cycles of 400 years to
where that class works; unspecified digits are replaced by every digit.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import product
from typing import NamedTuple

CYCLE = date(2400, 1, 1) - date(2000, 1, 1)
EPOCH = date(1970, 1, 1)
ONE_DAY = timedelta(days=1)


class SlowDate(NamedTuple):
    """Bounds as `timeline_app.case.dates.Date` has them, None where open."""

    start: tuple[int | None, int | None]
    end: tuple[int | None, int | None]
    interval: bool
    ongoing: bool
    start_qualifier: str
    end_qualifier: str


class SlowPart(NamedTuple):
    """One date by itself."""

    earliest: int
    latest: int
    qualifier: str
    timed: bool


def slow_date(text: str, zone: int) -> SlowDate:
    """Read a date of the profile; ValueError where it is none."""
    if text.startswith("["):
        return _slow_between(text)
    if "/" not in text:
        part = _slow_part(text, zone)
        window = (part.earliest, part.latest)
        return SlowDate(window, window, False, False, part.qualifier, part.qualifier)
    first, second = text.split("/")
    if first in ("", "..") and (second == "" or (first, second) == ("..", "..")):
        raise ValueError("neither end")
    start, start_qualifier = _slow_end(first)
    end, end_qualifier = _slow_end(second)
    _in_order(start[0], end[1])
    return SlowDate(start, end, True, second == "..", start_qualifier, end_qualifier)


def _slow_between(text: str) -> SlowDate:
    if not text.endswith("]"):
        raise ValueError("bracket")
    first, second = text[1:-1].split("..")
    if not first and not second:
        raise ValueError("neither end")
    low = _slow_end(first) if first else ((None, None), "")
    high = _slow_end(second) if second else ((None, None), "")
    if low[1] or high[1]:
        raise ValueError("qualifier")
    window = (low[0][0], high[0][1])
    _in_order(*window)
    return SlowDate(window, window, False, False, "", "")


def _slow_end(text: str) -> tuple[tuple[int | None, int | None], str]:
    if text in ("", ".."):
        return (None, None), ""
    part = _slow_part(text, 0)
    if part.timed:
        raise ValueError("time inside an interval")
    return (part.earliest, part.latest), part.qualifier


def _in_order(earliest: int | None, latest: int | None) -> None:
    if earliest is not None and latest is not None and latest < earliest:
        raise ValueError("order")


def _slow_part(text: str, zone: int) -> SlowPart:
    qualifier = text[-1] if text and text[-1] in "~?%" else ""
    body = text.removesuffix(qualifier)
    civil, separator, clock = body.partition("T")
    if not separator:
        first, last = _first_and_last_day(civil)
        return SlowPart(_second(first), _second(last) + 86_399, qualifier, False)
    if "X" in civil or len(civil.lstrip("-").split("-")) != 3:
        raise ValueError("a time needs its day")
    day, _ = _first_and_last_day(civil)
    first_second, length = _slow_clock(clock, zone)
    earliest = _second(day) + first_second
    return SlowPart(earliest, earliest + length - 1, qualifier, True)


def _slow_clock(clock: str, zone: int) -> tuple[int, int]:
    """Second of the day in the case's zone, and how many seconds are meant."""
    shift = timedelta(0)
    if clock.endswith("Z"):
        clock, shift = clock[:-1], timedelta(seconds=zone)
    elif len(clock) > 6 and clock[-6] in "+-":
        clock, offset = clock[:-6], clock[-6:]
        hours, minutes = (_digits(piece, 2) for piece in offset[1:].split(":"))
        east = timedelta(hours=hours, minutes=minutes)
        if minutes > 59 or east > timedelta(hours=14) or offset == "-00:00":
            raise ValueError("zone")
        shift = timedelta(seconds=zone) - (east if offset[0] == "+" else -east)
    numbers = [_digits(piece, 2) for piece in clock.split(":")]
    if len(numbers) > 3:
        raise ValueError("clock")
    filled = numbers + [0] * (3 - len(numbers))
    clock_time = time(filled[0], filled[1], filled[2])  # refuses what is no time of day
    since = timedelta(hours=clock_time.hour, minutes=clock_time.minute, seconds=clock_time.second)
    length = {1: 3600, 2: 60, 3: 1}[len(numbers)]
    return (since + shift) // timedelta(seconds=1), length


Walked = tuple[int, date]
"""Whole cycles, and a day that `datetime.date` can hold."""


def _first_and_last_day(text: str) -> tuple[Walked, Walked]:
    sign, rest = ("-", text[1:]) if text.startswith("-") else ("", text)
    if rest.startswith("Y"):
        digits = rest[1:].removeprefix("-")
        if sign or not 5 <= len(digits) <= 9 or digits.startswith("0"):
            raise ValueError("long year")
        year = _digits(digits, len(digits))
        return _year_ends(-year if rest[1] == "-" else year)
    year_text, *others = rest.split("-")
    if len(others) > 2 or len(year_text) != 4:
        raise ValueError("too much, or a short year")
    years = _years_named(sign, year_text)
    if "X" in year_text:
        if others:
            raise ValueError("month of a decade")
        return _year_ends(min(years))[0], _year_ends(max(years))[1]
    (year,) = years
    if not others or others in (["XX"], ["XX", "XX"]):
        return _year_ends(year)
    month = _digits(others[0], 2)
    first = _walked(year, month, 1)
    if len(others) == 1 or others[1] == "XX":
        last = first[1]
        while (last + ONE_DAY).month == month:
            last += ONE_DAY
        return first, (first[0], last)
    day = _walked(year, month, _digits(others[1], 2))
    return day, day


def _years_named(sign: str, pattern: str) -> list[int]:
    """Every year that a pattern such as 19XX can stand for; there is no year -0000."""
    if not pattern[:2].isdecimal() or pattern[2:].lstrip("0123456789") not in ("", "X", "XX"):
        raise ValueError("pattern")
    choices = ["0123456789" if character == "X" else character for character in pattern]
    texts = [sign + "".join(digits) for digits in product(*choices)]
    years = [int(text[0] + str(_digits(text[1:], 4))) if sign else _digits(text, 4)
             for text in texts if text != "-0000"]  # fmt: skip
    if not years:
        raise ValueError("year -0000")
    return years


def _year_ends(year: int) -> tuple[Walked, Walked]:
    return _walked(year, 1, 1), _walked(year, 12, 31)


def _walked(year: int, month: int, day: int) -> Walked:
    cycles, rest = divmod(year, 400)
    return cycles, date(2000 + rest, month, day)


def _second(day: Walked) -> int:
    """Seconds since 1970 of the midnight before that day."""
    cycles, moved = day
    days = (moved - EPOCH).days + (cycles - 5) * CYCLE.days
    return days * 86_400


def _digits(text: str, length: int) -> int:
    if len(text) != length or any(character not in "0123456789" for character in text):
        raise ValueError("digits")
    return int(text)
