"""What a reviewer chooses to see."""

from __future__ import annotations

from pathlib import Path

from timeline_app.case.model import Basis
from timeline_app.layout.chart import LanesBy
from timeline_app.session.change import Change
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
