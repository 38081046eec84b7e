"""Keeping Python's collector of cycles away from what can't be part of a cycle.

The collector looks at what is new, and from time to time at everything. While a large case is taken
in, that is most of the time that it takes; and later each look at its columns, millions of numbers,
stops every thread.

The collector destroys what it finds in the thread in which it runs. What it finds may be part of a
window, and that no other thread may destroy while Qt is using it; so it runs in the main one only.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident, main_thread

LARGE = 20_000
"""From so many events on, a look at the columns of a solved case is longer than a frame."""


class _Rest:
    """How many want the collector to rest, in whatever threads, and whether it goes on when none of
    them does any more."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._goes_on = False

    def begin(self) -> None:
        with self._lock:
            if not self._count:
                self._goes_on = gc.isenabled()
            self._count += 1
            gc.disable()

    def end(self) -> None:
        with self._lock:
            self._count -= 1
            if not self._count and self._goes_on:
                gc.enable()


_REST = _Rest()


@contextmanager
def collector_resting() -> Iterator[None]:
    """The collector does not run by itself meanwhile, whatever other threads begin and end."""
    _REST.begin()
    try:
        yield
    finally:
        _REST.end()


def collect_young() -> None:
    """Have the collector look at what is new, if this is the main thread. It finds tuples that hold
    no container, and never looks at them again."""
    if get_ident() == main_thread().ident:
        gc.collect(0)


def spare_from_collector(size: int) -> None:
    """Have the collector never look again at what there is now, where `size` events are many.

    What nothing refers to any more goes all the same, unless it is part of a cycle. There is none
    in a case; a few kilobytes of others may stay until the program ends.
    """
    if size >= LARGE:
        gc.freeze()


def spare_imported() -> None:
    """Have the collector never look again at what has been imported by now, which stays: looking
    through it once takes longer than reading a case."""
    gc.freeze()
