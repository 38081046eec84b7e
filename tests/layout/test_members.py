"""Events of a cluster as ranges of ranks."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.members import Holders, Members

ORDER = np.array([5, 3, 8, 0, 7, 1], dtype=np.int64)
RANKS = np.array([3, 5, -1, 1, -1, 0, -1, 4, 2], dtype=np.int64)


def members(*ranges: tuple[int, int]) -> Members:
    return Members(ORDER, RANKS, ranges)


def test_events_come_in_the_order_of_their_ranks() -> None:
    held = members((0, 2), (4, 6))
    assert list(held) == [5, 3, 7, 1]
    assert len(held) == 4
    assert held.ranges == ((0, 2), (4, 6))


class Late:
    """Ranges that tell whether they were worked out."""

    def __init__(self) -> None:
        self.asked = 0

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        self.asked += 1
        return ((0, 2), (4, 6))

    def __len__(self) -> int:
        return 4

    def __contains__(self, rank: int) -> bool:
        return rank in (0, 1, 4, 5)


def test_late_ranges_are_worked_out_for_who_wants_the_events() -> None:
    late = Late()
    held = Members(ORDER, RANKS, late)
    assert len(held) == 4
    assert [event in held for event in range(9)] == [n in (5, 3, 7, 1) for n in range(9)]
    assert late.asked == 0
    assert list(held) == [5, 3, 7, 1]
    assert [event in held for event in range(9)] == [n in (5, 3, 7, 1) for n in range(9)]
    assert held.ranges == ((0, 2), (4, 6))
    assert late.asked == 1


@given(edges=st.lists(st.integers(0, 6), unique=True).map(sorted))
def test_it_is_what_a_tuple_would_be(edges: list[int]) -> None:
    ranges = tuple(zip(edges[::2], edges[1::2], strict=False))
    held = members(*ranges)
    plain = tuple(int(ORDER[rank]) for low, high in ranges for rank in range(low, high))
    assert tuple(held) == plain
    assert len(held) == len(plain)
    assert [held[place] for place in range(-len(plain), len(plain))] == [*plain, *plain]
    assert held[1:3] == plain[1:3]
    assert [event in held for event in range(-1, 12)] == [e in plain for e in range(-1, 12)]


def test_it_holds_no_other_things_than_numbers() -> None:
    assert "5" not in members((0, 6))
    assert None not in members((0, 6))


@pytest.mark.parametrize("index", [2, -3])
def test_beyond_its_end_there_is_nothing(index: int) -> None:
    with pytest.raises(IndexError):
        members((0, 2))[index]


def test_the_same_events_are_equal() -> None:
    assert members((0, 1), (1, 3)) == members((0, 3))
    assert members((0, 3)) != members((0, 2))
    assert members((0, 3)) != (5, 3, 8)
    assert hash(members((0, 3))) == hash(members((0, 3)))


@given(seed=st.integers(0, 200))
def test_the_holder_of_an_event_is_the_group_it_is_in(seed: int) -> None:
    chance = np.random.default_rng(seed)
    order = chance.permutation(30)
    ranks = np.empty(30, dtype=np.int64)
    ranks[order] = np.arange(30)
    cuts = [0, *sorted(chance.choice(np.arange(1, 25), 4, replace=False).tolist()), 25]
    parts = list(pairwise(cuts))
    groups: list[Members | tuple[int, ...]] = [
        Members(order, ranks, (parts[0], parts[2])),
        Members(order, ranks, (parts[1], parts[4])),
        tuple(order[25:28].tolist()),
    ]
    holders = Holders(groups)
    for event in range(30):
        inside = [number for number, group in enumerate(groups) if event in group]
        assert holders.of(event) == (inside[0] if inside else None)
    assert Holders(groups[2:]).of(int(order[25])) == 0
    assert Holders(()).of(3) is None
