"""What lies under a point of a chart: the topmost first, as the painter paints."""

from __future__ import annotations

from timeline_app.layout.chart import Chart, Cluster
from timeline_app.layout.chart_events import mark_at
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


def _in_plot(chart: Chart, x: float, y: float) -> bool:
    return chart.header_width <= x < chart.width and 0 <= y < chart.height - chart.axis_height
