"""Case text in widgets, as plain text and nothing else.

Qt guesses rich text in labels, tooltips and message boxes, and rich text opens files. So case text
goes through one of these, and nothing else in the window shows it:
* `PlainLabel`, a label whose format is fixed to plain, and which no endless word can widen;
* `plain_tooltip`, which escapes a text so that Qt has nothing to guess;
* `without_mnemonic`, for actions and buttons, where `&` would mark a key.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.layout.plain import plain_line

TOOLTIP_LINES = 12
ACTION_LENGTH = 100
LABEL_LENGTH = 6_000
BREAK_EVERY = 12
ZERO_WIDTH_SPACE = "\u200b"
_LONG_RUN = re.compile(rf"\S{{{BREAK_EVERY}}}(?=\S)")


def plain_tooltip(text: str) -> str:
    """A tooltip that shows this text as it stands, line breaks kept, shortened where endless."""
    # Here, not above: it brings the names of all entities with it, and the first frame no tooltip.
    from html import escape  # noqa: PLC0415

    lines = [escape(plain_line(line)) for line in text.splitlines()[:TOOLTIP_LINES]]
    return "<qt>" + "<br>".join(lines) + "</qt>" if lines else ""


def breakable(text: str) -> str:
    """The text with a place to break in every long word, cut where it would fill screens."""
    if len(text) > LABEL_LENGTH:
        text = text[:LABEL_LENGTH] + "…"
    lines = (plain_line(part) for part in text.splitlines())
    return _LONG_RUN.sub(lambda run: run.group() + ZERO_WIDTH_SPACE, "\n".join(lines))


def without_mnemonic(text: str) -> str:
    """The text for an action or a button, on one line, with no character taken as a key. Of a long
    one the end is kept, which tells paths apart."""
    line = plain_line(text)
    if len(line) > ACTION_LENGTH:
        line = "…" + line[1 - ACTION_LENGTH :]
    return line.replace("&", "&&")


class PlainLabel(QLabel):
    """A label that shows plain text only."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)  # else a label with a border of the style sheet is set in
        self.setText(text)
        if name:
            self.setObjectName(name)

    def setText(self, text: str) -> None:
        """Show this text; it can always be wrapped."""
        super().setText(breakable(text))


class LinkLabel(PlainLabel):
    """A wrapped line of text that leads somewhere: click, Return or Space."""

    activated = Signal()

    def __init__(self, text: str, parent: QWidget | None = None, *, name: str = "link") -> None:
        super().__init__(text, parent, name=name)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click within the label leads on."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space lead on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)
