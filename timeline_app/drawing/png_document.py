"""A sheet as the bytes of a PNG file.

Rules:
* Painted on an image of its own; no widget is made, resized or grabbed. It may run in any thread.
* The size is checked before memory is asked for: a QImage of 40,000 by 40,000 is not null.
* The bytes stand whole in memory and are read back before anyone gets them. Writing them is not
  this module's business.
* The same sheet gives the same bytes: no machine, no chance, and a date only where it is asked for.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.reading_back import check_png
from timeline_app.drawing.sheets import PIXELS_PER_INCH, ImageError, Metadata, Sheet, check_sheet
from timeline_app.drawing.surface import Colour
from timeline_app.drawing.theme import LIGHT

LARGEST_SIDE: Final = 16_000
"""Pixels."""
LARGEST_AREA: Final = 120_000_000
"""Pixels: half a gigabyte of memory."""
SMALLEST_SIDE: Final = 200
"""Pixels of a page before it is scaled."""
LARGEST_SCALE: Final = 8.0

_INCHES_PER_METRE: Final = 1 / 0.0254
_COMPRESSION: Final = 40  # of 100; above, a file takes longer and hardly shrinks


def check_size(width: int, height: int, scale: float = 1.0) -> None:
    """Raises ImageError where a picture of this size is too small, too large, or no picture."""
    if not 1.0 <= scale <= LARGEST_SCALE:
        raise ImageError(f"The scale must lie between 1 and {LARGEST_SCALE:g}, not {scale:g}.")
    if min(width, height) < SMALLEST_SIDE * scale:
        raise ImageError(
            f"A picture of {width} × {height} pixels is too small: each side needs at least "
            f"{SMALLEST_SIDE * scale:g}."
        )
    check_budget(width, height)


def check_budget(width: int, height: int) -> None:
    """Raises ImageError where a picture of so many pixels is too large."""
    if max(width, height) > LARGEST_SIDE or width * height > LARGEST_AREA:
        raise ImageError(
            f"A picture of {width} × {height} pixels is too large: each side may have "
            f"{LARGEST_SIDE:,} pixels, and all of it {LARGEST_AREA // 1_000_000} million."
        )


def pixel_size(sheet: Sheet, scale: float) -> tuple[int, int]:
    """Width and height of a sheet's picture in pixels."""
    return max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale))


def png_bytes(
    sheet: Sheet,
    metadata: Metadata,
    fonts: Fonts,
    *,
    scale: float = 1.0,
    background: Colour = LIGHT.background,
) -> bytes:
    """Paints a sheet as PNG, `scale` pixels to a 96th of an inch (300 DPI is 3.125).

    Raises:
        ImageError: the size is impossible, there is not enough memory, or the file did not read
            back as it was made.
    """
    image = sheet_image(sheet, fonts, scale=scale, background=background)
    tell(image, metadata)
    data = _encoded(image)
    check_png(data, image)
    return data


def sheet_image(
    sheet: Sheet, fonts: Fonts, *, scale: float = 1.0, background: Colour = LIGHT.background
) -> QImage:
    """Paints a sheet on an image, for a file, the clipboard or a preview.

    Raises:
        ImageError: the size is impossible, or there is not enough memory.
    """
    check_sheet(sheet)
    if not 0.0 < scale <= LARGEST_SCALE:
        raise ImageError(f"The scale must lie between 0 and {LARGEST_SCALE:g}, not {scale:g}.")
    width, height = pixel_size(sheet, scale)
    check_budget(width, height)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ImageError(f"There is not enough memory for {width} × {height} pixels.")
    image.fill(background)
    dots = round(PIXELS_PER_INCH * _INCHES_PER_METRE * scale)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    painter = QPainter(image)
    try:
        painter.scale(scale * sheet.zoom, scale * sheet.zoom)
        sheet.paint(QtSurface(painter, fonts))
    finally:
        painter.end()  # a painter that outlives its image crashes the program
    return image


def tell(image: QImage, metadata: Metadata) -> None:
    """Has an image say what it is, by the keywords of PNG (ISO 15948, 11.3.4.2)."""
    stated = metadata.plain()
    created = "" if stated.created is None else stated.created.isoformat("T", "seconds")
    for keyword, words in (
        ("Title", stated.title),
        ("Author", stated.author),
        ("Description", stated.subject),
        ("Source", stated.source),
        ("Software", stated.software),
        ("Creation Time", created),
    ):
        if words:
            image.setText(keyword, words)


def _encoded(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(_COMPRESSION)
    if not writer.write(image):
        raise ImageError(f"The picture can't be encoded: {writer.errorString()}.")
    buffer.close()
    return bytes(data.data())
