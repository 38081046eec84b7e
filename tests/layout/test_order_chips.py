"""Chips on the order axis."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.layout.chart_checks import holds, text_rect
from tests.layout.made_cases import chain, solved, vague_events
from tests.layout.made_sheets import order_sheet, seven_lanes
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.order_chips import CHIP_GAP, TEXT_MOST, ChipArrangement


def chips(chronology: Chronology, column: float = 60.0, first: float = 0.0) -> ChipArrangement:
    made = ChipArrangement(order_sheet(chronology, column, first))
    made.place_in(seven_lanes(200.0))
    return made


def test_a_chip_begins_in_its_column_and_reaches_over_free_ones() -> None:
    made = chips(solved(*chain("A title of some length", "B", "C", "D", "E", "F")))
    first = made.place_of(0)
    assert 100.0 <= first.x < 160.0
    assert first.right > 220.0
    (mark, *_), _ = made.marks()
    assert mark.label[0].text == "A title of some length"
    assert mark.card == mark.area == first


def test_chips_that_would_meet_have_rows_of_their_own() -> None:
    made = chips(solved(*chain("A title of some length", "Another title", "C", "D", "E", "F")))
    assert made.place_of(0).bottom < made.place_of(1).y
    assert made.row_gaps()[0] == pytest.approx((made.place_of(0).bottom + made.place_of(1).y) / 2)
    third = made.place_of(4)
    assert third.y == made.place_of(0).y
    assert third.x >= made.place_of(0).right + CHIP_GAP


def test_before_the_end_a_title_is_shortened() -> None:
    made = chips(solved(*chain("A", "B", "Quite a long last but one title", "E")), 80.0)
    mark = next(mark for mark in made.marks()[0] if mark.event == 2)
    assert mark.label[0].text == "Quite a long last…"
    assert mark.elided
    assert mark.area == mark.card
    assert mark.area.right <= 420.0


def test_where_nothing_would_be_left_of_it_a_title_stands_before_its_card() -> None:
    made = chips(solved(*chain("A", "B", "C", "Quite a long last title")))
    last = next(mark for mark in made.marks()[0] if mark.event == 3)
    assert last.card is not None
    assert 280.0 < last.card.x < last.card.right < 340.0
    assert holds(last.card, last.glyph)
    title = text_rect(last.label[0])
    assert title.right < last.card.x
    assert holds(last.area, title)
    assert holds(last.area, last.card)
    assert made.place_of(3) == last.card


def test_no_title_is_wider_than_that() -> None:
    made = chips(solved(*chain("word " * 40, *"BCDEFGH")))
    mark = next(mark for mark in made.marks()[0] if mark.event == 0)
    assert text_rect(mark.label[0]).width <= TEXT_MOST
    assert mark.elided


def test_what_is_out_of_view_is_left_out_but_has_a_place() -> None:
    made = chips(solved(*chain(*"ABCDEFGHIJ")), 100.0, first=5.0)
    assert [mark.event for mark in made.marks()[0]] == [5, 6, 7, 8, 9]
    assert made.place_of(0).right < 100.0


def test_everything_of_a_chip_lies_in_it() -> None:
    made = chips(solved(*chain("A title", "B", "Another quite long title", "D", "The end of it")))
    for mark in made.marks()[0]:
        assert mark.card is not None
        assert holds(mark.card, mark.glyph)
        assert all(holds(mark.area, text_rect(line)) for line in mark.label)
        assert not any(mark.glyph.overlaps(text_rect(line)) for line in mark.label)


def test_what_is_vague_is_marked() -> None:
    made = chips(solved(*vague_events()))
    assert {mark.event for mark in made.marks()[0] if mark.vague} == {1, 2, 3}


def whole_chips(chronology: Chronology, column: float, first: float = 0.0) -> ChipArrangement:
    made = ChipArrangement(replace(order_sheet(chronology, column, first), whole=True))
    made.place_in(seven_lanes(600.0))
    return made


def test_on_a_page_a_title_takes_the_lines_it_needs() -> None:
    title = "A title that is longer than any line of a chip may be, and goes on all the same"
    made = whole_chips(solved(*chain("A", title, "C", "D", "E", title)), 100.0)
    marks, _ = made.marks()
    for mark in (marks[1], marks[5]):
        assert " ".join(line.text for line in mark.label) == title
        assert len(mark.label) > 1
        assert not mark.elided
        assert all(holds(mark.area, text_rect(line)) for line in mark.label)
    assert all(mark.area.x >= 100.0 and mark.area.right <= 900.0 for mark in marks)
    assert not any(
        one.area.overlaps(other.area) for at, one in enumerate(marks) for other in marks[:at]
    )


def test_on_a_page_only_what_is_in_view_has_a_row() -> None:
    chronology = solved(*chain(*(f"A title of some length, number {n}" for n in range(30))))
    near, far = whole_chips(chronology, 100.0), whole_chips(chronology, 100.0, first=20.0)
    assert {mark.event for mark in near.marks()[0]} == set(range(8))
    assert {mark.event for mark in far.marks()[0]} == set(range(20, 28))
    beyond = near.place_of(29)
    assert beyond.x > 900.0
    assert 0.0 <= beyond.y <= 600.0
