"""Stretches of time: hatched, solid or a comb, with caps, open ends and dashed outlines.

Rules (see the design: the two axes):
* A hatch is flat: it says "anywhere here" and nothing of where it is likelier.
* Only an open end fades, into an arrow at the edge.
* Several acts are the teeth of a comb, never one solid bar.
* A cap says "not beyond", in the colour of text, so that it is seen on every bar.
* Of a thing that did not come about only the outline is drawn, never a solid bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil

from timeline_app.drawing.surface import Brush, Fade, Hatch, Path, Pen, Surface, Verb
from timeline_app.drawing.theme import DASHED, MEASURES, KindColours, Theme
from timeline_app.layout.chart import Bar, BarFill, Rect

# A stretch of a bar with one fade or none.
_Piece = tuple[Rect, Fade | None]


def paint_bar(
    surface: Surface, theme: Theme, colours: KindColours, bar: Bar, *, hollow: bool = False
) -> None:
    """Paints one bar in the colours of its event's kind."""
    _paint_inside(surface, theme, colours, bar, hollow=hollow)
    _paint_ends(surface, theme, colours, bar)


def paint_bars(
    surface: Surface,
    theme: Theme,
    colours: KindColours,
    bars: Sequence[Bar],
    *,
    hollow: bool = False,
) -> None:
    """Paints the bars of one event; no end is covered where two of them join."""
    for bar in bars:
        _paint_inside(surface, theme, colours, bar, hollow=hollow)
    for bar in bars:
        _paint_ends(surface, theme, colours, bar)


def _paint_inside(
    surface: Surface, theme: Theme, colours: KindColours, bar: Bar, *, hollow: bool
) -> None:
    pieces = _pieces(bar)
    if bar.fill is BarFill.HATCH:
        _paint_hatch(surface, colours, bar, pieces, hollow=hollow)
    elif bar.fill is BarFill.COMB:
        _paint_comb(surface, colours, bar, pieces)
    else:
        _paint_solid(surface, theme, colours, bar, pieces, hollow=hollow)
    if bar.dashed:
        _paint_dashed_outline(surface, colours, bar, pieces)


def _pieces(bar: Bar) -> tuple[_Piece, ...]:
    """The bar cut into what fades at the left, what doesn't, and what fades at the right, the
    arrows of open ends left out."""
    if not bar.open_left and not bar.open_right:
        return ((bar.rect, None),) if bar.rect.width > 0 else ()
    left = bar.rect.x + (MEASURES.open_arrow if bar.open_left else 0.0)
    right = bar.rect.right - (MEASURES.open_arrow if bar.open_right else 0.0)
    width = max(0.0, right - left)
    share = width / 2 if bar.open_left and bar.open_right else width
    fade = min(MEASURES.fade, share)
    pieces: list[_Piece] = []
    body_left, body_right = left, right
    if bar.open_left:
        body_left = left + fade
        pieces.append((_slice(bar.rect, left, body_left), Fade(left, body_left)))
    if bar.open_right:
        body_right = right - fade
        pieces.append((_slice(bar.rect, body_right, right), Fade(right, body_right)))
    if body_right > body_left:
        pieces.append((_slice(bar.rect, body_left, body_right), None))
    return tuple(piece for piece in pieces if piece[0].width > 0)


def _slice(rect: Rect, left: float, right: float) -> Rect:
    return Rect(left, rect.y, right - left, rect.height)


def _paint_hatch(
    surface: Surface,
    colours: KindColours,
    bar: Bar,
    pieces: tuple[_Piece, ...],
    *,
    hollow: bool,
) -> None:
    # The lines hang on the cap, so that they move with the bar when the view moves.
    anchor = bar.rect.right if bar.cap_right and not bar.cap_left else bar.rect.x
    ground = 0 if hollow else colours.wash
    hatch = Hatch(MEASURES.hatch_distance, MEASURES.hatch_width, anchor, ground)
    # Inside a dashed outline the lines keep off it, so that its gaps are seen.
    inset = MEASURES.dashed_inset if bar.dashed else 0.0
    for rect, fade in pieces:
        inside = Rect(rect.x, rect.y + inset, rect.width, rect.height - 2 * inset)
        surface.rectangle(inside, None, Brush(colours.edge, hatch, fade))


