"""The facts of an event as rows: a name at the left, its lines at the right, each a link where it
leads to another event.

The labels are used again for the next event. A widget that is thrown away leaves a few hundred
bytes behind in Qt, and a reviewer steps through thousands of events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from timeline_app.session.facts import Fact, FactLine
from timeline_app.window.plain import LinkLabel, PlainLabel

NAME_WIDTH = 72
MOST_LINES = 60
"""So many lines of one fact are shown; each is a widget."""

Label = TypeVar("Label", bound=PlainLabel)


def _shortened(lines: Sequence[FactLine]) -> Sequence[FactLine]:
    """The lines, or the first of very many and how many more there are."""
    if len(lines) <= MOST_LINES:
        return lines
    return *lines[:MOST_LINES], FactLine(f"… and {len(lines) - MOST_LINES:,} more", soft=True)


class EventLink(LinkLabel):
    """A line that leads to an event."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._event = -1
        self.activated.connect(self._choose)

    def lead_to(self, event: int) -> None:
        """Lead to this event from now on."""
        self._event = event

    def _choose(self) -> None:
        self.chosen.emit(self._event)


class Labels(Generic[Label]):
    """Labels of one kind: as many as were ever shown at once."""

    def __init__(self, make: Callable[[], Label]) -> None:
        self._make = make
        self._made: list[Label] = []
        self._used = 0

    def take(self, text: str) -> Label:
        """A label that says this, behind all others that are shown."""
        if self._used == len(self._made):
            self._made.append(self._make())
        label = self._made[self._used]
        self._used += 1
        label.setText(text)
        label.raise_()  # assistive technology reads in this order
        return label

    def take_back(self) -> None:
        """All of them are free again."""
        self._used = 0

    def show_taken(self) -> None:
        """Show those that are used, and those alone."""
        for place, label in enumerate(self._made):
            if label.isHidden() == (place < self._used):
                label.setVisible(place < self._used)


class FactList(QWidget):
    """All facts of one event."""

    event_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[QVBoxLayout] = []
        self._placed: list[tuple[QLayout, PlainLabel]] = []
        self._names = Labels(self._new_name)
        self._links = Labels(self._new_link)
        self._plain, self._soft = Labels(self._new_plain), Labels(self._new_soft)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._body)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts instead of those before."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        self._body.hide()  # a link that has the focus gives it up: it leads elsewhere now
        kinds = (self._names, self._links, self._plain, self._soft)
        for labels in kinds:
            labels.take_back()
        while self._placed:  # takeAt() would leave its item behind
            layout, label = self._placed.pop()
            layout.removeWidget(label)
        for row, fact in enumerate(self._facts):
            self._fill(row, fact)
        for labels in kinds:
            labels.show_taken()
        self._body.show()

    def shows(self, name: str) -> bool:
        """Whether a fact of that name is shown."""
        return any(fact.name == name for fact in self._facts)

    def _fill(self, row: int, fact: Fact) -> None:
        if row == len(self._rows):
            lines = QVBoxLayout()
            lines.setSpacing(3)
            self._rows.append(lines)
            self._grid.addLayout(lines, row, 1)
        name, lines = self._names.take(fact.name), self._rows[row]
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._placed.append((self._grid, name))
        for line in _shortened(fact.lines):
            label = self._line(line)
            lines.addWidget(label)
            self._placed.append((lines, label))

    def _line(self, line: FactLine) -> PlainLabel:
        if line.event is not None:
            link = self._links.take(line.text)
            link.lead_to(line.event)
            return link
        return (self._soft if line.soft else self._plain).take(line.text)

    # -- the labels

    def _new_name(self) -> PlainLabel:
        return PlainLabel(parent=self._body, name="factName")

    def _new_link(self) -> EventLink:
        link = EventLink(self._body)
        link.chosen.connect(self.event_chosen)
        return link

    def _new_plain(self) -> PlainLabel:
        return self._new_words("")

    def _new_soft(self) -> PlainLabel:
        return self._new_words("soft")

    def _new_words(self, name: str) -> PlainLabel:
        label = PlainLabel(parent=self._body, name=name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
