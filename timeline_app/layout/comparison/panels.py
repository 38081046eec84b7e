"""Two charts on one frame: what both must be laid out with, and where each of them lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.layout.calendar_index import calendar_index
from timeline_app.layout.chart import Chart, Rect, TextMeasurer
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import ComparedStandings
from timeline_app.layout.lanes import header_width
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import LEAST_COLUMNS
from timeline_app.layout.order_index import order_index
from timeline_app.layout.scale import ColumnScale, TimeScale
from timeline_app.layout.standing import Standing

NONE: frozenset[int] = frozenset()


class Panel(NamedTuple):
    """One of two charts. Its top left corner lies at `x` and `y` of the frame that holds both, its
    scrolling counted in; of its lanes only what lies in `clip` is seen, which has the frame's
    pixels. Its axis stands beneath what is seen of the lanes, and does not scroll with them.
    `place_of` gives the x of any event on the chart, whether in view or not; None for one that has
    no place on it: one that is hidden, or of which nothing is known in time."""

    chart: Chart
    x: float
    y: float
    clip: Rect
    place_of: Callable[[int], float | None]

    @property
    def plot(self) -> Rect:
        """What is seen of its plot, in the frame."""
        chart, clip = self.chart, self.clip
        left, top = max(self.x + chart.header_width, clip.x), max(self.y, clip.y)
        right = min(self.x + chart.width, clip.right)
        return Rect(left, top, max(right - left, 0.0), max(self.axis_top - top, 0.0))

    @property
    def axis_top(self) -> float:
        """Where its axis begins, in the frame."""
        return min(self.y + self.chart.height - self.chart.axis_height, self.clip.bottom)

    def on_axis(self, y: float) -> float:
        """A height of the chart's axis in the frame."""
        return self.axis_top + y - (self.chart.height - self.chart.axis_height)

    def seen_of(self, rects: Iterable[Rect]) -> Iterator[Rect]:
        """What is seen of rectangles of the lanes, in the frame; those that are not are left
        out."""
        x, y, least, top = self.x, self.y, self.clip.x, self.clip.y
        most, foot = self.clip.right, self.axis_top
        for rect in rects:
            left, upper = max(x + rect.x, least), max(y + rect.y, top)
            width = min(x + rect.x + rect.width, most) - left
            height = min(y + rect.y + rect.height, foot) - upper
            if width > 0 and height > 0:
                yield Rect(left, upper, width, height)

    def moved(self, rect: Rect) -> Rect:
        """A rectangle of the chart in the frame."""
        return Rect(self.x + rect.x, self.y + rect.y, rect.width, rect.height)


def panel_options(
    standings: ComparedStandings,
    align: Align,
    options: tuple[ChartOptions, ChartOptions],
    measurer: TextMeasurer,
) -> tuple[ChartOptions, ChartOptions]:
    """The options of both panels with what they must share."""
    index_of = order_index if align is Align.ORDER else calendar_index
    indices = [
        index_of(standing, one.lanes_by, one.left_out)
        for standing, one in zip((standings.a, standings.b), options, strict=True)
    ]
    header = max(header_width(index.names, measurer) for index in indices)
    most = max(index.shown for index in indices)
    first, second = (replace(one, least_header=header, most_shown=most) for one in options)
    return first, second


def panel_of(
    standing: Standing,
    view: CalendarView | OrderView,
    chart: Chart,
    corner: tuple[float, float],
    clip: Rect,
    hidden: frozenset[int] = NONE,
) -> Panel:
    """The panel of a chart that was laid out for this standing and view with these events hidden,
    its top left corner there."""
    width = max(chart.width - chart.header_width, 1.0)
    if isinstance(view, OrderView):
        last = max(view.last, view.first + LEAST_COLUMNS)
        columns = ColumnScale(view.first, last, chart.header_width, width)

        def place(event: int) -> float | None:
            return columns.x(standing.layers[event] + 0.5)
    else:
        scale = TimeScale.showing(view.span_start, view.span_end, chart.header_width, width)

        def place(event: int) -> float | None:
            return None if standing.missing else _in_time(standing, scale, event)

    return Panel(chart, *corner, clip, lambda event: None if event in hidden else place(event))


def _in_time(standing: Standing, scale: TimeScale, event: int) -> float | None:
    """The end of what is known of an event that lies nearer to the view; None where nothing is."""
    first, last = int(standing.times.first[event]), int(standing.times.last[event])
    known = [second for second in (first, last) if second not in (OPEN_PAST, OPEN_FUTURE)]
    middle = (scale.left + scale.right) / 2
    return min(map(scale.x, known), key=lambda x: abs(x - middle), default=None)
