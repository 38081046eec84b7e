"""Long events laid into rows, against slow references."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.made_cases import random_case
from tests.layout.ranks import ranks_in
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_filling import (
    APART,
    LongLeft,
    RowFilling,
    Visible,
    is_local,
)
from timeline_app.layout.calendar_index import CalendarIndex, calendar_index
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import GLYPH
from timeline_app.layout.standing import own_standing

CASE = random_case(11, 900)
INDEX = calendar_index(own_standing(CASE), LanesBy.KIND, frozenset())

views = st.builds(
    lambda start, span: TimeScale(start, start + span, 100.0, 800.0),
    st.integers(second_of(1955), second_of(2020)),
    st.sampled_from((DAY, 30 * DAY, 700 * DAY, 9_000 * DAY, 40_000 * DAY)),
)


def visible_in(index: CalendarIndex, scale: TimeScale, lane: int) -> list[Visible]:
    found = [
        Visible(group, index.visible(group, scale.start, scale.end))
        for group in index.groups
        if group.lane == lane
    ]
    return [one for one in found if one.reach.count]


@given(scale=views, lane=st.integers(0, 6), most=st.integers(0, 5))
def test_rows_are_filled_without_meeting(scale: TimeScale, lane: int, most: int) -> None:
    visible = visible_in(INDEX, scale, lane)
    filling = RowFilling(INDEX, scale, visible)
    rows = filling.rows(most)
    assert len(rows) <= most
    placed = [rank for row in rows for rank in row]
    everything = sorted(rank for one in visible for rank in one.reach.ranks.tolist())
    groups = tuple(one.group for one in visible)
    count = len(everything) - len(placed)
    left = LongLeft(INDEX, groups, (scale.start, scale.end), tuple(rows), count)
    assert sorted([*placed, *ranks_in(left.ranges)]) == everything
    assert len(left) == count
    assert {rank for rank in range(INDEX.shown) if rank in left} == set(everything) - set(placed)
    assert not left or len(rows) == most
    for row in rows:
        for one, other in pairwise(row):
            end = scale.x(int(INDEX.last[one]) + 1)
            begin = max(scale.x(int(INDEX.first[one])), scale.left)
            free = max(end, begin + GLYPH) + APART
            assert scale.x(int(INDEX.first[other])) >= free - 1e-6


@given(scale=views, lane=st.integers(0, 6))
def test_what_is_shorter_than_the_view_has_the_first_rows(scale: TimeScale, lane: int) -> None:
    visible = visible_in(INDEX, scale, lane)
    local = {
        rank for one in visible if is_local(one.group, scale) for rank in one.reach.ranks.tolist()
    }
    for row in RowFilling(INDEX, scale, visible).rows(1):
        assert set(row) <= local or not local


def slow_rows(visible: list[Visible], scale: TimeScale, most: int) -> list[list[int]]:
    """The same rows, every event looked at for every place."""
    rows: list[list[int]] = []
    for local in (True, False):
        tier = [one for one in visible if is_local(one.group, scale) is local]
        left = [rank for one in tier for rank in one.reach.ranks.tolist()]
        while left and len(rows) < most:
            row: list[int] = []
            begun = [rank for rank in left if INDEX.first[rank] < scale.start]
            free = float("-inf")
            if begun:
                row.append(min(begun, key=lambda rank: int(INDEX.last[rank])))
            while True:
                if row:
                    left = [rank for rank in left if rank not in row]
                    begin = max(scale.x(int(INDEX.first[row[-1]])), scale.left)
                    free = max(scale.x(int(INDEX.last[row[-1]]) + 1), begin + GLYPH) + APART
                    if free >= scale.right:
                        break
                cursor = scale.second(free) + 1 if row else scale.start
                following = [rank for rank in left if INDEX.first[rank] >= cursor]
                if not following:
                    break
                row.append(min(following, key=lambda rank: (int(INDEX.first[rank]), rank)))
            rows.append(row)
    return rows


@given(scale=views, lane=st.integers(0, 6), most=st.integers(0, 4))
def test_rows_hold_what_a_slow_search_finds(scale: TimeScale, lane: int, most: int) -> None:
    visible = visible_in(INDEX, scale, lane)
    rows = RowFilling(INDEX, scale, visible).rows(most)
    assert rows == slow_rows(visible, scale, most)
    assert RowFilling(INDEX, scale, visible).rows(most + 1)[:most] == rows
