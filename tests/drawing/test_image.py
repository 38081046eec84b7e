"""A picture: checked before it is made, read back after, always the same."""

from __future__ import annotations

import zlib

import pytest
from msgspec import structs
from msgspec.structs import replace
from PySide6.QtGui import QImage

from tests.drawing.example_charts import order_chart
from tests.drawing.recording_surface import RecordingSurface
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.image import (
    LARGEST_SIDE,
    SOFTWARE,
    ImageError,
    PictureOrder,
    check_size,
    picture_sheet,
    render_image,
    render_png,
)
from timeline_app.drawing.page import PageWords
from timeline_app.drawing.theme import DARK
from timeline_app.layout.chart import Chart, Rect

TITLE = "Ministry employee · 张\u202e"


def lay_out(width: float, height: float) -> Chart:
    return structs.replace(order_chart(), width=width, height=max(height, 402.0))


ORDER = PictureOrder(lay_out, PageWords(TITLE, "8 events"), 900, 700)


def chunks(png: bytes) -> list[tuple[str, bytes]]:
    """The chunks of a PNG file, read without Qt."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = [], 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        name, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert zlib.crc32(name + body) == int.from_bytes(png[at + 8 + length : at + 12 + length])
        found.append((name.decode(), body))
        at += 12 + length
    return found


@pytest.fixture(scope="module")
def png(fonts: Fonts) -> bytes:
    return render_png(ORDER, fonts)


def test_the_bytes_are_a_png_of_the_size_asked_for(png: bytes) -> None:
    name, header = chunks(png)[0]
    assert name == "IHDR"
    assert (int.from_bytes(header[:4]), int.from_bytes(header[4:8])) == (900, 700)
    assert chunks(png)[-1] == ("IEND", b"")


def test_title_and_software_are_told(png: bytes) -> None:
    read = QImage.fromData(png)
    assert read.text("Title") == "Ministry employee · 张\N{REPLACEMENT CHARACTER}"
    assert read.text("Software") == SOFTWARE


def test_no_date_is_told(png: bytes) -> None:
    assert {name for name, _ in chunks(png)} <= {"IHDR", "pHYs", "tEXt", "iTXt", "IDAT", "IEND"}


def test_the_same_picture_has_the_same_bytes(fonts: Fonts, png: bytes) -> None:
    assert render_png(ORDER, fonts) == png
    assert render_png(ORDER, Fonts()) == png


def test_the_density_is_told(fonts: Fonts, png: bytes) -> None:
    assert QImage.fromData(png).dotsPerMeterX() == 3780
    double = render_image(replace(ORDER, width=1800, height=1400, scale=2.0), fonts)
    assert double.dotsPerMeterX() == 7559


def test_twice_the_scale_is_the_same_picture_twice_as_sharp(fonts: Fonts) -> None:
    double = render_image(replace(ORDER, width=1800, height=1400, scale=2.0), fonts)
    single = render_image(ORDER, fonts)
    for x, y in ((5, 100), (450, 690), (880, 300)):
        assert double.pixel(2 * x, 2 * y) == single.pixel(x, y)


def test_a_theme_is_used(fonts: Fonts) -> None:
    dark = render_image(replace(ORDER, theme=DARK), fonts)
    assert dark.pixel(899, 0) == DARK.background


@pytest.mark.parametrize(
    ("width", "height", "scale", "words"),
    [
        (LARGEST_SIDE + 1, 500, 1.0, "too large"),
        (40_000, 40_000, 1.0, "too large"),
        (12_000, 12_000, 1.0, "too large"),
        (199, 500, 1.0, "too small"),
        (0, 0, 1.0, "too small"),
        (-5, 500, 1.0, "too small"),
        (390, 900, 2.0, "too small"),
        (900, 700, 0.0, "scale"),
        (900, 700, 9.0, "scale"),
        (900, 700, float("nan"), "scale"),
    ],
)
def test_an_impossible_size_is_refused_before_memory_is_asked_for(
    fonts: Fonts, width: int, height: int, scale: float, words: str
) -> None:
    with pytest.raises(ImageError, match=words):
        render_png(replace(ORDER, width=width, height=height, scale=scale), fonts)


@pytest.mark.parametrize(("width", "height"), [(16_000, 7_500), (7_500, 16_000), (200, 200)])
def test_the_largest_and_smallest_size(width: int, height: int) -> None:
    check_size(width, height)


def test_a_page_without_room_is_an_error_in_words(fonts: Fonts) -> None:
    with pytest.raises(ImageError, match="has no room for this case"):
        render_png(replace(ORDER, height=300), fonts)


def test_too_little_memory_is_an_error_in_words(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QImage, "isNull", lambda _image: True)
    with pytest.raises(ImageError, match="not enough memory for 900 × 700"):
        render_image(ORDER, fonts)


def test_a_page_is_a_sheet_for_any_format(fonts: Fonts) -> None:
    sheet = picture_sheet(replace(ORDER, width=1800, height=1400, scale=2.0), fonts)
    assert (sheet.width, sheet.height, sheet.zoom) == (900.0, 700.0, 1.0)
    assert sheet.title == sheet.bookmark == TITLE
    recorded = RecordingSurface()
    sheet.paint(recorded)
    assert recorded.boxes[0].what.rect == Rect(0.0, 0.0, 900.0, 700.0)
