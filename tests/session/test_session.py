"""The session through its public methods, with a listener that writes down what it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.small_cases import broken, empty, four_events, opened
from timeline_app.case.model import Basis, Kind
from timeline_app.layout.chart import LanesBy
from timeline_app.session.case_view import Axis
from timeline_app.session.change import Change
from timeline_app.session.filtering import EventFilter
from timeline_app.session.session import Session


@pytest.fixture
def told() -> list[Change]:
    return []


@pytest.fixture
def session(told: list[Change]) -> Session:
    session = Session()
    session.add_cases([opened(four_events()), opened(four_events("second"))])
    session.subscribe(told.append)
    return session


def ids(session: Session) -> str | None:
    if session.chronology is None or session.selected is None:
        return None
    return session.chronology.case.events[session.selected].id


def test_an_empty_session_does_nothing_and_says_nothing(told: list[Change]) -> None:
    session = Session()
    session.subscribe(told.append)
    for act in (session.step, session.step_same_kind, session.step_to_end, session.step_case):
        act(1)
    session.go(-1)
    session.select(0)
    session.zoom(2.0)
    session.pan(0.5)
    session.see(0.0, 1.0)
    session.fit_case()
    session.fit_selection()
    session.set_axis(Axis.CALENDAR)
    session.show_kind(Kind.LEAK, shown=False)
    session.choose_source(0)
    session.close_case(7)
    assert told == []
    assert session.current is None
    assert session.visible_order() == ()


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


def test_a_case_without_events_has_nothing_to_choose() -> None:
    session = Session()
    session.add_cases([opened(empty())])
    session.step(1)
    assert session.view is not None
    assert session.selected is None


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


def test_a_filter_belongs_to_its_case(session: Session) -> None:
    session.show_actor("feng", shown=False)
    assert session.hidden_events == {0, 1}
    session.step_case(1)
    assert session.hidden_events == frozenset()
    session.step_case(-1)
    assert session.hidden_events == {0, 1}
    session.set_filter(EventFilter())
    assert session.hidden_events == frozenset()


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


def test_closing_the_shown_case_shows_its_neighbour(session: Session) -> None:
    session.show_case(1)
    session.close_case(1)
    assert session.current is not None
    assert session.current.number == 0
    session.close_case(0)
    assert session.current is None
    assert session.selected is None


def test_a_second_choice_is_kept_until_it_is_given_up(session: Session) -> None:
    session.choose_other(0)
    session.step(1)
    assert (session.selected, session.other) == (1, 0)
    session.choose_other(None)
    assert session.other is None


def test_zoom_pan_and_fit_on_the_order_axis(session: Session) -> None:
    session.set_axis(Axis.ORDER)
    assert session.view is not None
    whole = session.view.columns
    session.zoom(0.5)
    narrow = session.view.columns
    assert narrow.length == pytest.approx(whole.length / 2)
    session.pan(-10.0)
    assert session.view.columns.first == 0.0
    session.fit_case()
    assert session.view.columns == whole


def test_zoom_on_the_calendar_axis_ends_at_a_minute_and_at_ten_thousand_years(
    session: Session,
) -> None:
    session.set_axis(Axis.CALENDAR)
    for _ in range(80):
        session.zoom(0.5)
    assert session.view is not None
    assert session.view.calendar is not None
    assert session.view.calendar.length == 60
    for _ in range(80):
        session.zoom(2.0)
    assert session.view.calendar.length == 10_000 * 31_556_952


def test_choosing_an_event_that_is_out_of_sight_brings_it_back(session: Session) -> None:
    session.set_axis(Axis.CALENDAR)
    session.see_seconds(-(10**12), -(10**12) + 60)
    session.step_to_end(1)
    assert session.view is not None
    assert session.view.calendar is not None
    assert session.chronology is not None
    window = session.chronology.bounds(3).start
    assert window.earliest is not None
    assert window.latest is not None
    assert window.earliest <= session.view.calendar.end
    assert session.view.calendar.start <= window.latest


def test_fit_selection_shows_both_chosen_events(session: Session) -> None:
    session.set_axis(Axis.ORDER)
    session.select(0)
    session.choose_other(3)
    session.fit_selection()
    assert session.view is not None
    assert session.view.columns.first == 0.0
    assert session.chronology is not None
    assert session.view.columns.last >= session.chronology.layers[3] + 1


def test_stated_statements_can_not_be_switched_off(session: Session, told: list[Change]) -> None:
    session.set_bases(frozenset())
    assert session.bases == {Basis.STATED}
    session.set_bases(frozenset())
    assert told == [Change.BASES]


def test_lanes_and_text_places(session: Session, told: list[Change]) -> None:
    session.set_lanes_by(LanesBy.ACTOR)
    session.set_lanes_by(LanesBy.ACTOR)
    session.add_text_place(Path("/a"))
    session.add_text_place(Path("/b"))
    session.add_text_place(Path("/a"))
    assert session.text_places == (Path("/a"), Path("/b"))
    assert told == [Change.AXIS, *[Change.TEXT_PLACES] * 3]


def test_a_case_solved_anew_keeps_its_view(session: Session) -> None:
    session.select(2)
    entry = session.current
    assert entry is not None
    session.replace_opened(entry.number, opened(four_events()))
    assert session.selected == 2
    session.replace_opened(99, opened(four_events()))
    assert len(session.entries) == 2


def test_the_shown_source_is_the_chosen_one_or_the_one_that_tells(session: Session) -> None:
    assert session.shown_source == 0
    session.choose_source(1)
    assert session.shown_source == 1


def test_a_listener_that_left_is_told_nothing(session: Session, told: list[Change]) -> None:
    session.unsubscribe(told.append)
    session.hover(1)
    assert told == []
    assert session.hovered == 1


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
