"""What is worked out once for a stretch of time at a zoom."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_blocks import LEAST_PART, Block, block_of, level_of
from timeline_app.layout.calendar_cells import LEAST_CELL
from timeline_app.layout.calendar_index import calendar_index
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.options import ChartOptions
from timeline_app.layout.scale import FARTHEST, LEAST_SPAN, TimeScale
from timeline_app.layout.sizes import BESIDE, GLYPH
from timeline_app.layout.standing import own_standing

CASE = random_case(17, 1_200)
STANDING = own_standing(CASE)
INDEX = calendar_index(STANDING, LanesBy.KIND, frozenset())

views = st.builds(
    lambda start, span, width: TimeScale(start, start + span, 100.0, width),
    st.integers(second_of(1955), second_of(2020)),
    st.integers(LEAST_SPAN, 40_000 * DAY),
    st.sampled_from((1.0, 320.0, 800.0, 3_700.0)),
)


def block(scale: TimeScale) -> Block:
    return block_of(STANDING, ChartOptions(), scale, MEASURER)


@given(
    start=st.integers(-FARTHEST, FARTHEST // 2),
    span=st.integers(LEAST_SPAN, FARTHEST // 4),
    width=st.floats(1.0, 8_000.0),
)
def test_a_view_lies_in_one_block_of_its_level(start: int, span: int, width: float) -> None:
    scale = TimeScale(start, start + span, 0.0, width)
    level = level_of(scale)
    assert level.unit / 2 < scale.seconds_per_pixel <= level.unit
    assert level.step >= 0
    first = start >> level.step << level.step
    assert first <= start
    assert scale.end <= first + (2 << level.step)


@given(scale=views)
def test_a_view_is_drawn_from_the_same_block_wherever_it_came_from(scale: TimeScale) -> None:
    assert block(scale) is block(scale)
    level = level_of(scale)
    begin = scale.start >> level.step << level.step
    moved = TimeScale(begin, begin + scale.span, scale.left, scale.width)
    assert block(moved) is block(scale)


@given(scale=views, most=st.integers(0, 4))
def test_rows_never_meet_at_any_zoom_of_the_level(scale: TimeScale, most: int) -> None:
    here = block(scale)
    chains = here.chains((most,) * 7)
    first, end = chains.told.first, chains.told.end
    unit = level_of(scale).unit
    for lane in range(7):
        rows = chains.of(lane)
        assert len(rows) <= most
        assert {chains.lanes[row] for row in rows} <= {lane}
        for row in rows:
            places = [place for place, one in enumerate(chains.rows.tolist()) if one == row]
            assert INDEX.order[chains.ranks[row]].tolist() == chains.told.events[places].tolist()
            for one, other in pairwise(places):
                assert first[other] >= first[one]
                for zoom in (unit, unit / 1.99):
                    taken = max((end[one] - first[one]) / zoom, GLYPH) + BESIDE
                    assert (first[other] - first[one]) / zoom >= taken - 1.0


@given(scale=views, most=st.integers(0, 4), lane=st.integers(0, 6))
def test_rows_show_a_quarter_of_what_could_stand_in_them_or_nothing(
    scale: TimeScale, most: int, lane: int
) -> None:
    here = block(scale)
    level = level_of(scale)
    begin = scale.start >> level.step << level.step
    begun = sum(
        begin <= INDEX.first[rank] < begin + (2 << level.step)
        for group in here.lanes[lane].local
        for rank in range(group.begin, group.end)
    )
    chains = here.chains((most,) * 7)
    shown = [
        rank
        for row in chains.of(lane)
        for rank in chains.ranks[row].tolist()
        if INDEX.first[rank] >= begin
    ]
    if here.is_sample(lane, most):
        assert not chains.of(lane)
        assert begun
    else:
        assert LEAST_PART * len(shown) >= begun


@given(scale=views)
def test_groups_are_parted_by_how_long_they_are(scale: TimeScale) -> None:
    level = level_of(scale)
    for lane, groups in enumerate(block(scale).lanes):
        parts = (*groups.short, *groups.local, *groups.others)
        assert sorted(group.begin for group in parts) == sorted(
            group.begin for group in INDEX.groups if group.lane == lane
        )
        assert all(group.longest + 1 < GLYPH * level.unit for group in groups.short)
        assert all(2 * group.longest < level.width * level.unit for group in groups.local)
        assert groups.short == tuple(INDEX.groups[place] for place in groups.short_places)


@given(scale=views, lane=st.integers(0, 6))
def test_cells_are_as_wide_as_their_counts_need(scale: TimeScale, lane: int) -> None:
    here = block(scale)
    reached = here.cells(lane, scale)
    wide = (1 << reached.shift) / scale.seconds_per_pixel
    assert wide >= min(LEAST_CELL, scale.width) or scale.seconds_per_pixel < 1
    assert wide >= reached.needed or len(reached.counts) <= 1
    assert here.cells(lane, scale) is reached
    assert here.together([reached]) is here.together([reached])
