"""The view that carries a chart paints all of it; what it does is in test_chart_canvas."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt

from tests.window.test_chart_canvas import settle
from timeline_app.settings import ThemeChoice
from timeline_app.window.chart_view import ChartBox, ChartView
from timeline_app.window.main_window import MainWindow


def test_it_fills_its_viewport_and_takes_no_part_in_what_is_seen(window: MainWindow) -> None:
    settle(window)
    canvas = window.timeline.canvas
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
