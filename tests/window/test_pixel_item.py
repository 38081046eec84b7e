"""An item painted in pixels, whatever the view box shows."""

from __future__ import annotations

import pyqtgraph
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from timeline_app.window.pixel_item import PixelItem


def test_it_paints_in_pixels_however_far_the_box_is_from_zero(qtbot: QtBot) -> None:
    origins: list[QPointF] = []

    def paint_on(painter: QPainter) -> None:
        origins.append(painter.transform().map(QPointF(7.0, 9.0)))

    view = pyqtgraph.GraphicsView()
    qtbot.addWidget(view)
    box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
    box.addItem(PixelItem(paint_on), ignoreBounds=True)
    view.setCentralItem(box)
    view.resize(300, 200)
    box.setXRange(3e11, 3e11 + 60, padding=0.0)
    view.grab()
    assert origins
    assert origins[-1] == QPointF(7.0, 9.0)
