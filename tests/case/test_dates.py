"""Dates against tables, and every form against the slow reference beside this file."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.case.slow_dates import slow_date
from timeline_app.case.civil import DAY, day_number, days_in_month, iso_second
from timeline_app.case.dates import (
    Date,
    DateError,
    Precision,
    Window,
    parse_date,
    parse_timezone,
)
from timeline_app.case.problems import Code

ZONE = 8 * 3600


def shown(window: Window) -> tuple[str | None, str | None]:
    return text_of(window.earliest), text_of(window.latest)


def text_of(second: int | None) -> str | None:
    return None if second is None else iso_second(second)


# ------------------------------------------------------------------------------- what is accepted


SINGLE = [
    ("1985", "1985-01-01T00:00:00", "1985-12-31T23:59:59", Precision.YEAR),
    ("1985-04", "1985-04-01T00:00:00", "1985-04-30T23:59:59", Precision.MONTH),
    ("1985-04-12", "1985-04-12T00:00:00", "1985-04-12T23:59:59", Precision.DAY),
    ("1985-04-12T10", "1985-04-12T10:00:00", "1985-04-12T10:59:59", Precision.HOUR),
    ("1985-04-12T10:15", "1985-04-12T10:15:00", "1985-04-12T10:15:59", Precision.MINUTE),
    ("1985-04-12T10:15:30", "1985-04-12T10:15:30", "1985-04-12T10:15:30", Precision.SECOND),
    ("1985-04-12T10Z", "1985-04-12T18:00:00", "1985-04-12T18:59:59", Precision.HOUR),
    ("1985-04-12T23:15+05:30", "1985-04-13T01:45:00", "1985-04-13T01:45:59", Precision.MINUTE),
    ("1985-01-01T00:00:00+14:00", "1984-12-31T18:00:00", "1984-12-31T18:00:00", Precision.SECOND),
    ("1985-12-31T23:00:00-14:00", "1986-01-01T21:00:00", "1986-01-01T21:00:00", Precision.SECOND),
    ("198X", "1980-01-01T00:00:00", "1989-12-31T23:59:59", Precision.DECADE),
    ("19XX", "1900-01-01T00:00:00", "1999-12-31T23:59:59", Precision.CENTURY),
    ("1985-XX", "1985-01-01T00:00:00", "1985-12-31T23:59:59", Precision.YEAR),
    ("1985-XX-XX", "1985-01-01T00:00:00", "1985-12-31T23:59:59", Precision.YEAR),
    ("1984-02-XX", "1984-02-01T00:00:00", "1984-02-29T23:59:59", Precision.MONTH),
    ("0000", "0000-01-01T00:00:00", "0000-12-31T23:59:59", Precision.YEAR),
    ("0000-02-29", "0000-02-29T00:00:00", "0000-02-29T23:59:59", Precision.DAY),
    ("-0043-03-15", "-0043-03-15T00:00:00", "-0043-03-15T23:59:59", Precision.DAY),
    ("-004X", "-0049-01-01T00:00:00", "-0040-12-31T23:59:59", Precision.DECADE),
    ("-00XX", "-0099-01-01T00:00:00", "-0001-12-31T23:59:59", Precision.CENTURY),
    ("-000X", "-0009-01-01T00:00:00", "-0001-12-31T23:59:59", Precision.DECADE),
    ("000X", "0000-01-01T00:00:00", "0009-12-31T23:59:59", Precision.DECADE),
    ("Y17000", "+17000-01-01T00:00:00", "+17000-12-31T23:59:59", Precision.YEAR),
    ("Y-17000", "-17000-01-01T00:00:00", "-17000-12-31T23:59:59", Precision.YEAR),
    ("[1985..1986-04]", "1985-01-01T00:00:00", "1986-04-30T23:59:59", Precision.MONTH),
    ("[..1985-04-12]", None, "1985-04-12T23:59:59", Precision.DAY),
    ("[198X..]", "1980-01-01T00:00:00", None, Precision.DECADE),
    ("[1985-04..1985]", "1985-04-01T00:00:00", "1985-12-31T23:59:59", Precision.MONTH),
]  # fmt: skip


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), SINGLE)
def test_dates_of_a_moment(
    text: str, earliest: str | None, latest: str | None, precision: Precision
) -> None:
    date = parse_date(text, ZONE)
    assert shown(date.start) == (earliest, latest)
    assert date.end == date.start
    assert (date.precision, date.interval, date.ongoing) == (precision, False, False)
    assert (date.text, date.start_qualifier, date.end_qualifier) == (text, "", "")


INTERVALS = [
    ("1985/1986-04", ("1985-01-01", "1985-12-31"), ("1986-04-01", "1986-04-30")),
    ("1985-04-12/1985-04-12", ("1985-04-12", "1985-04-12"), ("1985-04-12", "1985-04-12")),
    ("1985-04/1985", ("1985-04-01", "1985-04-30"), ("1985-01-01", "1985-12-31")),
    ("1985/..", ("1985-01-01", "1985-12-31"), None),
    ("1985/", ("1985-01-01", "1985-12-31"), None),
    ("../1985", None, ("1985-01-01", "1985-12-31")),
    ("/1985", None, ("1985-01-01", "1985-12-31")),
    ("/..", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end"), INTERVALS)
def test_intervals(text: str, start: tuple[str, str] | None, end: tuple[str, str] | None) -> None:
    date = parse_date(text)
    for window, days in ((date.start, start), (date.end, end)):
        expected = (None, None) if days is None else (f"{days[0]}T00:00:00", f"{days[1]}T23:59:59")
        assert shown(window) == expected
    assert date.interval
    assert date.ongoing is text.endswith("..")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1985~", "~", "~"),
        ("198X?", "?", "?"),
        ("1985-04-12T10:15Z%", "%", "%"),
        ("1985-04-XX~", "~", "~"),
        ("Y17000?", "?", "?"),
        ("1985~/1986", "~", ""),
        ("1985/1986%", "", "%"),
        ("1985?/..", "?", ""),
        ("../1985~", "", "~"),
    ],
)
def test_qualifiers_leave_the_bounds_alone(text: str, start: str, end: str) -> None:
    date = parse_date(text, ZONE)
    bare = parse_date(text.translate({ord(mark): None for mark in "~?%"}), ZONE)
    assert (date.start_qualifier, date.end_qualifier) == (start, end)
    assert (date.start, date.end) == (bare.start, bare.end)


def test_precision_of_each_end() -> None:
    date = parse_date("1985/1986-04-12")
    assert date.precision is Precision.DAY
    assert (date.start_precision, date.end_precision) == (Precision.YEAR, Precision.DAY)
    assert parse_date("1985/..").end_precision is Precision.CENTURY
    assert sorted(Precision, reverse=True)[0] is Precision.SECOND


# --------------------------------------------------------------------------------- what is refused


BAD = [
    # text, a word of what is wrong, a part of what would be right
    ("", "empty", "leave the field out"),
    (" 1985", "white space", "without"),
    ("1985 ", "white space", "without"),
    ("1985\n", "white space", "without"),
    ("1985-4-1", "two digits", "1985-04-01"),
    ("1985-04-1", "two digits", "1985-04-01"),
    ("1985-4-01", "two digits", "1985-04-01"),
    ("1985-4", "two digits", "1985-04"),
    ("985", "four digits", "0985"),
    ("85-04", "four digits", "0985"),
    ("1985/04/12", "hyphens", "1985-04-12"),
    ("19850412", "hyphens", "1985-04-12"),
    ("198504", "hyphens", "1985-04"),
    ("1985\u201304", "dash", "-"),
    ("1985\u221204", "dash", "-"),
    ("12.04.1985", "year comes first", "1985-MM-DD"),
    ("04/12/1985", "year comes first", "1985-MM-DD"),
    ("March 2024", "month is a number", "2024-MM"),
    ("Mar 3, 2024", "month is a number", "2024-MM"),
    ("1985-W15", "weeks", "YYYY-MM-DD"),
    ("1985-102", "days of a year", "YYYY-MM-DD"),
    ("1985-21", "seasons", "[1985-03..1985-05]"),
    ("1985-41~", "seasons", "[1985-03..1985-05]"),
    ("Y17E3", "exponents", "Y17000"),
    ("Y-17E7", "exponents", "Y17000"),
    ("1950S2", "significant", "19XX"),
    ("Y171010000S3", "significant", "19XX"),
    ("{1985,1986}", "sets", "[A..B]"),
    ("[1985,1986]", "sets", "[A..B]"),
    ("[1985, 1986..1988]", "sets", "[A..B]"),
    ("[1985]", "sets", "[A..B]"),
    ("1985..1986", "brackets", "[1985..1986]"),
    ("[1985..1986", "bracket", "[A..B]"),
    ("[1985..1986]~", "qualifier", "wider"),
    ("[1985~..1986]", "qualifier", "without"),
    ("[1985..1986?]", "qualifier", "without"),
    ("[..]", "neither end", "leave the field out"),
    ("/", "neither end", "leave the field out"),
    ("../..", "neither end", "leave the field out"),
    ("../", "neither end", "leave the field out"),
    ("[1985..1986]/1990", "not combined", "one of the two"),
    ("1990/[1985..1986]", "not combined", "one of the two"),
    ("[1985/1986]", "not combined", "one of the two"),
    ("1985/1986/1987", "more than one slash", "A/B"),
    ("1985-04-12T10/1986", "stands alone", "1985-04-12"),
    ("1985/1986-04-12T10:15Z", "stands alone", "1986-04-12"),
    ("[1985-04-12T10..]", "stands alone", "1985-04-12"),
    ("~1985", "qualifier", "~, ? or %"),
    ("1985~-04", "qualifier", "~, ? or %"),
    ("1985~?", "one qualifier", "%"),
    ("-0000", "no sign", "0000"),
    ("-0000-01", "no sign", "0000"),
    ("+1985", "plus sign", "without"),
    ("+17000", "Y in front", "Y17000"),
    ("17000", "Y in front", "Y17000"),
    ("-17000", "Y in front", "Y-17000"),
    ("Y1985", "five to nine digits", "1985"),
    ("Y-0043", "five to nine digits", "-0043"),
    ("Y0", "five to nine digits", "0000"),
    ("Y017000", "zeros in front", "Y17000"),
    ("Y1234567890", "five to nine digits", "Y17000"),
    ("Y17000-04", "stands alone", "Y17000"),
    ("XXXX", "says nothing", "leave the field out"),
    ("XXXX-04", "says nothing", "leave the field out"),
    ("1XXX", "last one or two digits", "198X or 19XX"),
    ("1X85", "last one or two digits", "198X or 19XX"),
    ("198X-04", "stands alone", "198X"),
    ("19XX-XX", "stands alone", "19XX"),
    ("1985-XX-12", "needs its month", "1985-XX-XX"),
    ("1985-1X", "both digits", "1985-XX"),
    ("1985-04-1X", "both digits", "1985-04-XX"),
    ("1985-04-XXT10", "both digits", "1985-04-XX"),
    ("1985-04-12TXX", "unspecified", "day alone"),
    ("1985-04-12t10:15", "capitals", "1985-04-12T10:15"),
    ("1985-04-12T10:15z", "capitals", "1985-04-12T10:15Z"),
    ("198x", "capitals", "198X"),
    ("1985-04-12 10:15", "T stands between", "1985-04-12T10:15"),
    ("1985-04T10", "time of day", "T10:15"),
    ("1985-04-12T", "time of day", "T10:15"),
    ("1985-04-12T1015", "time of day", "T10:15"),
    ("1985-04-12T10:15:30.5", "whole seconds", "1985-04-12T10:15:30"),
    ("1985-04-12T10:15+0800", "time zone", "+08:00"),
    ("1985-04-12T10:15+08", "time zone", "+08:00"),
    ("1985-04-12T10:15+14:01", "time zone", "+14:00"),
    ("1985-04-12T10:15+08:60", "time zone", "+14:00"),
    ("1985-04-12T10:15-00:00", "time zone", "+00:00"),
    ("1985-04-12Z", "belongs to a time", "date alone"),
    ("1985-04-12+08:00", "belongs to a time", "date alone"),
    ("１９８５", "another script", "0 to 9"),
    ("١٩٨٥-04", "another script", "0 to 9"),
    ("now", "not a date", "1985-04-12"),
    ("\u202e1985", "not a date", "1985-04-12"),
    ("1985\x00", "not a date", "1985-04-12"),
    ("9" * 100_000, "too long", "1985-04-12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), BAD, ids=[text[:30] for text, *_ in BAD])
def test_what_is_no_date_is_told_why(text: str, wrong: str, right: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text, ZONE)
    assert caught.value.code is Code.BAD_DATE
    assert wrong in caught.value.text
    assert str(caught.value) == caught.value.text
    assert right in caught.value.expected
    assert len(caught.value.text) < 200
    assert caught.value.text.isprintable()


IMPOSSIBLE = [
    ("2015-02-29", "2015-02-29", "2015-02-28"),
    ("1900-02-29", "1900-02-29", "1900-02-28"),
    ("2016-02-30", "2016-02-30", "2016-02-29"),
    ("-0001-02-29", "-0001-02-29", "-0001-02-28"),
    ("1985-04-31", "1985-04-31", "1985-04-30"),
    ("1985-04-00", "1985-04-00", "1985-04-30"),
    ("1985-13", "month 13", "01 to 12"),
    ("1985-00", "month 00", "01 to 12"),
    ("1985-21-01", "month 21", "01 to 12"),
    ("1985-04-12T24:00", "hour 24", "00:00"),
    ("1985-04-12T25", "hour 25", "00:00"),
    ("1985-04-12T10:60", "minute 60", "59"),
    ("1985-06-30T23:59:60", "second 60", "59"),
    ("1985-02-30/1986", "1985-02-30", "1985-02-28"),
    ("[1985..1986-14]", "month 14", "01 to 12"),
    ("2015-02-29~", "2015-02-29", "2015-02-28"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), IMPOSSIBLE)
def test_what_the_calendar_does_not_have(text: str, wrong: str, right: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text, ZONE)
    assert caught.value.code is Code.IMPOSSIBLE_DATE
    assert wrong in caught.value.text
    assert right in caught.value.expected


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1986/1985", "1985/1986"),
        ("1985-04-12/1985-04-11", "1985-04-11/1985-04-12"),
        ("[1986..1985]", "[1985..1986]"),
        ("1990~/198X", "198X/1990~"),
        ("0000/-0001", "-0001/0000"),
    ],
)
def test_an_end_before_its_start(text: str, right: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.code is Code.END_BEFORE_START
    assert right in caught.value.expected
    assert parse_date(right).text == right


def test_a_zone_needs_the_zone_of_the_case() -> None:
    with pytest.raises(DateError) as caught:
        parse_date("1985-04-12T10:15Z")
    assert caught.value.code is Code.ZONE_WITHOUT_TIMEZONE
    assert "timezone" in caught.value.text
    assert not parse_date("1985-04-12T10:15").zoned
    assert parse_date("1985-04-12T10:15Z", 0).zoned
    with pytest.raises(DateError) as caught:
        parse_date("1985-04-12T10:15+15:00")
    assert caught.value.code is Code.BAD_DATE


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("Z", 0), ("+00:00", 0), ("+08:00", 28_800), ("-03:30", -12_600), ("+14:00", 50_400),
     ("-14:00", -50_400), ("+05:45", 20_700)],
)  # fmt: skip
def test_zones(text: str, seconds: int) -> None:
    assert parse_timezone(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["", "z", "08:00", "+8:00", "+0800", "+08", "-00:00", "+14:01", "+99:00", "+08:60", " Z",
     "Z\n", "UTC", "Asia/Shanghai", "+０8:00", "\u221203:00", "+08:00:00"],
)  # fmt: skip
def test_what_is_no_zone(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_timezone(text)
    assert caught.value.code is Code.BAD_DATE
    assert "zone" in caught.value.text
    assert "00" in caught.value.expected


# ------------------------------------------------------------------------------------- properties


def two(low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low, high).map("{:02d}".format)


YEAR = st.one_of(
    st.integers(0, 9999).map("{:04d}".format),
    st.integers(1, 9999).map("-{:04d}".format),
    st.integers(1890, 2110).map("{:04d}".format),
)
LONG_YEAR = st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 10**9 - 1))
PATTERN = st.builds("{}{}{}".format, st.sampled_from(["", "-"]), two(0, 99),
                    st.one_of(st.just("XX"), st.integers(0, 9).map("{}X".format)))  # fmt: skip
MONTH = st.builds("{}-{}".format, YEAR, st.one_of(two(1, 12), st.just("XX")))
ANY_DAY = st.builds("{}-{}-{}".format, YEAR, two(1, 12), two(1, 31))
UNKNOWN_DAY = MONTH.map("{}-XX".format)
DAY_OF_YEAR = st.one_of(ANY_DAY, UNKNOWN_DAY)
PART = st.one_of(YEAR, LONG_YEAR, PATTERN, MONTH, DAY_OF_YEAR)
QUALIFIER = st.sampled_from(["", "~", "?", "%"])
ZONES = st.one_of(
    st.sampled_from(["", "Z", "+14:00", "-14:00", "+00:00"]),
    st.builds("{}{}:{}".format, st.sampled_from("+-"), two(0, 13), two(0, 59)),
)
CLOCK = st.one_of(
    two(0, 23),
    st.builds("{}:{}".format, two(0, 23), two(0, 59)),
    st.builds("{}:{}:{}".format, two(0, 23), two(0, 59), two(0, 59)),
)
TIMED = st.builds("{}T{}{}".format, ANY_DAY, CLOCK, ZONES)
QUALIFIED = st.builds("{}{}".format, PART, QUALIFIER)
ENDS = st.one_of(QUALIFIED, st.sampled_from(["", ".."]))
FORMS = st.one_of(
    QUALIFIED,
    st.builds("{}{}".format, TIMED, QUALIFIER),
    st.builds("{}/{}".format, ENDS, ENDS),
    st.builds("[{}..{}]".format, st.one_of(PART, st.just("")), st.one_of(PART, st.just(""))),
)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: 60 * minutes)


def read(text: str, zone: int) -> Date | DateError:
    try:
        return parse_date(text, zone)
    except DateError as error:
        return error


def agrees(text: str, zone: int) -> bool:
    """Hold one string against the slow reference; whether both accept it."""
    date = read(text, zone)
    if isinstance(date, DateError):
        assert date.text
        assert date.expected
    try:
        slow = slow_date(text, zone)
    except ValueError:
        assert isinstance(date, DateError), "accepted, but not by the reference"
        return False
    assert isinstance(date, Date), "refused, but not by the reference"
    assert (date.start.earliest, date.start.latest) == slow.start
    assert (date.end.earliest, date.end.latest) == slow.end
    assert (date.interval, date.ongoing) == (slow.interval, slow.ongoing)
    assert (date.start_qualifier, date.end_qualifier) == (
        slow.start_qualifier,
        slow.end_qualifier,
    )
    return True


@settings(max_examples=800, deadline=None)
@given(FORMS, OFFSETS)
@example("[0000..-0001]", 0)
@example("-00XX/0000", 0)
def test_every_form_has_the_bounds_of_the_reference(text: str, zone: int) -> None:
    agrees(text, zone)


@settings(max_examples=500, deadline=None)
@given(FORMS, st.integers(0, 60), st.sampled_from("0123456789X-+:TZY~?%./[]{}, \n０tE"),
       st.integers(0, 2))  # fmt: skip
def test_a_changed_character_is_judged_as_the_reference_judges_it(
    text: str, place: int, character: str, removed: int
) -> None:
    cut = place % (len(text) + 1)
    agrees(text[:cut] + character + text[cut + removed :], 0)


@settings(max_examples=500)
@given(st.one_of(st.text(), st.text(alphabet="0189XYTZ-+:~?%/.[]")))
def test_no_string_raises_anything_else(text: str) -> None:
    agrees(text, 0)
    with suppress(DateError):
        parse_timezone(text)


def test_the_mixed_forms_are_mostly_accepted() -> None:
    accepted = [agrees(text, 0) for text, *_ in SINGLE] + [
        agrees(text, 0) for text, *_ in INTERVALS
    ]
    assert all(accepted)
    assert not any(agrees(text, 0) for text, *_ in BAD if len(text) < 100)
    assert not any(agrees(text, 0) for text, *_ in IMPOSSIBLE)


def test_every_month_of_the_years_is_read_to_the_second() -> None:
    for year in range(-9999, 10_000):
        written = f"-{-year:04d}" if year < 0 else f"{year:04d}"
        first = day_number(year, 1, 1)
        for month in range(1, 13):
            after = first + days_in_month(year, month)
            window = parse_date(f"{written}-{month:02d}").start
            assert window.earliest == DAY * first
            assert window.latest == DAY * after - 1
            first = after


def test_every_day_of_a_cycle_is_read_to_the_second() -> None:
    number = day_number(1800, 1, 1)
    for year in range(1800, 2200):
        for month in range(1, 13):
            for day in range(1, days_in_month(year, month) + 1):
                window = parse_date(f"{year}-{month:02d}-{day:02d}").start
                assert window == Window(DAY * number, DAY * number + DAY - 1)
                number += 1
