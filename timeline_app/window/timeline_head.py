"""What stands over a timeline: its title and summary, and notices of what is not to be seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.session.comparing import Side
from timeline_app.session.panel import PanelWords
from timeline_app.window.elided_label import ElidedLabel
from timeline_app.window.plain import PlainLabel


class TimelineHead(QWidget):
    """Title, summary and notices. That of one side of a comparison is one row, has the colour of
    its side, and shows whether it is the active one."""

    show_hidden_asked = Signal()
    fit_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, side: Side | None = None) -> None:
        super().__init__(parent)
        self._words = PanelWords()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(self, name="heading" if side is None else f"heading{side}")
        self.summary: ElidedLabel | PlainLabel
        self.hidden_notice = QPushButton(self)
        self.hidden_notice.setObjectName("notice")
        self.bases_notice = PlainLabel(parent=self, name="notice")
        self.lost_notice = QPushButton(self)
        self.lost_notice.setObjectName("notice")
        box = QVBoxLayout(self)
        box.setSpacing(2)
        if side is not None:
            self.setObjectName(f"head{side}")
            box.setContentsMargins(14, 5, 14, 5)
            box.addLayout(self._row())
        else:
            box.setContentsMargins(14, 10, 14, 8)
            self.summary = PlainLabel(parent=self, name="soft")
            self.summary.setWordWrap(True)
            box.addWidget(self.title)
            box.addWidget(self.summary)
        notices = QHBoxLayout()
        notices.setSpacing(8)
        for notice in (self.hidden_notice, self.bases_notice, self.lost_notice):
            notice.hide()  # else the first layout leaves room for them, and is made twice
            notices.addWidget(notice)
        notices.addStretch(1)
        box.addLayout(notices)
        self.hidden_notice.clicked.connect(self.show_hidden_asked)
        self.lost_notice.clicked.connect(self.fit_asked)

    def _row(self) -> QHBoxLayout:
        self.summary = ElidedLabel(self, name="soft")
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.summary, 1)
        return row

    def show_words(self, words: PanelWords) -> None:
        """Show title, summary and what is hidden or does not count."""
        if words == self._words:
            return
        self._words = words
        self.title.show_text(words.title)
        if isinstance(self.summary, ElidedLabel):
            self.summary.show_text(words.summary)
        else:
            self.summary.setText(words.summary)
        self.hidden_notice.setText(f"{words.hidden} — show all (H)")
        self.hidden_notice.setVisible(bool(words.hidden))
        self.bases_notice.setText(words.bases.capitalize())
        self.bases_notice.setVisible(bool(words.bases))

    def show_active(self, *, active: bool) -> None:
        """Show whether everything else in the window speaks of this case."""
        if self.property("active") != active:
            self.setProperty("active", active)
            self.style().unpolish(self)
            self.style().polish(self)

    def words_shown(self) -> tuple[QWidget, ...]:
        """The parts that hold words now, through which nothing may be drawn."""
        parts = (self.title, self.summary, self.hidden_notice, self.bases_notice, self.lost_notice)
        return tuple(part for part in parts if part.isVisible())

    def show_lost(self, *, lost: bool) -> None:
        """Say it where the stretch shows no event, with the way back."""
        shown = self._words.shown
        self.lost_notice.setText(f"No event lies here; {shown} elsewhere — fit the case (F)")
        self.lost_notice.setVisible(lost and shown > 0)
