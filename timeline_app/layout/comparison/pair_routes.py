"""The ways of the lines between two panels, before anything hides a part of them.

Rules:
* A line leaves its event straight for the other panel, changes its place only between the two
  panels, and arrives straight at the other event. So on shared columns of panels that lie one above
  the other it is upright.
* It begins at the edge of all that belongs to its event, in line with the glyph. Where two lines
  would coincide they begin beside each other, `APART`, as far as their events are wide.
* An event that is counted has its line from the count. One that is out of view has it from the edge
  of its panel that faces the other: upright above where it would be, or at the corner nearest to
  that. Beside each other, such a line is level.
* All is worked out for panels one above the other; of two side by side x and y change places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline_app.case.comparing.pairing import Pair
from timeline_app.layout.chart import Rect
from timeline_app.layout.chart_events import areas_of, events_of, finder
from timeline_app.layout.comparison.obstacles import Segment
from timeline_app.layout.comparison.panels import Panel
from timeline_app.layout.members import Holders

APART = 5.0
"""Between two lines that would coincide."""
GAP = 4.0
"""From the words and bars of an event without a box to its line."""
CORNER = 2.0
"""Lines keep so far from the corners of what they leave."""
BELOW_TICKS = 6.0
"""Lines stay upright so far beneath the labels of an axis, so that they can be read off there."""
_OFFSETS = (0.0, APART, -APART, 2 * APART, -2 * APART, 3 * APART, -3 * APART)

Point = tuple[float, float]
Ends = tuple[Point | None, Point | None]


class Route(NamedTuple):
    """The way of a pair's line, and the points at which it touches its events."""

    pair: Pair
    segments: tuple[Segment, ...]
    ends: Ends


class _Dock(NamedTuple):
    """Where lines leave an event: at `edge`, in the direction of the other panel, between `low` and
    `high` across it, best at `best`. One that is not `seen` is out of view."""

    best: float
    low: float
    high: float
    edge: float
    seen: bool

    def allows(self, place: float) -> bool:
        """Whether a line may leave there."""
        return self.low <= place <= self.high or place == self.best


def marks_in(panel: Panel) -> Iterator[int]:
    """The events that have a mark of their own of which something is seen."""
    plot, events = panel.plot, panel.chart.events
    for event, area in zip(events_of(events), areas_of(events), strict=True):
        if panel.moved(area).overlaps(plot):
            yield event


def is_stacked(a: Panel, b: Panel) -> bool:
    """Whether one panel lies above the other; else they stand side by side."""
    return a.clip.bottom <= b.clip.y or b.clip.bottom <= a.clip.y


def routes_between(a: Panel, b: Panel, pairs: Sequence[Pair]) -> list[Route]:
    """The ways of these pairs. One of which both events are out of view has none, nor has one of
    which an event has no place in its panel."""
    stacked = is_stacked(a, b)
    forward = a.clip.y < b.clip.y if stacked else a.clip.x < b.clip.x
    first = _Harbour(a, stacked=stacked, forward=forward)
    second = _Harbour(b, stacked=stacked, forward=not forward)
    if stacked:
        # Where the panels stand close, nothing is left for the labels of the upper axis.
        upper, lower = (first, second) if forward else (second, first)
        upper.facing = min(upper.facing, lower.facing)
    taken: tuple[list[float], list[float]] = ([], [])
    routes = []
    for pair in pairs:
        leaving, arriving = first.dock(pair.a), second.dock(pair.b)
        if leaving is None or arriving is None or not (leaving.seen or arriving.seen):
            continue
        docks = _levelled((leaving, arriving), stacked=stacked)
        places = _places(docks, taken)
        for used, place in zip(taken, places, strict=True):
            used.append(place)
        routes.append(_route(pair, docks, places, (first.facing, second.facing), stacked=stacked))
    return routes


