"""Texts as images: as they would be drawn, and only where that is worth it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.qt_lasting import OFTEN
from timeline_app.drawing.qt_screen import ScreenSurface
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.qt_texts import TextImages
from timeline_app.drawing.surface import TextStyle
from timeline_app.drawing.theme import DARK, LIGHT, Theme
from timeline_app.layout.chart import TextRole

PRINTED = ("Hands papers to “somebody”", TextRole.LABEL, LIGHT.text, False)


def painted(
    fonts: Fonts,
    texts: TextImages | None,
    theme: Theme,
    scale: float,
    ground: int,
    *,
    times: int = 1,
    text: str = PRINTED[0],
    role: TextRole = TextRole.LABEL,
) -> NDArray[np.int64]:
    """The pixels of a text, painted so many times on a clean ground."""
    image = QImage(round(240 * scale), round(30 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    for _ in range(times):
        image.fill(QColor.fromRgba(ground))
        painter = QPainter(image)
        surface = (
            QtSurface(painter, fonts) if texts is None else ScreenSurface(painter, fonts, texts)
        )
        with surface.gathered():
            surface.text((10.3, 20.4), text, role, TextStyle(theme.text))
        painter.end()
    return np.frombuffer(image.constBits(), dtype=np.uint8).astype(np.int64)


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_an_image_looks_as_the_glyphs_do(fonts: Fonts, theme: Theme, scale: float) -> None:
    for ground, shades in ((theme.background, 6), (theme.lane_tint, 7), (theme.accent_tint, 12)):
        texts = TextImages()
        drawn = painted(fonts, None, theme, scale, ground)
        placed = painted(fonts, texts, theme, scale, ground, times=OFTEN + 1)
        assert len(texts.kept(scale)) == 1
        assert np.ptp(drawn) > 100
        assert np.abs(drawn - placed).max() <= shades


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("times", [1, OFTEN + 1])
def test_a_count_is_put_together_of_its_digits(fonts: Fonts, scale: float, times: int) -> None:
    for number in ("7", "48", "1,112", "2,360,475"):
        texts = TextImages()
        asked = (LIGHT, scale, LIGHT.card)
        drawn = painted(fonts, None, *asked, text=number, role=TextRole.COUNT)
        placed = painted(fonts, texts, *asked, times=times, text=number, role=TextRole.COUNT)
        # A digit may begin a quarter of a pixel further to the left.
        off = np.abs(drawn - placed)
        assert off.max() <= (110 if times == 1 else 6)
        assert off.mean() <= 0.5
        assert bool(texts.kept(scale)) is (times > OFTEN)
        assert np.ptp(placed) > 100


def test_a_text_becomes_an_image_when_it_comes_often(fonts: Fonts) -> None:
    texts = TextImages()
    for number in range(1, OFTEN + 1):
        assert not texts.kept(1.0)
        painted(fonts, texts, LIGHT, 1.0, LIGHT.background)
        assert bool(texts.kept(1.0)) is (number == OFTEN)


def test_what_qt_must_shape_is_never_an_image(fonts: Fonts) -> None:
    texts = TextImages()
    texts.kept(1.0)
    for _ in range(2 * OFTEN):
        texts.take(("漢字", TextRole.LABEL, LIGHT.text, False), fonts)
        texts.take(("", TextRole.LABEL, LIGHT.text, False), fonts)
    assert not texts.kept(1.0)


def test_images_of_another_scale_are_given_up(fonts: Fonts) -> None:
    texts = TextImages()
    texts.kept(1.0)
    for _ in range(OFTEN):
        texts.take(PRINTED, fonts)
    assert len(texts.kept(1.0)) == 1
    assert not texts.kept(2.0)
    assert not texts.kept(1.0)


def test_images_are_not_kept_without_end(fonts: Fonts) -> None:
    texts = TextImages()
    texts.kept(2.0)
    most = 0
    for number in range(900):
        for _ in range(OFTEN):
            texts.take((f"{number} {PRINTED[0]}", *PRINTED[1:]), fonts)
        most = max(most, len(texts.kept(2.0)))
    assert len(texts.kept(2.0)) < most < 900
