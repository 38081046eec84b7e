"""Choosing events by hand and by steps, in one case and in two linked ones."""

from __future__ import annotations

import pytest

from tests.session.conftest import chosen, ids, settle
from tests.session.small_cases import empty, hired, opened
from timeline_app.case.model import Kind
from timeline_app.session.change import Change
from timeline_app.session.comparing import Manner, Side
from timeline_app.session.session import Session


def test_a_case_without_events_has_nothing_to_choose() -> None:
    session = Session()
    session.add_cases([opened(empty())])
    session.step(1)
    assert session.view is not None
    assert session.selected is None


def test_stepping_follows_the_order_of_the_case(session: Session) -> None:
    seen = [ids(session)]
    for _ in range(5):
        session.step(1)
        seen.append(ids(session))
    assert seen == ["met", "papers", "noticed", "arrest", "arrest", "arrest"]
    session.step_to_end(-1)
    assert ids(session) == "met"
    session.step_to_end(1)
    assert ids(session) == "arrest"


def test_each_choice_is_told_once(session: Session, told: list[Change]) -> None:
    session.select(2)
    session.select(2)
    assert len(told) == 1
    assert told[0] & Change.SELECTION


def test_hidden_events_are_passed_over(session: Session) -> None:
    session.show_kind(Kind.LEAK, shown=False)
    session.step(1)
    assert ids(session) == "noticed"
    assert session.hidden_events == {1}
    session.clear_filter()
    session.step(-1)
    assert ids(session) == "papers"


def test_back_and_forward_lead_through_cases(session: Session) -> None:
    session.step(1)
    session.step_case(1)
    session.step(1)
    session.go(-1)
    session.go(-1)
    assert session.current is not None
    assert (session.current.number, ids(session)) == (0, "papers")
    session.go(1)
    assert session.current is not None
    assert (session.current.number, ids(session)) == (1, "met")


def test_a_second_choice_is_kept_until_it_is_given_up(session: Session) -> None:
    session.choose_other(0)
    session.step(1)
    assert (session.selected, session.other) == (1, 0)
    session.choose_other(None)
    assert session.other is None


def test_two_cases_that_have_come_together_show_a_pair(session: Session) -> None:
    session.add_cases([opened(hired())], show=False)
    session.select(1)
    session.compare(0, 2)
    settle(session)
    assert chosen(session) == (1, 2)
    session.leave_comparison()
    session.select(2)  # it has no partner
    session.compare(0, 2)
    settle(session)
    assert chosen(session) == (0, 0)


@pytest.mark.parametrize(
    ("by_events", "expected"),
    [
        (False, [(1, 2), (3, 3), (3, 3)]),
        (True, [(2, None), (None, 1), (1, 2)]),
    ],
)
def test_steps_lead_through_both(
    compared: Session, *, by_events: bool, expected: list[tuple[int | None, int | None]]
) -> None:
    compared.set_manner(Manner(by_events=by_events))
    found = []
    for _ in expected:
        compared.step(1)
        found.append(chosen(compared))
    assert found == expected
    compared.go_to_pair(None, 1)
    assert compared.active_side is Side.B


def test_a_step_to_the_end_and_to_the_same_kind(compared: Session) -> None:
    compared.step_to_end(1)
    assert chosen(compared) == (3, 3)
    compared.step_to_end(-1)
    assert chosen(compared) == (0, 0)
    compared.step_same_kind(1)
    assert chosen(compared) == (0, 0)


def test_without_links_each_case_is_stepped_through_by_itself(compared: Session) -> None:
    compared.set_manner(Manner(linked=False))
    compared.step(1)
    assert chosen(compared) == (1, 0)
    compared.activate(Side.B)
    compared.step(1)
    assert chosen(compared) == (1, 1)


def test_the_partner_is_chosen_too_and_without_one_what_is_chosen_stays(
    compared: Session, told: list[Change]
) -> None:
    compared.select(1)
    assert chosen(compared) == (1, 2)
    assert len(told) == 1
    compared.select(2)
    assert chosen(compared) == (2, 2)
    compared.go(-1)
    assert chosen(compared) == (1, 2)


def test_a_stretch_between_stages_is_measured_in_both(compared: Session) -> None:
    compared.measure_both((0, 1), (0, 2))
    assert chosen(compared) == (0, 0)
    assert compared.other == 1
    compared.activate(Side.B)
    assert compared.other == 2


def test_what_lies_under_the_pointer_belongs_to_a_case(compared: Session) -> None:
    compared.hover_in(2, 1)
    assert compared.hovered is None
    assert compared.hovered_in(2) == 1
    compared.hover_in(2, None)
    assert compared.hovered_in(2) is None
