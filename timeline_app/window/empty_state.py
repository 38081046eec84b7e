"""What is shown where there is no case to show: what to do, or what is wrong with the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.session import Session
from timeline_app.window.commands import Commands
from timeline_app.window.plain import PlainLabel
from timeline_app.window.problem_list import problem_words

ERRORS_SHOWN = 6


class EmptyState(QWidget):
    """Stands in place of the timeline."""

    def __init__(self, session: Session, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._title = PlainLabel(parent=self, name="emptyTitle")
        self._words = PlainLabel(parent=self, name="soft")
        for label in (self._title, self._words):
            label.setWordWrap(True)
        self._open = QPushButton("Open files…", self)
        self._nine = QPushButton("Open the nine cases", self)
        self._again = QPushButton("Read the file again", self)
        self._open.clicked.connect(commands.open_files)
        self._nine.clicked.connect(commands.open_bundled)
        self._again.clicked.connect(commands.reload)
        buttons = QHBoxLayout()
        for button in (self._open, self._nine, self._again):
            buttons.addWidget(button)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(48, 48, 48, 48)
        box.setSpacing(14)
        box.addStretch(1)
        box.addWidget(self._title)
        box.addWidget(self._words)
        box.addLayout(buttons)
        box.addStretch(2)
        box.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        session.subscribe(self.take)
        self.take(Change.everything())

    def take(self, change: Change) -> None:
        """Say what holds now."""
        if not change & Change.CURRENT:
            return
        current = self._session.current
        self._again.setVisible(current is not None)
        if current is None:
            self._title.setText("No case is open")
            self._words.setText(
                "Open case files or a folder of them, or drop them here.\n"
                "A case file is named like *.case.json."
            )
            return
        errors = current.opened.reading.errors
        if not errors:
            self._title.setText("This case has no events")
            self._words.setText("The file is in order, but tells of nothing that happened.")
            return
        self._title.setText(f"{plain_line(current.opened.name)} does not open")
        shown = "\n\n".join(problem_words(error) for error in errors[:ERRORS_SHOWN])
        rest = len(errors) - ERRORS_SHOWN
        more = f"\n\n… and {rest} more under Problems." if rest > 0 else ""
        self._words.setText(shown + more)
