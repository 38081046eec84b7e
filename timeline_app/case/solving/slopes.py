"""Where paths lead that lose time or keep it: the order that statements establish directly.

Rules:
* Only paths that leave the origin out. A path of length 0 or less says that its end is not after
  its start, one of -1 or less that it is before.
* A rising arc matters only where such a path leads over it. Where none does, the question is only
  which classes falling arcs lead to, and needs no distances.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, structs

from timeline_app.case.solving.graphs import Graph
from timeline_app.case.solving.landmarks import Landmark, Survey
from timeline_app.case.solving.network import Solution
from timeline_app.case.solving.paths import Search


class Slopes(Struct, frozen=True, dict=True):
    """What paths of length 0 or less lead to, the origin left out.

    `forth` and `back` search for distances from a class, and to it. `below` and `above` say for
    each class how short a path from it, or to it, can be; `climbing` has the classes from which a
    path of length 0 or less may lead over a rising arc, `climbable` those from which any path
    does.
    """

    solution: Solution
    forth: Search
    back: Search
    below: list[int]
    above: list[int]
    climbing: set[int]
    climbable: set[int]

    @staticmethod
    def of(solution: Solution) -> Slopes:
        """Look for the rising arcs that matter."""
        forward, backward = solution.contraction.forward, solution.contraction.backward
        forth, back = Search.of(solution, reverse=False), Search.of(solution, reverse=True)
        below, above = [0] * forward.count, [0] * forward.count
        climbing: set[int] = set()
        climbable: set[int] = set()
        if any(weight > 0 for weight in forward.weights):
            below, above = back.depths(), forth.depths()
            for tail in range(forward.count):
                for arc in range(forward.offsets[tail], forward.offsets[tail + 1]):
                    weight = forward.weights[arc]
                    if weight > 0:
                        climbable.add(tail)
                        if above[tail] + weight + below[forward.heads[arc]] <= 0:
                            climbing.add(tail)
            climbing, climbable = _reached(backward, climbing), _reached(backward, climbable)
        return Slopes(solution, forth, back, below, above, climbing, climbable)

    def surveyed(self) -> tuple[Slopes, list[Landmark]]:
        """The same for many searches, with the arcs that landmarks leave, and these landmarks.

        Where no rising arc matters there is nothing to search for, and so no landmark.
        """
        if not self.matter:
            return self, []
        survey = Survey.of(self.forth, self.back)
        return structs.replace(self, forth=survey.forth, back=survey.back), survey.landmarks

    @property
    def matter(self) -> bool:
        """Whether any rising arc matters."""
        return bool(self.climbing)

    def climbed_to(self, number: int, most: int) -> tuple[set[int], set[int]]:
        """The classes at a distance of 0 or less, and those at -1 or less, up to a reduced distance
        of `most`; rising arcs are looked at whether they matter or not."""
        known = self.forth.within(number, self.room_forth, most)
        weak = {node for node, distance in known.items() if distance <= 0}
        return weak, {node for node in weak if known[node] < 0}

    def beneath(self, number: int, *, reverse: bool) -> tuple[set[int], set[int]]:
        """The classes at a distance of 0 or less, and those at -1 or less (reverse: to it)."""
        if self.matter:
            search, room = (self.back, self.room_back) if reverse else (self.forth, self.room_forth)
            known = search.within(number, room)
            weak = {node for node, distance in known.items() if distance <= 0}
            return weak, {node for node in weak if known[node] < 0}
        contraction = self.solution.contraction
        graph = contraction.backward if reverse else contraction.forward
        weak = _reached(graph, {number}, falling=True)
        return weak, _reached(graph, _lower(graph, weak), falling=True)

    def limits(self, source: int, targets: set[int]) -> tuple[dict[int, int], dict[int, int]]:
        """The distances from the targets, all 0 or less, and those to them (if any)."""
        if not targets:
            return {}, {}
        numbers = None if self.matter else range(min(targets), source + 1)
        height = self.back.height
        most = height[source] - min(height[target] for target in targets)
        back = self.back.distances(source, targets=targets, numbers=numbers, most=most)
        if source not in self.climbable:
            return back, {}
        return back, self.forth.distances(source, targets=targets)

    @cached_property
    def room_forth(self) -> list[int]:
        """How far each class may lie, less its height, to lead to a distance of 0 or less."""
        return [-low - high for low, high in zip(self.below, self.forth.height, strict=True)]

    @cached_property
    def room_back(self) -> list[int]:
        """The same for distances to a class."""
        return [-low - high for low, high in zip(self.above, self.back.height, strict=True)]


def _reached(graph: Graph, nodes: set[int], *, falling: bool = False) -> set[int]:
    """The nodes themselves and all that arcs (falling ones only, if asked) lead to."""
    reached, trail = set(nodes), list(nodes)
    while trail:
        node = trail.pop()
        for arc in range(graph.offsets[node], graph.offsets[node + 1]):
            head = graph.heads[arc]
            if head not in reached and not (falling and graph.weights[arc] > 0):
                reached.add(head)
                trail.append(head)
    return reached


def _lower(graph: Graph, nodes: set[int]) -> set[int]:
    """What arcs that lose a second or more lead to, one step from the nodes."""
    return {
        graph.heads[arc]
        for node in nodes
        for arc in range(graph.offsets[node], graph.offsets[node + 1])
        if graph.weights[arc] < 0
    }
