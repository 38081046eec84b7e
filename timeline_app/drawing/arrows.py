"""Arrows of order: the line says on what basis, the head how firmly.

Rules:
* Solid is stated, dashed inferred, dotted assumed.
* A filled head is "before", an open one "not before".
* A line ends at the back of its head, so that it never sticks out beyond the point.
* Arrows at the selected event are stronger; the others keep their look.
"""

from __future__ import annotations

from math import hypot

from timeline_app.drawing.surface import (
    Brush,
    Path,
    Pen,
    Point,
    Surface,
    TextStyle,
    Verb,
    with_alpha,
)
from timeline_app.drawing.theme import DASHES, LABEL_GROUND, MEASURES, Theme
from timeline_app.layout.chart import Arrow


def paint_arrow(surface: Surface, theme: Theme, arrow: Arrow, *, strong: bool = False) -> None:
    """Paints one arrow and its head; its label comes later, above all arrows."""
    colour = theme.arrow_strong if strong else theme.arrow
    width = MEASURES.arrow_line_strong if strong else MEASURES.arrow_line
    tip = arrow.points[-1]
    along = _direction(arrow.points)
    # A dash must not end in the gap before the head, nor a solid line in its point.
    back = _moved(tip, along, -MEASURES.arrow_head * (0.25 if arrow.weak else 0.75))
    surface.path(
        _line_path(arrow, back),
        Pen(colour, width, DASHES[arrow.basis]),
        None,
    )
    left, right = _barbs(tip, along)
    if arrow.weak:
        open_head = Path(((Verb.MOVE, (left,)), (Verb.LINE, (tip,)), (Verb.LINE, (right,))))
        surface.path(open_head, Pen(colour, max(width, MEASURES.arrow_line)), None)
    else:
        surface.polygon((tip, left, right), None, Brush(colour))


def paint_arrow_label(
    surface: Surface, theme: Theme, arrow: Arrow, *, strong: bool = False
) -> None:
    """Paints what stands beside an arrow, on a ground that parts it from the lines it crosses."""
    line = arrow.label
    if line is not None:
        ground = with_alpha(theme.background, LABEL_GROUND)
        style = TextStyle(theme.text if strong else theme.text_soft, ground=ground)
        surface.text((line.x, line.baseline), line.text, line.role, style)


def _direction(points: tuple[Point, ...]) -> Point:
    """The unit vector in which a line arrives: from the last point that differs from its end."""
    tip = points[-1]
    for point in reversed(points[:-1]):
        length = hypot(tip[0] - point[0], tip[1] - point[1])
        if length > 0:
            return ((tip[0] - point[0]) / length, (tip[1] - point[1]) / length)
    return (1.0, 0.0)


def _moved(point: Point, along: Point, distance: float) -> Point:
    return (point[0] + along[0] * distance, point[1] + along[1] * distance)


def _barbs(tip: Point, along: Point) -> tuple[Point, Point]:
    """The two back corners of a head."""
    base = _moved(tip, along, -MEASURES.arrow_head)
    across = (-along[1], along[0])
    half = MEASURES.arrow_head_half
    return _moved(base, across, half), _moved(base, across, -half)


def _line_path(arrow: Arrow, back: Point) -> Path:
    """The line of an arrow, ending at `back` instead of at its tip."""
    *before, (_, control, second, tip) = arrow.curves
    # The last control point moves with the end, so that the curve still arrives straight.
    moved = (second[0] + back[0] - tip[0], second[1] + back[1] - tip[1])
    curves = [(Verb.CURVE, curve[1:]) for curve in before]
    return Path(((Verb.MOVE, arrow.points[:1]), *curves, (Verb.CURVE, (control, moved, back))))
