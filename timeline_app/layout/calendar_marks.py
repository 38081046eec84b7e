"""Marks of the calendar at their heights: events of rows, counts of a band.

A row is the glyph with its label and beneath it the bar. Where the glyph stands for the event
alone, glyph and label are in the middle of the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.case.model import Kind
from timeline_app.layout.calendar_bars import bars_of
from timeline_app.layout.calendar_cells import Cells
from timeline_app.layout.calendar_filling import LongLeft
from timeline_app.layout.calendar_lanes import COUNT_GAP, Contents, Laid, LaidRows
from timeline_app.layout.calendar_placing import (
    Extents,
    Labels,
    alone,
    extents_of,
    in_rows,
    row_columns,
)
from timeline_app.layout.calendar_rows import Placed, Stretch, place_whole
from timeline_app.layout.calendar_sheet import Sheet
from timeline_app.layout.chart import (
    Bar,
    Cluster,
    EventMark,
    Rect,
    TextLine,
    TextRole,
)
from timeline_app.layout.counts import CountColumns, Counts, count_text, numbers_in
from timeline_app.layout.cutting import shown_text
from timeline_app.layout.event_rows import EventRows, Pixels, RowColumns, columns_together
from timeline_app.layout.members import Members
from timeline_app.layout.row_events import RowEvents, one_line
from timeline_app.layout.sizes import BAR, BAR_GAP, GLYPH, SIGN_GAP, Sizes

_INSET = 1.0  # between a count and the edge of its cell
_COUNT_PADDING = 6.0


def whole_marks(sheet: Sheet, row: Sequence[Stretch], y: float) -> Iterator[EventMark]:
    """The marks of the events of one row on a page, whose top is at `y`."""
    left, right = sheet.scale.left, sheet.scale.right
    for stretch in row:
        yield _mark(sheet, place_whole(stretch, left, right, sheet.measurer)[0], y)


class RowMarks:
    """The marks of the rows of a chart, put together lane by lane."""

    def __init__(self, sheet: Sheet) -> None:
        """There are none yet."""
        self._sheet = sheet
        self._parts: list[_Part] = []

    def add_rows(self, laid: LaidRows, tops: Sequence[float]) -> None:
        """Add rows; the rows of each lane begin at its top."""
        sheet = self._sheet
        row_tops = [
            tops[lane] + place * sheet.sizes.row
            for lane, place in zip(laid.lanes, laid.places, strict=True)
        ]
        extents = extents_of(laid.told, sheet.scale)
        labels = in_rows(laid.told.lines, extents, laid.rows, sheet.scale)
        self._add(laid.told, extents, labels, np.array(row_tops)[laid.rows])

    def add_alone(
        self,
        told: RowEvents,
        extents: Extents,
        limit: Pixels,
        sign_at_corner: NDArray[np.bool_],
        tops: Pixels,
    ) -> None:
        """Add events that are alone in their cells, in bands of counts with these tops."""
        lift = (self._sheet.sizes.count - self._sheet.sizes.row) / 2
        labels = alone(told.lines, extents, limit, sign_at_corner)
        self._add(told, extents, labels, tops + lift)

    def _add(self, told: RowEvents, extents: Extents, labels: Labels, top: Pixels) -> None:
        sheet = self._sheet
        columns = row_columns(told, extents, labels, top, sheet.scale, sheet.sizes)
        self._parts.append((columns, extents, told.lines.held.ellipsis))

    def together(self) -> EventRows | tuple[EventMark, ...]:
        """All of them."""
        if not self._parts:
            return ()
        columns = columns_together([one for one, _, _ in self._parts])
        made = _MarkMaker(self._sheet, columns, self._parts)
        return EventRows(columns, self._sheet.position, made)


_Part = tuple[RowColumns, Extents, float]


class _MarkMaker:
    """Makes the mark of an event that stands in rows."""

    def __init__(self, sheet: Sheet, columns: RowColumns, parts: Sequence[_Part]) -> None:
        self._sheet, self._columns = sheet, columns
        self._extents = [extents for _, extents, _ in parts]
        self._ellipsis = parts[0][2]

    def __call__(self, place: int) -> EventMark:
        columns, sheet = self._columns, self._sheet
        stretch = self._stretch(place)
        kept = int(columns.cuts.kept[place])
        width = float(columns.cuts.widths[place]) + (self._ellipsis if kept > 0 else 0.0)
        placed = Placed(
            stretch=stretch,
            glyph=float(columns.glyph_x[place]),
            label=float(columns.label_x[place]),
            text=shown_text(stretch.text, kept),
            width=width,
            shortened=kept >= 0,
        )
        at_corner = bool(columns.sign_at_corner[place])
        return _mark(sheet, placed, float(columns.top[place]), sign_at_corner=at_corner)

    def _stretch(self, place: int) -> Stretch:
        event = int(self._columns.events[place])
        for extents in self._extents:
            if place < len(extents.left):
                break
            place -= len(extents.left)
        line = one_line(self._sheet.case.events[event].title, self._sheet.measurer)
        return Stretch(
            event,
            float(extents.left[place]),
            float(extents.right[place]),
            bool(extents.is_point[place]),
            self._sheet.index.columns.is_open_past(event),
            line.text,
            line.width,
        )


def _mark(sheet: Sheet, placed: Placed, y: float, *, sign_at_corner: bool = False) -> EventMark:
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
            else placed.text != one_line(event.title, sheet.measurer).whole
        ),
        vague=event.planned or sheet.index.columns.is_qualified(stretch.event),
        sign_at_corner=sign_at_corner,
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


def more_cluster(sheet: Sheet, more: LongLeft, kind: Kind | None, y: float) -> Cluster:
    """The count of the long events of a lane that have no row, at the left edge of the plot."""
    text = f"+ {count_text(len(more))} longer"
    room = sheet.scale.width - 2 * _COUNT_PADDING
    width = sheet.measurer.width(text, TextRole.COUNT)
    box = min(width + 2 * _COUNT_PADDING, sheet.scale.width)
    rect = Rect(sheet.scale.left, y, box, sheet.sizes.count)
    label = _count_line(sheet, rect, text) if width <= room else None
    index = sheet.index
    return Cluster(rect, kind, Members(index.order, index.ranks, more), label)


def count_columns(
    sheet: Sheet, cells: Cells, kinds: Sequence[Kind | None], tops: Pixels, marks: RowMarks
) -> CountColumns | None:
    """The counts of the lanes that count, each with its kind and the top of its counts; an event
    that is alone in its cell is a glyph where that has room, and goes to the marks."""
    places = np.flatnonzero(cells.ranks >= 0)
    if len(places):
        told = sheet.told(sheet.index.order[cells.ranks[places]].tolist())
        extents = extents_of(told, sheet.scale)
        limit, has_room, at_corner = _rooms(sheet, cells, places, extents)
        found = np.flatnonzero(has_room)
        if len(found):
            band_tops = tops[cells.bands[places[found]]]
            marks.add_alone(
                told.only(found), extents.only(found), limit[found], at_corner[found], band_tops
            )
            cells = cells.only(np.delete(np.arange(len(cells)), places[found]))
    return _columns_of(sheet, cells, kinds, tops) if len(cells) else None


def _rooms(
    sheet: Sheet, cells: Cells, places: NDArray[np.intp], extents: Extents
) -> tuple[Pixels, NDArray[np.bool_], NDArray[np.bool_]]:
    """Up to where each event that is alone in a cell may have its label, whether its glyph and its
    bar have room at their true place, and whether its sign has none beside the glyph."""
    scale, begin = sheet.scale, extents.begin
    begins, ends = scale.xs(cells.starts), scale.xs(cells.ends)
    changes = np.flatnonzero(np.diff(cells.bands))
    before = np.append(-np.inf, ends[:-1])
    before[changes + 1] = -np.inf
    low = before[places] + _INSET
    at_corner = low > begin - SIGN_GAP
    # It may stand out to the left of its cell, where the cell before does not touch it.
    begins[places] = np.minimum(begins[places], np.where(at_corner, begin, begin - SIGN_GAP))
    following = np.append(begins[1:], np.inf)
    following[changes] = np.inf
    high = np.minimum(following[places], scale.right) - _INSET
    low = np.maximum(low, scale.left + _INSET)
    return high, (low <= begin) & (extents.end <= high), at_corner


def _columns_of(
    sheet: Sheet, cells: Cells, kinds: Sequence[Kind | None], tops: Pixels
) -> CountColumns:
    scale, measurer, height = sheet.scale, sheet.measurer, sheet.sizes.count
    lefts = np.maximum(scale.xs(cells.starts), scale.left) + _INSET
    rights = np.minimum(scale.xs(cells.ends), scale.right) - _INSET
    widths = np.maximum(rights - lefts, _INSET)
    is_told, number_xs = numbers_in(cells.widths, lefts, widths, _COUNT_PADDING)
    line = measurer.height(TextRole.COUNT)
    return CountColumns(
        kinds=tuple(kinds),
        bands=cells.bands,
        tops=tops[cells.bands],
        height=height,
        ascent=(height - line) / 2 + measurer.ascent(TextRole.COUNT),
        lefts=lefts,
        widths=widths,
        numbers=cells.counts,
        is_told=is_told,
        number_xs=number_xs,
        members=cells,
        order=sheet.index.order,
        ranks=sheet.index.ranks,
    )


def _count_line(sheet: Sheet, rect: Rect, text: str) -> TextLine:
    measurer = sheet.measurer
    x = rect.x + (rect.width - measurer.width(text, TextRole.COUNT)) / 2
    height, ascent = measurer.height(TextRole.COUNT), measurer.ascent(TextRole.COUNT)
    return TextLine(x, rect.y + (rect.height - height) / 2 + ascent, text, TextRole.COUNT)


def chart_marks(
    sheet: Sheet, laid: Laid, rects: Sequence[Rect]
) -> tuple[Sequence[EventMark], Sequence[Cluster]]:
    """The marks and the counts of a chart whose lanes lie here; what lies in a lane stands in the
    middle of its height."""
    sizes, names = sheet.sizes, sheet.index.names
    tops = [
        rect.y + (rect.height - held.height(sheet)) / 2
        for rect, held in zip(rects, laid.contents, strict=True)
    ]
    if sheet.whole:
        return _whole_marks(sheet, laid.contents, tops), ()
    rows = RowMarks(sheet)
    for part in laid.rows:
        rows.add_rows(part, tops)
    single: list[Cluster] = []
    kinds: list[Kind | None] = []
    bands: list[float] = []
    for name, top, held in zip(names, tops, laid.contents, strict=True):
        y = top + held.rows * sizes.row
        if held.more is not None:
            single.append(more_cluster(sheet, held.more, name.kind, y))
            y += sizes.count + COUNT_GAP
        if held.counted is not None:
            kinds.append(name.kind)
            bands.append(y + COUNT_GAP / 2)
    columns = None
    if laid.cells is not None:
        columns = count_columns(sheet, laid.cells, kinds, np.array(bands), rows)
    counts = tuple(single) if columns is None else Counts(single, columns)
    return rows.together(), counts


def _whole_marks(
    sheet: Sheet, contents: Sequence[Contents], tops: Sequence[float]
) -> tuple[EventMark, ...]:
    """The marks of a page, in stepping order."""
    marks: list[EventMark] = []
    for held, top in zip(contents, tops, strict=True):
        y = top
        for row in held.stretches:
            marks.extend(whole_marks(sheet, row, y))
            y += sheet.row_height(row)
    return tuple(sorted(marks, key=lambda mark: sheet.position[mark.event]))
