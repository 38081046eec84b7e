"""The calendar chart: true time, from a minute to tens of thousands of years.

Rules:
* A case of few events (`FEW`), or a view of few, shows each in a row, and the chart grows as high
  as that needs; the rows of a small case are packed over all its events, so that none jumps while
  the view is moved.
* Where only those are few that are shorter than the view, these are all shown: an event that may
  have been at any time in view must not hide one that was at a certain time in it.
* Otherwise the lanes share the page, and a lane with more events than it has room for shows counts.
* Every shown event that touches the visible span is a mark or in exactly one cluster.
* A frame costs what is visible: visible events are ranges of ranks (`calendar_index`).
* Where nothing is tied to the calendar there are no ticks, and a note says so. A case that has no
  place on the axis (`Standing.missing`) has its lanes, the axis, and a note.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.layout.breaks import place_breaks
from timeline_app.layout.calendar_blocks import block_of
from timeline_app.layout.calendar_crowded import CrowdedLanes, crowded_height
from timeline_app.layout.calendar_filling import Visible
from timeline_app.layout.calendar_index import CalendarIndex, calendar_index, lane_events
from timeline_app.layout.calendar_lanes import (
    Contents,
    Laid,
    events_in,
    few_rows,
    local_rows,
    visible_of,
    whole_contents,
)
from timeline_app.layout.calendar_marks import chart_marks
from timeline_app.layout.calendar_sheet import Sheet
from timeline_app.layout.chart import (
    Chart,
    Heights,
    Rect,
    TextMeasurer,
    TextRole,
    Tick,
)
from timeline_app.layout.extent import calendar_extent
from timeline_app.layout.lanes import (
    beside_lanes,
    lane_need,
    named_lanes,
    shared_header,
    stack_lanes,
)
from timeline_app.layout.markers import place_markers
from timeline_app.layout.notes import calendar_notes, note_lines, unplaced_words
from timeline_app.layout.options import CalendarView, ChartOptions
from timeline_app.layout.relative_ticks import relative_ticks
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import Sizes
from timeline_app.layout.standing import Standing
from timeline_app.layout.ticks import calendar_ticks

FEW = 60
"""So many events each have a row of their own, whatever that takes."""
TICK_INSET = 5.0
"""From the lanes to the labels of the ticks."""


class _Page(Struct, frozen=True, gc=False):
    """The heights of what lies above and below the lanes."""

    top: float
    ticks: float
    notes: tuple[str, ...]
    note_height: float
    least_axis: float = 0.0

    @property
    def axis(self) -> float:
        """The band at the bottom: ticks, then notes."""
        return max(self.ticks + self.note_height, self.least_axis)

    def beside(self, heights: Heights) -> _Page:
        """The same for a chart that stands beside one of these heights."""
        return replace(self, top=max(self.top, heights.top), least_axis=heights.foot)


def lay_out_calendar(
    standing: Standing, view: CalendarView, options: ChartOptions, measurer: TextMeasurer
) -> Chart:
    """The chart of a case over the axis seconds of the view.

    The chart is as wide as the view, and as high or, where rows need more, higher.
    """
    sizes = Sizes.of(measurer, options.density)
    index = calendar_index(standing, options.lanes_by, options.left_out)
    header = shared_header(index.names, options, view.width, measurer)
    scale = TimeScale.showing(view.span_start, view.span_end, header, view.width - header)
    sheet = Sheet(
        standing,
        index,
        scale,
        sizes,
        measurer,
        options.whole_titles,
        options.numbers,
    )
    alone = _page(standing, options, index, sizes, measurer)
    page = alone.beside(options.beside)
    lanes = _Lanes(sheet, page, view.height - page.top - page.axis, options.beside)
    rects, laid = lanes.empty() if standing.missing else lanes.filled(options)
    bottom = rects[-1].bottom if rects else page.top
    height = max(view.height, bottom + page.axis)
    marks, clusters = chart_marks(sheet, laid, rects)
    axis_top = height - page.axis
    tick_baseline = axis_top + TICK_INSET + measurer.ascent(TextRole.TICK)
    band_baseline = (sizes.band - sizes.note) / 2 + sizes.note_ascent
    return Chart(
        width=view.width,
        height=height,
        header_width=header,
        axis_height=page.axis,
        lanes=named_lanes(
            index.names, rects, view.width, header, measurer, unplaced_words(standing)
        ),
        ticks=_ticks(standing, scale, measurer, tick_baseline) if page.ticks else (),
        breaks=place_breaks(standing.folding, scale, measurer, tick_baseline),
        markers=place_markers(standing.publications, scale, measurer, band_baseline),
        clusters=clusters,
        events=marks,
        notes=note_lines(page.notes, view.width, axis_top + page.ticks, sizes, measurer),
        heights=Heights(alone.top, tuple(lanes.needs), alone.axis),
    )


def _page(
    standing: Standing,
    options: ChartOptions,
    index: CalendarIndex,
    sizes: Sizes,
    measurer: TextMeasurer,
) -> _Page:
    hidden = index.columns.count - index.shown
    notes = calendar_notes(standing, hidden, options.lanes_by) if options.notes else ()
    dated = calendar_extent(standing) is not None
    return _Page(
        top=sizes.band if standing.publications else 0.0,
        ticks=measurer.height(TextRole.TICK) + 2 * TICK_INSET if dated else 0.0,
        notes=notes,
        note_height=len(notes) * sizes.note + TICK_INSET if notes else 0.0,
    )


def _ticks(
    standing: Standing, scale: TimeScale, measurer: TextMeasurer, baseline: float
) -> tuple[Tick, ...]:
    make = relative_ticks if standing.relative else calendar_ticks
    return make(scale, measurer, baseline, standing.folding)


class _Lanes:
    """The lanes of a chart: where they lie, and what they need by themselves (`needs`)."""

    def __init__(self, sheet: Sheet, page: _Page, available: float, beside: Heights) -> None:
        """Nothing is stacked yet."""
        self._sheet, self._page = sheet, page
        self._available, self._beside = available, beside
        self.needs: list[float] = []

    def filled(self, options: ChartOptions) -> tuple[tuple[Rect, ...], Laid]:
        """The rectangles of the lanes and what lies in them."""
        sheet, scale = self._sheet, self._sheet.scale
        if sheet.whole:
            contents = tuple(whole_contents(sheet, events_in(sheet, lane)) for lane in _seen(sheet))
            return self._stacked_for(Laid(contents))
        if sheet.index.shown <= FEW:
            return self._stacked_for(few_rows(sheet, lane_events(sheet.index, sheet.position)))
        touched = sheet.index.touching.in_span(scale.start, scale.end)
        if int(touched.counts.sum()) <= FEW:
            events = [events_in(sheet, lane) for lane in _seen(sheet)]
            return self._stacked_for(few_rows(sheet, events))
        # As `is_local` tells of each group.
        near = touched.counts[sheet.index.lengths < scale.span]
        if int(near.sum()) <= FEW:
            return self._stacked_for(local_rows(sheet, _seen(sheet)))
        rects = self.stacked([0.0] * len(sheet.index.names))
        room = [rect.height - 2 * sheet.sizes.padding for rect in rects]
        block = block_of(sheet.standing, options, scale, sheet.measurer)
        return rects, CrowdedLanes(sheet, block, touched, room).laid()

    def _stacked_for(self, laid: Laid) -> tuple[tuple[Rect, ...], Laid]:
        """Lanes as high as what lies in them."""
        return self.stacked([one.height(self._sheet) for one in laid.contents]), laid

    def empty(self) -> tuple[tuple[Rect, ...], Laid]:
        """The rectangles of the lanes of a case that has no place on this calendar."""
        count = len(self._sheet.index.names)
        return self.stacked([0.0] * count), Laid((Contents(),) * count)

    def stacked(self, heights: Sequence[float]) -> tuple[Rect, ...]:
        """The lanes one under the other, for contents of these heights. A small case's lanes are
        as high as they need, and a little more where there is room; those of a large one share the
        page whatever is in view."""
        index, sizes = self._sheet.index, self._sheet.sizes
        least, room = sizes.row, self._available
        if not self._sheet.whole and index.shown > FEW:
            told = sum(name.shown > 0 for name in index.names)
            share = (room - (len(index.names) - told) * sizes.faint) / max(told, 1)
            least, room = max(crowded_height(sizes), share - 2 * sizes.padding), 0.0
        if self._sheet.whole:
            self.needs = [
                lane_need(name, height, sizes) if height else -sizes.faint
                for name, height in zip(index.names, heights, strict=True)
            ]
        else:
            self.needs = [
                lane_need(name, max(height, least), sizes)
                for name, height in zip(index.names, heights, strict=True)
            ]
        return stack_lanes(beside_lanes(self.needs, self._beside), self._page.top, room)


def _seen(sheet: Sheet) -> list[list[Visible]]:
    """For each lane what of its groups touches the visible span."""
    lanes: list[list[Visible]] = [[] for _ in sheet.index.names]
    for one in visible_of(sheet, sheet.index.groups):
        lanes[one.group.lane].append(one)
    return lanes
