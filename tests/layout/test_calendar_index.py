"""Events sorted for the calendar: what is visible, against a slow reference."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.made_cases import event, random_case, solved
from tests.layout.ranks import ranks_in
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_index import (
    CalendarIndex,
    Openness,
    calendar_index,
)
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.standing import own_standing

NONE: frozenset[int] = frozenset()
CASES = {size: random_case(size + 1, size) for size in (0, 1, 30, 700)}


def index_of(size: int, hidden: frozenset[int] = NONE) -> CalendarIndex:
    return calendar_index(own_standing(CASES[size]), LanesBy.KIND, hidden)


@pytest.mark.parametrize("size", sorted(CASES))
def test_every_shown_event_has_one_rank(size: int) -> None:
    hidden = frozenset(range(0, size, 3))
    index = index_of(size, hidden)
    assert sorted(index.order.tolist()) == [n for n in range(size) if n not in hidden]
    assert index.shown == len(index.order)
    for number in range(size):
        rank = int(index.ranks[number])
        assert (rank == -1) == (number in hidden)
        if rank >= 0:
            assert index.order[rank] == number


@pytest.mark.parametrize("size", sorted(CASES))
def test_groups_follow_each_other_and_are_alike(size: int) -> None:
    index = index_of(size)
    assert [group.end for group in index.groups[:-1]] == [g.begin for g in index.groups[1:]]
    assert sum(group.end - group.begin for group in index.groups) == size
    for group in index.groups:
        ranks = range(group.begin, group.end)
        lanes = {CASES[size].case.events[int(index.order[rank])].kind for rank in ranks}
        assert lanes == {index.names[group.lane].kind}
        if group.openness is Openness.CLOSED:
            lengths = [int(index.last[rank] - index.first[rank]) for rank in ranks]
            assert max(lengths) == group.longest
            assert 4 * min(lengths) + 4 >= group.longest
        when = index.last if group.openness is Openness.PAST else index.first
        assert all(when[one] <= when[other] for one, other in pairwise(ranks))


@given(
    size=st.sampled_from(sorted(CASES)),
    start=st.integers(second_of(1950), second_of(2030)),
    span=st.sampled_from((60, DAY, 90 * DAY, 4_000 * DAY, 10**9, 10**15)),
)
def test_what_is_visible_is_what_touches(size: int, start: int, span: int) -> None:
    index = index_of(size)
    found: list[int] = []
    for group in index.groups:
        reach = index.visible(group, start, start + span)
        ranges = reach.ranges
        assert all(group.begin <= low < high <= group.end for low, high in ranges)
        assert all(one[1] <= other[0] for one, other in pairwise(ranges))
        ranks = ranks_in(ranges)
        assert reach.count == len(ranks)
        assert {rank for rank in range(index.shown) if rank in reach} == set(ranks)
        found += ranks
    expected = [
        rank
        for rank in range(index.shown)
        if index.first[rank] < start + span and index.last[rank] >= start
    ]
    assert sorted(found) == expected


def test_members_are_the_events_of_the_ranks() -> None:
    index = index_of(30)
    members = index.members(((2, 5),))
    assert list(members) == index.order[2:5].tolist()
    assert int(index.order[2]) in members
    assert int(index.order[5]) not in members


def test_it_is_worked_out_once_for_the_same_choices() -> None:
    assert index_of(30) is index_of(30)
    assert index_of(30, frozenset({1})) is not index_of(30)


def test_a_hidden_event_that_is_not_there_does_no_harm() -> None:
    index = calendar_index(
        own_standing(solved(event(0, "1985"))), LanesBy.ACTOR, frozenset({7, -1})
    )
    assert index.shown == 1
