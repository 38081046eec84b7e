"""The list of open cases: what stands in it, how it narrows, how a case is chosen."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QMimeData, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QMenu
from pytestqt.qtbot import QtBot

from tests.session.small_cases import broken, empty, four_events, opened
from tests.window.test_plain import shown_texts
from timeline_app.case.file.reading import Reading
from timeline_app.case.model import Case, Event, Kind
from timeline_app.case.opening import open_reading
from timeline_app.case.problems import Code, Problem
from timeline_app.case.solving.chronology import solve_case
from timeline_app.session.open_files import Entry
from timeline_app.session.session import Session
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.case_list import CaseList
from timeline_app.window.case_rows import (
    phases_of,
    problem_count,
    remark_of,
    title_of,
)

LEFT = Qt.MouseButton.LeftButton
DISPLAY = Qt.ItemDataRole.DisplayRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def session() -> Session:
    session = Session()
    session.add_cases([opened(four_events("Alpha")), broken("beta"), opened(four_events("gamma"))])
    return session


@pytest.fixture
def cases(qtbot: QtBot, session: Session) -> CaseList:
    cases = CaseList(session, Appearance(ThemeChoice.LIGHT))
    qtbot.addWidget(cases)
    cases.resize(260, 400)
    with qtbot.waitExposed(cases):
        cases.show()
    return cases


def listed(cases: CaseList, role: int = DISPLAY) -> list[str]:
    model = cases.list.model()
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def chosen(cases: CaseList) -> list[str]:
    return [str(index.data()) for index in cases.list.selectionModel().selectedRows()]


def test_each_file_has_a_row(cases: CaseList) -> None:
    assert listed(cases) == ["The case Alpha", "beta.case.json", "The case gamma"]
    assert "Cases 3" in shown_texts(cases)
    assert chosen(cases) == ["The case Alpha"]


def test_a_row_says_itself_to_those_who_can_not_see_it(cases: CaseList) -> None:
    assert listed(cases, SPOKEN) == [
        "The case Alpha, 4 events, 0 problems",
        "beta.case.json, does not open: 1 error, 1 problems",
        "The case gamma, 4 events, 0 problems",
    ]


def test_a_click_shows_the_case(cases: CaseList, session: Session) -> None:
    place = cases.list.visualRect(cases.list.model().index(2, 0)).center()
    QTest.mouseClick(cases.list.viewport(), LEFT, pos=place)
    assert session.current is not None
    assert session.current.number == 2
    QTest.keyClick(cases.list, Qt.Key.Key_Up)
    assert session.current.number == 1


def test_the_shown_case_is_the_chosen_row(cases: CaseList, session: Session) -> None:
    session.step_case(1)
    assert chosen(cases) == ["beta.case.json"]
    session.close_case(1)
    assert chosen(cases) == ["The case gamma"]
    assert listed(cases) == ["The case Alpha", "The case gamma"]
    assert "Cases 2" in shown_texts(cases)


@pytest.mark.parametrize(
    ("sought", "rows"),
    [
        ("ALPHA", ["The case Alpha"]),
        ("beta.case", ["beta.case.json"]),
        ("the case", ["The case Alpha", "The case gamma"]),
        ("nothing like it", []),
        ("", ["The case Alpha", "beta.case.json", "The case gamma"]),
    ],
)
def test_the_filter_narrows_and_changes_nothing_else(
    cases: CaseList, session: Session, sought: str, rows: list[str]
) -> None:
    QTest.keyClicks(cases.filter, sought)
    assert listed(cases) == rows
    assert session.current is not None
    assert session.current.number == 0
    assert chosen(cases) == [row for row in rows if row == "The case Alpha"]
    cases.filter.clear()
    assert len(listed(cases)) == 3
    assert chosen(cases) == ["The case Alpha"]


def test_a_case_that_comes_later_is_filtered_too(cases: CaseList, session: Session) -> None:
    cases.filter.setText("alpha")
    session.add_cases([opened(four_events("delta"))], show=False)
    assert listed(cases) == ["The case Alpha"]


def test_return_leads_from_the_filter_to_the_list(cases: CaseList) -> None:
    cases.activateWindow()
    cases.filter.setFocus()
    QTest.keyClick(cases.filter, Qt.Key.Key_Return)
    assert cases.list.hasFocus()


def entry_of(case: Case, *problems: Problem) -> Entry:
    reading = Reading(path="/cases/a.case.json", sha256="", case=case, problems=problems)
    return Entry(0, open_reading(reading), None)


@pytest.mark.parametrize(("count", "words"), [(0, "0 events"), (1, "1 event"), (4, "4 events")])
def test_events_are_counted(count: int, words: str) -> None:
    case = msgspec.structs.replace(four_events(), events=four_events().events[:count])
    assert remark_of(entry_of(case)) == words


def test_errors_are_counted() -> None:
    error = Problem(Code.JSON_SYNTAX, "wrong")
    for errors, words in (((error,), "1 error"), ((error, error), "2 errors")):
        entry = Entry(0, open_reading(Reading("/a", "", None, errors)), None)
        assert remark_of(entry) == f"does not open: {words}"


def test_notes_are_no_problems() -> None:
    note = Problem(Code.REPORT_UNDATED, "a note")
    problem = Problem(Code.EVENT_WITHOUT_PASSAGE, "a problem")
    assert problem_count(entry_of(empty(), note)) == 0
    assert problem_count(entry_of(empty(), note, problem)) == 1


def test_a_title_is_one_harmless_line() -> None:
    case = msgspec.structs.replace(empty(), title="two\nlines \u202e<b>")
    assert title_of(entry_of(case)) == "two lines �<b>"


def test_each_phase_is_told_once_whatever_the_order_of_events() -> None:
    kinds = (Kind.LEAK, Kind.OTHER, Kind.CONTACT, Kind.LEAK, Kind.CONTACT)
    events = tuple(
        Event(
            f"e{at}", kind, "An event", when=f"202{at}", label="x" if kind is Kind.OTHER else None
        )
        for at, kind in enumerate(kinds)
    )
    phases = phases_of(solve_case(msgspec.structs.replace(empty(), events=events)))
    assert phases == [(Kind.CONTACT, False), (Kind.LEAK, False)]


def test_a_phase_of_which_nothing_came_about_is_hollow() -> None:
    events = (
        Event("a", Kind.LEAK, "A", when="2020"),
        Event("b", Kind.LEAK, "B", when="2021", prevented=True),
        Event("c", Kind.CONTACT, "C", prevented=True),
    )
    phases = phases_of(solve_case(msgspec.structs.replace(empty(), events=events)))
    assert phases == [(Kind.CONTACT, True), (Kind.LEAK, False)]


def row_picture(cases: CaseList, row: int) -> QImage:
    QCoreApplication.processEvents()
    place = cases.list.visualRect(cases.list.model().index(row, 0))
    return cases.list.viewport().grab(place).toImage()


def test_rows_are_painted_with_their_phases_and_remark(cases: CaseList, session: Session) -> None:
    """A case with more phases, another choice, another width: another picture."""
    flags = QItemSelectionModel.SelectionFlag
    plain = row_picture(cases, 2)
    cases.list.selectionModel().select(cases.list.model().index(2, 0), flags.ClearAndSelect)
    assert row_picture(cases, 2) != plain
    cases.list.selectionModel().clearSelection()
    assert row_picture(cases, 2) == plain
    fewer = msgspec.structs.replace(four_events("gamma"), events=four_events().events[:1])
    session.add_cases([opened(fewer)], show=False)
    assert row_picture(cases, 2) != plain
    assert row_picture(cases, 0) != row_picture(cases, 1)


# -- comparing


class Dragged:
    """Stands for Qt's own dragging: what is dragged enters over its own row, comes to another, and
    is dropped there. Where it is not let in nothing more is asked."""

    def __init__(self, cases: CaseList, onto: int) -> None:
        self._cases = cases
        self._onto = onto
        self.accepted: list[bool] = []

    def __call__(self, _actions: Qt.DropAction) -> None:
        port = self._cases.list.viewport()
        rows = self._cases.list.model()
        begin, place = (
            self._cases.list.visualRect(rows.index(row, 0)).center() for row in (2, self._onto)
        )
        data, copy = QMimeData(), Qt.DropAction.CopyAction
        keys = Qt.KeyboardModifier.NoModifier
        events = (
            QDragEnterEvent(begin, copy, data, LEFT, keys),
            QDragMoveEvent(place, copy, data, LEFT, keys),
            QDropEvent(QPointF(place), copy, data, LEFT, keys),
        )
        for event in events:
            event.setAccepted(False)
            QCoreApplication.sendEvent(port, event)
            self.accepted.append(event.isAccepted())
            if event is events[0] and not event.isAccepted():
                return


@pytest.mark.parametrize(("onto", "asked"), [(0, [(0, 2)]), (2, [])])
def test_a_case_dragged_onto_another_is_compared_with_it(
    cases: CaseList, monkeypatch: pytest.MonkeyPatch, onto: int, asked: list[tuple[int, int]]
) -> None:
    found: list[tuple[int, int]] = []
    cases.compare_asked.connect(lambda a, b: found.append((a, b)))
    dragged = Dragged(cases, onto)
    dragged(Qt.DropAction.CopyAction)  # what comes from elsewhere is not taken
    assert found == []
    assert not any(dragged.accepted)
    monkeypatch.setattr(QListView, "startDrag", lambda _list, actions: dragged(actions))
    cases.list.setCurrentIndex(cases.list.model().index(2, 0))
    cases.list.startDrag(Qt.DropAction.CopyAction)
    assert found == asked


def entries_of(menu: QMenu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in menu.actions()}


def test_the_menu_of_a_row(cases: CaseList, session: Session) -> None:
    asked: list[object] = []
    cases.compare_asked.connect(lambda a, b: asked.append((a, b)))
    cases.chooser_asked.connect(asked.append)
    cases.put_on_b_asked.connect(asked.append)
    first, bad, last = session.entries
    beside, other = "Compare with the shown case", "Compare with…"
    assert entries_of(cases.menu_of(first)) == {beside: False, other: True}
    assert entries_of(cases.menu_of(bad)) == {beside: False, other: False}
    menu = cases.menu_of(last)
    assert entries_of(menu) == {beside: True, other: True}
    for action in menu.actions():
        action.trigger()
    assert asked == [(0, 2), 2]
    session.compare(0, 2)
    menu = cases.menu_of(first)
    assert entries_of(menu) == {"Compare as A": False, "Compare as B": True, other: True}
    menu.actions()[1].trigger()
    assert asked[-1] == 0


def test_a_right_click_asks_for_the_menu_and_shows_no_case(
    cases: CaseList, session: Session
) -> None:
    place = cases.list.visualRect(cases.list.model().index(2, 0)).center()
    asked: list[int] = []
    cases.list.menu_asked.disconnect()
    cases.list.menu_asked.connect(lambda row, _place: asked.append(row))
    QTest.mouseClick(cases.list.viewport(), Qt.MouseButton.RightButton, pos=place)
    for reason, expected in (
        (QContextMenuEvent.Reason.Mouse, 2),
        (QContextMenuEvent.Reason.Keyboard, 0),
    ):
        event = QContextMenuEvent(reason, place, cases.list.viewport().mapToGlobal(place))
        QCoreApplication.sendEvent(cases.list.viewport(), event)
        assert asked[-1] == expected
    assert session.current is not None
    assert session.current.number == 0


def test_the_filter_can_be_cleared_once_it_has_the_focus(qtbot: QtBot, session: Session) -> None:
    cases = CaseList(session, Appearance(ThemeChoice.LIGHT))
    qtbot.addWidget(cases)
    assert not cases.filter.isClearButtonEnabled()
    with qtbot.waitExposed(cases):
        cases.show()
    cases.filter.setFocus()
    assert cases.filter.isClearButtonEnabled()


def test_the_row_under_the_pointer_has_a_ground_of_its_own(cases: CaseList) -> None:
    def grounds() -> list[int]:
        picture = cases.list.viewport().grab().toImage()
        rows = [cases.list.visualRect(cases.list.model().index(row, 0)) for row in range(3)]
        return [picture.pixel(row.left() + 6, row.top() + 2) for row in rows]

    shown, second, third = grounds()
    assert shown != second == third
    place = cases.list.visualRect(cases.list.model().index(2, 0)).center()
    QTest.mouseMove(cases.list.viewport(), place)
    QCoreApplication.processEvents()
    assert grounds()[:2] == [shown, second]
    assert grounds()[2] not in (shown, second)
