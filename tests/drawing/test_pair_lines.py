"""The lines that join pairs, and whole comparisons as they were looked at.

TIMELINE_REGENERATE_GOLDEN=1 pytest tests/drawing/test_pair_lines.py
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from tests.drawing.contrast import contrast
from tests.drawing.recording_surface import RecordingSurface
from tests.layout.comparison.compared_cases import FIRST_ARREST, early_and_late
from timeline_app.case.comparing.pairing import Pair
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.pair_lines import LINE, LINE_STRONG, paint_pair_lines
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.surface import TextStyle
from timeline_app.drawing.theme import DARK, LIGHT, PRINT, THEMES, Theme
from timeline_app.layout.chart import Emphasis
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import compared_standings
from timeline_app.layout.comparison.compared_charts import ComparedPage, lay_out_compared
from timeline_app.layout.comparison.pair_lines import PairLine

GOLDEN = Path(__file__).parent / "golden" / "compared"
REGENERATE = "TIMELINE_REGENERATE_GOLDEN"
TOLERANCE = 0.1  # how far a pixel may be off, of 1
SHARE = 0.001  # how many pixels may be off by more

FIRST = PairLine(
    Pair(0, 1), ((10.0, 0.0, 10.0, 40.0), (10.0, 60.0, 10.0, 90.0)), ((10.0, 0.0), (10.0, 90.0))
)
SECOND = PairLine(Pair(2, 3), ((50.0, 0.0, 50.0, 90.0),), ((50.0, 0.0), None))


def drawn(*strong: Pair) -> RecordingSurface:
    surface = RecordingSurface()
    paint_pair_lines((FIRST, SECOND), surface, LIGHT, frozenset(strong))
    return surface


def test_every_piece_is_drawn_and_a_dot_at_each_end_in_view() -> None:
    surface = drawn()
    lines = [(*one.what.start, *one.what.end) for one in surface.lines_drawn]
    assert sorted(lines) == sorted((*FIRST.segments, *SECOND.segments))
    places = {one.what.place for one in surface.shapes}
    assert places == {(10.0, 0.0), (10.0, 90.0), (50.0, 0.0)}
    assert {one.pen.width for one in surface.lines_drawn if one.pen is not None} == {LINE}


def test_a_chosen_pair_is_strong_and_painted_last() -> None:
    surface = drawn(FIRST.pair)
    *usual, before_last, last = surface.lines_drawn
    assert [one.what.start[0] for one in usual] == [50.0]
    for one in (before_last, last):
        assert one.pen is not None
        assert (one.pen.width, one.pen.colour) == (LINE_STRONG, LIGHT.accent)


def test_nothing_is_drawn_of_no_lines() -> None:
    surface = RecordingSurface()
    paint_pair_lines((), surface, LIGHT)
    assert surface.colours() == set()


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_lines_are_seen_on_every_ground(theme: Theme) -> None:
    for ground in (theme.background, theme.lane_tint):
        for colour in (theme.hover_border, theme.accent):
            assert contrast(colour, ground) >= 3.0


PAGES = {
    "order-light": (ComparedPage(Align.ORDER, 900.0, 640.0), LIGHT, 1.0),
    "order-beside-print": (ComparedPage(Align.ORDER, 1200.0, 480.0, stacked=False), PRINT, 1.0),
    "calendar-dark": (ComparedPage(Align.CALENDAR, 900.0, 760.0), DARK, 1.0),
    "day-zero-light-2": (ComparedPage(Align.DAY_ZERO, 760.0, 700.0), LIGHT, 2.0),
}


def picture(page: ComparedPage, theme: Theme, scale: float, fonts: Fonts) -> bytes:
    """A comparison as PNG, its second pair chosen."""
    comparison = early_and_late()
    standings = compared_standings(comparison, page.align, FIRST_ARREST, FIRST_ARREST)
    chosen = comparison.pairs[1]
    found = lay_out_compared(comparison, standings, page._replace(chosen=chosen), fonts)
    size = round(found.width * scale), round(found.height * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(theme.background)
    painter = QPainter(image)
    painter.scale(scale, scale)
    surface = QtSurface(painter, fonts)
    for line in found.titles:
        surface.text((line.x, line.baseline), line.text, line.role, TextStyle(theme.text))
    panels = (
        (found.chart_a, found.place_a, chosen.a),
        (found.chart_b, found.place_b, chosen.b),
    )
    for chart, place, event in panels:
        with surface.shifted(*place):
            paint_chart(chart, surface, theme, Emphasis(selected=event))
    paint_pair_lines(found.lines.lines, surface, theme, frozenset({chosen}))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


@pytest.mark.parametrize("name", PAGES)
def test_a_comparison_is_the_one_that_was_looked_at(fonts: Fonts, name: str) -> None:
    data = picture(*PAGES[name], fonts)
    path = GOLDEN / f"{name}.png"
    if os.environ.get(REGENERATE):
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(data)
        pytest.skip(f"{path.name} was made anew: look at it")
    made, golden = Image.open(BytesIO(data)), Image.open(path)
    assert made.size == golden.size
    off = pixelmatch(made.convert("RGBA"), golden.convert("RGBA"), threshold=TOLERANCE)
    assert off <= SHARE * made.width * made.height


def test_the_golden_pictures_are_those_of_the_tests() -> None:
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(PAGES)
