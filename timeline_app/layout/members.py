"""The events of a cluster, as ranges of ranks in a sorted column.

Rules:
* Events are sorted once. A cluster's events lie in a few unbroken ranges of that order, so that
  a cluster is made without touching any of its events.
* Nothing is copied until somebody asks for the events one by one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol, overload

import numpy as np
from numpy.typing import NDArray

Ranges = tuple[tuple[int, int], ...]


class LateRanges(Protocol):
    """Ranges of ranks that are worked out when they are asked for."""

    @property
    def ranges(self) -> Ranges:
        """The ranges."""

    def __len__(self) -> int:
        """How many ranks they hold."""

    def __contains__(self, rank: int) -> bool:
        """Whether they hold a rank."""


class Members(Sequence[int]):
    """Event indices at some ranks of a sorted order.

    `order` gives the event at each rank, `ranks` the rank of each event (-1 where it has none).
    The ranges are half open, not empty, in rising order, and don't overlap.
    """

    __slots__ = ("_held", "_length", "_order", "_ranks")

    def __init__(
        self,
        order: NDArray[np.int64],
        ranks: NDArray[np.int64],
        held: Ranges | LateRanges,
    ) -> None:
        """The ranges, or what can tell of them without working them out."""
        self._order = order
        self._ranks = ranks
        self._held = held
        if isinstance(held, tuple):
            self._length = sum([high - low for low, high in held])
        else:
            self._length = len(held)

    @property
    def ranges(self) -> Ranges:
        """The ranges of ranks."""
        if not isinstance(self._held, tuple):
            self._held = self._held.ranges
        return self._held

    def rank_of(self, event: int) -> int:
        """The rank of an event, whether among these or not."""
        return int(self._ranks[event])

    def __len__(self) -> int:
        return self._length

    def __contains__(self, event: object) -> bool:
        if not isinstance(event, int) or not 0 <= event < len(self._ranks):
            return False
        rank = int(self._ranks[event])
        if not isinstance(self._held, tuple):
            return rank in self._held
        part = bisect_right(self.ranges, rank, key=_begin) - 1
        return part >= 0 and rank < self.ranges[part][1]

    def __iter__(self) -> Iterator[int]:
        for low, high in self.ranges:
            yield from self._order[low:high].tolist()

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError("a cluster has no such event")
        for low, high in self.ranges:
            if place < high - low:
                return int(self._order[low + place])
            place -= high - low
        raise AssertionError("the ranges are as long as they say")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Members) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.ranges)


class Holders:
    """Which of several groups of events holds one; those that are `Members` are all of one sorted
    order, and are found without being asked one by one."""

    def __init__(self, groups: Sequence[Sequence[int]]) -> None:
        """No event is in two of them."""
        self._sorted = next((group for group in groups if isinstance(group, Members)), None)
        self._parts = sorted(
            (low, high, number)
            for number, group in enumerate(groups)
            if isinstance(group, Members)
            for low, high in group.ranges
        )
        self._listed = {
            event: number
            for number, group in enumerate(groups)
            if not isinstance(group, Members)
            for event in group
        }

    def of(self, event: int) -> int | None:
        """The place of the group that holds an event, or None where none does."""
        if self._sorted is None:
            return self._listed.get(event)
        rank = self._sorted.rank_of(event)
        place = bisect_right(self._parts, rank, key=_part_begin) - 1
        if place >= 0 and rank < self._parts[place][1]:
            return self._parts[place][2]
        return self._listed.get(event)


def _part_begin(part: tuple[int, int, int]) -> int:
    return part[0]


def _begin(part: tuple[int, int]) -> int:
    return part[0]
