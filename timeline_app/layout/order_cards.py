"""Cards on the order axis: a glyph and a title in a box, stacked in each cell.

Rules:
* A card fills its column but for a gap in which the arrows run. Its title takes two lines, up
  to four where the column is narrow.
* The cards of a cell stand one under the other in stepping order, in the middle of the lane. A
  cell with very many stands them side by side as well, as far as its column is wide, and counts
  the rest.
* In a large case all cards are equally high, so that no title outside the view is measured.
* On a page (`whole`) each card is as high as its whole title needs and no wider than the widest,
  every event has one, and only the columns in view say how high a lane is.
* A comb at the foot of a card says that the event happened several times. That one went on is not
  drawn: a solid bar means "certainly going on", and columns are no stretches of time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from msgspec import Struct

from timeline_app.case.model import Event, Shape
from timeline_app.layout.chart import (
    Bar,
    BarFill,
    Cluster,
    EventMark,
    Rect,
    TextLine,
    TextMeasurer,
    TextRole,
)
from timeline_app.layout.column_ties import ColumnTie
from timeline_app.layout.labels import Wrapped, wrapped
from timeline_app.layout.order_sheet import MOST_STACKED, OrderSheet
from timeline_app.layout.sizes import GLYPH, GLYPH_GAP

CARD_COLUMN = 136.0
"""Columns at least so wide hold cards."""
TWO_LINE_COLUMN = 208.0
"""And so wide where there could be chips, whose titles are longer than those of narrow cards."""
CARD_MOST = 190.0
"""No card is wider."""
MEASURED = 150
"""Up to so many events each card is as high as its own title needs."""
WHOLE_STACKED = 4
"""On a page, more cards of one cell than this stand side by side, as far as there is room."""
WHOLE_FEW = 40
"""On a page of more events than this all cells stand their cards side by side."""
STRIPE = 4.0
PADDING = 8.0
STACK_GAP = 8.0
SHAPE_BAR = 5.0
SHAPE_ROOM = 8.0
"""What the comb at the foot of a card needs, with the space above it."""
_LEAST_GAP, _MOST_GAP, _GAP_PART = 24.0, 40.0, 0.22
# The widths of a title down to which two lines, and three lines, are enough for most.
_TWO_LINES, _THREE_LINES = 120.0, 64.0
TIE_GAP = 4.0
_ROUND_TEXT = STRIPE + PADDING + GLYPH + GLYPH_GAP + PADDING


class CardSize(Struct, frozen=True, gc=False):
    """The widths of a card and of its title, in pixels, and the lines that a title may take."""

    width: float
    text: float
    lines: int

    @classmethod
    def of(cls, column_width: float) -> CardSize:
        """The card for a column."""
        gap = min(max(column_width * _GAP_PART, _LEAST_GAP), _MOST_GAP)
        width = min(column_width - gap, CARD_MOST)
        text = width - _ROUND_TEXT
        return cls(width, text, 2 if text >= _TWO_LINES else 3 if text >= _THREE_LINES else 4)

    @classmethod
    def holding(cls, sheet: OrderSheet) -> CardSize:
        """The card for the columns in view of a page: no wider than the widest title needs."""
        most = cls.of(sheet.scale.column_width)
        index, visible = sheet.index, sheet.visible
        seen = index.order[(index.columns >= visible.start) & (index.columns < visible.stop)]
        widest = max(
            (
                sheet.measurer.width(line, TextRole.LABEL)
                for event in seen.tolist()
                for line in sheet.lines(event, most.text)
            ),
            default=0.0,
        )
        text = min(max(widest, 1.0), most.text)
        return cls(text + _ROUND_TEXT, text, most.lines)


class Cell(Struct, frozen=True, gc=False):
    """The cards of a lane in a column, and the count of those that have no room."""

    marks: tuple[EventMark, ...]
    rest: Cluster | None


def tie_lines(sheet: OrderSheet, text: str, width: float) -> tuple[str, ...]:
    """The words of a tie in lines of a box, or nothing where they have no room in two."""
    lines = wrapped(text, width, 2, TextRole.NOTE, sheet.measurer)
    return () if lines.elided else lines.lines


def topmost(sheet: OrderSheet, tie: ColumnTie) -> int:
    """The event of a tie that stands highest."""
    index = sheet.index
    return min(tie.events, key=lambda event: (index.lane_of[event], index.positions[event]))


class CardArrangement:
    """Cards in cells. Above the topmost card of a tie there is room for its words."""

    def __init__(self, sheet: OrderSheet, ties: Mapping[int, ColumnTie]) -> None:
        """`ties` has for each column the events round which a box goes."""
        self.size = (
            CardSize.holding(sheet) if sheet.whole else CardSize.of(sheet.scale.column_width)
        )
        self._sheet = sheet
        self._ties = ties
        self._lanes: Sequence[Rect] = ()
        self._titles: dict[int, Wrapped] = {}
        self._cells: dict[tuple[int, int], Cell] = {}

    # -- heights

    def contents_height(self, lane: int) -> float:
        """The height of the tallest cell of a lane."""
        index = self._sheet.index
        if self._sheet.whole:
            columns = self._columns_in(lane)
            return max((self._cell_height(lane, column) for column in columns), default=0.0)
        if index.shown > MEASURED:
            rows = min(index.tallest[lane], MOST_STACKED)
            tie_room = 2 * self._sheet.sizes.note + TIE_GAP if self._ties else 0.0
            return _stacked([self._card_height(None)] * rows) + tie_room
        low, high = index.lane_starts[lane], index.lane_starts[lane + 1]
        columns = sorted(set(index.columns[low:high].tolist()))
        return max((self._cell_height(lane, column) for column in columns), default=0.0)

    def _cell_height(self, lane: int, column: int) -> float:
        events = self._sheet.index.cell(lane, column)
        return _stacked(self._row_heights(events)) + self._tie_room(lane, column)

    def _row_heights(self, events: Sequence[int]) -> list[float]:
        if self._sheet.whole:
            heights = [self._card_height(event) for event in events]
            across = self._beside(len(events))
            return [max(heights[at : at + across]) for at in range(0, len(heights), across)]
        if len(events) <= MOST_STACKED:
            return [self._card_height(event) for event in events]
        return [self._card_height(None)] * self._rows(len(events))

    def _rows(self, count: int) -> int:
        return count if count <= MOST_STACKED else min(-(-count // self._across), MOST_STACKED)

    def _beside(self, count: int) -> int:
        """How many cards a cell of so many has side by side."""
        if self._sheet.whole:
            many = count > WHOLE_STACKED or self._sheet.index.shown > WHOLE_FEW
            return min(self._across, count) if many else 1
        return 1 if count <= MOST_STACKED else self._across

    @property
    def _across(self) -> int:
        """How many cards an overfull cell has side by side."""
        room = self._sheet.scale.column_width - _LEAST_GAP + STACK_GAP
        return max(1, int(room / (self.size.width + STACK_GAP)))

    def _card_height(self, event: int | None) -> float:
        """The height of an event's card; of any card where all are equally high."""
        label = self._sheet.sizes.label
        large = self._sheet.index.shown > MEASURED and not self._sheet.whole
        if event is None or large:
            return self.size.lines * label + 2 * PADDING + SHAPE_ROOM
        lines = max(len(self._title(event).lines), 1)
        repeated = self._sheet.case.events[event].shape is Shape.REPEATED
        return max(lines * label, GLYPH) + 2 * PADDING + (SHAPE_ROOM if repeated else 0.0)

    def _title(self, event: int) -> Wrapped:
        found = self._titles.get(event)
        if found is None:
            sheet, size = self._sheet, self.size
            if sheet.whole:
                found = Wrapped(sheet.lines(event, size.text), sheet.is_numbered(event))
            else:
                title = sheet.case.events[event].title
                found = _title_lines(title, size.text, size.lines, sheet.measurer)
            self._titles[event] = found
        return found

    def _tie_room(self, lane: int, column: int) -> float:
        """Room above the cards of a cell for the words of the box that begins there."""
        tie = self._ties.get(column)
        if tie is None or self._sheet.index.lane_of[topmost(self._sheet, tie)] != lane:
            return 0.0
        lines = tie_lines(self._sheet, tie.text, self.size.width)
        return len(lines) * self._sheet.sizes.note + TIE_GAP if lines else 0.0

    # -- places

    def place_in(self, lanes: Sequence[Rect]) -> None:
        """Take the lanes in which to stand."""
        self._lanes = lanes

    def marks(self) -> tuple[list[EventMark], list[Cluster]]:
        """The cards of the columns in view, and the counts of overfull cells."""
        cells = [
            self._cell(lane, column)
            for lane in range(len(self._lanes))
            for column in self._columns_in(lane)
        ]
        return (
            [mark for cell in cells for mark in cell.marks],
            [cell.rest for cell in cells if cell.rest is not None],
        )

    def _columns_in(self, lane: int) -> list[int]:
        """The columns in view in which the lane has an event, from the left."""
        visible = np.array([*self._sheet.visible, self._sheet.visible.stop], dtype=np.int64)
        edges = self._sheet.index.edges(lane, visible)
        return [
            column
            for column, (low, high) in zip(self._sheet.visible, pairwise(edges), strict=True)
            if low < high
        ]

    def place_of(self, event: int) -> Rect:
        """The card of an event, in view or not; where it is counted, the count."""
        index = self._sheet.index
        if self._sheet.whole and self._sheet.is_out_of_view(event):
            return self._sheet.beside_the_plot(event, self._lanes)
        cell = self._cell(index.lane_of[event], self._sheet.layers[event])
        for mark in cell.marks:
            if mark.event == event:
                return mark.area
        return self._lanes[index.lane_of[event]] if cell.rest is None else cell.rest.rect

    def row_gaps(self) -> list[float]:
        """None: the stacks of different columns leave different heights free."""
        return []

    def _cell(self, lane: int, column: int) -> Cell:
        found = self._cells.get((lane, column))
        if found is None:
            found = self._worked_out(lane, column)
            self._cells[lane, column] = found
        return found

    def _worked_out(self, lane: int, column: int) -> Cell:
        events = self._sheet.index.cell(lane, column)
        heights = self._row_heights(events)
        rect = self._lanes[lane]
        tie_room = self._tie_room(lane, column)
        y = rect.y + (rect.height - _stacked(heights) - tie_room) / 2 + tie_room
        across = self._beside(len(events))
        width = across * (self.size.width + STACK_GAP) - STACK_GAP
        left = self._sheet.scale.x(column + 0.5) - width / 2
        capacity = len(heights) * across
        shown = events if len(events) <= capacity else events[: capacity - 1]
        marks = []
        box = Rect(left, y, self.size.width, 0.0)
        for place in range(min(len(events), capacity)):
            row, beside = divmod(place, across)
            x = left + beside * (self.size.width + STACK_GAP)
            box = Rect(x, y + _stacked([*heights[:row], 0.0]), self.size.width, heights[row])
            if place < len(shown):
                marks.append(self._card(shown[place], box))
        rest = self._rest(lane, column, len(shown), box) if len(shown) < len(events) else None
        return Cell(tuple(marks), rest)

    def _rest(self, lane: int, column: int, shown: int, box: Rect) -> Cluster:
        """The count that stands in the last place of an overfull cell."""
        sheet = self._sheet
        low, high = sheet.index.edges(lane, np.array([column, column + 1], dtype=np.int64))
        height = sheet.sizes.count
        rect = Rect(box.x, box.y + (box.height - height) / 2, box.width, height)
        line = sheet.count_line(rect, high - low - shown)
        return Cluster(rect, sheet.kind_of_lane(lane), sheet.index.members(low + shown, high), line)

    def _card(self, index: int, box: Rect) -> EventMark:
        event, sizes, title = self._sheet.case.events[index], self._sheet.sizes, self._title(index)
        bars = _shape_bar(event, box)
        middle = box.y + (box.height - (SHAPE_ROOM if bars else 0.0)) / 2
        glyph = Rect(box.x + STRIPE + PADDING, middle - GLYPH / 2, GLYPH, GLYPH)
        top = middle - len(title.lines) * sizes.label / 2 + sizes.label_ascent
        x = glyph.right + GLYPH_GAP
        return EventMark(
            event=index,
            kind=event.kind,
            area=box,
            glyph=glyph,
            label=tuple(
                TextLine(x, top + row * sizes.label, line, TextRole.LABEL)
                for row, line in enumerate(title.lines)
            ),
            card=box,
            bars=bars,
            hollow=event.prevented,
            elided=title.elided,
            vague=self._sheet.is_vague(index),
        )


@lru_cache(maxsize=1_024)
def _title_lines(title: str, width: float, most: int, measurer: TextMeasurer) -> Wrapped:
    """A title in the lines of a card, which stay the same while the view is moved."""
    return wrapped(title, width, most, TextRole.LABEL, measurer)


def _stacked(heights: Sequence[float]) -> float:
    """The height of boxes one under the other."""
    return sum(heights) + STACK_GAP * max(0, len(heights) - 1)


def _shape_bar(event: Event, box: Rect) -> tuple[Bar, ...]:
    """A comb at the foot of a card for what happened several times."""
    if event.shape is not Shape.REPEATED:
        return ()
    left = box.x + STRIPE + PADDING
    rect = Rect(left, box.bottom - PADDING - SHAPE_BAR + 2.0, box.right - PADDING - left, SHAPE_BAR)
    return (Bar(rect, BarFill.COMB),)
