"""Two cases compared: everything at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations_with_replacement
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case.comparing.random_cases import random_choices, random_truth
from tests.case.comparing.small_cases import compared, nine_cases, stage
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.comparing.comparison import CaseComparison, compare_cases
from timeline_app.case.comparing.differences import differences_in_words
from timeline_app.case.comparing.phase_words import phase_cell, phase_difference


def check_mirror(there: CaseComparison, back: CaseComparison) -> None:
    assert set(there.pairs) == {pair.mirrored() for pair in back.pairs}
    assert (there.only_a, there.only_b) == (back.only_b, back.only_a)
    assert there.phases == tuple(phase.mirrored() for phase in back.phases)
    assert there.reversals == tuple(one.mirrored() for one in back.reversals)
    assert (there.columns.a, there.columns.b) == (back.columns.b, back.columns.a)
    assert there.columns.count == back.columns.count
    assert [(row.type, row.a, row.b) for row in there.outcomes] == [
        (row.type, row.b, row.a) for row in back.outcomes
    ]
    for phase, other in zip(there.phases, back.phases, strict=True):
        assert phase_cell(there, phase, "a") == phase_cell(back, other, "b")


@given(st.integers(0, 2**32))
def test_comparing_b_with_a_mirrors_comparing_a_with_b(seed: int) -> None:
    chance = Random(seed)
    a, b = (random_truth(chance).chronology for _ in range(2))
    check_mirror(compare_cases(a, b), compare_cases(b, a))


def check_same(one: CaseComparison, other: CaseComparison) -> None:
    assert (one.a, one.b) == (other.a, other.b)
    assert (one.choices, one.pairs) == (other.choices, other.pairs)
    assert (one.only_a, one.only_b) == (other.only_a, other.only_b)
    assert (one.phases, one.reversals, one.outcomes) == (
        other.phases,
        other.reversals,
        other.outcomes,
    )
    assert (one.columns.a, one.columns.b) == (other.columns.a, other.columns.b)
    assert (one.columns.count, one.columns.apart) == (other.columns.count, other.columns.apart)
    assert (one.stages_a.candidates, one.stages_b.candidates) == (
        other.stages_a.candidates,
        other.stages_b.candidates,
    )


@given(st.integers(0, 2**32), st.booleans())
def test_a_mirrored_comparison_is_that_of_the_cases_exchanged(seed: int, itself: bool) -> None:
    chance = Random(seed)
    a, b = (random_truth(chance).chronology for _ in range(2))
    b = a if itself else b
    choices = random_choices(chance, a, b)
    if itself and chance.random() < 0.5:
        choices = PairChoices(choices.pairs | choices.mirrored().pairs)
    check_same(compare_cases(a, b, choices).mirrored(), compare_cases(b, a, choices.mirrored()))


@pytest.mark.parametrize(("first", "second"), list(combinations_with_replacement(range(9), 2)))
def test_any_two_of_the_nine_cases_compare(first: int, second: int) -> None:
    a, b = nine_cases()[first], nine_cases()[second]
    comparison = compare_cases(a, b)
    check_mirror(comparison, compare_cases(b, a))
    words = [
        *differences_in_words(comparison),
        *(phase_difference(phase) for phase in comparison.phases),
        *(row.difference for row in comparison.outcomes),
    ]
    assert all(words)
    assert len(comparison.pairs) + len(comparison.only_a) == len(a.case.events)
    assert len(comparison.pairs) + len(comparison.only_b) == len(b.case.events)
    if first == second:
        assert all(pair.a == pair.b for pair in comparison.pairs)
        assert not comparison.only_a


def test_partners_are_those_of_the_pairs() -> None:
    comparison = compared((stage("contact"), stage("leak")), (stage("arrest"), stage("contact")))
    assert [(pair.a, pair.b) for pair in comparison.pairs] == [(0, 1)]
    assert comparison.partner_of_a(0) == 1
    assert comparison.partner_of_a(1) is None
    assert comparison.partner_of_b(1) == 0
    assert comparison.partner_of_b(0) is None
    assert (comparison.only_a, comparison.only_b) == ((1,), (0,))


def test_an_empty_case_has_nothing_in_common_with_any() -> None:
    comparison = compared((), (stage("contact"),))
    assert (comparison.pairs, comparison.phases, comparison.only_b) == ((), (), (0,))
    assert compared((), ()).columns.count == 0
    assert differences_in_words(compared((), ()))


def test_choices_are_followed_and_kept() -> None:
    a, b = nine_cases()[2], nine_cases()[6]
    choices = PairChoices().without_pair("offer", "approach").with_pair("copies", "debt")
    comparison = compare_cases(a, b, choices)
    assert comparison.choices is choices
    ids = {(a.case.events[pair.a].id, b.case.events[pair.b].id) for pair in comparison.pairs}
    assert ("copies", "debt") in ids
    assert ("offer", "approach") not in ids


def test_it_can_be_given_up_at_any_look() -> None:
    a, b = nine_cases()[4], nine_cases()[8]
    looks = 0

    def counting() -> bool:
        nonlocal looks
        looks += 1
        return False

    compare_cases(a, b, cancelled=counting)
    assert looks > 20
    for last in range(0, looks, 7):
        left = iter(range(last))
        with pytest.raises(Cancelled):
            compare_cases(a, b, cancelled=partial(is_over, left))


def is_over(left: Iterator[int]) -> bool:
    return next(left, None) is None
