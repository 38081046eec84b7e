"""Fields that the form is made of, each with a value of ours behind its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from timeline_app.window.plain import PlainLabel, without_mnemonic

Value = TypeVar("Value")
INSET = (5, 0, 0, 0)
LEAST_WIDTH = 6
"""Characters of the shortest text that has room in a field, so that a column can be narrow."""


class ChoiceBox(QComboBox, Generic[Value]):
    """A field in which one of several values is chosen. The wheel scrolls the form over it."""

    chosen = Signal()

    def __init__(
        self, name: str, choices: Sequence[tuple[Value, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: tuple[Value, ...] = ()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_WIDTH)
        self.offer(choices)
        self.activated.connect(self._say)

    def offer(self, choices: Sequence[tuple[Value, str]]) -> None:
        """Let one of these be chosen from now on."""
        self.clear()
        self._values = tuple(value for value, _words in choices)
        for _value, words in choices:
            self.addItem(without_mnemonic(words).replace("&&", "&"))

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._values[max(self.currentIndex(), 0)]

    def choose(self, value: Value) -> None:
        """Choose this, if it is offered; nobody is told."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    @Slot()
    def _say(self) -> None:
        self.chosen.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel over a form is meant to scroll it, not to change what is chosen."""
        event.ignore()


class LengthBox(QDoubleSpinBox):
    """A length, taken once it is typed to its end."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(*INSET)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGroupSeparatorShown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As over a field of choices."""
        event.ignore()


class CountBox(QSpinBox):
    """A whole number, taken once it is typed to its end."""

    def __init__(
        self, name: str, least: int, most: int, unit: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(*INSET)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As over a field of choices."""
        event.ignore()


def add_row(form: QFormLayout, words: str, field: QWidget) -> None:
    """Have a row under the others; a letter of its words leads to the field."""
    label = PlainLabel(words, field.parentWidget())
    if words:
        label.setBuddy(field)
    form.addRow(label, field)
