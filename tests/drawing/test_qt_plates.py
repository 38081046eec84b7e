"""The widths of rectangles that have an image of their own."""

from __future__ import annotations

import numpy as np

from timeline_app.drawing.qt_atlas import PLATE
from timeline_app.drawing.qt_lasting import OFTEN
from timeline_app.drawing.qt_plates import MOST, PlateWidths
from timeline_app.drawing.surface import Brush, PlateStyle

STYLES = (PlateStyle(None, Brush(0xFF000001)), PlateStyle(None, Brush(0xFF000002)))
LOOKS, WIDTHS = np.array([0, 1, 1]), np.array([40, 40, PLATE])


def test_a_width_that_stays_is_wanted_as_an_image() -> None:
    kept = PlateWidths().of(STYLES, 18)
    for _ in range(OFTEN - 1):
        assert kept.wanted(LOOKS, WIDTHS) == []
    assert sorted(kept.wanted(LOOKS, WIDTHS)) == [(0, 40), (1, 40), (1, PLATE)]
    assert kept.images(LOOKS, WIDTHS).tolist() == [-1, -1, -1]
    kept.make(1, 40, 7)
    assert kept.images(LOOKS, WIDTHS).tolist() == [-1, 7, -1]


def test_looks_and_heights_are_apart_until_all_is_given_up() -> None:
    widths = PlateWidths()
    kept = widths.of(STYLES, 18)
    kept.make(0, 40, 3)
    assert widths.of(STYLES, 18) is kept
    assert widths.of(STYLES, 20).images(LOOKS, WIDTHS).tolist() == [-1, -1, -1]
    assert widths.of(STYLES[:1], 18) is not kept
    widths.clear()
    assert widths.of(STYLES, 18).images(LOOKS, WIDTHS).tolist() == [-1, -1, -1]


def test_there_are_never_too_many() -> None:
    kept = PlateWidths().of(STYLES, 18)
    for number in range(MOST):
        kept.make(0, number, number)
    for _ in range(OFTEN + 1):
        assert kept.wanted(LOOKS, WIDTHS) == []
