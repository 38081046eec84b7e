"""The longest common chain against the table of lengths."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest

from timeline_app.case.cancelling import Cancelled, never
from timeline_app.case.comparing.longest_chain import longest_common_chain


def longest(first: str, second: str) -> int:
    """The length of the longest common subsequence, place by place."""
    row = [0] * (len(second) + 1)
    for letter in first:
        above = row.copy()
        for place, other in enumerate(second, 1):
            row[place] = (
                above[place - 1] + 1 if letter == other else max(above[place], row[place - 1])
            )
    return row[-1]


def test_it_is_a_chain_of_both_and_none_is_longer() -> None:
    chance = Random(1)
    for _ in range(1_500):
        first = "".join(chance.choices("abc", k=chance.randint(0, 14)))
        second = "".join(chance.choices("abcd", k=chance.randint(0, 14)))
        chain = longest_common_chain(first, second, never)
        assert all(first[one] == second[other] for one, other in chain)
        assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(chain))
        assert len(chain) == longest(first, second)


def test_long_sequences_are_followed_over_all_blocks() -> None:
    chance = Random(2)
    first, second = ("".join(chance.choices("abcdefg", k=700)) for _ in range(2))
    assert len(longest_common_chain(first, second, never)) == longest(first, second)
    assert longest_common_chain(first, first, never) == [(one, one) for one in range(700)]


def test_it_can_be_given_up() -> None:
    with pytest.raises(Cancelled):
        longest_common_chain("ab", "ba", lambda: True)
