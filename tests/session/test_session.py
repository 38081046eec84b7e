"""The session as a whole: with nothing in it nothing happens."""

from __future__ import annotations

from timeline_app.case.model import Kind
from timeline_app.session.case_view import Axis
from timeline_app.session.change import Change
from timeline_app.session.session import Session


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
