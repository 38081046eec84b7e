"""The dialog in which another case is chosen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.session.small_cases import broken, four_events, hired, opened
from timeline_app.session.session import Session
from timeline_app.window.case_chooser import ROW_AIR, UNBOUNDED, CaseChooser


@pytest.fixture
def chooser(qtbot: QtBot) -> Iterator[CaseChooser]:
    session = Session()
    session.add_cases([broken(), opened(four_events()), opened(hired())])
    parent = QWidget()
    qtbot.addWidget(parent)
    chooser = CaseChooser("Compare with", session.entries, parent)
    with qtbot.waitExposed(chooser):
        chooser.show()
    yield chooser
    parent.close()


def test_what_can_not_be_compared_is_listed_and_never_chosen(chooser: CaseChooser) -> None:
    assert [chooser.list.item(row).text() for row in range(3)] == [
        "broken.case.json\ndoes not open: 1 error",
        "The case four\n4 events",
        "The case hired\n4 events",
    ]
    assert chooser.chosen == 1
    chooser.field.setText("broken")
    assert chooser.chosen is None
    chooser.accept()
    assert chooser.isVisible()


def test_typing_and_return_choose(chooser: CaseChooser) -> None:
    QTest.keyClick(chooser.field, Qt.Key.Key_Down)
    assert chooser.chosen == 2
    QTest.keyClick(chooser.field, Qt.Key.Key_Up)
    QTest.keyClicks(chooser.field, "HIRED")
    assert chooser.chosen == 2
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert chooser.result() == QDialog.DialogCode.Accepted
    assert not chooser.isVisible()


def test_it_asks_in_words_and_the_field_has_the_focus(chooser: CaseChooser) -> None:
    assert chooser.question.text().replace("\u200b", "") == "Compare with"
    assert chooser.focusWidget() is chooser.field


def test_rows_are_as_high_as_their_words_in_any_font(chooser: CaseChooser) -> None:
    chooser.list.item(1).setText("公安机关侦查终结\n4 events")
    for size in (10, 30):
        font = chooser.list.font()
        font.setPixelSize(size)
        chooser.list.setFont(font)
        row = chooser.list.sizeHintForRow(1)
        words = chooser.list.item(1).text()
        lines = chooser.list.fontMetrics().boundingRect(UNBOUNDED, 0, words)
        assert row >= lines.height() + ROW_AIR


def test_escape_chooses_nothing(chooser: CaseChooser) -> None:
    QTest.keyClick(chooser.field, Qt.Key.Key_Escape)
    assert chooser.result() == QDialog.DialogCode.Rejected
