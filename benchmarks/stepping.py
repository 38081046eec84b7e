"""What a step to the next event costs: the detail pane filled, the passage in view, all painted.

All passages lie in one source of five million characters, spread over the whole of it, so that each
step leads to another place of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent

from benchmarks.application import quiet_application
from benchmarks.effort import Effort
from benchmarks.generated_case import Plan, write_case
from benchmarks.loading import gaps_until_rest
from benchmarks.rows import Goal, Row, compared_row
from timeline_app.app import make_window
from timeline_app.window.main_window import MainWindow

TEXT = 5_000_000
STEPS = 20
FRAME = 1 / 60
GOAL = Goal(3.0)


def rows(effort: Effort) -> Iterator[Row]:
    """The median step and the longest, for a small case and a large one."""
    application = quiet_application()
    text = TEXT if effort.is_full else TEXT // 10
    for events in (max(effort.events // 100, 2), effort.events):
        window = opened(_file(effort.folder, events, text))
        rounds = [steps(window) for _ in range(effort.rounds)]
        what = f"step in a text of {text / 1e6:g} million characters, {events:,} events"
        frames = [FRAME] * len(rounds)
        goal = effort.where_full(GOAL)
        typical = [median(one) for one in rounds]
        yield compared_row(what, "a frame at 60 Hz", typical, frames, goal=goal)
        yield compared_row(f"{what}: longest", "the same", list(map(max, rounds)), frames)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()


def _file(folder: Path, events: int, text: int) -> Path:
    path = folder / f"one-source-{events}.case.json"
    if not path.is_file():
        with path.open("wb") as file:
            write_case(Plan(events, sources=1, text=text), file)
    return path


def opened(file: Path) -> MainWindow:
    """A window that shows this file, come to rest."""
    window = make_window(None)
    window.resize(1_440, 900)
    window.show()
    window.loader.open_paths([file])
    gaps_until_rest(lambda: window.background.is_busy)
    return window


def steps(window: MainWindow) -> list[float]:
    """How long each of some steps takes, until all is painted."""
    taken = []
    for _ in range(STEPS):
        begun = perf_counter()
        window.session.step(1)
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()  # offscreen, one would hide a paint
        taken.append(perf_counter() - begun)
    return taken
