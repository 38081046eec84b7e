"""What a picture shows."""

from __future__ import annotations

from tests.session.small_cases import four_events
from timeline_app.case.solving.chronology import solve_case
from timeline_app.pictures.subjects import CaseSubject, OneCase


def test_by_default_everything_is_shown_and_nothing_else_is_known() -> None:
    subject = CaseSubject(OneCase(solve_case(four_events())))
    assert not subject.case.hidden
    assert subject.case.filter.is_clear
    assert (subject.calendar, subject.columns, subject.today) == (None, None, None)
    assert subject.case.sha256 == ""
