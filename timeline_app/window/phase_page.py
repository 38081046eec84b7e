"""The phases of two compared cases with what differs at a glance beside them, or beneath them where
there is not the width for both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.differences import differences_in_words
from timeline_app.session.change import Change
from timeline_app.session.session import Session
from timeline_app.tables.comparison_table import NO_DIFFERENCE, NO_STRETCH
from timeline_app.window.phase_table import PhaseTable
from timeline_app.window.plain import PlainLabel

FIRST_SIZES = (720, 300)
BENEATH_SIZES = (650, 350)
BESIDE_WIDTH = 720
"""Pixels below which the sentences stand beneath the table, so that neither is squeezed."""


class PhasePage(QWidget):
    """The table, and sentences."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: CaseComparison | None = None
        self.table = PhaseTable(session, self)
        self.parts = QSplitter(Qt.Orientation.Horizontal, self)
        self.parts.setHandleWidth(1)
        self.parts.setChildrenCollapsible(False)
        self.glance = PlainLabel(parent=self)
        self.glance.setWordWrap(True)
        self.glance.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.glance.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._title = PlainLabel("What differs at a glance", self, name="paneTitle")
        self._arrange()
        session.subscribe(self.take)
        self.take(Change.everything())

    def _arrange(self) -> None:
        inner = QWidget(self)
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(14, 8, 14, 8)
        lines.setSpacing(6)
        lines.addWidget(self._title)
        lines.addWidget(self.glance)
        lines.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(120)
        scroll.setWidget(inner)
        self.parts.addWidget(self.table)
        self.parts.addWidget(scroll)
        self.parts.setSizes(list(FIRST_SIZES))
        for place, share in enumerate(FIRST_SIZES):
            self.parts.setStretchFactor(place, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room, else one above the other."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_WIDTH
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.parts.orientation() != orientation:
            self.parts.setOrientation(orientation)
            self._title.setVisible(beside)  # beneath, the lines need its room
            self.parts.setSizes(list(FIRST_SIZES if beside else BENEATH_SIZES))

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        comparison = self._session.comparison
        if change & (Change.COMPARING | Change.CASES) and comparison is not self._shown:
            self._shown = comparison
            self.glance.setText(_sentences(comparison) if comparison is not None else "")


def _sentences(comparison: CaseComparison) -> str:
    """What differs, a sentence on each line."""
    found = list(differences_in_words(comparison)) or [NO_DIFFERENCE]
    if not comparison.phases:
        found.insert(0, NO_STRETCH)
    return "\n".join(f"·  {sentence}" for sentence in found)
