"""What a surface paints, as pixels: one by one, or as a window does."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.qt_screen import ScreenSurface
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.qt_texts import TextImages
from timeline_app.drawing.theme import LIGHT, Theme

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
