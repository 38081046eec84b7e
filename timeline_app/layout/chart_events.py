"""What is asked of the events of a chart: on the calendar they are columns (`EventRows`), elsewhere
a mark each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline_app.layout.chart import EventMark, Rect
from timeline_app.layout.event_rows import EventRows


def events_of(events: Sequence[EventMark]) -> list[int]:
    """Which events they are."""
    if isinstance(events, EventRows):
        return events.events
    return [mark.event for mark in events]


def areas_of(events: Sequence[EventMark]) -> list[Rect]:
    """The area of each of them, in the order of `events_of`."""
    if isinstance(events, EventRows):
        return events.areas
    return [mark.area for mark in events]


def finder(events: Sequence[EventMark]) -> Callable[[int], EventMark | None]:
    """What finds the mark of an event, None for one that has none."""
    if isinstance(events, EventRows):
        return events.of
    return {mark.event: mark for mark in events}.get


def mark_at(events: Sequence[EventMark], x: float, y: float) -> EventMark | None:
    """The topmost mark whose area holds a point."""
    if isinstance(events, EventRows):
        return events.at(x, y)
    return next((mark for mark in reversed(events) if mark.area.contains(x, y)), None)


def between(events: Sequence[EventMark], top: float, bottom: float) -> Sequence[EventMark]:
    """The marks that reach between two heights."""
    if isinstance(events, EventRows):
        return events.between(top, bottom)
    return tuple(mark for mark in events if mark.area.y < bottom and mark.area.bottom > top)
