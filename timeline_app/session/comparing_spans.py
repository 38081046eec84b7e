"""Zooming and panning in a comparison: each function takes a stretch and gives the next.

What a stretch is made of (seconds or columns) follows from how the cases are aligned; both panels
share the scale, so a stretch of one is a stretch of the other.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.standing import Standing
from timeline_app.session import spans
from timeline_app.session.compared import Compared
from timeline_app.session.comparing import Stretch
from timeline_app.session.spans import CalendarSpan, ColumnSpan

NOTHING_DATED = CalendarSpan(0, 1)


def whole_of(compared: Compared) -> Stretch:
    """The stretch that shows all of both cases."""
    if compared.align is Align.ORDER:
        first, last = compared.whole or (0.0, 1.0)
        return ColumnSpan(float(first), float(last))
    if compared.whole is None:
        return NOTHING_DATED
    return CalendarSpan(round(compared.whole[0]), round(compared.whole[1]))


def ends(stretch: Stretch) -> tuple[float, float]:
    """First and last, in axis seconds or columns."""
    if isinstance(stretch, ColumnSpan):
        return stretch.first, stretch.last
    return float(stretch.start), float(stretch.end)


def zoomed(stretch: Stretch, compared: Compared, factor: float, anchor: float) -> Stretch:
    """See `factor` times as much, with what lies at `anchor` (0 left, 1 right) kept there."""
    whole = whole_of(compared)
    if isinstance(stretch, ColumnSpan):
        return spans.zoom_columns(stretch, factor, anchor, _columns(whole))
    return spans.zoom_calendar(stretch, factor, anchor, _extent(whole))


def panned(stretch: Stretch, compared: Compared, fraction: float) -> Stretch:
    """Move by a fraction of the stretch's length; positive goes to later."""
    whole = whole_of(compared)
    if isinstance(stretch, ColumnSpan):
        return spans.pan_columns(stretch, fraction, _columns(whole))
    return spans.pan_calendar(stretch, fraction, _extent(whole))


def seeing(stretch: Stretch, compared: Compared, first: float, last: float) -> Stretch:
    """See from here to there, in axis seconds or columns."""
    whole = whole_of(compared)
    if isinstance(stretch, ColumnSpan):
        return spans.columns_within(first, last, _columns(whole))
    return spans.calendar_within(round(first), round(last), _extent(whole))


def revealing(
    stretch: Stretch, compared: Compared, standing: Standing, event: int | None
) -> Stretch:
    """Bring an event into the stretch, moving no more than is needed."""
    if event is None:
        return stretch
    if isinstance(stretch, ColumnSpan):
        columns = _columns(whole_of(compared))
        return spans.show_column(stretch, standing.layers[event], columns)
    known = known_seconds(standing, event)
    if not known or (min(known) <= stretch.end and max(known) >= stretch.start):
        return stretch
    middle = min(known) if min(known) > stretch.end else max(known)
    start = middle - stretch.length // 2
    return seeing(stretch, compared, start, start + stretch.length)


def fitted_to(
    stretch: Stretch, compared: Compared, chosen: Iterable[tuple[Standing, int]]
) -> Stretch:
    """See these events, each of its case, as large as is sensible."""
    events = tuple(chosen)
    if not events:
        return stretch
    if isinstance(stretch, ColumnSpan):
        layers = [standing.layers[event] for standing, event in events]
        return seeing(stretch, compared, min(layers) - 0.5, max(layers) + 1.5)
    known = [second for standing, event in events for second in known_seconds(standing, event)]
    if not known:
        return stretch
    return spans.around(min(known), max(known), _extent(whole_of(compared)))


def known_seconds(standing: Standing, event: int) -> list[int]:
    """The axis seconds between which an event lies, as far as they are known."""
    times = standing.times
    columns = (times.start_earliest, times.start_latest, times.end_earliest, times.end_latest)
    seconds = (int(column[event]) for column in columns)
    return [second for second in seconds if second not in (OPEN_PAST, OPEN_FUTURE)]


def _columns(whole: Stretch) -> float:
    return ends(whole)[1]


def _extent(whole: Stretch) -> CalendarSpan | None:
    return whole if isinstance(whole, CalendarSpan) else None
