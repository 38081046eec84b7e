"""Stretches in words."""

from __future__ import annotations

import pytest

from timeline_app.case.civil import DAY, second_of
from timeline_app.pictures.span_words import columns_in_words, span_in_words
from timeline_app.session.spans import CalendarSpan


@pytest.mark.parametrize(
    ("start", "length", "words"),
    [
        (second_of(2001), DAY, "1 January 2001"),
        (second_of(2001), 3 * DAY, "1 January 2001 to 3 January 2001"),
        (second_of(2001), 3_600, "1 January 2001, 00:00 to 1 January 2001, 00:59"),
    ],
)
def test_a_stretch_of_time(start: int, length: int, words: str) -> None:
    assert span_in_words(CalendarSpan(start, start + length)) == words


def test_columns_are_counted_from_one() -> None:
    assert columns_in_words(2, 7, 9) == "columns 3 to 7 of 9"
    assert columns_in_words(2, 3, 1_200) == "column 3 of 1,200"
