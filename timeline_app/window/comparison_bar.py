"""The line that two compared cases share: what holds for both, and how they are held together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from timeline_app.session.change import Change
from timeline_app.session.comparing_words import align_words, shared_line
from timeline_app.session.session import Session
from timeline_app.window.action_button import ActionButton
from timeline_app.window.compare_actions import ALIGN_MENU
from timeline_app.window.elided_label import ElidedLabel
from timeline_app.window.menus import Menus

SWITCHES = (("linked", "Linked"), ("folded", "Folded"), ("side-by-side", "Side by side"))


class ComparisonBar(QWidget):
    """Words at the left, controls at the right."""

    def __init__(self, session: Session, menus: Menus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._note = ""
        self.setObjectName("comparisonBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = ElidedLabel(self, name="soft")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.align = QToolButton(self)
        self.align.setMenu(menus.submenus[ALIGN_MENU])
        self.align.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.align.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 5, 10, 5)
        box.setSpacing(6)
        box.addWidget(self.words, 1)
        box.addWidget(self.align)
        for identity, words in SWITCHES:
            box.addWidget(ActionButton(menus.actions[identity], words, self))
        session.subscribe(self.take)
        self.take(Change.everything())

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        comparing = self._session.comparing
        if comparing is None or not change & (Change.COMPARING | Change.CURRENT):
            return
        self._show_words()
        asked = align_words(comparing.align, comparing.anchors)
        self.align.setText(f"Align: {asked} ▾")
        self.align.setAccessibleName(f"Aligned on {asked}; choose another way")

    @Slot(str)
    def show_note(self, note: str) -> None:
        """Say this of the lines between the pairs, besides."""
        self._note = note
        self._show_words()

    def _show_words(self) -> None:
        words = shared_line(self._session)
        self.words.show_text(f"{words} · {self._note}" if self._note else words)
