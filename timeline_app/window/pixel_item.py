"""A graphics item that covers its view box and is painted in pixels of the viewport.

Positions far from zero lose precision when a scene scales them, so what has places of its own in
pixels is painted without the scene's transform.
"""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class PixelItem(pyqtgraph.GraphicsObject):
    """Calls `paint_on` with a painter whose origin is the top left corner of the viewport."""

    def __init__(self, paint_on: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._paint_on = paint_on

    def boundingRect(self) -> QRectF:
        """The whole visible rectangle of the view box, in its own coordinates."""
        return self.viewRect()

    def viewRangeChanged(self) -> None:
        """The view box was given another range."""
        self.prepareGeometryChange()
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint in pixels of the viewport."""
        painter.save()
        painter.resetTransform()
        self._paint_on(painter)
        painter.restore()
