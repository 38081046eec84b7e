"""Dates, bounds, lengths and constraints in words: every surface says them alike.

Rules:
* A unit that is named (a day, a month, a minute) is the whole of it: "no later than 15 April 2025"
  ends with the last second of that day, "not before" begins with the first.
* A phrase is true outward: it may be weaker than the bounds, where they are finer than the words
  may show, and is never stronger. The least is rounded down, the greatest up.
* What a case writes as a duration is said as it is written; lengths that were computed are told
  by `durations`, which rounds them outward. Its two functions can be had from here as well.
* Years before 1 are BCE, years from 1 to 999 carry CE, later years stand alone.
* Phrases have no capital and no full stop; they are parts of somebody's sentence.
"""

from __future__ import annotations

from timeline_app.case.civil import DAY, HOUR, MINUTE, civil_date
from timeline_app.case.dates import OPEN, Date, Precision, Window
from timeline_app.case.durations import (
    NOT_ESTABLISHED,
    duration_in_words,
    length_in_words,
    parse_duration,
    rounded_in_words,
)
from timeline_app.case.model import End, Relation, Shape

__all__ = [
    "NOT_ESTABLISHED",
    "STILL_GOING_ON",
    "TIME_NOT_ESTABLISHED",
    "bounds_in_words",
    "constraint_in_words",
    "date_in_words",
    "day_in_words",
    "duration_in_words",
    "gap_in_words",
    "length_in_words",
    "named",
    "short_bounds_in_words",
    "window_in_words",
    "year_in_words",
]

TIME_NOT_ESTABLISHED = "time not established"
STILL_GOING_ON = "still going on"

_MONTHS = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT = 3
_NAMED_LENGTH = 60
_QUALIFIERS = {
    "": "",
    "~": " (approximate)",
    "?": " (uncertain)",
    "%": " (approximate and uncertain)",
}


def named(title: str) -> str:
    """A title in quotes, as it stands in a sentence: shortened where it is long."""
    if len(title) > _NAMED_LENGTH:
        title = title[: _NAMED_LENGTH - 1].rstrip() + "…"
    return f"‘{title}’"


# --------------------------------------------------------------------------------- points in time


def year_in_words(year: int) -> str:
    """An astronomical year: "1985", "85 CE", "44 BCE" (-43), "17000"."""
    if year <= 0:
        return f"{1 - year} BCE"
    return f"{year}" if year >= 1_000 else f"{year} CE"


def day_in_words(second: int, precision: Precision = Precision.DAY, *, short: bool = False) -> str:
    """A civil second, as finely as asked: "2025", "April 2025", "15 April 2025", "…, 16:14".

    Decades and centuries are told as the year, hours with their minutes; `short` cuts the month
    to three letters.
    """
    day, clock = divmod(second, DAY)
    year, month, day_of_month = civil_date(day)
    if precision <= Precision.YEAR:
        return year_in_words(year)
    words = f"{_month(month, short)} {year_in_words(year)}"
    if precision == Precision.MONTH:
        return words
    words = f"{day_of_month} {words}"
    return words if precision == Precision.DAY else f"{words}, {_clock(clock, precision)}"


def _month(month: int, short: bool) -> str:
    return _MONTHS[month][:_SHORT] if short else _MONTHS[month]


def _clock(second_of_day: int, precision: Precision) -> str:
    hour, rest = divmod(second_of_day, HOUR)
    minute, second = divmod(rest, MINUTE)
    words = f"{hour:02}:{minute:02}"
    return f"{words}:{second:02}" if precision == Precision.SECOND else words


# ---------------------------------------------------------------------------------------- windows


def window_in_words(
    window: Window,
    *,
    precision_earliest: Precision = Precision.DAY,
    precision_latest: Precision = Precision.DAY,
    short: bool = False,
) -> str:
    """Where one moment lies: "on 12 April 1985", "in 1985", "no later than 15 April 2025", …

    The precisions are the finest that the words may show; a bound at the edge of a day is told
    as the day all the same. `short` cuts months to three letters.
    """
    if window.latest is None:
        if window.earliest is None:
            return TIME_NOT_ESTABLISHED
        first, first_precision = _outward(window.earliest, precision_earliest, latest=False)
        return f"not before {day_in_words(first, first_precision, short=short)}"
    last, last_precision = _outward(window.latest, precision_latest, latest=True)
    until = day_in_words(last, last_precision, short=short)
    if window.earliest is None:
        return f"no later than {until}"
    first, first_precision = _outward(window.earliest, precision_earliest, latest=False)
    if max(first_precision, last_precision) == Precision.DAY:
        return _days_in_words(first, last, short)
    if first // DAY != last // DAY:
        return f"between {day_in_words(first, first_precision, short=short)} and {until}"
    day = f"on {day_in_words(first, short=short)}"
    since, until = _clock(first % DAY, first_precision), _clock(last % DAY, last_precision)
    if first_precision == Precision.DAY:
        return f"{day}, no later than {until}"
    if last_precision == Precision.DAY:
        return f"{day}, not before {since}"
    return f"{day} at {since}" if since == until else f"{day} between {since} and {until}"


