"""The view that carries a chart has its range and colours; the rest is in test_chart_canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from tests.window.test_chart_canvas import settle
from timeline_app.settings import ThemeChoice
from timeline_app.window.chart_view import ChartBox, ChartView
from timeline_app.window.main_window import MainWindow


def test_it_has_the_range_of_the_chart_and_the_ground_of_the_theme(window: MainWindow) -> None:
    settle(window)
    canvas = window.timeline.canvas
    (view,) = canvas.findChildren(ChartView)
    (box,) = (item for item in view.scene().items() if isinstance(item, ChartBox))
    window.session.see_columns(0.0, 1.5)
    settle(window)
    assert box.viewRange()[0] == pytest.approx([0.0, 1.5], abs=0.2)
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    window.appearance.choose(ThemeChoice.DARK)
    QCoreApplication.processEvents()
    assert view.backgroundBrush().color() == canvas.ground()
    window.appearance.choose(ThemeChoice.LIGHT)
