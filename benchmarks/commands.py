"""`timeline-app check` and `show` on one case, as whole processes, against `python -c pass`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from benchmarks.effort import Effort
from benchmarks.measuring import interleaved, seconds
from benchmarks.processes import environment, run_python
from benchmarks.rows import Goal, Row, compared_row

CASE = "data/09-ministry-recorder.case.json"
NOTHING = "python -c pass"
GOAL = Goal(8.0)
COMMANDS = {
    "check": ("-m", "timeline_app", "check", CASE),
    "show": ("-m", "timeline_app", "show", CASE),
    "nothing": ("-c", "pass"),
}


def rows(effort: Effort) -> Iterator[Row]:
    """One row for each command."""
    given = environment(effort)
    works = {name: partial(run_python, command, given) for name, command in COMMANDS.items()}
    if effort.warms_up:
        for work in works.values():
            work()
    taken = interleaved(effort.starts, {name: partial(seconds, works[name]) for name in works})
    for name in ("check", "show"):
        what = f"timeline-app {name} on one case"
        yield compared_row(what, NOTHING, taken[name], taken["nothing"], goal=GOAL)