def _outward(second: int, finest: Precision, *, latest: bool) -> tuple[int, Precision]:
    """A bound as it is told: moved outward to what may be shown, and how finely it is shown."""
    for unit, precision in ((DAY, Precision.DAY), (MINUTE, Precision.MINUTE)):
        told = second - second % unit + (unit - 1 if latest else 0)
        if told == second or finest <= precision:
            return told, precision
    return second, Precision.SECOND


def _days_in_words(first: int, last: int, short: bool) -> str:
    """A window of whole days."""
    grain = _grain(first, last)
    unit = _unit(first, last, grain, short)
    if unit:
        return f"on {unit}" if grain == Precision.DAY else f"in {unit}"
    since, until = (day_in_words(second, grain, short=short) for second in (first, last))
    return f"between {_shared(since, until)} and {until}"


def _grain(first: int, last: int) -> Precision:
    """The coarsest of year, month and day at whose edges both bounds of whole days lie."""
    _, month, day = civil_date(first // DAY)
    _, month_after, day_after = civil_date(last // DAY + 1)
    if (day, day_after) != (1, 1):
        return Precision.DAY
    return Precision.YEAR if (month, month_after) == (1, 1) else Precision.MONTH


def _unit(first: int, last: int, grain: Precision, short: bool) -> str:
    """The one day, month, year or decade from the one to the other; nothing where it is none."""
    words = day_in_words(first, grain, short=short)
    if words == day_in_words(last, grain, short=short):
        return words
    year, last_year = civil_date(first // DAY)[0], civil_date(last // DAY)[0]
    decade = grain == Precision.YEAR and year % 10 == 0 and last_year == year + 9
    # "The 1900s" may be taken for the century; years of fewer or more digits have no such name.
    return f"the {year}s" if decade and year % 100 and 1_000 < year < 10_000 else ""


def _shared(since: str, until: str) -> str:
    """The first of two points without the last words that both have: "3 March" (1985)."""
    first, second = since.split(), until.split()
    if len(first) == len(second):
        while len(first) > 1 and first[-1] == second.pop():
            first.pop()
    return " ".join(first)


# ----------------------------------------------------------------------------------------- bounds


def bounds_in_words(
    start: Window,
    end: Window,
    *,
    shape: Shape = Shape.MOMENT,
    precision_earliest: Precision = Precision.DAY,
    precision_latest: Precision = Precision.DAY,
    ongoing: bool = False,
    short: bool = False,
) -> str:
    """When something was: "in April 1985", "began no later than …; ended between … and …".

    Of a moment only the start is told. An earliest end that is only that of the start is left
    out. The precisions are those of `window_in_words`.
    """

    def told(window: Window) -> str:
        return window_in_words(
            window,
            precision_earliest=precision_earliest,
            precision_latest=precision_latest,
            short=short,
        )

    if shape == Shape.MOMENT:
        return told(start)
    prefix, began, ended, no_start, no_end = _VERBS[shape]
    first = no_start if start == OPEN else f"{began} {told(start)}"
    if ongoing:
        until = "" if end.latest is None else f"; ends {told(Window(None, end.latest))}"
        return f"{prefix}{first}; {STILL_GOING_ON}{until}"
    if told(start) == told(end):
        alone = prefix or start == OPEN or told(start).startswith("on ")
        return f"{prefix}{told(start)}" if alone else f"began and ended {told(start)}"
    if _alike(told(start), told(end)):
        since, until = told(start)[3:], told(end)[3:]
        return f"{prefix}from {_shared(since, until)} to {until}"
    if end.earliest == start.earliest and not _is_unit(told(end)):
        end = Window(None, end.latest)
    last = no_end if end == OPEN else f"{ended} {told(end)}"
    return f"{prefix}{first}; {last}"


_NO_START, _NO_END = "start not established", "end not established"
_VERBS = {
    Shape.SPAN: ("", "began", "ended", _NO_START, _NO_END),
    Shape.REPEATED: (
        *("several times, ", "the first", "the last"),
        *("the first not established", "the last not established"),
    ),
}


def short_bounds_in_words(
    start: Window, end: Window, *, shape: Shape = Shape.MOMENT, ongoing: bool = False
) -> str:
    """The same for a table, to the day: "no later than 18 Mar 2025"."""
    return bounds_in_words(start, end, shape=shape, ongoing=ongoing, short=True)


def _is_unit(words: str) -> bool:
    """Whether a window is told as one day, month, year or decade."""
    return words.startswith(("on ", "in ")) and ":" not in words


def _alike(since: str, until: str) -> bool:
    """Whether both windows are told as one unit, and of the same kind."""
    alike = since[:3] == until[:3] and len(since.split()) == len(until.split())
    return alike and _is_unit(since) and _is_unit(until)


def date_in_words(date: Date, *, short: bool = False) -> str:
    """A date as the case gives it, with its qualifiers: "in 1985 (approximate)"."""

    def told(window: Window) -> str:
        finest = date.precision
        return window_in_words(
            window, precision_earliest=finest, precision_latest=finest, short=short
        )

    start_mark, end_mark = _QUALIFIERS[date.start_qualifier], _QUALIFIERS[date.end_qualifier]
    if not date.interval:
        return told(date.start) + start_mark
    if not (start_mark or end_mark):
        return bounds_in_words(
            date.start, date.end, shape=Shape.SPAN, ongoing=date.ongoing, short=short
        )
    first = _NO_START if date.start == OPEN else f"began {told(date.start)}"
    last = _NO_END if date.end == OPEN else f"ended {told(date.end)}"
    last = STILL_GOING_ON if date.ongoing else last
    return f"{first}{start_mark}; {last}{end_mark}"


# ------------------------------------------------------------------------------ gaps, constraints


def gap_in_words(least: int | None, greatest: int | None, first: str = "", second: str = "") -> str:
    """How the start of a second event lies to that of a first, from the limits of their distance.

    With the titles of both it is a sentence: "‘B’ is at least 1 day after ‘A’". Without, it is
    what a table holds: "at least 1 day later".
    """
    toward, against = ("after", "before") if first else ("later", "earlier")
    if greatest is not None and greatest <= 0 and least != 0:
        toward, against = against, toward
        farthest = None if least is None else -least
        least, greatest = -greatest, farthest
    if not first:
        return _distance(least, greatest, (toward, against, "", ""))
    distance = _distance(least, greatest, (toward, against, f" {named(first)}", " it"))
    if least == greatest == 0:
        return f"{named(second)} is at {distance} as {named(first)}"
    if distance == NOT_ESTABLISHED:
        return f"how {named(second)} lies to {named(first)} is not established"
    return f"{named(second)} is {distance}"


def _distance(least: int | None, greatest: int | None, said: tuple[str, str, str, str]) -> str:
    """A distance whose greatest is not below 0, in the words for its direction and the other."""
    toward, against, other, it = said
    most = "" if greatest is None else f"at most {rounded_in_words(greatest, up=True)}"
    if least is None:
        return f"{most} {toward}{other}, or {against}{it}" if most else NOT_ESTABLISHED
    if least < 0:
        back = rounded_in_words(-least, up=True)
        if greatest is None:
            return f"at most {back} {against}{other}, or {toward}{it}"
        ahead = rounded_in_words(greatest, up=True)
        return f"between {back} {against} and {ahead} {toward}{other}"
    if least == 0 and greatest != 0:
        return f"not {against}{other}" + (f", and {most} {toward}{it}" if most else "")
    if least == 1 and greatest != 1:
        return f"{toward}{other}" + (f", by {most}" if most else "; how much is not told")
    length = length_in_words(least, greatest)
    return length if greatest == 0 else f"{length} {toward}{other}"


def constraint_in_words(
    rel: Relation,
    least: str | None,
    greatest: str | None,
    other_label: str,
    from_end: End | None = None,
    to_end: End | None = None,
    *,
    quoted: bool = True,
) -> str:
    """What a constraint says of its event: "at least 1 month before ‘recorder drops’".

    `least` and `greatest` are its `min` and `max` as the case writes them, the ends are those that
    it names, and `quoted` is False where the label is no title ("the publication of …").
    """
    other = named(other_label) if quoted else other_label
    other = f"the {to_end} of {other}" if to_end else other
    subject = f"its {from_end} " if from_end else ""
    least = least if least and parse_duration(least).greatest else None
    if rel == Relation.SAME:
        apart = f"within {duration_in_words(greatest)} of" if greatest else "at the same time as"
        return f"{subject}{apart} {other}"
    toward, against = _DIRECTIONS[rel]
    most = f"no more than {duration_in_words(greatest)} {toward}" if greatest else ""
    if least and least == greatest:
        return f"{subject}{duration_in_words(least)} {toward} {other}"
    if least:
        limit = f"at least {duration_in_words(least)}"
        return (
            f"{subject}{limit} and {most} {other}" if most else f"{subject}{limit} {toward} {other}"
        )
    if rel in (Relation.BEFORE, Relation.AFTER):
        return f"{subject}{most or toward} {other}"
    return f"{subject}not {against} {other}" + (f", and {most} it" if most else "")


_DIRECTIONS = {
    Relation.BEFORE: ("before", "after"),
    Relation.NOT_AFTER: ("before", "after"),
    Relation.AFTER: ("after", "before"),
    Relation.NOT_BEFORE: ("after", "before"),
}
