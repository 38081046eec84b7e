"""What the lines of pairs pass behind, and what is left of a line that does.

Rules:
* An event, with its label and bars, and a count hide what is behind them to their very edge. Words
  elsewhere have a little air around them.
* What is left of a line between two of them is left out where it is shorter than `LEAST`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from math import hypot

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.chart import Rect, TextLine, TextMeasurer
from timeline_app.layout.chart_events import areas_of
from timeline_app.layout.comparison.panels import Panel
from timeline_app.layout.sizes import TITLE_INSET

Segment = tuple[float, float, float, float]
"""A straight line: x1, y1, x2, y2."""

AIR = 3.0
"""Around words."""
LEAST = 3.0
"""No shorter piece of a line is drawn, in pixels."""
_STILL = 1e-6  # pixels; a line that moves no more along an axis does not move
_LANE_GLYPH = 24.0  # a lane's glyph stands so far before its name
_REMARK = 72.0  # what is said of a lane in which nothing is shown takes so much


def obstacles_of(panel: Panel, measurer: TextMeasurer) -> list[Rect]:
    """What is to be read in a panel, as far as it is seen, in the pixels of the frame."""
    chart = panel.chart
    found = [*areas_of(chart.events)]
    found += [cluster.rect for cluster in chart.clusters]
    found += [_around(line, measurer) for line in _lane_words(panel)]
    for lane in chart.lanes:
        name = _around(lane.title, measurer)
        begin = TITLE_INSET - _LANE_GLYPH
        found.append(Rect(begin, name.y, name.right - begin, name.height))
        if not lane.told:
            found.append(Rect(chart.header_width, name.y, _REMARK, name.height))
    on_axis = (_around(line, measurer) for line in _axis_words(panel))
    return [
        *panel.seen_of(found),
        *(Rect(panel.x + one.x, panel.on_axis(one.y), one.width, one.height) for one in on_axis),
    ]


def _lane_words(panel: Panel) -> Iterator[TextLine]:
    """The words among the lanes that do not belong to an event, a count or a lane."""
    chart = panel.chart
    yield from (marker.label for marker in chart.markers if marker.label.text)
    yield from (line for group in chart.groups for line in group.label)
    yield from (arrow.label for arrow in chart.arrows if arrow.label is not None)


def _axis_words(panel: Panel) -> Iterator[TextLine]:
    """The words beneath the lanes."""
    chart = panel.chart
    yield from (tick.label for tick in chart.ticks if tick.label is not None)
    yield from (one.label for one in chart.breaks if one.label is not None)
    yield from chart.notes


def _around(line: TextLine, measurer: TextMeasurer) -> Rect:
    return Rect(
        line.x - AIR,
        line.baseline - measurer.ascent(line.role),
        measurer.width(line.text, line.role) + 2 * AIR,
        measurer.height(line.role),
    )


def meet(lines: Sequence[Sequence[Segment]], rects: Sequence[Rect]) -> list[bool]:
    """Whether each line runs through one of some rectangles."""
    return [
        bool(line) and sum(map(_length, line)) > sum(map(_length, left)) + _STILL
        for line, left in zip(lines, cut_out(lines, rects), strict=True)
    ]


def _length(segment: Segment) -> float:
    return hypot(segment[2] - segment[0], segment[3] - segment[1])


def cut_out(
    lines: Sequence[Sequence[Segment]], obstacles: Sequence[Rect]
) -> list[tuple[Segment, ...]]:
    """What is left of each line outside of all obstacles."""
    segments = [segment for line in lines for segment in line]
    if not segments:
        return [() for _ in lines]
    edges = [(one.x, one.y, one.right, one.bottom) for one in obstacles]
    begins, ends = _hidden(np.array(segments), np.array(edges).reshape(-1, 4))
    hidden: dict[int, list[tuple[float, float]]] = {}
    rows, columns = np.nonzero(ends > begins)
    spans = zip(begins[rows, columns].tolist(), ends[rows, columns].tolist(), strict=True)
    for row, span in zip(rows.tolist(), spans, strict=True):
        hidden.setdefault(row, []).append(span)
    numbers = count()
    return [
        tuple(
            piece
            for segment in line
            for piece in _pieces(segment, sorted(hidden.get(next(numbers), ())))
        )
        for line in lines
    ]


def _hidden(
    segments: NDArray[np.float64], rects: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """From which share to which of each segment (rows) each rectangle (columns) hides it; where it
    does not, the second is not above the first. (The slab method: Kay and Kajiya, 1986.)"""
    begins = np.zeros((len(segments), len(rects)))
    ends = np.ones((len(segments), len(rects)))
    for axis in (0, 1):
        start = segments[:, axis, None]
        along = segments[:, axis + 2, None] - start
        low, high = rects[None, :, axis] - start, rects[None, :, axis + 2] - start
        still = np.abs(along) < _STILL
        step = np.where(still, 1.0, along)
        near, far = np.minimum(low / step, high / step), np.maximum(low / step, high / step)
        outside = still & ((low >= 0.0) | (high <= 0.0))
        begins = np.maximum(begins, np.where(still, np.where(outside, 1.0, 0.0), near))
        ends = np.minimum(ends, np.where(still, np.where(outside, 0.0, 1.0), far))
    return begins, ends


def _pieces(segment: Segment, hidden: Sequence[tuple[float, float]]) -> Iterator[Segment]:
    """The pieces of a segment that lie in none of these shares of it, which rise."""
    x1, y1, x2, y2 = segment
    length = hypot(x2 - x1, y2 - y1)
    if not hidden:
        if length >= LEAST:
            yield segment
        return
    free_from = 0.0
    for begin, end in (*hidden, (1.0, 1.0)):
        if (begin - free_from) * length >= LEAST:
            yield (
                x1 + (x2 - x1) * free_from,
                y1 + (y2 - y1) * free_from,
                x1 + (x2 - x1) * begin,
                y1 + (y2 - y1) * begin,
            )
        free_from = max(free_from, end)