class _Harbour:
    """The docks of one panel."""

    def __init__(self, panel: Panel, *, stacked: bool, forward: bool) -> None:
        """`forward`: the other panel lies below or to the right."""
        self._panel, self._stacked, self._forward = panel, stacked, forward
        self._plot = _turned(panel.plot, stacked=stacked)
        self._mark_of = finder(panel.chart.events)
        self._counts = Holders([cluster.events for cluster in panel.chart.clusters])
        self.facing = self._plot.bottom if forward else self._plot.y
        if stacked and forward:
            self.facing = max(self.facing, _below_ticks(panel))

    def dock(self, event: int) -> _Dock | None:
        """Where the line of an event begins; None for one that has no place here."""
        mark = self._mark_of(event)
        if mark is not None:
            return self._at(mark.area, mark.glyph, event, 0.0 if mark.card is not None else GAP)
        number = self._counts.of(event)
        if number is None:
            return self._beyond(event)
        rect = self._panel.chart.clusters[number].rect
        return self._at(rect, rect, event, 0.0)

    def _at(self, area: Rect, glyph: Rect, event: int, gap: float) -> _Dock | None:
        box = _turned(self._panel.moved(area), stacked=self._stacked)
        if not box.overlaps(self._plot):
            return self._beyond(event)
        sign = _turned(self._panel.moved(glyph), stacked=self._stacked)
        low, high = max(box.x, self._plot.x) + CORNER, min(box.right, self._plot.right) - CORNER
        best = min(max(sign.x + sign.width / 2, low), max(low, high))
        edge = box.bottom + gap if self._forward else box.y - gap
        within = min(max(edge, self._plot.y), self._plot.bottom)
        return _Dock(best, low, high, within, seen=True)

    def _beyond(self, event: int) -> _Dock | None:
        """The edge of the panel, for an event out of view."""
        across = self._panel.place_of(event)
        if across is None:
            return None
        place = self._plot.x
        if self._stacked:
            place = min(max(self._panel.x + across, self._plot.x), self._plot.right)
        return _Dock(place, place, place, self.facing, seen=False)


def _below_ticks(panel: Panel) -> float:
    """The foot of the labels of a calendar axis; where there is none, that of the lanes."""
    baselines = [tick.label.baseline for tick in panel.chart.ticks if tick.label is not None]
    return panel.on_axis(max(baselines)) + BELOW_TICKS if baselines else panel.axis_top


def _levelled(docks: tuple[_Dock, _Dock], *, stacked: bool) -> tuple[_Dock, _Dock]:
    """Beside each other, an end out of view lies as high as the other."""
    first, second = docks
    if stacked or (first.seen and second.seen):
        return docks
    if first.seen:
        return first, second._replace(best=first.best, low=first.low, high=first.high)
    return first._replace(best=second.best, low=second.low, high=second.high), second


def _places(
    docks: tuple[_Dock, _Dock], taken: tuple[list[float], list[float]]
) -> tuple[float, float]:
    """Where a line leaves and arrives, apart from those that have their places."""
    for offset in _OFFSETS:
        places = docks[0].best + offset, docks[1].best + offset
        free = all(
            dock.allows(place) and all(abs(place - one) >= APART - 1.0 for one in used)
            for dock, place, used in zip(docks, places, taken, strict=True)
        )
        if free:
            return places
    return docks[0].best, docks[1].best


def _route(
    pair: Pair,
    docks: tuple[_Dock, _Dock],
    places: tuple[float, float],
    facing: tuple[float, float],
    *,
    stacked: bool,
) -> Route:
    corners = [
        (places[0], docks[0].edge),
        (places[0], facing[0]),
        (places[1], facing[1]),
        (places[1], docks[1].edge),
    ]
    if places[0] == places[1]:
        corners = [corners[0], corners[-1]]
    points = [point if stacked else (point[1], point[0]) for point in corners]
    segments = tuple((*one, *other) for one, other in pairwise(points) if one != other)
    ends = (points[0] if docks[0].seen else None, points[-1] if docks[1].seen else None)
    return Route(pair, segments, ends)


def _turned(rect: Rect, *, stacked: bool) -> Rect:
    """A rectangle as it would lie if the panels lay one above the other."""
    return rect if stacked else Rect(rect.y, rect.x, rect.height, rect.width)
