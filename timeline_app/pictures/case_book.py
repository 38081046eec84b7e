"""A case as pages are made of it: its words, its chart along one axis, its list of events."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import ceil, floor

from timeline_app.drawing.pages.body import PageBody
from timeline_app.drawing.pages.event_list import ListEntry
from timeline_app.drawing.pages.frame import PageWords
from timeline_app.layout.chart import LanesBy, TextMeasurer
from timeline_app.layout.notes import calendar_notes, order_notes
from timeline_app.layout.plain import plain_line
from timeline_app.layout.standing import own_standing
from timeline_app.pictures.book import Fits, Part
from timeline_app.pictures.calendar_parts import CalendarParts
from timeline_app.pictures.case_charts import CaseCharts
from timeline_app.pictures.case_words import case_page_words, list_entries
from timeline_app.pictures.choices import Labels, PictureChoices, Stretch
from timeline_app.pictures.order_parts import OrderParts
from timeline_app.pictures.span_words import columns_in_words, span_in_words
from timeline_app.pictures.subjects import CaseSubject
from timeline_app.session.case_view import Axis, default_axis, whole_calendar, whole_order
from timeline_app.session.spans import CalendarSpan, ColumnSpan

NO_CALENDAR = CalendarSpan(0, 1)
"""For a case of which nothing is tied to the calendar."""


class CaseBook:
    """A `Book` of one case."""

    def __init__(
        self, subject: CaseSubject, choices: PictureChoices, measurer: TextMeasurer
    ) -> None:
        """Nothing is laid out yet."""
        self._subject = subject
        self._one = subject.case
        self._choices = choices
        self._standing = own_standing(self._one.chronology)
        self._axis = choices.axis or default_axis(self._one.chronology)
        self._charts = CaseCharts.of(
            self._standing,
            choices.lanes,
            self._one.hidden,
            measurer,
            numbered=choices.labels is Labels.NUMBERS,
        )

    @property
    def title(self) -> str:
        """The title of the case."""
        return plain_line(self._one.chronology.case.title)

    @cached_property
    def words(self) -> PageWords:
        """Title, summary, and a footer that says what is shown and what is not."""
        return case_page_words(self._subject, self._choices, self._events, self._remarks())

    @cached_property
    def entries(self) -> Sequence[ListEntry]:
        """The events that are shown, in stepping order."""
        return list_entries(
            self._one.chronology,
            self._events,
            self._charts.options.numbers,
            notes=self._choices.notes,
        )

    @property
    def list_needed(self) -> bool:
        """Whether any event is a number on the picture."""
        return bool(self._charts.options.numbers)

    def whole(self, *, dense: bool) -> PageBody:
        """The chart of the case, or of the visible stretch."""
        charts = self._charts.denser if dense else self._charts
        if self._axis is Axis.CALENDAR:
            return charts.over_time(self._calendar)
        return charts.over_columns(self._columns)

    def parts(self, width: float, fits: Fits) -> Sequence[Part] | None:
        """The same over several pages."""
        if self._axis is Axis.CALENDAR:
            return CalendarParts(self._charts.denser, self._calendar, self._events).parts(fits)
        span = self._columns
        last = min(ceil(span.last), self._standing.column_count)
        return OrderParts(self._charts.denser, floor(span.first), last, self._events).parts(
            width, fits
        )

    @cached_property
    def _calendar(self) -> CalendarSpan:
        seen = self._subject.calendar if self._choices.stretch is Stretch.VISIBLE else None
        return seen or whole_calendar(self._one.chronology) or NO_CALENDAR

    @cached_property
    def _columns(self) -> ColumnSpan:
        """Whole columns: one that is seen in part is shown."""
        seen = self._subject.columns if self._choices.stretch is Stretch.VISIBLE else None
        whole = whole_order(self._one.chronology)
        if seen is None or (seen.first <= whole.first and seen.last >= whole.last):
            return whole
        last = min(ceil(seen.last), self._standing.column_count)
        first = max(min(floor(seen.first), last - 1), 0)
        return OrderParts(self._charts, first, last, ()).span(first, last)

    @cached_property
    def _events(self) -> tuple[int, ...]:
        """The events on the picture, in stepping order."""
        shown = (
            event
            for event in self._one.chronology.order
            if event not in self._one.hidden and self._is_within(event)
        )
        return tuple(shown)

    def _is_within(self, event: int) -> bool:
        if self._axis is Axis.CALENDAR:
            times, span = self._standing.times, self._calendar
            if whole_calendar(self._one.chronology) is None:
                return True
            return int(times.first[event]) < span.end and int(times.last[event]) >= span.start
        return self._columns.first <= self._standing.layers[event] < self._columns.last

    def _remarks(self) -> tuple[str, ...]:
        """What the chart can't show, and which stretch it shows."""
        hidden = 0  # the footer says so in its own words
        calendar, lanes = self._axis is Axis.CALENDAR, self._choices.lanes
        notes = (calendar_notes if calendar else order_notes)(self._standing, hidden, lanes)
        return (*self._stretch_words(), *notes, *self._lane_words())

    def _stretch_words(self) -> tuple[str, ...]:
        if self._choices.stretch is Stretch.WHOLE:
            return ()
        if self._axis is Axis.CALENDAR:
            if self._calendar == whole_calendar(self._one.chronology):
                return ()
            return (f"Only the stretch {span_in_words(self._calendar)} is shown",)
        if self._columns == whole_order(self._one.chronology):
            return ()
        total = self._standing.column_count
        first, last = int(self._columns.first), min(int(self._columns.last), total)
        verb = "is" if last - first == 1 else "are"
        return (f"Only {columns_in_words(first, last, total)} {verb} shown",)

    def _lane_words(self) -> tuple[str, ...]:
        """The names of lanes that are too long to stand beside the chart."""
        if self._choices.lanes is LanesBy.KIND:
            return ()
        names = self._charts.cut_names(self._choices.layout.inner_width)
        return (f"Lanes with long names, from the top: {'; '.join(names)}",) if names else ()
