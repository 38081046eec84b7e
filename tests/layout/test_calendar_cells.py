"""Counts on the calendar, against slow references."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from tests.layout.ranks import ranks_in
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_cells import (
    COUNT_ROOM,
    LEAST_CELL,
    CellMembers,
    Cells,
    CountedLane,
    ReachedTogether,
    reached_cells,
    seen_cells,
)
from timeline_app.layout.calendar_index import Openness, calendar_index
from timeline_app.layout.chart import LanesBy, TextRole
from timeline_app.layout.counts import count_text
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.standing import own_standing

INDEX = calendar_index(own_standing(random_case(11, 900)), LanesBy.KIND, frozenset())
LANES = range(7)

views = st.builds(
    lambda start, span: TimeScale(start, start + span, 100.0, 800.0),
    st.integers(second_of(1955), second_of(2020)),
    st.sampled_from((DAY, 30 * DAY, 700 * DAY, 9_000 * DAY, 40_000 * DAY)),
)


def counted(scale: TimeScale, lane: int) -> CountedLane:
    """A lane that counts what is shorter than a month."""
    places = [
        place
        for place, one in enumerate(INDEX.groups)
        if one.lane == lane and one.openness is Openness.CLOSED and one.longest < 31 * DAY
    ]
    groups = tuple(INDEX.groups[place] for place in places)
    touched = INDEX.touching.in_span(scale.start, scale.end)
    count, low, high = (int(part[places].sum()) for part in touched)
    shift = scale.seconds_in(LEAST_CELL).bit_length()
    reach = scale.start - scale.span, scale.end + scale.span
    reached = reached_cells(INDEX, groups, shift, reach, MEASURER)
    members = CellMembers(INDEX, groups, scale.start, scale.end)
    return CountedLane(reached, members, count, low, high)


def cells_of(scale: TimeScale) -> tuple[list[CountedLane], Cells]:
    lanes = [counted(scale, lane) for lane in LANES]
    together = ReachedTogether.of([one.reached for one in lanes])
    return lanes, seen_cells(lanes, together, scale, MEASURER)


def expected(scale: TimeScale, lane: CountedLane) -> set[int]:
    """The slow reference: all that touch the view."""
    ranks = [rank for one in lane.members.groups for rank in range(one.begin, one.end)]
    return {
        rank for rank in ranks if INDEX.first[rank] < scale.end and INDEX.last[rank] >= scale.start
    }


@given(scale=views)
def test_every_event_is_in_the_cell_in_which_it_begins(scale: TimeScale) -> None:
    lanes, cells = cells_of(scale)
    held: dict[int, list[int]] = {band: [] for band in LANES}
    for place in range(len(cells)):
        ranks = ranks_in(cells.ranges(place))
        held[int(cells.bands[place])] += ranks
        assert cells.counts[place] == len(ranks) > 0
        assert cells.widths[place] == MEASURER.width(count_text(len(ranks)), TextRole.COUNT)
        assert cells.ranks[place] == (ranks[0] if len(ranks) == 1 else -1)
        for rank in ranks:
            begun = max(int(INDEX.first[rank]), scale.start)
            assert max(cells.starts[place], scale.start) <= begun < cells.ends[place]
            assert cells.place_of(rank) == place
    for band, lane in enumerate(lanes):
        assert len(held[band]) == len(set(held[band]))
        assert set(held[band]) == expected(scale, lane)
    assert all(cells.place_of(rank) is None for rank in _others(held))


def _others(held: dict[int, list[int]]) -> list[int]:
    inside = {rank for ranks in held.values() for rank in ranks}
    return [rank for rank in range(INDEX.shown) if rank not in inside]


@given(scale=views)
def test_cells_stand_side_by_side_and_none_is_a_sliver(scale: TimeScale) -> None:
    _, cells = cells_of(scale)
    for band in LANES:
        mine = np.flatnonzero(cells.bands == band).tolist()
        assert all(cells.ends[one] <= cells.starts[other] for one, other in pairwise(mine))
        for place in mine if len(mine) > 1 else ():
            left = max(scale.x(int(cells.starts[place])), 100.0)
            right = min(scale.x(int(cells.ends[place])), 900.0)
            assert right - left >= LEAST_CELL / 2 - 1e-6


def test_cells_stay_where_they_are_while_the_view_is_moved() -> None:
    span = 9_000 * DAY
    seen = set()
    for step in range(8):
        start = second_of(1965) + step * 111 * DAY
        _, cells = cells_of(TimeScale(start, start + span, 0.0, 800.0))
        inner = (cells.bands == 0) & (cells.starts > start) & (cells.ends < start + span)
        seen |= set(cells.starts[inner].tolist())
    length = min(other - one for one, other in pairwise(sorted(seen)))
    assert length & (length - 1) == 0
    assert all(one % length == 0 for one in seen)


def test_the_widest_count_in_reach_is_told() -> None:
    groups = tuple(one for one in INDEX.groups if one.lane == 0)
    reached = reached_cells(INDEX, groups, 30, (second_of(1900), second_of(2100)), MEASURER)
    widest = max(len(count_text(count)) for count in reached.counts.tolist())
    assert reached.needed == widest * MEASURER.advance + COUNT_ROOM
    empty = reached_cells(INDEX, groups, 30, (second_of(9000), second_of(9100)), MEASURER)
    assert len(empty.counts) == 0
    assert empty.needed == COUNT_ROOM
