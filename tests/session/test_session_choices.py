"""What a reviewer chooses to see."""

from __future__ import annotations

from pathlib import Path

from timeline_app.case.model import Basis, Kind
from timeline_app.layout.chart import LanesBy
from timeline_app.session.change import Change
from timeline_app.session.comparing import Side
from timeline_app.session.filtering import EventFilter
from timeline_app.session.session import Session


def test_a_filter_belongs_to_its_case(session: Session) -> None:
    session.show_actor("feng", shown=False)
    assert session.hidden_events == {0, 1}
    session.step_case(1)
    assert session.hidden_events == frozenset()
    session.step_case(-1)
    assert session.hidden_events == {0, 1}
    session.set_filter(EventFilter())
    assert session.hidden_events == frozenset()


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


def test_the_shown_source_is_the_chosen_one_or_the_one_that_tells(session: Session) -> None:
    assert session.shown_source == 0
    session.choose_source(1)
    assert session.shown_source == 1


def test_kinds_are_hidden_in_both_linked_cases_actors_in_one(compared: Session) -> None:
    compared.show_kind(Kind.CONTACT, shown=False)
    assert (compared.hidden_in(0), compared.hidden_in(2)) == ({0}, {0})
    compared.show_actor("feng", shown=False)
    assert compared.hidden_in(0) == {0, 1}
    assert compared.hidden_in(2) == {0}
    compared.activate(Side.B)
    compared.clear_filter()
    assert compared.hidden_in(2) == frozenset()
    assert compared.hidden_in(0) == {0, 1}  # by who takes part, which is chosen for each case
    compared.set_manner(compared.manner._replace(linked=False))
    compared.show_kind(Kind.LEAK, shown=False)
    assert compared.hidden_in(2) == {2}
    assert compared.hidden_in(0) == {0, 1}
