"""What a frame costs by how many events are loaded, against an empty plot that is moved alike.

Rules:
* The stage is that of `panning`: the timeline of the window, offscreen, moved by the same script.
* The cases hold dates and spans, a third of them imprecise (`dated_case`); that of the order axis
  is a generated file with three constraints for each event.
* Two hundred events more, known to the day, stand in rows over the whole plot, with labels of which
  no two are alike. In each frame each is placed, its label cut to its room, and painted with the
  chart. What the labels cost is told against the same events without labels.
* How laying out grows is told by the first lay-out of a case, which sorts its events; how they
  stand is known by then. Each round lays out standings made anew, for which nothing is kept.
* What lies under the pointer is looked for over the whole canvas, in the chart that is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from math import log
from statistics import median

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from benchmarks.application import quiet_application
from benchmarks.dated_case import dated_case
from benchmarks.effort import Effort
from benchmarks.generated_case import case_file
from benchmarks.laying_out import COLUMNS, calendar, order
from benchmarks.measuring import percentile, seconds
from benchmarks.panning import (
    CASE,
    EMPTY,
    SIZE,
    TAIL,
    See,
    empty_plot,
    painted_in,
    put_up,
    rounds_of,
    timeline,
    timeline_of,
)
from benchmarks.reading import GROWTH_GOAL
from benchmarks.rows import Goal, Row, Unit, compared_row, plain_row
from timeline_app.case.civil import DAY
from timeline_app.case.opening import open_case
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.calendar_blocks import Level, level_of
from timeline_app.layout.calendar_placing import Extents, Labels, extents_of, in_rows, row_columns
from timeline_app.layout.chart import Chart, EventMark, TextMeasurer
from timeline_app.layout.columns import columns_of
from timeline_app.layout.cutting import Cuts
from timeline_app.layout.event_rows import EventRows
from timeline_app.layout.hits import cluster_at, event_at
from timeline_app.layout.options import Density
from timeline_app.layout.row_events import RowEvents, row_events
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import Sizes
from timeline_app.layout.standing import own_standing
from timeline_app.paths import cases_folder
from timeline_app.session.case_view import Axis
from timeline_app.session.panel import CasePanel
from timeline_app.session.picture import Picture
from timeline_app.session.session import Session
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.timeline_view import TimelineView

PARTS = (1_000, 100, 10, 1)
"""The cases are as large as the largest divided by these."""
ORDERED = 10_000
LABELS, LABEL_PITCH = 200, 140.0
LABEL_ROWS, LABEL_ROW = 24, 18.0
POINTS = 40  # across and down
LAYOUTS = 3
"""Rounds of first lay-outs."""
TRIED = 40
"""Frames that are run through before any is measured."""
Stage = tuple[QWidget, See]


class LabelledPanel(CasePanel):
    """A case with two hundred labelled events more than its chart has, in rows over the whole
    plot, by the parts of the layout that lay out any row: which they are is worked out once for a
    level of zoom and a stretch of time, where each stands and how much of its label has room in
    each frame."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._plain = super().picture
        assert self.chronology is not None
        self._case, self._times = self.chronology.case, columns_of(self.chronology)
        self._position = self.chronology.position
        fine = np.flatnonzero(self._times.last - self._times.first < DAY)
        ordered = fine[np.argsort(self._times.first[fine])]
        self._lanes = [ordered[row::LABEL_ROWS] for row in range(LABEL_ROWS)]
        self._chosen: dict[tuple[Level, int], tuple[RowEvents, NDArray[np.intp]]] = {}

    def picture(self, width: float, height: float, measurer: TextMeasurer) -> Picture | None:
        """The chart of the shown case, with the labelled events in it."""
        picture = self._plain(width, height, measurer)
        if picture is None:
            return picture
        left = picture.chart.header_width
        scale = TimeScale.showing(round(picture.first), round(picture.last), left, width - left)
        chart = replace(picture.chart, events=self._labelled(scale, measurer))
        return Picture(chart, picture.first, picture.last)

    def _labelled(self, scale: TimeScale, measurer: TextMeasurer) -> EventRows:
        """The labelled events that are seen, each in its row."""
        level = level_of(scale)
        key = level, scale.start >> level.step
        if key not in self._chosen:
            self._chosen[key] = self._choose(*key, measurer)
        told, rows = self._chosen[key]
        seen = np.flatnonzero((told.first < scale.end) & (told.end > scale.start))[:LABELS]
        told, rows = told.only(seen), rows[seen]
        extents = extents_of(told, scale)
        labels = self._labels(told, extents, rows, scale)
        sizes = Sizes.of(measurer, Density.COMFORTABLE)
        columns = row_columns(told, extents, labels, rows * LABEL_ROW, scale, sizes)
        return EventRows(columns, self._position, _no_mark)

    def _labels(
        self, told: RowEvents, extents: Extents, rows: NDArray[np.intp], scale: TimeScale
    ) -> Labels:
        return in_rows(told.lines, extents, rows, scale)

    def _choose(
        self, level: Level, number: int, measurer: TextMeasurer
    ) -> tuple[RowEvents, NDArray[np.intp]]:
        """Events so far apart that each has the room of a label, row after row."""
        events: list[int] = []
        rows: list[int] = []
        pitch, first = round(LABEL_PITCH * level.unit), self._times.first
        start, end = number << level.step, (number + 2) << level.step
        for row, ordered in enumerate(self._lanes):
            starts = first[ordered]
            wanted = starts.searchsorted(np.arange(start, end, pitch))
            places = np.unique(wanted[wanted < len(ordered)])
            events += ordered[places].tolist()
            rows += [row] * len(places)
        return row_events(self._case, self._times, events, measurer), np.array(rows)


