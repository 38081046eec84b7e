"""A line of plain text that is cut with an ellipsis where it has no room."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.layout.plain import plain_line
from timeline_app.window.plain import plain_tooltip

LEAST_WIDTH = 48
MOST_LENGTH = 600
"""So many characters are measured at most; no window is wide enough for more."""


class ElidedLabel(QLabel):
    """One line; what is cut off is in its tooltip, and assistive technology reads it whole."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        self._whole = ""  # Qt asks for the size while it is still being made
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        if name:
            self.setObjectName(name)

    @property
    def whole_text(self) -> str:
        """The line before it is cut."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show this text on one line."""
        line = plain_line(text)[:MOST_LENGTH]
        if line == self._whole:
            return
        self._whole = line
        self.setAccessibleName(line)
        self.updateGeometry()
        self._cut()

    def sizeHint(self) -> QSize:
        """As wide as the whole line, and a line high also where there is nothing to say."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        line = ceil(QFontMetricsF(self.font()).height())
        return QSize(width, max(line, super().sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """It gives way to its neighbours."""
        wanted = self.sizeHint()
        return QSize(min(LEAST_WIDTH, wanted.width()), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        """Another font is wider, or narrower."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self._cut()

    def _cut(self) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")
