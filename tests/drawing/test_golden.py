"""A few whole pictures against ones that were looked at.

The bundled font, a fixed scale and charts laid out by hand keep them tame; a small share of pixels
may differ a little. After a change that is meant, make them anew, and look at them:

    TIMELINE_REGENERATE_GOLDEN=1 pytest tests/drawing/test_golden.py
"""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch

from tests.drawing.example_charts import calendar_chart, order_chart
from timeline_app.case.model import Kind
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.image import PictureOrder, render_png
from timeline_app.drawing.page import PageWords
from timeline_app.drawing.theme import DARK, LIGHT, PRINT
from timeline_app.layout.chart import Chart, Emphasis

GOLDEN = Path(__file__).parent / "golden"
REGENERATE = "TIMELINE_REGENERATE_GOLDEN"
TOLERANCE = 0.1  # how far a pixel may be off, of 1
SHARE = 0.001  # how many pixels may be off by more

WORDS = PageWords(
    "Ministry employee and the recorder",
    "8 events · none dated · order established for 20 of 28 pairs",
    ("All 8 events are shown. None has a date.",),
)
EMPHASIS = Emphasis(
    selected=3,
    other=5,
    hovered=7,
    before=frozenset({0, 1}),
    after=frozenset({4, 5, 7}),
    not_established=frozenset({2, 6}),
)


def chart_only(make: Callable[[], Chart]) -> Callable[[float, float], Chart]:
    """Lays out a chart that has one size."""
    return lambda _width, _height: make()


ORDERS = {
    "order-light": PictureOrder(chart_only(order_chart), WORDS, 816, 600, emphasis=EMPHASIS),
    "order-dark-125": PictureOrder(
        chart_only(order_chart), PageWords(""), 1020, 503, 1.25, DARK, legend=False
    ),
    "calendar-dark": PictureOrder(
        chart_only(calendar_chart), WORDS, 816, 620, theme=DARK, emphasis=EMPHASIS
    ),
    "calendar-light-2": PictureOrder(
        chart_only(calendar_chart), PageWords(""), 1632, 868, 2.0, LIGHT, legend=False
    ),
    "calendar-print": PictureOrder(chart_only(calendar_chart), WORDS, 816, 620, theme=PRINT),
}


@pytest.mark.parametrize("name", ORDERS)
def test_a_picture_is_the_one_that_was_looked_at(fonts: Fonts, name: str) -> None:
    data = render_png(ORDERS[name], fonts)
    path = GOLDEN / f"{name}.png"
    if os.environ.get(REGENERATE):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        pytest.skip(f"{path.name} was made anew: look at it")
    made, golden = Image.open(BytesIO(data)), Image.open(path)
    assert made.size == golden.size
    off = pixelmatch(made.convert("RGBA"), golden.convert("RGBA"), threshold=TOLERANCE)
    assert off <= SHARE * made.width * made.height


def test_the_golden_pictures_are_those_of_the_tests() -> None:
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(ORDERS)
    assert len(Kind) == 7, "a new kind belongs into the charts of these pictures"
