"""The lines that join the pairs of two compared cases, in the pixels of a frame that holds both.

Rules:
* A line passes behind everything that is to be read: where it would run through an event, a count,
  a label or a lane's name it is cut out. One that would run through a title between two panels
  passes behind the whole strip in which that stands, so that no stubs are left beside the words.
* A pair has a line where one of its events has a mark of its own in view; for two that are both
  counted or out of view there is none, nor for one of which nothing is known on the calendar, but
  where it is the chosen one.
* More than `MOST` lines tell nobody anything: then there is that of the chosen pair alone, and a
  note says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.pairing import Pair
from timeline_app.layout.chart import Rect, TextMeasurer
from timeline_app.layout.comparison.obstacles import Segment, cut_out, meet, obstacles_of
from timeline_app.layout.comparison.pair_routes import (
    Ends,
    is_stacked,
    marks_in,
    routes_between,
)
from timeline_app.layout.comparison.panels import Panel
from timeline_app.layout.kept import Kept

MOST = 40
"""Lines in view, at most."""
TOO_MANY_PAIRS = f"Only the chosen pair is joined: there are more than {MOST} pairs in view"


class PairLine(NamedTuple):
    """The line of a pair: what is seen of it, and the points at which it touches its two events;
    None for one that is out of view."""

    pair: Pair
    segments: tuple[Segment, ...]
    ends: Ends


class PairLines(NamedTuple):
    """The lines of a frame, and what must be said of them (empty where nothing)."""

    lines: tuple[PairLine, ...] = ()
    note: str = ""


class PairIndex(NamedTuple):
    """The pairs of a comparison by the event of each case."""

    of_a: Mapping[int, Pair]
    of_b: Mapping[int, Pair]


def pair_index(comparison: CaseComparison) -> PairIndex:
    """The pairs of a comparison, found once."""
    return _KEPT.of(comparison, None)


def pair_lines(
    a: Panel,
    b: Panel,
    pairs: PairIndex,
    measurer: TextMeasurer,
    chosen: Pair | None = None,
    titles: Sequence[Rect] = (),
) -> PairLines:
    """The lines between two panels. `titles` are further rectangles of the frame that no line may
    run through."""
    wanted = _wanted(a, b, pairs)
    note = TOO_MANY_PAIRS if len(wanted) > MOST else ""
    if note:
        wanted = []
    if chosen is not None and chosen not in wanted:
        wanted.append(chosen)
    if not wanted:
        return PairLines(note=note)
    routes = routes_between(a, b, wanted)
    obstacles = [*obstacles_of(a, measurer), *obstacles_of(b, measurer), *titles]
    segments = [route.segments for route in routes]
    seen = cut_out(segments, obstacles)
    through = meet(segments, titles) if is_stacked(a, b) else []
    if any(through):
        behind = cut_out(segments, [*obstacles, _strip_between(a, b)])
        seen = [
            less if hit else all_ for less, all_, hit in zip(behind, seen, through, strict=True)
        ]
    lines = (
        PairLine(route.pair, segments, route.ends)
        for route, segments in zip(routes, seen, strict=True)
    )
    return PairLines(tuple(lines), note)


def _strip_between(a: Panel, b: Panel) -> Rect:
    """What lies between the axis of the upper panel and the lanes of the lower one."""
    upper, lower = (a, b) if a.clip.y < b.clip.y else (b, a)
    top = upper.axis_top + upper.chart.axis_height
    left, right = min(a.clip.x, b.clip.x), max(a.clip.right, b.clip.right)
    return Rect(left, top, right - left, max(lower.plot.y - top, 0.0))


def _wanted(a: Panel, b: Panel, pairs: PairIndex) -> list[Pair]:
    """The pairs of which an event has a mark in view, and both have a place."""
    found = {event: pairs.of_a[event] for event in marks_in(a) if event in pairs.of_a}
    for event in marks_in(b):
        pair = pairs.of_b.get(event)
        if pair is not None:
            found.setdefault(pair.a, pair)
    return [
        pair
        for pair in found.values()
        if a.place_of(pair.a) is not None and b.place_of(pair.b) is not None
    ]


def _work_out(comparison: CaseComparison, _key: None) -> PairIndex:
    return PairIndex(
        {pair.a: pair for pair in comparison.pairs}, {pair.b: pair for pair in comparison.pairs}
    )


_KEPT: Kept[CaseComparison, None, PairIndex] = Kept(_work_out)
