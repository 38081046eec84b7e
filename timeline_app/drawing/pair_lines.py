"""The lines that join the pairs of two compared cases.

Rules:
* They are thin and quiet, so that the arrows of order are seen before them. They say nothing about
  time, so they have no head, but a dot at each event that they touch.
* Those of chosen pairs are strong, and painted last.
* They are painted over both charts. What they pass behind has been cut out of them (`layout`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline_app.drawing.surface import Brush, Path, Pen, Surface, Verb
from timeline_app.drawing.theme import Theme

if TYPE_CHECKING:  # a legend asks for a sample, long before two cases are compared
    from timeline_app.case.comparing.pairing import Pair
    from timeline_app.layout.comparison.pair_lines import PairLine

Point = tuple[float, float]

LINE = 1.25
LINE_STRONG = 2.0
_DOT = 2.5  # radius
_DOT_STRONG = 3.5
_ROUND = 0.5523  # how far the controls of a quarter circle lie from its ends, of the radius


def paint_pair_lines(
    lines: Iterable[PairLine],
    surface: Surface,
    theme: Theme,
    strong: frozenset[Pair] = frozenset(),
) -> None:
    """Paints the lines; the surface's origin is that of the frame that holds both charts."""
    usual: list[PairLine] = []
    chosen: list[PairLine] = []
    for line in lines:
        (chosen if line.pair in strong else usual).append(line)
    with surface.group("pairs", "Pairs", ""):
        _paint(usual, surface, Pen(theme.hover_border, LINE), _QUIET)
        _paint(chosen, surface, Pen(theme.accent, LINE_STRONG), _STRONG)


def paint_pair_sample(surface: Surface, theme: Theme, one: Point, other: Point) -> None:
    """Paints a quiet line between two points, for a legend."""
    pen = Pen(theme.hover_border, LINE)
    surface.line(one, other, pen)
    for end in (one, other):
        surface.path(_QUIET, None, Brush(pen.colour), end)


def _paint(lines: list[PairLine], surface: Surface, pen: Pen, dot: Path) -> None:
    surface.lines([segment for line in lines for segment in line.segments], pen)
    for line in lines:
        for end in line.ends:
            if end is not None:
                surface.path(dot, None, Brush(pen.colour), end)


def _disc(radius: float) -> Path:
    """A disc about the origin."""
    control = radius * _ROUND
    quarters = (
        ((radius, control), (control, radius), (0.0, radius)),
        ((-control, radius), (-radius, control), (-radius, 0.0)),
        ((-radius, -control), (-control, -radius), (0.0, -radius)),
        ((control, -radius), (radius, -control), (radius, 0.0)),
    )
    return Path(
        ((Verb.MOVE, ((radius, 0.0),)), *((Verb.CURVE, one) for one in quarters), (Verb.CLOSE, ()))
    )


_QUIET = _disc(_DOT)
_STRONG = _disc(_DOT_STRONG)
