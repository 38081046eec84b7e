"""Folding: exact where it matters, and never backward."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.layout.folding import LEAST_FOLDED, UNFOLDED, Fold, Folding, folding_over

YEAR = 365 * DAY
seconds = st.lists(
    st.one_of(st.integers(-100 * YEAR, 100 * YEAR), st.integers(0, 30 * DAY)), max_size=12
)
anywhere = st.integers(-120 * YEAR, 120 * YEAR)


def folding_of(*known: int) -> Folding:
    return folding_over([np.array(known, dtype=np.int64)])


@pytest.mark.parametrize(
    "known",
    [
        (),
        (5,),
        (0, LEAST_FOLDED),
        (OPEN_PAST, OPEN_FUTURE, 7),
        (0, YEAR, 2 * YEAR, 3 * YEAR, 4 * YEAR),
    ],
)
def test_nothing_long_is_nothing_folded(known: tuple[int, ...]) -> None:
    assert folding_of(*known) == UNFOLDED


def test_a_long_empty_stretch_is_folded_with_air_at_both_ends() -> None:
    (fold,) = folding_of(0, YEAR, 40 * YEAR, 41 * YEAR).folds
    assert YEAR < fold.start < YEAR + YEAR // 4
    assert 40 * YEAR - YEAR // 4 < fold.end < 40 * YEAR
    assert fold.place == fold.start
    assert fold.width == 2 * YEAR // 14


def test_room_beside_what_matters_makes_a_stretch_less_long() -> None:
    known = [np.array((0, 10 * DAY, 40 * DAY), dtype=np.int64)]
    assert folding_over(known).folds
    assert folding_over(known, 100 * DAY).folds
    assert folding_over(known, 200 * DAY) == UNFOLDED


def test_all_breaks_are_equally_wide() -> None:
    folds = folding_of(0, 40 * YEAR, 41 * YEAR, 90 * YEAR).folds
    assert len(folds) == 2
    assert len({fold.width for fold in folds}) == 1


def test_two_moments_far_apart_still_have_an_axis() -> None:
    folding = folding_of(0, 50 * YEAR)
    assert 0 < folding.fold(50 * YEAR) < YEAR


def test_open_bounds_stay_open() -> None:
    folding = folding_of(0, 50 * YEAR, OPEN_FUTURE)
    for sentinel in (OPEN_PAST, OPEN_FUTURE):
        assert folding.fold(sentinel) == folding.unfold(sentinel) == sentinel
        assert folding.fold_all(np.array([sentinel])).tolist() == [sentinel]


@given(known=seconds)
def test_every_second_that_matters_is_kept_exactly(known: list[int]) -> None:
    folding = folding_of(*known)
    folded = [folding.fold(second) for second in known]
    assert [folding.unfold(second) for second in folded] == known
    assert folding.fold_all(np.array(known, dtype=np.int64)).tolist() == folded
    for fold in folding.folds:
        assert not any(fold.start <= second <= fold.end for second in known)


@given(known=seconds, one=anywhere, other=anywhere)
def test_both_directions_never_turn_back(known: list[int], one: int, other: int) -> None:
    folding = folding_of(*known)
    low, high = sorted((one, other))
    assert folding.fold(low) <= folding.fold(high)
    assert folding.unfold(low) <= folding.unfold(high)


@given(known=seconds, second=anywhere)
def test_outside_of_breaks_both_are_exact_inverses(known: list[int], second: int) -> None:
    folding = folding_of(*known)
    if not any(fold.start <= second < fold.end for fold in folding.folds):
        assert folding.unfold(folding.fold(second)) == second
        assert folding.fold(second + 1) == folding.fold(second) + 1
    if not any(fold.place <= second < fold.place + fold.width for fold in folding.folds):
        assert folding.fold(folding.unfold(second)) == second


@given(known=seconds, one=anywhere, other=anywhere)
def test_segments_are_what_is_seen_at_full_length(known: list[int], one: int, other: int) -> None:
    folding = folding_of(*known)
    start, end = sorted((one, other))
    segments = folding.segments(start, end)
    assert all(begin < finish for begin, finish in segments)
    assert all(first[1] < second[0] for first, second in pairwise(segments))
    seen = sum(finish - begin for begin, finish in segments)
    breaks = sum(
        max(0, min(end, fold.place + fold.width) - max(start, fold.place)) for fold in folding.folds
    )
    assert seen + breaks == end - start


def test_a_view_within_a_break_has_no_segment() -> None:
    folding = Folding((Fold(100, 1_000, 100, 50),))
    assert folding.segments(110, 140) == ()
    assert folding.segments(90, 160) == ((90, 100), (1_000, 1_010))
