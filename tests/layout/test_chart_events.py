"""What is asked of the events of a chart: columns and a mark each answer alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import EventMark, Rect
from timeline_app.layout.chart_events import areas_of, between, events_of, finder, mark_at
from timeline_app.layout.event_rows import EventRows
from timeline_app.layout.options import CalendarView, ChartOptions
from timeline_app.layout.standing import own_standing

CASES = {size: random_case(size, size) for size in (12, 59, 150, 900)}

charts = st.tuples(
    st.sampled_from(sorted(CASES)),
    st.integers(second_of(1960), second_of(2015)),
    st.sampled_from((2 * DAY, 90 * DAY, 3_000 * DAY, 30_000 * DAY)),
).map(lambda view: both(*view))


def both(size: int, start: int, span: int) -> tuple[EventRows, tuple[EventMark, ...]]:
    """The events of a calendar as they are laid out, and as marks."""
    view = CalendarView(start, start + span, 900.0, 640.0)
    events = lay_out_calendar(own_standing(CASES[size]), view, ChartOptions(), MEASURER).events
    if not isinstance(events, EventRows):
        return both(12, second_of(1980), 30_000 * DAY)
    return events, tuple(events)


@given(chart=charts)
def test_events_and_areas(chart: tuple[EventRows, tuple[EventMark, ...]]) -> None:
    rows, marks = chart
    areas = dict(zip(events_of(rows), areas_of(rows), strict=True))
    expected = dict(zip(events_of(marks), areas_of(marks), strict=True))
    assert areas.keys() == expected.keys()
    for event, area in expected.items():
        assert sides(areas[event]) == pytest.approx(sides(area)), event


def sides(rect: Rect) -> tuple[float, ...]:
    return rect.x, rect.y, rect.width, rect.height


@given(chart=charts, x=st.floats(90.0, 910.0), y=st.floats(0.0, 640.0))
def test_what_lies_there(
    chart: tuple[EventRows, tuple[EventMark, ...]], x: float, y: float
) -> None:
    rows, marks = chart
    assert mark_at(rows, x, y) == mark_at(marks, x, y)
    first = marks[0].glyph
    found = mark_at(rows, first.x + 1.0, first.y + 1.0)
    assert found is not None
    assert found == mark_at(marks, first.x + 1.0, first.y + 1.0)


@given(chart=charts, top=st.floats(0.0, 640.0))
def test_those_between_two_heights(
    chart: tuple[EventRows, tuple[EventMark, ...]], top: float
) -> None:
    rows, marks = chart
    # Of columns it is the whole row that counts.
    held = set(events_of(between(rows, top, top + 100.0)))
    assert set(events_of(between(marks, top, top + 100.0))) <= held
    assert held <= set(events_of(between(marks, top - 40.0, top + 140.0)))


@given(chart=charts)
def test_the_mark_of_an_event(chart: tuple[EventRows, tuple[EventMark, ...]]) -> None:
    rows, marks = chart
    in_rows, in_marks = finder(rows), finder(marks)
    for mark in marks:
        assert in_rows(mark.event) == in_marks(mark.event) == mark
    assert in_rows(10_000) is None
    assert in_marks(10_000) is None
