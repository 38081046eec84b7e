"""The visible stretch of one case, and of two that are linked or not."""

from __future__ import annotations

import pytest

from tests.session.conftest import settle
from timeline_app.session.case_view import Axis
from timeline_app.session.change import Change
from timeline_app.session.comparing import Manner, Side
from timeline_app.session.session import Session
from timeline_app.session.spans import ColumnSpan


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


def test_two_linked_cases_move_together_and_others_alone(
    compared: Session, told: list[Change]
) -> None:
    whole = compared.side_stretch(Side.A)
    compared.zoom(0.5, 0.0)
    assert told == [Change.SPAN]
    narrow = compared.side_stretch(Side.A)
    assert narrow == compared.side_stretch(Side.B) != whole
    compared.set_manner(Manner(linked=False))
    compared.pan_side(Side.B, 0.5)
    assert compared.side_stretch(Side.A) == narrow != compared.side_stretch(Side.B)
    compared.fit_side(Side.B)
    assert compared.side_stretch(Side.B) == whole
    compared.pan(0.5)
    assert compared.side_stretch(Side.A) != narrow
    compared.fit_case()
    assert compared.side_stretch(Side.A) == whole


def test_each_alignment_keeps_its_own_stretch_and_a_single_case_its_own(
    compared: Session,
) -> None:
    assert compared.view is not None
    alone = compared.view.columns
    compared.see(0.5, 2.0)
    seen = compared.side_stretch(Side.A)
    compared.set_axis(Axis.CALENDAR)
    settle(compared)
    assert compared.side_stretch(Side.A) != seen
    compared.set_axis(Axis.ORDER)
    settle(compared)
    assert compared.side_stretch(Side.A) == seen
    assert compared.view.columns == alone


def test_what_is_chosen_in_both_is_shown_large(compared: Session) -> None:
    whole = compared.side_stretch(Side.A)
    assert whole is not None
    compared.select(3)
    compared.fit_selection()
    fitted = compared.side_stretch(Side.A)
    assert fitted is not None
    assert fitted.length == 2.0 < whole.length


def test_choosing_brings_the_stretch_along(compared: Session) -> None:
    compared.see(0.0, 1.0)
    compared.step_to_end(1)
    stretch, standing = compared.side_stretch(Side.A), compared.standing(Side.A)
    assert isinstance(stretch, ColumnSpan)
    assert standing is not None
    assert stretch.first <= standing.layers[3] <= stretch.last
    assert stretch.length == 1.0
