"""The strip beneath the timeline."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.layout.made_cases import chain, event, random_case, solved, told_in
from timeline_app.case.civil import second_of
from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.extent import calendar_extent
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.overview import GLYPH, MOST, Overview, lay_out_overview
from timeline_app.layout.standing import own_standing

WIDTH, HEIGHT = 700.0, 44.0


def over_order(chronology: Chronology, hidden: frozenset[int] = frozenset()) -> Overview:
    columns = max(chronology.layers, default=0) + 1
    view = OrderView(0.0, columns, WIDTH, HEIGHT)
    return lay_out_overview(own_standing(chronology), view, ChartOptions(hidden=hidden))


def over_time(chronology: Chronology, hidden: frozenset[int] = frozenset()) -> Overview:
    start, end = calendar_extent(own_standing(chronology)) or (0, 100)
    view = CalendarView(start, end, WIDTH, HEIGHT)
    return lay_out_overview(own_standing(chronology), view, ChartOptions(hidden=hidden))


def test_a_case_without_a_place_on_the_calendar_has_an_empty_strip() -> None:
    standing = replace(own_standing(random_case(1, 5)), missing=True, is_own=False)
    view = CalendarView(0, 10**9, 900.0, 60.0)
    assert lay_out_overview(standing, view, ChartOptions()) == Overview(900.0, 60.0)
    in_order = lay_out_overview(standing, OrderView(0.0, 3.0, 900.0, 60.0), ChartOptions())
    assert in_order.marks


def test_each_event_is_a_glyph_in_its_column() -> None:
    strip = over_order(solved(*chain("A", "B", "C", "D")))
    middles = [mark.rect.x + GLYPH / 2 for mark in strip.marks]
    assert middles == [87.5, 262.5, 437.5, 612.5]
    assert {mark.rect.y + GLYPH / 2 for mark in strip.marks} == {HEIGHT / 2}
    assert (strip.width, strip.height) == (WIDTH, HEIGHT)


def test_events_of_a_column_stand_side_by_side() -> None:
    strip = over_order(solved(event(0), event(1, kind=Kind.LEAK, prevented=True)))
    first, second = strip.marks
    assert first.rect.right < second.rect.x
    assert (second.kind, second.hollow) == (Kind.LEAK, True)


def test_on_the_calendar_a_line_says_where() -> None:
    chronology = solved(
        event(0, "1985-04-12"),
        event(1, "[1980..1990]"),
        event(2, passages=told_in()),
        published=("1992",),
    )
    marks = {mark.event: mark for mark in over_time(chronology).marks}
    point, window, until = (marks[number] for number in range(3))
    assert not point.is_line
    assert window.is_line
    assert window.rect.width > GLYPH
    assert until.is_line
    assert until.rect.x == 0.0
    assert until.rect.right < WIDTH


def test_hidden_events_are_left_out() -> None:
    chronology = solved(*chain("A", "B", "C"))
    assert [mark.event for mark in over_order(chronology, frozenset({1})).marks] == [0, 2]
    assert over_order(chronology, frozenset({0, 1, 2})).marks == ()


def test_very_many_are_columns_of_counts() -> None:
    chronology = random_case(2, MOST + 50)
    for strip in (over_order(chronology), over_time(chronology)):
        assert strip.marks == ()
        assert max(column.rect.height for column in strip.columns) <= HEIGHT
        assert all(one.rect.x >= 0 and one.rect.right <= WIDTH for one in strip.columns)
        highest = max(strip.columns, key=lambda one: one.count)
        assert highest.rect.height == max(one.rect.height for one in strip.columns)
    assert sum(one.count for one in over_order(chronology).columns) == MOST + 50


def test_what_is_tied_to_no_time_is_not_counted_anywhere() -> None:
    events = [event(n, "1985") for n in range(MOST)] + [event(MOST + n) for n in range(9)]
    assert max(one.count for one in over_time(solved(*events)).columns) == MOST


@given(seed=st.integers(0, 60), size=st.integers(0, 60))
def test_everything_lies_in_the_strip(seed: int, size: int) -> None:
    chronology = random_case(seed, size)
    for strip in (over_order(chronology), over_time(chronology)):
        assert sorted(mark.event for mark in strip.marks) == list(range(size))
        for mark in strip.marks:
            assert mark.rect.y >= 0
            assert mark.rect.bottom <= HEIGHT
            assert -GLYPH / 2 - 1e-6 <= mark.rect.x <= mark.rect.right <= WIDTH + GLYPH / 2 + 1e-6


def test_a_view_of_another_stretch_is_possible() -> None:
    chronology = solved(event(0, "1985-04-12"))
    view = CalendarView(second_of(2000), second_of(2001), WIDTH, HEIGHT)
    (mark,) = lay_out_overview(own_standing(chronology), view, ChartOptions()).marks
    assert mark.rect.x == 0.0
