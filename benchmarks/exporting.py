"""`timeline-app export` of many cases in one process, against one in a process of its own.

The cases are the nine of the program over and over, each in a file of its own. What is measured is
all of it: starting, reading, solving, laying out, painting, encoding, reading back, writing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from benchmarks.effort import Effort
from benchmarks.measuring import interleaved, seconds
from benchmarks.processes import ROOT, environment, run_python
from benchmarks.rows import Goal, Row, compared_row

FORMS = "png", "svg", "pdf", "html"
COUNT = 9
"""How many cases are exported; a hundred would take minutes."""
PART = 1 / 3
"""The goal: so much of what a process for each would take."""


def rows(effort: Effort) -> Iterator[Row]:
    """One row for each format; a mere trial has one."""
    given = environment(effort)
    count = min(COUNT, effort.events // 20)
    cases = _cases(count, effort.folder / f"{count}-cases")
    for form in FORMS if effort.warms_up else FORMS[:1]:
        command = ["-m", "timeline_app", "export", "--format", form, "--force"]
        target = f"{effort.folder / form}/"
        works = {
            "all": partial(run_python, [*command, str(cases), "-o", target], given),
            "one": partial(run_python, [*command, str(min(cases.iterdir())), "-o", target], given),
        }
        if effort.warms_up:
            works["one"]()
        taken = interleaved(effort.rounds, {one: partial(seconds, works[one]) for one in works})
        yield compared_row(
            f"export {count:,} cases as {form}, one process",
            "one of them, a process of its own",
            taken["all"],
            taken["one"],
            goal=Goal(round(count * PART, 1)) if count == COUNT else None,
        )


def _cases(count: int, folder: Path) -> Path:
    """A folder with so many case files."""
    folder.mkdir(exist_ok=True)
    files = sorted((ROOT / "data").glob("*.case.json"))
    for number, file in enumerate(islice(cycle(files), count)):
        shutil.copy(file, folder / f"{number:03}.case.json")
    return folder
