"""A source's text for any panel: here that of one side while the other is the active one."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.session.small_cases import NOTES, four_events, opened
from tests.window.comparing_windows import chosen
from tests.window.conftest import trigger
from timeline_app.case.model import Text
from timeline_app.case.opening import OpenedCase
from timeline_app.session.comparing import Side
from timeline_app.window.main_window import MainWindow
from timeline_app.window.source_view import LONG


def test_it_follows_its_own_panel(compared: MainWindow) -> None:
    trigger(compared, "both-texts")
    a, b = (compared.tabs.texts.sides[side] for side in Side)
    assert a.sources.count() == 2
    assert b.sources.count() == 1
    a.sources.setFocus()
    QTest.keyClick(a.sources, Qt.Key.Key_Down)
    assert compared.session.shown_source == 1
    assert b.sources.currentIndex() == 0
    b.text.event_clicked.emit(2)
    assert chosen(compared) == (1, 2)
    assert compared.session.active_side is Side.B


def test_something_can_stand_before_the_name_of_the_source(compared: MainWindow) -> None:
    letters = [
        view.findChild(QLabel, f"letter{side}") for side, view in compared.tabs.texts.sides.items()
    ]
    assert [letter.text() for letter in letters if isinstance(letter, QLabel)] == ["A", "B"]


def with_long_text() -> OpenedCase:
    """A case with a text that takes long to lay out."""
    case = four_events("long")
    text = Text(content=NOTES + " and so on" * (LONG // 10))
    return opened(replace(case, sources=(replace(case.sources[0], text=text), *case.sources[1:])))


def test_a_long_text_comes_when_its_case_has_been_shown(window: MainWindow, qtbot: QtBot) -> None:
    shown = window.detail.text
    assert shown.toPlainText() == NOTES
    window.session.add_cases([with_long_text()], show=True)
    assert shown.toPlainText() == ""  # nothing of another case meanwhile
    qtbot.waitUntil(lambda: shown.toPlainText() != "")
    assert shown.toPlainText().startswith(NOTES)
    assert shown.extraSelections()
    window.session.step(1)
    assert shown.toPlainText().startswith(NOTES)


def test_whoever_goes_on_does_not_wait_for_a_long_text(window: MainWindow) -> None:
    window.session.add_cases([with_long_text()], show=True)
    window.session.step(1)
    assert window.detail.text.toPlainText().startswith(NOTES)


def test_a_long_text_on_its_way_does_not_come_to_another_case(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.session.add_cases([with_long_text()], show=True)
    window.session.show_case(window.session.entries[0].number)
    assert window.detail.text.toPlainText() == NOTES
    qtbot.wait(200)
    assert window.detail.text.toPlainText() == NOTES
