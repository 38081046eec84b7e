"""Stretches of time and of columns in words."""

from __future__ import annotations

from timeline_app.case.civil import DAY
from timeline_app.case.dates import Precision
from timeline_app.case.words import day_in_words
from timeline_app.session.spans import CalendarSpan


def span_in_words(span: CalendarSpan) -> str:
    """A stretch of time, as finely as its length needs: "3 March 2001 to 15 April 2025"."""
    finest = Precision.DAY if span.length >= DAY else Precision.MINUTE
    first, last = day_in_words(span.start, finest), day_in_words(span.end - 1, finest)
    return first if first == last else f"{first} to {last}"


def columns_in_words(first: int, last: int, total: int) -> str:
    """The columns from `first` up to `last`, counted from 0: "columns 3 to 7 of 9"."""
    if last - first == 1:
        return f"column {last:,} of {total:,}"
    return f"columns {first + 1:,} to {last:,} of {total:,}"
