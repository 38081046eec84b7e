"""The charts of one case for pages: whole, a stretch of columns or of time, or some of its events.

Rules:
* No title is shortened. A title longer than `LONG_TITLE` would fill the page: it is a number on
  the picture, as all are where numbers are asked for, and the list has the title.
* What a chart would note under itself stands in the footer, which wraps.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from msgspec import structs
from msgspec.structs import replace

from timeline_app.drawing.pages.body import ChartBody
from timeline_app.drawing.paint import EventWords
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Chart, EventMark, LanesBy, TextMeasurer, TextRole
from timeline_app.layout.lanes import assign_lanes
from timeline_app.layout.options import CalendarView, ChartOptions, Density, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.layout.plain import plain_text
from timeline_app.layout.sizes import TITLE_GAP, TITLE_INSET
from timeline_app.layout.standing import Standing
from timeline_app.session.spans import CalendarSpan, ColumnSpan

LONG_TITLE: Final = 160
"""Characters."""
WIDEST_NAME: Final = 240.0
"""Pixels that the name of a lane may take; a longer one is written out in the footer."""
_HEADER_PART: Final = 0.35
_NOBODY: frozenset[int] = frozenset()


class CaseCharts(NamedTuple):
    """How the charts of one case are made for its pages."""

    standing: Standing
    options: ChartOptions
    measurer: TextMeasurer
    letter: str = ""

    @classmethod
    def of(
        cls,
        standing: Standing,
        lanes: LanesBy,
        hidden: frozenset[int],
        measurer: TextMeasurer,
        *,
        numbered: bool,
        letter: str = "",
    ) -> CaseCharts:
        """The charts for these choices. The `letter` stands before numbers and in names where
        there are two cases."""
        numbers = event_numbers(standing, hidden, numbered=numbered, letter=letter)
        options = ChartOptions(
            lanes_by=lanes,
            hidden=hidden,
            notes=False,
            least_header=_header(standing, lanes, measurer),
            whole_titles=True,
            numbers=numbers,
        )
        return cls(standing, options, measurer, letter)

    @property
    def denser(self) -> CaseCharts:
        """The same with less room between rows and lanes."""
        return self._replace(options=replace(self.options, density=Density.COMPACT))

    def over_columns(
        self, span: ColumnSpan, elsewhere: Collection[int] = _NOBODY, *, arrows: bool = True
    ) -> ChartBody:
        """The order chart of some columns, without the events that are elsewhere."""
        options = self.options_for(elsewhere, arrows=arrows)

        def lay_out(width: float, height: float) -> Chart:
            view = OrderView(span.first, span.last, width, height)
            fitted = self._fitted(options, width)
            return self.named(lay_out_order(self.standing, view, fitted, self.measurer))

        return ChartBody(lay_out, self.describe)

    def over_time(self, span: CalendarSpan, elsewhere: Collection[int] = _NOBODY) -> ChartBody:
        """The calendar chart of a stretch of time, without the events that are elsewhere."""
        options = self.options_for(elsewhere)

        def lay_out(width: float, height: float) -> Chart:
            view = CalendarView(span.start, span.end, width, height)
            fitted = self._fitted(options, width)
            return self.named(lay_out_calendar(self.standing, view, fitted, self.measurer))

        return ChartBody(lay_out, self.describe)

    def describe(self, mark: EventMark) -> EventWords:
        """The words of an event, for surfaces that keep words."""
        event = self.standing.chronology.case.events[mark.event]
        when = self.standing.chronology.when_in_words(mark.event)
        return EventWords(
            f"event-{self.letter}{mark.event}",
            plain_text(event.title),
            f"{mark.kind.value}, {when}",
        )

    def cut_names(self, width: float) -> tuple[str, ...]:
        """The names of lanes that have no room beside a chart of this width."""
        room = min(WIDEST_NAME, width * _HEADER_PART - TITLE_INSET - TITLE_GAP)
        names = assign_lanes(
            self.standing.chronology.case, self.options.lanes_by, self.options.hidden
        ).names
        return tuple(
            plain_text(name.title)
            for name in names
            if self.measurer.width(plain_text(name.title), TextRole.LANE) > room
        )

    def options_for(self, elsewhere: Collection[int], *, arrows: bool = True) -> ChartOptions:
        """The options of a chart without the events that are elsewhere."""
        return replace(self.options, elsewhere=frozenset(elsewhere), arrows=arrows)

    def _fitted(self, options: ChartOptions, width: float) -> ChartOptions:
        return replace(options, least_header=min(options.least_header, width * _HEADER_PART))

    def named(self, chart: Chart) -> Chart:
        """The chart, of whose lanes none is called empty for events that are on other pages."""
        told = _told_lanes(self.standing, self.options)
        lanes = (
            structs.replace(
                lane, told=lane.told or told[place], hidden=0 if told[place] else lane.hidden
            )
            for place, lane in enumerate(chart.lanes)
        )
        return structs.replace(chart, lanes=tuple(lanes))


def event_numbers(
    standing: Standing, hidden: frozenset[int], *, numbered: bool, letter: str = ""
) -> tuple[str, ...]:
    """For each event what stands on the picture for its title, or nothing where the title does;
    no value at all where every title does. Those that need one are numbered in stepping order."""
    chronology = standing.chronology
    events = chronology.case.events
    needing = [
        event
        for event in chronology.order
        if event not in hidden and (numbered or len(events[event].title) > LONG_TITLE)
    ]
    if not needing:
        return ()
    numbers = [""] * len(events)
    for place, event in enumerate(needing, start=1):
        numbers[event] = f"{letter}{place:,}"
    return tuple(numbers)


def _header(standing: Standing, lanes: LanesBy, measurer: TextMeasurer) -> float:
    names: Sequence[str] = [
        name.title for name in assign_lanes(standing.chronology.case, lanes, _NOBODY).names
    ]
    widest = max((measurer.width(plain_text(name), TextRole.LANE) for name in names), default=0.0)
    return TITLE_INSET + min(widest + 1.0, WIDEST_NAME) + TITLE_GAP


def _told_lanes(standing: Standing, options: ChartOptions) -> tuple[bool, ...]:
    """Which lanes hold an event that is shown on some page."""
    names = assign_lanes(standing.chronology.case, options.lanes_by, options.hidden).names
    return tuple(name.shown > 0 for name in names)
