"""Dates: the EDTF profile of the case format, read into bounds of whole seconds.

Rules:
* A date becomes windows, never a moment: from its first second to its last, both included.
  What the string leaves open is left open; nothing is filled in.
* Civil dates are never shifted. A time with a zone is converted to the zone of the case.
* A single date or `[A..B]` has one window for both ends, `A/B` has one for each. An end that is
  open or unknown has the window (None, None): that nothing ends before it starts is for the
  network to add.
* Reading is one regular expression and integer arithmetic. Only where that fails are the faults
  looked for (`_FAULTS`), so that a wrong date costs more than a right one, and says why.
* Nothing is raised but `DateError`, whatever the string.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NoReturn

from msgspec import Struct

from timeline_app.case.civil import DAY, HOUR, MINUTE, day_number, days_in_month
from timeline_app.case.problems import Code


class Precision(IntEnum):
    """How finely a date is given, from coarse to fine."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    MONTH = 3
    DAY = 4
    HOUR = 5
    MINUTE = 6
    SECOND = 7


class Window(Struct, frozen=True, gc=False):
    """The first and the last civil second where something may lie; None is open."""

    earliest: int | None
    latest: int | None


class Date(Struct, frozen=True, gc=False):
    """What one date string says.

    `interval` is True where it is written `A/B`, `ongoing` where its end is `..` (still going
    on). A qualifier is "", "~", "?" or "%"; the bounds are those of the date without it.
    `precision` is the finest given; an end without a date has the coarsest, CENTURY. `zoned` is
    True where the time has a zone.
    """

    text: str
    start: Window
    end: Window
    interval: bool
    ongoing: bool
    start_qualifier: str
    end_qualifier: str
    precision: Precision
    start_precision: Precision
    end_precision: Precision
    zoned: bool


class DateError(ValueError):
    """A string is not a date of the format.

    `code` is BAD_DATE, IMPOSSIBLE_DATE, END_BEFORE_START or ZONE_WITHOUT_TIMEZONE; `text` says
    what is wrong and `expected` what would be right, both as phrases without a full stop that
    do not repeat the whole string, which may hold anything.
    """

    def __init__(self, code: Code, text: str, expected: str) -> None:
        """The code and both phrases."""
        super().__init__(code, text, expected)
        self.code = code
        self.text = text
        self.expected = expected

    def __str__(self) -> str:
        """What is wrong."""
        return self.text


OPEN = Window(None, None)
"""The window of an end that is open or not known."""

_SINGLE = re.compile(
    r"(?:(?!-0000)(-?[0-9]{4})"
    r"(?:-(?:XX(?:-XX)?|([0-9]{2})(?:-(?:XX|([0-9]{2})"
    r"(?:T([0-9]{2})(?::([0-9]{2})(?::([0-9]{2}))?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?))?))?"
    r"|(-?[0-9]{2}(?:[0-9]X|XX)|Y-?[1-9][0-9]{4,8}))"
    r"([~?%])?"
)
"""Year, month, day, hour, minute, second, zone; or a decade, century or long year; qualifier."""

_ZONE = re.compile(r"([+-])([0-9]{2}):([0-5][0-9])")
_ZONE_LIMIT = 14 * HOUR
_ZONE_EXPECTED = "Z, or hours and minutes from -14:00 to +14:00, such as +08:00"
_MONTHS = 12
_HOURS = 24
_SIXTY = 60

_Bounds = tuple[int, int, Precision]


def parse_timezone(text: str) -> int:
    """The offset of a zone (`Z`, or ±HH:MM up to 14 hours) in seconds east of UTC.

    Raises:
        DateError: BAD_DATE, the text is not such a zone.
    """
    if text == "Z":
        return 0
    match = _ZONE.fullmatch(text)
    if match is None:
        raise DateError(Code.BAD_DATE, "this is not a time zone", _ZONE_EXPECTED)
    sign, hours, minutes = match.groups()
    offset = HOUR * int(hours) + MINUTE * int(minutes)
    if offset > _ZONE_LIMIT:
        raise DateError(Code.BAD_DATE, f"there is no time zone {text}", _ZONE_EXPECTED)
    if sign == "-" and offset == 0:
        raise DateError(Code.BAD_DATE, "there is no time zone -00:00", "Z or +00:00")
    return -offset if sign == "-" else offset


