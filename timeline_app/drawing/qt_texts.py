"""Texts as small images, for what is painted again in every frame.

Rules:
* Placing an image costs a tenth of drawing the glyphs. A text becomes an image when it has been
  painted a few times, so that one that is gone with the next frame costs no more than before.
* Qt mixes the edges of glyphs with their ground by the brightness that the eye sees. An image must
  not know its ground, so it is taken from a picture on white, or on a very dark grey for a light
  text: there it is the same but for a few shades of 255, as on the tints of a chart.
* Only texts of which each character has a glyph are kept; the others are shaped by Qt each time.
* Images belong to one thread: that of the window.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import ceil, floor
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QImage, QPainter

from timeline_app.drawing.fonts import Fonts, face_of
from timeline_app.drawing.qt_images import IMAGE_FORMAT, Stamp
from timeline_app.drawing.qt_values import qt_colour
from timeline_app.drawing.surface import OPAQUE, Colour
from timeline_app.layout.chart import TextRole

OFTEN: Final = 4
"""A text that is painted so many times becomes an image."""
LARGEST: Final = 40_000
"""Device pixels of a text; a larger one is drawn each time."""
_MOST: Final = 4_000_000  # device pixels of all images together
_MOST_SEEN: Final = 16_384  # texts
_DARK_GROUND: Final = 24  # red, green and blue each
_DARK: Final = 382  # red, green and blue of a text that is taken from white, together

Printed: TypeAlias = tuple[str, TextRole, Colour, bool]
"""A text, its role and colour, and whether it is italic."""


class TextImages:
    """The images of the texts of one window."""

    def __init__(self) -> None:
        """Starts empty."""
        self._kept: dict[Printed, Stamp] = {}
        self._seen: Counter[Printed] = Counter()
        self._scale = 0.0
        self._pixels = 0

    def kept(self, scale: float) -> dict[Printed, Stamp]:
        """What is kept for a scale of the screen; that of another is given up."""
        if scale != self._scale:
            self._forget()
            self._scale = scale
        return self._kept

    def take(self, printed: Printed, fonts: Fonts) -> None:
        """Remember that a text was painted; often enough, and there is an image of it."""
        self._seen[printed] += 1
        if self._seen[printed] != OFTEN:
            return
        text, role, colour, italic = printed
        run = fonts.glyphs(text, face_of(role, italic=italic))
        stamp = None if run is None else image_of_glyphs(run, colour, self._scale)
        if stamp is not None:
            self._pixels += stamp.image.width() * stamp.image.height()
            self._kept[printed] = stamp
        if self._pixels > _MOST or len(self._seen) > _MOST_SEEN:
            self._forget()

    def _forget(self) -> None:
        self._kept.clear()
        self._seen.clear()
        self._pixels = 0


def image_of_glyphs(run: QGlyphRun, colour: Colour, scale: float) -> Stamp | None:
    """The image of some glyphs from the start of their baseline; None where it would be large."""
    bounds = run.boundingRect()
    if bounds.isEmpty():
        return None
    left, top = floor(bounds.left() * scale) - 1, floor(bounds.top() * scale) - 1
    width = ceil(bounds.right() * scale) + 1 - left
    height = ceil(bounds.bottom() * scale) + 1 - top
    if not 0 < width * height <= LARGEST:
        return None
    channel, ground, shades = _shades(colour)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(qt_colour(OPAQUE | ground * 0x010101))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.translate(-left, -top)
    painter.scale(scale, scale)
    painter.setPen(qt_colour(colour))
    painter.drawGlyphRun(QPointF(0.0, 0.0), run)
    painter.end()
    seen = np.frombuffer(picture.constBits(), dtype=np.uint8)[channel::4]
    image = QImage(width, height, IMAGE_FORMAT)
    np.frombuffer(image.bits(), dtype=np.uint32)[:] = shades[seen]
    image.setDevicePixelRatio(scale)
    return Stamp(image, left / scale, top / scale)


@lru_cache(maxsize=64)
def _shades(colour: Colour) -> tuple[int, int, NDArray[np.uint32]]:
    """The channel in which a colour differs most from its ground, that ground (white or dark), and
    for each value of the channel the colour as far as it covers the ground, premultiplied."""
    parts = np.array([colour & 255, colour >> 8 & 255, colour >> 16 & 255], dtype=np.int64)
    ground = 255 if int(parts.sum()) <= _DARK else _DARK_GROUND
    channel = int(np.argmax(np.abs(parts - ground)))
    contrast = int(parts[channel]) - ground
    cover = np.clip(np.rint((np.arange(256) - ground) * (255 / contrast)), 0, 255)
    blue, green, red = (np.rint(cover * (part / 255)).astype(np.uint32) for part in parts)
    return channel, ground, (cover.astype(np.uint32) << 24) | (red << 16) | (green << 8) | blue
