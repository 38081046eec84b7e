"""A laid-out page as the bytes of a PNG file: the shortest way from a case to a picture."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtGui import QImage

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.page import (
    LayOut,
    PageTooSmallError,
    PageWords,
    lay_out_page,
    paint_page,
)
from timeline_app.drawing.paint import NO_EMPHASIS
from timeline_app.drawing.png_document import LARGEST_SIDE, check_size, png_bytes, sheet_image, tell
from timeline_app.drawing.sheets import SOFTWARE, ImageError, Metadata, Sheet
from timeline_app.drawing.surface import Surface
from timeline_app.drawing.theme import LIGHT, Theme
from timeline_app.layout.chart import Emphasis

__all__ = [
    "LARGEST_SIDE",
    "SOFTWARE",
    "ImageError",
    "PictureOrder",
    "check_size",
    "picture_sheet",
    "render_image",
    "render_png",
]


class PictureOrder(Struct, frozen=True, gc=False):
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


def render_png(order: PictureOrder, fonts: Fonts) -> bytes:
    """Lays out a page, paints it, and gives it as a PNG file.

    Raises:
        ImageError: the size is impossible, the page has no room for the case, or there is not
            enough memory.
    """
    sheet = picture_sheet(order, fonts)
    metadata = Metadata(order.words.title)
    background = order.theme.background
    return png_bytes(sheet, metadata, fonts, scale=order.scale, background=background)


def render_image(order: PictureOrder, fonts: Fonts) -> QImage:
    """Lays out a page and paints it.

    Raises:
        ImageError: as `render_png`.
    """
    sheet = picture_sheet(order, fonts)
    image = sheet_image(sheet, fonts, scale=order.scale, background=order.theme.background)
    tell(image, Metadata(order.words.title))
    return image


def picture_sheet(order: PictureOrder, fonts: Fonts) -> Sheet:
    """Lays out a page as a sheet, for any format.

    Raises:
        ImageError: the size is impossible, or the page has no room for the case.
    """
    check_size(order.width, order.height, order.scale)
    width, height = order.width / order.scale, order.height / order.scale
    try:
        page = lay_out_page(
            order.lay_out,
            order.words,
            (width, height),
            fonts,
            order.emphasis,
            legend=order.legend,
        )
    except PageTooSmallError as error:
        raise ImageError(str(error)) from error

    def paint(surface: Surface) -> None:
        paint_page(page, surface, order.theme)

    title = order.words.title
    return Sheet(width, height, paint, title, bookmark=title, zoom=page.scale)
