"""Glyphs and counts on the order axis."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.layout.chart_checks import text_rect
from tests.layout.made_cases import chain, event, random_case, solved, vague_events
from tests.layout.made_sheets import order_sheet, seven_lanes
from timeline_app.layout.order_glyphs import (
    COUNT_WIDTH,
    LABEL_COLUMN,
    SIGN_COLUMN,
    CountArrangement,
    GlyphArrangement,
)
from timeline_app.layout.order_sheet import MOST_STACKED
from timeline_app.layout.sizes import SIGN_GAP

CHAIN = solved(*chain("A long first title", "B", "C", "A long fourth title", "E"))
LARGE = random_case(4, 500, dated=0.2)


def glyphs(column: float) -> GlyphArrangement:
    made = GlyphArrangement(order_sheet(CHAIN, column))
    made.place_in(seven_lanes())
    return made


def test_a_title_reaches_up_to_the_next_glyph_of_its_row() -> None:
    marks = {mark.event: mark for mark in glyphs(100.0).marks()[0]}
    label = text_rect(marks[0].label[0])
    assert marks[0].label[0].text == "A long fi…"
    assert marks[0].elided
    assert label.right <= marks[1].glyph.x - SIGN_GAP
    assert marks[4].label[0].text == "E"


def test_in_narrow_columns_signs_stand_at_the_corners_of_glyphs() -> None:
    assert all(mark.sign_at_corner for mark in glyphs(SIGN_COLUMN - 1).marks()[0])
    first, *others = sorted(glyphs(SIGN_COLUMN).marks()[0], key=lambda mark: mark.glyph.x)
    assert first.sign_at_corner  # the edge of the plot is as near as a glyph
    assert not any(mark.sign_at_corner for mark in others)


def test_in_narrow_columns_there_are_no_titles() -> None:
    assert all(mark.label == () for mark in glyphs(LABEL_COLUMN - 1).marks()[0])


def test_the_glyphs_of_a_cell_stand_one_under_the_other() -> None:
    made = GlyphArrangement(order_sheet(solved(*(event(n) for n in range(5))), 40.0))
    made.place_in(seven_lanes())
    places = [made.place_of(number) for number in range(5)]
    assert [place.x for place in places] == [places[0].x] * 5
    assert all(one.bottom < other.y for one, other in pairwise(places))


def test_a_cell_with_very_many_counts_the_rest() -> None:
    made = GlyphArrangement(order_sheet(solved(*(event(n) for n in range(40))), 40.0))
    made.place_in(seven_lanes(300.0))
    marks, (rest,) = made.marks()
    assert len(marks) == MOST_STACKED - 1
    assert set(rest.events) | {mark.event for mark in marks} == set(range(40))
    assert made.place_of(39) == rest.rect
    assert rest.label is None


@pytest.mark.parametrize("column", [0.3, 2.0, 9.0, 15.0])
def test_counts_take_a_power_of_two_of_columns(column: float) -> None:
    made = CountArrangement(order_sheet(LARGE, column))
    assert made.columns & (made.columns - 1) == 0
    assert made.columns * column >= COUNT_WIDTH


def test_counts_hold_all_events_of_their_columns() -> None:
    sheet = order_sheet(LARGE, 2.0)
    made = CountArrangement(sheet)
    made.place_in(seven_lanes())
    marks, clusters = made.marks()
    for cluster in clusters:
        columns = {LARGE.layers[number] // made.columns for number in cluster.events}
        assert len(columns) <= 2
        assert cluster.label is None or cluster.label.text == f"{cluster.count:,}"
    found = [mark.event for mark in marks] + [n for one in clusters for n in one.events]
    assert sorted(found) == list(range(500))


def test_an_event_is_found_in_its_count() -> None:
    made = CountArrangement(order_sheet(LARGE, 2.0))
    made.place_in(seven_lanes())
    _, clusters = made.marks()
    inner = clusters[len(clusters) // 2]
    assert made.place_of(inner.events[0]).y == inner.rect.y


def test_what_is_vague_is_marked() -> None:
    made = GlyphArrangement(order_sheet(solved(*vague_events()), 40.0))
    made.place_in(seven_lanes())
    assert {mark.event for mark in made.marks()[0] if mark.vague} == {1, 2, 3}


@pytest.mark.parametrize("number", range(5))
def test_an_event_alone_among_counts_is_marked_as_vague(number: int) -> None:
    made = CountArrangement(order_sheet(solved(vague_events()[number]), 4.0))
    made.place_in(seven_lanes())
    ((mark,), _) = made.marks()
    assert mark.vague is (number in {1, 2, 3})
