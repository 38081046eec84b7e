"""What waits on the screen looks as what is drawn at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from tests.drawing.example_charts import calendar_chart, order_chart
from timeline_app.case.model import Kind
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.qt_atlas import SIDE
from timeline_app.drawing.qt_images import IMAGE_FORMAT
from timeline_app.drawing.qt_screen import ScreenSurface
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.qt_texts import OFTEN, TextImages
from timeline_app.drawing.surface import Brush, Hatch, Pen, TextStyle
from timeline_app.drawing.theme import DARK, LIGHT, Theme
from timeline_app.layout.chart import Chart, Emphasis, Rect, TextLine, TextRole
from timeline_app.layout.counts import CountBand, Counts

EMPHASIS = Emphasis(selected=3, other=5, hovered=7, before=frozenset({0, 1}))
SHADES = 14
"""How far an image of a text may be off, of 255."""

Paint = Callable[[QtSurface], None]


def painted(
    paint: Paint,
    fonts: Fonts,
    texts: TextImages | None,
    theme: Theme = LIGHT,
    scale: float = 1.0,
    times: int = 1,
) -> NDArray[np.int64]:
    """The pixels of a picture, painted so many times on a clean ground."""
    image = QImage(round(820 * scale), round(500 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    for _ in range(times):
        image.fill(QColor.fromRgba(theme.background))
        painter = QPainter(image)
        surface = (
            QtSurface(painter, fonts) if texts is None else ScreenSurface(painter, fonts, texts)
        )
        paint(surface)
        painter.end()
    return np.frombuffer(image.constBits(), dtype=np.uint8).astype(np.int64)


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
    texts.atlas.take("large", QImage(SIDE, SIDE - 1, IMAGE_FORMAT))
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


def band(count: int) -> CountBand:
    places = range(count)
    return CountBand(
        kind=Kind.LEAK,
        y=60.0,
        height=18.0,
        baseline=73.0,
        lefts=[101.3 + 51.7 * place for place in places],
        widths=[49.2 if place % 3 else 20.0 for place in places],
        texts=[str(place) if place % 3 else "" for place in places],
        text_xs=[120.2 + 51.7 * place for place in places],
        lows=np.arange(count, dtype=np.int64).reshape(1, -1),
        highs=np.arange(1, count + 1, dtype=np.int64).reshape(1, -1),
        order=np.arange(count, dtype=np.int64),
        ranks=np.arange(count, dtype=np.int64),
    )


def test_a_band_of_counts_looks_as_its_clusters_do(fonts: Fonts) -> None:
    chart = calendar_chart()
    counts = Counts((), (band(12),))
    emphasis = Emphasis(selected=4)

    def as_band(surface: QtSurface) -> None:
        whole = Chart(chart.width, chart.height, chart.header_width, 20.0, clusters=counts)
        paint_chart(whole, surface, LIGHT, emphasis, describe=None)

    def one_by_one(surface: QtSurface) -> None:
        whole = Chart(chart.width, chart.height, chart.header_width, 20.0, clusters=tuple(counts))
        paint_chart(whole, surface, LIGHT, emphasis, describe=None)

    drawn = painted(one_by_one, fonts, None)
    assert np.ptp(drawn) > 100
    assert (painted(as_band, fonts, None) == drawn).all()
    assert np.abs(painted(as_band, fonts, TextImages(), times=OFTEN + 1) - drawn).max() <= SHADES


def test_lines_of_text_are_drawn_as_one_by_one(fonts: Fonts) -> None:
    lines = [TextLine(20.0 + n, 30.0 + 20 * n, f"Line {n}", TextRole.LABEL) for n in range(4)]

    def together(surface: QtSurface) -> None:
        surface.text_lines(lines, TextStyle(LIGHT.text))

    def alone(surface: QtSurface) -> None:
        for line in lines:
            surface.text((line.x, line.baseline), line.text, line.role, TextStyle(LIGHT.text))

    assert (painted(together, fonts, None) == painted(alone, fonts, None)).all()
