from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.sources.neighbours import Neighbours, Span

FOUND = [((10, 20), (110, 120)), ((40, 50), (145, 155)), ((15, 60), (115, 170))]


@pytest.mark.parametrize(
    ("was", "room"),
    [
        ((0, 10), (0, 110)),
        ((0, 5), (0, 110)),
        ((0, 11), (0, 115)),  # overlaps the first, so only the others bound it
        ((20, 40), (120, 145)),
        ((50, 60), (155, 200)),
        ((60, 61), (170, 200)),
        ((12, 13), (0, 115)),
    ],
)
def test_a_passage_lies_between_what_was_found(was: Span, room: Span) -> None:
    assert Neighbours(FOUND, 200).room_for(was) == room


def test_nothing_found_leaves_all_the_room() -> None:
    assert Neighbours([], 7).room_for((3, 4)) == (0, 7)


def test_where_the_copy_has_another_order_there_is_no_room() -> None:
    turned = Neighbours([((0, 5), (90, 95)), ((20, 25), (10, 15))], 100)
    low, high = turned.room_for((10, 12))
    assert low > high


spans = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(st.tuples(spans, spans), max_size=8), spans)
def test_room_is_what_the_slow_way_gives(found: list[tuple[Span, Span]], was: Span) -> None:
    low = max([now[1] for then, now in found if then[1] <= was[0]], default=0)
    high = min([now[0] for then, now in found if then[0] >= was[1]], default=50)
    assert Neighbours(found, 50).room_for(was) == (low, high)
