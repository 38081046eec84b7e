"""Pens, brushes and paths as Qt's."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt

from timeline_app.drawing.glyphs import circle_path, polygon_path
from timeline_app.drawing.qt_values import VALUES, Stock, qt_brush, qt_colour, qt_path, qt_pen
from timeline_app.drawing.surface import Brush, Fade, Pen


def test_a_colour_keeps_its_four_parts() -> None:
    colour = qt_colour(0x80123456)
    assert (colour.alpha(), colour.red(), colour.green(), colour.blue()) == (0x80, 0x12, 0x34, 0x56)


def test_dashes_count_in_pixels_not_in_widths() -> None:
    pen = qt_pen(Pen(0xFF000000, 2.0, (6.0, 4.0)))
    assert pen.dashPattern() == [3.0, 2.0]
    assert pen.widthF() == 2.0


@pytest.mark.parametrize(
    ("round_ends", "cap"),
    [(False, Qt.PenCapStyle.FlatCap), (True, Qt.PenCapStyle.RoundCap)],
)
def test_ends_are_flat_unless_round(round_ends: bool, cap: Qt.PenCapStyle) -> None:
    assert qt_pen(Pen(0xFF000000, round_ends=round_ends)).capStyle() is cap


def test_a_fade_runs_from_clear_to_full() -> None:
    gradient = qt_brush(Brush(0xFF102030, fade=Fade(50.0, 10.0))).gradient()
    (clear_at, clear), (full_at, full) = gradient.stops()
    assert (clear_at, clear.alpha(), full_at, full.alpha()) == (0.0, 0, 1.0, 255)


def test_a_path_keeps_its_bounds() -> None:
    bounds = qt_path(circle_path(5.0)).boundingRect()
    assert (bounds.left(), bounds.right()) == (-5.0, 5.0)
    triangle = qt_path(polygon_path(((0.0, 0.0), (4.0, 0.0), (0.0, 3.0))))
    assert triangle.currentPosition().x() == 0.0
    assert triangle.elementCount() == 4


def test_a_value_is_made_once() -> None:
    pen = Pen(0xFF010203, 1.75)
    assert VALUES.pens[pen] is VALUES.pens[Pen(0xFF010203, 1.75)]


def test_a_full_stock_starts_anew() -> None:
    made: list[int] = []

    def make(key: int) -> int:
        made.append(key)
        return -key

    stock = Stock(make, most=2)
    assert [stock[key] for key in (1, 2, 1, 3, 1)] == [-1, -2, -1, -3, -1]
    assert made == [1, 2, 3, 1]


def test_each_thread_keeps_its_own() -> None:
    pen = Pen(0xFF040506)
    others: list[object] = []
    thread = threading.Thread(target=lambda: others.append(VALUES.pens[pen]))
    thread.start()
    thread.join()
    assert others[0] is not VALUES.pens[pen]
