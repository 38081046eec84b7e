"""Events that stand in rows, painted together: what many are alike in is asked for at once.

Rules:
* The picture is that of painting each event by itself (`cards.paint_event`). Events of rows don't
  overlap, so that all windows may come first, then all solid parts, lines, glyphs, and labels.
* What is chosen, under the pointer or special is left to be painted by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.model import Kind
from timeline_app.drawing.cards import CORNER, SIGNS, Sign, sign_stamps, sign_x
from timeline_app.drawing.glyphs import glyph_stamp, square_plate, square_side
from timeline_app.drawing.surface import (
    Brush,
    Hatch,
    Looks,
    Pen,
    PlateStyle,
    Sides,
    StampShape,
    Surface,
    TextStyle,
)
from timeline_app.drawing.theme import MEASURES, Theme, once_for_a_theme
from timeline_app.layout.chart import Emphasis, EventMark, TextRole
from timeline_app.layout.event_rows import EventRows, RowColumns
from timeline_app.layout.row_events import KINDS
from timeline_app.layout.sizes import GLYPH

Pixels: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
_SQUARE: Final = KINDS.index(Kind.ARREST)


class SignColumns(Struct, frozen=True, eq=False, gc=False):
    """The signs of events that were painted together: which, at which glyph, and whether at its
    corner."""

    signs: Looks
    glyph_x: Pixels
    glyph_y: Pixels
    at_corner: Flags


def has_signs(emphasis: Emphasis) -> bool:
    """Whether events carry signs of how they lie to the selected one."""
    return bool(emphasis.before or emphasis.after or emphasis.not_established)


def paint_event_rows(
    surface: Surface, theme: Theme, rows: EventRows, emphasis: Emphasis
) -> tuple[list[EventMark], SignColumns | None]:
    """Paints the events of rows but for those that are looked at and the special ones, and gives
    these; and the signs of the others, which come last of all."""
    columns = rows.columns
    apart = columns.is_special.copy()
    for event in (emphasis.selected, emphasis.other, emphasis.hovered):
        place = None if event is None else rows.place_of(event)
        if place is not None:
            apart[place] = True
    if apart.any():
        columns = columns.only(np.flatnonzero(~apart))
    signs = None
    if len(columns):
        looks = _looks_of(theme)
        if not columns.is_point.all():
            _paint_bars(surface, columns, looks)
        _paint_glyphs(surface, columns, looks)
        signs = _signs_of(columns, emphasis) if has_signs(emphasis) else None
        _paint_labels(surface, theme, columns, signs)
    marks = [rows.mark(place) for place in np.flatnonzero(apart).tolist()]
    return marks, _where_any(columns, signs)


def _signs_of(columns: RowColumns, emphasis: Emphasis) -> Looks:
    """The place in `SIGNS` of the sign of each event, -1 for none."""
    signs = dict.fromkeys(emphasis.not_established, SIGNS.index(Sign.NOT_ESTABLISHED))
    signs.update(dict.fromkeys(emphasis.after, SIGNS.index(Sign.AFTER)))
    signs.update(dict.fromkeys(emphasis.before, SIGNS.index(Sign.BEFORE)))
    return np.array([signs.get(event, -1) for event in columns.events.tolist()], dtype=np.intp)


def _where_any(columns: RowColumns, signs: Looks | None) -> SignColumns | None:
    if signs is None:
        return None
    some = np.flatnonzero(signs >= 0)
    return SignColumns(
        signs[some], columns.glyph_x[some], columns.glyph_y[some], columns.sign_at_corner[some]
    )


def paint_sign_columns(
    surface: Surface, theme: Theme, columns: SignColumns, plot_left: float
) -> None:
    """Paints the signs of events, each on its disc."""
    aside, up = CORNER
    at_corner = columns.at_corner
    x = np.where(at_corner, columns.glyph_x + GLYPH + aside, sign_x(columns.glyph_x, plot_left))
    y = columns.glyph_y + np.where(at_corner, up, GLYPH / 2)
    places = np.repeat(np.stack((x, y), axis=1), 2, axis=0)
    beside = sign_stamps(theme)
    first = np.where(at_corner, len(beside), 0)
    looks = np.empty(len(places), dtype=np.intp)
    looks[::2], looks[1::2] = first, first + columns.signs + 1
    surface.stamps(places, looks, beside + sign_stamps(theme, at_corner=True))


def _paint_labels(surface: Surface, theme: Theme, columns: RowColumns, signs: Looks | None) -> None:
    """The labels; those of events with a sign step back a little."""
    places = np.stack((columns.label_x, columns.baseline), axis=1)
    styles = TextStyle(theme.text), TextStyle(theme.text_soft)
    looks = None if signs is None else (signs >= 0).astype(np.intp)
    surface.text_lines(places, columns.texts, TextRole.LABEL, styles, looks, columns.cuts)


class _KindLooks(Struct, frozen=True, gc=False):
    """What each kind is painted with, in the order of the kinds; the pens are those of the edges,
    and last that of the caps."""

    hatches: Sequence[Brush]
    fills: Sequence[Brush]
    pens: Sequence[Pen]
    stamps: Sequence[StampShape]
    square: Sequence[PlateStyle]


@once_for_a_theme
def _looks_of(theme: Theme) -> _KindLooks:
    colours = [theme.kinds[kind] for kind in KINDS]
    distance, width = MEASURES.hatch_distance, MEASURES.hatch_width
    return _KindLooks(
        hatches=tuple(Brush(one.edge, Hatch(distance, width, 0.0, one.wash)) for one in colours),
        fills=tuple(Brush(one.fill) for one in colours),
        pens=(
            *(Pen(one.edge, MEASURES.outline) for one in colours),
            Pen(theme.cap, MEASURES.cap),
        ),
        stamps=tuple(glyph_stamp(theme, kind, GLYPH) for kind in KINDS),
        square=(square_plate(theme, Kind.ARREST),),
    )


def _paint_bars(surface: Surface, columns: RowColumns, looks: _KindLooks) -> None:
    bars, has_bars = columns.bars, ~columns.is_point
    none_certain = (bars.certain_left == bars.right) & bars.cap_right
    parts = [
        _windows(
            columns, bars.left, bars.certain_left, bars.cap_left, bars.join_left | none_certain
        ),
        _windows(columns, bars.certain_right, bars.right, bars.join_right, bars.cap_right),
    ]
    sides, anchors, kinds = (np.concatenate(part) for part in zip(*parts, strict=True))
    surface.hatches(sides, anchors, kinds, looks.hatches)
    some = np.flatnonzero(has_bars & (bars.certain_left < bars.certain_right))
    certain = _sides(bars.certain_left[some], bars.certain_right[some], columns, some)
    surface.areas(certain, columns.kinds[some], looks.fills)
    lines = [*_outlines(columns, some, certain), *_caps(columns, np.flatnonzero(has_bars))]
    pens = np.concatenate([kinds for _, kinds in lines])
    surface.strokes(np.concatenate([sides for sides, _ in lines]), pens, looks.pens)


def _windows(
    columns: RowColumns, left: Pixels, right: Pixels, cap_left: Flags, cap_right: Flags
) -> tuple[Sides, Pixels, Looks]:
    """The windows between two pixels, where there are any, the pixel on which the lines of each
    hang, and its kind."""
    some = np.flatnonzero(~columns.is_point & (left < right))
    # The lines hang on the cap, so that they move with the bar when the view moves.
    hangs = np.where(cap_right & ~cap_left, right, left)
    return _sides(left[some], right[some], columns, some), hangs[some], columns.kinds[some]


def _sides(left: Pixels, right: Pixels, columns: RowColumns, some: Looks) -> Sides:
    return np.stack((left, columns.bar_top[some], right, columns.bar_bottom[some]), axis=1)


def _outlines(columns: RowColumns, some: Looks, certain: Sides) -> Iterator[tuple[Sides, Looks]]:
    """The edges of what is certain: above and beneath, and at its ends where no cap stands."""
    bars, kinds, half = columns.bars, columns.kinds[some], MEASURES.outline / 2
    left, top, right, bottom = certain.T
    yield np.stack((left, top + half, right, top + half), axis=1), kinds
    yield np.stack((left, bottom - half, right, bottom - half), axis=1), kinds
    capped = (bars.certain_left == bars.left) & bars.cap_left
    bare = np.flatnonzero(~capped[some])
    x = left[bare] + half
    yield np.stack((x, top[bare], x, bottom[bare]), axis=1), kinds[bare]
    capped = (bars.certain_right == bars.right) & bars.cap_right
    bare = np.flatnonzero(~capped[some])
    x = right[bare] - half
    yield np.stack((x, top[bare], x, bottom[bare]), axis=1), kinds[bare]


def _caps(columns: RowColumns, some: Looks) -> Iterator[tuple[Sides, Looks]]:
    """The caps of bars."""
    bars = columns.bars
    top = columns.bar_top - MEASURES.cap_beyond
    bottom = columns.bar_bottom + MEASURES.cap_beyond
    for x, stands in (
        (bars.left, bars.cap_left),
        (bars.certain_left, bars.join_left),
        (bars.certain_right, bars.join_right),
        (bars.right, bars.cap_right),
    ):
        capped = some[stands[some]]
        place = x[capped]
        sides = np.stack((place, top[capped], place, bottom[capped]), axis=1)
        yield sides, np.full(len(capped), len(KINDS))


def _paint_glyphs(surface: Surface, columns: RowColumns, looks: _KindLooks) -> None:
    middles = np.stack((columns.glyph_x, columns.glyph_y), axis=1) + GLYPH / 2
    is_square = columns.kinds == _SQUARE
    half = square_side(GLYPH) / 2
    squares = middles[is_square]
    sides = np.concatenate((squares - half, squares + half), axis=1)
    surface.plates(sides, np.zeros(len(sides), dtype=np.intp), looks.square, 0.0)
    surface.stamps(middles[~is_square], columns.kinds[~is_square], looks.stamps)
