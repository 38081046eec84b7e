"""The checks refuse what is not what was made."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pdf.document import pdf_bytes
from timeline_app.drawing.png_document import png_bytes, sheet_image
from timeline_app.drawing.reading_back import check_pdf, check_png, check_svg
from timeline_app.drawing.sheets import ImageError, Metadata, Sheet
from timeline_app.drawing.surface import Brush, Surface, TextStyle
from timeline_app.drawing.svg.document import svg_bytes
from timeline_app.layout.chart import Rect, TextRole

METADATA = Metadata("A case")


def paint(surface: Surface) -> None:
    with surface.group("event-1", "An event", ""), surface.clip(Rect(0, 0, 90, 90)):
        surface.rectangle(Rect(0.0, 0.0, 50.0, 100.0), None, Brush(0xFFFF0000))
        surface.text((5.0, 20.0), "words", TextRole.LABEL, TextStyle(0xFF000000))


SHEET = Sheet(100.0, 100.0, paint, "A sheet", "A bookmark")


def test_a_png_must_be_the_image(fonts: Fonts) -> None:
    data, image = png_bytes(SHEET, METADATA, fonts), sheet_image(SHEET, fonts)
    check_png(data, image)
    image.setPixel(7, 7, 0xFF00FF00)
    for wrong in (data, data[:-40], b"", b"\x89PNG"):
        with pytest.raises(ImageError, match="did not read back"):
            check_png(wrong, image)
    with pytest.raises(ImageError, match="did not read back"):
        check_png(data, QImage(99, 100, QImage.Format.Format_RGB32))


@pytest.mark.parametrize(
    ("part", "other", "words"),
    [
        (b"</svg>", b"", "no element found"),
        (b"words", b"wo\x00rds", "not well-formed"),
        (b"words", b"&nbsp;", "undefined entity"),
        (b"<svg", b"<svg id='event-1'", "are called “event-1”"),
        (b'clipPath id="clip-1"', b'clipPath id="clip-2"', "others need"),
        (b"0 0 100 100", b"0 0 100 99", "another size"),
        (b"metadata", b"data", "parts of it are missing"),
    ],
)
def test_an_svg_must_be_whole(fonts: Fonts, part: bytes, other: bytes, words: str) -> None:
    data = svg_bytes(SHEET, METADATA, fonts)
    check_svg(data, SHEET)
    assert part in data
    with pytest.raises(ImageError, match=words):
        check_svg(data.replace(part, other), SHEET)


def test_a_pdf_must_have_its_pages_title_and_bookmarks(fonts: Fonts) -> None:
    data = pdf_bytes([SHEET, SHEET], METADATA, fonts)
    check_pdf(data, [SHEET, SHEET], METADATA)
    for sheets, metadata, words in (
        ([SHEET], METADATA, "2 pages instead of 1"),
        ([SHEET, SHEET._replace(width=90.0)], METADATA, "page 2 has another size"),
        ([SHEET, SHEET], Metadata("Another"), "another title"),
        ([SHEET, SHEET._replace(bookmark="b")], METADATA, "other bookmarks"),
    ):
        with pytest.raises(ImageError, match=words):
            check_pdf(data, sheets, metadata)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.98])
@pytest.mark.logs
def test_half_a_pdf_is_none(fonts: Fonts, share: float) -> None:
    data = pdf_bytes([SHEET], METADATA, fonts)
    with pytest.raises(ImageError, match="did not read back"):
        check_pdf(data[: int(share * len(data))], [SHEET], METADATA)
