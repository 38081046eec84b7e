"""Marks of a text, found by place and by event, as a slow search finds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.session.small_cases import four_events, opened
from timeline_app.window.marks import Mark, Marks, marks_of

PLACES = st.integers(0, 40)
SOME = st.lists(
    st.builds(
        lambda start, length, event, underlined: Mark(start, start + length, event, underlined),
        PLACES,
        st.integers(1, 15),
        st.integers(0, 5),
        st.booleans(),
    ),
    max_size=12,
)


def by_place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


@given(SOME, PLACES, PLACES)
def test_marks_between_two_places_are_those_that_reach_in(
    marks: list[Mark], first: int, last: int
) -> None:
    expected = [one for one in marks if one.start < last and one.end > first]
    assert Marks(marks).between(first, last) == sorted(expected, key=by_place)


@given(SOME)
def test_marks_of_an_event_are_all_of_it(marks: list[Mark]) -> None:
    for event in range(6):
        expected = [one for one in marks if one.event == event]
        assert Marks(marks).of(event) == sorted(expected, key=by_place)
    assert Marks(marks).of(None) == []


def test_the_marks_of_a_source_are_its_passages_and_made_once() -> None:
    placed = opened(four_events()).placed
    assert placed is not None
    marks = marks_of(placed.placement, 0)
    spans = [one.span for one in placed.placement.of_source(0)]
    assert [by_place(one) for one in marks.between(0, 10_000)] == spans
    assert spans
    assert marks_of(placed.placement, 0) is marks
