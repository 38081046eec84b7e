"""Many texts in one stroke look as they do one by one."""

from __future__ import annotations

import numpy as np
import pytest

from tests.drawing.screen_pictures import SHADES, painted
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.qt_lasting import OFTEN
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.qt_texts import LARGEST_COUNT, TextImages
from timeline_app.drawing.surface import Looks, TextStyle
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import TextRole
from timeline_app.layout.counts import count_text
from timeline_app.layout.cutting import WHOLE, Cuts, lines_of, shown_text

TEXTS = ["Line 0", "42", "1,234", "被捕 in May", "", "Line 5 is cut somewhere"]
SPOTS = np.array([(20.3 + 9 * n, 30.0 + 20 * n) for n in range(len(TEXTS))])


@pytest.mark.parametrize("cut", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("held", [False, True])
@pytest.mark.parametrize("looks", [None, np.arange(len(TEXTS)) % 2])
def test_texts_are_drawn_as_one_by_one(
    fonts: Fonts, scale: float, cut: bool, held: bool, looks: Looks | None
) -> None:
    role, styles = TextRole.LABEL, (TextStyle(LIGHT.text), TextStyle(LIGHT.accent))
    kept = [WHOLE, WHOLE, 0, 4, WHOLE, 9]
    widths = [
        fonts.width(text if kept[n] == WHOLE else text[: kept[n]], role)
        for n, text in enumerate(TEXTS)
    ]
    cuts = Cuts(np.array(kept), np.array(widths)) if cut else None

    texts = lines_of(TEXTS, role, fonts) if held else TEXTS

    def together(surface: QtSurface) -> None:
        with surface.gathered():
            surface.text_lines(SPOTS, texts, role, styles, looks, cuts)

    def alone(surface: QtSurface) -> None:
        for n, ((x, y), text, length) in enumerate(zip(SPOTS.tolist(), TEXTS, kept, strict=True)):
            style = styles[0 if looks is None else looks[n]]
            surface.text((x, y), shown_text(text, length) if cut else text, role, style)

    drawn = painted(alone, fonts, None, LIGHT, scale)
    assert (painted(together, fonts, None, LIGHT, scale) == drawn).all()
    placed = painted(together, fonts, TextImages(), LIGHT, scale, OFTEN + 1)
    if not cut:
        assert np.abs(placed - drawn).max() <= SHADES
        return
    # What Qt mixes at the edges of two glyphs that touch is mixed twice where a text is parted.
    assert (np.abs(placed - drawn) > SHADES).mean() < 1e-4


@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("times", [1, OFTEN + 2])
def test_numbers_are_drawn_as_one_by_one(fonts: Fonts, scale: float, times: int) -> None:
    role, style = TextRole.COUNT, TextStyle(LIGHT.text)
    numbers = np.array([1, 42, 1_234, LARGEST_COUNT, LARGEST_COUNT + 1, 7_654_321])

    def together(surface: QtSurface) -> None:
        with surface.gathered():
            surface.numbers(SPOTS, numbers, role, style)

    def alone(surface: QtSurface) -> None:
        for (x, y), number in zip(SPOTS.tolist(), numbers.tolist(), strict=True):
            surface.text((x, y), count_text(number), role, style)

    drawn = painted(alone, fonts, None, LIGHT, scale)
    assert np.ptp(drawn) > 100
    assert (painted(together, fonts, None, LIGHT, scale) == drawn).all()
    placed = painted(together, fonts, TextImages(), LIGHT, scale, times)
    assert np.abs(placed - drawn).max() <= SHADES
