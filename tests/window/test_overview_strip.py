"""The strip of the whole case, and the window on what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.window.conftest import trigger
from tests.window.test_chart_canvas import drag, length, seen, settle
from timeline_app.session.case_view import Axis
from timeline_app.settings import ThemeChoice
from timeline_app.window.main_window import MainWindow
from timeline_app.window.overview_strip import HEIGHT

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def pull(window: MainWindow, begin: float, end: float) -> None:
    """Drag with the mouse along the strip, in parts of its width."""
    port = window.timeline.overview.viewport()
    first, last = (QPoint(round(port.width() * part), HEIGHT // 2) for part in (begin, end))
    # The cursor is where the last drag began; going there again would be no move, and pyqtgraph
    # gives a drag to what the pointer was seen to lie on last.
    QTest.mouseMove(port, QPoint(1, 1))
    drag(port, first, last)
    settle(window)


def test_dragging_the_window_moves_the_stretch_and_its_side_widens_it(
    window: MainWindow,
) -> None:
    for axis in Axis:
        window.session.set_axis(axis)
        window.session.zoom(0.5, 0.5)
        settle(window)
        before, columns, calendar = length(window), seen(window).columns, seen(window).calendar
        pull(window, 0.5, 0.7)
        assert length(window) == pytest.approx(before, rel=0.01)
        if axis is Axis.ORDER:
            assert seen(window).columns.first == pytest.approx(columns.first + 0.2 * 3, abs=0.1)
        else:
            now = seen(window).calendar
            assert calendar is not None
            assert now is not None
            assert now.start - calendar.start == pytest.approx(0.2 * 2 * before, rel=0.1)
    window.session.set_axis(Axis.ORDER)
    window.session.fit_case()
    window.session.see_columns(0.0, 1.5)
    settle(window)
    pull(window, 0.5, 0.8)
    assert seen(window).columns.first == pytest.approx(0.0, abs=0.05)
    assert seen(window).columns.last == pytest.approx(2.4, abs=0.1)


def test_it_shows_the_whole_case_whatever_is_seen(window: MainWindow) -> None:
    """It has a name, and takes no focus."""
    assert window.timeline.overview.accessibleName() == "Overview of the whole case"
    window.timeline.canvas.setFocus()
    QTest.mouseClick(window.timeline.overview.viewport(), LEFT, NO_KEYS, QPoint(5, 5))
    assert window.timeline.canvas.hasFocus()
    settle(window)
    whole = window.timeline.overview.grab().toImage()
    trigger(window, "fit-selection")
    settle(window)
    assert window.timeline.overview.grab().toImage() != whole
    trigger(window, "fit")
    settle(window)
    assert window.timeline.overview.grab().toImage() == whole


def test_showing_says_nothing_back(window: MainWindow) -> None:
    """Only the reviewer moves the stretch."""
    said: list[tuple[float, float]] = []
    window.timeline.overview.moved.connect(lambda first, last: said.append((first, last)))
    for identity in ("zoom-in", "pan-later", "axis-calendar", "fit", "next-case", "close-case"):
        trigger(window, identity)
        settle(window)
    assert said == []


def test_it_takes_the_theme_and_is_empty_without_a_case(window: MainWindow) -> None:
    settle(window)
    strip = window.timeline.overview
    light = strip.grab().toImage()
    window.appearance.choose(ThemeChoice.DARK)
    assert strip.grab().toImage() != light
    window.appearance.choose(ThemeChoice.LIGHT)
    assert strip.grab().toImage() == light
    window.session.close_case(0)
    window.session.close_case(1)
    settle(window)
    picture = strip.grab().toImage()
    corner = picture.pixelColor(1, 1)
    middle = [picture.pixelColor(x, HEIGHT // 2) for x in range(picture.width())]
    assert set(map(str, middle)) == {str(corner)}
