"""What waits on the screen looks as what is drawn at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.drawing.example_charts import calendar_chart, order_chart
from tests.drawing.screen_pictures import SHADES, painted
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.qt_atlas import FIRST_SIDE
from timeline_app.drawing.qt_images import IMAGE_FORMAT
from timeline_app.drawing.qt_lasting import OFTEN
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.qt_texts import TextImages
from timeline_app.drawing.surface import Brush, Hatch, Pen, TextStyle
from timeline_app.drawing.theme import DARK, LIGHT, Theme
from timeline_app.layout.chart import Chart, Emphasis, Rect, TextRole

EMPHASIS = Emphasis(selected=3, other=5, hovered=7, before=frozenset({0, 1}))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("make", [calendar_chart, order_chart])
def test_a_chart_looks_the_same(
    fonts: Fonts, make: Callable[[], Chart], scale: float, theme: Theme
) -> None:
    def paint(surface: QtSurface) -> None:
        paint_chart(make(), surface, theme, EMPHASIS, describe=None)

    drawn = painted(paint, fonts, None, theme, scale)
    placed = painted(paint, fonts, TextImages(), theme, scale, OFTEN + 1)
    assert np.ptp(drawn) > 100
    assert np.abs(drawn - placed).max() <= SHADES


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_a_chart_that_is_scrolled_looks_the_same(fonts: Fonts, scale: float) -> None:
    def paint(surface: QtSurface) -> None:
        with surface.clip(Rect(0.0, 0.0, 700.0, 300.0)), surface.shifted(0.0, -37.0):
            paint_chart(calendar_chart(), surface, LIGHT, EMPHASIS, describe=None)

    drawn = painted(paint, fonts, None, LIGHT, scale)
    placed = painted(paint, fonts, TextImages(), LIGHT, scale, OFTEN + 1)
    assert np.abs(drawn - placed).max() <= SHADES


def paint_layers(surface: QtSurface) -> None:
    """Things of every kind, each over the one before."""
    pen, hatch = Pen(LIGHT.accent, 2.0), Hatch(6.0, 1.5, 33.0, LIGHT.lane_tint)
    with surface.gathered():
        surface.rectangle(Rect(10.0, 10.0, 60.0, 40.0), None, Brush(LIGHT.text))
        surface.rectangle(Rect(20.0, 20.0, 200.0, 18.0), None, Brush(LIGHT.accent, hatch))
        surface.line((30.0, 5.0), (30.0, 60.0), pen)
        surface.lines([(15.0, 15.0, 90.0, 55.0)], Pen(LIGHT.text_soft, 3.0))
        surface.rectangle(Rect(25.4, 24.0, 80.0, 22.0), pen, Brush(LIGHT.card), 8.0)
        surface.text((40.0, 40.0), "1,234", TextRole.COUNT, TextStyle(LIGHT.text))
        surface.rectangle(Rect(0.0, 28.0, 400.0, 100.0), None, Brush(0x80FF8800))
        surface.line((35.0, 5.0), (35.0, 90.0), Pen(LIGHT.text, 4.0))


def test_the_order_stays(fonts: Fonts) -> None:
    drawn = painted(paint_layers, fonts, None)
    for times in (1, OFTEN + 1):
        placed = painted(paint_layers, fonts, TextImages(), times=times)
        assert np.abs(drawn - placed).max() <= SHADES


def test_an_atlas_without_room_changes_nothing(fonts: Fonts) -> None:
    texts = TextImages()
    texts.kept(1.0)
    texts.atlas.take("large", QImage(FIRST_SIDE, FIRST_SIDE - 1, IMAGE_FORMAT))
    drawn = painted(paint_layers, fonts, None)
    assert (drawn == painted(paint_layers, fonts, texts)).all()
    assert texts.atlas.is_full
    placed = painted(paint_layers, fonts, texts)
    assert not texts.atlas.is_full
    assert np.abs(drawn - placed).max() <= SHADES


def test_outside_the_block_nothing_waits(fonts: Fonts) -> None:
    def paint(surface: QtSurface) -> None:
        surface.rectangle(Rect(10.0, 10.0, 20.0, 20.0), None, Brush(LIGHT.text))
        surface.text((40.0, 40.0), "12", TextRole.COUNT, TextStyle(LIGHT.text))

    texts = TextImages()
    assert (painted(paint, fonts, None) == painted(paint, fonts, texts)).all()
    assert not texts.atlas.places