def _paint_solid(
    surface: Surface,
    theme: Theme,
    colours: KindColours,
    bar: Bar,
    pieces: tuple[_Piece, ...],
    *,
    hollow: bool,
) -> None:
    inside = theme.card if hollow else colours.fill
    for rect, fade in pieces:
        surface.rectangle(rect, None, Brush(inside, fade=fade))
        if not bar.dashed:
            _paint_rails(surface, rect, Pen(colours.edge, MEASURES.outline, fade=fade))
    if not bar.dashed:
        _paint_closed_ends(surface, bar, Pen(colours.edge, MEASURES.outline))


def _paint_closed_ends(surface: Surface, bar: Bar, pen: Pen) -> None:
    """The left and right edge of a bar, where neither cap nor arrow stands."""
    rect, half = bar.rect, pen.width / 2
    if not (bar.open_left or bar.cap_left):
        surface.line((rect.x + half, rect.y), (rect.x + half, rect.bottom), pen)
    if not (bar.open_right or bar.cap_right):
        surface.line((rect.right - half, rect.y), (rect.right - half, rect.bottom), pen)


def _paint_rails(surface: Surface, rect: Rect, pen: Pen) -> None:
    """The upper and lower edge of a rectangle, inside it."""
    half = pen.width / 2
    for y in (rect.y + half, rect.bottom - half):
        surface.line((rect.x, y), (rect.right, y), pen)


def _paint_comb(
    surface: Surface, colours: KindColours, bar: Bar, pieces: tuple[_Piece, ...]
) -> None:
    base = bar.rect.bottom - MEASURES.comb_base / 2
    for rect, fade in pieces:
        surface.line(
            (rect.x, base), (rect.right, base), Pen(colours.edge, MEASURES.comb_base, fade=fade)
        )
        surface.lines(
            [(x, rect.y, x, base) for x in _teeth(bar, rect)],
            Pen(colours.edge, MEASURES.comb_tooth, fade=fade),
        )


def _teeth(bar: Bar, rect: Rect) -> list[float]:
    """Where the teeth of a comb stand within one piece of it."""
    distance = MEASURES.comb_distance
    first = bar.rect.x + distance / 2
    low = ceil((rect.x - first) / distance)
    high = ceil((rect.right - first) / distance)
    return [first + distance * tooth for tooth in range(low, high)]


def _paint_dashed_outline(
    surface: Surface, colours: KindColours, bar: Bar, pieces: tuple[_Piece, ...]
) -> None:
    for rect, fade in pieces:
        _paint_rails(surface, rect, Pen(colours.edge, MEASURES.outline, DASHED, fade=fade))
    _paint_closed_ends(surface, bar, Pen(colours.edge, MEASURES.outline, DASHED))


def _paint_ends(surface: Surface, theme: Theme, colours: KindColours, bar: Bar) -> None:
    rect = bar.rect
    if bar.cap_left or bar.cap_right:
        top, bottom = rect.y - MEASURES.cap_beyond, rect.bottom + MEASURES.cap_beyond
        pen = Pen(theme.cap, MEASURES.cap)
        if bar.cap_left:
            surface.line((rect.x, top), (rect.x, bottom), pen)
        if bar.cap_right:
            surface.line((rect.right, top), (rect.right, bottom), pen)
    if bar.open_left:
        _paint_open_arrow(surface, colours, rect, rect.x, 1.0)
    if bar.open_right:
        _paint_open_arrow(surface, colours, rect, rect.right, -1.0)


def _paint_open_arrow(
    surface: Surface, colours: KindColours, rect: Rect, tip: float, direction: float
) -> None:
    """An angle that points outward; `direction` is 1 where the bar lies right of its tip."""
    pen = Pen(colours.edge, MEASURES.open_arrow_line, round_ends=True)
    surface.path(_angle_path(direction), pen, None, (tip, rect.y + rect.height / 2))


@cache
def _angle_path(direction: float) -> Path:
    """The angle of an open end, its tip just inside the origin."""
    inset = direction * MEASURES.open_arrow_line / 2
    back = direction * MEASURES.open_arrow
    half = MEASURES.open_arrow * 0.75
    return Path(
        (
            (Verb.MOVE, ((back, -half),)),
            (Verb.LINE, ((inset, 0.0),)),
            (Verb.LINE, ((back, half),)),
        )
    )
