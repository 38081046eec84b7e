"""Taking times: rounds in turn with their floor, so that both see the same machine."""

from __future__ import annotations

import gc
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import perf_counter

Work = Callable[[], object]


def interleaved(rounds: int, works: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """What each work says it took, by name, round by round; every other round runs backwards.

    A work takes its own time, so that what it needs beforehand is not counted.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds):
        for name in sorted(works, reverse=number % 2 > 0):
            taken[name].append(works[name]())
    return taken


def seconds(work: Work) -> float:
    """How long a piece of work takes; giving up its result is not counted."""
    begun = perf_counter()
    result = work()
    taken = perf_counter() - begun
    del result
    return taken


def timed(work: Work) -> Callable[[], float]:
    """The same work as one that says what it took, with a clean heap before it."""

    def run() -> float:
        gc.collect()
        return seconds(work)

    return run


@contextmanager
def collector_off() -> Iterator[None]:
    """The cycle collector does not run meanwhile."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def percentile(values: Sequence[float], part: float) -> float:
    """The least value that at least this part (0 to 1) of the values don't exceed."""
    return sorted(values)[max(math.ceil(part * len(values)), 1) - 1]