class BarePanel(LabelledPanel):
    """The same events with their glyphs and without labels."""

    def _labels(
        self, _told: RowEvents, extents: Extents, rows: NDArray[np.intp], _scale: TimeScale
    ) -> Labels:
        none = Cuts(np.zeros(len(rows), np.int64), np.zeros(len(rows)))
        return Labels(extents.begin, extents.begin, none, np.zeros(len(rows), dtype=np.bool_))


def _no_mark(_place: int) -> EventMark:
    """Nobody asks for one."""
    raise NotImplementedError


def rows(effort: Effort) -> Iterator[Row]:
    """The frames of each size, those with labels, the order axis, and what lies at a point."""
    application = quiet_application()
    sizes = [max(effort.large // part, 1) for part in PARTS]
    ordered = min(ORDERED, effort.events)
    stages, first = _stages(effort, sizes, ordered)
    taken = _taken(effort, stages, [_name(size) for size in sizes[:-1]])
    largest = stages[_name(sizes[-1])][0]
    assert isinstance(largest, TimelineView)
    finding = [_finding(largest.canvas.chart) for _ in range(effort.rounds)]
    for widget, _ in stages.values():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
    yield from _rows(sizes, ordered, taken, finding)
    yield from _growth(effort, sizes[1], sizes[-1], first)


def _stages(
    effort: Effort, sizes: Sequence[int], ordered: int
) -> tuple[dict[str, Stage], list[tuple[float, float]]]:
    """The stages; and how long the first lay-outs of the second and of the largest size took, on
    the calendar and in order."""
    chosen = Appearance(ThemeChoice.LIGHT)
    real = open_case(cases_folder() / CASE)
    stages: dict[str, Stage] = {"empty": empty_plot()}
    cases = {size: dated_case(size) for size in sizes}
    first = _first_layouts(
        min(effort.rounds, LAYOUTS), [cases[size] for size in (sizes[1], sizes[-1])]
    )
    for size, case in cases.items():
        opened = real.with_chronology(case)
        stages[_name(size)] = timeline_of(opened, Axis.CALENDAR, chosen)
    largest = real.with_chronology(cases[sizes[-1]])
    for name, panel in (("labelled", LabelledPanel), ("bare", BarePanel)):
        stages[name] = timeline_of(largest, Axis.CALENDAR, chosen, panel)
    stages["order"] = timeline(case_file(effort.folder, ordered, 3.0), Axis.ORDER, chosen)
    return stages, first


def _first_layouts(rounds: int, cases: Sequence[Chronology]) -> list[tuple[float, float]]:
    """How long the first lay-out of each case on the calendar takes, and that in order: medians
    over standings made anew, for which nothing is kept yet."""
    taken: list[list[tuple[float, float]]] = [[] for _ in cases]
    for _ in range(rounds):
        for case, of_case in zip(cases, taken, strict=True):
            standing = replace(own_standing(case), is_own=False)
            of_case.append(
                (
                    seconds(calendar(case, 1.0, standing)[0]),
                    seconds(order(case, COLUMNS[0], standing)[0]),
                )
            )
    return [
        (median(first for first, _ in some), median(second for _, second in some)) for some in taken
    ]


def _taken(
    effort: Effort, stages: Mapping[str, Stage], smaller: Sequence[str]
) -> dict[str, list[list[float]]]:
    for widget, see in stages.values():
        put_up(widget)
        tried = min(effort.frames, TRIED)
        if painted_in(tried, widget, see) < tried:
            raise RuntimeError("a frame was not painted: what is measured is not a frame")
        widget.hide()
    counts = dict.fromkeys(stages, effort.frames)
    # Those of the smaller cases have no goal of their own.
    counts |= dict.fromkeys(smaller, effort.few_frames)
    return rounds_of(effort.rounds, counts, stages)


def _rows(
    sizes: Sequence[int],
    ordered: int,
    taken: Mapping[str, Sequence[Sequence[float]]],
    finding: Sequence[float],
) -> Iterator[Row]:
    medians = {name: list(map(median, rounds)) for name, rounds in taken.items()}
    large, small = _name(sizes[-1]), _name(sizes[0])
    for size in sizes:
        goal = Goal(0.6) if size == sizes[-1] else None
        what = f"pan and zoom {size:,} dated events: median frame"
        yield compared_row(what, EMPTY, medians[_name(size)], medians["empty"], goal=goal)
    tails = [percentile(one, TAIL) for one in taken[large]]
    what = f"pan and zoom {sizes[-1]:,} dated events"
    yield compared_row(f"{what}: 95th percentile", EMPTY, tails, medians["empty"], goal=Goal(1.0))
    against = f"itself with {sizes[0]:,}"
    yield compared_row(what, against, medians[large], medians[small], goal=Goal(3.0))
    yield compared_row(
        f"{what}, {LABELS} labels placed and painted",
        "the same events without labels",
        medians["labelled"],
        medians["bare"],
        goal=Goal(1.5),
    )
    more = f"{what}, {LABELS} labelled events more"
    yield compared_row(more, "itself without them", medians["labelled"], medians[large])
    what = f"pan and zoom the order of {ordered:,} events: median frame"
    yield compared_row(what, EMPTY, medians["order"], medians["empty"], goal=Goal(1.0))
    what = f"what lies under the pointer, {sizes[-1]:,} events"
    yield compared_row(what, "a frame of it", finding, medians[large], goal=Goal(0.1))


def _growth(
    effort: Effort, small: int, large: int, first: Sequence[tuple[float, float]]
) -> Iterator[Row]:
    """How laying out grows on either axis from one size to another."""
    for name, one, other in zip(("calendar", "order"), *first, strict=True):
        yield plain_row(
            f"laying out the {name}, the first time, grows from {small:,} dated events "
            "as their number to the power of",
            [log(other / one) / log(large / small)],
            unit=Unit.NUMBER,
            goal=effort.where_full(GROWTH_GOAL),
        )


def _name(size: int) -> str:
    return f"dated {size}"


def _finding(chart: Chart) -> float:
    """How long it takes to find what lies at a point, on average over the chart."""
    points = [
        (SIZE[0] * (across + 0.5) / POINTS, SIZE[1] * (down + 0.5) / POINTS)
        for across in range(POINTS)
        for down in range(POINTS)
    ]
    finders: Sequence[Callable[[float, float], object]] = (
        partial(event_at, chart),
        partial(cluster_at, chart),
    )
    taken = seconds(lambda: [find(*point) for point in points for find in finders])
    return taken / len(points)
