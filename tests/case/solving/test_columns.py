"""Columns hold what they are given, whatever its number."""

from __future__ import annotations

from array import array

import pytest

from timeline_app.case.solving.columns import PIECE, column, kept, listed, noughts

COUNTS = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE)


@pytest.mark.parametrize("count", COUNTS)
def test_a_column_is_filled_piece_by_piece(count: int) -> None:
    numbers = range(-5, count - 5)
    assert listed(iter(numbers)) == list(numbers)
    assert column(iter(numbers)) == array("q", numbers)


@pytest.mark.parametrize("count", COUNTS)
def test_few_numbers_are_kept_in_a_list_and_many_in_an_array(count: int) -> None:
    made, empty = kept(iter(range(count)), count), noughts(count)
    assert list(made) == list(range(count))
    assert list(empty) == [0] * count
    assert {type(made), type(empty)} == {list if count <= PIECE else array}


def test_a_number_of_more_than_64_bits_is_refused() -> None:
    with pytest.raises(OverflowError):
        column([1 << 63])
