"""Moving about in a case's view: each function takes a view and gives the one that follows."""

from __future__ import annotations

from msgspec.structs import replace

from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.extent import column_extent
from timeline_app.layout.standing import own_standing
from timeline_app.session import spans
from timeline_app.session.case_view import (
    Axis,
    CaseView,
    whole_calendar,
    whole_order,
)
from timeline_app.session.change import Change

CROWDED = 1_000
CROWDED_EIGHTHS = 12
"""Of so many events not all are shown one by one: first those that are shorter than the view by so
much that the chosen one, seen with one and a half times its length on either side, is among them.
"""


def zoomed(view: CaseView, chronology: Chronology, factor: float, anchor: float) -> CaseView:
    """See `factor` times as much, with what lies at `anchor` (0 left, 1 right) kept there."""
    if view.axis is Axis.ORDER:
        columns = column_extent(own_standing(chronology))
        return replace(view, columns=spans.zoom_columns(view.columns, factor, anchor, columns))
    if view.calendar is None:
        return view
    extent = whole_calendar(chronology)
    return replace(view, calendar=spans.zoom_calendar(view.calendar, factor, anchor, extent))


def panned(view: CaseView, chronology: Chronology, fraction: float) -> CaseView:
    """Move the visible stretch by a fraction of its length; positive goes to later."""
    if view.axis is Axis.ORDER:
        columns = column_extent(own_standing(chronology))
        return replace(view, columns=spans.pan_columns(view.columns, fraction, columns))
    if view.calendar is None:
        return view
    extent = whole_calendar(chronology)
    return replace(view, calendar=spans.pan_calendar(view.calendar, fraction, extent))


def seeing_seconds(view: CaseView, chronology: Chronology, start: int, end: int) -> CaseView:
    """See these seconds."""
    return replace(view, calendar=spans.calendar_within(start, end, whole_calendar(chronology)))


def seeing_columns(view: CaseView, chronology: Chronology, first: float, last: float) -> CaseView:
    """See these columns."""
    return replace(
        view, columns=spans.columns_within(first, last, column_extent(own_standing(chronology)))
    )


def fitted(view: CaseView, chronology: Chronology) -> CaseView:
    """See the whole case."""
    return replace(view, columns=whole_order(chronology), calendar=whole_calendar(chronology))


def fitted_to_selection(view: CaseView, chronology: Chronology) -> CaseView:
    """See the chosen event, or both chosen events, as large as is sensible."""
    chosen = [event for event in (view.selected, view.other) if event is not None]
    if not chosen:
        return view
    if view.axis is Axis.ORDER:
        layers = [chronology.layers[event] for event in chosen]
        return seeing_columns(view, chronology, min(layers) - 0.5, max(layers) + 1.5)
    known = [second for event in chosen for second in _known_seconds(chronology, event)]
    if not known:
        return view
    eighths = CROWDED_EIGHTHS if len(chronology.order) > CROWDED else 1
    whole = whole_calendar(chronology)
    span = spans.around(min(known), max(known), whole, eighths=eighths)
    return replace(view, calendar=span)


def revealing(view: CaseView, chronology: Chronology, event: int | None) -> CaseView:
    """Bring an event into the visible stretch of both axes, moving no more than is needed."""
    if event is None:
        return view
    columns = spans.show_column(
        view.columns, chronology.layers[event], column_extent(own_standing(chronology))
    )
    view = replace(view, columns=columns)
    known = _known_seconds(chronology, event)
    span = view.calendar
    if span is None or not known or (min(known) <= span.end and max(known) >= span.start):
        return view
    middle = min(known) if min(known) > span.end else max(known)
    start = middle - span.length // 2
    return seeing_seconds(view, chronology, start, start + span.length)


def changes(old: CaseView, new: CaseView) -> Change:
    """What is no longer as it was between two views."""
    change = Change.NONE
    if (old.selected, old.other) != (new.selected, new.other):
        change |= Change.SELECTION
    if old.axis is not new.axis:
        change |= Change.AXIS
    if (old.calendar, old.columns) != (new.calendar, new.columns):
        change |= Change.SPAN
    if old.filter != new.filter:
        change |= Change.FILTER
    if old.source != new.source:
        change |= Change.SOURCE
    return change


def _known_seconds(chronology: Chronology, event: int) -> list[int]:
    bounds = chronology.bounds(event)
    seconds = (
        bounds.start.earliest,
        bounds.start.latest,
        bounds.end.earliest,
        bounds.end.latest,
    )
    return [second for second in seconds if second is not None]
