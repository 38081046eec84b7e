"""The lines between pairs: they follow the panels, and are never in the way."""

from __future__ import annotations

from PySide6.QtCore import QPoint
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
