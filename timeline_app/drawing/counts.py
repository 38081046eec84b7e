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
