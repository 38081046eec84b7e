"""Breaks of a folded axis and the words in them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.case.civil import DAY, HOUR
from timeline_app.layout.breaks import MONTH, YEAR, length_in_words, place_breaks
from timeline_app.layout.chart import TextRole
from timeline_app.layout.folding import UNFOLDED, Fold, Folding
from timeline_app.layout.scale import TimeScale

LONG = 14 * MONTH
FOLDING = Folding((Fold(1_000, 1_000 + LONG, 1_000, 100),))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (HOUR // 2, "1 hour"),
        (47 * HOUR, "47 hours"),
        (2 * DAY, "2 days"),
        (59 * DAY, "59 days"),
        (2 * MONTH, "2 months"),
        (14 * MONTH + 10 * DAY, "14 months"),
        (2 * YEAR, "2 years"),
        (39 * YEAR + 8 * MONTH, "40 years"),
        (12_000 * YEAR, "12,000 years"),
    ],
)
def test_how_long_a_stretch_is(seconds: int, words: str) -> None:
    assert length_in_words(seconds) == words


def test_a_break_is_as_wide_as_on_the_axis_and_told_in_its_middle() -> None:
    (one,) = place_breaks(FOLDING, TimeScale(0, 2_000, 100.0, 1_000.0), MEASURER, 9.0)
    assert (one.left, one.right, one.x) == (600.0, 650.0, 625.0)
    assert one.label is not None
    assert one.label.text == "14 months"
    width = MEASURER.width("14 months", TextRole.TICK)
    assert one.label.x + width / 2 == pytest.approx(one.x)


def test_what_is_out_of_view_is_no_break() -> None:
    assert place_breaks(UNFOLDED, TimeScale(0, 2_000, 0.0, 500.0), MEASURER, 0.0) == ()
    for start, end in ((0, 1_000), (1_100, 2_000)):
        assert place_breaks(FOLDING, TimeScale(start, end, 0.0, 500.0), MEASURER, 0.0) == ()


def test_a_break_that_the_view_cuts_ends_there() -> None:
    (one,) = place_breaks(FOLDING, TimeScale(1_050, 2_050, 0.0, 1_000.0), MEASURER, 0.0)
    assert (one.left, one.right) == (0.0, 50.0)


@given(
    start=st.integers(-(10**6), 3_000), span=st.integers(60, 10**7), width=st.integers(20, 2_000)
)
def test_words_stay_apart_and_inside(start: int, span: int, width: int) -> None:
    folds = (Fold(0, LONG, 0, 400), Fold(LONG + 300, 2 * LONG, 700, 400))
    scale = TimeScale(start, start + span, 50.0, float(width))
    found = place_breaks(Folding(folds), scale, MEASURER, 0.0)
    assert all(scale.left <= one.left < one.right <= scale.right for one in found)
    extents = [
        (one.label.x, one.label.x + MEASURER.width(one.label.text, TextRole.TICK))
        for one in found
        if one.label is not None
    ]
    assert all(scale.left <= left and right <= scale.right for left, right in extents)
    assert all(first[1] < second[0] for first, second in pairwise(extents))
