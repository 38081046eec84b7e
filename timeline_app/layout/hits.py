"""What lies under a point of a chart, the topmost first, as the painter paints; and where an event
is."""

from __future__ import annotations

from timeline_app.layout.chart import Chart, Cluster, Rect
from timeline_app.layout.chart_events import finder, mark_at
from timeline_app.layout.counts import Counts


def event_at(chart: Chart, x: float, y: float) -> int | None:
    """The event whose area holds the point."""
    if not _in_plot(chart, x, y):
        return None
    found = mark_at(chart.events, x, y)
    return None if found is None else found.event


def cluster_at(chart: Chart, x: float, y: float) -> Cluster | None:
    """The count that holds the point."""
    if not _in_plot(chart, x, y):
        return None
    clusters = chart.clusters
    if isinstance(clusters, Counts):
        return clusters.at(x, y)
    return next((one for one in reversed(clusters) if one.rect.contains(x, y)), None)


def area_of(chart: Chart, event: int) -> Rect | None:
    """Where an event is to be seen: its own area, or the count that holds it."""
    mark = finder(chart.events)(event)
    if mark is not None:
        return mark.area
    clusters = chart.clusters
    if isinstance(clusters, Counts):
        held = clusters.holding(event)
    else:
        held = next((one for one in clusters if event in one.events), None)
    return None if held is None else held.rect


def _in_plot(chart: Chart, x: float, y: float) -> bool:
    return chart.header_width <= x < chart.width and 0 <= y < chart.height - chart.axis_height
