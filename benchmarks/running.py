"""Which benchmarks there are, and how one is run.

Each runs in a process of its own, so that none leaves a heap or an application object to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context

from benchmarks.effort import Effort
from benchmarks.rows import Row

BENCHMARKS: Mapping[str, str] = {
    "starting": "start-up to the first painted window and case",
    "commands": "check and show of one case",
    "reading": "reading large files",
    "dates": "dates a second",
    "solving": "the order of small and large cases",
    "comparing": "two cases of any size compared",
    "loading": "how long the window stands still while a large case loads",
    "stepping": "a step to the next event, its passage in view",
    "panning": "a scripted pan and zoom over a real case",
    "comparing_view": "two linked panels moved, against one",
    "frames": "what a frame costs by how many events are loaded",
    "laying_out": "single frames of large cases laid out",
    "painting": "a crowded frame, widths of labels, a picture",
    "pictures_against_matplotlib": "a crowded picture as PNG, SVG and PDF",
    "exporting": "a hundred cases exported by one process",
}
"""By the name of its module, in the order of the table. A module has `rows(effort)`."""


def rows_of(name: str, effort: Effort) -> list[Row]:
    """The rows of one benchmark, measured in this process."""
    rows: Callable[[Effort], Iterator[Row]] = import_module(f"benchmarks.{name}").rows
    return list(rows(effort))


def rows_apart(name: str, effort: Effort) -> list[Row]:
    """The same, measured in a new process."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(rows_of, name, effort).result()
