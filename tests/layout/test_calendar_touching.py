"""How many events touch a span, against looking at each of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.made_cases import random_case, solved
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_index import calendar_index
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.standing import own_standing

INDEXES = {
    size: calendar_index(own_standing(random_case(size, size)), LanesBy.KIND, frozenset())
    for size in (1, 30, 700)
}


@given(
    size=st.sampled_from(sorted(INDEXES)),
    start=st.integers(second_of(1940), second_of(2040)),
    span=st.integers(1, 40_000 * DAY),
)
def test_all_groups_are_counted_at_once(size: int, start: int, span: int) -> None:
    index = INDEXES[size]
    touched = index.touching.in_span(start, start + span)
    assert len(touched.counts) == len(index.groups)
    for number, group in enumerate(index.groups):
        ranks = range(group.begin, group.end)
        touching = [
            rank for rank in ranks if index.first[rank] < start + span and index.last[rank] >= start
        ]
        assert touched.counts[number] == len(touching)
        assert touched.low[number] == group.begin + sum(index.first[ranks] < start)
        assert touched.high[number] == group.begin + sum(index.first[ranks] < start + span)


@pytest.mark.parametrize("second", [0, -(2**61), 2**61])
def test_without_events_nothing_touches(second: int) -> None:
    index = calendar_index(own_standing(solved()), LanesBy.KIND, frozenset())
    assert [len(part) for part in index.touching.in_span(second, second + 1)] == [0, 0, 0]
