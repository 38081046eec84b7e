"""Counts: so many events in a place too small for them, each in its badge, many at once.

A count that has no room for its number is a plain column. Where no lane tells the kind, its glyph
stands at the corner of the badge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from msgspec import Struct

from timeline_app.case.model import Kind
from timeline_app.drawing.glyphs import paint_glyph
from timeline_app.drawing.surface import (
    Brush,
    Looks,
    Pen,
    Places,
    PlateStyle,
    Sides,
    Surface,
    TextStyle,
)
from timeline_app.drawing.theme import MEASURES, Theme, once_for_a_theme
from timeline_app.layout.chart import Cluster, Rect, TextRole
from timeline_app.layout.counts import CountColumns
from timeline_app.layout.row_events import KINDS


def paint_counts(
    surface: Surface,
    theme: Theme,
    single: Sequence[Cluster],
    counts: CountColumns | None,
    chosen: Sequence[int],
    *,
    with_glyph: bool,
) -> None:
    """Paints counts all at once: those that stand by themselves, then those held as columns.
    `chosen` are the places, among all of them, of those that hold a chosen event; these come
    last."""
    parts = [] if not single else [_single_columns(single)]
    if counts is not None:
        parts.append(_told_columns(counts))
    if not parts:
        return
    sides, kinds, places = (
        np.concatenate(columns) if len(parts) > 1 else columns[0]
        for columns in zip(*(part[:3] for part in parts), strict=True)
    )
    texts = [text for part in parts for text in part.texts]
    looks = kinds
    if chosen:
        looks = kinds.copy()
        looks[list(chosen)] = _CHOSEN
        order = np.argsort(looks == _CHOSEN, kind="stable")
        sides, kinds, looks, places = sides[order], kinds[order], looks[order], places[order]
        texts = [texts[place] for place in order.tolist()]
    if not all(texts):
        is_told = np.array([bool(text) for text in texts])
        surface.areas(sides[~is_told], looks[~is_told], count_looks(theme).untold)
        sides, kinds, looks, places = (
            sides[is_told],
            kinds[is_told],
            looks[is_told],
            places[is_told],
        )
        texts = [text for text in texts if text]
    if not texts:
        return
    height = float(sides[0, 3] - sides[0, 1])
    surface.plates(sides, looks, count_looks(theme).told, height / 2)
    for (left, top), kind in _corners(sides, kinds) if with_glyph else ():
        _paint_corner_glyph(surface, theme, KINDS[kind], left, top)
    surface.text_lines(places, texts, TextRole.COUNT, TextStyle(theme.text))


class _CountParts(NamedTuple):
    """The rectangles of counts, the places of their kinds, where their numbers begin, and these;
    empty where a number has no room."""

    sides: Sides
    kinds: Looks
    places: Places
    texts: Sequence[str]


def _single_columns(single: Sequence[Cluster]) -> _CountParts:
    lines = [one.label for one in single]
    return _CountParts(
        np.array([(one.rect.x, one.rect.y, one.rect.right, one.rect.bottom) for one in single]),
        np.array([_place_of(one.kind) for one in single]),
        np.array([(0.0, 0.0) if line is None else (line.x, line.baseline) for line in lines]),
        ["" if line is None else line.text for line in lines],
    )


def _told_columns(counts: CountColumns) -> _CountParts:
    kinds = np.array([_place_of(kind) for kind in counts.kinds])
    sides, places = np.empty((len(counts), 4)), np.empty((len(counts), 2))
    sides[:, 0], sides[:, 1] = counts.lefts, counts.tops
    sides[:, 2], sides[:, 3] = counts.lefts + counts.widths, counts.tops + counts.height
    places[:, 0], places[:, 1] = counts.text_xs, counts.tops + counts.ascent
    return _CountParts(sides, kinds[counts.bands], places, counts.texts)


def _place_of(kind: Kind | None) -> int:
    return _NO_KIND if kind is None else KINDS.index(kind)


def _corners(sides: Sides, kinds: Looks) -> Iterator[tuple[list[float], int]]:
    """The upper left corners of the counts of a kind, and the places of their kinds."""
    for corner, kind in zip(sides[:, :2].tolist(), kinds.tolist(), strict=True):
        if kind != _NO_KIND:
            yield corner, kind


_NO_KIND: Final = len(KINDS)
_CHOSEN: Final = _NO_KIND + 1


class CountLooks(Struct, frozen=True, gc=False):
    """What counts are painted with, in the order of the kinds, then where there is none, and where
    they hold a chosen event: those whose number has room, and those that have none."""

    told: tuple[PlateStyle, ...]
    untold: tuple[Brush, ...]


@once_for_a_theme
def count_looks(theme: Theme) -> CountLooks:
    """The looks of counts."""
    edges = [*(theme.kinds[kind].edge for kind in KINDS), theme.hover_border]
    inside = Brush(theme.card)
    chosen = PlateStyle(Pen(theme.accent, MEASURES.selection), Brush(theme.accent_tint))
    return CountLooks(
        told=(
            *(PlateStyle(Pen(edge, MEASURES.cluster_border), inside) for edge in edges),
            chosen,
        ),
        untold=(*(Brush(edge) for edge in edges), Brush(theme.accent)),
    )


def _paint_corner_glyph(
    surface: Surface, theme: Theme, kind: Kind, left: float, top: float
) -> None:
    size = MEASURES.cluster_glyph
    paint_glyph(surface, theme, kind, Rect(left - size / 2, top - size / 2, size, size))
