"""Events sorted for the order axis."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from tests.layout.made_cases import random_case
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.order_index import order_index
from timeline_app.layout.standing import own_standing

NONE: frozenset[int] = frozenset()
CASES = {size: random_case(size + 3, size, dated=0.3) for size in (0, 1, 40, 300)}


@pytest.mark.parametrize("size", sorted(CASES))
@pytest.mark.parametrize("lanes_by", LanesBy)
def test_cells_hold_every_shown_event_once(size: int, lanes_by: LanesBy) -> None:
    chronology = CASES[size]
    hidden = frozenset(range(0, size, 4))
    index = order_index(own_standing(chronology), lanes_by, hidden)
    found = []
    for lane in range(len(index.names)):
        for column in range(index.column_count):
            events = index.cell(lane, column)
            assert events == sorted(events, key=chronology.position.__getitem__)
            assert all(chronology.layers[event] == column for event in events)
            assert all(index.lane_of[event] == lane for event in events)
            found += events
    assert sorted(found) == [number for number in range(size) if number not in hidden]
    assert index.shown == len(found)


@pytest.mark.parametrize("size", sorted(CASES))
def test_the_tallest_cell(size: int) -> None:
    chronology = CASES[size]
    index = order_index(own_standing(chronology), LanesBy.KIND, NONE)
    counts = Counter((index.lane_of[event], chronology.layers[event]) for event in range(size))
    for lane, tallest in enumerate(index.tallest):
        assert tallest == max((n for (one, _), n in counts.items() if one == lane), default=0)


def test_edges_are_ranks() -> None:
    index = order_index(own_standing(CASES[300]), LanesBy.KIND, NONE)
    columns = np.array([0, 2, index.column_count], dtype=np.int64)
    for lane in range(len(index.names)):
        first, between, last = index.edges(lane, columns)
        assert first == index.lane_starts[lane]
        assert last == index.lane_starts[lane + 1]
        assert all(index.columns[first:between] < 2)
        assert all(index.columns[between:last] >= 2)
        assert list(index.members(first, last)) == index.order[first:last].tolist()


def test_it_is_worked_out_once() -> None:
    assert order_index(own_standing(CASES[40]), LanesBy.KIND, NONE) is order_index(
        own_standing(CASES[40]), LanesBy.KIND, frozenset()
    )
