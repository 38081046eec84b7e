"""How far times of a solved case can lie from one event, or from the first or last of several.

Rules:
* The most by which the first of some times can lie after t is the least of the single distances;
  so is the most by which t can lie after the last of them. Both are exact: a node that is not
  after any of the targets (not before any of the sources) is as far away as the nearest of them.
* One search tells it of all classes, however many targets there are.
* A distance is the least of two: past the origin, and through it, where it is the difference of
  two bounds. The latter is known beforehand, and so tells where a search need not go.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.solving.network import Solution
from timeline_app.case.solving.paths import Search

Limits = list[int | None]
"""For each class of a solution a number of seconds; None where there is no limit."""


class Distances(Struct, frozen=True, dict=True):
    """Distances between the classes of a solution."""

    solution: Solution

    def most_until_first(self, targets: Collection[int], cancelled: CancelCheck) -> Limits:
        """By how much, at most, the first of some classes can lie after each class."""
        stop_if(cancelled)
        last, reach = self.first_latest(targets), self.solution.network.reach
        through = [
            None if last is None or bound < -reach else last - bound
            for bound in self.solution.earliest
        ]
        return self._back.nearest(targets, through)

    def most_since_last(self, sources: Collection[int], cancelled: CancelCheck) -> Limits:
        """By how much, at most, each class can lie after the last of some classes."""
        stop_if(cancelled)
        first, reach = self.last_earliest(sources), self.solution.network.reach
        through = [
            None if first is None or bound > reach else bound - first
            for bound in self.solution.latest
        ]
        return self._forth.nearest(sources, through)

    def first_latest(self, classes: Collection[int]) -> int | None:
        """The latest second of the first of some classes, None where it is open."""
        last = min((self.solution.latest[one] for one in classes), default=None)
        return None if last is None or last > self.solution.network.reach else last

    def last_earliest(self, classes: Collection[int]) -> int | None:
        """The earliest second of the last of some classes, None where it is open."""
        first = max((self.solution.earliest[one] for one in classes), default=None)
        return None if first is None or first < -self.solution.network.reach else first

    @cached_property
    def _forth(self) -> Search:
        return Search.of(self.solution, reverse=False)

    @cached_property
    def _back(self) -> Search:
        return Search.of(self.solution, reverse=True)
