"""Two compared cases as pages are made of them: both charts with their pairs, and both lists.

Rules:
* Both cases stand on every page, on one scale, and pairs are joined.
* Along the columns of order a page has as many columns as have room. Along a calendar, and where
  one column is too much for a page, a page has as many events as have room, in the order of the
  shared columns, so that pairs stay on one page as far as they can.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, partial

from timeline_app.drawing.pages.body import PageBody
from timeline_app.drawing.pages.compared_body import ComparedBody
from timeline_app.drawing.pages.event_list import ListEntry
from timeline_app.drawing.pages.frame import PageWords
from timeline_app.layout.chart import TextMeasurer
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import compared_extent
from timeline_app.layout.comparison.compared_charts import (
    NO_EXTENT,
    ComparedCharts,
    ComparedPage,
    lay_out_compared,
)
from timeline_app.layout.extent import TAIL, WIDE_COLUMNS
from timeline_app.layout.plain import plain_line
from timeline_app.pictures.book import Fits, Part
from timeline_app.pictures.case_charts import CaseCharts
from timeline_app.pictures.case_words import list_entries
from timeline_app.pictures.choices import Labels, PictureChoices, Stretch
from timeline_app.pictures.compared_words import compared_page_words
from timeline_app.pictures.order_parts import GUESS, LEAST_COLUMN
from timeline_app.pictures.portions import largest, portions
from timeline_app.pictures.span_words import columns_in_words
from timeline_app.pictures.subjects import ComparedSubject

NOTHING: frozenset[int] = frozenset()
Elsewhere = tuple[Collection[int], Collection[int]]
Item = tuple[int, int]
"""Which case, 0 or 1, and which event of it."""


class ComparedBook:
    """A `Book` of two cases."""

    def __init__(
        self, subject: ComparedSubject, choices: PictureChoices, measurer: TextMeasurer
    ) -> None:
        """Nothing is laid out yet."""
        self._subject = subject
        self._choices = choices
        self._measurer = measurer
        self._standings = subject.compared.standings
        self._cases = (subject.a, subject.b)
        self._charts = tuple(
            CaseCharts.of(
                standing,
                choices.lanes,
                one.hidden,
                measurer,
                numbered=choices.labels is Labels.NUMBERS,
                letter=letter,
            )
            for standing, one, letter in zip(self._standings, self._cases, "AB", strict=True)
        )

    @property
    def title(self) -> str:
        """The titles of both cases."""
        return " and ".join(plain_line(one.chronology.case.title) for one in self._cases)

    @cached_property
    def words(self) -> PageWords:
        """Both titles, and a footer that says of both what is shown and what is not."""
        return compared_page_words(self._subject, self._choices, self._shown, partial=self._partial)

    @cached_property
    def entries(self) -> Sequence[ListEntry]:
        """The events of the first case, then those of the second, each in stepping order."""
        return [
            entry
            for place, one in enumerate(self._cases)
            for entry in list_entries(
                one.chronology,
                self._shown[place],
                self._charts[place].options.numbers,
                notes=self._choices.notes,
                letter="AB"[place],
            )
        ]

    @property
    def list_needed(self) -> bool:
        """Whether any event is a number on the picture."""
        return any(charts.options.numbers for charts in self._charts)

    def whole(self, *, dense: bool) -> PageBody:
        """Both charts over all that is to be shown."""
        return self._body(self._stretch, (NOTHING, NOTHING), dense=dense)

    def parts(self, width: float, fits: Fits) -> Sequence[Part] | None:
        """The same over several pages."""
        if self._align is not Align.ORDER:
            return self._portioned(self._items(), self._stretch, "Events", fits, first=True)
        found: list[Part] = []
        first, last = int(self._stretch[0]), self._last_column
        column, guess = first, GUESS
        while column < last:
            ahead = min(last - column, max(1, int(width / LEAST_COLUMN)))
            count = largest(ahead, guess, partial(self._fit, fits, column, not found))
            heading = self._heading(column, column + max(count, 1))
            if count:
                stretch, guess = self._columns(column, column + count), count
                found.append(Part(self._body(stretch, (NOTHING, NOTHING)), heading))
            else:
                stretch = self._columns(column, column + 1)
                items = [item for item in self._items() if self._layer(item) == column]
                several = self._portioned(items, stretch, heading, fits, first=not found)
                if several is None:
                    return None
                found += several
            column += max(count, 1)
        return found

    # -- charts

    @property
    def _align(self) -> Align:
        return self._subject.compared.align

    def _body(
        self,
        stretch: tuple[float, float],
        elsewhere: Elsewhere,
        *,
        dense: bool = True,
        arrows: bool = True,
    ) -> ComparedBody:
        charts = [one.denser if dense else one for one in self._charts]
        options = [
            one.options_for(events, arrows=arrows)
            for one, events in zip(charts, elsewhere, strict=True)
        ]

        def lay_out(width: float, height: float) -> ComparedCharts:
            page = ComparedPage(
                self._align, width, height, (options[0], options[1]), stretch=stretch
            )
            made = lay_out_compared(
                self._subject.compared.comparison, self._standings, page, self._measurer
            )
            named_a, named_b = charts[0].named(made.chart_a), charts[1].named(made.chart_b)
            return made._replace(chart_a=named_a, chart_b=named_b)

        return ComparedBody(lay_out, (charts[0].describe, charts[1].describe))

    def _fit(self, fits: Fits, column: int, first: bool, count: int) -> bool:
        stretch = self._columns(column, column + count)
        return fits(self._body(stretch, (NOTHING, NOTHING), arrows=False), first=first)

    def _portioned(
        self,
        items: Sequence[Item],
        stretch: tuple[float, float],
        heading: str,
        fits: Fits,
        *,
        first: bool,
    ) -> list[Part] | None:
        """Some events over one stretch, on as many pages as they need."""

        def body(here: Sequence[Item], *, arrows: bool) -> ComparedBody:
            a, b = (frozenset(self._all(place)) - _of(here, place) for place in (0, 1))
            return self._body(stretch, (a, b), arrows=arrows)

        def fit(here: Sequence[Item], foremost: bool) -> bool:
            return fits(body(here, arrows=False), first=first and foremost)

        found = portions(items, fit)
        if found is None:
            return None
        return [
            Part(body(here, arrows=True), f"{heading}, part {number} of {len(found)}")
            for number, here in enumerate(found, start=1)
        ]

    # -- what is shown

    @cached_property
    def _whole_stretch(self) -> tuple[float, float]:
        return compared_extent(self._standings, self._align) or NO_EXTENT

    @cached_property
    def _stretch(self) -> tuple[float, float]:
        """What both charts show: all, or what is in view, in whole columns."""
        seen, whole = self._subject.stretch, self._whole_stretch
        if self._choices.stretch is Stretch.WHOLE or seen is None:
            return whole
        if self._align is not Align.ORDER or (seen[0] <= whole[0] and seen[1] >= whole[1]):
            return seen
        first = max(min(int(seen[0]), self._column_count - 1), 0)
        return self._columns(first, min(max(int(-(-seen[1] // 1)), first + 1), self._column_count))

    @property
    def _partial(self) -> bool:
        return self._stretch != self._whole_stretch

    @property
    def _column_count(self) -> int:
        return max(standing.column_count for standing in self._standings)

    @property
    def _last_column(self) -> int:
        return min(int(-(-self._stretch[1] // 1)), self._column_count)

    def _columns(self, first: int, last: int) -> tuple[float, float]:
        """Some columns as a stretch, with the tail behind the last of many."""
        tail = TAIL if last >= self._column_count and last - first > WIDE_COLUMNS else 0.0
        return float(first), last + tail

    def _heading(self, first: int, last: int) -> str:
        words = columns_in_words(first, last, self._column_count)
        return words[0].upper() + words[1:]

    def _all(self, place: int) -> tuple[int, ...]:
        return self._cases[place].chronology.order

    def _layer(self, item: Item) -> int:
        return self._standings[item[0]].layers[item[1]]

    @cached_property
    def _shown(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The events of both cases that are on the picture, in stepping order."""
        a, b = (self._shown_of(place) for place in (0, 1))
        return a, b

    def _shown_of(self, place: int) -> tuple[int, ...]:
        within = self._within(place)
        hidden = self._cases[place].hidden
        return tuple(one for one in self._all(place) if one not in hidden and within(one))

    def _within(self, place: int) -> Callable[[int], bool]:
        standing, (first, last) = self._standings[place], self._stretch
        if standing.missing:
            return lambda _event: False
        if self._align is Align.ORDER:
            return lambda event: first <= standing.layers[event] < last
        times = standing.times
        return lambda event: int(times.first[event]) < last and int(times.last[event]) >= first

    def _items(self) -> list[Item]:
        """The shown events of both in the order of the shared columns."""
        items = [(place, event) for place in (0, 1) for event in self._shown[place]]
        return sorted(
            items,
            key=lambda item: (
                self._layer(item),
                self._cases[item[0]].chronology.position[item[1]],
                item[0],
            ),
        )


def _of(items: Sequence[Item], place: int) -> frozenset[int]:
    return frozenset(event for case, event in items if case == place)
