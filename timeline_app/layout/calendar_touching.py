"""How many events of each group touch a span, looking at a few of them only.

Rules:
* An event touches a span where it begins before the end of it and does not end before its start. So
  those that do are those that have begun by the end less those that have ended by the start.
* How many of each group lie before each block of times is known. What is left are the times of one
  block, which are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.columns import Seconds

Counts = NDArray[np.int64]
"""A count for each group."""

BLOCK: Final = 256
"""So many times are a block: to count them takes as long as to find the block."""


class GroupedTimes(Struct, frozen=True, eq=False, gc=False):
    """One time of each event: all of them `ascending`, the `groups` of these events; and for each
    block its first time (`firsts`), and how many of each group have `passed` before it
    (blocks, groups)."""

    ascending: Seconds
    groups: NDArray[np.int64]
    firsts: Seconds
    passed: NDArray[np.int64]

    def before(self, second: int) -> Counts:
        """How many of each group lie before a second."""
        number = self.passed.shape[1]
        block = int(self.firsts.searchsorted(second)) - 1
        if block < 0:
            return np.zeros(number, np.int64)
        begin = block * BLOCK
        end = begin + int(self.ascending[begin : begin + BLOCK].searchsorted(second))
        return np.asarray(
            self.passed[block] + np.bincount(self.groups[begin:end], minlength=number)
        )


class Touched(NamedTuple):
    """For each group how many of its events touch a span, and its ranks before which they begin
    before the start of the span, and before its end."""

    counts: Counts
    low: Counts
    high: Counts


class Touching(Struct, frozen=True, eq=False, gc=False):
    """When the events of each group begin and end; the groups begin at the ranks `bases`."""

    begun: GroupedTimes
    ended: GroupedTimes
    bases: NDArray[np.int64]

    def in_span(self, start: int, end: int) -> Touched:
        """What of each group touches the seconds from `start` up to `end`."""
        low, high = self.begun.before(start), self.begun.before(end)
        counts = high - self.ended.before(start)
        return Touched(counts, low + self.bases, high + self.bases)


def touching(first: Seconds, last: Seconds, begins: Sequence[int]) -> Touching:
    """For events whose groups begin at these places, one after the other."""
    bases = np.array(begins, dtype=np.int64)
    groups = np.repeat(np.arange(len(bases)), np.diff(np.append(bases, len(first))))
    return Touching(_grouped(first, groups, len(bases)), _grouped(last, groups, len(bases)), bases)


def _grouped(times: Seconds, groups: NDArray[np.int64], number: int) -> GroupedTimes:
    order = np.argsort(times, kind="stable")
    ascending, groups = times[order], groups[order]
    blocks = -(-len(times) // BLOCK)
    places = np.arange(len(times)) // BLOCK * number + groups
    counts = np.bincount(places, minlength=blocks * number).reshape(blocks, number)
    passed = np.cumsum(counts, axis=0) - counts
    return GroupedTimes(ascending, groups, ascending[::BLOCK].copy(), passed)
