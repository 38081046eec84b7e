"""How many events of each group touch a span, without looking at any of them.

Rules:
* An event touches a span where it begins before the end of it and does not end before its start. So
  those that do are those that have begun by the end less those that have ended by the start.
* Each group is sorted, and all of them are searched at once: the keys of a group's events lie
  between those of its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.columns import Seconds

Counts = NDArray[np.int64]
"""A count for each group."""


class GroupedTimes(Struct, frozen=True, eq=False, gc=False):
    """One time of each event, group by group: `ascending` are all of them sorted, `keys` those of
    the groups one after the other."""

    ascending: Seconds
    keys: NDArray[np.int64]
    bases: NDArray[np.int64]
    begins: NDArray[np.int64]

    def before(self, second: int) -> Counts:
        """How many of each group lie before a second."""
        passed = self.ascending.searchsorted(second)
        return np.asarray(self.keys.searchsorted(self.bases + passed) - self.begins)


class Touched(NamedTuple):
    """For each group how many of its events touch a span, and its ranks before which they begin
    before the start of the span, and before its end."""

    counts: list[int]
    low: list[int]
    high: list[int]


class Touching(Struct, frozen=True, eq=False, gc=False):
    """When the events of each group begin and end."""

    begun: GroupedTimes
    ended: GroupedTimes

    def in_span(self, start: int, end: int) -> Touched:
        """What of each group touches the seconds from `start` up to `end`."""
        low, high = self.begun.before(start), self.begun.before(end)
        counts = high - self.ended.before(start)
        bases = self.begun.begins
        return Touched(counts.tolist(), (low + bases).tolist(), (high + bases).tolist())


def touching(first: Seconds, last: Seconds, begins: Sequence[int]) -> Touching:
    """For events whose groups begin at these places, one after the other."""
    bounds = np.array(begins, dtype=np.int64)
    group = np.repeat(np.arange(len(bounds)), np.diff(np.append(bounds, len(first))))
    return Touching(_grouped(first, group, bounds), _grouped(last, group, bounds))


def _grouped(times: Seconds, group: NDArray[np.int64], begins: NDArray[np.int64]) -> GroupedTimes:
    ascending = np.sort(times)
    step = len(times) + 1
    keys = group * step + ascending.searchsorted(times)
    keys.sort()
    return GroupedTimes(ascending, keys, np.arange(len(begins)) * step, begins)
