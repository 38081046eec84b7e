"""Errors, problems and notes of the shown file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.session.small_cases import broken, four_events
from timeline_app.case.file.reading import Reading
from timeline_app.case.opening import open_reading
from timeline_app.case.problems import Code, Problem
from timeline_app.session.session import Session
from timeline_app.window.problem_list import ProblemList, problem_words

PROBLEMS = (
    Problem(Code.REPORT_UNDATED, "the report has no date", path="$.sources[1]"),
    Problem(
        Code.EVENT_WITHOUT_PASSAGE,
        "no passage <b>\nhere",
        path="$.events[2]",
        expected="a passage",
        file="four.case.json",
        line=7,
        column=3,
        event=2,
    ),
)


@pytest.fixture
def session() -> Session:
    session = Session()
    reading = Reading("/cases/four.case.json", "", four_events(), problems=PROBLEMS)
    session.add_cases([open_reading(reading), broken()])
    return session


@pytest.fixture
def problems(qtbot: QtBot, session: Session) -> ProblemList:
    problems = ProblemList(session)
    qtbot.addWidget(problems)
    problems.resize(500, 300)
    with qtbot.waitExposed(problems):
        problems.show()
    return problems


def rows(problems: ProblemList) -> list[str]:
    return [problems.item(row).text() for row in range(problems.count())]


def test_a_problem_in_words() -> None:
    assert problem_words(PROBLEMS[1]) == (
        "Problem · no passage <b> here\n"
        "Right would be: a passage\n"
        "four.case.json:7:3 · $.events[2] · event-without-passage"
    )
    assert problem_words(PROBLEMS[0]) == (
        "Note · the report has no date\n$.sources[1] · report-undated"
    )


def test_problems_come_before_notes(problems: ProblemList) -> None:
    assert [row.partition(" ")[0] for row in rows(problems)] == ["Problem", "Note"]


def test_a_tooltip_is_plain(problems: ProblemList) -> None:
    assert problems.item(0).toolTip() == "<qt>no passage &lt;b&gt;<br>here</qt>"


def test_a_click_chooses_the_event(problems: ProblemList, session: Session) -> None:
    place = problems.visualItemRect(problems.item(0)).center()
    QTest.mouseClick(problems.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selected == 2


def test_return_chooses_the_event(problems: ProblemList, session: Session) -> None:
    problems.setCurrentRow(0)
    QTest.keyClick(problems, Qt.Key.Key_Return)
    assert session.selected == 2


def test_one_that_concerns_no_event_leads_nowhere(problems: ProblemList, session: Session) -> None:
    problems.setCurrentRow(1)
    QTest.keyClick(problems, Qt.Key.Key_Return)
    assert session.selected == 0


def test_each_file_has_its_own(problems: ProblemList, session: Session) -> None:
    session.step_case(1)
    assert len(rows(problems)) == 1
    assert rows(problems)[0].startswith("Error · a comma is missing\nbroken.case.json:3 · ")
    session.close_case(1)
    assert len(rows(problems)) == 2


def test_nothing_to_report_is_said_and_can_not_be_chosen(
    problems: ProblemList, session: Session
) -> None:
    session.close_case(0)
    session.close_case(1)
    assert rows(problems) == ["Nothing to report on this case."]
    assert problems.item(0).flags() == Qt.ItemFlag.NoItemFlags
