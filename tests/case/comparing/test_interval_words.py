"""Lengths and differences in words: every sign, every open end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.civil import DAY, HOUR, MINUTE
from timeline_app.case.comparing.interval_words import (
    difference_in_words,
    interval_in_words,
    measured,
    place_in_words,
)
from timeline_app.case.comparing.intervals import Interval

MONTH = 31 * DAY

WORDS = [
    # least, greatest, as a length, as a place, as a difference
    (None, None, "not established", "not established", "not established"),
    (28 * DAY, None, "at least 28 days", "at least 28 days", "A longer by at least 28 days"),
    (14 * MONTH, 26 * MONTH, "14–27 months", "14–27 months", "A longer by 14–27 months"),
    (3 * DAY, 3 * DAY, "exactly 3 days", "exactly 3 days", "A longer by exactly 3 days"),
    (0, 0, "the same time", "the same time", "the same"),
    (1, None, "after; how long is not told", "after; how long is not told",
     "A longer; by how much is not told"),
    (5, None, "after; how long is not told", "after; how long is not told",
     "A longer; by how much is not told"),
    (0, None, "not before", "not before", "A not shorter"),
    (1, 800 * DAY, "at most 27 months", "after, by at most 27 months",
     "A longer by at most 27 months"),
    (0, 3 * DAY, "at most 3 days", "not before, and at most 3 days after",
     "A not shorter, and at most 3 days longer"),
    (0, 1, "at most 1 second", "not before, and at most 1 second after",
     "A not shorter, and at most 1 second longer"),
    (None, 3 * DAY, "after by at most 3 days, or before by any length",
     "after by at most 3 days, or before by any length",
     "A longer by at most 3 days, or shorter by any length"),
    (-3 * DAY, None, "before by at most 3 days, or after by any length",
     "before by at most 3 days, or after by any length",
     "A shorter by at most 3 days, or longer by any length"),
    (-62 * DAY, 28 * DAY, "from 3 months before to 28 days after",
     "from 3 months before to 28 days after", "A from 3 months shorter to 28 days longer"),
    (None, -62 * DAY, "at least 2 months before", "at least 2 months before",
     "A shorter by at least 2 months"),
    (None, -1, "before; how long is not told", "before; how long is not told",
     "A shorter; by how much is not told"),
    (None, 0, "not after", "not after", "A not longer"),
    (-26 * MONTH, -14 * MONTH, "14–27 months before", "14–27 months before",
     "A shorter by 14–27 months"),
    (-800 * DAY, -5, "before, by at most 27 months", "before, by at most 27 months",
     "A shorter by at most 27 months"),
]  # fmt: skip


@pytest.mark.parametrize(("least", "greatest", "length", "place", "difference"), WORDS)
def test_every_sign_and_every_open_end_is_said_plainly(
    least: int | None, greatest: int | None, length: str, place: str, difference: str
) -> None:
    interval = Interval(least, greatest)
    assert interval_in_words(interval) == length
    assert place_in_words(interval) == place
    assert difference_in_words(interval) == difference
    turned = difference.replace("longer", "later").replace("shorter", "earlier")
    assert difference_in_words(interval, may_turn=True) == turned


MEASURED = [
    # least, greatest, the least and the greatest that tell a length
    (None, None, None, None),
    (0, None, None, None),
    (2, None, None, None),
    (MINUTE - 1, None, None, None),
    (MINUTE, None, MINUTE, None),
    (0, 3 * DAY, None, 3 * DAY),
    (1, HOUR + 1, None, HOUR + 1),
    (1, HOUR, 1, HOUR),
    (0, 0, 0, 0),
    (-1, None, -1, None),
    (-1, 3 * DAY, -1, 3 * DAY),
    (28 * DAY, None, 28 * DAY, None),
]


@pytest.mark.parametrize(("least", "greatest", "told_least", "told_greatest"), MEASURED)
def test_a_limit_that_tells_only_an_order_is_no_length(
    least: int | None, greatest: int | None, told_least: int | None, told_greatest: int | None
) -> None:
    interval, told = Interval(least, greatest), Interval(told_least, told_greatest)
    assert measured(interval) == told
    assert measured(interval.reversed()) == told.reversed()


LIMITS = st.none() | st.integers(-(10**9), 10**9)


@given(LIMITS, LIMITS)
def test_a_difference_told_from_the_other_side_has_the_opposite_words(
    one: int | None, other: int | None
) -> None:
    if one is not None and other is not None:
        one, other = min(one, other), max(one, other)
    words = difference_in_words(Interval(one, other))
    back = difference_in_words(Interval(one, other).reversed())
    swapped = back.replace("longer", "…").replace("shorter", "longer").replace("…", "shorter")
    if one is not None and other is not None and one < 0 < other:
        assert words.startswith("A from ")
        assert back.startswith("A from ")
    else:
        assert swapped == words
