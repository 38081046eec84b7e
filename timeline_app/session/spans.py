"""Zooming and panning of a visible stretch, as pure arithmetic.

A calendar stretch is two whole seconds, an order stretch two column numbers (fractions while
panning). Both stay within limits, so that no gesture can reach a number that can't be painted,
and a stretch always has at least its least length.
"""

from __future__ import annotations

from msgspec import Struct

from timeline_app.case.civil import DAY

MINUTE = 60
YEAR = 31_556_952  # the mean Gregorian year in seconds
LEAST_CALENDAR = MINUTE
GREATEST_CALENDAR = 10_000 * YEAR
FARTHEST = 2_000_000_000 * YEAR  # well inside 64 bits; nine-digit years lie within
LEAST_COLUMNS = 1.0


class CalendarSpan(Struct, frozen=True, gc=False):
    """The visible seconds, first to last."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Seconds from first to last."""
        return self.end - self.start


class ColumnSpan(Struct, frozen=True, gc=False):
    """The visible columns of the order axis: column n takes n to n + 1."""

    first: float
    last: float

    @property
    def length(self) -> float:
        """How many columns are seen."""
        return self.last - self.first


def calendar_within(start: int, end: int, extent: CalendarSpan | None) -> CalendarSpan:
    """A stretch of these seconds within the limits of length and place; one that is too short or
    too long is corrected about its middle."""
    greatest = max(GREATEST_CALENDAR, extent.length * 2 if extent else 0)
    length = min(max(end - start, LEAST_CALENDAR), greatest)
    start = start + (end - start - length) // 2
    start = min(max(start, -FARTHEST), FARTHEST - length)
    return CalendarSpan(start, start + length)


def zoom_calendar(
    span: CalendarSpan, factor: float, anchor: float, extent: CalendarSpan | None
) -> CalendarSpan:
    """The stretch `factor` times as long, with the moment at `anchor` (0 left, 1 right) kept in
    its place."""
    greatest = max(GREATEST_CALENDAR, extent.length * 2 if extent else 0)
    length = min(max(round(span.length * factor), LEAST_CALENDAR), greatest)
    start = span.start + round((span.length - length) * anchor)
    return calendar_within(start, start + length, extent)


def pan_calendar(span: CalendarSpan, fraction: float, extent: CalendarSpan | None) -> CalendarSpan:
    """The stretch moved by a fraction of its own length."""
    move = round(span.length * fraction)
    return calendar_within(span.start + move, span.end + move, extent)


def columns_within(first: float, last: float, columns: float) -> ColumnSpan:
    """A stretch of columns that is at least one column and at most all of them,
    and that never leaves the columns that there are."""
    longest = max(columns, LEAST_COLUMNS)
    length = min(max(last - first, LEAST_COLUMNS), longest)
    first = first + (last - first - length) / 2
    first = min(max(first, 0.0), longest - length)
    return ColumnSpan(first, first + length)


def zoom_columns(span: ColumnSpan, factor: float, anchor: float, columns: float) -> ColumnSpan:
    """The stretch `factor` times as long, the column at `anchor` kept in its place."""
    length = min(max(span.length * factor, LEAST_COLUMNS), max(columns, LEAST_COLUMNS))
    first = span.first + (span.length - length) * anchor
    return columns_within(first, first + length, columns)


def pan_columns(span: ColumnSpan, fraction: float, columns: float) -> ColumnSpan:
    """The stretch moved by a fraction of its own length."""
    move = span.length * fraction
    return columns_within(span.first + move, span.last + move, columns)


def show_column(span: ColumnSpan, column: int, columns: float) -> ColumnSpan:
    """The stretch moved just so far that a column is wholly seen."""
    if column < span.first:
        return columns_within(column, column + span.length, columns)
    if column + 1 > span.last:
        return columns_within(column + 1 - span.length, column + 1, columns)
    return span


def around(start: int, end: int, extent: CalendarSpan | None, *, eighths: int = 1) -> CalendarSpan:
    """A stretch that shows these seconds with room on both sides, in eighths of their length; a day
    or more of room, so that a moment is not blown up to fill the view."""
    room = max((end - start) * eighths // 8, DAY)
    return calendar_within(start - room, end + room, extent)
