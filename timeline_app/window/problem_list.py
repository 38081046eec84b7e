"""Errors, problems and notes of the shown file, as a list that stays.

Where one concerns an event, choosing it chooses the event.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from timeline_app.case.problems import Problem, Severity
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.session import Session
from timeline_app.window.plain import plain_tooltip

HEADS = {Severity.ERROR: "Error", Severity.PROBLEM: "Problem", Severity.NOTE: "Note"}


def problem_words(problem: Problem) -> str:
    """One problem on a few lines: what is wrong, what would be right, and where."""
    lines = [f"{HEADS[problem.severity]} · {plain_line(problem.text)}"]
    if problem.expected:
        lines.append(f"Right would be: {plain_line(problem.expected)}")
    place = " · ".join(part for part in (problem.place, problem.path, problem.code) if part)
    lines.append(plain_line(place))
    return "\n".join(lines)


class ProblemItem(QListWidgetItem):
    """One problem. Its tooltip is made when the pointer asks for it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem_words(problem))
        self._text = problem.text

    def data(self, role: int) -> object:
        """The words of the row, or its tooltip."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._text)
        return super().data(role)


class ProblemList(QListWidget):
    """The second tab under the timeline."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._problems: tuple[Problem, ...] = ()
        self.setAccessibleName("Problems")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._lead)
        self.activated.connect(self._lead)
        session.subscribe(self.take)
        self.take(Change.everything())

    def take(self, change: Change) -> None:
        """Show the problems of the shown file."""
        if not change & Change.CURRENT:
            return
        current = self._session.current
        problems = current.opened.problems if current else ()
        if problems == self._problems and self.count():
            return
        self._problems = problems
        self.clear()
        for problem in problems:
            self.addItem(ProblemItem(problem))
        if not problems:
            item = QListWidgetItem("Nothing to report on this case.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)

    @Slot(QModelIndex)
    def _lead(self, index: QModelIndex) -> None:
        if index.row() < len(self._problems):
            event = self._problems[index.row()].event
            if event is not None:
                self._session.select(event)
