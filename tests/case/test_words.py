"""The wording as tables, and read back: no phrase says more than the bounds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.civil import DAY, civil_date, day_number, days_in_month, second_of
from timeline_app.case.dates import OPEN, Precision, Window, parse_date
from timeline_app.case.durations import days_of_months
from timeline_app.case.model import End, Relation, Shape
from timeline_app.case.words import (
    bounds_in_words,
    constraint_in_words,
    date_in_words,
    day_in_words,
    duration_in_words,
    gap_in_words,
    length_in_words,
    named,
    short_bounds_in_words,
    window_in_words,
    year_in_words,
)

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
AFTERNOON = second_of(2025, 4, 15, 16, 14, 59)
MINUTE, SECOND = Precision.MINUTE, Precision.SECOND


# --------------------------------------------------------------------------------- points in time


@pytest.mark.parametrize(
    ("second", "precision", "words", "short"),
    [
        (AFTERNOON, Precision.DAY, "15 April 2025", "15 Apr 2025"),
        (AFTERNOON, Precision.HOUR, "15 April 2025, 16:14", "15 Apr 2025, 16:14"),
        (AFTERNOON, Precision.MINUTE, "15 April 2025, 16:14", "15 Apr 2025, 16:14"),
        (AFTERNOON, Precision.SECOND, "15 April 2025, 16:14:59", "15 Apr 2025, 16:14:59"),
        (AFTERNOON, Precision.MONTH, "April 2025", "Apr 2025"),
        (AFTERNOON, Precision.YEAR, "2025", "2025"),
        (AFTERNOON, Precision.CENTURY, "2025", "2025"),
        (second_of(-43, 3, 15), Precision.DAY, "15 March 44 BCE", "15 Mar 44 BCE"),
        (second_of(0, 9), Precision.MONTH, "September 1 BCE", "Sep 1 BCE"),
        (second_of(1), Precision.YEAR, "1 CE", "1 CE"),
        (second_of(999, 5, 1), Precision.DAY, "1 May 999 CE", "1 May 999 CE"),
        (second_of(1000), Precision.YEAR, "1000", "1000"),
        (second_of(17_000, 12, 31), Precision.DAY, "31 December 17000", "31 Dec 17000"),
    ],
)
def test_points(second: int, precision: Precision, words: str, short: str) -> None:
    assert day_in_words(second, precision) == words
    assert day_in_words(second, precision, short=True) == short


# ---------------------------------------------------------------------------------------- windows


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1985-04-12", "on 12 April 1985"),
        ("1985-04", "in April 1985"),
        ("1985", "in 1985"),
        ("198X", "in the 1980s"),
        ("190X", "between 1900 and 1909"),
        ("19XX", "between 1900 and 1999"),
        ("001X", "between 10 and 19 CE"),
        ("00XX", "between 1 BCE and 99 CE"),
        ("-004X", "between 50 and 41 BCE"),
        ("-0043", "in 44 BCE"),
        ("-0043-03-15", "on 15 March 44 BCE"),
        ("Y17000", "in 17000"),
        ("Y-17000", "in 17001 BCE"),
        ("[1985-03-03..1985-04-12]", "between 3 March and 12 April 1985"),
        ("[1985-04-03..1985-04-12]", "between 3 and 12 April 1985"),
        ("[1984-12-03..1985-04-12]", "between 3 December 1984 and 12 April 1985"),
        ("[1984-04-12..1985-04-12]", "between 12 April 1984 and 12 April 1985"),
        ("[1985-04..1985-06]", "between April and June 1985"),
        ("[1984-12..1985-06]", "between December 1984 and June 1985"),
        ("[1985..1987]", "between 1985 and 1987"),
        ("[0998..1002]", "between 998 CE and 1002"),
        ("[-0044..0013]", "between 45 BCE and 13 CE"),
        ("[..2025-04-15]", "no later than 15 April 2025"),
        ("[..1984]", "no later than 31 December 1984"),
        ("[2024-04-10..]", "not before 10 April 2024"),
        ("1985-04-12T10", "on 12 April 1985 between 10:00 and 10:59"),
        ("1985-04-12T10:15", "on 12 April 1985 at 10:15"),
        ("1985-04-12T10:15:30", "on 12 April 1985 at 10:15:30"),
        ("1985-04-12T10:15~", "on 12 April 1985 at 10:15 (approximate)"),
        ("1985?", "in 1985 (uncertain)"),
        ("1985-04%", "in April 1985 (approximate and uncertain)"),
        ("1985/1986", "from 1985 to 1986"),
        ("1985-03-03/1985-04-12", "from 3 March to 12 April 1985"),
        ("1985-04-03/1985-04-12", "from 3 to 12 April 1985"),
        ("1985-04/1986-01", "from April 1985 to January 1986"),
        ("198X/199X", "from the 1980s to the 1990s"),
        ("1985-04-12/1985-04-12", "on 12 April 1985"),
        ("1985/1985", "began and ended in 1985"),
        ("1985-03-03/1985", "began on 3 March 1985; ended in 1985"),
        ("1985-04/1985", "began in April 1985; ended in 1985"),
        ("1985/..", "began in 1985; still going on"),
        ("1985/", "began in 1985; end not established"),
        ("../1985", "start not established; ended in 1985"),
        ("/..", "start not established; still going on"),
        ("1985~/..", "began in 1985 (approximate); still going on"),
        ("1985~/", "began in 1985 (approximate); end not established"),
        ("/1985?", "start not established; ended in 1985 (uncertain)"),
        ("1985/1986%", "began in 1985; ended in 1986 (approximate and uncertain)"),
    ],
)
def test_dates_as_the_case_gives_them(date: str, words: str) -> None:
    assert date_in_words(parse_date(date)) == words


def clock(hour: int, minute: int = 0, second: int = 0, day: int = 12) -> int:
    return second_of(1985, 4, day, hour, minute, second)


@pytest.mark.parametrize(
    ("earliest", "latest", "precisions", "words"),
    [
        # at DAY, whatever lies within a day is that day
        (clock(10), clock(11), (Precision.DAY, Precision.DAY), "on 12 April 1985"),
        (None, clock(23, 59, 58), (Precision.YEAR, Precision.YEAR), "no later than 12 April 1985"),
        (clock(0, 0, 1), None, (Precision.DAY, Precision.DAY), "not before 12 April 1985"),
        (clock(0, 0, 1, 1), clock(9, day=30), (Precision.DAY, Precision.DAY), "in April 1985"),
        # finer
        (clock(10, 15), clock(10, 16, 59), (MINUTE, MINUTE),
         "on 12 April 1985 between 10:15 and 10:16"),
        (clock(10, 15, 30), clock(10, 15, 45), (MINUTE, MINUTE), "on 12 April 1985 at 10:15"),
        (clock(10, 15, 30), clock(10, 15, 45), (SECOND, SECOND),
         "on 12 April 1985 between 10:15:30 and 10:15:45"),
        (clock(10, 15), clock(10, 15, 59), (SECOND, SECOND), "on 12 April 1985 at 10:15"),
        (clock(0), clock(10, 15, 59), (MINUTE, MINUTE), "on 12 April 1985, no later than 10:15"),
        (clock(10, 15), clock(23, 59, 59), (MINUTE, MINUTE), "on 12 April 1985, not before 10:15"),
        (clock(10, 15), clock(23, 59, 58), (MINUTE, MINUTE),
         "on 12 April 1985 between 10:15 and 23:59"),
        (clock(0), clock(23, 59, 59), (SECOND, SECOND), "on 12 April 1985"),
        (clock(10, 15), clock(8, day=13), (MINUTE, MINUTE),
         "between 12 April 1985, 10:15 and 13 April 1985, 08:00"),
        (clock(10, 15), clock(23, 59, 59, 13), (MINUTE, MINUTE),
         "between 12 April 1985, 10:15 and 13 April 1985"),
        (clock(10, 15), clock(8, day=13), (Precision.DAY, MINUTE),
         "between 12 April 1985 and 13 April 1985, 08:00"),
        (None, AFTERNOON, (MINUTE, MINUTE), "no later than 15 April 2025, 16:14"),
        (None, AFTERNOON, (SECOND, SECOND), "no later than 15 April 2025, 16:14"),
        (None, AFTERNOON - 1, (SECOND, SECOND), "no later than 15 April 2025, 16:14:58"),
        (AFTERNOON, None, (MINUTE, MINUTE), "not before 15 April 2025, 16:14"),
        (None, None, (SECOND, SECOND), "time not established"),
    ],
)  # fmt: skip
def test_windows(
    earliest: int | None, latest: int | None, precisions: tuple[Precision, Precision], words: str
) -> None:
    first, last = precisions
    window = Window(earliest, latest)
    told = window_in_words(window, precision_earliest=first, precision_latest=last)
    assert told == words


# ----------------------------------------------------------------------------------------- bounds


def days(first: str | None, last: str | None) -> Window:
    return Window(
        parse_date(first).start.earliest if first else None,
        parse_date(last).start.latest if last else None,
    )


REPORT = days(None, "2025-04-15")


@pytest.mark.parametrize(
    ("start", "end", "span", "repeated"),
    [
        (REPORT, REPORT, "began and ended no later than 15 April 2025",
         "several times, no later than 15 April 2025"),
        (days(None, "2025-03-18"), REPORT,
         "began no later than 18 March 2025; ended no later than 15 April 2025",
         ("several times, the first no later than 18 March 2025; "
          "the last no later than 15 April 2025")),
        (REPORT, days("2025-03-03", "2025-04-15"),
         "began no later than 15 April 2025; ended between 3 March and 15 April 2025",
         ("several times, the first no later than 15 April 2025; "
          "the last between 3 March and 15 April 2025")),
        (days("1985-04", "1985-04"), days("1985-04", "2025-04-15"),
         "began in April 1985; ended no later than 15 April 2025",
         "several times, the first in April 1985; the last no later than 15 April 2025"),
        (days("1985-04", "1985-04"), days("1985-04", None),
         "began in April 1985; end not established",
         "several times, the first in April 1985; the last not established"),
        (days("1985-04-12", "1985-04-12"), days("1986-05-01", "1986-05-01"),
         "from 12 April 1985 to 1 May 1986", "several times, from 12 April 1985 to 1 May 1986"),
        (OPEN, days("1986-05-01", "1986-05-01"), "start not established; ended on 1 May 1986",
         "several times, the first not established; the last on 1 May 1986"),
        (OPEN, OPEN, "time not established", "several times, time not established"),
        (days("1985", None), days("1985", None), "began and ended not before 1 January 1985",
         "several times, not before 1 January 1985"),
    ],
)  # fmt: skip
def test_spans(start: Window, end: Window, span: str, repeated: str) -> None:
    assert bounds_in_words(start, end, shape=Shape.SPAN) == span
    assert bounds_in_words(start, end, shape=Shape.REPEATED) == repeated
    assert bounds_in_words(start, end) == window_in_words(start)


def test_spans_that_go_on() -> None:
    start = days("1985-04", "1985-04")
    told = bounds_in_words(start, days("1985-04", None), shape=Shape.SPAN, ongoing=True)
    assert told == "began in April 1985; still going on"
    told = bounds_in_words(start, days("1985-04", "2030"), shape=Shape.SPAN, ongoing=True)
    assert told == "began in April 1985; still going on; ends no later than 31 December 2030"
    told = bounds_in_words(OPEN, OPEN, shape=Shape.REPEATED, ongoing=True)
    assert told == "several times, the first not established; still going on"


def test_spans_by_the_clock() -> None:
    start, end = Window(clock(10), clock(10, 0, 59)), Window(clock(11), clock(11, 0, 59))
    told = bounds_in_words(
        start, end, shape=Shape.SPAN, precision_earliest=MINUTE, precision_latest=MINUTE
    )
    assert told == "began on 12 April 1985 at 10:00; ended on 12 April 1985 at 11:00"
    assert bounds_in_words(start, end, shape=Shape.SPAN) == "on 12 April 1985"


def test_short_words_for_tables() -> None:
    until = days(None, "2025-03-18")
    assert short_bounds_in_words(until, until) == "no later than 18 Mar 2025"
    told = short_bounds_in_words(until, Window(None, None), shape=Shape.SPAN)
    assert told == "began no later than 18 Mar 2025; end not established"
    told = short_bounds_in_words(until, OPEN, shape=Shape.SPAN, ongoing=True)
    assert told == "began no later than 18 Mar 2025; still going on"
    september = parse_date("1985-09").start
    assert short_bounds_in_words(september, september) == "in Sep 1985"


# ---------------------------------------------------------------------------------------- lengths


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("P1M", "1 month"),
        ("P2Y3M", "2 years 3 months"),
        ("P2W", "2 weeks"),
        ("P1DT12H30M1S", "1 day 12 hours 30 minutes 1 second"),
        ("P0D", "0 days"),
        ("P0Y3D", "3 days"),
        ("P12000D", "12,000 days"),
    ],
)
def test_durations_as_they_are_written(text: str, words: str) -> None:
    assert duration_in_words(text) == words


@pytest.mark.parametrize(
    ("least", "greatest", "words"),
    [
        (28 * DAY, None, "at least 28 days"),
        (60 * DAY, None, "at least 60 days"),
        (61 * DAY, None, "at least 1 month"),
        (62 * DAY, None, "at least 2 months"),
        (None, 61 * DAY, "at most 3 months"),
        (366 * DAY, None, "at least 1 year"),
        (365 * DAY, None, "at least 11 months"),
        (None, 365 * DAY, "at most 1 year"),
        (None, 366 * DAY, "at most 13 months"),
        (None, 730 * DAY, "at most 2 years"),
        (None, 1096 * DAY, "at most 4 years"),
        (1096 * DAY, None, "at least 3 years"),
        (800_000 * DAY, None, "at least 2,190 years"),
        (424 * DAY, 792 * DAY, "13–27 months"),
        (366 * DAY, 730 * DAY, "1–2 years"),
        (40 * DAY, 90 * DAY, "40–90 days"),
        (2 * DAY + 1, 4 * DAY - 1, "2–4 days"),
        (3600, 86_399, "1 hour to 1 day"),
        (10 * DAY, 400 * DAY, "10 days to 14 months"),
        (3 * DAY, 3 * DAY, "exactly 3 days"),
        (93_600, 93_600, "exactly 1 day 2 hours"),
        (90, 90, "exactly 1 minute 30 seconds"),
        (90, None, "at least 90 seconds"),
        (60, None, "at least 1 minute"),
        (None, 59, "at most 59 seconds"),
        (None, 86_399, "at most 1 day"),
        (1, DAY, "at most 1 day"),
        (1, 30, "1–30 seconds"),
        (20, 30, "20–30 seconds"),
        (0, 0, "the same time"),
        (0, 30, "at most 30 seconds"),
        (-5, 30, "at most 30 seconds"),
        (0, None, "not established"),
        (None, None, "not established"),
    ],
)
def test_lengths(least: int | None, greatest: int | None, words: str) -> None:
    assert length_in_words(least, greatest) == words


@pytest.mark.parametrize(
    ("least", "greatest", "table", "sentence"),
    [
        (DAY, None, "at least 1 day later", "‘B’ is at least 1 day after ‘A’"),
        (None, -DAY, "at least 1 day earlier", "‘B’ is at least 1 day before ‘A’"),
        (0, None, "not earlier", "‘B’ is not before ‘A’"),
        (None, 0, "not later", "‘B’ is not after ‘A’"),
        (1, None, "later; how much is not told", "‘B’ is after ‘A’; how much is not told"),
        (None, -1, "earlier; how much is not told", "‘B’ is before ‘A’; how much is not told"),
        (1, 5 * DAY, "later, by at most 5 days", "‘B’ is after ‘A’, by at most 5 days"),
        (-5 * DAY, -1, "earlier, by at most 5 days", "‘B’ is before ‘A’, by at most 5 days"),
        (2 * DAY, 4 * DAY, "2–4 days later", "‘B’ is 2–4 days after ‘A’"),
        (-4 * DAY, -2 * DAY, "2–4 days earlier", "‘B’ is 2–4 days before ‘A’"),
        (3 * DAY, 3 * DAY, "exactly 3 days later", "‘B’ is exactly 3 days after ‘A’"),
        (-3 * DAY, -3 * DAY, "exactly 3 days earlier", "‘B’ is exactly 3 days before ‘A’"),
        (-3 * DAY, 2 * DAY, "between 3 days earlier and 2 days later",
         "‘B’ is between 3 days before and 2 days after ‘A’"),
        (0, 5 * DAY, "not earlier, and at most 5 days later",
         "‘B’ is not before ‘A’, and at most 5 days after it"),
        (-5 * DAY, 0, "not later, and at most 5 days earlier",
         "‘B’ is not after ‘A’, and at most 5 days before it"),
        (None, 2 * DAY, "at most 2 days later, or earlier",
         "‘B’ is at most 2 days after ‘A’, or before it"),
        (-2 * DAY, None, "at most 2 days earlier, or later",
         "‘B’ is at most 2 days before ‘A’, or after it"),
        (1, 1, "exactly 1 second later", "‘B’ is exactly 1 second after ‘A’"),
        (0, 0, "the same time", "‘B’ is at the same time as ‘A’"),
        (None, None, "not established", "how ‘B’ lies to ‘A’ is not established"),
    ],
)  # fmt: skip
def test_gaps(least: int | None, greatest: int | None, table: str, sentence: str) -> None:
    assert gap_in_words(least, greatest) == table
    assert gap_in_words(least, greatest, "A", "B") == sentence


# ------------------------------------------------------------------------------------ constraints


@pytest.mark.parametrize(
    ("rel", "least", "greatest", "words"),
    [
        ("before", None, None, "before ‘X’"),
        ("before", "P1M", None, "at least 1 month before ‘X’"),
        ("before", None, "P2M", "no more than 2 months before ‘X’"),
        ("before", "P1M", "P2M", "at least 1 month and no more than 2 months before ‘X’"),
        ("before", "P3D", "P3D", "3 days before ‘X’"),
        ("before", "P0D", None, "before ‘X’"),
        ("after", None, None, "after ‘X’"),
        ("after", "P1M", None, "at least 1 month after ‘X’"),
        ("after", None, "P2M", "no more than 2 months after ‘X’"),
        ("not_before", None, None, "not before ‘X’"),
        ("not_before", "P0D", None, "not before ‘X’"),
        ("not_before", "P1M", None, "at least 1 month after ‘X’"),
        ("not_before", None, "P2M", "not before ‘X’, and no more than 2 months after it"),
        ("not_before", "P1M", "P2M", "at least 1 month and no more than 2 months after ‘X’"),
        ("not_after", None, None, "not after ‘X’"),
        ("not_after", "PT2H", None, "at least 2 hours before ‘X’"),
        ("not_after", None, "P2W", "not after ‘X’, and no more than 2 weeks before it"),
        ("same", None, None, "at the same time as ‘X’"),
        ("same", None, "P2D", "within 2 days of ‘X’"),
    ],
)
def test_constraints(rel: str, least: str | None, greatest: str | None, words: str) -> None:
    assert constraint_in_words(Relation(rel), least, greatest, "X") == words


def test_constraints_that_name_ends() -> None:
    told = constraint_in_words(Relation.NOT_BEFORE, None, None, "X", End.END, End.START)
    assert told == "its end not before the start of ‘X’"
    told = constraint_in_words(Relation.SAME, None, None, "X", to_end=End.END)
    assert told == "at the same time as the end of ‘X’"
    report = f"the publication of {named('R')}"
    told = constraint_in_words(Relation.BEFORE, "P1M", None, report, quoted=False)
    assert told == "at least 1 month before the publication of ‘R’"


# -------------------------------------------------------------------------------------- read back


def read_year(words: str) -> int:
    number, _, era = words.partition(" ")
    return 1 - int(number) if era == "BCE" else int(number)


POINT = re.compile(
    rf"(?:(\d+) )?(?:({'|'.join(MONTHS)}) )?(\d+(?: B?CE)?)(?:, (\d+):(\d+)(?::(\d+))?)?"
)


def read_point(words: str) -> tuple[int, int]:
    """First and last second of a point written in full."""
    match = POINT.fullmatch(words)
    assert match, words
    day, month, year_words, hour, minute, second = match.groups()
    year = read_year(year_words)
    first_month = MONTHS.index(month) + 1 if month else 1
    last_month = first_month if month else 12
    if hour:
        first = second_of(year, first_month, int(day), int(hour), int(minute), int(second or 0))
        return first, first + (0 if second else 59)
    first = DAY * day_number(year, first_month, int(day or 1))
    last = day_number(year, last_month, int(day or days_in_month(year, last_month)))
    return first, DAY * last + DAY - 1


def read_window(words: str) -> tuple[int | None, int | None]:
    """The bounds that a phrase claims."""
    if words == "time not established":
        return None, None
    if words.startswith("no later than "):
        return None, read_point(words.removeprefix("no later than "))[1]
    if words.startswith("not before "):
        return read_point(words.removeprefix("not before "))[0], None
    if words.startswith("in the "):
        decade = int(words[7:-1])
        return read_point(str(decade))[0], read_point(str(decade + 9))[1]
    if words.startswith(("on ", "in ")):
        return read_within(words[3:])
    since, until = words.removeprefix("between ").split(" and ")
    if ":" not in words:  # what the first point leaves out it has from the second
        parts = since.split()
        since = " ".join(parts + until.split()[len(parts) :])
    return read_point(since)[0], read_point(until)[1]


def read_within(words: str) -> tuple[int, int]:
    """A year, a month, a day, or a part of a day told by the clock."""
    match = re.fullmatch(
        r"(.+?)(?: (at) |, (not before) |, (no later than) | (between) )(.+)", words
    )
    if match is None:
        return read_point(words)
    clocks = match[6].split(" and ")
    points = [read_point(f"{match[1]}, {clock}") for clock in clocks]
    first, last = points[0][0], points[-1][1]
    midnight, evening = read_point(match[1])
    return midnight if match[4] else first, evening if match[3] else last


SECONDS = st.one_of(
    st.integers(second_of(-2_000), second_of(3_000)),
    st.integers(second_of(1_980), second_of(1_990)),
    st.integers(second_of(-200_000), second_of(200_000)),
)
EDGES = st.builds(
    lambda second, edge: {
        "second": second,
        "day": second - second % DAY,
        "month": DAY * day_number(*civil_date(second // DAY)[:2], 1),
        "year": DAY * day_number(civil_date(second // DAY)[0], 1, 1),
        "decade": DAY * day_number(civil_date(second // DAY)[0] // 10 * 10, 1, 1),
    }[edge],
    SECONDS,
    st.sampled_from(["second", "day", "month", "year", "decade"]),
)
DECADES = st.builds(lambda decade: Window(DAY * day_number(10 * decade, 1, 1),
                                          DAY * day_number(10 * decade + 10, 1, 1) - 1),
                    st.integers(-30, 1_100))  # fmt: skip
WINDOWS = st.one_of(
    st.builds(lambda first, last: Window(min(first, last), max(first, last + DAY) - 1),
              EDGES, EDGES),
    st.builds(lambda first, length: Window(first, first + length - 1),
              EDGES, st.sampled_from([1, 60, 3_600, DAY, 28 * DAY, 30 * DAY, 31 * DAY, 365 * DAY])),
    st.builds(Window, EDGES, st.none()),
    st.builds(Window, st.none(), EDGES),
    DECADES,
)  # fmt: skip


STEPS = {Precision.YEAR: DAY, Precision.DAY: DAY, Precision.HOUR: 60, MINUTE: 60, SECOND: 1}


@given(WINDOWS, st.sampled_from(list(STEPS)), st.sampled_from(list(STEPS)))
def test_words_read_back_are_the_bounds_moved_out_as_far_as_they_must(
    window: Window, finest_earliest: Precision, finest_latest: Precision
) -> None:
    words = window_in_words(
        window, precision_earliest=finest_earliest, precision_latest=finest_latest
    )
    earliest, latest = read_window(words)
    first, last = window.earliest, window.latest
    step = STEPS[finest_earliest]
    assert earliest == (None if first is None else first - first % step)
    step = STEPS[finest_latest]
    assert latest == (None if last is None else last - last % step + step - 1)


def limits_of(words: str) -> tuple[int, int]:
    """The least and greatest length in seconds that "3 months" can mean."""
    match = re.fullmatch(r"([\d,]+) (second|minute|hour|day|month|year)s?", words)
    assert match, words
    number = int(match[1].replace(",", ""))
    if match[2] in ("month", "year"):
        fewest, most = days_of_months(number * (12 if match[2] == "year" else 1))
        return fewest * DAY, most * DAY
    size = {"second": 1, "minute": 60, "hour": 3_600, "day": DAY}[match[2]]
    return number * size, number * size


LENGTHS = st.one_of(
    st.integers(0, 300),
    st.integers(0, 10 * DAY),
    st.integers(0, 5_000 * DAY),
    st.integers(0, 200_000).map(lambda number: number * DAY),
    st.integers(0, 10**6 * 366 * DAY),
)


@given(st.one_of(st.none(), LENGTHS), st.one_of(st.none(), LENGTHS))
def test_lengths_are_never_overstated(one: int | None, other: int | None) -> None:
    least, greatest = one, other
    if one is not None and other is not None:
        least, greatest = min(one, other), max(one, other)
    words = length_in_words(least, greatest)
    if words.startswith("at least "):
        assert least is not None
        assert limits_of(words.removeprefix("at least "))[1] <= least
    elif words.startswith("at most "):
        assert greatest is not None
        assert limits_of(words.removeprefix("at most "))[0] >= greatest
    elif " to " in words or "–" in words:
        low, high = re.split(" to |–", words)
        unit = high.partition(" ")[2]
        assert least is not None
        assert greatest is not None
        assert limits_of(low if " to " in words else f"{low} {unit}")[1] <= least
        assert limits_of(high)[0] >= greatest
    elif words.startswith("exactly "):
        assert least == greatest
    else:
        assert words == ("the same time" if least == greatest == 0 else "not established")


@given(st.one_of(st.none(), st.integers(-(10**9), 10**9)),
       st.one_of(st.none(), st.integers(-(10**9), 10**9)))  # fmt: skip
def test_gaps_are_told_alike_from_both_sides(one: int | None, other: int | None) -> None:
    least, greatest = one, other
    if one is not None and other is not None:
        least, greatest = min(one, other), max(one, other)
    forward = gap_in_words(least, greatest)
    backward = gap_in_words(
        None if greatest is None else -greatest, None if least is None else -least
    )
    swapped = {"later": "earlier", "earlier": "later"}
    mirrored = re.sub("later|earlier", lambda match: swapped[match[0]], forward)
    if "between" in forward:
        before, after = re.findall(r"[\d,]+ [a-z]+(?= earlier| later)", forward)
        mirrored = f"between {after} earlier and {before} later"
    assert mirrored == backward


@given(st.integers(-300_000, 300_000))
def test_years_have_one_name_each(year: int) -> None:
    assert read_year(year_in_words(year)) == year
