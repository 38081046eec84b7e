"""A page as the bytes of a PNG file.

Rules:
* Painted on an image of its own; no widget is made, resized or grabbed. It may run in any thread.
* The size is checked before memory is asked for: a QImage of 40,000 by 40,000 is not null.
* The bytes stand whole in memory and are read back before anyone gets them. Writing them is not
  this module's business.
* The same page gives the same bytes: no date, no machine, no chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from timeline_app import __version__
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.page import (
    LayOut,
    PageTooSmallError,
    PageWords,
    lay_out_page,
    paint_page,
)
from timeline_app.drawing.paint import NO_EMPHASIS
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.theme import LIGHT, Theme
from timeline_app.layout.chart import Emphasis
from timeline_app.layout.plain import plain_line

LARGEST_SIDE: Final = 16_000
"""Pixels."""
LARGEST_AREA: Final = 120_000_000
"""Pixels: half a gigabyte of memory."""
SMALLEST_SIDE: Final = 200
"""Pixels of a page before it is scaled."""
LARGEST_SCALE: Final = 8.0
SOFTWARE: Final = f"timeline-app {__version__}"

_DOTS_PER_METRE: Final = 96 / 0.0254  # at scale 1
_COMPRESSION: Final = 40  # of 100; above, a file takes longer and hardly shrinks


class ImageError(ValueError):
    """The picture can't be made; the text says why, and what would do."""


@dataclass(frozen=True, slots=True)
class PictureOrder:
    """What is to be on a picture.

    Attributes:
        lay_out: lays out the chart for the room that a page has for it.
        words: title, subtitle and footer.
        width: pixels of the picture.
        height: pixels of the picture.
        scale: pixels of the picture to a pixel of the page; 2 makes everything twice as large.
        theme: the colours.
        emphasis: what is selected.
        legend: whether the page explains its signs.
    """

    lay_out: LayOut
    words: PageWords
    width: int
    height: int
    scale: float = 1.0
    theme: Theme = LIGHT
    emphasis: Emphasis = NO_EMPHASIS
    legend: bool = True


def check_size(width: int, height: int, scale: float = 1.0) -> None:
    """Raises ImageError where a picture of this size is too small, too large, or no picture."""
    if not 1.0 <= scale <= LARGEST_SCALE:
        raise ImageError(f"The scale must lie between 1 and {LARGEST_SCALE:g}, not {scale:g}.")
    if min(width, height) < SMALLEST_SIDE * scale:
        raise ImageError(
            f"A picture of {width} × {height} pixels is too small: each side needs at least "
            f"{SMALLEST_SIDE * scale:g}."
        )
    if max(width, height) > LARGEST_SIDE or width * height > LARGEST_AREA:
        raise ImageError(
            f"A picture of {width} × {height} pixels is too large: each side may have "
            f"{LARGEST_SIDE:,} pixels, and all of it {LARGEST_AREA // 1_000_000} million."
        )


def render_png(order: PictureOrder, fonts: Fonts) -> bytes:
    """Lays out a page, paints it, and gives it as a PNG file.

    Raises:
        ImageError: the size is impossible, the page has no room for the case, or there is not
            enough memory.
    """
    image = render_image(order, fonts)
    data = _encoded(image)
    _check_png(data, image)
    return data


def render_image(order: PictureOrder, fonts: Fonts) -> QImage:
    """Lays out a page and paints it.

    Raises:
        ImageError: as `render_png`.
    """
    check_size(order.width, order.height, order.scale)
    try:
        page = lay_out_page(
            order.lay_out,
            order.words,
            (order.width / order.scale, order.height / order.scale),
            fonts,
            order.emphasis,
            legend=order.legend,
        )
    except PageTooSmallError as error:
        raise ImageError(str(error)) from error
    image = QImage(order.width, order.height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ImageError(f"There is not enough memory for {order.width} × {order.height} pixels.")
    painter = QPainter(image)
    try:
        factor = order.scale * page.scale
        painter.scale(factor, factor)
        paint_page(page, QtSurface(painter, fonts), order.theme)
    finally:
        painter.end()  # a painter that outlives its image crashes the program
    dots = round(_DOTS_PER_METRE * order.scale)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.setText("Title", plain_line(order.words.title))
    image.setText("Software", SOFTWARE)
    return image


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


def _check_png(data: bytes, image: QImage) -> None:
    """Raises ImageError where the bytes don't read back as the picture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    read = QImageReader(buffer, QByteArray(b"png")).read()
    if read.convertToFormat(image.format()) != image:
        raise ImageError("The picture did not read back as it was made; it was not kept.")
