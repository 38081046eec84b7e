"""What a frame costs by how many events are loaded, against an empty plot that is moved alike.

Rules:
* The stage is that of `panning`: the timeline of the window, offscreen, moved by the same script.
* The cases hold dates and spans, a third of them imprecise (`dated_case`); that of the order axis
  is a generated file with three constraints for each event.
* Two hundred labels more are placed in each frame, one after the other in rows wherever an event
  begins, cut to their room, and painted with the chart. No two are alike.
* What lies under the pointer is looked for over the whole canvas, in the chart that is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from statistics import median

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from benchmarks.application import quiet_application
from benchmarks.dated_case import dated_case
from benchmarks.effort import Effort
from benchmarks.generated_case import case_file
from benchmarks.measuring import percentile, seconds
from benchmarks.panning import (
    CASE,
    EMPTY,
    SIZE,
    TAIL,
    See,
    empty_plot,
    frames,
    painted_in,
    put_up,
    timeline,
    timeline_of,
)
from benchmarks.rows import Goal, Row, compared_row
from timeline_app.case.opening import open_case
from timeline_app.layout.chart import Chart, TextLine, TextMeasurer, TextRole
from timeline_app.layout.columns import columns_of
from timeline_app.layout.hits import cluster_at, event_at
from timeline_app.layout.labels import elided
from timeline_app.layout.scale import TimeScale
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
LABELS, LABEL_ROOM, LABEL_GAP = 200, 150.0, 6.0
LABEL_ROWS, LABEL_ROW = 24, 18.0
POINTS = 40  # across and down
TRIED = 40
"""Frames that are run through before any is measured."""
Stage = tuple[QWidget, See]


class LabelledPanel(CasePanel):
    """A case with two hundred labels more than its chart has: in each of some rows the next event
    whose label has room is looked for from the left."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._plain = super().picture
        assert self.chronology is not None
        first = columns_of(self.chronology).first
        ordered = np.argsort(first)
        self._rows = [ordered[row::LABEL_ROWS] for row in range(LABEL_ROWS)]
        self._starts = [first[row] for row in self._rows]

    def picture(self, width: float, height: float, measurer: TextMeasurer) -> Picture | None:
        """The chart of the shown case, with the labels among its notes."""
        picture = self._plain(width, height, measurer)
        if picture is None:
            return picture
        left = picture.chart.header_width
        scale = TimeScale.showing(round(picture.first), round(picture.last), left, width - left)
        lines = islice(self._labels(scale, measurer), LABELS)
        chart = replace(picture.chart, notes=(*picture.chart.notes, *lines))
        return Picture(chart, picture.first, picture.last)

    def _labels(self, scale: TimeScale, measurer: TextMeasurer) -> Iterator[TextLine]:
        """Labels that don't meet, row by row; each event's is its own."""
        assert self.chronology is not None
        told, role = self.chronology.case.events, TextRole.LABEL
        for row, (events, starts) in enumerate(zip(self._rows, self._starts, strict=True)):
            x = scale.left
            while x < scale.right:
                place = int(starts.searchsorted(scale.second(x)))
                if place == len(starts):
                    break
                event = int(events[place])
                x = max(scale.x(int(starts[place])), x)
                text = elided(f"{event} {told[event].title}", LABEL_ROOM, role, measurer)
                yield TextLine(x, (row + 1) * LABEL_ROW, text, role)
                x += measurer.width(text, role) + LABEL_GAP


def rows(effort: Effort) -> Iterator[Row]:
    """The frames of each size, those with labels, the order axis, and what lies at a point."""
    application = quiet_application()
    sizes = [max(effort.large // part, 1) for part in PARTS]
    ordered = min(ORDERED, effort.events)
    stages = _stages(effort, sizes, ordered)
    taken = _taken(effort, stages)
    largest = stages[_name(sizes[-1])][0]
    assert isinstance(largest, TimelineView)
    finding = [_finding(largest.canvas.chart) for _ in range(effort.rounds)]
    for widget, _ in stages.values():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
    yield from _rows(sizes, ordered, taken, finding)


def _stages(effort: Effort, sizes: Sequence[int], ordered: int) -> dict[str, Stage]:
    chosen = Appearance(ThemeChoice.LIGHT)
    real = open_case(cases_folder() / CASE)
    stages: dict[str, Stage] = {"empty": empty_plot()}
    cases = {size: real.with_chronology(dated_case(size)) for size in sizes}
    for size, opened in cases.items():
        stages[_name(size)] = timeline_of(opened, Axis.CALENDAR, chosen)
    stages["labelled"] = timeline_of(cases[sizes[-1]], Axis.CALENDAR, chosen, LabelledPanel)
    stages["order"] = timeline(case_file(effort.folder, ordered, 3.0), Axis.ORDER, chosen)
    return stages


def _taken(effort: Effort, stages: Mapping[str, Stage]) -> dict[str, list[list[float]]]:
    for widget, see in stages.values():
        put_up(widget)
        tried = min(effort.frames, TRIED)
        if painted_in(tried, widget, see) < tried:
            raise RuntimeError("a frame was not painted: what is measured is not a frame")
        widget.hide()
    taken: dict[str, list[list[float]]] = {name: [] for name in stages}
    for number in range(effort.rounds):
        for name in sorted(stages, reverse=number % 2 > 0):
            taken[name].append(frames(effort.frames, *stages[name]))
    return taken


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
        f"{what}, {LABELS} labels more",
        "itself without them",
        medians["labelled"],
        medians[large],
        goal=Goal(1.5),
    )
    what = f"pan and zoom the order of {ordered:,} events: median frame"
    yield compared_row(what, EMPTY, medians["order"], medians["empty"], goal=Goal(1.0))
    what = f"what lies under the pointer, {sizes[-1]:,} events"
    yield compared_row(what, "a frame of it", finding, medians[large], goal=Goal(0.1))


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
