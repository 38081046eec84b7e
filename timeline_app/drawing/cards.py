"""Events and clusters: cards on the order axis, glyphs with labels on the calendar, counts.

Rules:
* The selection is told by more than colour: the selected event has a solid outline, the second one
  a dashed outline, and the others carry a small sign that says how they lie to the selected one:
  ‹ before it, › after it, ? not established.
* What carries a sign steps back a little, but its text stays as readable as a caption.
* An event paints nothing outside its area but outline and sign, and the dashed ring round the
  glyph of what is vague.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from msgspec import Struct

from timeline_app.case.model import Kind
from timeline_app.drawing.bars import paint_bars
from timeline_app.drawing.glyphs import circle_path, paint_glyph, paint_vague_ring
from timeline_app.drawing.surface import (
    Brush,
    Looks,
    Path,
    Pen,
    Places,
    PlateStyle,
    Point,
    Sides,
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
from timeline_app.layout.chart import Cluster, Emphasis, EventMark, Rect, TextRole
from timeline_app.layout.counts import CountColumns, Pixels


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
    """Where the sign of an event stands: at the corner of its card, or beside its glyph."""
    if mark.card is not None:
        return (mark.card.right - 4.0, mark.card.y - 1.0)
    glyph = mark.glyph
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


def paint_sign(surface: Surface, theme: Theme, sign: Sign, centre: Point) -> None:
    """Paints the small sign that says how an event lies to the selected one."""
    disc, *signs = sign_stamps(theme)
    surface.path(*disc, centre)
    surface.path(*signs[SIGNS.index(sign)], centre)


@once_for_a_theme
def sign_stamps(theme: Theme) -> tuple[StampShape, ...]:
    """The disc of a sign, and the signs in their order."""
    disc = circle_path((MEASURES.badge - MEASURES.hairline) / 2)
    pen = Pen(theme.text, MEASURES.sign_line, round_ends=True)
    edge = Pen(theme.hover_border, MEASURES.hairline)
    return (
        StampShape(disc, edge, Brush(theme.background)),
        *(StampShape(_SIGN_PATHS[sign], pen, None) for sign in SIGNS),
    )


def sign_x(glyph_x: Pixels, plot_left: float) -> Pixels:
    """Where the signs of glyphs on the calendar stand. A glyph at the very edge of the plot has its
    sign just beyond, where lanes leave room between their names and the plot."""
    radius = MEASURES.badge / 2
    return np.maximum(glyph_x - radius - MEASURES.badge_gap, plot_left - radius)


def paint_counts(
    surface: Surface,
    theme: Theme,
    single: Sequence[Cluster],
    counts: CountColumns | None,
    left_out: Sequence[int],
    *,
    with_glyph: bool,
) -> None:
    """Paints counts all at once: those that stand by themselves, and those held as columns without
    those at some places."""
    parts = [] if not single else [_single_columns(single)]
    if counts is not None:
        parts.append(_told_columns(counts, left_out))
    if not parts:
        return
    sides = np.concatenate([part.sides for part in parts])
    looks = np.concatenate([part.looks for part in parts])
    places = np.concatenate([part.places for part in parts])
    texts = [text for part in parts for text in part.texts]
    if not all(texts):
        is_told = np.array([bool(text) for text in texts])
        surface.areas(sides[~is_told], looks[~is_told], count_looks(theme).untold)
        sides, looks, places = sides[is_told], looks[is_told], places[is_told]
        texts = [text for text in texts if text]
    if not texts:
        return
    height = float(sides[0, 3] - sides[0, 1])
    surface.plates(sides, looks, count_looks(theme).told, height / 2)
    for (left, top), look in _corners(sides, looks) if with_glyph else ():
        _paint_corner_glyph(surface, theme, KINDS[look], left, top)
    surface.text_lines(places, texts, TextRole.COUNT, TextStyle(theme.text))


class _CountParts(NamedTuple):
    """The rectangles of counts, the places of their kinds, where their numbers begin, and these;
    empty where a number has no room."""

    sides: Sides
    looks: Looks
    places: Places
    texts: Sequence[str]


def _single_columns(single: Sequence[Cluster]) -> _CountParts:
    lines = [one.label for one in single]
    return _CountParts(
        np.array([(one.rect.x, one.rect.y, one.rect.right, one.rect.bottom) for one in single]),
        np.array([_NO_KIND if one.kind is None else KINDS.index(one.kind) for one in single]),
        np.array([(0.0, 0.0) if line is None else (line.x, line.baseline) for line in lines]),
        ["" if line is None else line.text for line in lines],
    )


def _told_columns(counts: CountColumns, left_out: Sequence[int]) -> _CountParts:
    kinds = np.array([_NO_KIND if kind is None else KINDS.index(kind) for kind in counts.kinds])
    sides, places = np.empty((len(counts), 4)), np.empty((len(counts), 2))
    sides[:, 0], sides[:, 1] = counts.lefts, counts.tops
    sides[:, 2], sides[:, 3] = counts.lefts + counts.widths, counts.tops + counts.height
    places[:, 0], places[:, 1] = counts.text_xs, counts.tops + counts.ascent
    looks, texts = kinds[counts.bands], counts.texts
    if left_out:
        kept = np.delete(np.arange(len(counts)), list(left_out))
        sides, looks, places = sides[kept], looks[kept], places[kept]
        texts = [texts[place] for place in kept.tolist()]
    return _CountParts(sides, looks, places, texts)


def _corners(sides: Sides, looks: Looks) -> Iterator[tuple[list[float], int]]:
    """The upper left corners of the counts of a kind, and the places of their kinds."""
    for corner, look in zip(sides[:, :2].tolist(), looks.tolist(), strict=True):
        if look != _NO_KIND:
            yield corner, look


KINDS: Final = tuple(Kind)
_NO_KIND: Final = len(KINDS)


class CountLooks(Struct, frozen=True, gc=False):
    """What counts are painted with, in the order of the kinds, and last where there is none: those
    whose number has room, and those that have none."""

    told: tuple[PlateStyle, ...]
    untold: tuple[Brush, ...]


@once_for_a_theme
def count_looks(theme: Theme) -> CountLooks:
    """The looks of counts."""
    edges = [*(theme.kinds[kind].edge for kind in KINDS), theme.hover_border]
    inside = Brush(theme.card)
    return CountLooks(
        told=tuple(PlateStyle(Pen(edge, MEASURES.cluster_border), inside) for edge in edges),
        untold=tuple(Brush(edge) for edge in edges),
    )


def paint_cluster(
    surface: Surface, theme: Theme, cluster: Cluster, *, chosen: bool, with_glyph: bool
) -> None:
    """Paints a count in its badge, or a plain column where there is no room for the number.

    Args:
        surface: where to paint.
        theme: its colours.
        cluster: what to paint.
        chosen: whether it holds one of the two chosen events.
        with_glyph: whether the kind needs its glyph, since no lane tells it.
    """
    colours = theme.kinds[cluster.kind] if cluster.kind is not None else None
    edge = colours.edge if colours is not None else theme.hover_border
    if cluster.label is None:
        surface.rectangle(cluster.rect, None, Brush(theme.accent if chosen else edge))
        return
    border = Pen(theme.accent, MEASURES.selection) if chosen else Pen(edge, MEASURES.cluster_border)
    ground = Brush(theme.accent_tint if chosen else theme.card)
    surface.rectangle(cluster.rect, border, ground, cluster.rect.height / 2)
    line = cluster.label
    surface.text((line.x, line.baseline), line.text, line.role, TextStyle(theme.text))
    if with_glyph and cluster.kind is not None:
        _paint_corner_glyph(surface, theme, cluster.kind, cluster.rect.x, cluster.rect.y)


def _paint_corner_glyph(
    surface: Surface, theme: Theme, kind: Kind, left: float, top: float
) -> None:
    size = MEASURES.cluster_glyph
    paint_glyph(surface, theme, kind, Rect(left - size / 2, top - size / 2, size, size))
