"""Boxes round events of a column."""

from __future__ import annotations

from tests.layout.chart_checks import holds, text_rect
from tests.layout.made_cases import chain, event, solved
from tests.layout.made_sheets import order_sheet, seven_lanes
from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import Rect
from timeline_app.layout.column_ties import column_ties
from timeline_app.layout.order_cards import CardArrangement
from timeline_app.layout.order_chips import ChipArrangement
from timeline_app.layout.order_groups import Tied, tie_boxes
from timeline_app.layout.standing import own_standing

PAIR = solved(event(0), event(1, kind=Kind.LEAK))


def round_cards(chronology: Chronology, column: float = 200.0) -> tuple[Tied, CardArrangement]:
    sheet = order_sheet(chronology, column)
    ties = column_ties(own_standing(chronology), frozenset())
    made = CardArrangement(sheet, ties)
    made.place_in(seven_lanes(120.0))
    return tie_boxes(sheet, made, ties, []), made


def round_chips(column: float, taken: list[Rect]) -> tuple[Tied, ChipArrangement]:
    sheet = order_sheet(PAIR, column)
    made = ChipArrangement(sheet)
    made.place_in(seven_lanes(120.0))
    return tie_boxes(sheet, made, column_ties(own_standing(PAIR), frozenset()), taken), made


def test_a_box_goes_closely_round_its_cards() -> None:
    tied, made = round_cards(PAIR)
    (group,) = tied.groups
    first, second = made.place_of(0), made.place_of(1)
    assert holds(group.rect, first)
    assert holds(group.rect, second)
    assert group.rect.x > first.x - 10
    assert group.rect.bottom < second.bottom + 10


def test_its_words_stand_above_the_cards() -> None:
    tied, made = round_cards(PAIR)
    (group,) = tied.groups
    assert [line.text for line in group.label] == ["order not established"]
    for line, words in zip(group.label, tied.words, strict=True):
        assert text_rect(line) == words
        assert holds(group.rect, words)
        assert words.bottom <= made.place_of(0).y


def test_who_is_not_concerned_is_left_out() -> None:
    chronology = solved(*chain("A", "B"))
    tied, _ = round_cards(chronology)
    assert tied == Tied((), ())


def test_round_chips_a_box_marks_the_column() -> None:
    tied, made = round_chips(130.0, [])
    (group,) = tied.groups
    assert (group.rect.x, group.rect.right) == (101.0, 229.0)
    assert group.rect.y < made.place_of(0).y
    assert [line.text for line in group.label] == ["order not", "established"]
    assert all(holds(group.rect, words) for words in tied.words)


def test_words_that_would_touch_something_are_left_out() -> None:
    tied, _ = round_chips(130.0, [Rect(0.0, 0.0, 900.0, 840.0)])
    assert tied.groups[0].label == ()
    assert tied.words == ()
    assert round_chips(40.0, [])[0].groups[0].label == ()
