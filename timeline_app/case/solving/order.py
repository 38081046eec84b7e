"""How events lie against each other: certainties of pairs, relations, and the order for stepping.

Rules:
* A pair is compared by its starts: d = start(second) - start(first) over all solutions. The
  first is certainly before the second where d >= 1 always, which is to say: where the distance
  from the second to the first is -1 or less. The second is not before the first where it is 0 or
  less; the same where both distances are 0.
* A distance is the least of two: through the origin, where it is the difference of two bounds;
  and past it, over statements that join ends.
* Up to `EXACT` events all pairs are kept, as one whole number of bits for each event.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from timeline_app.case.solving.distances import Distances
from timeline_app.case.solving.network import Solution
from timeline_app.case.solving.pairs import Pairs, PairSearch, members
from timeline_app.case.solving.paths import Search
from timeline_app.case.solving.slopes import Slopes
from timeline_app.case.solving.sorting import sorted_places

EXACT = 1_000
"""Up to so many events every pair is compared."""


class Certainty(StrEnum):
    """What is established of the order of a first and a second event."""

    CERTAIN = "certain"
    SAME = "same"
    NOT_BEFORE = "not before"
    NOT_ESTABLISHED = "not established"


class Comparison(Struct, frozen=True, gc=False):
    """A certainty, and whether it holds of the pair the other way round.

    `swapped` is True where it is the second event that lies certainly before the first
    (CERTAIN), or where it is the first that is not before the second (NOT_BEFORE).
    """

    certainty: Certainty
    swapped: bool


class Relations(Struct, frozen=True, gc=False):
    """The other events, by their order against one event.

    `before` lie certainly before it, `after` certainly after it, `same` at the same second;
    `not_before` are not before it, `not_after` not after it; of `not_established` nothing is
    known. Every other event is in exactly one of the six.
    """

    before: frozenset[int]
    after: frozenset[int]
    same: frozenset[int]
    not_before: frozenset[int]
    not_after: frozenset[int]
    not_established: frozenset[int]


class Order(Struct, frozen=True, eq=False, dict=True):
    """The order of the events of a solution; `starts` has the node of each event's start."""

    solution: Solution
    starts: list[int]

    @cached_property
    def classes(self) -> list[int]:
        """The class of each event's start."""
        return [self.solution.contraction.class_of[node] for node in self.starts]

    @cached_property
    def times(self) -> list[int]:
        """The start of each event in the schedule."""
        schedule = self.solution.schedule
        return [schedule[number] for number in self.classes]

    @cached_property
    def stepping(self) -> tuple[int, ...]:
        """The events by their start in the schedule, then as in the file."""
        return tuple(sorted_places(self.times))

    @cached_property
    def exact(self) -> bool:
        """Whether there are few enough events to compare every pair."""
        return len(self.starts) <= EXACT

    @cached_property
    def earliest(self) -> list[int | None]:
        """The earliest second of each event's start, None where it is open."""
        bounds, reach = self.solution.earliest, self.solution.network.reach
        return [bounds[one] if bounds[one] >= -reach else None for one in self.classes]

    @cached_property
    def latest(self) -> list[int | None]:
        """The latest second of each event's start, None where it is open."""
        bounds, reach = self.solution.latest, self.solution.network.reach
        return [bounds[one] if bounds[one] <= reach else None for one in self.classes]

    def compare(self, first: int, second: int) -> Comparison:
        """What is established of two events."""
        forth, back = self._lead(first, second), self._lead(second, first)
        if forth == back:
            same = forth == _NOT_AFTER
            return Comparison(Certainty.SAME if same else Certainty.NOT_ESTABLISHED, swapped=False)
        certain = max(forth, back) == _BEFORE
        certainty = Certainty.CERTAIN if certain else Certainty.NOT_BEFORE
        return Comparison(certainty, swapped=back > forth)

    def _lead(self, first: int, second: int) -> int:
        """Whether the first lies certainly before the second, or at least not after it."""
        if self.exact:
            bit = 1 << first
            certain = bool(self.pairs.before[second] & bit)
            return certain + bool(self.pairs.not_after[second] & bit)
        source, target = self.classes[second], self.classes[first]
        times = self.solution.schedule
        if times[source] < times[target]:
            return _NEITHER
        latest, earliest = self.latest[first], self.earliest[second]
        if latest is not None and earliest is not None and latest < earliest:
            return _BEFORE
        touching = latest is not None and latest == earliest
        distance = self.fall(source, target)
        if distance is None:
            return _NOT_AFTER if touching else _NEITHER
        return _BEFORE if distance < 0 else _NOT_AFTER

    def fall(self, source: int, target: int) -> int | None:
        """The distance between two classes, the origin left out, if it is 0 or less, else None."""
        height = self.search.height
        most = height[source] - height[target]
        numbers = None if self.any_rising else range(source, target + 1)
        known = self.search.distances(source, targets=(target,), numbers=numbers, most=most)
        distance = known.get(target, 1)
        return distance if distance <= 0 else None

    @cached_property
    def search(self) -> Search:
        """Looks for the distances from a class, the origin left out."""
        return Search.of(self.solution, reverse=False)

    @cached_property
    def any_rising(self) -> bool:
        """Whether any arc rises. Where none does, each leads to a higher number."""
        return max(self.solution.contraction.forward.weights, default=0) > 0

    def limits(self, first: int, seconds: Sequence[int]) -> dict[int, tuple[int, int | None]]:
        """For events not before another, nor the same: the least and greatest gap to each."""
        source = self.classes[first]
        search = self.pair_search if self.exact else self.slopes
        back, forth = search.limits(source, {self.classes[second] for second in seconds})
        found = {}
        for second in seconds:
            number = self.classes[second]
            least = _least_of(back.get(number), _sum(self.latest[first], self.earliest[second]))
            most = _least_of(forth.get(number), _sum(self.latest[second], self.earliest[first]))
            found[second] = (-(least or 0), most)
        return found

    def relations(self, event: int) -> Relations:
        """Where every other event lies against one."""
        if self.exact:
            pairs = self.pairs
            before, after = set(members(pairs.before[event])), set(members(pairs.after[event]))
            not_after = set(members(pairs.not_after[event]))
            not_before = set(members(pairs.not_before[event]))
        else:
            before, not_after = self._against(event, reverse=False)
            after, not_before = self._against(event, reverse=True)
        same = not_before & not_after
        known = not_before | not_after
        others = set(range(len(self.starts))) - {event}
        return Relations(
            before=frozenset(before),
            after=frozenset(after),
            same=frozenset(same),
            not_before=frozenset(not_before - after - same),
            not_after=frozenset(not_after - before - same),
            not_established=frozenset(others - known),
        )

    def _against(self, event: int, *, reverse: bool) -> tuple[set[int], set[int]]:
        """The events certainly before one and those not after it (reverse: after, not before)."""
        weak, strict = self.slopes.beneath(self.classes[event], reverse=reverse)
        certain = {one for one, number in enumerate(self.classes) if number in strict}
        possible = {one for one, number in enumerate(self.classes) if number in weak}
        bound = self.latest[event] if reverse else self.earliest[event]
        others = self.earliest if reverse else self.latest
        if bound is not None:
            sign = -1 if reverse else 1
            for one, other in enumerate(others):
                if other is not None and sign * (bound - other) >= 0:
                    possible.add(one)
                    if bound != other:
                        certain.add(one)
        return certain - {event}, possible - {event}

    @cached_property
    def slopes(self) -> Slopes:
        """What falling arcs, and the rising arcs that matter, lead to."""
        return Slopes.of(self.solution)

    @cached_property
    def distances(self) -> Distances:
        """How far times lie apart at most."""
        return Distances(self.solution)

    @cached_property
    def pair_search(self) -> PairSearch:
        """The search for pairs, for at most `EXACT` events."""
        slopes, landmarks = self.slopes.surveyed()
        return PairSearch(slopes, landmarks, self.classes, self.earliest, self.latest)

    @property
    def pairs(self) -> Pairs:
        """All pairs, for at most `EXACT` events."""
        return self.pair_search.pairs


_NEITHER, _NOT_AFTER, _BEFORE = 0, 1, 2


def _sum(latest: int | None, earliest: int | None) -> int | None:
    """The distance through the origin, from the node with the earliest to that with the latest."""
    return None if latest is None or earliest is None else latest - earliest


def _least_of(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else min(one, other)
