"""The orders of two cases joined at pairs of events, over single steps: for any number of events.

Rules:
* A step is what one constraint says of two events, or two bounds that don't overlap; for a case of
  few enough events it is an arrow of its order, so that all that is certain follows from steps.
* Paired events are one node. Pairs are possible together where no ring of steps gains a column.
* Pairs made by hand come first, in groups that stand or fall together; a group that closes such a
  ring with those before it is left out. Of the others that lie on such a ring, the first is kept,
  and none where one made by hand does.
* What closes a ring of its own lies on one when all pairs are joined. So pairs made by hand are
  tried only among the nodes of such rings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.graphs import Graph, components
from timeline_app.case.solving.layers import Step, bound_steps
from timeline_app.case.solving.pairs import members

IndexPair = tuple[int, int]
Group = Sequence[IndexPair]


class Rings(NamedTuple):
    """A graph with the ring of each node, numbered along the steps, and the rings that gain."""

    graph: Graph
    ring_of: list[int]
    gaining: set[int]


class JoinedArcs:
    """The steps of two cases: their nodes are the events of a, those of b, and seconds of each."""

    def __init__(self, a: Chronology, b: Chronology) -> None:
        """Nothing is joined yet."""
        self.count_a, self.count_b = len(a.case.events), len(b.case.events)
        self.count = self.count_a + self.count_b
        self.tails: list[int] = []
        self.heads: list[int] = []
        self.gains: list[int] = []
        for chronology, first in ((a, 0), (b, self.count_a)):
            shift = self.count - len(chronology.case.events)
            number, steps = bound_steps(chronology.solved_order, len(chronology.case.events))
            self.count += number
            steps += _steps(chronology)
            own = len(chronology.case.events)
            self.tails += [one + (first if one < own else shift) for one, _, _ in steps]
            self.heads += [one + (first if one < own else shift) for _, one, _ in steps]
            self.gains += [gain for _, _, gain in steps]

    def joined(
        self, groups: Sequence[Group], chain: Sequence[IndexPair], cancelled: CancelCheck
    ) -> tuple[list[IndexPair], list[IndexPair], list[int]]:
        """The pairs made by hand that can be joined, those of the chain that can, and the column
        of each event: those of a, then those of b."""
        by_hand = [pair for group in groups for pair in group]
        rings = self._rings([*by_hand, *chain], cancelled)
        if rings.gaining:
            allowed = self._allowed(groups, rings, [*by_hand, *chain], cancelled)
            if len(allowed) < len(by_hand):
                by_hand = allowed
                rings = self._rings([*by_hand, *chain], cancelled)
            chain = self._outside(rings, by_hand, chain)
            rings = self._rings([*by_hand, *chain], cancelled)
        columns = _columns(rings)
        for first, second in (*by_hand, *chain):
            columns[self.count_a + second] = columns[first]
        return list(by_hand), list(chain), columns[: self.count_a + self.count_b]

    def _rings(self, pairs: Iterable[IndexPair], cancelled: CancelCheck) -> Rings:
        """The graph with some pairs joined: the event of b has the node of that of a."""
        node_of = self._joined_nodes(pairs)
        return _rings(self.count, node_of, (self.tails, self.heads, self.gains), cancelled)

    def _joined_nodes(self, pairs: Iterable[IndexPair]) -> list[int]:
        """For each node the one that it is with some pairs joined."""
        node_of = list(range(self.count))
        for first, second in pairs:
            node_of[self.count_a + second] = first
        return node_of

    def _allowed(
        self,
        groups: Iterable[Group],
        rings: Rings,
        joined: Iterable[IndexPair],
        cancelled: CancelCheck,
    ) -> list[IndexPair]:
        """The pairs made by hand that can be joined, group after group; `rings` are those with all
        pairs `joined`."""
        joined_nodes = self._joined_nodes(joined)
        suspect = {rings.ring_of[first] for group in groups for first, _ in group} & rings.gaining
        within = [rings.ring_of[node] in suspect for node in joined_nodes]
        arcs = [
            arc
            for arc, (tail, head) in enumerate(zip(self.tails, self.heads, strict=True))
            if within[tail] and within[head]
        ]
        own = [[column[arc] for arc in arcs] for column in (self.tails, self.heads, self.gains)]
        number = {node: place for place, node in enumerate(dict.fromkeys([*own[0], *own[1]]))}
        tails, heads = ([number[node] for node in column] for column in own[:2])
        allowed: list[IndexPair] = []
        for group in groups:
            if any(rings.ring_of[first] in suspect for first, _ in group):
                nodes = list(range(len(number)))
                for first, second in (*allowed, *group):
                    if first in number and self.count_a + second in number:
                        nodes[number[self.count_a + second]] = number[first]
                if _rings(len(number), nodes, (tails, heads, own[2]), cancelled).gaining:
                    continue
            allowed += group
        return allowed

    def _outside(
        self, rings: Rings, by_hand: Iterable[IndexPair], chain: Iterable[IndexPair]
    ) -> list[IndexPair]:
        """The pairs of a chain that are on no ring that gains, and the first on each."""
        taken = {rings.ring_of[first] for first, _ in by_hand}
        outside = []
        for first, second in chain:
            ring = rings.ring_of[first]
            if ring not in rings.gaining:
                outside.append((first, second))
            elif ring not in taken:
                taken.add(ring)
                outside.append((first, second))
        return outside


def _rings(
    count: int,
    node_of: Sequence[int],
    steps: tuple[list[int], list[int], list[int]],
    cancelled: CancelCheck,
) -> Rings:
    """The rings of steps (tails, heads, gains) between nodes that are others by now."""
    stop_if(cancelled)
    tails, heads = (list(map(node_of.__getitem__, column)) for column in steps[:2])
    graph = Graph.of(count, tails, heads, steps[2])
    ring_of, _ = components(graph, cancelled)
    gaining = {
        ring_of[tail]
        for tail, head, gain in zip(tails, heads, steps[2], strict=True)
        if gain and ring_of[tail] == ring_of[head]
    }
    return Rings(graph, ring_of, gaining)


def _columns(rings: Rings) -> list[int]:
    """The most that ways to each node gain."""
    ring_of = rings.ring_of
    offsets, heads, gains = rings.graph.offsets, rings.graph.heads, rings.graph.weights
    columns = [0] * len(ring_of)  # by ring
    for node in sorted(range(len(ring_of)), key=ring_of.__getitem__):
        here = columns[ring_of[node]]
        for arc in range(offsets[node], offsets[node + 1]):
            ring, there = ring_of[heads[arc]], here + gains[arc]
            columns[ring] = there if there > columns[ring] else columns[ring]
    return [columns[ring] for ring in ring_of]


def _steps(chronology: Chronology) -> list[Step]:
    """What a case says of the order of two events."""
    if not chronology.layers_exact:
        return chronology.single_steps()
    steps = [(arrow.first, arrow.second, int(not arrow.weak)) for arrow in chronology.arrows()]
    pairs = chronology.solved_order.pairs
    for event, (after, before) in enumerate(zip(pairs.not_before, pairs.not_after, strict=True)):
        for same in members(after & before):
            steps.append((event, same, 0))
    return steps
