"""A small dialog in which another open case is chosen, by typing a part of its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.session.comparable import obstacle_of
from timeline_app.session.open_files import Entry
from timeline_app.window.case_rows import remark_of, title_of
from timeline_app.window.plain import PlainLabel

MARGIN = 14
ROW_AIR = 14
"""Pixels above and below the words of a row together."""
UNBOUNDED = QRect(0, 0, 100_000, 100_000)
SIZE = (440, 380)
NUMBER = Qt.ItemDataRole.UserRole


class TitleRows(QStyledItemDelegate):
    """Rows as high as their words, in whatever script and font those are."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The room for both lines."""
        hint, metrics = super().sizeHint(option, index), QFontMetrics(option.font)
        lines = metrics.boundingRect(UNBOUNDED, Qt.AlignmentFlag.AlignLeft, str(index.data()))
        return QSize(hint.width(), max(lines.height() + ROW_AIR, hint.height()))


class TitleField(QLineEdit):
    """The field; up and down move in the list under it."""

    def __init__(self, listed: QListWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._listed = listed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down and a page of them are for the list."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in keys:
            self._listed.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class CaseChooser(QDialog):
    """The open cases under words that ask for one; Return takes the marked one, Escape none."""

    def __init__(self, title: str, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self.setWindowTitle("Choose a case")
        self.question = PlainLabel(title, self)
        self.question.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("chooserList")
        self.list.setItemDelegate(TitleRows(self.list))
        self.list.setAccessibleName("Open cases")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field = TitleField(self.list, self)
        self.field.setPlaceholderText("Part of a title")
        self.field.setAccessibleName("Part of a title")
        self.field.setClearButtonEnabled(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        for widget in (self.question, self.field, self.list, buttons):
            box.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._narrow)
        self.list.itemActivated.connect(self.accept)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.list.currentItemChanged.connect(self._marked)
        self._narrow("")
        self.field.setFocus()
        self.resize(*SIZE)

    @property
    def chosen(self) -> int | None:
        """The number of the marked case."""
        if self.list.currentRow() < 0:
            return None
        item = self.list.currentItem()
        number = item.data(NUMBER)
        can_be = bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
        return number if can_be and isinstance(number, int) else None

    @Slot(str)
    def _narrow(self, sought: str) -> None:
        """List the cases whose title has this in it; the first that can be compared is marked."""
        self.list.clear()
        for entry in self._entries:
            if sought.casefold() in title_of(entry).casefold():
                self.list.addItem(_item(entry))
        for row in range(self.list.count()):
            if self.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentRow(row)
                break
        self._marked()

    @Slot()
    def _marked(self) -> None:
        self._ok.setEnabled(self.chosen is not None)

    def accept(self) -> None:
        """Take the marked case, if one is."""
        if self.chosen is not None:
            super().accept()


def _item(entry: Entry) -> QListWidgetItem:
    """A row: the title and how many events, or why it can't be compared."""
    item = QListWidgetItem(f"{title_of(entry)}\n{remark_of(entry)}")
    item.setData(NUMBER, entry.number)
    if obstacle_of(entry):
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
