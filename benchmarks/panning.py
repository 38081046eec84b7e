"""A scripted pan and zoom over a real case, against an empty PlotWidget that is moved alike.

The timeline of the window, with its heading, legend and overview, fills 1600 × 900 pixels
offscreen, as the empty plot does. A frame is one call on the session (or on the plot's view box)
and two rounds of the event loop: one round would leave out a paint. Every frame lays out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import pyqtgraph
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from benchmarks.application import quiet_application
from benchmarks.effort import Effort
from benchmarks.measuring import percentile
from benchmarks.rows import Goal, Row, compared_row
from timeline_app.case.opening import OpenedCase, open_case
from timeline_app.paths import cases_folder
from timeline_app.session.case_view import Axis
from timeline_app.session.panel import CasePanel, Panel
from timeline_app.session.picture import seen
from timeline_app.session.session import Session
from timeline_app.settings import ThemeChoice
from timeline_app.window.appearance import Appearance
from timeline_app.window.chart_canvas import ChartCanvas
from timeline_app.window.timeline_view import TimelineView

CASE = "09-ministry-recorder.case.json"
SIZE = (1_600, 900)
EMPTY = "an empty PlotWidget moved alike, median"
TAIL = 0.95
GOALS: Mapping[Axis, tuple[Goal, Goal | None]] = {
    Axis.CALENDAR: (Goal(0.6), Goal(1.0)),
    Axis.ORDER: (Goal(1.0), None),
}
"""Of the median frame, and of the 95th percentile against the floor's median."""
QUARTERS = 4
WARM = 3
"""Frames before those that are measured, since something else was painted last."""
WHOLE, NEAR = 0.5, 0.25
"""The parts of the whole that are seen when far and when near."""

See = Callable[[float, float], None]


def rows(effort: Effort) -> Iterator[Row]:
    """Median and 95th percentile for both axes."""
    application = quiet_application()
    chosen = Appearance(ThemeChoice.LIGHT)
    views = {axis: timeline(cases_folder() / CASE, axis, chosen) for axis in GOALS}
    stages: dict[str, tuple[QWidget, See]] = {"empty": empty_plot()} | dict(views)
    for widget, see in stages.values():
        put_up(widget)
        if painted_in(effort.few_frames, widget, see) < effort.few_frames:
            raise RuntimeError("a frame was not painted: what is measured is not a frame")
        widget.hide()
    taken = rounds_of(effort.rounds, dict.fromkeys(stages, effort.few_frames), stages)
    for widget, _ in stages.values():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
    floors = list(map(median, taken["empty"]))
    for axis, (goal, tail_goal) in GOALS.items():
        what = f"pan and zoom a real case, {axis.value}"
        tails = [percentile(one, TAIL) for one in taken[axis.value]]
        medians = list(map(median, taken[axis.value]))
        yield compared_row(f"{what}: median frame", EMPTY, medians, floors, goal=goal)
        yield compared_row(f"{what}: 95th percentile", EMPTY, tails, floors, goal=tail_goal)


def stretch(frame: int, count: int) -> tuple[float, float]:
    """What is seen in a frame, as parts of the whole: to the right, nearer, to the left, farther,
    each for a quarter of the frames, which ends where it began."""
    quarter, along = divmod(QUARTERS * frame / count, 1.0)
    far_end = 1.0 - WHOLE
    if quarter == 0:
        first, length = along * far_end, WHOLE
    elif quarter == 1:
        length = WHOLE * (NEAR / WHOLE) ** along
        first = far_end
    elif quarter == 2:
        first, length = far_end * (1.0 - along), NEAR
    else:
        first, length = 0.0, NEAR * (WHOLE / NEAR) ** along
    return first, first + length


def timeline(path: Path, axis: Axis, appearance: Appearance) -> tuple[QWidget, See]:
    """The window's timeline on a case file, and what moves it."""
    return timeline_of(open_case(path), axis, appearance)


def timeline_of(
    opened: OpenedCase,
    axis: Axis,
    appearance: Appearance,
    panel: Callable[[Session], Panel] = CasePanel,
) -> tuple[QWidget, See]:
    """The same on a case that was read already, as such a panel shows it."""
    session = Session()
    session.add_cases([opened])
    session.set_axis(axis)
    session.fit_case()
    if session.view is None:
        raise ValueError("the case does not open")
    view = TimelineView(panel(session), appearance)
    return view, partial(_see_part, session.see, *seen(session.view))


def empty_plot() -> tuple[QWidget, See]:
    """An empty plot as pyqtgraph makes it, and what moves it."""
    plot = pyqtgraph.PlotWidget()

    def see(first: float, last: float) -> None:
        plot.getViewBox().setXRange(first, last, padding=0.0)

    return plot, partial(_see_part, see, 0.0, 100.0)


def _see_part(see: See, start: float, end: float, first: float, last: float) -> None:
    see(start + first * (end - start), start + last * (end - start))


def put_up(widget: QWidget) -> None:
    """Show a widget, and let it come to rest."""
    widget.resize(*SIZE)
    widget.show()
    for _ in range(10):
        QCoreApplication.processEvents()


def rounds_of(
    rounds: int, counts: Mapping[str, int], stages: Mapping[str, tuple[QWidget, See]]
) -> dict[str, list[list[float]]]:
    """What each frame of each round took, by stage; `counts` are the frames of a round. The stages
    are moved in turn, each a quarter of its way at a time, so that all of them see the same seconds
    of the machine."""
    taken: dict[str, list[list[float]]] = {name: [] for name in stages}
    for number in range(rounds):
        for name in stages:
            taken[name].append([])
        for quarter in range(QUARTERS):
            for name in sorted(stages, reverse=(number + quarter) % 2 > 0):
                count = counts[name]
                part = range(quarter * count // QUARTERS, (quarter + 1) * count // QUARTERS)
                taken[name][-1] += frames(count, *stages[name], part)
    return taken


def frames(count: int, widget: QWidget, see: See, part: range | None = None) -> list[float]:
    """What each frame took, of all or of a part of so many."""
    put_up(widget)
    some = part or range(count)
    for frame in [some[0]] * WARM:
        see(*stretch(frame + 1, count))
        see(*stretch(frame, count))
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()
    taken = []
    for frame in some:
        first, last = stretch(frame, count)
        begun = perf_counter()
        see(first, last)
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        taken.append(perf_counter() - begun)
    widget.hide()
    return taken


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Count; Qt's name and signature."""
        self.count += event.type() is QEvent.Type.Paint
        return False


def painted_in(count: int, widget: QWidget, see: See) -> int:
    """In how many of the frames the plot was painted; this run is not measured."""
    canvas = widget.canvas if isinstance(widget, TimelineView) else widget
    assert isinstance(canvas, ChartCanvas | pyqtgraph.GraphicsView)
    paints, painted = Paints(canvas.viewport()), 0
    for frame in range(count):
        before = paints.count
        see(*stretch(frame, count))
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        painted += paints.count > before
    return painted
