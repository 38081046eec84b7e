"""Events: cards on the order axis, glyphs with labels on the calendar, and their signs.

Rules:
* The selection is told by more than colour: the selected event has a solid outline, the second one
  a dashed outline, and the others carry a small sign that says how they lie to the selected one:
  ‹ before it, › after it, ? not established.
* What carries a sign steps back a little, but its text stays as readable as a caption.
* An event paints nothing outside its area but outline and sign, and the dashed ring round the
  glyph of what is vague.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

import numpy as np
from msgspec import Struct

from timeline_app.drawing.bars import paint_bars
from timeline_app.drawing.glyphs import circle_path, paint_glyph, paint_vague_ring
from timeline_app.drawing.surface import (
    Brush,
    Path,
    Pen,
    Point,
    StampShape,
    Surface,
    TextStyle,
    Verb,
)
from timeline_app.drawing.theme import (
    MEASURES,
    SELECTION_DASHES,
    KindColours,
    Theme,
    once_for_a_theme,
)
from timeline_app.layout.chart import Emphasis, EventMark, Rect
from timeline_app.layout.counts import Pixels


class Choice(Enum):
    """Whether an event is one of the two chosen."""

    NONE = "none"
    SELECTED = "selected"
    OTHER = "other"


class Sign(Enum):
    """How an event lies to the selected one."""

    BEFORE = "before"
    AFTER = "after"
    NOT_ESTABLISHED = "not established"


class Look(Struct, frozen=True, gc=False):
    """What the selection makes of one event."""

    choice: Choice = Choice.NONE
    hovered: bool = False
    sign: Sign | None = None


PLAIN: Final = Look()


def look_of(event: int, emphasis: Emphasis) -> Look:
    """What an emphasis makes of an event."""
    hovered = event == emphasis.hovered
    if event == emphasis.selected:
        return Look(Choice.SELECTED, hovered)
    sign = _sign_of(event, emphasis)
    if event == emphasis.other:
        return Look(Choice.OTHER, hovered, sign)
    return Look(Choice.NONE, hovered, sign) if hovered or sign is not None else PLAIN


def _sign_of(event: int, emphasis: Emphasis) -> Sign | None:
    if event in emphasis.before:
        return Sign.BEFORE
    if event in emphasis.after:
        return Sign.AFTER
    return Sign.NOT_ESTABLISHED if event in emphasis.not_established else None


def paint_event(surface: Surface, theme: Theme, mark: EventMark, look: Look = PLAIN) -> None:
    """Paints one event: its card or ground, bars, glyph, label and outline; not its sign."""
    colours = theme.kinds[mark.kind]
    if mark.card is not None:
        _paint_card(surface, theme, colours, mark, mark.card, look)
    else:
        _paint_ground(surface, theme, mark.area, look)
    paint_bars(surface, theme, colours, mark.bars, hollow=mark.hollow)
    paint_glyph(surface, theme, mark.kind, mark.glyph, hollow=mark.hollow)
    if mark.vague:
        paint_vague_ring(surface, theme, mark.kind, mark.glyph)
    text = theme.text if look.sign is None else theme.text_soft
    for line in mark.label:
        surface.text((line.x, line.baseline), line.text, line.role, TextStyle(text))


def _paint_card(
    surface: Surface,
    theme: Theme,
    colours: KindColours,
    mark: EventMark,
    card: Rect,
    look: Look,
) -> None:
    chosen = look.choice is not Choice.NONE
    ground = theme.accent_tint if chosen else theme.hover_tint if look.hovered else theme.card
    border = theme.hover_border if look.hovered else theme.card_border
    radius = MEASURES.card_radius
    surface.rectangle(card, Pen(border, MEASURES.hairline), Brush(ground), radius)
    stripe = Rect(card.x, card.y, MEASURES.card_stripe, card.height)
    inside = None if mark.hollow else Brush(colours.fill)
    surface.rectangle(stripe, Pen(colours.edge, MEASURES.hairline), inside, radius / 2)
    if chosen:
        outline = _grown(card, MEASURES.selection)
        surface.rectangle(outline, _outline_pen(theme, look), None, radius + MEASURES.selection)


def _paint_ground(surface: Surface, theme: Theme, area: Rect, look: Look) -> None:
    if look is PLAIN:
        return
    radius = MEASURES.selection_radius
    ground = _grown(area, MEASURES.selection_gap)
    if look.choice is not Choice.NONE:
        brush = Brush(theme.accent_tint)
        surface.rectangle(ground, _outline_pen(theme, look), brush, radius)
    elif look.hovered:
        surface.rectangle(ground, None, Brush(theme.hover_tint), radius)


def _outline_pen(theme: Theme, look: Look) -> Pen:
    dashes = SELECTION_DASHES if look.choice is Choice.OTHER else ()
    return Pen(theme.accent, MEASURES.selection, dashes)


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def sign_place(mark: EventMark, plot_left: float) -> Point:
    """Where the sign of an event stands: at the corner of its card, or beside its glyph, or at the
    corner of that."""
    if mark.card is not None:
        return (mark.card.right - 4.0, mark.card.y - 1.0)
    glyph = mark.glyph
    if mark.sign_at_corner:
        return (glyph.right + CORNER[0], glyph.y + CORNER[1])
    ring = MEASURES.vague_gap + MEASURES.vague_line / 2 if mark.vague else 0.0
    x = float(sign_x(np.array(glyph.x - ring), plot_left))
    return (x, glyph.y + glyph.height / 2)


# The three signs round the origin, in a badge 13 pixels across.
_SIGN_PATHS: Final[Mapping[Sign, Path]] = MappingProxyType(
    {
        Sign.BEFORE: Path(
            (
                (Verb.MOVE, ((1.25, -3.0),)),
                (Verb.LINE, ((-1.75, 0.0),)),
                (Verb.LINE, ((1.25, 3.0),)),
            )
        ),
        Sign.AFTER: Path(
            (
                (Verb.MOVE, ((-1.25, -3.0),)),
                (Verb.LINE, ((1.75, 0.0),)),
                (Verb.LINE, ((-1.25, 3.0),)),
            )
        ),
        Sign.NOT_ESTABLISHED: Path(
            (
                (Verb.MOVE, ((-1.9, -1.6),)),
                (Verb.CURVE, ((-1.9, -4.4), (2.1, -4.4), (2.1, -1.6))),
                (Verb.CURVE, ((2.1, -0.2), (0.1, -0.2), (0.1, 1.4))),
                (Verb.MOVE, ((0.1, 2.9),)),
                (Verb.LINE, ((0.1, 3.5),)),
            )
        ),
    }
)


SIGNS: Final = tuple(Sign)
CORNER: Final = (-MEASURES.corner_badge / 2, 2.0)
"""From the right top corner of a glyph to the middle of a sign there, which does not reach beyond
the glyph to the right: the next may stand close by."""


def paint_sign(
    surface: Surface, theme: Theme, sign: Sign, centre: Point, *, at_corner: bool = False
) -> None:
    """Paints the small sign that says how an event lies to the selected one."""
    disc, *signs = sign_stamps(theme, at_corner=at_corner)
    surface.path(*disc, centre)
    surface.path(*signs[SIGNS.index(sign)], centre)


def sign_stamps(theme: Theme, *, at_corner: bool = False) -> tuple[StampShape, ...]:
    """The disc of a sign, and the signs in their order; those at the corner of a glyph are
    smaller."""
    return _corner_stamps(theme) if at_corner else _beside_stamps(theme)


@once_for_a_theme
def _beside_stamps(theme: Theme) -> tuple[StampShape, ...]:
    return _stamps(theme, MEASURES.badge)


@once_for_a_theme
def _corner_stamps(theme: Theme) -> tuple[StampShape, ...]:
    return _stamps(theme, MEASURES.corner_badge)


def _stamps(theme: Theme, across: float) -> tuple[StampShape, ...]:
    part = across / MEASURES.badge
    disc = circle_path((across - MEASURES.hairline) / 2)
    pen = Pen(theme.text, MEASURES.sign_line * part, round_ends=True)
    edge = Pen(theme.hover_border, MEASURES.hairline)
    return (
        StampShape(disc, edge, Brush(theme.background)),
        *(StampShape(_scaled(_SIGN_PATHS[sign], part), pen, None) for sign in SIGNS),
    )


def _scaled(path: Path, part: float) -> Path:
    return Path(
        tuple((verb, tuple((x * part, y * part) for x, y in points)) for verb, points in path.steps)
    )


def sign_x(glyph_x: Pixels, plot_left: float) -> Pixels:
    """Where the signs of glyphs on the calendar stand. A glyph at the very edge of the plot has its
    sign just beyond, where lanes leave room between their names and the plot."""
    radius = MEASURES.badge / 2
    return np.maximum(glyph_x - radius - MEASURES.badge_gap, plot_left - radius)
