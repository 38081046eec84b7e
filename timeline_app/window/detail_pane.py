"""The pane at the right: what happened, when in words, why, and the source's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.facts import event_facts
from timeline_app.session.panel import CasePanel
from timeline_app.session.session import Session
from timeline_app.session.status import kind_words
from timeline_app.window.appearance import Appearance, glyph_pixmap
from timeline_app.window.fact_list import FactList
from timeline_app.window.plain import PlainLabel
from timeline_app.window.source_view import SourceView

if TYPE_CHECKING:
    from timeline_app.window.find_bar import FindBar

SHOWN = Change.CURRENT | Change.SELECTION | Change.SOURCE


class DetailPane(QWidget):
    """Facts above, text beneath, a movable border between."""

    attach_asked = Signal()

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        # Each part is made within the one that holds it, as in the main window.
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self._scroll = QScrollArea(self.parts)
        self._beneath = QWidget(self.parts)
        self._body = QWidget(self._scroll)
        self._glyph = QLabel(self._body)
        self._kind = PlainLabel(parent=self._body, name="kindName")
        self._kind.setWordWrap(True)
        self._title = PlainLabel(parent=self._body, name="heading")
        self._title.setWordWrap(True)
        self.facts = FactList(self._body)
        self.source = SourceView(CasePanel(session), appearance, self._beneath)
        self.text = self.source.text
        self.sources = self.source.sources
        self._arrange()
        self.facts.event_chosen.connect(session.select)
        self.source.attach_asked.connect(self.attach_asked)
        appearance.changed.connect(self._show_head)
        session.subscribe(self.take)
        self.take(Change.everything())

    @property
    def find_bar(self) -> FindBar:
        """The bar with which the text is searched."""
        return self.source.find_bar

    def sizeHint(self) -> QSize:
        """A sensible first size."""
        return QSize(360, 600)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._glyph)
        head.addWidget(self._kind, 1)
        above = QVBoxLayout(self._body)
        above.setContentsMargins(16, 14, 14, 10)
        above.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self._title)
        above.addWidget(self.facts)
        above.addStretch(1)
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._body)
        below = QVBoxLayout(self._beneath)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        rule = QFrame(self._beneath)
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        below.addWidget(rule)
        below.addWidget(self.source, 1)
        self.parts.addWidget(scroll)
        self.parts.addWidget(self._beneath)
        self.parts.setChildrenCollapsible(False)
        self.parts.setSizes([1_000, 1_000])  # one half each, whatever the height
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.parts)

    # -- what is shown

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & SHOWN:
            self._show_head()
            self._show_facts()

    @Slot()
    def _show_head(self) -> None:
        chronology, event = self._session.chronology, self._session.selected
        if chronology is None or event is None:
            self._glyph.clear()
            self._kind.setText("")
            self._title.setText(self._case_words())
            return
        told = chronology.case.events[event]
        self._glyph.setPixmap(
            glyph_pixmap(self._appearance, told.kind, size=20, hollow=told.prevented)
        )
        self._kind.setText(kind_words(told).upper())
        self._title.setText(plain_line(told.title))

    def _case_words(self) -> str:
        current = self._session.current
        if current is None:
            return "No case is open"
        if current.opened.reading.case is None:
            return "This file does not open as a case: see its problems"
        return "No event is chosen"

    def _show_facts(self) -> None:
        chronology, event = self._session.chronology, self._session.selected
        if chronology is None or event is None:
            self.facts.show_facts(())
        else:
            self.facts.show_facts(event_facts(chronology, event, self._session.other))
