"""The files of a session: opened, read anew, closed; alone and while two are compared."""

from __future__ import annotations

from tests.session.conftest import ids
from tests.session.small_cases import broken, four_events, opened
from timeline_app.session.change import Change
from timeline_app.session.session import Session


def test_the_first_readable_case_is_shown_with_its_first_event() -> None:
    session = Session()
    session.add_cases([broken(), opened(four_events())])
    assert session.current is not None
    assert session.current.number == 1
    assert ids(session) == "met"


def test_a_broken_file_alone_is_shown_without_a_view() -> None:
    session = Session()
    session.add_cases([broken()])
    assert session.current is not None
    assert session.view is None
    assert session.chronology is None


def test_cases_added_later_in_the_background_do_not_take_the_window(
    session: Session, told: list[Change]
) -> None:
    session.add_cases([opened(four_events("third"))], show=False)
    assert session.current is not None
    assert session.current.number == 0
    assert told == [Change.CASES]


def test_a_file_opened_again_is_read_anew_in_its_place(session: Session) -> None:
    session.step(1)
    session.add_cases([opened(four_events())])
    assert [entry.number for entry in session.entries] == [0, 1]
    assert ids(session) == "met"


def test_closing_the_shown_case_shows_its_neighbour(session: Session) -> None:
    session.show_case(1)
    session.close_case(1)
    assert session.current is not None
    assert session.current.number == 0
    session.close_case(0)
    assert session.current is None
    assert session.selected is None


def test_a_case_solved_anew_keeps_its_view(session: Session) -> None:
    session.select(2)
    entry = session.current
    assert entry is not None
    session.replace_opened(entry.number, opened(four_events()))
    assert session.selected == 2
    session.replace_opened(99, opened(four_events()))
    assert len(session.entries) == 2


def test_only_the_list_changes_where_another_file_than_the_shown_one_does(
    session: Session, told: list[Change]
) -> None:
    """So that nothing that shows the case is filled anew while the others are opened."""
    session.replace_opened(1, opened(four_events("second")))
    session.close_case(1)
    session.add_cases([opened(four_events("third"))], show=False)
    assert told == [Change.CASES] * 3
    session.replace_opened(0, opened(four_events()))
    assert told[-1] & Change.CURRENT


def test_a_compared_case_that_is_closed_ends_the_comparison(compared: Session) -> None:
    """The other one is shown, by itself."""
    compared.close_case(1)
    assert compared.comparing is not None
    compared.close_case(0)
    assert compared.comparing is None
    assert compared.current is not None
    assert compared.current.number == 2


def test_a_step_in_the_list_shows_the_other_case_or_takes_the_side(compared: Session) -> None:
    compared.step_case(1)
    assert compared.comparing is not None
    assert (compared.comparing.a, compared.comparing.b) == (1, 2)
    compared.step_case(1)
    assert (compared.comparing.a, compared.comparing.b) == (1, 2)
    assert compared.current is not None
    assert compared.current.number == 2
