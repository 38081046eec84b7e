"""Chance for generated cases."""

from __future__ import annotations

from benchmarks.chance import Chance


def test_every_number_and_thing_of_a_range_comes_up_and_no_other() -> None:
    chance = Chance(1)
    assert {chance.below(5) for _ in range(200)} == set(range(5))
    assert {chance.between(-2, 2) for _ in range(200)} == {-2, -1, 0, 1}
    assert {chance.one_of("abc") for _ in range(100)} == set("abc")


def test_the_same_seed_gives_the_same_numbers() -> None:
    one, other = Chance(3), Chance(3)
    assert [one.below(1_000) for _ in range(50)] == [other.below(1_000) for _ in range(50)]
