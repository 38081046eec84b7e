"""Comparing two cases through the session: which, and how they are held against each other."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.session.conftest import chosen, settle
from tests.session.small_cases import broken, empty, hired, opened
from timeline_app.case.comparing.anchors import Which
from timeline_app.case.model import Kind
from timeline_app.layout.comparison.align import Align
from timeline_app.session.case_view import Axis
from timeline_app.session.change import Change
from timeline_app.session.comparing import Manner, Side
from timeline_app.session.session import Session


def numbers(session: Session) -> tuple[int, int] | None:
    comparing = session.comparing
    return (comparing.a, comparing.b) if comparing is not None else None


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (0, 9, "One of the two cases is not open any more."),
        (0, 2, "‘broken.case.json’ does not open, so there is nothing to compare with."),
        (3, 0, "‘Nothing’ has no events, so there is nothing to compare."),
    ],
)
def test_what_can_not_be_compared_is_said_and_nothing_changes(
    session: Session, told: list[Change], a: int, b: int, words: str
) -> None:
    session.add_cases([broken(), opened(empty())], show=False)
    told.clear()
    assert session.compare(a, b) == words
    assert session.comparing is None
    assert told == []


def test_a_case_compared_with_itself_has_a_twin(session: Session) -> None:
    assert session.compare(0, 0) == ""
    settle(session)
    comparing, comparison = session.comparing, session.comparison
    assert comparing is not None
    assert comparison is not None
    assert comparing.a == 0 != comparing.b
    assert [(pair.a, pair.b) for pair in comparison.pairs] == [(one, one) for one in range(4)]
    session.activate(Side.B)
    assert session.active_side is Side.B
    session.leave_comparison()
    assert session.compare(0, 0) == ""
    assert len(session.entries) == 3


def test_swapping_turns_what_is_known(compared: Session) -> None:
    before = compared.compared
    assert before is not None
    compared.swap()
    after = compared.compared
    assert after is not None
    assert compared.wanted is None
    assert (after.standings.a, after.standings.b) == (before.standings.b, before.standings.a)
    assert chosen(compared) == (0, 0)
    compared.swap()
    assert compared.comparison is not None
    assert compared.comparison.pairs == before.comparison.pairs


def test_a_file_read_anew_that_holds_the_same_is_shown_meanwhile(compared: Session) -> None:
    known = compared.comparison
    compared.add_cases([opened(hired())], show=False)
    assert compared.wanted is not None
    assert compared.comparison is known
    settle(compared)
    assert compared.comparison is not known
    changed = hired()
    compared.add_cases([opened(replace(changed, title="Another title"))], show=False)
    assert compared.comparison is None


def test_the_shown_case_stays_shown_where_it_is_one_of_the_two(session: Session) -> None:
    session.show_case(1)
    assert session.compare(0, 1) == ""
    assert session.active_side is Side.B
    session.add_cases([opened(hired())])
    session.leave_comparison()
    session.show_case(2)
    session.compare(0, 1)
    assert session.active_side is Side.A


def test_a_third_case_takes_the_active_side(compared: Session) -> None:
    compared.activate(Side.B)
    compared.show_case(1)
    assert numbers(compared) == (0, 1)
    assert compared.compared is None
    settle(compared)
    assert compared.comparison is not None
    compared.show_case(0)
    assert numbers(compared) == (0, 1)
    assert compared.active_side is Side.A


def test_a_case_that_can_not_be_compared_takes_its_side_with_words(compared: Session) -> None:
    compared.add_cases([broken()])
    assert numbers(compared) == (3, 2)
    assert compared.wanted is None
    assert compared.obstacle.startswith("‘broken.case.json’ does not open")
    compared.show_case(1)
    assert compared.obstacle == ""
    assert compared.wanted is not None


def test_exchanging_and_putting_cases_on_sides(compared: Session) -> None:
    compared.swap()
    assert numbers(compared) == (2, 0)
    assert compared.active_side is Side.B
    settle(compared)
    assert compared.partner(Side.A, 2) == 1
    assert compared.put_on(Side.A, 2) == "This case is A already."
    assert compared.put_on(Side.A, 0) == ""
    assert numbers(compared) == (0, 2)
    assert compared.put_on(Side.A, 1) == ""
    assert numbers(compared) == (1, 2)
    compared.add_cases([broken()], show=False)
    assert compared.put_on(Side.A, 3).startswith("‘broken.case.json’")
    compared.leave_comparison()
    assert compared.put_on(Side.A, 0).startswith("There is no comparison")


def test_leaving_tells_once_and_shows_the_active_case(
    compared: Session, told: list[Change]
) -> None:
    compared.activate(Side.B)
    told.clear()
    compared.leave_comparison()
    compared.leave_comparison()
    assert len(told) == 1
    assert told[0] & Change.COMPARING
    assert told[0] & Change.CURRENT
    assert compared.current is not None
    assert compared.current.number == 2


def test_aligning_on_axes_and_on_day_zero(compared: Session) -> None:
    assert compared.axis is Axis.ORDER
    compared.set_axis(Axis.CALENDAR)
    assert compared.axis is Axis.CALENDAR
    settle(compared)
    assert compared.compared is not None
    assert compared.compared.align is Align.CALENDAR
    compared.align_on_kind(Which.FIRST, Kind.LEAK)
    settle(compared)
    assert compared.axis is None
    assert compared.compared.standings.a.relative
    compared.align_on_kind(Which.FIRST, Kind.RECRUITMENT)
    settle(compared)
    assert (compared.compared.standings.a.missing, compared.compared.standings.b.missing) == (
        True,
        False,
    )


def test_the_chosen_events_as_day_zero(compared: Session) -> None:
    compared.select(1)
    assert chosen(compared) == (1, 2)
    assert compared.align_on_chosen()
    settle(compared)
    assert compared.compared is not None
    assert [one.event if one else None for one in compared.compared.wanted.anchors] == [1, 2]
    compared.select(None)
    assert not compared.align_on_chosen()


def test_the_calendar_where_both_cases_open_with_it(session: Session) -> None:
    session.compare(0, 1)
    assert session.comparing is not None
    assert session.comparing.align is Align.ORDER


def test_a_manner_is_told_once_and_outlives_the_comparison(
    compared: Session, told: list[Change]
) -> None:
    manner = Manner(stacked=False, linked=False, folded=False, by_events=True)
    compared.set_manner(manner)
    compared.set_manner(manner)
    assert len(told) == 1
    compared.leave_comparison()
    assert compared.manner == manner


def test_linked_again_both_show_what_the_active_one_shows(compared: Session) -> None:
    compared.set_manner(Manner(linked=False))
    compared.zoom_side(Side.B, 0.5, 0.0)
    assert compared.side_stretch(Side.A) != compared.side_stretch(Side.B)
    narrow = compared.side_stretch(Side.B)
    compared.activate(Side.B)
    compared.set_manner(Manner(linked=True))
    assert compared.side_stretch(Side.A) == compared.side_stretch(Side.B) == narrow
