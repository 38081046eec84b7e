"""Publications on the calendar: a line each, and labels in a band above the lanes.

A line stands where the last second of the publication ends, which is what the case's events are
held against. Publications whose labels would meet share one: it names the day where they have
the same, else how many there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from timeline_app.layout.chart import Marker, TextLine, TextMeasurer, TextRole
from timeline_app.layout.labels import elided
from timeline_app.layout.publications import Publication
from timeline_app.layout.scale import TimeScale

INSET = 5.0
GAP = 10.0
_SAME_LINE = 2.0  # lines closer than this are drawn once


class _Cluster(Struct, frozen=True, gc=False):
    """Publications under one label, at the x of each."""

    xs: tuple[float, ...]
    publications: tuple[Publication, ...]

    def joined(self, other: _Cluster) -> _Cluster:
        return _Cluster(self.xs + other.xs, self.publications + other.publications)

    @property
    def text(self) -> str:
        """What its label says."""
        texts = list(dict.fromkeys(one.text for one in self.publications))
        if len(texts) == 1:
            return f"reported {texts[0]}"
        return f"{len(self.publications)} reports, {texts[0]} to {texts[-1]}"


def place_markers(
    publications: Sequence[Publication], scale: TimeScale, measurer: TextMeasurer, baseline: float
) -> tuple[Marker, ...]:
    """The lines and labels of the publications in view, labels at this baseline."""
    clusters: list[_Cluster] = []
    for one in publications:
        x = scale.x(one.latest + 1)
        if not scale.left <= x <= scale.right:
            continue
        clusters.append(_Cluster((x,), (one,)))
        while len(clusters) > 1 and _meet(clusters[-2], clusters[-1], scale, measurer):
            last = clusters.pop()
            clusters[-1] = clusters[-1].joined(last)
    return tuple(
        marker for cluster in clusters for marker in _markers(cluster, scale, measurer, baseline)
    )


def _meet(first: _Cluster, second: _Cluster, scale: TimeScale, measurer: TextMeasurer) -> bool:
    end = _left(first, scale, measurer)[0] + measurer.width(first.text, TextRole.NOTE)
    begin = _left(second, scale, measurer)[0]
    return end + GAP > min(begin, second.xs[0])


def _left(cluster: _Cluster, scale: TimeScale, measurer: TextMeasurer) -> tuple[float, float]:
    """Where a label begins, and its room: right of its lines, or left of them where there is more
    room."""
    after, before = cluster.xs[-1] + INSET, cluster.xs[0] - INSET
    width = measurer.width(cluster.text, TextRole.NOTE)
    room_after, room_before = scale.right - after, before - scale.left
    if width <= room_after or room_after >= room_before:
        return after, room_after
    return before - min(width, room_before), room_before


def _markers(
    cluster: _Cluster, scale: TimeScale, measurer: TextMeasurer, baseline: float
) -> list[Marker]:
    left, room = _left(cluster, scale, measurer)
    text = elided(cluster.text, room, TextRole.NOTE, measurer)
    lines: list[float] = []
    for x in cluster.xs:
        if not lines or x - lines[-1] >= _SAME_LINE:
            lines.append(x)
    label = TextLine(left, baseline, text, TextRole.NOTE)
    empty = TextLine(left, baseline, "", TextRole.NOTE)
    return [Marker(x, label if x == lines[-1] else empty) for x in lines]