def parse_date(text: str, zone: int | None = None) -> Date:
    """What a date string says, in civil seconds of the case.

    Args:
        text: one date of the profile.
        zone: the case's own offset in seconds east of UTC, None where the case has none.

    Raises:
        DateError: the text is not a date of the profile, is impossible, ends before it starts,
            or has a zone while the case has none.
    """
    match = _SINGLE.fullmatch(text)
    if match is None:
        return _between(text) if text[:1] == "[" else _interval(text)
    year, month, day, hour, minute, second, offset, special, qualifier = match.groups()
    if year is None:
        earliest, latest, precision = _special_year(special)
    elif hour is None:
        earliest, latest, precision = _calendar(year, month, day)
    else:
        midnight, _, _ = _calendar(year, month, day)
        earliest, latest, precision = _time_of_day(midnight, hour, minute, second)
        if offset is not None:
            shift = _shift(offset, zone)
            earliest += shift
            latest += shift
    window = Window(earliest, latest)
    mark, zoned = qualifier or "", offset is not None
    return Date(
        text, window, window, False, False, mark, mark, precision, precision, precision, zoned
    )


def _calendar(year_text: str, month_text: str | None, day_text: str | None) -> _Bounds:
    """First and last second of a year, a month or a day."""
    if month_text is None:
        year = int(year_text)
        first, last = day_number(year, 1, 1), day_number(year, _MONTHS, 31)
        return DAY * first, DAY * last + DAY - 1, Precision.YEAR
    first, days = _month(year_text, month_text)
    if days == 0:
        _no_such_month(year_text, month_text, day_text)
    if day_text is None:
        return first, first + DAY * days - 1, Precision.MONTH
    day = int(day_text)
    if not 1 <= day <= days:
        named = f"{year_text}-{month_text}"
        right = f"a day up to {named}-{days}, the last of that month"
        raise DateError(Code.IMPOSSIBLE_DATE, f"there is no day {named}-{day_text}", right)
    first += DAY * (day - 1)
    return first, first + DAY - 1, Precision.DAY


@lru_cache(maxsize=4_096)
def _month(year_text: str, month_text: str) -> tuple[int, int]:
    """The first second of a month and how many days it has; 0 where there is no such month. The
    days of a case lie in few months: most are looked up."""
    year, month = int(year_text), int(month_text)
    if not 1 <= month <= _MONTHS:
        return 0, 0
    return DAY * day_number(year, month, 1), days_in_month(year, month)


def _time_of_day(midnight: int, hour: str, minute: str | None, second: str | None) -> _Bounds:
    """First and last second of an hour, a minute or a second of the day that begins there."""
    if int(hour) >= _HOURS:
        right = "an hour from 00 to 23; midnight is 00:00 of the day that it begins"
        raise DateError(Code.IMPOSSIBLE_DATE, f"there is no hour {hour}", right)
    first = midnight + HOUR * int(hour)
    if minute is None:
        return first, first + HOUR - 1, Precision.HOUR
    if int(minute) >= _SIXTY:
        right = "a minute from 00 to 59"
        raise DateError(Code.IMPOSSIBLE_DATE, f"there is no minute {minute}", right)
    first += MINUTE * int(minute)
    if second is None:
        return first, first + MINUTE - 1, Precision.MINUTE
    if int(second) >= _SIXTY:
        wrong = f"there is no second {second}; leap seconds are not counted"
        raise DateError(Code.IMPOSSIBLE_DATE, wrong, "a second from 00 to 59")
    first += int(second)
    return first, first, Precision.SECOND


def _special_year(text: str) -> _Bounds:
    """First and last second of a decade, a century, or a year of more than four digits.

    Before year 0 an unspecified digit counts away from it, as it is written: `-004X` names the
    years -0049 to -0040, and `-000X` the years -0009 to -0001, as there is no year -0000.
    """
    if text[0] == "Y":
        low = high = int(text[1:])
        precision = Precision.YEAR
    else:
        low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
        precision = Precision.CENTURY if text[-2] == "X" else Precision.DECADE
        if text[0] == "-":
            low, high = high, min(low, -1)
    first, last = day_number(low, 1, 1), day_number(high, _MONTHS, 31)
    return DAY * first, DAY * last + DAY - 1, precision


def _shift(offset: str, zone: int | None) -> int:
    """Seconds from the civil time of a zone, as written, to that of the case."""
    east = parse_timezone(offset)
    if zone is None:
        raise DateError(
            Code.ZONE_WITHOUT_TIMEZONE,
            f"the time has a zone ({offset}), but the case has no `timezone` to convert it to",
            "a `timezone` for the case, such as +08:00, or a time without a zone",
        )
    return zone - east


