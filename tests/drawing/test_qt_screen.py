"""What comes by the hundred looks as what is drawn one by one."""

from __future__ import annotations

import numpy as np
import pytest

from tests.drawing.example_charts import calendar_chart
from tests.drawing.screen_pictures import SHADES, painted
from timeline_app.case.model import Kind
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.glyphs import circle_path
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.qt_lasting import OFTEN
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.qt_texts import TextImages
from timeline_app.drawing.surface import Brush, Hatch, Pen, PlateStyle, StampShape, TextStyle
from timeline_app.drawing.theme import DARK, LIGHT, Theme
from timeline_app.layout.chart import Chart, Cluster, Emphasis, Rect, TextLine, TextRole
from timeline_app.layout.counts import CountColumns, Counts, RankedCounts


def columns(count: int) -> CountColumns:
    places = np.arange(count)
    bands = places % 2
    across = places.astype(np.float64) * 51.7
    return CountColumns(
        kinds=(Kind.LEAK, None),
        bands=bands,
        tops=np.where(bands, 100.0, 60.0),
        height=18.0,
        ascent=13.0,
        lefts=across + 101.3,
        widths=np.where(places % 3, 49.2, 20.0),
        numbers=places * 2_531,
        is_told=places % 3 > 0,
        number_xs=across + 105.2,
        members=RankedCounts(places, places + 1),
        order=places,
        ranks=places,
    )


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_counts_look_as_their_clusters_do(fonts: Fonts, theme: Theme, scale: float) -> None:
    chart = calendar_chart()
    line = TextLine(108.0, 43.0, "+ 1,134 longer", TextRole.COUNT)
    alone = Cluster(Rect(101.0, 30.0, 150.0, 18.0), Kind.LEAK, (99,), line)
    counts = Counts((alone,), columns(12))
    emphasis = Emphasis(selected=4)

    def as_columns(surface: QtSurface) -> None:
        whole = Chart(chart.width, chart.height, chart.header_width, 20.0, clusters=counts)
        paint_chart(whole, surface, theme, emphasis, describe=None)

    def one_by_one(surface: QtSurface) -> None:
        whole = Chart(chart.width, chart.height, chart.header_width, 20.0, clusters=tuple(counts))
        paint_chart(whole, surface, theme, emphasis, describe=None)

    drawn = painted(one_by_one, fonts, None, theme, scale)
    assert np.ptp(drawn) > 100
    assert (painted(as_columns, fonts, None, theme, scale) == drawn).all()
    for times in (1, OFTEN + 1):
        placed = painted(as_columns, fonts, TextImages(), theme, scale, times)
        assert np.abs(placed - drawn).max() <= SHADES


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("times", [2, OFTEN + 2])
def test_many_shapes_are_drawn_as_one_by_one(fonts: Fonts, scale: float, times: int) -> None:
    chance = np.random.default_rng(5)
    lefts, tops = chance.uniform(5, 500, 30), 12.0 * np.arange(30) + chance.uniform(0, 4, 30)
    sides = np.stack((lefts, tops, lefts + chance.uniform(0.2, 300, 30), tops + 8.0), axis=1)
    looks = chance.integers(0, 2, 30)
    level = np.stack((lefts, tops, sides[:, 2], tops), axis=1)
    upright = np.stack((lefts, tops, lefts, sides[:, 3]), axis=1)
    brushes = (Brush(LIGHT.accent), Brush(LIGHT.text_soft))
    hatch = Hatch(8.0, 1.25, 0.0, LIGHT.lane_tint)
    hatched = (Brush(LIGHT.accent, hatch), Brush(LIGHT.text, hatch))
    pens = (Pen(LIGHT.text, 2.0), Pen(LIGHT.accent, 1.0))
    plates = (PlateStyle(pens[0], brushes[0]), PlateStyle(None, brushes[1]))
    shapes = (
        StampShape(circle_path(5.0), pens[0], brushes[1]),
        StampShape(circle_path(2.0), None, brushes[0]),
    )

    def together(surface: QtSurface) -> None:
        with surface.gathered():
            surface.areas(sides, looks, brushes)
            surface.hatches(sides + 20.0, sides[:, 2] + 20.0, looks, hatched)
            surface.strokes(np.concatenate((level, upright)), np.tile(looks, 2), pens)
            surface.plates(sides + 9.0, looks, plates, 4.0)
            surface.stamps(sides[:, :2] + 30.0, looks, shapes)

    drawn = painted(together, fonts, None, LIGHT, scale)
    assert np.ptp(drawn) > 100
    placed = painted(together, fonts, TextImages(), LIGHT, scale, times)
    # A line that Qt itself fills is a shade off where the pixels of chart and device differ.
    assert np.abs(placed - drawn).max() <= 1


def test_nothing_is_nothing(fonts: Fonts) -> None:
    none, two = np.empty((0, 4)), np.empty((0, 2))
    looks = np.empty(0, dtype=np.intp)

    def paint(surface: QtSurface) -> None:
        with surface.gathered():
            surface.areas(none, looks, ())
            surface.hatches(none, np.empty(0), looks, ())
            surface.strokes(none, looks, ())
            surface.plates(none, looks, (), 3.0)
            surface.stamps(two, looks, ())
            surface.text_lines(two, [], TextRole.LABEL, (TextStyle(LIGHT.text),))
            surface.numbers(two, looks, TextRole.COUNT, TextStyle(LIGHT.text))

    assert np.ptp(painted(paint, fonts, TextImages())) == 0
