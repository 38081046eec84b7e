"""The chart of the shown case for a size: the one place where a session meets the layout."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Chart, Emphasis, TextMeasurer
from timeline_app.layout.extent import column_extent
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.layout.overview import Overview, lay_out_overview
from timeline_app.session.case_view import Axis, CaseView, whole_calendar
from timeline_app.session.relating import RELATED_EVENTS
from timeline_app.session.session import Session

NO_SPAN = (0, 1)


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, and the stretch it shows in the units of its axis: seconds or columns."""

    chart: Chart
    first: float
    last: float


def lay_out(
    session: Session, width: float, height: float, measurer: TextMeasurer
) -> Picture | None:
    """The chart of the shown case on so many pixels, or None where there is nothing to lay out."""
    view, chronology = session.view, session.chronology
    if view is None or chronology is None or width < 1 or height < 1:
        return None
    options = ChartOptions(lanes_by=session.lanes_by, hidden=session.hidden_events)
    first, last = seen(view)
    if view.axis is Axis.ORDER:
        order = OrderView(first, last, width, height)
        return Picture(lay_out_order(chronology, order, options, measurer), first, last)
    calendar = CalendarView(round(first), round(last), width, height)
    return Picture(lay_out_calendar(chronology, calendar, options, measurer), first, last)


def seen(view: CaseView) -> tuple[float, float]:
    """The visible stretch, in seconds or columns."""
    if view.axis is Axis.ORDER:
        return view.columns.first, view.columns.last
    if view.calendar is None:
        return NO_SPAN
    return float(view.calendar.start), float(view.calendar.end)


def whole(view: CaseView, chronology: Chronology) -> tuple[float, float]:
    """The whole stretch of the case, in seconds or columns, widened to what is seen where that
    reaches beyond."""
    first, last = seen(view)
    if view.axis is Axis.ORDER:
        return 0.0, column_extent(chronology)
    extent = whole_calendar(chronology)
    if extent is None:
        return first, last
    return min(first, float(extent.start)), max(last, float(extent.end))


def emphasis_of(session: Session) -> Emphasis:
    """What the selection adds to the chart. In very large cases only the selection itself."""
    chronology, selected = session.chronology, session.selected
    if chronology is None or selected is None or len(chronology.order) > RELATED_EVENTS:
        return Emphasis(selected=selected, other=session.other, hovered=session.hovered)
    relations = chronology.relations(selected)
    return Emphasis(
        selected=selected,
        other=session.other,
        hovered=session.hovered,
        before=relations.before,
        after=relations.after,
        not_established=relations.not_established,
    )


def overview_of(session: Session, width: float, height: float) -> Overview | None:
    """The strip of the whole case on so many pixels."""
    view, chronology = session.view, session.chronology
    if view is None or chronology is None or width < 1:
        return None
    first, last = whole(view, chronology)
    options = ChartOptions(lanes_by=session.lanes_by, hidden=session.hidden_events)
    if view.axis is Axis.ORDER:
        order = OrderView(first, last, width, height)
        return lay_out_overview(chronology, order, options)
    calendar = CalendarView(round(first), round(last), width, height)
    return lay_out_overview(chronology, calendar, options)
