"""The strip beneath the timeline: the whole case small, and a window on what is seen.

It is painted at once; then pyqtgraph carries it (`overview_view`) and brings the drags of the
window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from timeline_app.drawing.overview import paint_overview
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.theme import ThemeName
from timeline_app.layout.overview import Overview
from timeline_app.window.appearance import Appearance, qt_colour
from timeline_app.window.carried import Carried
from timeline_app.window.overview_region import Part, Region

if TYPE_CHECKING:
    from timeline_app.window.overview_view import OverviewView

HEIGHT = 44
VEIL = 34
VEIL_UNDER_POINTER = 54
GRIPPED = 5
"""Pixels of a side of the window while the pointer is at it."""


class OverviewStrip(Carried):
    """Shows an overview and a region; says when the reviewer moves the region."""

    moved = Signal(float, float)  # first and last, in the units of the axis

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._overview: Overview | None = None
        self._painted: tuple[ThemeName, float] | None = None
        self._picture = QPixmap()
        self._whole = self._seen = (0.0, 1.0)
        self._hovered = Part.NONE
        self._view: OverviewView | None = None
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Overview of the whole case")

    def show_overview(
        self, overview: Overview | None, whole: tuple[float, float], seen: tuple[float, float]
    ) -> None:
        """Show the whole stretch and, on it, what is seen."""
        if overview is not self._overview:
            self._overview, self._painted = overview, None
        self._whole = whole[0], max(whole[1], whole[0] + 1e-9)
        self._seen = max(seen[0], whole[0]), min(seen[1], whole[1])
        self._refresh()

    def _refresh(self) -> None:
        if self._view is None:
            self.update()
        else:
            self._view.refresh()

    def region(self) -> Region | None:
        """The window on what is seen; None where there is no case."""
        if self._overview is None:
            return None
        return Region(self._whole, self._seen, float(self.width()))

    def hover(self, part: Part) -> None:
        """The pointer is at this part of the window."""
        if part is not self._hovered:
            self._hovered = part
            self._refresh()

    def move_to(self, first: float, last: float) -> None:
        """Say that the reviewer has moved the region."""
        self.moved.emit(first, last)

    # -- colours

    def ground(self) -> QColor:
        """The colour behind the marks."""
        return qt_colour(self._appearance.theme.band)

    def edge(self) -> QColor:
        """The colour of the sides of the region."""
        return qt_colour(self._appearance.theme.accent)

    def set_theme(self) -> None:
        """Take the colours of the theme that holds now."""
        self._refresh()

    # -- painting

    def is_blank(self) -> bool:
        """Whether no case is shown yet."""
        return self._overview is None

    def make_carrier(self) -> OverviewView:
        """The view of pyqtgraph that shows what is shown now."""
        # Here, not above: the first frame does not wait for pyqtgraph.
        from timeline_app.window.overview_view import OverviewView  # noqa: PLC0415

        self._view = OverviewView(self, self)
        return self._view

    def paint_on(self, painter: QPainter) -> None:
        """Paint the marks and the window over them."""
        region = self.region()
        if region is None:
            painter.fillRect(self.rect(), self.ground())
            return
        self.paint_marks(painter)
        left, right = region.sides
        edge = self.edge()
        veil = QColor(edge)
        veil.setAlpha(VEIL if self._hovered is Part.NONE else VEIL_UNDER_POINTER)
        painter.fillRect(QRectF(left, 0.0, right - left, self.height()), veil)
        for side, part in ((left, Part.FIRST), (right, Part.LAST)):
            wide = GRIPPED if self._hovered is part else 1
            painter.fillRect(round(side) - wide // 2, 0, wide, self.height(), edge)

    def paint_marks(self, painter: QPainter) -> None:
        """Paint the marks of the overview, which stay while the window over them is moved."""
        overview, theme = self._overview, self._appearance.theme
        if overview is None:
            return
        ratio = self.devicePixelRatioF()
        if self._painted != (theme.name, ratio):
            self._painted = (theme.name, ratio)
            self._picture = self._picture_of(overview, ratio)
        painter.drawPixmap(0, 0, self._picture)

    def _picture_of(self, overview: Overview, ratio: float) -> QPixmap:
        """The marks of the overview on their ground."""
        size = QSizeF(overview.width, overview.height) * ratio
        picture = QPixmap(max(round(size.width()), 1), max(round(size.height()), 1))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.ground())
        painter = QPainter(picture)
        surface = QtSurface(painter, self._appearance.fonts)
        paint_overview(overview, surface, self._appearance.theme)
        painter.end()
        return picture
