"""The protocol on a device that keeps shapes: asked of a PDF's page, and of its pixels."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter, QPdfWriter

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.glyphs import circle_path
from timeline_app.drawing.pdf.surface import VectorSurface
from timeline_app.drawing.surface import Anchor, Brush, Fade, Hatch, Pen, Surface, TextStyle
from timeline_app.layout.chart import Rect, TextRole

WHITE, BLACK, RED = 0xFFFFFFFF, 0xFF000000, 0xFFFF0000
Paint = Callable[[Surface], None]


@pytest.fixture
def painted(fonts: Fonts) -> Callable[[Paint], QImage]:
    """Paints on pixels, which tell what a surface does to shapes."""

    def paint(work: Paint) -> QImage:
        image = QImage(100, 60, QImage.Format.Format_RGB32)
        image.fill(WHITE)
        painter = QPainter(image)
        work(VectorSurface(painter, fonts))
        painter.end()
        return image

    return paint


def page(fonts: Fonts, work: Paint) -> tuple[VectorSurface, bytes]:
    """Paints on the page of a PDF, and gives its content."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    surface = VectorSurface(painter, fonts)
    work(surface)
    painter.end()
    contents = PdfReader(BytesIO(bytes(data.data()))).pages[0].get_contents()
    assert contents is not None
    return surface, contents.get_data()


Painted = Callable[[Paint], QImage]


def test_a_border_lies_inside(painted: Painted) -> None:
    image = painted(lambda s: s.rectangle(Rect(10, 10, 40, 20), Pen(BLACK, 2.0), Brush(RED)))
    assert image.pixel(9, 20) == WHITE
    assert image.pixel(10, 20) == image.pixel(11, 20) == image.pixel(49, 20) == BLACK
    assert image.pixel(12, 20) == RED
    assert image.pixel(50, 20) == WHITE


def test_round_corners(painted: Painted) -> None:
    image = painted(lambda s: s.rectangle(Rect(10, 10, 40, 20), None, Brush(RED), 8.0))
    assert image.pixel(10, 10) == WHITE
    assert image.pixel(30, 10) == RED


def test_a_fade_is_clear_at_one_end_and_full_at_the_other(painted: Painted) -> None:
    fade = Fade(10.0, 50.0)

    def paint(surface: Surface) -> None:
        surface.rectangle(Rect(10, 10, 40, 20), None, Brush(RED, fade=fade))
        surface.line((10.0, 45.0), (50.0, 45.0), Pen(RED, 4.0, fade=fade))

    image = painted(paint)
    for y in (20, 45):
        greens = [(image.pixel(x, y) >> 8) & 0xFF for x in (11, 20, 30, 40, 49)]
        assert greens == sorted(greens, reverse=True)
        assert greens[0] > 230
        assert greens[-1] < 10
        assert greens[2] == pytest.approx(127, abs=14)


def test_a_hatch_is_lines_within_its_rectangle(painted: Painted) -> None:
    hatch = Hatch(8.0, 2.0, 10.0, 0xFFFFFF00)
    image = painted(lambda s: s.rectangle(Rect(10, 10, 40, 20), None, Brush(RED, hatch)))
    row = [image.pixel(x, 29) for x in range(100)]
    assert row[:10] == [WHITE] * 10
    assert row[10] != 0xFFFFFF00  # a line goes through the anchor
    assert 0xFFFFFF00 in row[10:50]
    assert row[50:] == [WHITE] * 50
    assert next(x for x in range(18, 50) if row[x] == row[10]) == 18


def test_a_fading_hatch_fades(painted: Painted) -> None:
    hatch = Hatch(4.0, 2.0, 10.0, 0xFFFFFF00)
    brush = Brush(RED, hatch, Fade(50.0, 10.0))
    image = painted(lambda s: s.rectangle(Rect(10, 10, 40, 20), None, brush))
    blues = [sum(image.pixel(x + dx, 20) & 0xFF for dx in range(4)) / 4 for x in (10, 28, 46)]
    assert blues[0] < 20
    assert blues[0] < blues[1] < blues[2]


def test_dashes_go_on_through_a_fade(fonts: Fonts) -> None:
    pen = Pen(RED, 1.0, (4.0, 2.0), fade=Fade(0.0, 40.0))
    _surface, content = page(fonts, lambda s: s.line((0.0, 5.0), (40.0, 5.0), pen))
    lengths = [
        round((float(right) - float(left)) * 1.0, 2)
        for left, right in re.findall(rb"([\d.]+) [\d.]+ m\n([\d.]+) ", content)
    ]
    assert sum(lengths) == pytest.approx(28.0, abs=0.1)  # seven times four on, two off


def test_shapes_are_moved_by_the_origin(painted: Painted) -> None:
    def paint(surface: Surface) -> None:
        with surface.shifted(20.0, 10.0):
            with surface.clip(Rect(0.0, 0.0, 10.0, 10.0)):
                surface.polygon(((0, 0), (40, 0), (40, 40), (0, 40)), None, Brush(RED))
            surface.path(circle_path(4.0), None, Brush(BLACK), (50.0, 20.0))
            surface.line((0.0, 30.5), (9.0, 30.5), Pen(BLACK))
        surface.path(circle_path(4.0), Pen(BLACK, 2.0), None)

    image = painted(paint)
    assert image.pixel(25, 15) == RED
    assert image.pixel(35, 15) == image.pixel(19, 15) == WHITE
    assert image.pixel(70, 30) == BLACK
    assert image.pixel(24, 40) == BLACK
    assert image.pixel(4, 0) != WHITE


@pytest.mark.parametrize("words", ["simple words", "e\u0301 shaped"])
def test_what_was_painted_is_known_by_its_place(fonts: Fonts, words: str) -> None:
    def paint(surface: Surface) -> None:
        with surface.shifted(100.0, 10.0):
            style = TextStyle(BLACK, anchor=Anchor.RIGHT, ground=WHITE)
            surface.text((50.0, 20.0), words, TextRole.LABEL, style)
            surface.text((50.0, 20.0), "", TextRole.LABEL, style)

    surface, content = page(fonts, paint)
    (known,) = surface.painted
    width = fonts.width(words, TextRole.LABEL)
    assert (known.text, known.y, known.width) == (words, 30.0, width)
    assert known.x == pytest.approx(150.0 - width)
    assert known.shaped is (words != "simple words")
    assert content.count(b"BT") >= 1


def test_groups_leave_no_trace(fonts: Fonts) -> None:
    def paint(surface: Surface) -> None:
        with surface.group("a", "b", "c"):
            surface.line((0.0, 0.0), (5.0, 5.0), Pen(BLACK))

    assert page(fonts, paint)[1] == page(fonts, lambda s: s.line((0, 0), (5, 5), Pen(BLACK)))[1]
