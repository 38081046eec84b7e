"""The bar with which a text is searched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from timeline_app.window.escaping import is_escape_wanted
from timeline_app.window.plain import PlainLabel
from timeline_app.window.source_text import SourceText


class FindBar(QWidget):
    """A field, two buttons, and how many places there are. Escape closes it."""

    closed = Signal()

    def __init__(self, text: SourceText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._count = 0
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in the text")
        self.field.setAccessibleName("Find in the text")
        self._places = PlainLabel(parent=self, name="soft")
        previous, following, close = (QPushButton(words, self) for words in ("‹", "›", "×"))
        previous.setAccessibleName("Previous place")
        following.setAccessibleName("Next place")
        close.setAccessibleName("Close the find bar")
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.addWidget(self.field, 1)
        for widget in (self._places, previous, following, close):
            box.addWidget(widget)
        self.field.textChanged.connect(self.search)
        self.field.returnPressed.connect(self._following)
        previous.clicked.connect(self._previous)
        following.clicked.connect(self._following)
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with the cursor in its field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def mark_again(self) -> None:
        """Mark the places in a text that has come in place of another; it stays where it is."""
        if not self.isHidden():
            self._count = self._text.find_all(self.field.text())
            self._tell(0)

    @Slot()
    def search(self) -> None:
        """Find what the field holds in the text that is shown now."""
        if not self.isHidden():
            self._count = self._text.find_all(self.field.text())
            self.go(1)

    def go(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place."""
        self._tell(self._text.go_to_found(by))

    def _tell(self, at: int) -> None:
        if not self.field.text():
            self._places.setText("")
        else:
            self._places.setText(_counted(at, self._count))

    @Slot()
    def _following(self) -> None:
        self.go(1)

    @Slot()
    def _previous(self) -> None:
        self.go(-1)

    @Slot()
    def close_bar(self) -> None:
        """Close the bar and take its marks out of the text."""
        self.hide()
        self._text.find_all("")
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Escape is for this bar, not for a comparison."""
        if isinstance(event, QKeyEvent) and is_escape_wanted(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _counted(at: int, count: int) -> str:
    if not count:
        return "not found"
    return f"{at} of {count}" if at else f"{count} places"
