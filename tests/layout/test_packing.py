"""Extents packed into rows."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.packing import pack

extents = st.lists(
    st.tuples(st.floats(-1e6, 1e6), st.floats(0, 1e5)).map(lambda pair: (pair[0], sum(pair))),
    max_size=40,
)


def test_first_fit_in_the_given_order() -> None:
    assert pack([(0, 10), (5, 15), (40, 50), (16, 20), (19, 30)], gap=5) == [0, 1, 0, 0, 2]


def test_a_row_too_many_is_none() -> None:
    assert pack([(0, 10), (5, 15), (6, 9)], most=2) is None
    assert pack([(0, 10), (5, 15), (6, 9)], most=3) == [0, 1, 2]
    assert pack([], most=0) == []


@given(extents=extents, gap=st.floats(0, 50))
def test_extents_of_a_row_keep_their_distance(
    extents: list[tuple[float, float]], gap: float
) -> None:
    rows = pack(extents, gap=gap)
    assert rows is not None
    for (one, row), (other, other_row) in combinations(zip(extents, rows, strict=True), 2):
        if row == other_row:
            low, high = sorted((one, other))
            assert low[1] + gap <= high[0]


@given(extents=extents)
def test_no_row_is_left_empty(extents: list[tuple[float, float]]) -> None:
    rows = pack(extents)
    assert rows is not None
    assert set(rows) == set(range(max(rows, default=-1) + 1))
