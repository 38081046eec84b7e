"""The order of all pairs of events, as one whole number of bits for each event.

Rules:
* For as many events as make that cheap (`order.EXACT`). A number's bit n stands for event n.
* Falling arcs, bounds and landmarks are a matter of joining bits, class by class. Where a rising
  arc matters the distances from the class are looked up besides, as far as something is not
  settled by those.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from itertools import accumulate
from operator import or_

from msgspec import Struct

from timeline_app.case.solving.landmarks import Landmark
from timeline_app.case.solving.paths import FAR
from timeline_app.case.solving.slopes import Slopes


class Pairs(Struct, frozen=True, gc=False):
    """For each event four numbers of bits.

    The events certainly before it; those not after it, the certain ones and those at the same
    second with them; those certainly after it; those not before it. Its own bit is never set.
    """

    before: list[int]
    not_after: list[int]
    after: list[int]
    not_before: list[int]


class PairSearch(Struct, frozen=True, dict=True):
    """Finds the pairs of some events, given the class of each and its bounds."""

    slopes: Slopes
    landmarks: Sequence[Landmark]
    classes: Sequence[int]
    earliest: Sequence[int | None]
    latest: Sequence[int | None]

    @cached_property
    def pairs(self) -> Pairs:
        """All pairs."""
        before, not_after = [], []
        for event in range(len(self.classes)):
            certain, weak = self.plain[event]
            if self.classes[event] in self.slopes.climbing:
                climbed = self._climbed(self.classes[event])
                certain, weak = certain | climbed[0], weak | climbed[1]
            before.append(certain & ~(1 << event))
            not_after.append(weak & ~(1 << event))
        return Pairs(before, not_after, _transposed(before), _transposed(not_after))

    def proves(self, first: int, second: int, *, weak: bool) -> bool:
        """Whether the first is certainly before the second (weak: not after it)."""
        if self.plain[second][weak] >> first & 1:
            return True
        number = self.classes[second]
        return number in self.slopes.climbing and bool(self._climbed(number)[weak] >> first & 1)

    def limits(self, source: int, targets: set[int]) -> tuple[dict[int, int], dict[int, int]]:
        """The distances from some classes, all 0 or less, to one, and those from it to them."""
        forth, back = self.slopes.forth, self.slopes.back
        level, least = forth.height[source], 0
        most = 0
        for one in targets:
            rise = forth.height[one] - level
            least = max(least, rise)
            most = max(most, self._over_landmarks(source, one) - rise)
        ahead = source in self.slopes.climbable
        return (
            back.distances_to(source, targets, least),
            forth.distances_to(source, targets, most) if ahead else {},
        )

    def _over_landmarks(self, source: int, target: int) -> int:
        """How long the shortest way over a landmark is."""
        ways = (landmark.to[source] + landmark.since[target] for landmark in self.landmarks)
        return min(ways, default=FAR)

    @cached_property
    def _own(self) -> dict[int, int]:
        """The events of each class that has some."""
        own: dict[int, int] = {}
        for event, number in enumerate(self.classes):
            own[number] = own.get(number, 0) | 1 << event
        return own

    @cached_property
    def plain(self) -> list[tuple[int, int]]:
        """For each event those before it and those not after it, with its own bit, by falling arcs,
        bounds and landmarks."""
        weak, strict = self._fallen_to()
        found = [(strict[number], weak[number]) for number in self.classes]
        for to, since in self._passages():
            passed = sorted((far, event) for event, far in enumerate(since) if far is not None)
            lengths = [far for far, _ in passed]
            events = list(accumulate((1 << event for _, event in passed), or_, initial=0))
            for event, far in enumerate(to):
                if far is not None:
                    before, with_it = found[event]
                    found[event] = (
                        before | events[bisect_left(lengths, -far)],
                        with_it | events[bisect_right(lengths, -far)],
                    )
        return found

    def _passages(self) -> Iterator[tuple[list[int | None], list[int | None]]]:
        """The distances of all events to the origin, and from there; then those of landmarks."""
        yield [None if bound is None else -bound for bound in self.earliest], list(self.latest)
        for landmark in self.landmarks:
            yield (
                [landmark.to[number] for number in self.classes],
                [landmark.since[number] for number in self.classes],
            )

    def _fallen_to(self) -> tuple[list[int], list[int]]:
        """The events that falling arcs lead to from each class, and those with a second lost."""
        graph = self.slopes.solution.contraction.forward
        weak = [self._own.get(number, 0) for number in range(graph.count)]
        strict = [0] * graph.count
        for node in range(graph.count - 1, -1, -1):
            for arc in range(graph.offsets[node], graph.offsets[node + 1]):
                head = graph.heads[arc]
                if graph.weights[arc] == 0:
                    weak[node] |= weak[head]
                    strict[node] |= strict[head]
                elif graph.weights[arc] < 0:
                    strict[node] |= weak[head]
            weak[node] |= strict[node]
        return weak, strict

    def _climbed(self, number: int) -> tuple[int, int]:
        """What a search says of a class: the events before it, those not after it."""
        if number not in self._found:
            most = self._farthest_open(number)
            weak, strict = self.slopes.climbed_to(number, most) if most >= 0 else (set(), set())
            self._found[number] = (self._events_of(strict), self._events_of(weak))
        return self._found[number]

    def _farthest_open(self, number: int) -> int:
        """How far a search of a class must go: the greatest reduced distance at which an event can
        lie before it, or with it, of which that is not settled already; -1 where all are."""
        own, height = self._own[number], self.slopes.forth.height
        event = own.bit_length() - 1
        settled = self.plain[event][0] | self._plain_after[event] | own
        for other in self._by_height:
            low = height[self.classes[other]]
            if low > height[number]:
                break
            if not settled >> other & 1:
                return height[number] - low
        return -1

    @cached_property
    def _plain_after(self) -> list[int]:
        """For each event those certainly after it, as far as that is plain."""
        return _transposed([certain for certain, _ in self.plain])

    @cached_property
    def _by_height(self) -> list[int]:
        """The events by their time in the schedule. What lies higher than another can't be before
        it, nor with it."""
        height = self.slopes.forth.height
        return sorted(range(len(self.classes)), key=lambda event: height[self.classes[event]])

    @cached_property
    def _found(self) -> dict[int, tuple[int, int]]:
        return {}

    def _events_of(self, classes: Iterable[int]) -> int:
        return reduce(or_, (self._own[one] for one in classes if one in self._own), 0)


def members(bits: int) -> Iterator[int]:
    """The places of the bits that are set, upwards."""
    text = bin(bits)[:1:-1]
    place = text.find("1")
    while place >= 0:
        yield place
        place = text.find("1", place + 1)


def _transposed(rows: list[int]) -> list[int]:
    """Rows of bits read as columns."""
    texts = [f"{row:0{len(rows)}b}"[::-1] for row in rows]
    return [int("".join(column)[::-1], 2) for column in zip(*texts, strict=True)]
