"""The chart of the shown case for a size."""

from __future__ import annotations

import pytest

from tests.layout.fake_measurer import MEASURER
from tests.session.small_cases import broken, four_events, opened
from timeline_app.case.model import Case, Event, Kind
from timeline_app.layout.chart import Emphasis, LanesBy
from timeline_app.session import picture
from timeline_app.session.case_view import Axis
from timeline_app.session.panel import CasePanel
from timeline_app.session.picture import seen, whole
from timeline_app.session.session import Session

PAGE = (900.0, 500.0)


@pytest.fixture
def session() -> Session:
    session = Session()
    session.add_cases([opened(four_events())])
    return session


def undated() -> Case:
    return Case("case-timeline", 1, "free", "Free", events=(Event("a", Kind.LEAK, "A"),))


def test_both_axes_show_every_event_over_the_stretch_that_is_seen(session: Session) -> None:
    for axis in Axis:
        session.set_axis(axis)
        found = CasePanel(session).picture(*PAGE, MEASURER)
        assert found is not None
        assert session.view is not None
        assert (found.first, found.last) == seen(session.view)
        assert {mark.event for mark in found.chart.events} == {0, 1, 2, 3}
        assert found.chart.width == PAGE[0]


def test_hidden_events_and_lanes_are_those_of_the_session(session: Session) -> None:
    session.show_kind(Kind.LEAK, shown=False)
    session.set_lanes_by(LanesBy.ACTOR)
    found = CasePanel(session).picture(*PAGE, MEASURER)
    assert found is not None
    assert {mark.event for mark in found.chart.events} == {0, 2, 3}
    assert "Feng & sons" in {lane.title.text for lane in found.chart.lanes}


@pytest.mark.parametrize(("width", "height"), [(0.0, 500.0), (900.0, 0.5), (0.0, 0.0)])
def test_no_room_gives_no_picture(session: Session, width: float, height: float) -> None:
    assert CasePanel(session).picture(width, height, MEASURER) is None


def test_no_case_gives_no_picture() -> None:
    session = Session()
    assert CasePanel(session).picture(*PAGE, MEASURER) is None
    assert CasePanel(session).overview(900.0, 40.0) is None
    session.add_cases([broken()])
    assert CasePanel(session).picture(*PAGE, MEASURER) is None
    assert CasePanel(session).overview(900.0, 40.0) is None
    assert CasePanel(session).emphasis() == Emphasis()


def test_a_case_without_dates_is_open_on_both_sides_of_the_calendar() -> None:
    session = Session()
    session.add_cases([opened(undated())])
    session.set_axis(Axis.CALENDAR)
    found = CasePanel(session).picture(*PAGE, MEASURER)
    assert found is not None
    (bar,) = found.chart.events[0].bars
    assert bar.open_left
    assert bar.open_right
    assert (found.first, found.last) == picture.NO_SPAN
    assert session.view is not None
    assert session.chronology is not None
    assert whole(session.view, session.chronology) == (0.0, 1.0)


def test_the_whole_holds_what_is_seen(session: Session) -> None:
    """Also where the reviewer has gone beyond the case."""
    session.set_axis(Axis.CALENDAR)
    assert session.view is not None
    assert session.chronology is not None
    extent = whole(session.view, session.chronology)
    far = round(extent[1]) + 10**9
    session.see_seconds(far, far + 10**6)
    wider = whole(session.view, session.chronology)
    assert wider == (extent[0], float(far + 10**6))
    session.set_axis(Axis.ORDER)
    session.see_columns(1.0, 2.0)
    assert whole(session.view, session.chronology) == (0.0, 3.0)


def test_the_emphasis_is_the_selection_and_how_the_others_lie(session: Session) -> None:
    session.select(1)
    session.choose_other(3)
    session.hover(2)
    assert CasePanel(session).emphasis() == Emphasis(
        selected=1,
        other=3,
        hovered=2,
        before=frozenset({0}),
        after=frozenset({3}),
        not_established=frozenset({2}),
    )


def test_without_a_choice_nothing_lies_anyhow(session: Session) -> None:
    session.select(None)
    assert CasePanel(session).emphasis() == Emphasis()


def test_a_very_large_case_shows_the_selection_alone(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "RELATED_EVENTS", 3)
    assert CasePanel(session).emphasis() == Emphasis(selected=0)


def test_the_overview_shows_the_whole_case_whatever_is_seen(session: Session) -> None:
    for axis in Axis:
        session.set_axis(axis)
        session.zoom(0.2, 0.0)
        overview = CasePanel(session).overview(900.0, 40.0)
        assert overview is not None
        assert {mark.event for mark in overview.marks} == {0, 1, 2, 3}
    assert CasePanel(session).overview(0.0, 40.0) is None
