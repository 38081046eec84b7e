"""What was chosen by hand of two cases, as one choice follows the other."""

from __future__ import annotations

import pytest

from timeline_app.case.comparing.choices import PairChoices

CHOICES = PairChoices(frozenset({("a1", "b1"), ("a2", "b2")}), frozenset({"a3"}), frozenset({"b4"}))


def test_exchanged_twice_they_are_the_same() -> None:
    there = CHOICES.mirrored()
    assert there.pairs == {("b1", "a1"), ("b2", "a2")}
    assert (there.alone_a, there.alone_b) == ({"b4"}, {"a3"})
    assert there.mirrored() == CHOICES


def test_a_new_pair_leaves_what_its_events_were_in_before() -> None:
    made = CHOICES.with_pair("a1", "b2")
    assert made.pairs == {("a1", "b2")}
    lonely = CHOICES.with_pair("a3", "b4")
    assert lonely.pairs == CHOICES.pairs | {("a3", "b4")}
    assert not lonely.alone_a | lonely.alone_b


def test_a_pair_taken_apart_leaves_both_alone() -> None:
    apart = CHOICES.without_pair("a1", "b1")
    assert apart.pairs == {("a2", "b2")}
    assert (apart.alone_a, apart.alone_b) == ({"a1", "a3"}, {"b1", "b4"})


@pytest.mark.parametrize(
    ("a", "b", "left"),
    [
        ("a1", None, PairChoices(frozenset({("a2", "b2")}), CHOICES.alone_a, CHOICES.alone_b)),
        (None, "b2", PairChoices(frozenset({("a1", "b1")}), CHOICES.alone_a, CHOICES.alone_b)),
        ("a3", "b4", PairChoices(CHOICES.pairs)),
    ],
)
def test_what_is_not_chosen_any_more_is_forgotten(
    a: str | None, b: str | None, left: PairChoices
) -> None:
    assert CHOICES.without_choice(a=a, b=b) == left
