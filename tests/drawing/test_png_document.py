"""A PNG file: what it says, how large it is, and the same pixels as the window's surface."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Thread

import pytest
from PySide6.QtGui import QImage, QImageWriter, QPainter

from tests.drawing.example_charts import calendar_chart, order_chart
from timeline_app.drawing import png_document
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.png_document import (
    LARGEST_SIDE,
    check_size,
    pixel_size,
    png_bytes,
    sheet_image,
)
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.sheets import ImageError, Metadata, Sheet
from timeline_app.drawing.surface import Brush, Surface
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Chart, Rect

METADATA = Metadata("A case · 张", "A reviewer", "sha256 ab", "Eight events")


def chart_sheet(chart: Chart) -> Sheet:
    def paint(surface: Surface) -> None:
        paint_chart(chart, surface, LIGHT)

    return Sheet(chart.width, chart.height, paint, "A chart")


def half(surface: Surface) -> None:
    """Paints the left half of a page of 100 pixels."""
    surface.rectangle(Rect(0.0, 0.0, 50.0, 100.0), None, Brush(0xFFFF0000))


@pytest.mark.parametrize("make", [order_chart, calendar_chart])
def test_the_pixels_are_those_of_the_window(fonts: Fonts, make: Callable[[], Chart]) -> None:
    chart = make()
    window = QImage(round(chart.width), round(chart.height), QImage.Format.Format_RGB32)
    painter = QPainter(window)
    paint_chart(chart, QtSurface(painter, fonts), LIGHT)
    painter.end()
    read = QImage.fromData(png_bytes(chart_sheet(chart), METADATA, fonts))
    assert read.convertToFormat(window.format()) == window


def test_it_says_what_it_is(fonts: Fonts) -> None:
    dated = METADATA._replace(created=datetime(2025, 4, 15, tzinfo=UTC))
    read = QImage.fromData(png_bytes(chart_sheet(order_chart()), dated, fonts))
    assert {key: read.text(key) for key in read.textKeys()} == {
        "Title": "A case · 张",
        "Author": "A reviewer",
        "Source": "sha256 ab",
        "Description": "Eight events",
        "Software": METADATA.software,
        "Creation Time": "2025-04-15T00:00:00+00:00",
    }


def test_no_date_is_told_unless_asked_and_the_bytes_are_the_same(fonts: Fonts) -> None:
    first = png_bytes(chart_sheet(order_chart()), METADATA, fonts)
    assert png_bytes(chart_sheet(order_chart()), METADATA, Fonts()) == first
    assert "Creation Time" not in QImage.fromData(first).textKeys()
    assert b"tIME" not in first


def test_dots_per_inch(fonts: Fonts) -> None:
    read = QImage.fromData(png_bytes(Sheet(96.0, 96.0, half, ""), METADATA, fonts, scale=3.125))
    assert (read.width(), read.height()) == (300, 300)
    assert read.dotsPerMeterX() == round(300 / 0.0254)
    assert pixel_size(Sheet(816.8, 0.2, half, ""), 1.25) == (1021, 1)


def test_what_a_sheet_leaves_free_has_the_background(fonts: Fonts) -> None:
    sheet = Sheet(50.0, 50.0, half, "", zoom=0.5)
    image = sheet_image(sheet, fonts, background=0xFF00FF00)
    assert image.pixel(24, 49) == 0xFFFF0000
    assert image.pixel(26, 0) == 0xFF00FF00


def test_it_may_be_made_in_any_thread(fonts: Fonts) -> None:
    made: list[bytes] = []
    sheet = chart_sheet(calendar_chart())
    thread = Thread(target=lambda: made.append(png_bytes(sheet, METADATA, fonts)))
    thread.start()
    thread.join()
    assert made == [png_bytes(sheet, METADATA, fonts)]


@pytest.mark.parametrize("scale", [0.0, -1.0, 9.0, float("nan")])
def test_an_impossible_scale_is_refused(fonts: Fonts, scale: float) -> None:
    with pytest.raises(ImageError, match="scale"):
        sheet_image(Sheet(100.0, 100.0, half, ""), fonts, scale=scale)


def test_too_many_pixels_are_refused_before_memory_is_asked_for(fonts: Fonts) -> None:
    with pytest.raises(ImageError, match="too large"):
        sheet_image(Sheet(15_000.0, 15_000.0, half, ""), fonts)
    with pytest.raises(ImageError, match="too large"):
        check_size(LARGEST_SIDE + 1, 500)


def test_a_failure_to_encode_is_an_error_in_words(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QImageWriter, "write", lambda _writer, _image: False)
    with pytest.raises(ImageError, match="can't be encoded"):
        png_bytes(chart_sheet(order_chart()), METADATA, fonts)


def test_a_picture_that_does_not_read_back_is_not_given(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = png_bytes(chart_sheet(calendar_chart()), METADATA, fonts)
    monkeypatch.setattr(png_document, "_encoded", lambda _image: other)
    with pytest.raises(ImageError, match="did not read back"):
        png_bytes(chart_sheet(order_chart()), METADATA, fonts)


def test_the_chunks_are_whole(fonts: Fonts) -> None:
    png = png_bytes(chart_sheet(order_chart()), METADATA, fonts)
    at, names = 8, []
    while at < len(png):
        length = int.from_bytes(png[at : at + 4])
        body = png[at + 4 : at + 8 + length]
        assert zlib.crc32(body) == int.from_bytes(png[at + 8 + length : at + 12 + length])
        names.append(body[:4])
        at += 12 + length
    assert set(names) == {b"IHDR", b"pHYs", b"tEXt", b"iTXt", b"IDAT", b"IEND"}
