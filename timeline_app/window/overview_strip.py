"""The strip beneath the timeline: the whole case small, and a window on what is seen.

The window is pyqtgraph's region: it can be dragged, and pulled at its sides.
"""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QWidget

from timeline_app.drawing.overview import paint_overview
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.layout.overview import Overview
from timeline_app.window.appearance import Appearance, qt_colour
from timeline_app.window.pixel_item import PixelItem

HEIGHT = 44
GRIP = 8
"""Pixels of a side of the window while the pointer is at it; within so many it can be pulled."""


class OverviewStrip(pyqtgraph.GraphicsView):
    """Shows an overview and a region; says when the reviewer moves the region."""

    moved = Signal(float, float)  # first and last, in the units of the axis

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._appearance = appearance
        self._overview: Overview | None = None
        self.setFixedHeight(HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Overview of the whole case")
        self._box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0.0)
        self._item = PixelItem(self.paint_on)
        self._region = pyqtgraph.LinearRegionItem()
        self._region.setZValue(10)
        self._box.addItem(self._item, ignoreBounds=True)
        self._box.addItem(self._region, ignoreBounds=True)
        self.setCentralItem(self._box)
        self._region.sigRegionChanged.connect(self._dragged)
        self._quiet = False
        self.set_theme()

    def show_overview(
        self, overview: Overview | None, whole: tuple[float, float], seen: tuple[float, float]
    ) -> None:
        """Show the whole stretch and, on it, what is seen."""
        self._overview = overview
        self._region.setVisible(overview is not None)
        self._quiet = True
        try:
            self._box.setXRange(whole[0], max(whole[1], whole[0] + 1e-9), padding=0.0)
            self._box.prepareForPaint()
            self._region.setRegion((max(seen[0], whole[0]), min(seen[1], whole[1])))
        finally:
            self._quiet = False
        self._item.update()

    @Slot()
    def _dragged(self) -> None:
        if not self._quiet:
            first, last = self._region.getRegion()
            self.moved.emit(float(first), float(last))

    def set_theme(self) -> None:
        """Take the colours of the theme that holds now."""
        theme = self._appearance.theme
        self.setBackground(qt_colour(theme.band))
        region = QColor(qt_colour(theme.accent))
        region.setAlpha(34)
        self._region.setBrush(region)
        region.setAlpha(54)
        self._region.setHoverBrush(region)
        for line in self._region.lines:
            line.setPen(QPen(qt_colour(theme.accent), 0))
            line.setHoverPen(QPen(qt_colour(theme.accent), GRIP))
        self._item.update()

    def paint_on(self, painter: QPainter) -> None:
        """Paint the marks of the overview."""
        if self._overview is None:
            return
        surface = QtSurface(painter, self._appearance.fonts)
        paint_overview(self._overview, surface, self._appearance.theme)
