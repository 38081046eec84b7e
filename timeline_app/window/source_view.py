"""A source's text with what belongs to it: which source, what keeps it from being seen, a find bar.

It shows the text of a panel's case with the passage of its chosen event, whichever panel that is.
What is not to be seen is filled when it is. A long text of another case comes a moment after the
case: Qt lays out a paragraph of it as a whole, and once more where the widget gets another width.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.case.opening import NOTHING, OpenedCase
from timeline_app.case.sources.passages import PassageState
from timeline_app.case.sources.texts import SourceText as SourceTextAtHand
from timeline_app.layout.plain import plain_line
from timeline_app.session.change import Change
from timeline_app.session.panel import Panel
from timeline_app.window.appearance import Appearance
from timeline_app.window.marks import Marks, marks_of
from timeline_app.window.plain import LinkLabel, PlainLabel, breakable
from timeline_app.window.source_text import SourceText

if TYPE_CHECKING:
    from timeline_app.window.find_bar import FindBar

LONG = 20_000
"""Characters of a text that comes when the rest of its case has been shown."""
MOMENT = 150
"""How long it waits, in milliseconds: until the first frame has been painted."""
SHOWN = Change.CURRENT | Change.SELECTION | Change.SOURCE | Change.COMPARING
STATE_WORDS = {
    PassageState.LOST: "This event's passage could not be found in the attached text.",
    PassageState.FOUND_AGAIN: "The attached text differs from the one the case was written from; "
    "passages were found again by their wording.",
}

LEAST_WIDTH = 60
"""Pixels of the name of the source, however little room there is."""


class SourceView(QWidget):
    """The text of one panel's case."""

    attach_asked = Signal()

    def __init__(self, panel: Panel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._listed: tuple[str, ...] = ()
        self._shown: tuple[OpenedCase | None, int | None, int | None] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(MOMENT)
        self._later.timeout.connect(self._show_text)
        self.text = SourceText(appearance, self)
        self._find_bar: FindBar | None = None
        self.sources = QComboBox(self)
        self.sources.setAccessibleName("Source")
        # Whatever its titles: it is given what room there is. Qt's own policy for that makes the
        # list of titles at once, which only opens later.
        self.sources.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.sources.setMinimumWidth(LEAST_WIDTH)
        self._count = PlainLabel(parent=self, name="soft")
        self._attach = LinkLabel("Attach…", self)
        self._attach.setWordWrap(False)
        self._remark = PlainLabel(parent=self, name="soft")
        self._remark.setWordWrap(True)
        self._remark.setContentsMargins(14, 0, 14, 4)
        self._bar = QHBoxLayout()
        self._bar.setContentsMargins(14, 8, 14, 4)
        self._bar.setSpacing(8)
        self._bar.addWidget(self.sources, 1)
        self._bar.addWidget(self._count)
        self._bar.addWidget(self._attach)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addLayout(self._bar)
        self._box.addWidget(self._remark)
        self._box.addWidget(self.text, 1)
        self.text.event_clicked.connect(panel.select)
        self.sources.activated.connect(panel.choose_source)
        self._attach.activated.connect(self.attach_asked)
        panel.subscribe(self.take)

    @property
    def find_bar(self) -> FindBar:
        """The bar with which the text is searched; hidden until it is opened."""
        if self._find_bar is None:
            # Here, not above: it is not needed for the first look at a case.
            from timeline_app.window.find_bar import FindBar  # noqa: PLC0415

            self._find_bar = FindBar(self.text, self)
            self._find_bar.closed.connect(self.text.setFocus)
            self._box.insertWidget(self._box.indexOf(self.text), self._find_bar)
        return self._find_bar

    def put_before(self, widget: QWidget) -> None:
        """Show this before the name of the source."""
        self._bar.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if not self.isVisible():
            return
        if change & (Change.CURRENT | Change.COMPARING):
            self._list_sources()
        if change & SHOWN:
            self._later.stop()
            if change & Change.CURRENT and self._waits():
                self._show_nothing()
                self._later.start()
            else:
                self._show_text()

    def _waits(self) -> bool:
        """Whether there is another text to show than before, so long that to lay it out is not to
        keep a case waiting for its first frame."""
        entry, shown = self._panel.entry, self._panel.source
        if entry is None or shown is None:
            return False
        opened, before = entry.opened, self._shown
        if before is not None and before[0] is opened and before[1] == shown:
            return False
        return opened.display_of(shown).length > LONG

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while it could not be seen."""
        super().showEvent(event)
        self.take(Change.everything())
        self.text.reveal_selected()

    def _list_sources(self) -> None:
        chronology = self._panel.chronology
        sources = chronology.case.sources if chronology is not None else ()
        listed = tuple(breakable(plain_line(source.title)) for source in sources)
        if listed != self._listed:
            self._listed = listed
            self.sources.clear()
            self.sources.addItems(listed)

    def _show_text(self) -> None:
        entry, shown = self._panel.entry, self._panel.source
        now = entry.opened if entry is not None else None, shown, self._panel.selected
        before = self._shown
        if before is not None and before[0] is now[0] and before[1:] == now[1:]:
            return
        if entry is None or shown is None:
            self._show_nothing()
            self._shown = now
            return
        self._shown = now
        self.sources.setCurrentIndex(shown)
        self._count.setText(f"{shown + 1} of {self.sources.count()}")
        text = entry.opened.text_of(shown)
        another = self.text.show_text(text.text if text else "", entry.opened.display_of(shown))
        placed = entry.opened.placed
        marks = marks_of(placed.placement, shown) if placed is not None else Marks()
        self.text.show_marks(marks, self._panel.selected)
        if another and self._find_bar is not None:
            self._find_bar.mark_again()
        self._show_remark(shown, text)

    def _show_nothing(self) -> None:
        self._shown = None
        self.text.show_text("", NOTHING)
        self._count.setText("")
        self._remark.setText("")

    def _show_remark(self, shown: int, text: SourceTextAtHand | None) -> None:
        """Say what stands between the reviewer and the text: not attached, differing, lost."""
        entry, event = self._panel.entry, self._panel.selected
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
