"""Images in one pixmap, drawn together."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.drawing.pixels import PixelGrid
from timeline_app.drawing.qt_atlas import (
    FIRST_SIDE,
    LARGEST_FILL,
    SIDE,
    Atlas,
    Fragments,
    Line,
    Place,
)
from timeline_app.drawing.qt_images import IMAGE_FORMAT, IMAGES, TileOrder
from timeline_app.drawing.surface import Colour

RED, BLUE = 0xFFCC0000, 0xFF0000CC


def square(width: int, height: int, colour: Colour = RED) -> QImage:
    image = QImage(width, height, IMAGE_FORMAT)
    image.fill(QColor.fromRgba(colour))
    return image


def place_of(atlas: Atlas, key: object, image: QImage, across: int = 0, down: int = 0) -> Place:
    place = atlas.take(key, image, across, down)
    assert place is not None
    return place


def drawn(fragments: Fragments, scale: float = 1.0) -> NDArray[np.uint32]:
    """The pixels of a white picture of 40 × 30 with the fragments on it."""
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fragments.draw(painter, PixelGrid(scale))
    painter.end()
    return np.frombuffer(picture.constBits(), dtype=np.uint32).reshape(30, 40).copy()


def box(pixels: NDArray[np.uint32], colour: Colour) -> tuple[int, int, int, int]:
    """The rectangle that a colour fills: left, top, width, height."""
    ys, xs = np.nonzero(pixels == colour)
    left, top, width, height = xs.min(), ys.min(), np.ptp(xs) + 1, np.ptp(ys) + 1
    assert len(xs) == width * height
    return int(left), int(top), int(width), int(height)


@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_images_lie_on_whole_pixels_of_the_device(qapp: object, scale: float) -> None:
    fragments = Fragments(Atlas())
    fragments.add(3, 4, place_of(fragments.atlas, "red", square(5, 7)))
    fragments.add(10, 9, place_of(fragments.atlas, "blue", square(4, 2, BLUE), 1, -2))
    pixels = drawn(fragments, scale)
    assert box(pixels, RED) == (3, 4, 5, 7)
    assert box(pixels, BLUE) == (11, 7, 4, 2)


def test_later_ones_cover_earlier_ones(qapp: object) -> None:
    fragments = Fragments(Atlas())
    assert fragments.fill(2, 2, 20, 10, RED)
    fragments.add(4, 4, place_of(fragments.atlas, "blue", square(3, 3, BLUE)))
    assert fragments.fill(4, 6, 3, 3, RED)
    pixels = drawn(fragments)
    assert box(pixels, BLUE) == (4, 4, 3, 2)
    assert (pixels == RED).sum() == 20 * 10 - 6


def test_many_are_drawn_as_one_by_one(qapp: object) -> None:
    one, many = Fragments(Atlas()), Fragments(Atlas())
    for fragments in (one, many):
        place_of(fragments.atlas, "a", square(5, 7), 1, 1)
        place_of(fragments.atlas, "b", square(3, 2, BLUE))
    places = [many.atlas.places[key] for key in ("a", "b", "a")]
    xs, ys = np.array([1.0, 9.0, 20.0]), np.array([2.0, 8.0, 15.0])
    many.add_many(xs, ys, many.atlas.table[[place.number for place in places]])
    for x, y, place in zip(xs.tolist(), ys.tolist(), places, strict=True):
        one.add(x, y, place)
    assert many.waiting == one.waiting
    assert (drawn(many) == drawn(one)).all()


def test_many_are_filled_as_one_by_one(qapp: object) -> None:
    one, many = Fragments(Atlas()), Fragments(Atlas())
    boxes = [(3, 4, 10, 2), (20, 30, 1, 9), (5, 20, 7, 7)]
    colours = [RED, BLUE, RED]
    swatches = [many.atlas.swatch(colour) for colour in colours]
    edges = np.array([(x, y, x + wide, y + high) for x, y, wide, high in boxes], dtype=np.float64)
    rows = many.atlas.table[[place.number for place in swatches if place is not None]]
    many.fill_many(edges, rows)
    for (x, y, wide, high), colour in zip(boxes, colours, strict=True):
        assert one.fill(x, y, wide, high, colour)
    assert (drawn(many) == drawn(one)).all()


def test_looks_are_asked_for_once(qapp: object) -> None:
    atlas = Atlas()
    asked: list[int] = []

    def place(colour: int) -> Place | None:
        asked.append(colour)
        return atlas.swatch(colour)

    looks = (RED, BLUE)
    rows = atlas.rows_for(looks, "area", place)
    assert rows is not None
    assert atlas.rows_for(looks, "area", place) is rows
    assert asked == [RED, BLUE]
    atlas.rows_for(looks, "line", place)
    atlas.rows_for([RED], "area", place)
    atlas.rows_for([RED], "area", place)
    assert asked == [RED, BLUE, RED, BLUE, RED, RED]
    atlas.clear()
    assert atlas.rows_for(looks, "area", place) is not rows
    assert atlas.rows_for((RED,), "none", lambda _colour: None) is None


def test_an_atlas_that_was_full_gets_more_room(qapp: object) -> None:
    atlas = Atlas()
    assert atlas.take("wide", square(FIRST_SIDE + 1, 2)) is None
    assert atlas.is_full
    atlas.clear()
    assert atlas.take("wide", square(FIRST_SIDE + 1, 2)) is not None
    for _ in range(4):
        atlas.take("too wide", square(SIDE + 1, 2))
        atlas.clear()
    assert atlas.take("whole", square(SIDE, 2)) is not None
    assert atlas.pixmap is not None
    assert atlas.pixmap.width() == SIDE


def test_lines_of_a_picture_are_kept_each_by_itself(qapp: object) -> None:
    fragments = Fragments(Atlas())
    picture = square(8, 6)
    picture.fill(0)
    for x, y, colour in ((0, 0, RED), (1, 1, RED), (0, 3, BLUE)):
        picture.setPixelColor(x, y, QColor.fromRgba(colour))
    lines = [Line(2, 2, 0, 0, 0), Line(4, 3, 3, 1, -1)]
    places = fragments.atlas.take_lines(("a", "b"), picture, lines)
    assert places is not None
    assert [place.number for place in places] == [0, 1]
    assert fragments.atlas.places == {"a": places[0], "b": places[1]}
    fragments.add(2, 2, places[0])
    fragments.add(10, 10, places[1])
    pixels = drawn(fragments)
    assert pixels[2, 2] == pixels[3, 3] == RED
    assert box(pixels, BLUE) == (11, 9, 1, 1)
    assert fragments.atlas.take_lines(("c",), picture, [Line(SIDE + 1, 1, 0, 0, 0)]) is None


def test_what_was_drawn_waits_no_more(qapp: object) -> None:
    fragments = Fragments(Atlas())
    assert fragments.fill(2, 2, 3, 3, RED)
    drawn(fragments)
    assert not fragments.waiting
    assert (drawn(fragments) == 0xFFFFFFFF).all()


def test_a_large_area_does_not_wait(qapp: object) -> None:
    fragments = Fragments(Atlas())
    assert fragments.fill(0, 0, LARGEST_FILL, 1, RED)
    assert not fragments.fill(0, 0, LARGEST_FILL, 2, RED)


@pytest.mark.parametrize("phase", [0, 1, 5])
def test_a_hatch_goes_on_from_strip_to_strip(qapp: object, phase: int) -> None:
    tile = TileOrder(RED, BLUE, 6, 1.5, 1.0)
    atlas = Atlas()
    fragments = Fragments(atlas)
    strip = atlas.strip(tile, 8, IMAGES.tiles)
    assert strip is not None
    fragments.hatch((0, 0), 1_300, phase, strip, tile.distance)
    picture = QImage(1_300, 8, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    fragments.draw(painter, PixelGrid())
    painter.setBrushOrigin(-phase, 8)
    whole = QImage(picture)
    painter.end()
    other = QPainter(whole)
    other.setBrushOrigin(-phase, 8)
    other.fillRect(0, 0, 1_300, 8, IMAGES.tile_brushes[tile])
    other.end()
    assert whole == picture


def test_a_full_atlas_takes_nothing_until_it_is_cleared(qapp: object) -> None:
    atlas = Atlas()
    assert place_of(atlas, 1, square(FIRST_SIDE, FIRST_SIDE - 10)).top == 0
    assert atlas.take(2, square(5, 20)) is None
    assert atlas.is_full
    atlas.clear()
    assert not atlas.is_full
    assert not atlas.places
    assert atlas.take(2, square(5, 20)) is not None
