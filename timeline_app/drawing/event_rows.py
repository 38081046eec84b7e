"""Events that stand in rows, painted together: what many are alike in is asked for at once.

Rules:
* The picture is that of painting each event by itself (`cards.paint_event`). Events of rows don't
  overlap, so that all windows may come first, then all solid parts, lines, glyphs, and labels.
* What is chosen, under the pointer or special is left to be painted by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.model import Kind
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
from timeline_app.drawing.theme import MEASURES, Theme, ThemeName
from timeline_app.layout.chart import Emphasis, EventMark, TextRole
from timeline_app.layout.event_rows import EventRows, RowColumns
from timeline_app.layout.row_events import KINDS
from timeline_app.layout.sizes import GLYPH

Pixels: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
_SQUARE: Final = KINDS.index(Kind.ARREST)


def has_signs(emphasis: Emphasis) -> bool:
    """Whether events carry signs of how they lie to the selected one."""
    return bool(emphasis.before or emphasis.after or emphasis.not_established)


def paint_event_rows(
    surface: Surface, theme: Theme, rows: EventRows, looked_at: Iterable[int | None]
) -> list[EventMark]:
    """Paints the events of rows but for those that are looked at and the special ones, and gives
    these."""
    columns = rows.columns
    apart = columns.is_special.copy()
    for event in looked_at:
        place = None if event is None else rows.place_of(event)
        if place is not None:
            apart[place] = True
    if apart.any():
        columns = columns.only(np.flatnonzero(~apart))
    if len(columns):
        looks = _looks_of(theme)
        _paint_bars(surface, columns, looks)
        _paint_glyphs(surface, columns, looks)
        places = np.stack((columns.label_x, columns.baseline), axis=1)
        style = TextStyle(theme.text)
        surface.texts(places, columns.texts, TextRole.LABEL, style, columns.cuts)
    return [rows.mark(place) for place in np.flatnonzero(apart).tolist()]


class _KindLooks(Struct, frozen=True, gc=False):
    """What each kind is painted with, in the order of the kinds; the pens are those of the edges,
    and last that of the caps."""

    hatches: Sequence[Brush]
    fills: Sequence[Brush]
    pens: Sequence[Pen]
    stamps: Sequence[StampShape]
    square: PlateStyle


def _looks_of(theme: Theme) -> _KindLooks:
    """The looks of a theme, made once."""
    kept = _KEPT.get(theme.name)
    if kept is None or kept[0] is not theme:
        kept = _KEPT[theme.name] = theme, _make_looks(theme)
    return kept[1]


_KEPT: Final[dict[ThemeName, tuple[Theme, _KindLooks]]] = {}


def _make_looks(theme: Theme) -> _KindLooks:
    colours = [theme.kinds[kind] for kind in KINDS]
    distance, width = MEASURES.hatch_distance, MEASURES.hatch_width
    return _KindLooks(
        hatches=[Brush(one.edge, Hatch(distance, width, 0.0, one.wash)) for one in colours],
        fills=[Brush(one.fill) for one in colours],
        pens=[
            *(Pen(one.edge, MEASURES.outline) for one in colours),
            Pen(theme.cap, MEASURES.cap),
        ],
        stamps=[glyph_stamp(theme, kind, GLYPH) for kind in KINDS],
        square=square_plate(theme, Kind.ARREST),
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
    surface.plates(sides, np.zeros(len(sides), dtype=np.intp), [looks.square], 0.0)
    surface.stamps(middles[~is_square], columns.kinds[~is_square], looks.stamps)
