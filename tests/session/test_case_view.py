"""How a case is shown first."""

from __future__ import annotations

from msgspec.structs import replace

from tests.session.small_cases import empty, four_events
from timeline_app.case.model import Case
from timeline_app.case.solving.chronology import solve_case
from timeline_app.session.case_view import Axis, default_axis, first_view, whole_order
from timeline_app.session.spans import ColumnSpan


def dated(case: Case, count: int) -> Case:
    """The case with that many of its events dated to the day, the others not at all."""
    events = tuple(
        type(event)(event.id, event.kind, event.title, when="2024-01-01" if at < count else None)
        for at, event in enumerate(case.events)
    )
    return type(case)(case.format, case.version, case.id, case.title, events=events)


def test_the_order_axis_is_shown_where_fewer_than_half_have_both_bounds() -> None:
    assert default_axis(solve_case(dated(four_events(), 0))) is Axis.ORDER
    assert default_axis(solve_case(dated(four_events(), 1))) is Axis.ORDER
    assert default_axis(solve_case(dated(four_events(), 2))) is Axis.CALENDAR
    assert default_axis(solve_case(empty())) is Axis.ORDER


def test_a_case_without_dates_has_no_calendar() -> None:
    view = first_view(solve_case(dated(four_events(), 0)))
    assert view.calendar is None
    assert view.selected == 0
    assert replace(view, selected=None) != view


def test_there_is_always_one_column() -> None:
    assert whole_order(solve_case(empty())) == ColumnSpan(0.0, 1.0)
    assert first_view(solve_case(empty())).selected is None
