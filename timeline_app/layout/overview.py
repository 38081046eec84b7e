"""The strip beneath the timeline: the whole case small, along either axis.

Rules:
* The strip is asked for like a chart, with a view over the whole stretch.
* Along the order axis each event is a glyph in its column; those of one column stand side by side.
* Along the calendar an event is a glyph where it is known finely enough, otherwise a line over the
  stretch in which it lies and no glyph, which would look like a date. The kinds have a level
  each, so that lines can be told apart.
* A case that has no place on the calendar has nothing in its strip.
* More events than `MOST` are columns of counts: along the calendar, of how many may lie there.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.model import Kind
from timeline_app.layout.chart import Rect
from timeline_app.layout.columns import Columns
from timeline_app.layout.kept import Kept
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.scale import ColumnScale, TimeScale
from timeline_app.layout.standing import Standing, keeper_of

MOST = 200
"""Up to so many events are marks of their own."""
GLYPH = 9.0
SPACING = 12.0
"""Between the middles of two glyphs of a column, where there is room."""
LINE = 2.0
COUNT_WIDTH = 4.0
AIR = 4.0
"""Above and below what the strip holds."""


class OverviewMark(Struct, frozen=True, gc=False):
    """One event: its glyph, or on the calendar the line over the stretch in which it lies."""

    event: int
    kind: Kind
    rect: Rect
    hollow: bool
    is_line: bool = False


class OverviewColumn(Struct, frozen=True, gc=False):
    """How many events lie, or may lie, in a stretch of the strip; the rectangle is as high as they
    are many."""

    rect: Rect
    count: int


class Overview(Struct, frozen=True, gc=False):
    """The strip. It has marks, or in a large case columns."""

    width: float
    height: float
    marks: tuple[OverviewMark, ...] = ()
    columns: tuple[OverviewColumn, ...] = ()


def lay_out_overview(
    standing: Standing, view: CalendarView | OrderView, options: ChartOptions
) -> Overview:
    """The strip for a view over the whole stretch; the kind of view says along which axis. It is
    the same from frame to frame, and worked out once."""
    return _KEPT.of(standing, (view, options.hidden))


def _work_out(standing: Standing, key: tuple[CalendarView | OrderView, frozenset[int]]) -> Overview:
    view, hidden = key
    if standing.missing and isinstance(view, CalendarView):
        return Overview(view.width, view.height)
    count = len(standing.chronology.order)
    if count - len(hidden) > MOST:
        is_shown = np.ones(count, dtype=bool)
        is_shown[list(hidden)] = False
        counts = _counts(*_stretches(standing, view, np.flatnonzero(is_shown)), view.width)
        return Overview(view.width, view.height, columns=_bars(counts, view.height))
    shown = [event for event in standing.chronology.order if event not in hidden]
    if isinstance(view, OrderView):
        marks = _in_columns(standing, view, shown)
    else:
        marks = _in_time(standing, view, shown)
    return Overview(view.width, view.height, marks=tuple(marks))


def _in_columns(standing: Standing, view: OrderView, shown: list[int]) -> Iterator[OverviewMark]:
    scale = ColumnScale(view.first, max(view.last, view.first + 0.1), 0.0, view.width)
    columns: dict[int, list[int]] = {}
    for event in shown:
        columns.setdefault(standing.layers[event], []).append(event)
    for column, events in sorted(columns.items()):
        middle = scale.x(column + 0.5)
        step = min(SPACING, scale.column_width / len(events))
        for place, event in enumerate(events):
            x = middle + (place - (len(events) - 1) / 2) * step
            yield _glyph(standing, event, x, view.height / 2)


def _in_time(standing: Standing, view: CalendarView, shown: list[int]) -> Iterator[OverviewMark]:
    scale = TimeScale.showing(view.span_start, view.span_end, 0.0, view.width)
    columns = standing.times
    levels = list(Kind)
    step = (view.height - 2 * AIR - GLYPH) / max(len(levels) - 1, 1)
    for event in shown:
        kind = standing.chronology.case.events[event].kind
        y = AIR + levels.index(kind) * step
        left, right = _stretch(columns, scale, event)
        middle = y + GLYPH / 2
        if right - left > GLYPH:
            line = Rect(left, middle - LINE / 2, right - left, LINE)
            told = standing.chronology.case.events[event]
            yield OverviewMark(event, told.kind, line, told.prevented, is_line=True)
        else:
            x = min(max((left + right) / 2, GLYPH / 2), view.width - GLYPH / 2)
            yield _glyph(standing, event, x, middle)


def _stretch(columns: Columns, scale: TimeScale, event: int) -> tuple[float, float]:
    """The pixels over which an event is drawn, within the strip."""
    left = max(scale.x(int(columns.first[event])), scale.left)
    right = min(scale.x(int(columns.last[event]) + 1), scale.right)
    return left, max(left, right)


def _glyph(standing: Standing, event: int, x: float, y: float) -> OverviewMark:
    told = standing.chronology.case.events[event]
    square = Rect(x - GLYPH / 2, y - GLYPH / 2, GLYPH, GLYPH)
    return OverviewMark(event, told.kind, square, told.prevented)


def _stretches(
    standing: Standing, view: CalendarView | OrderView, shown: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The pixels between which each event lies: the middle of its column twice, or its bounds on
    the calendar, an open one at the edge. Events of which nothing is known are left out there."""
    if isinstance(view, OrderView):
        scale = ColumnScale(view.first, max(view.last, view.first + 0.1), 0.0, view.width)
        layers = np.array(standing.layers, dtype=np.float64)[shown]
        middles = np.asarray((layers + 0.5 - view.first) * scale.column_width)
        return middles, middles
    columns = standing.times
    first, last = columns.first[shown], columns.last[shown]
    tied = (first != OPEN_PAST) | (last != OPEN_FUTURE)
    time = TimeScale.showing(view.span_start, view.span_end, 0.0, view.width)
    return time.xs(first[tied]), time.xs(last[tied])


def _counts(
    lefts: NDArray[np.float64], rights: NDArray[np.float64], width: float
) -> NDArray[np.int64]:
    """How many stretches reach into each column of `COUNT_WIDTH` pixels."""
    number = max(1, int(width / COUNT_WIDTH))
    begins = np.clip(lefts / COUNT_WIDTH, 0, number - 1).astype(np.int64)
    ends = np.clip(rights / COUNT_WIDTH, 0, number - 1).astype(np.int64)
    changes = np.bincount(begins, minlength=number + 1) - np.bincount(
        ends + 1, minlength=number + 1
    )
    return np.cumsum(changes[:number])


def _bars(counts: NDArray[np.int64], height: float) -> tuple[OverviewColumn, ...]:
    """Columns of counts, the fullest as high as the strip; one event is seen as well."""
    most = max(int(counts.max()), 1)
    room = height - 2 * AIR
    return tuple(
        OverviewColumn(
            Rect(
                column * COUNT_WIDTH,
                height - AIR - max(LINE, room * count / most),
                COUNT_WIDTH - 1.0,
                max(LINE, room * count / most),
            ),
            count,
        )
        for column, count in enumerate(counts.tolist())
        if count
    )


_KEPT: Kept[Standing, tuple[CalendarView | OrderView, frozenset[int]], Overview] = Kept(
    _work_out, keeper=keeper_of
)
