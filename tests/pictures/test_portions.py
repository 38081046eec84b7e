"""How much has room."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.pictures.portions import largest, portions


@given(most=st.integers(1, 300), room=st.integers(0, 400), guess=st.integers(0, 400))
def test_the_largest_that_fits_is_found(most: int, room: int, guess: int) -> None:
    tried: list[int] = []

    def fits(count: int) -> bool:
        tried.append(count)
        return count <= room

    assert largest(most, guess, fits) == min(most, room)
    assert all(1 <= count <= most for count in tried)
    assert len(tried) == len(set(tried)) <= 20


def test_near_the_guess_few_are_tried() -> None:
    tried: list[int] = []

    def fits(count: int) -> bool:
        tried.append(count)
        return count <= 12

    assert largest(500, 12, fits) == 12
    assert len(tried) <= 6


@given(sizes=st.lists(st.integers(1, 9), max_size=60))
def test_all_are_portioned_in_their_order(sizes: list[int]) -> None:
    def fits(here: Sequence[int], first: bool) -> bool:
        return sum(here) <= (10 if first else 15)

    found = portions(sizes, fits)
    assert found is not None
    assert [one for portion in found for one in portion] == sizes
    assert all(fits(portion, not place) for place, portion in enumerate(found))


def test_one_that_fits_nowhere_is_said() -> None:
    assert portions([1, 99, 1], lambda here, _first: sum(here) <= 10) is None
    assert portions([], lambda _here, _first: False) == []
