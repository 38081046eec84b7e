"""Which event lies in which lane, and where the lanes lie."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import case_of, event
from timeline_app.case.model import Kind
from timeline_app.layout.chart import Heights, LanesBy
from timeline_app.layout.lanes import (
    GROWTH,
    MOST_ACTORS,
    NOBODY,
    OTHERS,
    LaneName,
    assign_lanes,
    beside_lanes,
    header_width,
    lane_need,
    named_lanes,
    shared_header,
    stack_lanes,
)
from timeline_app.layout.options import ChartOptions, Density
from timeline_app.layout.sizes import HEADER_LEAST, HEADER_MOST, Sizes

NONE: frozenset[int] = frozenset()


def test_all_kinds_have_a_lane() -> None:
    case = case_of([event(0, kind=Kind.LEAK), event(1, kind=Kind.LEAK), event(2)])
    found = assign_lanes(case, LanesBy.KIND, frozenset({1, 2}))
    assert [name.kind for name in found.names] == list(Kind)
    assert [name.title for name in found.names][:3] == ["Contact", "Recruitment", "Leak"]
    assert [(name.shown, name.hidden) for name in found.names][:3] == [(0, 1), (0, 0), (1, 1)]
    assert found.lane_of == (2, 2, 0)


def test_an_event_lies_with_the_actor_it_names_first() -> None:
    case = case_of(
        [event(0, actors=("b", "a")), event(1, actors=("a",)), event(2), event(3, actors=("b",))],
        actors=("a", "b", "c"),
    )
    found = assign_lanes(case, LanesBy.ACTOR, NONE)
    assert [(name.title, name.kind) for name in found.names] == [
        ("A", None),
        ("B", None),
        (NOBODY, None),
    ]
    assert found.lane_of == (1, 0, 2, 1)


def test_very_many_actors_share_a_lane() -> None:
    actors = [f"a{number}" for number in range(MOST_ACTORS + 5)]
    events = [event(n, actors=(actor,)) for n, actor in enumerate([*actors, *actors[5:]])]
    found = assign_lanes(case_of(events, actors=actors), LanesBy.ACTOR, NONE)
    assert [name.title for name in found.names] == [*(a.capitalize() for a in actors[5:]), OTHERS]
    assert found.names[-1].shown == 5
    assert found.lane_of[0] == MOST_ACTORS


def test_a_case_without_events_has_lanes() -> None:
    assert len(assign_lanes(case_of([]), LanesBy.KIND, NONE).names) == len(Kind)
    assert len(assign_lanes(case_of([]), LanesBy.ACTOR, NONE).names) == 1


def test_lanes_share_what_is_left_of_the_page() -> None:
    rects = stack_lanes([40.0, -24.0, 60.0], 10.0, 144.0)
    assert [(rect.y, rect.height) for rect in rects] == [(10, 48), (58, 24), (82, 72)]


def test_lanes_do_not_grow_absurdly_nor_shrink() -> None:
    assert [rect.height for rect in stack_lanes([40.0], 0.0, 1000.0)] == [40.0 * GROWTH]
    assert [rect.height for rect in stack_lanes([40.0], 0.0, 10.0)] == [40.0]
    assert stack_lanes([], 0.0, 100.0) == ()
    assert [rect.height for rect in stack_lanes([-24.0], 0.0, 100.0)] == [24.0]


@given(
    needs=st.lists(st.floats(-30, 400).filter(lambda need: abs(need) > 1), max_size=9),
    available=st.floats(-100, 3000),
)
def test_lanes_lie_one_under_the_other(needs: list[float], available: float) -> None:
    rects = stack_lanes(needs, 0.0, available)
    y = 0.0
    for need, rect in zip(needs, rects, strict=True):
        assert rect.y == pytest.approx(y)
        assert rect.height >= abs(need) - 1e-9
        y = rect.bottom
    assert y <= max(available, sum(abs(need) for need in needs)) + 1e-6


def test_the_header_has_room_for_the_names_within_limits() -> None:
    short, long = LaneName("A", None, 1, 0), LaneName("A" * 90, None, 1, 0)
    assert header_width([short], MEASURER) == HEADER_LEAST
    assert header_width([long], MEASURER) == HEADER_MOST
    assert HEADER_LEAST < header_width([LaneName("A" * 12, None, 1, 0)], MEASURER) < HEADER_MOST


def test_the_header_is_as_wide_as_another_panel_needs_within_half_the_page() -> None:
    names = [LaneName("A", None, 1, 0)]
    assert shared_header(names, ChartOptions(), 900.0, MEASURER) == HEADER_LEAST
    wider = ChartOptions(least_header=150.0)
    assert shared_header(names, wider, 900.0, MEASURER) == 150.0
    assert shared_header(names, wider, 200.0, MEASURER) == 100.0


def test_a_lane_says_what_is_told_and_hidden() -> None:
    names = (LaneName("Somebody with a long name", None, 0, 3), LaneName("B", None, 2, 0))
    rects = stack_lanes([-24.0, 40.0], 0.0, 64.0)
    first, second = named_lanes(names, rects, 500.0, HEADER_LEAST, MEASURER)
    assert (first.told, first.hidden, first.title.text) == (False, 3, "Somebod…")
    assert (second.told, second.hidden, second.title.text) == (True, 0, "B")
    assert (first.rect.width, second.rect.y) == (500.0, 24.0)


def test_a_lane_in_which_nothing_is_shown_is_faint() -> None:
    sizes = Sizes.of(MEASURER, Density.COMFORTABLE)
    assert lane_need(LaneName("A", None, 0, 2), 100.0, sizes) == -sizes.faint
    assert lane_need(LaneName("A", None, 1, 0), 100.0, sizes) == 100.0 + 2 * sizes.padding


def test_lanes_beside_others_need_what_both_need() -> None:
    other = Heights(lanes=(30.0, -12.0, -12.0))
    assert beside_lanes((20.0, 40.0, -12.0), other) == (30.0, 40.0, -12.0)
    assert beside_lanes((20.0, 40.0), other) == (20.0, 40.0)  # other lanes altogether
    assert Heights(5.0, (1.0,), 2.0).beside(Heights(0.0, (3.0,), 4.0)) == Heights(5.0, (3.0,), 4.0)


def test_a_lane_of_events_that_can_not_be_placed_says_so_and_an_empty_one_does_not() -> None:
    names = (LaneName("Leak", Kind.LEAK, 2, 0), LaneName("Arrest", Kind.ARREST, 0, 0))
    rects = stack_lanes([40.0, -20.0], 0.0, 60.0)
    lanes = named_lanes(names, rects, 500.0, 100.0, MEASURER, "not placed: no arrest")
    assert [lane.unplaced for lane in lanes] == ["not placed: no arrest", ""]
    assert [lane.unplaced for lane in named_lanes(names, rects, 500.0, 100.0, MEASURER)] == ["", ""]
