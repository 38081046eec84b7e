"""What is said of two cases, and of where one stands in them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.session.conftest import settle
from tests.session.small_cases import broken, four_events, opened
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Event, Kind
from timeline_app.layout.comparison.align import Align
from timeline_app.session.comparing import Anchors, Manner, Side
from timeline_app.session.comparing_words import (
    WAITING,
    align_words,
    shared_line,
    where_in_steps,
    where_one_stands,
)
from timeline_app.session.session import Session

LEAK = Anchor(Which.FIRST, Kind.LEAK)
CHOSEN = Anchor(Which.CHOSEN, event=1)


@pytest.mark.parametrize(
    ("align", "anchors", "words"),
    [
        (Align.ORDER, (None, None), "order"),
        (Align.CALENDAR, (None, None), "the calendar"),
        (Align.DAY_ZERO, (LEAK, LEAK), "the first leak"),
        (Align.DAY_ZERO, (None, Anchor(Which.LAST, Kind.ARREST)), "the last arrest"),
        (Align.DAY_ZERO, (CHOSEN, CHOSEN), "the chosen events"),
    ],
)
def test_what_two_cases_are_aligned_on(align: Align, anchors: Anchors, words: str) -> None:
    assert align_words(align, anchors) == words


def test_the_shared_line(compared: Session) -> None:
    assert shared_line(compared) == (
        "3 pairs · detection only in A · recruitment only in B · sentencing in neither · "
        "aligned on order"
    )
    compared.put_on(Side.B, 1)
    assert shared_line(compared) == WAITING
    assert where_one_stands(compared) == WAITING
    compared.add_cases([broken()])
    assert shared_line(compared).startswith("‘broken.case.json’ does not open")
    compared.leave_comparison()
    assert shared_line(compared) == ""


def test_where_one_stands_among_pairs(compared: Session) -> None:
    compared.step(1)
    assert where_one_stands(compared) == (
        "pair 2 of 3 · leak · A “Papers change hands” with B “He sells papers”"
    )
    assert where_in_steps(compared) == "pair 2 of 3"
    compared.activate(Side.B)
    assert "A “Papers change hands” with B" in where_one_stands(compared)


def test_an_event_without_a_partner(compared: Session) -> None:
    compared.select(2)
    assert where_one_stands(compared) == (
        "A “Somebody notices” · detection · no later than 1 March 2025 · "
        "not paired with an event of B · B “He is greeted” is chosen too"
    )
    assert where_in_steps(compared) == "pair – of 3"
    compared.set_manner(Manner(by_events=True))
    compared.go_to_pair(2, None)
    assert where_one_stands(compared).endswith("not paired with an event of B")
    assert where_in_steps(compared).endswith(" of 5")
    compared.select(None)
    assert where_one_stands(compared) == "A · no event is chosen"


def test_a_pair_made_by_hand_says_so_and_what_the_orders_do_not_allow(compared: Session) -> None:
    choices = PairChoices().with_pair("noticed", "signed").with_pair("arrest", "greeted")
    compared.set_pair_choices(choices)
    settle(compared)
    compared.select(2)
    assert where_one_stands(compared) == (
        "pair 1 of 2, by hand · detection with recruitment · A “Somebody notices” with B “He signs”"
        " · the orders of the cases do not allow them one column"
    )
    compared.select(3)
    assert ", by hand · arrest with contact · " in where_one_stands(compared)
    compared.set_pair_choices(PairChoices())
    settle(compared)
    assert "by hand" not in where_one_stands(compared)


def test_a_pair_of_another_kind_says_which_label_made_it(compared: Session) -> None:
    events = (Event("x", Kind.OTHER, "One thing", label="back ground"),)
    alike = (Event("y", Kind.OTHER, "Another thing", label="Background"),)
    first, second = four_events("left"), four_events("right")
    compared.add_cases(
        [
            opened(replace(first, events=(*events, *first.events))),
            opened(replace(second, events=(*alike, *second.events))),
        ],
        show=False,
    )
    numbers = [entry.number for entry in compared.entries[-2:]]
    compared.compare(numbers[0], numbers[1])
    settle(compared)
    compared.activate(Side.A)
    compared.select(0)
    words = "both labelled “back ground” · A “One thing” with B “Another thing”"
    assert words in where_one_stands(compared)
    compared.set_pair_choices(PairChoices().with_pair("x", "y"))
    settle(compared)
    assert ", by hand · back ground with Background · A" in where_one_stands(compared)


def test_where_a_case_has_no_place_nothing_is_told_as_if_it_were_shown(compared: Session) -> None:
    compared.align_on_kind(Which.LAST, Kind.RECRUITMENT)
    settle(compared)
    assert where_one_stands(compared).startswith("no event of A has a place here · pair 1 of 3 · ")
    compared.align_on_kind(Which.FIRST, Kind.SENTENCING)
    settle(compared)
    assert where_one_stands(compared).startswith("no event of either has a place here · pair 1")
    compared.align(Align.ORDER)
    settle(compared)
    assert where_one_stands(compared).startswith("pair 1 of 3 · ")


def test_one_case_by_itself_is_spoken_of_as_ever() -> None:
    session = Session()
    session.add_cases([opened(four_events())])
    assert where_one_stands(session).startswith("1 of 4 · contact")
    assert where_in_steps(session) == "1 of 4"


def test_a_hidden_event_of_a_pair(compared: Session) -> None:
    compared.select(1)
    compared.show_kind(Kind.LEAK, shown=False)
    assert where_one_stands(compared).startswith("hidden · leak · ")


def test_what_is_chosen_in_the_other_case_is_said_where_it_is_not_the_partner(
    compared: Session,
) -> None:
    assert "is chosen" not in where_one_stands(compared)
    compared.set_manner(compared.manner._replace(linked=False))
    compared.activate(Side.B)
    compared.select(2)
    words = where_one_stands(compared)
    assert words.endswith("in A “They meet” is chosen")
