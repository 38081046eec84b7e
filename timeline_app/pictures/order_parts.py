"""The order chart over several pages: stretches of columns, as many columns as have room on each.

Rules:
* Columns stay whole where they can. One with more events than a page holds goes on over several
  pages, in stepping order.
* An event is on one page only. Arrows run to the edge of a page towards the columns before and
  behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from timeline_app.layout.extent import TAIL, WIDE_COLUMNS
from timeline_app.pictures.book import Fits, Part
from timeline_app.pictures.case_charts import CaseCharts
from timeline_app.pictures.portions import largest, portions
from timeline_app.pictures.span_words import columns_in_words
from timeline_app.session.spans import ColumnSpan

LEAST_COLUMN: Final = 72.0
"""No column with titles is narrower on one of several pages, in pixels."""
LEAST_NUMBERED: Final = 36.0
"""The same for columns with numbers."""
GUESS: Final = 6


class OrderParts(NamedTuple):
    """The columns from `first` up to `last` of a case, and the events in them that are shown, in
    stepping order."""

    charts: CaseCharts
    first: int
    last: int
    events: tuple[int, ...]

    def parts(self, width: float, fits: Fits) -> Sequence[Part] | None:
        """The pages; None where a single event has no room on one."""
        numbered = self.charts.options.numbers and all(
            self.charts.options.numbers[event] for event in self.events
        )
        most = max(1, int(width / (LEAST_NUMBERED if numbered else LEAST_COLUMN)))
        found: list[Part] = []
        column, guess = self.first, GUESS
        while column < self.last:
            ahead = min(self.last - column, most)
            count = largest(ahead, guess, partial(self._fit, fits, column, not found))
            if count:
                found.append(self._part(column, column + count))
                guess = count
            else:
                several = self._column_parts(column, fits, first=not found)
                if several is None:
                    return None
                found.extend(several)
            column += max(count, 1)
        return found

    def span(self, first: int, last: int) -> ColumnSpan:
        """Columns as they are laid out: behind the last of many there is a tail for its titles."""
        at_end = last >= self.charts.standing.column_count
        return ColumnSpan(first, last + (TAIL if at_end and last - first > WIDE_COLUMNS else 0.0))

    def _fit(self, fits: Fits, column: int, first: bool, count: int) -> bool:
        # Arrows change nothing of the heights, and take longest.
        span = self.span(column, column + count)
        return fits(self.charts.over_columns(span, arrows=False), first=first)

    def _part(self, first: int, last: int) -> Part:
        return Part(self.charts.over_columns(self.span(first, last)), self._heading(first, last))

    def _heading(self, first: int, last: int) -> str:
        words = columns_in_words(first, last, self.charts.standing.column_count)
        return words[0].upper() + words[1:]

    def _column_parts(self, column: int, fits: Fits, *, first: bool) -> list[Part] | None:
        """The pages of one column."""
        layers, span = self.charts.standing.layers, self.span(column, column + 1)
        events = [event for event in self.events if layers[event] == column]

        def fit(here: Sequence[int], foremost: bool) -> bool:
            elsewhere = set(events) - set(here)
            body = self.charts.over_columns(span, elsewhere, arrows=False)
            return fits(body, first=first and foremost)

        found = portions(events, fit)
        if found is None:
            return None
        heading = self._heading(column, column + 1)
        return [
            Part(
                self.charts.over_columns(span, set(events) - set(here)),
                f"{heading}, part {number} of {len(found)}",
            )
            for number, here in enumerate(found, start=1)
        ]
