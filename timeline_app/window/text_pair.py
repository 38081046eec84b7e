"""The source texts of two compared cases beside each other, each with the passage of what is chosen
there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from timeline_app.session.comparing import Side
from timeline_app.session.session import Session
from timeline_app.session.side_panel import SidePanel
from timeline_app.window.appearance import Appearance
from timeline_app.window.plain import PlainLabel
from timeline_app.window.source_view import SourceView


class TextPair(QWidget):
    """A source view for each side."""

    attach_asked = Signal()

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.parts = QSplitter(Qt.Orientation.Horizontal, self)
        self.parts.setHandleWidth(1)
        self.parts.setChildrenCollapsible(False)
        self.sides: dict[Side, SourceView] = {}
        for side in Side:
            view = SourceView(SidePanel(session, side), appearance, self)
            view.put_before(PlainLabel(str(side), view, name=f"letter{side}"))
            view.text.setAccessibleName(f"Text of the source of {side}")
            view.attach_asked.connect(self.attach_asked)
            self.parts.addWidget(view)
            self.sides[side] = view
        self.parts.setSizes([10_000, 10_000])
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.parts)
