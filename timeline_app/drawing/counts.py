"""Counts: so many events in a place too small for them, each in its badge, many at once.

A count that has no room for its number is a plain column. Where no lane tells the kind, its glyph
stands at the corner of the badge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.model import Kind
from timeline_app.drawing.glyphs import paint_glyph
from timeline_app.drawing.surface import (
    Brush,
    Looks,
    Pen,
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
    boxes = _boxes_of(single, counts)
    if not len(boxes.sides):
        return
    looks = boxes.kinds
    if chosen:
        looks = looks.copy()
        looks[list(chosen)] = _CHOSEN
        order = np.argsort(looks == _CHOSEN, kind="stable")
        boxes, looks = boxes.only(order), looks[order]
    if not boxes.is_told.all():
        untold, told = (~boxes.is_told).nonzero()[0], boxes.is_told.nonzero()[0]
        surface.areas(boxes.sides[untold], looks[untold], count_looks(theme).untold)
        boxes, looks = boxes.only(told), looks[told]
        if not len(told):
            return
    height = float(boxes.sides[0, 3] - boxes.sides[0, 1])
    surface.plates(boxes.sides, looks, count_looks(theme).told, height / 2)
    for (left, top), kind in _corners(boxes) if with_glyph else ():
        _paint_corner_glyph(surface, theme, KINDS[kind], left, top)
    _paint_words(surface, theme, single)
    if counts is not None:
        _paint_numbers(surface, theme, counts)


class _Boxes(NamedTuple):
    """The rectangles of counts, the places of their kinds, and which have room for their number."""

    sides: Sides
    kinds: Looks
    is_told: NDArray[np.bool_]

    def only(self, places: NDArray[np.intp]) -> _Boxes:
        """Some of them."""
        return _Boxes(self.sides[places], self.kinds[places], self.is_told[places])


def _boxes_of(single: Sequence[Cluster], counts: CountColumns | None) -> _Boxes:
    """Those that stand by themselves, then those held as columns."""
    number, held = len(single), 0 if counts is None else len(counts)
    sides = np.empty((number + held, 4))
    kinds = np.empty(number + held, dtype=np.intp)
    is_told = np.empty(number + held, dtype=np.bool_)
    if single:
        rects = [one.rect for one in single]
        sides[:number] = [(rect.x, rect.y, rect.right, rect.bottom) for rect in rects]
        kinds[:number] = [_place_of(one.kind) for one in single]
        is_told[:number] = [one.label is not None for one in single]
    if counts is not None:
        sides[number:, 0], sides[number:, 1] = counts.lefts, counts.tops
        sides[number:, 2] = counts.lefts + counts.widths
        sides[number:, 3] = counts.tops + counts.height
        kinds[number:] = np.array([_place_of(kind) for kind in counts.kinds])[counts.bands]
        is_told[number:] = counts.is_told
    return _Boxes(sides, kinds, is_told)


def _paint_words(surface: Surface, theme: Theme, single: Sequence[Cluster]) -> None:
    """What stands on the counts that stand by themselves."""
    lines = [one.label for one in single if one.label is not None]
    if lines:
        places = np.array([(line.x, line.baseline) for line in lines])
        texts = [line.text for line in lines]
        surface.text_lines(places, texts, TextRole.COUNT, (TextStyle(theme.text),))


def _paint_numbers(surface: Surface, theme: Theme, counts: CountColumns) -> None:
    """The numbers of those held as columns."""
    places = np.empty((len(counts), 2))
    places[:, 0], places[:, 1] = counts.number_xs, counts.tops + counts.ascent
    numbers = counts.numbers
    if not counts.is_told.all():
        places, numbers = places[counts.is_told], numbers[counts.is_told]
    surface.numbers(places, numbers, TextRole.COUNT, TextStyle(theme.text))


def _place_of(kind: Kind | None) -> int:
    return _NO_KIND if kind is None else KINDS.index(kind)


def _corners(boxes: _Boxes) -> Iterator[tuple[list[float], int]]:
    """The upper left corners of the counts of a kind, and the places of their kinds."""
    for corner, kind in zip(boxes.sides[:, :2].tolist(), boxes.kinds.tolist(), strict=True):
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
