"""The middle of the window while two cases are compared: the shared line, and the same timeline
view twice, stacked or side by side, with the lines between pairs over both and one legend beneath.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from timeline_app.drawing.legend import Meaning, meanings_in
from timeline_app.session.change import Change
from timeline_app.session.comparing import Side
from timeline_app.session.session import Session
from timeline_app.session.side_panel import side_panels
from timeline_app.window.appearance import Appearance
from timeline_app.window.comparison_bar import ComparisonBar
from timeline_app.window.legend_picture import LegendPicture
from timeline_app.window.menus import Menus
from timeline_app.window.pair_overlay import PairOverlay
from timeline_app.window.timeline_view import LEGEND_HEIGHT, TimelineView, soon

SHOWN = Change.COMPARING | Change.CURRENT
EQUAL = (10_000, 10_000)
STACKED_LEGEND_HEIGHT = 540
"""Pixels below which two panels one above the other need the room of the legend."""


class ComparisonView(QWidget):
    """Two panels and what they share."""

    def __init__(
        self,
        session: Session,
        menus: Menus,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.bar = ComparisonBar(session, menus, self)
        self._frame = QWidget(self)
        self.panels = QSplitter(Qt.Orientation.Vertical, self._frame)
        self.panels.setHandleWidth(1)
        self.panels.setChildrenCollapsible(False)
        self._side_panels = side_panels(session)
        timer = soon(self)
        self.sides = {
            side: TimelineView(panel, appearance, self.panels, side=side, timer=timer)
            for side, panel in self._side_panels.items()
        }
        for view in self.sides.values():
            self.panels.addWidget(view)
        self.panels.setSizes(list(EQUAL))
        self.overlay = PairOverlay(
            session,
            appearance,
            (
                (self._side_panels[Side.A], self.sides[Side.A]),
                (self._side_panels[Side.B], self.sides[Side.B]),
            ),
            self._frame,
        )
        self.legend = LegendPicture(appearance, self)
        self._arrange()
        self._connect(timer)
        session.subscribe(self.take)
        self.take(Change.everything())

    def _arrange(self) -> None:
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.panels)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self._frame, 1)
        box.addWidget(self.legend)

    def _connect(self, timer: QTimer) -> None:
        self.panels.splitterMoved.connect(self.overlay.update)
        timer.timeout.connect(self._level_heads)
        timer.timeout.connect(self._explain)
        for side, view in self.sides.items():
            view.lane_scroll.valueChanged.connect(self.sides[side.opposite].follow_lanes)
        # Not while it paints, but when it has.
        self.overlay.noted.connect(self.bar.show_note, Qt.ConnectionType.QueuedConnection)

    def take(self, change: Change) -> None:
        """Show what the session holds now."""
        if change & SHOWN:
            self._turn()
            active = self._session.active_side
            for side, view in self.sides.items():
                view.head.show_active(active=side is active)
        if change & (SHOWN | Change.SELECTION):
            self.overlay.update()
        if change & (Change.SELECTION | Change.HOVER) and self.isVisible():
            self._explain()

    def _turn(self) -> None:
        """Stacked or side by side; each panel gets half of the room when that changes."""
        stacked = self._session.manner.stacked
        orientation = Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        if self.panels.orientation() != orientation:
            self.panels.setOrientation(orientation)
            self.panels.setSizes(list(EQUAL))
        for view in self.sides.values():
            view.follows_lanes = not stacked and self._session.manner.linked

    @Slot()
    def _level_heads(self) -> None:
        """Side by side both charts begin at one height, whatever stands over them."""
        heads = [view.head for view in self.sides.values()]
        least = 0
        if not self._session.manner.stacked:
            least = max(head.sizeHint().height() for head in heads)
        for head in heads:
            head.setMinimumHeight(least)

    @Slot()
    def _explain(self) -> None:
        """One legend tells the signs of both charts, where the lanes leave room for it."""
        stacked = self._session.manner.stacked
        least = STACKED_LEGEND_HEIGHT if stacked else LEGEND_HEIGHT
        if self.height() < least:
            self.legend.hide()
            return
        paired = bool(self.overlay.lines().lines)
        shown = {
            meaning
            for side, view in self.sides.items()
            for meaning in meanings_in(
                view.canvas.chart, self._side_panels[side].emphasis(), paired=paired
            )
        }
        meanings = tuple(meaning for meaning in Meaning if meaning in shown)
        self.legend.explain((), meanings, float(self.width()))
        self.legend.setVisible(bool(meanings))

    def focus(self, side: Side) -> None:
        """Give the focus to the panel of a side."""
        self.sides[side].canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys are for the panel in which the reviewer is."""
        super().showEvent(event)
        side = self._session.active_side
        if side is not None and not event.spontaneous():
            self.focus(side)
