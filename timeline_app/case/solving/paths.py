"""Shortest paths in a network that has a solution, and the arcs that they consist of.

Rules:
* Distances leave the origin out: a path through it is the sum of two bounds, which are known.
* A solution's schedule makes every arc's reduced weight, weight + t(tail) - t(head), zero or more,
  so Dijkstra's search is exact whatever the signs (D. Johnson, 1977).
* An arc is tight where it gives its head the label it has.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import pairwise

from msgspec import Struct

from timeline_app.case.solving.graphs import Graph
from timeline_app.case.solving.network import STRUCTURAL, Network, Solution

FAR = 1 << 200
"""More than any distance: where no path leads."""
_STEPS = 1_000  # nodes looked at before the search for a short way is given up

Label = Callable[[int], int | None]


class Search(Struct, frozen=True, dict=True):
    """Dijkstra's search over a solution's classes.

    `height` is the schedule's time of each class, negated where the arcs are reversed: then
    distances are from the others to the source.
    """

    graph: Graph
    height: list[int]

    @staticmethod
    def of(solution: Solution, *, reverse: bool) -> Search:
        """A search from classes, or (reverse) to them."""
        contraction = solution.contraction
        if reverse:
            return Search(contraction.backward, [-time for time in solution.schedule])
        return Search(contraction.forward, solution.schedule)

    @cached_property
    def reduced(self) -> list[int]:
        """The reduced weight of each arc of the graph, for many searches. A single one works out
        those that it needs, so that it takes no time in a large case where it does not go far."""
        offsets, heads, weights, height = (
            *(self.graph.offsets, self.graph.heads),
            *(self.graph.weights, self.height),
        )
        return [
            weights[arc] + height[tail] - height[heads[arc]]
            for tail in range(self.graph.count)
            for arc in range(offsets[tail], offsets[tail + 1])
        ]

    def distances(
        self,
        source: int,
        *,
        targets: Collection[int] = (),
        numbers: range | None = None,
        most: int = FAR,
    ) -> dict[int, int]:
        """Distances from a class to those it leads to; with targets, it ends when these are known.

        Only classes of the `numbers` are looked at, up to a reduced distance of `most`.
        """
        offsets, heads, weights, height = (
            *(self.graph.offsets, self.graph.heads),
            *(self.graph.weights, self.height),
        )
        count, level = len(height), height[source]
        allowed = range(count) if numbers is None else numbers
        missing, far = set(targets), most + 1
        ends = bool(missing)
        nearest = {source: 0}
        known: dict[int, int] = {}
        queue = [source]  # distance times count, plus node: one number compares faster than two
        while queue and (missing or not ends):
            here, node = divmod(heappop(queue), count)
            if here > nearest[node]:
                continue
            above = here + height[node]
            known[node] = above - level
            missing.discard(node)
            for arc in range(offsets[node], offsets[node + 1]):
                head = heads[arc]
                there = above + weights[arc] - height[head]
                if there < nearest.get(head, far) and head in allowed:
                    nearest[head] = there
                    heappush(queue, there * count + head)
        return known

    def within(self, source: int, room: list[int], most: int = FAR) -> dict[int, int]:
        """Distances from a class to all that lie within their room.

        `room` says for each class how far it may lie, less its height. Nothing beyond such a
        class is looked at, nor beyond a reduced distance of `most`.
        """
        offsets, heads, reduced, height = (
            *(self.graph.offsets, self.graph.heads),
            *(self.reduced, self.height),
        )
        count, level = len(height), height[source]
        nearest = [FAR] * count
        nearest[source] = 0
        known: dict[int, int] = {}
        queue = [source]
        while queue:
            here, node = divmod(heappop(queue), count)
            if here > nearest[node]:
                continue
            trail = [node]
            while trail:  # what is reached without a step needs no queue
                node = trail.pop()
                known[node] = here + height[node] - level
                for arc in range(offsets[node], offsets[node + 1]):
                    head, there = heads[arc], here + reduced[arc]
                    if there < nearest[head] and there <= most and there <= room[head] + level:
                        nearest[head] = there
                        if there == here:
                            trail.append(head)
                        else:
                            heappush(queue, there * count + head)
        return known

    def distances_to(self, source: int, targets: Collection[int], most: int) -> dict[int, int]:
        """Distances from a class to some, up to a reduced distance of `most`; for many searches."""
        height, rows, count = self.height, self._rows, len(self.height)
        nearest = [FAR] * count
        nearest[source] = 0
        missing, queue = set(targets), [source]
        while queue and missing:
            here, node = divmod(heappop(queue), count)
            if here > nearest[node]:
                continue
            trail = [node]
            while trail:  # what is reached without a step needs no queue
                node = trail.pop()
                missing.discard(node)
                for step, head in rows[node]:
                    there = here + step
                    if there > most:
                        break
                    if there < nearest[head]:
                        nearest[head] = there
                        if step:
                            heappush(queue, there * count + head)
                        else:
                            trail.append(head)
        level = height[source]
        return {one: nearest[one] + height[one] - level for one in targets if nearest[one] < FAR}

    def led_to(self, classes: Collection[int], wanted: Collection[int]) -> set[int]:
        """Those of the wanted classes to which a path of -1 or less leads from one of the classes.

        The wanted ones are among the classes. The search ends where no path can be short enough
        any more for the one that is still missing and lies lowest.
        """
        height, count = self.height, len(self.height)
        top = max((height[one] for one in classes), default=0)
        missing = sorted((top - height[one], one) for one in wanted if height[one] < top)
        if not missing:
            return set()
        rows, nearest = self._rows, [FAR] * count
        for one in classes:
            nearest[one] = top - height[one]
        most = missing[-1][0]
        queue = [nearest[one] * count + one for one in classes if nearest[one] < most]
        heapify(queue)
        while queue:
            here, node = divmod(heappop(queue), count)
            if here > nearest[node]:
                continue
            while missing and nearest[missing[-1][1]] < missing[-1][0]:
                missing.pop()
            most = missing[-1][0] if missing else 0
            if here >= most:
                break
            trail = [node]
            while trail:  # what is reached without a step needs no queue
                for step, head in rows[trail.pop()]:
                    there = here + step
                    if there >= most:
                        break
                    if there < nearest[head]:
                        nearest[head] = there
                        if step:
                            heappush(queue, there * count + head)
                        else:
                            trail.append(head)
        return {one for one in wanted if nearest[one] < top - height[one]}

    @cached_property
    def _rows(self) -> list[list[tuple[int, int]]]:
        """For each class the reduced weights and the heads of its arcs, the shortest first."""
        offsets, heads, reduced = self.graph.offsets, self.graph.heads, self.reduced
        return [
            sorted(zip(reduced[low:high], heads[low:high], strict=True))
            for low, high in pairwise(offsets)
        ]

    def depths(self) -> list[int]:
        """How short a path to each class can be, from wherever: the least of its distances."""
        top = max(self.height, default=0)
        nearest = self._spread([top - one for one in self.height], range(len(self.height)))
        return [near + one - top for near, one in zip(nearest, self.height, strict=True)]

    def nearest(self, sources: Collection[int], known: Sequence[int | None]) -> list[int | None]:
        """The least of the distances from some classes to each, and of what is known; None where
        neither is.

        What is known of a class must already be in what is known of those that arcs lead to from
        it: nothing beyond a class that no path comes nearer to is looked at.
        """
        height = self.height
        top = max((height[one] for one in sources), default=0)
        nearest = [
            FAR if far is None else far + top - one for far, one in zip(known, height, strict=True)
        ]
        nearer = {one for one in sources if top - height[one] < nearest[one]}
        for one in nearer:
            nearest[one] = top - height[one]
        return [
            near + one - top if near < FAR else None
            for near, one in zip(self._spread(nearest, nearer), height, strict=True)
        ]

    def reduced_distances(self, source: int) -> list[int]:
        """The reduced distance from a class to each; `FAR` where no path leads there."""
        nearest = [FAR] * len(self.height)
        nearest[source] = 0
        return self._spread(nearest, (source,))

    def _spread(self, nearest: list[int], sources: Collection[int]) -> list[int]:
        """Lower the reduced distances of all classes that the sources lead to; the same list."""
        offsets, heads, reduced = self.graph.offsets, self.graph.heads, self.reduced
        count = len(nearest)
        queue = [nearest[node] * count + node for node in sources]
        heapify(queue)
        while queue:
            here, node = divmod(heappop(queue), count)
            if here > nearest[node]:
                continue
            trail = [node]
            while trail:  # what is reached without a step needs no queue
                node = trail.pop()
                for arc in range(offsets[node], offsets[node + 1]):
                    head, there = heads[arc], here + reduced[arc]
                    if there < nearest[head]:
                        nearest[head] = there
                        if there == here:
                            trail.append(head)
                        else:
                            heappush(queue, there * count + head)
        return nearest


def tight_tree(
    network: Network,
    label: Label,
    start: int,
    allowed: Callable[[int], bool],
    *,
    target: int | None = None,
) -> dict[int, int]:
    """The arc by which each node is first reached from `start` over tight arcs.

    `label(node)` is the node's distance from `start`, None where it has none;
    `allowed(owner)` says which statements may be used. Ends early at `target`.
    """
    adjacency, far = network.leaving, network.heads
    came = {start: -1}
    edge = [start]
    while edge and target not in came:
        further = []
        for node in edge:
            here = label(node)
            for arc in adjacency.at(node):
                reached = far[arc]
                if reached in came or here is None:
                    continue
                owner = network.owners[arc]
                if label(reached) == here + network.weights[arc] and (
                    owner == STRUCTURAL or allowed(owner)
                ):
                    came[reached] = arc
                    further.append(reached)
        edge = further
    return came


def way_to(network: Network, came: dict[int, int], node: int) -> list[int]:
    """The arcs from the start of a tree to one of its nodes, in that order."""
    arcs: list[int] = []
    while (arc := came[node]) >= 0:
        arcs.append(arc)
        node = network.tails[arc]
    arcs.reverse()
    return arcs


def short_way(
    network: Network,
    label: Label,
    ends: tuple[int, int],
    most: int,
    allowed: Callable[[int], bool],
    *,
    reverse: bool = False,
) -> list[int] | None:
    """The arcs from the first of two nodes to the second, as few as make a way of at most `most`.

    Labels and `allowed` are as in `tight_tree`. Empty where there is no such way, None where the
    search was given up as too long. It goes back from the second node, one arc more each round.
    """
    source, target = ends
    adjacency = network.leaving if reverse else network.entering
    near, far = network.tails, network.heads
    if reverse:
        near, far = far, near
    best = {target: 0}
    edge = {target: 0}
    rounds: list[dict[int, int]] = []
    steps = 0
    while edge and source not in edge:
        further: dict[int, int] = {}
        rounds.append({})
        for node, behind in edge.items():
            steps += 1
            for arc in adjacency.at(node):
                reached, length = near[arc], behind + network.weights[arc]
                before = label(reached)
                if before is None or before + length > most or length >= best.get(reached, FAR):
                    continue
                owner = network.owners[arc]
                if owner == STRUCTURAL or allowed(owner):
                    best[reached] = further[reached] = length
                    rounds[-1][reached] = arc
        if steps > _STEPS:
            return None
        edge = further
    arcs: list[int] = []
    for came in reversed(rounds) if source in edge else ():
        arcs.append(came[source if not arcs else far[arcs[-1]]])
    return arcs
