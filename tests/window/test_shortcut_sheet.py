"""The sheets of the Help menu: complete, and gone when closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableWidget

from tests.window.conftest import trigger
from tests.window.test_plain import shown_texts
from timeline_app import __version__
from timeline_app.window.action_rows import Menu
from timeline_app.window.actions import ACTIONS
from timeline_app.window.legend_picture import LegendPicture
from timeline_app.window.main_window import MainWindow
from timeline_app.window.shortcut_sheet import shortcut_rows


def open_sheet(window: MainWindow, identity: str) -> QDialog:
    trigger(window, identity)
    (sheet,) = window.findChildren(QDialog)
    assert sheet.isVisible()
    return sheet


def close_by_escape(sheet: QDialog) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_action_has_a_row_with_its_keys() -> None:
    rows = shortcut_rows()
    native = QKeySequence.SequenceFormat.NativeText
    for action in ACTIONS:
        keys = " or ".join(QKeySequence(key).toString(native) for key in action.keys)
        assert (action.text.removesuffix("…"), keys) in rows, action.id
    assert len(rows) == len(ACTIONS) + len(Menu)


def test_rows_stand_under_their_menu() -> None:
    heads = [what for what, _ in shortcut_rows() if what in set(Menu)]
    assert heads == [str(menu) for menu in Menu]


def test_the_shortcut_sheet_shows_them_all(empty_window: MainWindow) -> None:
    sheet = open_sheet(empty_window, "shortcuts")
    table = sheet.findChildren(QTableWidget)[0]
    model = table.model()
    rows = range(model.rowCount())
    shown = [tuple(model.index(row, column).data().strip() for column in (0, 1)) for row in rows]
    assert shown == shortcut_rows()
    fonts = [model.index(row, 0).data(Qt.ItemDataRole.FontRole) for row in rows]
    bold = [what for (what, _), font in zip(shown, fonts, strict=True) if font.bold()]
    assert bold == [str(menu) for menu in Menu]
    close_by_escape(sheet)


def test_the_sheet_of_signs_shows_a_picture_of_its_size(empty_window: MainWindow) -> None:
    sheet = open_sheet(empty_window, "legend")
    picture = sheet.findChildren(LegendPicture)[0]
    assert picture.sizeHint().height() > 100
    assert picture.height() >= picture.sizeHint().height()
    assert picture.width() >= picture.sizeHint().width()
    close_by_escape(sheet)


def test_the_program_says_what_it_is(empty_window: MainWindow) -> None:
    sheet = open_sheet(empty_window, "about")
    (words,) = shown_texts(sheet)
    assert words.startswith(f"Case timeline {__version__}")
    assert "opens no network connection" in words
    close_by_escape(sheet)


@pytest.mark.parametrize("identity", ["shortcuts", "legend", "about"])
def test_a_sheet_is_gone_when_it_is_closed(empty_window: MainWindow, identity: str) -> None:
    for _ in range(3):
        close_by_escape(open_sheet(empty_window, identity))
        assert empty_window.findChildren(QDialog) == []
    button = open_sheet(empty_window, identity).findChildren(QDialogButtonBox)[0].buttons()[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert empty_window.findChildren(QDialog) == []
