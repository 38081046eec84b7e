"""Start-up: from starting the process to the first painted case, and to the whole window around it.

The program is given its nine cases. The floors are an empty Qt window and an empty pyqtgraph plot
with its calendar axis, in the same size and on the same display.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from functools import partial

from benchmarks.display import display
from benchmarks.effort import Effort
from benchmarks.measuring import interleaved
from benchmarks.processes import environment, run_python
from benchmarks.rows import Goal, Row, compared_row

SECOND = 1e9
AGAINST_PLOT = Goal(0.9)
AGAINST_WINDOW = Goal(2.3, aim=1.7)
PROGRAMS = {"case": "case_window", "plot": "empty_plot", "window": "empty_window"}


def rows(effort: Effort) -> Iterator[Row]:
    """First the goals, then what comes after the case is seen."""
    with display(environment(effort)) as (shown_on, given):
        taken, whole_seen = _taken(effort, given)
    plot = "an empty PlotWidget + DateAxisItem"
    case = f"start to the first painted case, nine given ({shown_on})"
    whole = f"start to the whole window, nine given ({shown_on})"
    yield compared_row(case, plot, taken["case"], taken["plot"], goal=AGAINST_PLOT)
    yield compared_row(
        case, "an empty QMainWindow", taken["case"], taken["window"], goal=AGAINST_WINDOW
    )
    yield compared_row(whole, plot, whole_seen, taken["plot"])


def _taken(effort: Effort, given: Mapping[str, str]) -> tuple[dict[str, list[float]], list[float]]:
    """What each program took to what it is for, and the program to its whole window, by rounds."""
    whole_seen: list[float] = []

    def take(name: str) -> float:
        told = seconds_to_paint(PROGRAMS[name], given)
        if name == "case":
            whole_seen.append(told["whole"])
        return told["case" if name == "case" else "window"]

    if effort.warms_up:
        for name in PROGRAMS:
            take(name)
        whole_seen.clear()
    works = {name: partial(take, name) for name in PROGRAMS}
    return interleaved(effort.starts, works), whole_seen


def seconds_to_paint(program: str, given: Mapping[str, str]) -> dict[str, float]:
    """Start a program; by the name of what it has painted, how long that took."""
    begun = time.monotonic_ns()
    printed = run_python(["-m", f"benchmarks.programs.{program}"], given)
    told = [line.split() for line in printed.splitlines()]
    return {name: (int(moment) - begun) / SECOND for name, moment in told}
