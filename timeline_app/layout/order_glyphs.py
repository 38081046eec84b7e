"""Glyphs and counts on the order axis, where columns are narrow or events are many.

Rules:
* The glyphs of a cell stand one under the other, on rows that all cells of a lane share. A cell
  with very many counts those that have no row.
* A glyph's title stands to its right, as far as its row is free, where columns are wide enough.
* Where columns are narrower than a glyph, so many of them are counted together, lane by lane, that
  the number has room: always a power of two of columns from the first, so that counts stay
  while the view is moved. An event that is alone is a glyph.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.chart import Cluster, EventMark, Rect, TextLine, TextRole
from timeline_app.layout.counts import (
    CountColumns,
    Counts,
    Pixels,
    RankedCounts,
    count_text,
    numbers_in,
)
from timeline_app.layout.labels import elided
from timeline_app.layout.order_sheet import COUNT_AIR, MOST_STACKED, OrderSheet
from timeline_app.layout.plain import plain_line
from timeline_app.layout.sizes import GLYPH, GLYPH_GAP, SIGN_GAP

LABEL_COLUMN = 30.0
"""In columns at least so wide glyphs have titles."""
GLYPH_COLUMN = 16.0
"""In columns at least so wide events are glyphs, in narrower ones counts."""
SIGN_COLUMN = GLYPH + SIGN_GAP
"""In columns at least so wide a sign has room between two glyphs."""
LABEL_MOST = 200.0
LEAST_LABEL = 30.0
COUNT_WIDTH = 26.0
"""A count takes at least so many pixels."""
_COUNT_AIR = 10.0
_INSET = 1.0


class GlyphArrangement:
    """Glyphs in the rows of their lanes."""

    def __init__(self, sheet: OrderSheet) -> None:
        """Nothing is measured yet."""
        self._sheet = sheet
        self._lanes: Sequence[Rect] = ()

    def contents_height(self, lane: int) -> float:
        """The height of the rows of a lane."""
        return self._rows(lane) * self._sheet.sizes.slot

    def _rows(self, lane: int) -> int:
        return min(self._sheet.index.tallest[lane], MOST_STACKED)

    def place_in(self, lanes: Sequence[Rect]) -> None:
        """Take the lanes in which to stand."""
        self._lanes = lanes

    def marks(self) -> tuple[list[EventMark], list[Cluster]]:
        """The glyphs of the columns in view, with titles where there is room."""
        marks: list[EventMark] = []
        clusters: list[Cluster] = []
        for lane in range(len(self._lanes)):
            limits: dict[int, float] = {}
            for column, low, high in reversed(self._cells(lane)):
                rows = self._first_row(lane, high - low)
                shown = high - low if high - low <= MOST_STACKED else MOST_STACKED - 1
                for place in range(shown):
                    row = rows + place
                    limit = limits.get(row, self._sheet.scale.right)
                    event = int(self._sheet.index.order[low + place])
                    mark = self._mark(event, self._glyph(lane, column, row), limit)
                    marks.append(mark)
                    limits[row] = mark.glyph.x - (GLYPH_GAP if mark.sign_at_corner else SIGN_GAP)
                if shown < high - low:
                    rect = self._glyph(lane, column, rows + shown)
                    clusters.append(self._rest(lane, rect, low + shown, high))
                    limits[rows + shown] = rect.x - GLYPH_GAP
        return marks, clusters

    def _cells(self, lane: int) -> list[tuple[int, int, int]]:
        """Column and range of ranks of each cell in view that holds anything."""
        visible = self._sheet.visible
        columns = np.arange(visible.start, visible.stop + 1, dtype=np.int64)
        edges = self._sheet.index.edges(lane, columns)
        found = zip(visible, edges[:-1], edges[1:], strict=True)
        return [(column, low, high) for column, low, high in found if low < high]

    def _first_row(self, lane: int, count: int) -> int:
        return (self._rows(lane) - min(count, MOST_STACKED)) // 2

    def _glyph(self, lane: int, column: int, row: int) -> Rect:
        sizes, rect, scale = self._sheet.sizes, self._lanes[lane], self._sheet.scale
        top = rect.y + (rect.height - self.contents_height(lane)) / 2
        inset = min((scale.column_width - GLYPH) / 2, GLYPH_GAP)
        y = top + row * sizes.slot + (sizes.slot - GLYPH) / 2
        return Rect(scale.x(column) + inset, y, GLYPH, GLYPH)

    def place_of(self, event: int) -> Rect:
        """The glyph of an event, in view or not; where it is counted, the count."""
        index = self._sheet.index
        lane, column = index.lane_of[event], self._sheet.layers[event]
        low, high = index.edges(lane, np.array([column, column + 1], dtype=np.int64))
        place = int(index.ranks[event]) - low
        if high - low > MOST_STACKED:
            place = min(place, MOST_STACKED - 1)
        return self._glyph(lane, column, self._first_row(lane, high - low) + place)

    def row_gaps(self) -> list[float]:
        """None: the rows leave nothing free."""
        return []

    def _mark(self, index: int, glyph: Rect, limit: float) -> EventMark:
        sheet = self._sheet
        event = sheet.case.events[index]
        x = glyph.right + GLYPH_GAP
        room = min(limit - x, LABEL_MOST)
        text = ""
        if sheet.scale.column_width >= LABEL_COLUMN and room >= LEAST_LABEL:
            text = elided(event.title, room, TextRole.LABEL, sheet.measurer)
        baseline = glyph.y + (GLYPH - sheet.sizes.label) / 2 + sheet.sizes.label_ascent
        right = x + sheet.measurer.width(text, TextRole.LABEL) if text else glyph.right
        return EventMark(
            event=index,
            kind=event.kind,
            area=Rect(glyph.x, glyph.y, right - glyph.x, GLYPH),
            glyph=glyph,
            label=(TextLine(x, baseline, text, TextRole.LABEL),) if text else (),
            hollow=event.prevented,
            elided=text != plain_line(event.title),
            vague=sheet.is_vague(index),
            sign_at_corner=(
                sheet.scale.column_width < SIGN_COLUMN or glyph.x < sheet.scale.left + SIGN_GAP
            ),
        )

    def _rest(self, lane: int, rect: Rect, low: int, high: int) -> Cluster:
        sheet = self._sheet
        line = sheet.count_line(rect, high - low)
        return Cluster(rect, sheet.kind_of_lane(lane), sheet.index.members(low, high), line)


class CountArrangement:
    """Counts of several columns, one row for each lane."""

    def __init__(self, sheet: OrderSheet) -> None:
        """Find how many columns are counted together."""
        self._sheet = sheet
        most = max(sheet.most_shown, 1)
        widest = sheet.measurer.width(count_text(most), TextRole.COUNT) + _COUNT_AIR
        self._needed = max(COUNT_WIDTH, widest)
        needed = self._needed / sheet.scale.column_width
        self.columns = 1 << max(0, int(np.ceil(np.log2(max(needed, 1.0)))))
        self._lanes: Sequence[Rect] = ()

    def contents_height(self, lane: int) -> float:
        """The height of a count, where the lane has anything to count."""
        index = self._sheet.index
        return self._sheet.sizes.count if index.names[lane].shown else 0.0

    def place_in(self, lanes: Sequence[Rect]) -> None:
        """Take the lanes in which to stand."""
        self._lanes = lanes

    def marks(self) -> tuple[list[EventMark], Sequence[Cluster]]:
        """A count for each few columns in view, a glyph for an event that is alone."""
        sheet, limits = self._sheet, self._limits()
        columns = np.array(limits, dtype=np.int64)
        lefts, widths = np.array([self._across(*limit) for limit in pairwise(limits)]).T
        marks: list[EventMark] = []
        lanes = range(len(self._lanes))
        edges = np.array([sheet.index.edges(lane, columns) for lane in lanes], dtype=np.int64)
        counts = np.diff(edges, axis=1)
        alone = (counts == 1) & (widths >= GLYPH)
        for lane, place in np.argwhere(alone).tolist():
            rect = self._box(lane, limits[place], limits[place + 1])
            marks.append(self._alone(int(sheet.index.order[edges[lane, place]]), rect))
        bands, places = ((counts > 0) & ~alone).nonzero()
        if not len(bands):
            return marks, ()
        held = RankedCounts(edges[bands, places], edges[bands, places + 1])
        return marks, Counts((), self._columns(bands, held, lefts[places], widths[places]))

    def _columns(
        self, bands: NDArray[np.intp], held: RankedCounts, lefts: Pixels, widths: Pixels
    ) -> CountColumns:
        """The counts of the lanes; `bands` are the lane of each."""
        sheet, index = self._sheet, self._sheet.index
        measurer, height = sheet.measurer, sheet.sizes.count
        numbers = held.highs - held.lows
        written = map(count_text, numbers.tolist())
        needed = np.array([measurer.width(text, TextRole.COUNT) for text in written])
        is_told, number_xs = numbers_in(needed, lefts, widths, COUNT_AIR)
        tops = np.array([rect.y + (rect.height - height) / 2 for rect in self._lanes])
        line = measurer.height(TextRole.COUNT)
        return CountColumns(
            kinds=tuple(map(sheet.kind_of_lane, range(len(self._lanes)))),
            bands=bands,
            tops=tops[bands],
            height=height,
            ascent=(height - line) / 2 + measurer.ascent(TextRole.COUNT),
            lefts=lefts,
            widths=widths,
            numbers=numbers,
            is_told=is_told,
            number_xs=number_xs,
            members=held,
            order=index.order,
            ranks=index.ranks,
        )

    def _limits(self) -> list[int]:
        """The columns at which counts begin, and that at which the last ends. What the edges of
        the plot leave of a count belongs to its neighbour, where its number has no room."""
        scale, visible = self._sheet.scale, self._sheet.visible
        first = visible.start // self.columns
        last = max(-(-visible.stop // self.columns), first + 1)
        inner = [number * self.columns for number in range(first + 1, last)]
        low, high = scale.left + self._needed, scale.right - self._needed
        kept = [one for one in inner if low <= scale.x(one) <= high]
        return [first * self.columns, *kept, last * self.columns]

    def _box(self, lane: int, begin: int, end: int) -> Rect:
        rect, height = self._lanes[lane], self._sheet.sizes.count
        left, width = self._across(begin, end)
        return Rect(left, rect.y + (rect.height - height) / 2, width, height)

    def _across(self, begin: int, end: int) -> tuple[float, float]:
        """The left edge and the width of the count of some columns."""
        scale = self._sheet.scale
        left = max(scale.x(begin), scale.left) + _INSET
        right = min(scale.x(end), scale.right) - _INSET
        return left, max(right - left, _INSET)

    def place_of(self, event: int) -> Rect:
        """The count that an event is part of."""
        begin = self._sheet.layers[event] // self.columns * self.columns
        return self._box(self._sheet.index.lane_of[event], begin, begin + self.columns)

    def row_gaps(self) -> list[float]:
        """None: counts have no arrows."""
        return []

    def _alone(self, index: int, box: Rect) -> EventMark:
        event = self._sheet.case.events[index]
        x = box.x + (box.width - GLYPH) / 2
        glyph = Rect(x, box.y + (box.height - GLYPH) / 2, GLYPH, GLYPH)
        return EventMark(
            event=index,
            kind=event.kind,
            area=glyph,
            glyph=glyph,
            label=(),
            hollow=event.prevented,
            elided=True,
            vague=self._sheet.is_vague(index),
            sign_at_corner=True,
        )
