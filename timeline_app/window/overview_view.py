"""What carries the overview on the screen, and the drags of its region, which can be moved, and
pulled at its sides."""

from __future__ import annotations

from typing import Protocol

import pyqtgraph
from pyqtgraph.GraphicsScene.mouseEvents import HoverEvent, MouseDragEvent
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from timeline_app.window.overview_region import Part, Region

CURSORS = {
    Part.NONE: Qt.CursorShape.ArrowCursor,
    Part.FIRST: Qt.CursorShape.SizeHorCursor,
    Part.LAST: Qt.CursorShape.SizeHorCursor,
    Part.INSIDE: Qt.CursorShape.OpenHandCursor,
}


class Strip(Protocol):
    """What the view shows, and what it says is done to that."""

    def region(self) -> Region | None:
        """Where the region is, if there is one."""

    def paint_on(self, painter: QPainter) -> None:
        """Paint marks and region, in pixels of the viewport."""

    def hover(self, part: Part) -> None:
        """The pointer is at this part of the region."""

    def move_to(self, first: float, last: float) -> None:
        """The region was moved."""


class StripBox(pyqtgraph.ViewBox):
    """A bare view box whose drags move the region or one of its sides."""

    def __init__(self, strip: Strip) -> None:
        super().__init__(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self._strip = strip
        self._held = Part.NONE
        self._held_region: Region | None = None
        self.setAcceptHoverEvents(True)

    def mouseDragEvent(self, ev: MouseDragEvent, axis: int | None = None) -> None:  # noqa: ARG002
        """A drag moves what it began on; one that began elsewhere moves nothing."""
        if ev.button() != Qt.MouseButton.LeftButton:
            return
        ev.accept()
        if ev.isStart():
            self._held_region = self._strip.region()
            begun = ev.buttonDownScenePos().x()
            region = self._held_region
            self._held = region.part_at(begun) if region is not None else Part.NONE
        if self._held_region is not None and self._held is not Part.NONE:
            moved = ev.scenePos().x() - ev.buttonDownScenePos().x()
            self._strip.move_to(*self._held_region.dragged(self._held, moved))
        if ev.isFinish():
            self._held_region = None

    def hoverEvent(self, ev: HoverEvent) -> None:
        """Show what can be taken hold of."""
        region = None if ev.isExit() else self._strip.region()
        part = region.part_at(ev.scenePos().x()) if region is not None else Part.NONE
        self.setCursor(CURSORS[part])
        self._strip.hover(part)


class OverviewView(pyqtgraph.GraphicsView):
    """Shows the marks and the region; says to its strip where the reviewer has moved the region."""

    def __init__(self, strip: Strip, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self._strip = strip
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # As that of a chart: the strip covers all of it.
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        self._box = StripBox(strip)
        self.setCentralItem(self._box)

    def refresh(self) -> None:
        """Paint anew."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The strip paints all of it, as a canvas does."""
        with QPainter(self.viewport()) as painter:
            self._strip.paint_on(painter)
