"""What lies under a point of a chart: the topmost first, as the painter paints."""

from __future__ import annotations

import numpy as np

from timeline_app.layout.chart import Arrow, Chart, Cluster
from timeline_app.layout.chart_events import mark_at
from timeline_app.layout.counts import Counts
from timeline_app.layout.order_paths import sampled

ARROW_REACH = 5.0
"""A point so near to an arrow, in pixels, is on it."""


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


def arrow_at(chart: Chart, x: float, y: float) -> Arrow | None:
    """The arrow nearest to the point, where one is near."""
    nearest, reach = None, ARROW_REACH
    if not _in_plot(chart, x, y):
        return None
    for arrow in chart.arrows:
        distance = distance_to(arrow, x, y)
        if distance <= reach:
            nearest, reach = arrow, distance
    return nearest


def distance_to(arrow: Arrow, x: float, y: float) -> float:
    """How far a point is from the line of an arrow, in pixels."""
    line = np.vstack((arrow.points[0], sampled(arrow.points), arrow.points[-1]))
    begins, along = line[:-1], np.diff(line, axis=0)
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    offset = np.array((x, y)) - begins
    share = np.clip((offset * along).sum(axis=1) / length, 0.0, 1.0)
    return float(np.sqrt(((offset - share[:, None] * along) ** 2).sum(axis=1)).min())


def _in_plot(chart: Chart, x: float, y: float) -> bool:
    return chart.header_width <= x < chart.width and 0 <= y < chart.height - chart.axis_height
