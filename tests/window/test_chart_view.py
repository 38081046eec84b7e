"""The view that carries a chart paints all of it; what it does is in test_chart_canvas."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QImage

from tests.window.test_chart_canvas import settle
from timeline_app.session.case_view import Axis
from timeline_app.settings import ThemeChoice
from timeline_app.window.chart_view import ChartBox, ChartView
from timeline_app.window.main_window import MainWindow

ROUNDING = 8  # of 255


def test_it_fills_its_viewport_and_takes_no_part_in_what_is_seen(window: MainWindow) -> None:
    canvas = window.timeline.canvas
    canvas.carry()
    settle(window)
    (view,) = canvas.findChildren(ChartView)
    (box,) = (item for item in view.scene().items() if isinstance(item, ChartBox))
    before = box.viewRange()
    window.session.see_columns(0.0, 1.5)
    settle(window)
    assert box.viewRange() == before
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert (
        view.mapFromScene(box.sceneBoundingRect())
        .boundingRect()
        .contains(view.viewport().rect().adjusted(1, 1, -1, -1))
    )


def test_what_the_chart_leaves_has_the_ground_of_the_theme(window: MainWindow) -> None:
    settle(window)
    canvas = window.timeline.canvas
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        window.appearance.choose(choice)
        QCoreApplication.processEvents()
        corner = QRect(QPoint(2, canvas.height() - 3), canvas.size())
        picture = canvas.viewport().grab(corner).toImage()
        assert picture.pixelColor(0, 0) == canvas.ground()


def on_the_screen(window: MainWindow) -> NDArray[np.int16]:
    """What the window shows, without painting it anew."""
    picture = window.screen().grabWindow(window.winId()).toImage()
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), dtype=np.uint8).astype(np.int16)
    return pixels.reshape(picture.height(), picture.width(), 4)


@pytest.mark.parametrize("axis", Axis)
def test_what_is_painted_of_a_moved_chart_is_all_that_has_changed(
    window: MainWindow, axis: Axis
) -> None:
    session = window.session
    window.timeline.canvas.carry()
    session.set_axis(axis)
    session.select(0)
    session.zoom(0.4)
    settle(window)
    for _ in range(6):
        session.pan(0.07)
        settle(window)
        check_all_is_painted(window)
    for number in (1, 2):
        session.zoom(0.8)
        session.select(number)
        settle(window)
        check_all_is_painted(window)


def check_all_is_painted(window: MainWindow) -> None:
    """What is on the screen left of the plot is what is there when all is painted anew, but for the
    rounding of labels, which from the second time on are parts of one image. The plot itself is
    always painted; dashes of what begins outside of it may begin elsewhere."""
    canvas = window.timeline.canvas
    plot = canvas.mapTo(window, QPoint(0, 0)).x() + int(canvas.chart.header_width)
    shown = on_the_screen(window)[:, :plot]
    canvas.viewport().update()
    QCoreApplication.processEvents()
    assert np.abs(on_the_screen(window)[:, :plot] - shown).max() <= ROUNDING
