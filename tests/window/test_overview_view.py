"""The view that carries the overview brings its drags; what they do is in test_overview_strip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.window.test_chart_canvas import settle
from timeline_app.window.main_window import MainWindow
from timeline_app.window.overview_region import Part
from timeline_app.window.overview_strip import HEIGHT
from timeline_app.window.overview_view import CURSORS, OverviewView, StripBox


def test_the_region_is_what_is_seen_and_goes_with_the_case(window: MainWindow) -> None:
    window.session.see_columns(0.0, 1.5)
    settle(window)
    strip = window.timeline.overview
    region = strip.region()
    assert region is not None
    assert region.seen == pytest.approx((0.0, 1.5), abs=0.2)
    assert region.width == strip.width()
    window.session.close_case(0)
    window.session.close_case(1)
    settle(window)
    assert strip.region() is None


def test_the_pointer_shows_what_can_be_taken_hold_of(window: MainWindow) -> None:
    window.session.see_columns(0.5, 1.5)
    settle(window)
    strip = window.timeline.overview
    (view,) = strip.findChildren(OverviewView)
    (box,) = (item for item in view.scene().items() if isinstance(item, StripBox))
    region = strip.region()
    assert region is not None
    left, right = region.sides
    plain = strip.grab().toImage()
    for x, part in (((left + right) / 2, Part.INSIDE), (left, Part.FIRST), (right, Part.LAST)):
        move(view, QPoint(1, 1))
        move(view, QPoint(round(x), HEIGHT // 2))
        assert box.cursor().shape() is CURSORS[part]
        assert strip.grab().toImage() != plain
    move(view, QPoint(1, 1))
    assert box.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert strip.grab().toImage() == plain


def move(view: OverviewView, place: QPoint) -> None:
    """Move the pointer; pyqtgraph takes no two moves within ten milliseconds."""
    QTest.qWait(15)
    QTest.mouseMove(view.viewport(), place)
    QTest.qWait(15)
