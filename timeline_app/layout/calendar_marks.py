"""Marks of the calendar at their heights: events of a row, counts of a band.

A row is the glyph with its label and beneath it the bar. Where the glyph stands for the event
alone, glyph and label are in the middle of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from timeline_app.case.model import Case, Kind
from timeline_app.layout.calendar_bars import bars_of
from timeline_app.layout.calendar_counts import Cell, Cells, LeftOver, count_text
from timeline_app.layout.calendar_index import CalendarIndex
from timeline_app.layout.calendar_rows import (
    Placed,
    Stretch,
    place_point,
    place_row,
    place_whole,
    whole_width,
)
from timeline_app.layout.chart import (
    Bar,
    Cluster,
    EventMark,
    Rect,
    TextLine,
    TextMeasurer,
    TextRole,
)
from timeline_app.layout.counts import CountBand, numbers_in
from timeline_app.layout.labels import elided, whole_lines
from timeline_app.layout.members import Members
from timeline_app.layout.plain import plain_line
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BAR, BESIDE, GLYPH, Sizes

LABEL_MOST = 280.0
"""No label of the calendar is wider than this."""
BAR_GAP = 3.0
"""From the label to the bar beneath it."""
_INSET = 1.0  # between a count and the edge of its cell
_COUNT_PADDING = 6.0


class Sheet(Struct, frozen=True, gc=False):
    """What every mark of one chart is made with."""

    case: Case
    position: Sequence[int]
    index: CalendarIndex
    scale: TimeScale
    sizes: Sizes
    measurer: TextMeasurer
    whole: bool = False
    numbers: tuple[str, ...] = ()

    def row_height(self, row: Sequence[Stretch]) -> float:
        """The height of a row: that of its highest label, with the bar beneath."""
        lines = max((len(stretch.more) for stretch in row), default=0)
        return self.sizes.row + lines * self.sizes.label

    def stretch(self, event: int) -> Stretch:
        """An event on the calendar, before it has a row."""
        columns = self.index.columns
        left = self.scale.x(int(columns.first[event]))
        right = self.scale.x(int(columns.last[event]) + 1)
        if not self.whole:
            text, width, _ = _one_line(self.case.events[event].title, self.measurer)
            is_point, is_open = right - left < GLYPH, columns.is_open_past(event)
            return Stretch(event, left, right, is_point, is_open, text, width)
        lines = self._label_lines(event, left, right)
        return Stretch(
            event,
            left,
            right,
            point=right - left < GLYPH,
            open_past=columns.is_open_past(event),
            text=lines[0] if lines else "",
            text_width=max((self.measurer.width(one, TextRole.LABEL) for one in lines), default=0),
            more=lines[1:],
        )

    def _label_lines(self, event: int, left: float, right: float) -> tuple[str, ...]:
        """The lines that the whole title of an event needs."""
        title = self.case.events[event].title
        text = self.numbers[event] if self.is_numbered(event) else title
        width = whole_width((self.scale.left, self.scale.right), left, right, LABEL_MOST)
        return whole_lines(text, width, TextRole.LABEL, self.measurer)

    def is_numbered(self, event: int) -> bool:
        """Whether a number stands for the title of an event."""
        return bool(self.numbers) and bool(self.numbers[event])


@lru_cache(maxsize=16_384)
def _one_line(title: str, measurer: TextMeasurer) -> tuple[str, float, str]:
    """The label of an event in one line, its width, and the whole line of the title. It is the same
    in every frame."""
    text = elided(title, LABEL_MOST, TextRole.LABEL, measurer)
    return text, measurer.width(text, TextRole.LABEL), plain_line(title)


def row_marks(sheet: Sheet, row: Sequence[Stretch], y: float) -> Iterator[EventMark]:
    """The marks of the events of one row, whose top is at `y`."""
    left, right = sheet.scale.left, sheet.scale.right
    if sheet.whole:
        for stretch in row:
            yield _mark(sheet, place_whole(stretch, left, right, sheet.measurer)[0], y)
        return
    for placed in place_row(row, left, right, sheet.measurer):
        yield _mark(sheet, placed, y)


def _mark(sheet: Sheet, placed: Placed, y: float) -> EventMark:
    sizes, stretch = sheet.sizes, placed.stretch
    event = sheet.case.events[stretch.event]
    line = max(sizes.label, GLYPH)
    block = line + len(stretch.more) * sizes.label
    top = y + (sizes.row - line - BAR_GAP - BAR) / 2
    bars: tuple[Bar, ...] = ()
    if stretch.point:
        top += (BAR_GAP + BAR) / 2
    else:
        columns = sheet.index.columns
        bar_top = top + block + BAR_GAP
        bars = bars_of(stretch.event, event.shape, columns, sheet.scale, bar_top, BAR)
    glyph = Rect(placed.glyph, top + (line - GLYPH) / 2, GLYPH, GLYPH)
    label = _label(placed, top + (line - sizes.label) / 2 + sizes.label_ascent, sizes)
    return EventMark(
        event=stretch.event,
        kind=event.kind,
        area=_area(glyph, placed, bars, top, block),
        glyph=glyph,
        label=label,
        bars=bars,
        hollow=event.prevented,
        elided=(
            sheet.is_numbered(stretch.event)
            if sheet.whole
            else placed.text != _one_line(event.title, sheet.measurer)[2]
        ),
        vague=event.planned or sheet.index.columns.is_qualified(stretch.event),
    )


def _label(placed: Placed, baseline: float, sizes: Sizes) -> tuple[TextLine, ...]:
    if not placed.text:
        return ()
    return tuple(
        TextLine(placed.label, baseline + row * sizes.label, text, TextRole.LABEL)
        for row, text in enumerate((placed.text, *placed.stretch.more))
    )


def _area(glyph: Rect, placed: Placed, bars: tuple[Bar, ...], top: float, block: float) -> Rect:
    lefts = [glyph.x, *(bar.rect.x for bar in bars)]
    rights = [glyph.right, *(bar.rect.right for bar in bars)]
    if placed.text:
        lefts.append(placed.label)
        rights.append(placed.label + placed.width)
    height = block + (BAR_GAP + BAR if bars else 0.0)
    return Rect(min(lefts), top, max(rights) - min(lefts), height)


def more_cluster(sheet: Sheet, more: LeftOver, kind: Kind | None, y: float) -> Cluster:
    """The count of the long events of a lane that have no row, at the left edge of the plot."""
    text = f"+ {count_text(len(more))} longer"
    room = sheet.scale.width - 2 * _COUNT_PADDING
    width = sheet.measurer.width(text, TextRole.COUNT)
    box = min(width + 2 * _COUNT_PADDING, sheet.scale.width)
    rect = Rect(sheet.scale.left, y, box, sheet.sizes.count)
    label = _count_line(sheet, rect, text) if width <= room else None
    index = sheet.index
    return Cluster(rect, kind, Members(index.order, index.ranks, more), label)


def cell_marks(
    sheet: Sheet, cells: Cells, kind: Kind | None, y: float
) -> tuple[list[EventMark], CountBand | None]:
    """A band of counts whose top is at `y`; an event that is alone in its cell is a glyph where
    that has room."""
    alone = _alone_in(sheet, cells)
    top = y + (sheet.sizes.count - sheet.sizes.row) / 2
    marks = [_mark(sheet, placed, top) for placed in alone.values()]
    rest = cells.without(alone) if alone else cells
    return marks, _count_band(sheet, rest, kind, y) if len(rest) else None


def _alone_in(sheet: Sheet, cells: Cells) -> dict[int, Placed]:
    """By the place of its cell each event that is alone in one and has room for its glyph."""
    found: dict[int, Placed] = {}
    scale, starts = sheet.scale, cells.starts
    for place in [place for place, count in enumerate(cells.counts) if count == 1]:
        before = found.get(place - 1)
        if before is not None:
            taken_to = before.right + _INSET
        else:
            taken_to = scale.x(cells.ends[place - 1]) if place else scale.left
        limit = scale.x(starts[place + 1]) if place + 1 < len(starts) else scale.right
        placed = _alone(sheet, cells.cell(place), taken_to, limit)
        if placed is not None:
            found[place] = placed
    return found


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


def _count_band(sheet: Sheet, cells: Cells, kind: Kind | None, y: float) -> CountBand:
    scale, measurer, height = sheet.scale, sheet.measurer, sheet.sizes.count
    left, right, start, pixel = scale.left, scale.right, scale.start, scale.width / scale.span
    lefts = [max(left + (second - start) * pixel, left) + _INSET for second in cells.starts]
    rights = [min(left + (second - start) * pixel, right) - _INSET for second in cells.ends]
    widths = [max(to - begin, _INSET) for begin, to in zip(lefts, rights, strict=True)]
    texts, text_xs = numbers_in(cells.counts, lefts, widths, _COUNT_PADDING, measurer)
    line = measurer.height(TextRole.COUNT)
    return CountBand(
        kind=kind,
        y=y,
        height=height,
        baseline=y + (height - line) / 2 + measurer.ascent(TextRole.COUNT),
        lefts=lefts,
        widths=widths,
        texts=texts,
        text_xs=text_xs,
        lows=cells.lows,
        highs=cells.highs,
        order=sheet.index.order,
        ranks=sheet.index.ranks,
    )


def _count_line(sheet: Sheet, rect: Rect, text: str) -> TextLine:
    measurer = sheet.measurer
    x = rect.x + (rect.width - measurer.width(text, TextRole.COUNT)) / 2
    height, ascent = measurer.height(TextRole.COUNT), measurer.ascent(TextRole.COUNT)
    return TextLine(x, rect.y + (rect.height - height) / 2 + ascent, text, TextRole.COUNT)
