"""What carries the overview on the screen: pyqtgraph's region over the marks of the whole case. It
can be dragged, and pulled at its sides."""

from __future__ import annotations

from typing import Protocol

import pyqtgraph
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from timeline_app.window.pixel_item import PixelItem

GRIP = 8
"""Pixels of a side of the window while the pointer is at it; within so many it can be pulled."""


class Strip(Protocol):
    """What the view shows, and what it says is done to that."""

    def ground(self) -> QColor:
        """The colour behind the marks."""

    def edge(self) -> QColor:
        """The colour of the sides of the region."""

    def veil(self, *, hovered: bool = False) -> QColor:
        """The colour over what is seen."""

    def paint_marks(self, painter: QPainter) -> None:
        """Paint the marks, in pixels of the viewport."""

    def move_to(self, first: float, last: float) -> None:
        """The region was moved."""


class OverviewView(pyqtgraph.GraphicsView):
    """Shows the marks and the region; says to its strip where the reviewer has moved the region."""

    def __init__(self, strip: Strip, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self._strip = strip
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self._item = PixelItem(strip.paint_marks)
        self._region = pyqtgraph.LinearRegionItem()
        self._region.setZValue(10)
        self._box.addItem(self._item, ignoreBounds=True)
        self._box.addItem(self._region, ignoreBounds=True)
        self.setCentralItem(self._box)
        self._region.sigRegionChanged.connect(self._dragged)
        self._quiet = False
        self._whole = (0.0, 0.0)
        self.set_theme()

    def see(self, whole: tuple[float, float], seen: tuple[float, float] | None) -> None:
        """Show the whole stretch and the region on it, if there is one."""
        self._region.setVisible(seen is not None)
        self._quiet = True
        try:
            if whole != self._whole:
                self._whole = whole
                self._box.setXRange(*whole, padding=0.0)
                self._box.prepareForPaint()
            if seen is not None:
                self._region.setRegion(seen)
        finally:
            self._quiet = False
        self._item.update()

    @Slot()
    def _dragged(self) -> None:
        if not self._quiet:
            first, last = self._region.getRegion()
            self._strip.move_to(float(first), float(last))

    def set_theme(self) -> None:
        """Take the colours of the strip."""
        self.setBackground(self._strip.ground())
        self._region.setBrush(self._strip.veil())
        self._region.setHoverBrush(self._strip.veil(hovered=True))
        for line in self._region.lines:
            line.setPen(QPen(self._strip.edge(), 0))
            line.setHoverPen(QPen(self._strip.edge(), GRIP))
        self._item.update()
