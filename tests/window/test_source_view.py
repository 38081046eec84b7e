"""A source's text for any panel: here that of one side while the other is the active one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.window.comparing_windows import chosen
from tests.window.conftest import trigger
from timeline_app.session.comparing import Side
from timeline_app.window.main_window import MainWindow


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
