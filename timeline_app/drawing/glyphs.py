"""The shape of each kind, for any size, and the letter that stands for it in plain text.

Rules:
* Shape and colour say the same, so that either alone is enough.
* Shapes fill the same square to the eye, not by measure: a circle of the square's width looks
  smaller than the square, a diamond larger.
* Paths are round the origin, so that one path serves every place (see `Surface.path`, `at`).
* Hollow is a thing that did not come about: the outline alone, on the ground of the lane. A ring is
  hollow by nature; its hollow variant is a thin ring struck through.
* Vague is a thing whose date is approximate, uncertain or still to come: a dashed ring round it.
"""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin
from typing import Final

from timeline_app.case.model import Kind
from timeline_app.drawing.surface import (
    Brush,
    Path,
    Pen,
    PlateStyle,
    Point,
    StampShape,
    Surface,
    Verb,
)
from timeline_app.drawing.theme import DASHED, MEASURES, Theme, once_for_a_theme
from timeline_app.layout.chart import Rect

# Where the circle is approximated by four cubic curves: 4/3 (sqrt(2) - 1).
_CIRCLE: Final = 0.5522847498
_RING_WIDTH: Final = 0.25  # of the size


def polygon_path(points: tuple[Point, ...]) -> Path:
    """A closed polygon as a path."""
    first, *rest = points
    lines = tuple((Verb.LINE, (point,)) for point in rest)
    return Path(((Verb.MOVE, (first,)), *lines, (Verb.CLOSE, ())))


@cache
def circle_path(radius: float) -> Path:
    """A circle round the origin."""
    r, k = radius, radius * _CIRCLE
    return Path(
        (
            (Verb.MOVE, ((r, 0.0),)),
            (Verb.CURVE, ((r, k), (k, r), (0.0, r))),
            (Verb.CURVE, ((-k, r), (-r, k), (-r, 0.0))),
            (Verb.CURVE, ((-r, -k), (-k, -r), (0.0, -r))),
            (Verb.CURVE, ((k, -r), (r, -k), (r, 0.0))),
            (Verb.CLOSE, ()),
        )
    )


def _regular(corners: int, radius: float, turn: float, down: float = 0.0) -> Path:
    """A regular polygon; `turn` is the angle of its first corner, from the right, clockwise."""
    angles = (turn + 2 * pi * corner / corners for corner in range(corners))
    return polygon_path(
        tuple((radius * cos(angle), radius * sin(angle) + down) for angle in angles)
    )


@cache
def glyph_path(kind: Kind, size: float) -> Path:
    """The outline of a kind's glyph in a square of `size` pixels round the origin."""
    half = size / 2
    if kind is Kind.RECRUITMENT:
        return _regular(6, half, 0.0)
    if kind is Kind.LEAK:
        wide, top = half * 0.98, -half * 0.78
        return polygon_path(((-wide, top), (wide, top), (0.0, half * 0.9)))
    if kind is Kind.DETECTION:
        return _regular(4, half * 1.08, 0.0)
    if kind is Kind.ARREST:
        side = square_side(size) / 2
        return polygon_path(((-side, -side), (side, -side), (side, side), (-side, side)))
    if kind is Kind.SENTENCING:
        return _regular(5, half * 1.02, -pi / 2, half * 0.06)
    return circle_path(half * 0.95)


def paint_glyph(
    surface: Surface, theme: Theme, kind: Kind, square: Rect, *, hollow: bool = False
) -> None:
    """Paints a kind's glyph so that it fills the square, whose smaller side is its size."""
    size = min(square.width, square.height)
    centre = (square.x + square.width / 2, square.y + square.height / 2)
    if kind is Kind.ARREST:
        # Upright edges are sharp only where the surface knows them for what they are.
        side = square_side(size)
        place = Rect(centre[0] - side / 2, centre[1] - side / 2, side, side)
        surface.rectangle(place, *square_plate(theme, kind, hollow=hollow))
        return
    stamps = _stamps_of(theme)
    stamp = stamps.get((kind, size, hollow))
    if stamp is None:
        stamp = stamps[kind, size, hollow] = glyph_stamp(theme, kind, size, hollow=hollow)
    surface.path(*stamp, centre)
    if kind is Kind.OTHER and hollow:
        pen = Pen(theme.kinds[kind].edge, MEASURES.hollow_outline)
        surface.path(_slash_path((size - MEASURES.hollow_outline) / 2), pen, None, centre)


@once_for_a_theme
def _stamps_of(theme: Theme) -> dict[tuple[Kind, float, bool], StampShape]:  # noqa: ARG001
    """The stamps of a theme that were asked for: there are few sizes."""
    return {}


def glyph_stamp(theme: Theme, kind: Kind, size: float, *, hollow: bool = False) -> StampShape:
    """A kind's glyph as a stamp; the hollow ring has a stroke through it as well."""
    edge, width = theme.kinds[kind].edge, _outline(hollow=hollow)
    if kind is not Kind.OTHER:
        return StampShape(glyph_path(kind, size - width), *square_plate(theme, kind, hollow=hollow))
    if hollow:
        ring = circle_path((size - width) / 2)
        return StampShape(ring, Pen(edge, width), Brush(theme.card))
    width = size * _RING_WIDTH
    return StampShape(circle_path((size * 0.92 - width) / 2), Pen(edge, width), None)


def square_plate(theme: Theme, kind: Kind, *, hollow: bool = False) -> PlateStyle:
    """The outline and the inside of a kind's glyph."""
    colours = theme.kinds[kind]
    inside = Brush(theme.card if hollow else colours.fill)
    return PlateStyle(Pen(colours.edge, _outline(hollow=hollow)), inside)


def _outline(*, hollow: bool) -> float:
    return MEASURES.hollow_outline if hollow else MEASURES.outline


def square_side(size: float) -> float:
    """The side of the square that looks as large as the other shapes: an even number of pixels
    less than the size, so that both have the same middle."""
    return size - 2 * max(1.0, round(size * 0.07))


@cache
def _slash_path(radius: float) -> Path:
    """A line across a circle round the origin, rising to the right."""
    reach = radius * cos(pi / 4)
    return Path(((Verb.MOVE, ((-reach, reach),)), (Verb.LINE, ((reach, -reach),))))


def paint_vague_ring(surface: Surface, theme: Theme, kind: Kind, square: Rect) -> None:
    """Paints the dashed ring round the glyph that fills the square."""
    size = min(square.width, square.height)
    centre = (square.x + square.width / 2, square.y + square.height / 2)
    pen = Pen(theme.kinds[kind].edge, MEASURES.vague_line, DASHED)
    surface.path(circle_path(size / 2 + MEASURES.vague_gap), pen, None, centre)
