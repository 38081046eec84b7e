"""Moving about: what each movement changes, as flags."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.session.small_cases import chain, four_events
from timeline_app.case.civil import DAY
from timeline_app.case.model import Event, Kind
from timeline_app.case.solving.chronology import solve_case
from timeline_app.session.case_view import Axis, first_view
from timeline_app.session.change import Change
from timeline_app.session.filtering import EventFilter
from timeline_app.session.viewing import (
    CROWDED,
    changes,
    fitted,
    fitted_to_selection,
    panned,
    revealing,
    seeing_columns,
    seeing_seconds,
    zoomed,
)

SOLVED = solve_case(four_events())
VIEW = first_view(SOLVED)


def test_each_field_has_its_flag() -> None:
    assert changes(VIEW, VIEW) is Change.NONE
    assert changes(VIEW, replace(VIEW, selected=3)) is Change.SELECTION
    assert changes(VIEW, replace(VIEW, other=3)) is Change.SELECTION
    assert changes(VIEW, replace(VIEW, axis=Axis.CALENDAR)) is Change.AXIS
    assert changes(VIEW, replace(VIEW, filter=EventFilter(actors=frozenset("a")))) is Change.FILTER
    assert changes(VIEW, replace(VIEW, source=1)) is Change.SOURCE
    assert changes(VIEW, seeing_columns(VIEW, SOLVED, 0, 1)) is Change.SPAN


def test_a_case_without_dates_has_no_calendar_to_move() -> None:
    view = replace(VIEW, axis=Axis.CALENDAR, calendar=None)
    assert zoomed(view, SOLVED, 2.0, 0.5) is view
    assert panned(view, SOLVED, 1.0) is view


def test_fit_leads_back_from_anywhere() -> None:
    far = seeing_seconds(seeing_columns(VIEW, SOLVED, 0, 1), SOLVED, 0, 60)
    assert fitted(far, SOLVED) == VIEW


def test_beside_an_event_of_a_crowded_case_more_is_seen() -> None:
    dated = Event("dated", Kind.LEAK, "Dated", when="2001-04-05")
    for count, days in ((CROWDED, 3), (CROWDED + 1, 4)):
        case = chain(count)
        solved = solve_case(replace(case, events=(*case.events[:-1], dated)))
        view = replace(first_view(solved), axis=Axis.CALENDAR, selected=count - 1)
        span = fitted_to_selection(view, solved).calendar
        assert span is not None
        assert span.length == pytest.approx(days * DAY, abs=10)


def test_without_a_choice_there_is_nothing_to_zoom_to() -> None:
    view = replace(VIEW, selected=None)
    assert fitted_to_selection(view, SOLVED) is view
    assert revealing(view, SOLVED, None) is view
