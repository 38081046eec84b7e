"""Marks of the calendar at their heights: events of a row, counts of a band.

A row is the glyph with its label and beneath it the bar. Where the glyph stands for the event
alone, glyph and label are in the middle of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.case.model import Case, Kind
from timeline_app.layout.calendar_bars import bars_of
from timeline_app.layout.calendar_counts import Cell, count_text
from timeline_app.layout.calendar_index import CalendarIndex, Ranges, count_in
from timeline_app.layout.calendar_rows import Placed, Stretch, place_point, place_row
from timeline_app.layout.chart import (
    Bar,
    Cluster,
    EventMark,
    Rect,
    TextLine,
    TextMeasurer,
    TextRole,
)
from timeline_app.layout.labels import elided
from timeline_app.layout.plain import plain_line
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BAR, BESIDE, GLYPH, Sizes

LABEL_MOST = 280.0
"""No label of the calendar is wider than this."""
BAR_GAP = 3.0
"""From the label to the bar beneath it."""
_INSET = 1.0  # between a count and the edge of its cell
_COUNT_PADDING = 6.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every mark of one chart is made with."""

    case: Case
    position: Sequence[int]
    index: CalendarIndex
    scale: TimeScale
    sizes: Sizes
    measurer: TextMeasurer

    def stretch(self, event: int) -> Stretch:
        """An event on the calendar, before it has a row."""
        columns = self.index.columns
        left = self.scale.x(int(columns.first[event]))
        right = self.scale.x(int(columns.last[event]) + 1)
        text = elided(self.case.events[event].title, LABEL_MOST, TextRole.LABEL, self.measurer)
        return Stretch(
            event,
            left,
            right,
            point=right - left < GLYPH,
            open_past=columns.is_open_past(event),
            text=text,
            text_width=self.measurer.width(text, TextRole.LABEL),
        )


def row_marks(sheet: Sheet, row: Sequence[Stretch], y: float) -> Iterator[EventMark]:
    """The marks of the events of one row, whose top is at `y`."""
    for placed in place_row(row, sheet.scale.left, sheet.scale.right, sheet.measurer):
        yield _mark(sheet, placed, y)


def _mark(sheet: Sheet, placed: Placed, y: float) -> EventMark:
    sizes, stretch = sheet.sizes, placed.stretch
    event = sheet.case.events[stretch.event]
    line = max(sizes.label, GLYPH)
    top = y + (sizes.row - line - BAR_GAP - BAR) / 2
    bars: tuple[Bar, ...] = ()
    if stretch.point:
        top += (BAR_GAP + BAR) / 2
    else:
        columns = sheet.index.columns
        bar_top = top + line + BAR_GAP
        bars = bars_of(stretch.event, event.shape, columns, sheet.scale, bar_top, BAR)
    glyph = Rect(placed.glyph, top + (line - GLYPH) / 2, GLYPH, GLYPH)
    label = _label(placed, top + (line - sizes.label) / 2 + sizes.label_ascent)
    return EventMark(
        event=stretch.event,
        kind=event.kind,
        area=_area(glyph, placed, bars, top, line),
        glyph=glyph,
        label=label,
        bars=bars,
        hollow=event.prevented,
        elided=placed.text != plain_line(event.title),
        vague=event.planned or sheet.index.columns.is_qualified(stretch.event),
    )


def _label(placed: Placed, baseline: float) -> tuple[TextLine, ...]:
    if not placed.text:
        return ()
    return (TextLine(placed.label, baseline, placed.text, TextRole.LABEL),)


def _area(glyph: Rect, placed: Placed, bars: tuple[Bar, ...], top: float, line: float) -> Rect:
    lefts = [glyph.x, *(bar.rect.x for bar in bars)]
    rights = [glyph.right, *(bar.rect.right for bar in bars)]
    if placed.text:
        lefts.append(placed.label)
        rights.append(placed.label + placed.width)
    height = line + (BAR_GAP + BAR if bars else 0.0)
    return Rect(min(lefts), top, max(rights) - min(lefts), height)


def more_cluster(sheet: Sheet, ranges: Ranges, kind: Kind | None, y: float) -> Cluster:
    """The count of the long events of a lane that have no row, at the left edge of the plot."""
    text = f"+ {count_text(count_in(ranges))} longer"
    room = sheet.scale.width - 2 * _COUNT_PADDING
    width = sheet.measurer.width(text, TextRole.COUNT)
    box = min(width + 2 * _COUNT_PADDING, sheet.scale.width)
    rect = Rect(sheet.scale.left, y, box, sheet.sizes.count)
    label = _count_line(sheet, rect, text) if width <= room else None
    return Cluster(rect, kind, sheet.index.members(ranges), label)


def cell_marks(
    sheet: Sheet, cells: Sequence[Cell], kind: Kind | None, y: float
) -> tuple[list[EventMark], list[Cluster]]:
    """A band of counts whose top is at `y`; an event that is alone in its cell is a glyph where
    that has room."""
    marks: list[EventMark] = []
    clusters: list[Cluster] = []
    taken_to = sheet.scale.left
    for number, cell in enumerate(cells):
        following = cells[number + 1] if number + 1 < len(cells) else None
        limit = sheet.scale.right if following is None else sheet.scale.x(following.start)
        placed = _alone(sheet, cell, taken_to, limit) if cell.count == 1 else None
        if placed is not None:
            marks.append(_mark(sheet, placed, y + (sheet.sizes.count - sheet.sizes.row) / 2))
            taken_to = placed.right + _INSET
        else:
            clusters.append(_cell_cluster(sheet, cell, kind, y))
            taken_to = sheet.scale.x(cell.end)
    return marks, clusters


def _alone(sheet: Sheet, cell: Cell, taken_to: float, limit: float) -> Placed | None:
    """A single event in its cell with the room up to the next, or None where its glyph at its
    true place would leave that."""
    rank = cell.ranges[0][0]
    stretch = sheet.stretch(int(sheet.index.order[rank]))
    low = max(taken_to, sheet.scale.left) + _INSET
    high = min(limit, sheet.scale.right) - _INSET
    if stretch.glyph_left < low or stretch.glyph_left + GLYPH > high:
        return None
    plot = (sheet.scale.left, sheet.scale.right)
    # A label never goes to the left here: what is there belongs to the cells before.
    free = (stretch.glyph_left - BESIDE, high)
    return place_point(stretch, plot, free, sheet.measurer)


def _cell_cluster(sheet: Sheet, cell: Cell, kind: Kind | None, y: float) -> Cluster:
    left = max(sheet.scale.x(cell.start), sheet.scale.left) + _INSET
    right = min(sheet.scale.x(cell.end), sheet.scale.right) - _INSET
    rect = Rect(left, y, max(right - left, _INSET), sheet.sizes.count)
    text = count_text(cell.count)
    fits = sheet.measurer.width(text, TextRole.COUNT) + _COUNT_PADDING <= rect.width
    label = _count_line(sheet, rect, text) if fits else None
    return Cluster(rect, kind, sheet.index.members(cell.ranges), label)


def _count_line(sheet: Sheet, rect: Rect, text: str) -> TextLine:
    measurer = sheet.measurer
    x = rect.x + (rect.width - measurer.width(text, TextRole.COUNT)) / 2
    height, ascent = measurer.height(TextRole.COUNT), measurer.ascent(TextRole.COUNT)
    return TextLine(x, rect.y + (rect.height - height) / 2 + ascent, text, TextRole.COUNT)
