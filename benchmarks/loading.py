"""How long the window stands still while a large case is loaded.

A window of the program opens a generated file as it opens any: in its background thread. Meanwhile
a timer ticks on the GUI thread every two milliseconds; what lies between two ticks, less these two,
is a stall. Python's lock passes from thread to thread every five milliseconds, so that no stall is
shorter where both have work; what is longer is a single call that does not give up the lock, or
work of the GUI thread itself.

Each stall is laid to what went on in it for the longest time: one of the steps of loading, which
are watched from outside, or, after the last of them, handing over: the session and all widgets take
the case and show it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer

from benchmarks.application import quiet_application
from benchmarks.effort import Effort
from benchmarks.generated_case import case_file
from benchmarks.rows import Goal, Row, plain_row
from timeline_app.app import make_window

TICK = 0.002
REST = 0.25
"""Loading is over when nothing has kept the GUI thread busy for so many seconds."""
STILL = 0.05
CLOSING = Goal(0.5)
GOALS = {100_000: Goal(0.05), 1_000_000: Goal(0.25)}

STEPS: Mapping[str, tuple[str, str]] = {
    "reading": ("timeline_app.case.opening", "read_case"),
    "solving": ("timeline_app.case.opening", "solve_case"),
    "placing passages": ("timeline_app.case.opening", "place_texts"),
    "making ready": ("timeline_app.window.loading", "make_file_ready"),
}
"""The functions that the background thread calls in this order, by what is said of them."""
HANDING_OVER = "handing over"
BETWEEN = "between the steps"

Given = ParamSpec("Given")
Result = TypeVar("Result")
Span = tuple[float, float]


def rows(effort: Effort) -> Iterator[Row]:
    """For each size the longest stall in all, then that of each step and what it took."""
    application = quiet_application()
    for events, rounds in ((effort.events, effort.long_rounds), (effort.large, 1)):
        file = case_file(effort.folder, events)
        loads = [loaded(file) for _ in range(rounds)]
        what = f"longest stall while {events:,} events load"
        goal = effort.where_full(GOALS.get(events))
        yield plain_row(what, [load.longest() for load in loads], goal=goal)
        for step in (*STEPS, HANDING_OVER):
            yield plain_row(f"{what}: {step}", [load.longest(step) for load in loads])
        for step in STEPS:
            taken = [load.took(step) for load in loads]
            yield plain_row(f"{step}, {events:,} events, in the background", taken)
        closed = [load.closing for load in loads]
        what = f"closing the window with {events:,} events loaded"
        yield plain_row(what, closed, goal=CLOSING if events == effort.large else None)
    application.processEvents()


@dataclass(frozen=True, slots=True)
class Load:
    """One case loaded: the times between ticks, when each step began and ended, and how long it
    took to close the window afterwards."""

    gaps: list[Span]
    steps: dict[str, Span]
    closing: float = 0.0

    def longest(self, step: str | None = None) -> float:
        """The longest stall in seconds, of all or of those that are laid to a step."""
        stalls = [gap for gap in self.gaps if step is None or self.step_of(gap) == step]
        return max((end - begin for begin, end in stalls), default=0.0)

    def step_of(self, gap: Span) -> str:
        """What went on for the longest time between two ticks."""
        last = max((end for _, end in self.steps.values()), default=0.0)
        shared = {name: _shared(gap, span) for name, span in self.steps.items()}
        shared[HANDING_OVER] = _shared(gap, (last, sys.float_info.max))
        longest = max(shared, key=shared.__getitem__)
        return longest if shared[longest] > 0.0 else BETWEEN

    def took(self, step: str) -> float:
        """How long a step took, in seconds."""
        begin, end = self.steps[step]
        return end - begin


def _shared(one: Span, other: Span) -> float:
    return min(one[1], other[1]) - max(one[0], other[0])


class Ticks(QObject):
    """A timer of the GUI thread that notes how late it is, and ends a loop of events when the
    work is done and nothing has kept the thread busy since."""

    def __init__(self, is_busy: Callable[[], bool], done: Callable[[], None]) -> None:
        super().__init__()
        self.gaps: list[Span] = []
        self._is_busy = is_busy
        self._done = done
        self._last = self._kept_busy = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(round(1_000 * TICK))

    def _tick(self) -> None:
        now = perf_counter()
        if now - self._last > TICK:
            self.gaps.append((self._last + TICK, now))
        if now - self._last > STILL or self._is_busy():
            self._kept_busy = now
        elif now - self._kept_busy > REST:
            self._timer.stop()
            self._done()
        self._last = now


def loaded(file: Path) -> Load:
    """Open a window, load a file in it, and close it."""
    window = make_window(None)
    window.resize(1_440, 900)
    window.show()
    gaps_until_rest(lambda: False)
    steps: dict[str, Span] = {}
    with ExitStack() as watching:
        for name, (module, function) in STEPS.items():
            work = getattr(import_module(module), function)
            watching.enter_context(patch(f"{module}.{function}", _watched(name, work, steps)))
        window.loader.open_paths([file])
        gaps = gaps_until_rest(lambda: window.background.is_busy)
    if window.session.chronology is None:
        raise ValueError(f"{file} does not open")
    begun = perf_counter()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Load(gaps, steps, perf_counter() - begun)


def gaps_until_rest(is_busy: Callable[[], bool]) -> list[Span]:
    """What lies between the ticks, until there is nothing more to do."""
    loop = QEventLoop()
    ticks = Ticks(is_busy, loop.quit)
    loop.exec()
    return ticks.gaps


def _watched(
    name: str, work: Callable[Given, Result], steps: dict[str, Span]
) -> Callable[Given, Result]:
    """The same work, noting when it begins and ends."""

    def watched(*given: Given.args, **named: Given.kwargs) -> Result:
        begun = perf_counter()
        try:
            return work(*given, **named)
        finally:
            steps[name] = begun, perf_counter()

    return watched
