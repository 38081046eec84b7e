"""Cards on the order axis."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.layout.chart_checks import holds, text_rect
from tests.layout.made_cases import after, event, solved, vague_events
from tests.layout.made_sheets import order_sheet, seven_lanes
from timeline_app.case.model import Kind, Shape
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import BarFill
from timeline_app.layout.column_ties import column_ties
from timeline_app.layout.order_cards import (
    CARD_COLUMN,
    CARD_MOST,
    SHAPE_ROOM,
    CardArrangement,
    CardSize,
    tie_lines,
    topmost,
)
from timeline_app.layout.order_sheet import MOST_STACKED
from timeline_app.layout.standing import own_standing

LONG = "A title that is much longer than a card is wide, and then some"


def cards(chronology: Chronology, column: float = 200.0, *, tied: bool = False) -> CardArrangement:
    ties = column_ties(own_standing(chronology), frozenset()) if tied else {}
    made = CardArrangement(order_sheet(chronology, column), ties)
    made.place_in(seven_lanes(900.0))
    return made


@pytest.mark.parametrize("column", [CARD_COLUMN, 150.0, 200.0, 260.0, 900.0])
def test_a_card_leaves_a_gap_for_the_arrows(column: float) -> None:
    size = CardSize.of(column)
    assert size.width <= CARD_MOST
    assert column - size.width >= 24.0
    assert size.text > 50.0


def test_the_narrower_the_more_lines() -> None:
    assert [CardSize.of(column).lines for column in (CARD_COLUMN, 160.0, 300.0)] == [3, 3, 2]


def test_a_card_is_as_high_as_its_title_needs() -> None:
    made = cards(solved(event(0, title="Short"), event(1, title=LONG, kind=Kind.ARREST)))
    short, long = made.place_of(0), made.place_of(1)
    assert short.height < long.height
    assert made.contents_height(0) == short.height
    (first, second), _ = made.marks()
    assert len(first.label) == 1
    assert len(second.label) == made.size.lines
    assert second.elided


def test_the_cards_of_a_cell_stand_in_stepping_order_in_the_middle() -> None:
    made = cards(solved(event(0), event(1), event(2)))
    places = [made.place_of(number) for number in range(3)]
    assert [place.x for place in places] == [places[0].x] * 3
    assert places[0].bottom < places[1].y < places[1].bottom < places[2].y
    assert places[0].y + places[2].bottom == pytest.approx(900.0)
    assert places[0].x + places[0].width / 2 == pytest.approx(200.0)


def test_a_comb_at_the_foot_has_room() -> None:
    made = cards(solved(event(0), event(1, shape=Shape.REPEATED)))
    assert made.place_of(1).height == made.place_of(0).height + SHAPE_ROOM
    (_, repeated), _ = made.marks()
    (bar,) = repeated.bars
    assert bar.fill is BarFill.COMB
    assert repeated.card is not None
    assert holds(repeated.card, bar.rect)
    assert text_rect(repeated.label[-1]).bottom <= bar.rect.y


def test_a_span_has_no_bar_which_would_say_that_it_certainly_goes_on() -> None:
    made = cards(solved(event(0), event(1, shape=Shape.SPAN)))
    assert made.place_of(1).height == made.place_of(0).height
    assert all(mark.bars == () for mark in made.marks()[0])


def test_what_is_vague_is_marked() -> None:
    made = cards(solved(*vague_events()))
    assert {mark.event for mark in made.marks()[0] if mark.vague} == {1, 2, 3}


def test_very_many_stand_side_by_side_as_far_as_there_is_room() -> None:
    chronology = solved(*(event(number) for number in range(40)))
    narrow, wide = cards(chronology, 200.0), cards(chronology, 1100.0)
    marks, (rest,) = narrow.marks()
    assert len(marks) == MOST_STACKED - 1
    assert rest.count == 40 - len(marks)
    assert narrow.place_of(39) == rest.rect
    marks, clusters = wide.marks()
    assert len(marks) == 40
    assert clusters == []
    assert len({mark.area.x for mark in marks}) == 5


def test_above_a_tie_there_is_room_for_its_words() -> None:
    chronology = solved(event(0), event(1))
    plain, tied = cards(chronology), cards(chronology, tied=True)
    assert tied.contents_height(0) > plain.contents_height(0)
    assert tied.place_of(0).y > plain.place_of(0).y


def test_the_topmost_event_of_a_tie() -> None:
    chronology = solved(event(0, kind=Kind.LEAK), event(1), event(2))
    (tie,) = column_ties(own_standing(chronology), frozenset()).values()
    assert topmost(order_sheet(chronology, 200.0), tie) == 1


def test_words_without_room_are_left_out() -> None:
    sheet = order_sheet(solved(event(0)), 200.0)
    assert tie_lines(sheet, "order not established", 80.0) == ("order not", "established")
    assert tie_lines(sheet, "order not established", 40.0) == ()


WHOLE = "A courier carries a sealed envelope across the river and is seen doing so by a neighbour"


def whole_cards(chronology: Chronology, column: float, first: float = 0.0) -> CardArrangement:
    sheet = replace(order_sheet(chronology, column, first), whole=True)
    made = CardArrangement(sheet, {})
    made.place_in(seven_lanes(900.0))
    return made


def test_on_a_page_a_card_holds_its_whole_title() -> None:
    made = whole_cards(solved(event(0, title=WHOLE), event(1, title="Short")), 200.0)
    marks, clusters = made.marks()
    whole = next(mark for mark in marks if mark.event == 0)
    assert " ".join(line.text for line in whole.label) == WHOLE
    assert not whole.elided
    assert not clusters
    assert whole.card is not None
    assert all(holds(whole.card, text_rect(line)) for line in whole.label)


def test_on_a_page_many_cards_of_a_cell_stand_side_by_side_and_none_is_counted() -> None:
    made = whole_cards(solved(*(event(number, title=WHOLE) for number in range(30))), 800.0)
    marks, clusters = made.marks()
    assert len(marks) == 30
    assert not clusters
    assert len({mark.area.x for mark in marks}) == 4
    assert not any(
        one.area.overlaps(other.area) for at, one in enumerate(marks) for other in marks[:at]
    )


def test_on_a_page_cards_are_no_wider_than_what_they_hold() -> None:
    chronology = solved(*(event(number) for number in range(30)))
    sheet = replace(
        order_sheet(chronology, 800.0), whole=True, numbers=tuple(map(str, range(1, 31)))
    )
    made = CardArrangement(sheet, {})
    made.place_in(seven_lanes(900.0))
    assert made.size.width < 60
    labels = {line.text for mark in made.marks()[0] for line in mark.label}
    assert labels == set(map(str, range(1, 31)))
    assert all(mark.elided for mark in made.marks()[0])


def test_on_a_page_only_what_is_in_view_makes_a_lane_higher() -> None:
    chronology = solved(event(0), event(1, title=WHOLE * 3, constraints=(after(0),)))
    assert whole_cards(chronology, 800.0).contents_height(0) < whole_cards(
        chronology, 800.0, first=1.0
    ).contents_height(0)
    beyond = whole_cards(chronology, 800.0).place_of(1)
    assert beyond.x >= 900.0
    assert 0.0 <= beyond.y <= 900.0
