"""The pane at the right: what happened, when in words, why, and the source's own text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from timeline_app.case.opening import NOTHING
from timeline_app.case.sources.passages import Owner, PassageState
from timeline_app.case.sources.texts import SourceText as SourceTextAtHand
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.facts import event_facts
from timeline_app.session.session import Session
from timeline_app.session.status import kind_words
from timeline_app.window.appearance import Appearance, glyph_pixmap
from timeline_app.window.fact_list import FactList
from timeline_app.window.find_bar import FindBar
from timeline_app.window.plain import LinkLabel, PlainLabel, breakable
from timeline_app.window.source_text import Mark, SourceText

SHOWN = Change.CURRENT | Change.SELECTION | Change.SOURCE
STATE_WORDS = {
    PassageState.LOST: "This event's passage could not be found in the attached text.",
    PassageState.FOUND_AGAIN: "The attached text differs from the one the case was written from; "
    "passages were found again by their wording.",
}


class DetailPane(QWidget):
    """Facts above, text beneath, a movable border between."""

    attach_asked = Signal()

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._glyph = QLabel(self)
        self._kind = PlainLabel(parent=self, name="kindName")
        self._kind.setWordWrap(True)
        self._title = PlainLabel(parent=self, name="heading")
        self._title.setWordWrap(True)
        self.facts = FactList(self)
        self.text = SourceText(appearance, self)
        self.find_bar = FindBar(self.text, self)
        self.sources = QComboBox(self)
        self.sources.setAccessibleName("Source")
        self.sources.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._count = PlainLabel(parent=self, name="soft")
        self._attach = LinkLabel("Attach…", self)
        self._attach.setWordWrap(False)
        self._remark = PlainLabel(parent=self, name="soft")
        self._remark.setWordWrap(True)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self._arrange()
        self.facts.event_chosen.connect(session.select)
        self.text.event_clicked.connect(session.select)
        self.sources.activated.connect(session.choose_source)
        self._attach.activated.connect(self.attach_asked)
        self.find_bar.closed.connect(self.text.setFocus)
        appearance.changed.connect(self._show_head)
        session.subscribe(self.take)
        self.take(Change.everything())

    def sizeHint(self) -> QSize:
        """A sensible first size."""
        return QSize(360, 600)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._glyph)
        head.addWidget(self._kind, 1)
        body = QWidget(self)
        above = QVBoxLayout(body)
        above.setContentsMargins(16, 14, 14, 10)
        above.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self._title)
        above.addWidget(self.facts)
        above.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 4)
        bar.setSpacing(8)
        bar.addWidget(self.sources, 1)
        bar.addWidget(self._count)
        bar.addWidget(self._attach)
        beneath = QWidget(self)
        below = QVBoxLayout(beneath)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        rule = QFrame(self)
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        below.addWidget(rule)
        below.addLayout(bar)
        self._remark.setContentsMargins(14, 0, 14, 4)
        below.addWidget(self._remark)
        below.addWidget(self.find_bar)
        below.addWidget(self.text, 1)
        self.parts.addWidget(scroll)
        self.parts.addWidget(beneath)
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
        if change & Change.CURRENT:
            self._list_sources()
        if change & SHOWN:
            self._show_text()

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

    def _list_sources(self) -> None:
        chronology = self._session.chronology
        self.sources.clear()
        if chronology is not None:
            for source in chronology.case.sources:
                self.sources.addItem(breakable(plain_line(source.title)))

    def _show_text(self) -> None:
        entry, shown = self._session.current, self._session.shown_source
        if entry is None or shown is None:
            self.text.show_text("", NOTHING)
            self._count.setText("")
            self._remark.setText("")
            return
        self.sources.setCurrentIndex(shown)
        self._count.setText(f"{shown + 1} of {self.sources.count()}")
        text = entry.opened.text_of(shown)
        another = self.text.show_text(text.text if text else "", entry.opened.display_of(shown))
        marks = [
            Mark(
                *one.span,
                one.event,
                underlined=one.purpose == "date" or one.owner is not Owner.EVENT,
            )
            for one in entry.opened.passages_in(shown)
            if one.span is not None
        ]
        self.text.show_marks(marks, self._session.selected)
        if another:
            self.find_bar.mark_again()
        self._show_remark(shown, text)

    def _show_remark(self, shown: int, text: SourceTextAtHand | None) -> None:
        """Say what stands between the reviewer and the text: not attached, differing, lost."""
        entry, event = self._session.current, self._session.selected
        if entry is None:
            return
        states = {
            one.state
            for one in (entry.opened.passages_of(event) if event is not None else ())
            if one.source == shown
        }
        case = entry.opened.reading.case
        remark = ""
        if text is None and case is not None:
            remark = _not_attached(case.sources[shown].text is not None)
        elif PassageState.LOST in states:
            remark = STATE_WORDS[PassageState.LOST]
        elif text is not None and not text.exact:
            remark = STATE_WORDS[PassageState.FOUND_AGAIN]
        elif not states and event is not None:
            remark = "This source does not tell of the event."
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))


def _not_attached(elsewhere: bool) -> str:
    if elsewhere:
        return (
            "The article is not contained in the case. Attach it (Ctrl+T) to see the passage in it."
        )
    return "The case names this source, but points into no text of it."
