"""A widget is painted at once, then carried by pyqtgraph; nobody notices but the pointer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView

from tests.session.small_cases import four_events, opened
from tests.window.test_chart_canvas import drag, place_of, settle
from timeline_app.window.carried import Carried
from timeline_app.window.main_window import MainWindow

ROUNDING = 8
"""Steps of 256 by which a text may differ that is painted from a picture of it."""
FIRST_FRAME = """
import sys
from pathlib import Path
from timeline_app import app
from timeline_app.window import carried
carried.Carried.carry = lambda self: None
application = app.make_application()
window = app.make_window(None)
def told():
    print(len(window.session.entries), len(window.timeline.canvas.chart.events) > 0)
    print(*sys.modules)
    application.quit()
window.timeline.canvas.painted.connect(told)
app._open_paths(window, [Path("data")], None)
window.show()
application.exec()
window.close()
"""


@pytest.fixture
def held(empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window on a case that stays as its first frame has it, until it is carried by hand."""
    monkeypatch.setattr(Carried, "_carry_soon", lambda _: None)
    empty_window.session.add_cases([opened(four_events())])
    for _ in range(10):
        QCoreApplication.processEvents()
    return empty_window


def settled_picture(widget: Carried) -> NDArray[np.int16]:
    """Its pixels, once texts that are painted again and again are kept as pictures."""
    for _ in range(3):
        widget.grab()
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(picture.constBits(), dtype=np.uint8).astype(np.int16)


def carry(widget: Carried) -> None:
    widget.carry()
    for _ in range(10):
        QCoreApplication.processEvents()


def test_what_is_seen_stays_as_it_is(held: MainWindow) -> None:
    for widget in (held.timeline.canvas, held.timeline.overview):
        before, place = settled_picture(widget), widget.geometry()
        carry(widget)
        assert widget.is_carried
        assert np.abs(settled_picture(widget) - before).max() <= ROUNDING
        assert (widget.geometry(), widget.viewport().size()) == (place, widget.size())


def test_focus_choice_and_scroll_stay_and_keys_work_before_and_after(held: MainWindow) -> None:
    canvas = held.timeline.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    held.timeline.lane_scroll.setValue(7)
    scrolled = canvas.scrolled
    carry(canvas)
    assert QApplication.focusWidget() is canvas
    assert (held.session.selected, canvas.scrolled) == (1, scrolled)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert held.session.selected == 2
    held.tabs.table.setFocus()
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert QApplication.focusWidget() is canvas


def test_it_is_carried_once_and_goes_with_its_widget(held: MainWindow) -> None:
    canvas = held.timeline.canvas
    carry(canvas)
    carry(canvas)
    (view,) = canvas.findChildren(QGraphicsView)
    gone: list[bool] = []
    view.destroyed.connect(lambda: gone.append(True))
    held.close()
    held.timeline.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [True]


def test_the_view_is_as_large_as_its_widget(held: MainWindow) -> None:
    canvas = held.timeline.canvas
    carry(canvas)
    held.resize(1100, 700)
    QCoreApplication.processEvents()
    assert canvas.viewport().size() == canvas.size()


def test_nothing_is_carried_before_there_is_anything_to_see(empty_window: MainWindow) -> None:
    for _ in range(5):
        QCoreApplication.processEvents()
    assert not empty_window.timeline.canvas.is_carried
    empty_window.session.add_cases([opened(four_events())])
    for _ in range(10):
        QCoreApplication.processEvents()
    assert empty_window.timeline.canvas.is_carried


def test_the_first_frame_shows_the_first_case_and_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=True, timeout=60
    )
    told, modules = done.stdout.strip().splitlines()
    assert told == "1 True"
    loaded = set(modules.split())
    assert "timeline_app.window.chart_canvas" in loaded
    late = {
        "pyqtgraph",
        "timeline_app.window.chart_view",
        "timeline_app.window.comparison_view",
        "timeline_app.window.shortcut_sheet",
        "timeline_app.window.asking",
        "timeline_app.window.exporting.exporter",
        "timeline_app.case.file.checking",
        "timeline_app.tables.table_files",
    }
    assert sorted(late & loaded) == []


def test_a_press_before_the_view_is_there_chooses_as_it_does_later(held: MainWindow) -> None:
    canvas = held.timeline.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(held, 2))
    assert canvas.is_carried
    assert held.session.selected == 2


def test_a_drag_begun_before_the_view_is_there_moves_the_stretch(held: MainWindow) -> None:
    canvas, session = held.timeline.canvas, held.session
    session.zoom(0.5)
    settle(held)
    assert not canvas.is_carried
    before = session.view
    middle = canvas.rect().center()
    drag(canvas, middle, middle - QPoint(120, 0))
    assert session.view != before


def test_pyqtgraph_is_asked_for_when_the_first_frame_was_seen(empty_window: MainWindow) -> None:
    canvas, told = empty_window.timeline.canvas, list[str]()

    def bring(then: Callable[[], None]) -> None:
        told.append("asked for")
        then()

    canvas.painted.connect(lambda: told.append("painted"))
    canvas.carried.connect(lambda: told.append("carried"))
    canvas.be_brought_by(bring)
    empty_window.session.add_cases([opened(four_events())])
    for _ in range(10):
        QCoreApplication.processEvents()
    assert told == ["painted", "asked for", "carried"]
