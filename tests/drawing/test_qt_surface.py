"""The protocol on a QPainter: sharp at every scale, clean about the painter's state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.case.model import Kind
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.glyphs import circle_path, glyph_path, paint_glyph
from timeline_app.drawing.qt_images import LARGEST_PLATE
from timeline_app.drawing.qt_surface import MANY, QtSurface
from timeline_app.drawing.surface import Brush, Fade, Hatch, Path, Pen, Surface, TextStyle, Verb
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Rect, TextRole

WHITE, BLACK, RED = 0xFFFFFFFF, 0xFF000000, 0xFFFF0000
every_scale = pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])


class Canvas:
    """A white image with a surface on it, and what its pixels are."""

    def __init__(self, fonts: Fonts, scale: float, offset: tuple[float, float]) -> None:
        self.image = QImage(
            round(120 * scale), round(80 * scale), QImage.Format.Format_ARGB32_Premultiplied
        )
        self.image.setDevicePixelRatio(scale)
        self.image.fill(QColor("white"))
        self.painter = QPainter(self.image)
        self.painter.translate(*offset)
        self.surface = QtSurface(self.painter, fonts)

    def pixels(self) -> set[int]:
        """Every colour on the image."""
        return {
            self.image.pixel(x, y)
            for x in range(self.image.width())
            for y in range(self.image.height())
        }

    def holds_only(self, *colours: int) -> bool:
        """Whether each of these colours is there, and no mixture: Qt may be one step of 255 off."""
        pixels = self.pixels()
        return all(any(alike(pixel, colour) for colour in colours) for pixel in pixels) and all(
            any(alike(pixel, colour) for pixel in pixels) for colour in colours
        )

    def count(self, colour: int) -> int:
        """How many pixels have a colour."""
        return sum(
            self.image.pixel(x, y) == colour
            for x in range(self.image.width())
            for y in range(self.image.height())
        )

    def row(self, y: int) -> list[int]:
        """One row of pixels."""
        return [self.image.pixel(x, y) for x in range(self.image.width())]


def alike(one: int, other: int, by: int = 1) -> bool:
    """Whether two colours differ by at most so many steps of 255 in each channel."""
    return all(abs((one >> shift & 255) - (other >> shift & 255)) <= by for shift in (0, 8, 16))


@contextmanager
def canvas(
    fonts: Fonts, scale: float = 1.0, offset: tuple[float, float] = (0.0, 0.0)
) -> Iterator[Canvas]:
    one = Canvas(fonts, scale, offset)
    try:
        yield one
    finally:
        one.painter.end()


def test_it_is_a_surface(fonts: Fonts) -> None:
    with canvas(fonts) as one:
        surface: Surface = one.surface
        with surface.group("event-1", "<b>title</b>", ""):
            surface.rectangle(Rect(0.0, 0.0, 10.0, 10.0), None, Brush(RED))
        assert one.count(RED) == 100


@every_scale
@pytest.mark.parametrize("offset", [(0.0, 0.0), (3.4, 7.7)])
def test_upright_edges_are_sharp(fonts: Fonts, scale: float, offset: tuple[float, float]) -> None:
    with canvas(fonts, scale, offset) as one:
        one.surface.rectangle(Rect(10.3, 10.7, 30.2, 15.6), Pen(BLACK), Brush(RED))
        one.surface.line((60.2, 5.1), (60.2, 40.9), Pen(BLACK, 2.0))
        one.surface.line((5.0, 50.4), (70.0, 50.4), Pen(BLACK, 1.0))
        one.surface.lines([(80.6, 5.0, 80.6, 30.0), (85.6, 5.0, 85.6, 30.0)], Pen(RED))
        assert one.holds_only(WHITE, BLACK, RED)


@every_scale
def test_a_square_glyph_is_sharp(fonts: Fonts, scale: float) -> None:
    with canvas(fonts, scale) as one:
        paint_glyph(one.surface, LIGHT, Kind.ARREST, Rect(20.4, 20.4, 14.0, 14.0))
        colours = LIGHT.kinds[Kind.ARREST]
        assert one.holds_only(WHITE, colours.edge, colours.fill)


@every_scale
def test_a_border_lies_inside(fonts: Fonts, scale: float) -> None:
    with canvas(fonts, scale) as one:
        one.surface.rectangle(Rect(20.0, 20.0, 40.0, 20.0), Pen(BLACK, 4.0), None, 6.0)
        one.surface.rectangle(Rect(20.0, 50.0, 40.0, 20.0), Pen(BLACK, 4.0, (4.0, 4.0)), None)
        inked = [
            (x / scale, y / scale)
            for x in range(one.image.width())
            for y in range(one.image.height())
            if one.image.pixel(x, y) != WHITE
        ]
        assert min(x for x, _ in inked) == 20.0
        assert max(x for x, _ in inked) < 60.0
        assert min(y for _, y in inked) == 20.0
        assert max(y for _, y in inked) < 70.0


@every_scale
def test_kept_and_painted_round_rectangles_are_the_same(fonts: Fonts, scale: float) -> None:
    """A large one is painted, a small one is placed as an image."""
    wide = LARGEST_PLATE / 40 / scale
    with canvas(fonts, scale) as kept, canvas(fonts, scale) as painted:
        kept.surface.rectangle(Rect(20.0, 20.0, 60.0, 40.0), Pen(BLACK, 2.0), Brush(RED), 6.0)
        painted.surface.rectangle(Rect(20.0, 20.0, wide, 40.0), Pen(BLACK, 2.0), Brush(RED), 6.0)
        row = round(22 * scale)
        corner = slice(0, round(50 * scale))
        for one, other in zip(kept.row(row)[corner], painted.row(row)[corner], strict=True):
            assert alike(one, other, by=12)


@every_scale
def test_a_stamp_is_what_painting_would_give(fonts: Fonts, scale: float) -> None:
    path = glyph_path(Kind.DETECTION, 20.0)
    with canvas(fonts, scale) as stamped, canvas(fonts, scale) as painted:
        stamped.surface.path(path, Pen(BLACK), Brush(RED), (40.0, 40.0))
        painted.painter.translate(QPointF(40.0, 40.0))
        painted.surface.path(path, Pen(BLACK), Brush(RED))
        pairs = [
            pair
            for y in range(stamped.image.height())
            for pair in zip(stamped.row(y), painted.row(y), strict=True)
        ]
        assert all(alike(one, other, by=64) for one, other in pairs)
        assert sum(not alike(one, other, by=3) for one, other in pairs) < 24


@every_scale
def test_a_hatch_is_even_and_keeps_its_place(fonts: Fonts, scale: float) -> None:
    brush = Brush(BLACK, Hatch(8.0, 1.25, 20.0, ground=RED))
    with canvas(fonts, scale) as one:
        one.surface.rectangle(Rect(20.0, 20.0, 80.0, 8.0), None, brush)
        one.surface.rectangle(Rect(12.0, 40.0, 80.0, 8.0), None, brush)
        assert {WHITE, RED} <= one.pixels()
        first = one.row(round(24 * scale))[round(20 * scale) : round(90 * scale)]
        second = one.row(round(44 * scale))[round(20 * scale) : round(90 * scale)]
        assert first == second, "two bars with one anchor join"
        period = round(8 * scale)
        assert first[:period] == first[period : 2 * period]


@every_scale
def test_a_fading_hatch_joins_the_even_one(fonts: Fonts, scale: float) -> None:
    hatch = Hatch(8.0, 1.25, 100.0, ground=RED)
    with canvas(fonts, scale) as fading, canvas(fonts, scale) as even:
        fade = Fade(20.0, 60.0)
        fading.surface.rectangle(Rect(20.0, 20.0, 40.0, 8.0), None, Brush(BLACK, hatch, fade))
        even.surface.rectangle(Rect(20.0, 20.0, 80.0, 8.0), None, Brush(BLACK, hatch))
        row = round(24 * scale)
        assert fading.row(row)[round(21 * scale)] & 0xFF > 230, "clear at its end"
        near = slice(round(56 * scale), round(60 * scale))
        for one, other in zip(fading.row(row)[near], even.row(row)[near], strict=True):
            assert abs((one & 0xFF) - (other & 0xFF)) <= 40


def test_a_fade_is_placed_by_its_own_x_also_after_a_hatch(fonts: Fonts) -> None:
    with canvas(fonts) as one:
        one.surface.rectangle(Rect(33.0, 5.0, 40.0, 8.0), None, Brush(BLACK, Hatch(8.0, 1.0, 33.0)))
        one.surface.rectangle(
            Rect(20.0, 40.0, 40.0, 8.0), None, Brush(BLACK, fade=Fade(60.0, 20.0))
        )
        row = one.row(44)
        assert row[20] & 0xFF < 10
        assert 110 < row[40] & 0xFF < 145
        assert row[59] & 0xFF > 245


@every_scale
def test_many_upright_lines_are_those_drawn_one_by_one(fonts: Fonts, scale: float) -> None:
    """Whichever end comes first."""
    ends = [(10.0, 60.4), (50.2, 20.0)]
    segments = [
        (5.3 + 7.7 * number, ends[number % 2][0], 5.3 + 7.7 * number, ends[number % 2][1])
        for number in range(MANY + 2)
    ]
    for pen in (Pen(RED, 2.0), Pen(RED, 1.0, fade=Fade(100.0, 10.0))):
        with (
            canvas(fonts, scale, (0.4, 0.7)) as together,
            canvas(fonts, scale, (0.4, 0.7)) as apart,
        ):
            together.surface.lines(segments, pen)
            for one in segments:
                apart.surface.line(one[:2], one[2:], pen)
            assert len(apart.pixels()) > 1
            for row in range(together.image.height()):
                pairs = zip(together.row(row), apart.row(row), strict=True)
                assert all(alike(left, right) for left, right in pairs)


def test_oblique_and_dashed_lines_are_drawn(fonts: Fonts) -> None:
    with canvas(fonts) as one:
        one.surface.line((10.0, 10.0), (60.0, 30.0), Pen(BLACK))
        one.surface.line((10.0, 40.5), (90.0, 40.5), Pen(RED, 1.0, (5.0, 5.0)))
        one.surface.line((10.5, 45.0), (10.5, 75.0), Pen(RED, 1.0, (5.0, 5.0)))
        row = one.row(40)
        assert row[10:15] == [RED] * 5
        assert row[15:20] == [WHITE] * 5
        assert one.image.pixel(10, 46) == RED
        assert len(one.pixels()) > 3


def test_polygons_and_paths_are_filled(fonts: Fonts) -> None:
    with canvas(fonts) as one:
        one.surface.polygon([(10.0, 10.0), (50.0, 10.0), (10.0, 50.0)], None, Brush(RED))
        assert one.image.pixel(15, 15) == RED
        assert one.image.pixel(45, 45) == WHITE
        steps = ((Verb.MOVE, ((60.0, 10.0),)), (Verb.LINE, ((90.0, 40.0),)))
        one.surface.path(Path(steps), Pen(BLACK, 3.0), None)
        assert one.image.pixel(75, 25) == BLACK


def test_nothing_is_painted_outside_a_clip(fonts: Fonts) -> None:
    with canvas(fonts) as one:
        outer, inner = Rect(10.0, 10.0, 20.0, 20.0), Rect(20.0, 0.0, 100.0, 20.0)
        with one.surface.clip(outer), one.surface.clip(inner):
            one.surface.rectangle(Rect(0.0, 0.0, 120.0, 80.0), None, Brush(RED))
        assert one.count(RED) == 100
        one.surface.rectangle(Rect(0.0, 70.0, 10.0, 10.0), None, Brush(BLACK))
        assert one.count(BLACK) == 100


def test_a_shift_moves_the_origin_and_ends(fonts: Fonts) -> None:
    with canvas(fonts, 1.25) as one:
        before = one.surface.grid
        with one.surface.shifted(10.3, 20.3):
            one.surface.rectangle(Rect(0.0, 0.0, 10.0, 10.0), None, Brush(RED))
            assert one.surface.grid != before
        assert one.surface.grid == before
        assert one.holds_only(WHITE, RED)


def test_markup_is_drawn_not_read(fonts: Fonts) -> None:
    def ink(text: str) -> int:
        with canvas(fonts) as one:
            one.surface.text((5.0, 30.0), text, TextRole.LABEL, TextStyle(BLACK))
            return sum(pixel != WHITE for y in range(80) for pixel in one.row(y))

    assert ink("<i>a</i>") > 3 * ink("a")
    assert ink("a&amp;b") > ink("a&b")


def test_a_text_may_have_a_ground(fonts: Fonts) -> None:
    with canvas(fonts) as one:
        style = TextStyle(BLACK, ground=RED)
        one.surface.text((20.0, 40.0), "≥ 1", TextRole.NOTE, style)
        one.surface.text((20.0, 70.0), "", TextRole.NOTE, style)
        assert one.image.pixel(19, 35) == RED
        assert one.image.pixel(16, 35) == WHITE
        assert one.image.pixel(20, 68) == WHITE


def test_italic_differs(fonts: Fonts) -> None:
    rows = []
    for italic in (False, True):
        with canvas(fonts) as one:
            one.surface.text((5.0, 30.0), "not told", TextRole.NOTE, TextStyle(BLACK, italic))
            rows.append([one.row(y) for y in range(80)])
    assert rows[0] != rows[1]


def test_a_circle_is_round(fonts: Fonts) -> None:
    with canvas(fonts) as one:
        one.surface.path(circle_path(10.0), None, Brush(RED), (40.0, 40.0))
        assert one.count(RED) == pytest.approx(276, abs=10), "whole pixels inside the circle"
        assert 300 < sum(pixel != WHITE for y in range(80) for pixel in one.row(y)) < 360
