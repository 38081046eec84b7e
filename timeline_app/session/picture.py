"""The chart of a scene for a size: the one place where a session meets the layout.

A scene is what is to be seen of one case, whoever shows it: the single view, or one side of a
comparison.
"""

from __future__ import annotations

from msgspec import Struct

from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import Chart, Emphasis, TextMeasurer
from timeline_app.layout.extent import column_extent
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.layout.overview import Overview, lay_out_overview
from timeline_app.layout.standing import Standing, own_standing
from timeline_app.session.case_view import Axis, CaseView, whole_calendar
from timeline_app.session.relating import RELATED_EVENTS

NO_SPAN = (0, 1)


class Picture(Struct, frozen=True, gc=False):
    """A chart, and the stretch it shows in the units of its axis: seconds or columns."""

    chart: Chart
    first: float
    last: float


class Scene(Struct, frozen=True, gc=False):
    """What is to be laid out: a case at its place along an axis, the stretch that is seen and the
    whole one in the units of that axis, and the reviewer's choices."""

    standing: Standing
    axis: Axis
    seen: tuple[float, float]
    whole: tuple[float, float]
    options: ChartOptions


def case_scene(view: CaseView, chronology: Chronology, options: ChartOptions) -> Scene:
    """The scene of one case by itself."""
    return Scene(own_standing(chronology), view.axis, seen(view), whole(view, chronology), options)


def lay_out(scene: Scene, width: float, height: float, measurer: TextMeasurer) -> Picture | None:
    """The chart of a scene on so many pixels, or None where there are none."""
    if width < 1 or height < 1:
        return None
    view = view_of(scene, width, height)
    if isinstance(view, OrderView):
        chart = lay_out_order(scene.standing, view, scene.options, measurer)
    else:
        # Here, not above: a case is first seen on the order axis.
        from timeline_app.layout.calendar_chart import lay_out_calendar  # noqa: PLC0415

        chart = lay_out_calendar(scene.standing, view, scene.options, measurer)
    return Picture(chart, *scene.seen)


def view_of(scene: Scene, width: float, height: float) -> OrderView | CalendarView:
    """What the layout is asked for."""
    first, last = scene.seen
    if scene.axis is Axis.ORDER:
        return OrderView(first, last, width, height)
    return CalendarView(round(first), round(last), width, height)


def overview_of(scene: Scene, width: float, height: float) -> Overview | None:
    """The strip of the whole case on so many pixels."""
    if width < 1:
        return None
    first, last = scene.whole
    if scene.axis is Axis.ORDER:
        order = OrderView(first, last, width, height)
        return lay_out_overview(scene.standing, order, scene.options)
    calendar = CalendarView(round(first), round(last), width, height)
    return lay_out_overview(scene.standing, calendar, scene.options)


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
        return 0.0, column_extent(own_standing(chronology))
    extent = whole_calendar(chronology)
    if extent is None:
        return first, last
    return min(first, float(extent.start)), max(last, float(extent.end))


def emphasis_of(
    chronology: Chronology | None, view: CaseView | None, hovered: int | None
) -> Emphasis:
    """What the selection adds to the chart. In very large cases only the selection itself."""
    if chronology is None or view is None:
        return Emphasis()
    if view.selected is None or len(chronology.order) > RELATED_EVENTS:
        return Emphasis(selected=view.selected, other=view.other, hovered=hovered)
    relations = chronology.relations(view.selected)
    return Emphasis(
        selected=view.selected,
        other=view.other,
        hovered=hovered,
        before=relations.before,
        after=relations.after,
        not_established=relations.not_established,
    )
