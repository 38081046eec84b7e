"""The form shows a choice and gives it back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from tests.window.exporting.conftest import Desk, pick
from timeline_app.drawing.pages.paper import A3, PAPERS, Paper, Unit
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.choices import Labels, PictureChoices, PictureFormat, Stretch
from timeline_app.session.case_view import Axis
from timeline_app.session.session import Session
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting.choice_form import ChoiceForm, dots_words
from timeline_app.window.exporting.export_choice import ExportChoice, Purpose
from timeline_app.window.exporting.offers import offers

TODAY = date(2026, 11, 21)
PAPER = st.sampled_from([*PAPERS.values(), Paper(800, 600), Paper(300.5, 200, Unit.MILLIMETRES, 5)])
CHOICES = st.builds(
    PictureChoices,
    format=st.sampled_from(PictureFormat),
    paper=PAPER,
    dpi=st.integers(36, 768),
    scale=st.integers(25, 800).map(lambda percent: percent / 100),
    theme=st.sampled_from(ThemeName),
    axis=st.sampled_from(Axis),
    lanes=st.sampled_from(LanesBy),
    stretch=st.sampled_from(Stretch),
    labels=st.sampled_from(Labels),
    one_page=st.booleans(),
    title=st.booleans(),
    legend=st.booleans(),
    footer=st.booleans(),
    citation=st.booleans(),
    event_list=st.booleans(),
    notes=st.booleans(),
    dated=st.booleans(),
)


@pytest.fixture
def form(qtbot: QtBot) -> ChoiceForm:
    session = Session()
    session.add_cases([opened(four_events())])
    made = ChoiceForm(offers(session, TODAY), Purpose.FILE)
    qtbot.addWidget(made)
    made.take(ExportChoice(PictureChoices(axis=Axis.ORDER)))
    return made


@given(CHOICES, st.sampled_from([None, *TableFormat]))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_choice_comes_back_as_it_was(
    form: ChoiceForm, pictures: PictureChoices, table: TableFormat | None
) -> None:
    form.take(ExportChoice(pictures, table))
    assert form.choice == ExportChoice(pictures, table)


def test_nobody_is_told_of_what_is_shown(form: ChoiceForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.take(ExportChoice(PictureChoices(paper=A3, legend=False)))
    with qtbot.waitSignal(form.changed):
        pick(form.theme, ThemeName.PRINT)
    assert form.choice.pictures.theme is ThemeName.PRINT


def test_dots_are_asked_for_where_they_mean_something(form: ChoiceForm) -> None:
    form.take(ExportChoice(PictureChoices(paper=A3)))
    assert not form.dpi.isHidden()
    assert form.dots.text() == "3,175 × 2,245 pixels"
    pick(form.format, PictureFormat.SVG)
    assert form.dpi.isHidden()
    assert form.dots.isHidden()


def test_the_picture_has_as_many_dots_as_is_said() -> None:
    assert dots_words(PictureChoices(scale=2.0)) == "1,600 × 900 pixels"
    assert dots_words(PictureChoices(paper=Paper(25.4, 50.8, Unit.MILLIMETRES), dpi=100)) == (
        "100 × 200 pixels"
    )


def test_what_follows_from_something_else_can_not_be_chosen(form: ChoiceForm) -> None:
    checks = form.parts
    form.take(ExportChoice(PictureChoices(labels=Labels.NUMBERS, event_list=False, footer=False)))
    assert not checks["event_list"].isEnabled()  # numbers need it
    assert checks["notes"].isEnabled()
    assert not checks["dated"].isEnabled()
    form.take(ExportChoice(PictureChoices(event_list=False)))
    assert not checks["notes"].isEnabled()


def test_an_axis_that_nobody_chose_is_the_usual_one(form: ChoiceForm) -> None:
    form.take(ExportChoice(PictureChoices()))
    assert form.choice.pictures.axis is Axis.ORDER


def test_a_comparison_leaves_the_axis_alone(desk: Desk) -> None:
    desk.compare()
    form = desk.open().form
    form.take(ExportChoice(PictureChoices(axis=Axis.CALENDAR)))
    assert form.axis.isHidden()
    assert form.choice.pictures.axis is Axis.CALENDAR
