"""Panning two linked panels against panning one: the same window on one case, and on two compared.

Both windows are 1600 × 900 pixels offscreen, so that two panels share the room that one has, with
lines between their pairs besides. A frame is one call on the session and two rounds of the event
loop; what is seen follows the script of `panning`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent

from benchmarks.application import quiet_application
from benchmarks.effort import Effort
from benchmarks.panning import frames
from benchmarks.rows import Goal, Row, compared_row
from timeline_app.case.opening import open_case
from timeline_app.paths import cases_folder
from timeline_app.session.case_view import Axis
from timeline_app.session.compared import work_out
from timeline_app.session.comparing import Manner, Side
from timeline_app.session.comparing_spans import ends
from timeline_app.session.picture import seen
from timeline_app.session.session import Session
from timeline_app.settings import Settings
from timeline_app.window.main_window import MainWindow

A, B = "09-ministry-recorder.case.json", "05-feng-jiang-consultants.case.json"
GOAL = Goal(2.2)

See = Callable[[float, float], None]


def rows(effort: Effort) -> Iterator[Row]:
    """A row for each axis."""
    application = quiet_application()
    for axis in Axis:
        stages = {"one": _window(axis, compared=False), "two": _window(axis, compared=True)}
        taken: dict[str, list[float]] = {name: [] for name in stages}
        for number in range(effort.rounds):
            for name in sorted(stages, reverse=number % 2 > 0):
                taken[name].append(median(frames(effort.few_frames, *stages[name])))
        for window, _ in stages.values():
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents()
        yield compared_row(
            f"pan and zoom two linked panels, {axis.value}: median frame",
            "one panel in the same window",
            taken["two"],
            taken["one"],
            goal=GOAL,
        )


def _window(axis: Axis, *, compared: bool) -> tuple[MainWindow, See]:
    """A window on one case, or on two compared, and what moves it."""
    session = Session(manner=Manner())
    folder = cases_folder()
    session.add_cases([open_case(folder / A), open_case(folder / B)])
    if compared:
        session.compare(0, 1)
    session.set_axis(axis)
    while (wanted := session.wanted) is not None:
        session.take_compared(work_out(wanted))
    session.fit_case()
    window = MainWindow(session, Settings())
    stretch = session.side_stretch(Side.A)
    if session.view is None:
        raise ValueError("the case does not open")
    whole = ends(stretch) if stretch is not None else seen(session.view)
    return window, partial(_see_part, session.see, *whole)


def _see_part(see: See, start: float, end: float, first: float, last: float) -> None:
    see(start + first * (end - start), start + last * (end - start))
