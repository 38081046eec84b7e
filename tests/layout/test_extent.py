"""How far a case reaches on the calendar."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.layout.made_cases import chain, event, random_case, solved, told_in
from timeline_app.case.civil import DAY, HOUR, OPEN_FUTURE, OPEN_PAST, second_of
from timeline_app.case.model import Shape
from timeline_app.layout.columns import columns_of
from timeline_app.layout.extent import (
    LEAST_OPEN_MARGIN,
    TAIL,
    WIDE_COLUMNS,
    calendar_extent,
    column_extent,
    finite_extent,
    joint_extent,
)
from timeline_app.layout.standing import own_standing


def test_nothing_dated_has_no_extent() -> None:
    assert calendar_extent(own_standing(solved(event(0), event(1)))) is None
    assert calendar_extent(own_standing(solved())) is None


def test_dates_have_a_margin() -> None:
    chronology = solved(event(0, "1985"), event(1, "1989"))
    start, end = second_of(1985), second_of(1990)
    margin = (end - start) // 16
    assert finite_extent(own_standing(chronology)) == (start, end - 1)
    assert calendar_extent(own_standing(chronology)) == (start - margin, end + margin)


def test_a_single_minute_has_an_hour_on_both_sides() -> None:
    minute = second_of(1985, 4, 12, 10, 15)
    assert calendar_extent(own_standing(solved(event(0, "1985-04-12T10:15")))) == (
        minute - HOUR,
        minute + 60 + HOUR,
    )


def test_an_open_side_has_room_for_what_goes_on() -> None:
    chronology = solved(event(0, passages=told_in()), published=("2025-04-15",))
    extent = calendar_extent(own_standing(chronology))
    assert extent is not None
    day = second_of(2025, 4, 15)
    assert extent[0] == day - LEAST_OPEN_MARGIN
    assert day + DAY < extent[1] < day + 20 * DAY
    going_on = calendar_extent(own_standing(solved(event(0, "1985/..", shape=Shape.SPAN))))
    assert going_on is not None
    assert going_on[1] - second_of(1986) > going_on[0] - second_of(1985)


def test_a_publication_alone_is_an_extent() -> None:
    assert finite_extent(own_standing(solved(published=("2025",)))) == (
        second_of(2025),
        second_of(2026) - 1,
    )


def test_of_two_compared_cases_the_extent_is_that_of_both() -> None:
    first, second = own_standing(solved(event(0, "1985"))), own_standing(solved(event(0, "1999")))
    undated = own_standing(solved(event(0)))
    both = joint_extent((first, second))
    assert both is not None
    assert both[0] < second_of(1985)
    assert both[1] > second_of(2000)
    assert joint_extent((undated,)) is None
    assert calendar_extent(replace(undated, shared_extent=both, is_own=False)) == both


@given(seed=st.integers(0, 300))
def test_every_known_bound_lies_within(seed: int) -> None:
    chronology = random_case(seed, 12)
    extent = calendar_extent(own_standing(chronology))
    columns = columns_of(chronology)
    known = [
        int(second)
        for column in (columns.first, columns.start_latest, columns.end_earliest, columns.last)
        for second in column
        if second not in (OPEN_PAST, OPEN_FUTURE)
    ]
    assert extent is not None or not known
    assert all(extent is not None and extent[0] < second < extent[1] for second in known)


def test_many_columns_have_a_tail() -> None:
    assert column_extent(own_standing(solved())) == 1.0
    assert column_extent(own_standing(solved(*chain(*"AB")))) == 2.0
    many = "ABCDEFG"
    assert len(many) > WIDE_COLUMNS
    assert column_extent(own_standing(solved(*chain(*many)))) == len(many) + TAIL
