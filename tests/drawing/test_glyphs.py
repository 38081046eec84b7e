"""Each kind has a shape of its own that fills its square."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.drawing.recording_surface import RecordingSurface
from timeline_app.case.model import Kind
from timeline_app.drawing.glyphs import (
    circle_path,
    glyph_path,
    paint_glyph,
    paint_vague_ring,
)
from timeline_app.drawing.surface import Path, Pen, Verb
from timeline_app.drawing.theme import DARK, DASHED, LIGHT, MEASURES, PRINT, Theme
from timeline_app.layout.chart import Rect

SQUARE = Rect(10.0, 20.0, 14.0, 14.0)


def corners(path: Path) -> list[tuple[float, float]]:
    """The points on the outline of a path, not the controls of its curves."""
    return [points[-1] for verb, points in path.steps if verb is not Verb.CLOSE]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("size", [8.0, 14.0, 32.0])
def test_a_glyph_fills_its_square_to_the_eye(kind: Kind, size: float) -> None:
    points = corners(glyph_path(kind, size))
    for axis in (0, 1):
        low, high = min(p[axis] for p in points), max(p[axis] for p in points)
        assert 0.75 * size <= high - low <= 1.1 * size
        assert abs(low + high) / 2 <= 0.09 * size, "not in the middle"


@pytest.mark.parametrize(
    ("kind", "sides"),
    [(Kind.RECRUITMENT, 6), (Kind.LEAK, 3), (Kind.DETECTION, 4), (Kind.SENTENCING, 5)],
)
def test_the_sides_of_a_shape(kind: Kind, sides: int) -> None:
    assert len(corners(glyph_path(kind, 14.0))) == sides


def test_a_leak_points_down_and_a_sentencing_up() -> None:
    leak = corners(glyph_path(Kind.LEAK, 14.0))
    assert sum(y > 0 for _, y in leak) == 1
    sentencing = corners(glyph_path(Kind.SENTENCING, 14.0))
    assert min(sentencing, key=lambda point: point[1])[0] == pytest.approx(0.0)


def test_a_shape_is_made_once() -> None:
    assert glyph_path(Kind.LEAK, 14.0) is glyph_path(Kind.LEAK, 14.0)
    assert circle_path(3.0) is circle_path(3.0)


def drawn(kind: Kind, *, hollow: bool = False) -> RecordingSurface:
    surface = RecordingSurface()
    paint_glyph(surface, LIGHT, kind, SQUARE, hollow=hollow)
    return surface


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.ARREST, Kind.OTHER}))
def test_a_glyph_is_filled_and_outlined(kind: Kind) -> None:
    (shape,) = drawn(kind).shapes
    assert shape.what.place == (17.0, 27.0)
    assert shape.brush is not None
    assert shape.brush.colour == LIGHT.kinds[kind].fill
    assert shape.pen is not None
    assert shape.pen.colour == LIGHT.kinds[kind].edge


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.ARREST, Kind.OTHER}))
def test_a_hollow_glyph_is_an_outline_on_the_ground(kind: Kind) -> None:
    (shape,) = drawn(kind, hollow=True).shapes
    assert shape.brush is not None
    assert shape.brush.colour == LIGHT.card
    assert shape.pen is not None
    assert shape.pen.width == MEASURES.hollow_outline


def test_a_square_is_a_rectangle_so_that_its_edges_are_sharp() -> None:
    (box,) = drawn(Kind.ARREST).boxes
    assert box.what.rect == Rect(11.0, 21.0, 12.0, 12.0)


def test_a_ring_has_a_hole_and_hollow_it_is_thin_and_struck_through() -> None:
    (ring,) = drawn(Kind.OTHER).shapes
    assert ring.brush is None
    assert ring.pen is not None
    assert ring.pen.width > 3
    outer, slash = drawn(Kind.OTHER, hollow=True).shapes
    assert outer.pen is not None
    assert outer.pen.width == MEASURES.hollow_outline
    assert slash.brush is None
    assert slash.pen == outer.pen
    assert slash.what.path is not None
    (left, low), (right, high) = corners(slash.what.path)
    assert left < 0 < right
    assert high < 0 < low


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT])
@pytest.mark.parametrize("kind", Kind)
def test_what_is_vague_has_a_dashed_ring_outside_its_glyph(kind: Kind, theme: Theme) -> None:
    surface = RecordingSurface()
    paint_vague_ring(surface, theme, kind, SQUARE)
    (ring,) = surface.shapes
    assert ring.pen == Pen(theme.kinds[kind].edge, MEASURES.vague_line, DASHED)
    assert ring.brush is None
    assert ring.what.place == (17.0, 27.0)
    assert ring.what.path is not None
    assert max(x for x, _ in corners(ring.what.path)) == 7.0 + MEASURES.vague_gap


@pytest.mark.parametrize("hollow", [False, True])
def test_no_two_kinds_look_alike_without_colour(hollow: bool) -> None:
    def outline(kind: Kind) -> object:
        surface = drawn(kind, hollow=hollow)
        shapes = [
            (corners(shape.what.path), shape.pen.width if shape.pen else 0, bool(shape.brush))
            for shape in surface.shapes
            if shape.what.path is not None
        ]
        return (shapes, [box.what for box in surface.boxes])

    for one, other in combinations(Kind, 2):
        assert outline(one) != outline(other)
