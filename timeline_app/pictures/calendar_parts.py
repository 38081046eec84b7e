"""The calendar chart over several pages: stretches of time, as long as their rows have room.

Rules:
* Events that are open at an end, or longer than a part of the whole (`LONG_PART`), would be on
  every page. They have pages of their own over the whole time, in stepping order.
* The others are on every page whose stretch they touch. A stretch ends where an event begins.
* Where more begins or lasts at one time than a page holds, a stretch goes on over several pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.drawing.pages.body import PageBody
from timeline_app.layout.scale import LEAST_SPAN
from timeline_app.pictures.book import Fits, Part
from timeline_app.pictures.case_charts import CaseCharts
from timeline_app.pictures.portions import largest, portions
from timeline_app.pictures.span_words import span_in_words
from timeline_app.session.spans import CalendarSpan

LONG_PART: Final = 3
"""What lasts longer than the whole divided by this is long."""
OPEN_OR_LONG: Final = "Events that are open at an end, or long"
WITHOUT_LONG: Final = "events that are open at an end, or long, have pages of their own"
_GUESS: Final = 24
_AIR_PART: Final = 40  # of a stretch, before the first event and behind the last


class CalendarParts:
    """The pages of a stretch of time of a case."""

    def __init__(self, charts: CaseCharts, span: CalendarSpan, events: Sequence[int]) -> None:
        """`events` are those that touch the stretch and are shown, in stepping order."""
        self._charts = charts
        self._span = span
        self._all = frozenset(charts.standing.chronology.order)
        self._long = [event for event in events if self._is_long(event)]
        self._short = sorted(set(events) - set(self._long), key=self._first)
        self._cuts = sorted({self._first(event) for event in self._short})

    def parts(self, fits: Fits) -> Sequence[Part] | None:
        """The pages; None where a single event has no room on one."""
        found: list[Part] = []
        at, guess = 0, _GUESS
        while at < len(self._cuts):
            count = self._room_for(at, guess, fits, first=not found)
            if count:
                span, guess = self._between(at, at + count), count
                found.append(Part(self._over(span, self._short), self._heading(span)))
            else:
                count = self._crowded(at)
                several = self._crowd(self._between(at, at + count), fits, first=not found)
                if several is None:
                    return None
                found += several
            at += count
        heading = OPEN_OR_LONG if found else span_in_words(self._span)
        behind = self._portioned(self._long, self._span, heading, fits, first=not found)
        return None if behind is None else [*found, *behind]

    def _first(self, event: int) -> int:
        return max(int(self._charts.standing.times.first[event]), self._span.start)

    def _last(self, event: int) -> int:
        return min(int(self._charts.standing.times.last[event]), self._span.end - 1)

    def _is_long(self, event: int) -> bool:
        times = self._charts.standing.times
        first, last = int(times.first[event]), int(times.last[event])
        is_open = first == OPEN_PAST or last == OPEN_FUTURE
        return is_open or (last - first) * LONG_PART > self._span.length

    def _over(self, span: CalendarSpan, here: Collection[int]) -> PageBody:
        """The chart of a stretch with these events, as far as they touch it."""
        return self._charts.over_time(span, self._all - frozenset(here))

    def _room_for(self, at: int, guess: int, fits: Fits, *, first: bool) -> int:
        """Over how many cuts, from one on, a page reaches."""

        def fit(count: int) -> bool:
            return fits(self._over(self._between(at, at + count), self._short), first=first)

        return largest(len(self._cuts) - at, guess, fit)

    def _crowded(self, at: int) -> int:
        """Over how many cuts a stretch reaches that takes several pages anyway: as far as it
        touches no more than twice the events that its beginning does."""
        most = 2 * len(self._touching(self._between(at, at + 1)))

        def fit(count: int) -> bool:
            return len(self._touching(self._between(at, at + count))) <= most

        return largest(len(self._cuts) - at, 1, fit)

    def _crowd(self, span: CalendarSpan, fits: Fits, *, first: bool) -> list[Part] | None:
        here = self._touching(span)
        return self._portioned(here, span, self._heading(span), fits, first=first)

    def _heading(self, span: CalendarSpan) -> str:
        """A stretch, and what is not to be looked for in it."""
        words = span_in_words(span)
        return f"{words}; {WITHOUT_LONG}" if self._long else words

    def _between(self, begin: int, end: int) -> CalendarSpan:
        """The stretch from one cut to another, with a little air at the very ends."""
        start = self._cuts[begin]
        if end < len(self._cuts):
            stop = self._cuts[end]
        else:
            stop = max(max(map(self._last, self._short)) + 1, start + LEAST_SPAN)
        air = max((stop - start) // _AIR_PART, LEAST_SPAN)
        return CalendarSpan(
            start - air if begin == 0 else start, stop + air if end >= len(self._cuts) else stop
        )

    def _touching(self, span: CalendarSpan) -> list[int]:
        """The short events that touch a stretch, in stepping order."""
        until = bisect_left(self._short, span.end, key=self._first)
        position = self._charts.standing.chronology.position
        here = (event for event in self._short[:until] if self._last(event) >= span.start)
        return sorted(here, key=position.__getitem__)

    def _portioned(
        self, events: Sequence[int], span: CalendarSpan, heading: str, fits: Fits, *, first: bool
    ) -> list[Part] | None:
        """Some events over one stretch, on as many pages as they need."""

        def fit(here: Sequence[int], foremost: bool) -> bool:
            return fits(self._over(span, here), first=first and foremost)

        found = portions(events, fit)
        if found is None:
            return None
        return [
            Part(
                self._over(span, here),
                f"{heading}, part {number} of {len(found)}" if len(found) > 1 else heading,
            )
            for number, here in enumerate(found, start=1)
        ]
