"""Fields with values of ours behind their words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.window.exporting.choice_box import ChoiceBox, CountBox, LengthBox, add_row


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox[int]:
    made: ChoiceBox[int] = ChoiceBox("Number", [(1, "One & only"), (2, "Two"), (3, "Three")])
    qtbot.addWidget(made)
    return made


def test_a_value_stands_behind_its_words(box: ChoiceBox[int]) -> None:
    assert (box.value, box.currentText()) == (1, "One & only")
    box.choose(3)
    assert box.currentText() == "Three"
    box.choose(9)
    assert box.value == 3


def test_only_the_reviewer_is_told_of(box: ChoiceBox[int], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(box.chosen):
        box.choose(2)
    with qtbot.waitSignal(box.chosen):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.value == 3


def test_the_wheel_changes_nothing(qtbot: QtBot, box: ChoiceBox[int]) -> None:
    length, count = LengthBox("Length"), CountBox("Count", 1, 9, "")
    for field, value in ((box, box.currentIndex), (length, length.value), (count, count.value)):
        qtbot.addWidget(field)
        before = value()
        assert not wheel(field)
        assert value() == before


def wheel(widget: QWidget) -> bool:
    """Turns the wheel over a widget; whether it takes it."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.setAccepted(True)
    widget.wheelEvent(event)
    return event.isAccepted()


def test_a_number_counts_once_it_is_typed_to_its_end(qtbot: QtBot) -> None:
    count = CountBox("Count", 36, 768, " DPI")
    qtbot.addWidget(count)
    told: list[int] = []
    count.valueChanged.connect(told.append)
    count.selectAll()
    QTest.keyClicks(count, "300")
    assert told == []
    QTest.keyClick(count, Qt.Key.Key_Return)
    assert told == [300]


def test_a_letter_of_a_row_leads_to_its_field(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    form, field = QFormLayout(parent), QLineEdit(parent)
    add_row(form, "&Name", field)
    label = form.labelForField(field)
    assert isinstance(label, QLabel)
    assert label.buddy() is field
    assert label.textFormat() is Qt.TextFormat.PlainText
