"""The facts of an event as rows: a name at the left, its lines at the right, each a link where it
leads to another event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from timeline_app.session.facts import Fact, FactLine
from timeline_app.window.plain import LinkLabel, PlainLabel

NAME_WIDTH = 72
MOST_LINES = 60
"""So many lines of one fact are shown; each is a widget."""


def _shortened(lines: Sequence[FactLine]) -> Sequence[FactLine]:
    """The lines, or the first of very many and how many more there are."""
    if len(lines) <= MOST_LINES:
        return lines
    return *lines[:MOST_LINES], FactLine(f"… and {len(lines) - MOST_LINES:,} more", soft=True)


class EventLink(LinkLabel):
    """A line that leads to an event."""

    chosen = Signal(int)

    def __init__(self, line: FactLine, event: int, parent: QWidget) -> None:
        super().__init__(line.text, parent)
        self._event = event
        self.activated.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._event)


class FactList(QWidget):
    """All facts. It is filled anew for each event."""

    event_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._body: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts instead of those before."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        if self._body is not None:
            self._box.removeWidget(self._body)
            self._body.hide()  # it is deleted only when the event loop comes round
            self._body.deleteLater()
        self._body = self._filled()
        self._box.addWidget(self._body)

    def shows(self, name: str) -> bool:
        """Whether a fact of that name is shown."""
        return any(fact.name == name for fact in self._facts)

    def _filled(self) -> QWidget:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, fact in enumerate(self._facts):
            name = PlainLabel(fact.name, body, name="factName")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            lines = QVBoxLayout()
            lines.setSpacing(3)
            for line in _shortened(fact.lines):
                lines.addWidget(self._line(line, body))
            grid.addLayout(lines, row, 1)
        return body

    def _line(self, line: FactLine, body: QWidget) -> PlainLabel:
        if line.event is not None:
            link = EventLink(line, line.event, body)
            link.chosen.connect(self.event_chosen)
            return link
        label = PlainLabel(line.text, body, name="soft" if line.soft else "")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
