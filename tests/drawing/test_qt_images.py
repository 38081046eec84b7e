"""Small pictures have the size, the place and the colours that they stand for."""

from __future__ import annotations

import pytest

from timeline_app.drawing.glyphs import circle_path
from timeline_app.drawing.qt_images import (
    IMAGES,
    FadedHatchOrder,
    PlateOrder,
    StampOrder,
    TileOrder,
    make_faded_hatch,
    make_plate,
    make_stamp,
    make_tile_brush,
)
from timeline_app.drawing.surface import Brush, Pen

BLACK, RED = 0xFF000000, 0xFFFF0000


@pytest.mark.parametrize(("scale", "side"), [(1.0, 14), (1.25, 18), (2.0, 28)])
def test_a_stamp_has_room_for_its_outline(scale: float, side: int) -> None:
    stamp = make_stamp(StampOrder(circle_path(6.0), Pen(BLACK), Brush(RED), scale))
    assert (stamp.image.width(), stamp.image.height()) == (side, side)
    assert (stamp.left, stamp.top) == (-side / 2 / scale, -side / 2 / scale)
    assert stamp.image.devicePixelRatio() == scale
    assert stamp.image.pixel(side // 2, side // 2) == RED
    assert stamp.image.pixel(0, 0) == 0


def test_a_plate_fills_its_rectangle_but_for_the_corners() -> None:
    plate = make_plate(PlateOrder(40, 20, 6.0, Pen(BLACK, 2.0), Brush(RED), 2.0))
    assert (plate.width(), plate.height()) == (40, 20)
    assert plate.pixel(0, 0) == 0
    assert plate.pixel(20, 0) == plate.pixel(0, 10) == plate.pixel(39, 10) == BLACK
    assert plate.pixel(20, 10) == RED


def test_a_tile_repeats_without_a_seam() -> None:
    brush = make_tile_brush(TileOrder(BLACK, RED, 8, 1.25, 1.0))
    tile = brush.textureImage()
    assert (tile.width(), tile.height()) == (8, 8)
    for x in range(8):
        column = [tile.pixelColor(x, y).red() for y in range(8)]
        higher = [tile.pixelColor((x + 1) % 8, (y - 1) % 8).red() for y in range(8)]
        assert column == pytest.approx(higher, abs=4), "the next column, one pixel higher"


def test_a_fading_hatch_is_clear_at_one_end() -> None:
    tile = TileOrder(BLACK, RED, 8, 1.25, 1.0)
    for clear, full in ((0, 40), (40, 0)):
        image = make_faded_hatch(FadedHatchOrder(tile, 40, 8, 0, clear, full))
        alphas = [image.pixelColor(x, 4).alpha() for x in (1, 20, 38)]
        assert alphas == sorted(alphas, reverse=clear > full)
        assert min(alphas) < 20
        assert max(alphas) > 235


def test_an_image_is_made_once() -> None:
    order = PlateOrder(30, 20, 4.0, None, Brush(RED), 1.0)
    assert IMAGES.plates[order] is IMAGES.plates[order]
