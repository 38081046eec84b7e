"""Paths of arrows between boxes: gentle curves that cross as few other boxes as they can.

Rules:
* A path is chained cubic curves (`chart.Arrow`). It leaves a box at its right edge and arrives at
  a left edge; where the second box does not lie to the right, it leaves or arrives at the top or
  bottom.
* First the straightforward curve is tried. Where it would run through other boxes, it is led along
  a channel (a height that lanes or rows leave free), the one that crosses the fewest.
* Two paths in one channel keep apart from each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.chart import Rect

Point = tuple[float, float]
Points = tuple[Point, ...]

SAMPLES = 12
"""Points of each curve that are looked at."""
CLEARANCE = 3.0
"""A path comes no nearer to a box than this without counting as crossing it."""
NEAREST = 6
"""Channels that are tried."""
TURN = 22.0
"""The width in which a path changes its height, before and behind a channel."""
_APART = 5.0  # two paths in one channel
_NUDGES = (0.0, _APART, -_APART)
_ONE_CURVE = 4  # points
_OUTWARD = np.array((-1.0, -1.0, 1.0, 1.0))  # left, top, right, bottom


class Port(Struct, frozen=True, gc=False):
    """Where a path meets a box, and whether it does so upright (at the top or bottom)."""

    x: float
    y: float
    upright: bool = False


def curve(start: Port, end: Port) -> Points:
    """One cubic curve from port to port."""
    across = end.x - start.x
    reach = max(abs(across) / 2, 10.0)
    first = (
        (start.x, start.y + (end.y - start.y) * 0.7)
        if start.upright
        else (start.x + reach, start.y)
    )
    if end.upright:
        second = (end.x, end.y - (end.y - start.y) * 0.7)
    elif start.upright:
        second = (end.x - max(across * 0.8, 10.0), end.y)
    else:
        second = (end.x - reach, end.y)
    return ((start.x, start.y), first, second, (end.x, end.y))


def along(start: Port, end: Port, height: float) -> Points | None:
    """Three curves: to a channel, along it, and to the end. None where there is no way to turn."""
    turn_in = start.x if start.upright else start.x + TURN
    turn_out = end.x if end.upright else end.x - TURN
    if turn_out - turn_in < TURN:
        return None
    inward = curve(start, Port(turn_in + (TURN / 2 if start.upright else 0.0), height))
    outward = curve(Port(turn_out - (TURN / 2 if end.upright else 0.0), height), end)
    begin, finish = inward[-1], outward[0]
    third = (finish[0] - begin[0]) / 3
    middle = ((begin[0] + third, height), (finish[0] - third, height))
    return (*inward, *middle, *outward)


def hook(start: Point, end: Point, bulge: float) -> Points:
    """A curve between two boxes of one column, round the side at `bulge`."""
    return (start, (bulge, start[1]), (bulge, end[1]), end)


def sampled(points: Points, number: int = SAMPLES) -> NDArray[np.float64]:
    """So many points on each of the chained curves, both ends of each left out."""
    return np.asarray(_sampled_together((points,), number)[0])


def _sampled_together(paths: Sequence[Points], number: int = SAMPLES) -> NDArray[np.float64]:
    """So many points on each curve of paths of equally many curves, both ends of each left out:
    (paths, points, 2)."""
    corners = np.array(paths)
    count = (corners.shape[1] - 1) // 3
    places = _weights(number) @ corners[:, _places_of(count)]
    return np.asarray(places.reshape(len(paths), -1, 2))


@cache
def _places_of(count: int) -> NDArray[np.int64]:
    """The places of the four points of each of so many chained curves."""
    return np.arange(count)[:, None] * 3 + np.arange(4)


@cache
def _weights(number: int) -> NDArray[np.float64]:
    """The weights of the four points of a cubic at so many places between its ends (Bernstein)."""
    t = np.linspace(0.0, 1.0, number + 2)[1:-1]
    rest = 1.0 - t
    return np.stack((rest**3, 3 * rest**2 * t, 3 * rest * t**2, t**3), axis=1)


class Ways:
    """Finds paths among boxes; `channels` are the heights that lanes and rows leave free."""

    def __init__(self, boxes: Sequence[Rect], channels: Sequence[float]) -> None:
        self.boxes = boxes
        self.channels = channels
        self._edges = np.array(
            [(box.x, box.y, box.right, box.bottom) for box in boxes], dtype=np.float64
        ).reshape(-1, 4)  # of the boxes with their clearance
        self._edges += CLEARANCE * _OUTWARD
        self._taken: list[tuple[float, float, float]] = []

    def clear(self, curves: Sequence[Points], owns: Sequence[tuple[Rect, Rect]]) -> list[bool]:
        """Which of these single curves run through no boxes but their own: looked at together,
        since most do."""
        if not curves or not len(self._edges):
            return [True] * len(curves)
        curve_places, box_places = np.nonzero(self._entered(_sampled_together(curves)))
        found = [True] * len(curves)
        for number, place in zip(curve_places.tolist(), box_places.tolist(), strict=True):
            if self.boxes[place] not in owns[number]:
                found[number] = False
        return found

    def path(self, ports: Sequence[tuple[Port, Port]], own: tuple[Rect, Rect]) -> Points:
        """The best path between two boxes, which are no obstacles themselves. `ports` are where it
        may leave and arrive, the best first."""
        obstacles = np.array([box not in own for box in self.boxes], dtype=np.bool_)
        best: Points = ()
        fewest = len(self.boxes) + 1
        for candidates in self._candidates(ports):
            crossed = self._crossed(candidates, obstacles)
            least = int(crossed.argmin())
            if crossed[least] < fewest:
                best, fewest = candidates[least], int(crossed[least])
            if not fewest:
                break
        if len(best) > _ONE_CURVE:
            self._taken.append((best[3][1], best[3][0], best[6][0]))
        return best

    def _candidates(self, ports: Sequence[tuple[Port, Port]]) -> Iterator[list[Points]]:
        """Paths of equally many curves, which are looked at together; the best first."""
        yield [curve(start, end) for start, end in ports]
        for start, end in ports:
            detours = list(self._detours(start, end))
            if detours:
                yield detours

    def _crossed(self, paths: Sequence[Points], obstacles: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How many of the boxes that are obstacles each path runs through."""
        if not len(self._edges):
            return np.zeros(len(paths), np.int64)
        inside = self._entered(_sampled_together(paths)) & obstacles
        return np.asarray(np.count_nonzero(inside, axis=1))

    def _entered(self, places: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which boxes hold any of the points of each path: (paths, points, 2) -> (paths, boxes)."""
        x, y = places[..., :1], places[..., 1:]
        left, top, right, bottom = self._edges.T
        return np.asarray(((x > left) & (x < right) & (y > top) & (y < bottom)).any(axis=-2))

    def _detours(self, start: Port, end: Port) -> Iterator[Points]:
        """Paths along the nearest channels."""
        nearest = sorted(
            self.channels, key=lambda height: abs(height - start.y) + abs(height - end.y)
        )
        for channel in nearest[:NEAREST]:
            for nudge in _NUDGES:
                points = along(start, end, channel + nudge)
                if points is not None and not self._is_taken(points):
                    yield points
                    break

    def _is_taken(self, points: Points) -> bool:
        height, begin, finish = points[3][1], points[3][0], points[6][0]
        return any(
            abs(taken - height) < _APART - 1.0 and begin < right and left < finish
            for taken, left, right in self._taken
        )