def _part(text: str) -> tuple[Window, str, Precision]:
    """Window, qualifier and precision of one end of `A/B` or `[A..B]`."""
    match = _SINGLE.fullmatch(text)
    if match is None:
        raise _fault(text)
    year, month, day, hour, *_, special, qualifier = match.groups()
    if hour is not None:
        wrong = "a time of day stands alone, not inside A/B or [A..B]"
        raise DateError(Code.BAD_DATE, wrong, f"the day, {text[: text.index('T')]}")
    earliest, latest, precision = (
        _special_year(special) if year is None else _calendar(year, month, day)
    )
    return Window(earliest, latest), qualifier or "", precision


def _interval(text: str) -> Date:
    """What `A/B` says; either end may be open (`..`) or unknown (nothing)."""
    first, slash, second = text.partition("/")
    if not slash or "/" in second or "[" in second:
        raise _fault(text)
    if first in ("", "..") and (second == "" or text == "../.."):
        raise DateError(Code.BAD_DATE, "neither end is given", _NO_DATE)
    start, start_qualifier, start_precision = _part(first) if first not in ("", "..") else _ABSENT
    end, end_qualifier, end_precision = _part(second) if second not in ("", "..") else _ABSENT
    _check_order(first, second, start.earliest, end.latest, f"{second}/{first}")
    return Date(
        text=text,
        start=start,
        end=end,
        interval=True,
        ongoing=second == "..",
        start_qualifier=start_qualifier,
        end_qualifier=end_qualifier,
        precision=max(start_precision, end_precision),
        start_precision=start_precision,
        end_precision=end_precision,
        zoned=False,
    )


def _between(text: str) -> Date:
    """What `[A..B]` says; either A or B may be missing."""
    first, dots, second = text[1:-1].partition("..")
    if text[-1] != "]" or not dots or "/" in text:
        raise _fault(text)
    if not (first or second):
        raise DateError(Code.BAD_DATE, "neither end is given", _NO_DATE)
    start, start_qualifier, start_precision = _part(first) if first else _ABSENT
    end, end_qualifier, end_precision = _part(second) if second else _ABSENT
    if start_qualifier or end_qualifier:
        wrong = "the ends of [A..B] have no qualifier"
        raise DateError(Code.BAD_DATE, wrong, "the same without ~, ? and %, or a wider range")
    _check_order(first, second, start.earliest, end.latest, f"[{second}..{first}]")
    window = Window(start.earliest, end.latest)
    precision = max(start_precision, end_precision)
    return Date(text, window, window, False, False, "", "", precision, precision, precision, False)


_ABSENT = (OPEN, "", Precision.CENTURY)


def _check_order(
    first: str, second: str, earliest: int | None, latest: int | None, swapped: str
) -> None:
    """Refuse an end that certainly lies before its start."""
    if earliest is not None and latest is not None and latest < earliest:
        wrong = f"the end, {second}, lies before the start, {first}"
        raise DateError(Code.END_BEFORE_START, wrong, f"the earlier date first, as in {swapped}")


def _no_such_month(year: str, month: str, day: str | None) -> NoReturn:
    """Say what is wrong with a month outside 1 to 12; 21 to 41 alone are seasons in EDTF."""
    if day is None and month in _SEASONS:
        right = f"the months that are meant, such as [{year}-03..{year}-05]"
        raise DateError(Code.BAD_DATE, "seasons are outside the format", right)
    raise DateError(Code.IMPOSSIBLE_DATE, f"there is no month {month}", "a month from 01 to 12")


# What follows is only reached by strings that are not dates of the profile.

