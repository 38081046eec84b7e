"""What is still to be worked out, what has come of it, and the pairs made by hand."""

from __future__ import annotations

from msgspec.structs import replace

from tests.session.conftest import settle
from tests.session.small_cases import four_events, hired, opened
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Basis
from timeline_app.case.solving.chronology import solve_case
from timeline_app.layout.comparison.align import Align
from timeline_app.session.change import Change
from timeline_app.session.compared import work_out
from timeline_app.session.comparing import Side
from timeline_app.session.session import Session


def test_nothing_is_wanted_without_a_comparison_and_once_it_is_there(
    session: Session, compared: Session
) -> None:
    assert compared.wanted is None
    assert Session().wanted is None
    assert Session().compared is None
    assert Session().side_stretch(Side.A) is None


def test_what_no_longer_fits_is_dropped(session: Session, told: list[Change]) -> None:
    session.add_cases([opened(hired())], show=False)
    session.compare(0, 1)
    assert session.wanted is not None
    late = work_out(session.wanted)
    session.put_on(Side.B, 2)
    told.clear()
    session.take_compared(late)
    assert told == []
    assert session.compared is None
    session.leave_comparison()
    session.take_compared(late)
    assert session.compared is None


def test_cases_solved_anew_stay_shown_until_they_are_compared_anew(compared: Session) -> None:
    before = compared.compared
    entry = compared.side_entry(Side.A)
    assert before is not None
    assert entry is not None
    case = entry.opened.reading.case
    assert case is not None
    anew = solve_case(case, frozenset({Basis.STATED}))
    compared.replace_opened(0, entry.opened.with_chronology(anew))
    assert compared.compared is before
    assert compared.wanted is not None
    assert compared.wanted.known is None
    settle(compared)
    assert compared.comparison is not None
    assert compared.comparison.a is anew


def test_another_alignment_needs_no_other_comparison(compared: Session) -> None:
    before = compared.comparison
    compared.align(Align.CALENDAR)
    assert compared.wanted is not None
    assert compared.wanted.known is before
    settle(compared)
    assert compared.comparison is before


def test_a_case_read_anew_is_not_shown_with_what_was_worked_out_of_the_other_one(
    compared: Session,
) -> None:
    compared.align_on_chosen()
    settle(compared)
    changed = replace(four_events(), title="Another title")
    compared.add_cases([opened(changed)], show=False)
    assert compared.compared is None
    assert compared.comparing is not None
    assert compared.comparing.align is Align.ORDER
    settle(compared)
    assert compared.comparison is not None


def test_cancelled_what_held_before_holds_again(compared: Session) -> None:
    compared.align(Align.CALENDAR)
    compared.set_manner(compared.manner._replace(folded=False))
    compared.give_up_comparing()
    assert compared.wanted is None
    assert compared.comparing is not None
    assert compared.comparing.align is Align.ORDER
    assert compared.manner.folded


def test_cancelled_with_nothing_to_go_back_to_the_comparison_is_left(compared: Session) -> None:
    compared.put_on(Side.B, 1)
    compared.give_up_comparing()
    assert compared.comparing is None
    compared.give_up_comparing()


def test_pairs_made_by_hand_are_kept_for_both_ways_round(
    compared: Session, told: list[Change]
) -> None:
    choices = PairChoices().with_pair("noticed", "signed")
    compared.set_pair_choices(choices)
    compared.set_pair_choices(choices)
    assert told == [Change.PAIRS | Change.COMPARING]
    settle(compared)
    assert compared.partner(Side.A, 2) == 1
    assert compared.partner(Side.B, 1) == 2
    assert compared.pairs.of("hired", "four") == choices.mirrored()
    compared.swap()
    settle(compared)
    assert compared.partner(Side.A, 1) == 2
    compared.leave_comparison()
    assert compared.pair_choices == PairChoices()
