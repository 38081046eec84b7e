"""What is upright lies on whole device pixels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.drawing.pixels import PixelGrid
from timeline_app.layout.chart import Rect

grids = st.builds(
    PixelGrid,
    st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]),
    st.floats(-50, 50),
    st.floats(-50, 50),
)
places = st.floats(-5_000, 5_000)
lengths = st.floats(0, 500)


def is_whole(device: float) -> bool:
    return abs(device - round(device)) < 1e-6


@given(grids, places)
def test_an_edge_moves_by_half_a_pixel_at_most(grid: PixelGrid, place: float) -> None:
    assert is_whole(grid.across(place) * grid.scale + grid.left)
    assert is_whole(grid.down(place) * grid.scale + grid.top)
    assert abs(grid.across(place) - place) <= 0.5 / grid.scale + 1e-9


@given(grids, places, places, lengths, lengths)
def test_all_edges_of_a_rectangle_lie_between_pixels(
    grid: PixelGrid, x: float, y: float, width: float, height: float
) -> None:
    rect = grid.rect(Rect(x, y, width, height))
    for edge, offset in (
        (rect.x, grid.left),
        (rect.right, grid.left),
        (rect.y, grid.top),
        (rect.bottom, grid.top),
    ):
        assert is_whole(edge * grid.scale + offset)
    assert (rect.width > 0) == (width > 0) or width < 1e-9
    assert (rect.height > 0) == (height > 0) or height < 1e-9


@given(grids, places, places, lengths)
def test_neighbours_stay_neighbours(grid: PixelGrid, x: float, y: float, width: float) -> None:
    left = grid.rect(Rect(x, y, width + 2, 5.0))
    right = grid.rect(Rect(x + width + 2, y, 10.0, 5.0))
    assert left.right == pytest.approx(right.x, abs=1e-6)


@given(grids, places, st.floats(0.1, 6))
def test_an_upright_line_fills_whole_pixels(grid: PixelGrid, x: float, width: float) -> None:
    left, wide = grid.upright(x, width)
    assert is_whole(left * grid.scale + grid.left)
    assert is_whole(wide * grid.scale)
    assert wide > 0
    top, high = grid.level(x, width)
    assert is_whole(top * grid.scale + grid.top)
    assert high == wide


@pytest.mark.parametrize(
    ("scale", "width", "whole"),
    [
        (1.0, 1.0, 1.0),
        (1.0, 1.4, 1.0),
        (1.25, 1.0, 0.8),
        (2.0, 1.0, 1.0),
        (2.0, 1.25, 1.5),
        (1.0, 0.2, 1.0),
    ],
)
def test_a_line_has_at_least_one_pixel(scale: float, width: float, whole: float) -> None:
    assert PixelGrid(scale).width(width) == pytest.approx(whole)