_SEASONS = frozenset(str(number) for number in range(21, 42))
_LONGEST = 80
_NO_DATE = "a date, or nothing at all (leave the field out) where the time is not known"
_EXPECTED = "such as 1985, 1985-04, 1985-04-12, 1985-04-12T10:15, 198X, A/B or [A..B]"
_FAULTS = (
    (r"", "the date is empty", _NO_DATE),
    (r"\s.*|.*\s", "a date has no white space around it", "the same without white space"),
    (r".*[\u2010-\u2015\u2212].*", "a dash stands where a hyphen must", "hyphens (-)"),
    (r"X+(-.*)?|unknown", "a date that says nothing is not written", _NO_DATE),
    (r".*[A-Za-z]{3}.*([0-9]{4})", "the month is a number", r"\1-MM, or \1-MM-DD"),
    (r".*[{},].*|\[[^./]*\]", "sets are outside the format", "[A..B]: between two dates"),
    (r"Y?-?[0-9]+E.*", "exponents are outside the format", "the year in full, as in Y17000"),
    (r"Y?-?[0-9]+S.*", "significant digits are outside the format", "198X or 19XX"),
    (r"([0-9]{4})/([0-9]{2})/([0-9]{2})", "a date has hyphens, not slashes", r"\1-\2-\3"),
    (r"[0-9]{1,2}[./-][0-9]{1,2}[./-]([0-9]{4})", "the year comes first", r"\1-MM-DD"),
    (r".*/.*/.*", "there is more than one slash", "A/B: from A to B"),
    (r".*/.*[][].*|[][].*/.*", "A/B and [A..B] are not combined", "one of the two"),
    (r"\[.*\][~?%]", "[A..B] has no qualifier", "[A..B], with a wider range"),
    (r"\[.*", "the bracket is not closed", "[A..B]: between two dates"),
    (r"(.+)\.\.(.+)", "two dots stand in brackets only", r"[\1..\2], or \1/\2"),
    (r".*[~?%]{2}", "there is one qualifier at most", "~, ? or, for both, %"),
    (r".*[~?%].+", "a qualifier stands at the end", "the whole date, then ~, ? or %"),
    (r"-0000.*", "the year 0 has no sign", "0000"),
    (r"Y-?0+", "a year with Y has five to nine digits", "0000"),
    (r"Y(-?)0*([0-9]{4})", "a year with Y has five to nine digits", r"\1\2"),
    (r"Y(-?)0+([0-9]{5,9})", "a year with Y has no zeros in front", r"Y\1\2"),
    (r"Y-?[0-9]+", "a year with Y has five to nine digits", "1985, or Y17000"),
    (r"(Y-?[0-9]{5,9})-.*", "a year with Y stands alone", r"\1"),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", "a date has hyphens", r"\1-\2-\3"),
    (r"([0-9]{4})([0-9]{2})", "a date has hyphens", r"\1-\2 for a month"),
    (r"[+]?(-?[1-9][0-9]{4,8})", "a year beyond four digits has a Y in front", r"Y\1"),
    (r"[+].*", "a year has no plus sign", "the year without it"),
    (r"-?[0-9]{1,3}(-.*)?", "a year has four digits", "zeros in front, such as 0985 or -0043"),
    (r"(-?[0-9]{2}[0-9X]X)-.*", "a decade or century stands alone", r"\1"),
    (r"-?[0-9]X.*", "only the last one or two digits of a year may be X", "198X or 19XX"),
    (r"(-?[0-9]{4})-XX-.*", "a day needs its month", r"\1-XX-XX"),
    (r"[^T]*X.*", "both digits of a month or day are X, or none", "1985-XX or 1985-04-XX"),
    (r".*T.*X.*", "a time has no unspecified digits", "a time, or the day alone"),
    (r"(-?[0-9]{4})-([0-9])-([0-9])", "months and days have two digits", r"\1-0\2-0\3"),
    (r"(-?[0-9]{4})-([0-9])(-[0-9]{2})?", "a month has two digits", r"\1-0\2\3"),
    (r"(-?[0-9]{4}-[0-9]{2})-([0-9])", "a day has two digits", r"\1-0\2"),
    (r"-?[0-9]{4}-(W.*|[0-9]{3})", "weeks and days of a year are not dates", "YYYY-MM-DD"),
    (r"[^T]*(Z|[+-][0-9]{2}:[0-9]{2})", "a zone belongs to a time of day", "the date alone"),
    (r"(.{10}) ([0-9:]+)", "a T stands between date and time", r"\1T\2"),
    (r"(.*T[0-9:]+)[.].*", "a time has whole seconds", r"\1"),
    (r".*T[0-9:]+[+-].*", "this is not a time zone", "Z, or hours and minutes such as +08:00"),
    (r".*T.*", "this is not a time of day", "hours, minutes, seconds: T10, T10:15, T10:15:30"),
)
"""Patterns, compiled only where one is looked for; what is wrong; what would be right."""


def _fault(text: str) -> DateError:
    """Why the text is not a date of the profile."""
    if len(text) > _LONGEST:
        return DateError(Code.BAD_DATE, "this is too long for a date", _EXPECTED)
    if any(character.isdecimal() and not character.isascii() for character in text):
        return DateError(Code.BAD_DATE, "the digits are of another script", "the digits 0 to 9")
    if _SINGLE.fullmatch(text.upper()):
        return DateError(Code.BAD_DATE, "the letters of a date are capitals", text.upper())
    for pattern, wrong, right in _FAULTS:
        match = re.fullmatch(pattern, text, re.DOTALL | re.ASCII)
        if match:
            return DateError(Code.BAD_DATE, wrong, match.expand(right))
    return DateError(Code.BAD_DATE, "this is not a date of the format", _EXPECTED)
