"""The lines between pairs: they follow the panels, and are never in the way."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.window.comparing_windows import come_to_rest
from tests.window.conftest import trigger
from timeline_app.session.comparing import Side
from timeline_app.window.main_window import MainWindow


def test_each_line_joins_the_glyphs_of_its_pair(compared: MainWindow, qtbot: QtBot) -> None:
    trigger(compared, "side-by-side")
    compared.resize(1440, 1000)
    come_to_rest(compared, qtbot)
    overlay = compared.comparison.overlay
    lines = overlay.lines().lines
    assert {(line.pair.a, line.pair.b) for line in lines} == {(0, 0), (1, 2), (3, 3)}
    for side in Side:
        canvas = compared.comparison.sides[side].canvas
        corner = canvas.viewport().mapTo(compared, QPoint(0, 0)) - overlay.mapTo(
            compared, QPoint(0, 0)
        )
        for line in lines:
            event = line.pair.a if side is Side.A else line.pair.b
            area = next(one.area for one in canvas.chart.events if one.event == event)
            end = line.ends[side.place]
            assert end is not None
            assert area.y - 1 <= end[1] - corner.y() + canvas.scrolled <= area.bottom + 1


def test_the_chosen_pair_is_the_strong_one_and_others_are_none(compared: MainWindow) -> None:
    overlay = compared.comparison.overlay
    trigger(compared, "next-event")
    pair = overlay.chosen()
    assert pair is not None
    assert (pair.a, pair.b) == (1, 2)
    compared.session.select(2)
    assert overlay.chosen() is None


def test_it_covers_the_panels_and_lets_the_mouse_through(
    compared: MainWindow, qtbot: QtBot
) -> None:
    view = compared.comparison
    before = view.overlay.lines().lines
    compared.resize(1000, 800)
    come_to_rest(compared, qtbot)
    assert view.overlay.geometry() == view.panels.geometry()
    assert view.overlay.lines().lines != before
    under = compared.childAt(view.overlay.mapTo(compared, view.overlay.rect().center()))
    assert under is not view.overlay
    trigger(compared, "leave-comparison")
    assert view.overlay.lines().lines == ()


@pytest.mark.parametrize("stacked", [True, False])
@pytest.mark.parametrize("axis", ["order", "calendar"])
def test_nothing_is_left_where_a_line_was(
    compared: MainWindow, qtbot: QtBot, axis: str, stacked: bool
) -> None:
    trigger(compared, f"axis-{axis}")
    if not stacked:
        trigger(compared, "side-by-side")
    come_to_rest(compared, qtbot)
    for step in ("zoom-in", "zoom-in", "pan-later", "pan-later", "zoom-out", "pan-earlier"):
        trigger(compared, step)
        come_to_rest(compared, qtbot)
        kept = shown(compared)
        for part in (compared, *compared.findChildren(QWidget)):
            part.update()
        come_to_rest(compared, qtbot)
        # Words that have been painted often enough are pictures from then on, and a shade paler.
        assert np.abs(shown(compared) - kept).max() <= 16


def shown(window: MainWindow) -> NDArray[np.int16]:
    """The window as it is seen: nothing is painted anew for this."""
    image = window.screen().grabWindow(window.winId()).toImage()
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int16)
