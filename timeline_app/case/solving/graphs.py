"""Directed graphs as columns of integers, and their strongly connected components.

Rules:
* Nodes are 0, 1, …; arcs lie in lists grouped by node. No object for a node or an arc.
* No recursion: a chain of any length will do.
* Arcs are put in their places one by one, not sorted: a single call that takes as long as sorting
  millions of them would keep every other thread waiting.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableSequence, Sequence
from itertools import accumulate

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.solving.columns import kept, noughts

POLL = 16_384
"""Steps of a long loop between two looks at whether the reader has given up."""


class Adjacency(Struct, frozen=True, gc=False):
    """Arcs grouped by node: those of a node are `arcs[offsets[node] : offsets[node + 1]]`."""

    offsets: MutableSequence[int]
    arcs: MutableSequence[int]

    @staticmethod
    def of(count: int, nodes: Sequence[int]) -> Adjacency:
        """Group the arcs 0, 1, … by the node given for each, in their order."""
        offsets = offsets_of(count, nodes)
        free = offsets[:-1]
        arcs = noughts(len(nodes))
        for arc, node in enumerate(nodes):
            place = free[node]
            free[node] = place + 1
            arcs[place] = arc
        return Adjacency(offsets, arcs)

    def at(self, node: int) -> MutableSequence[int]:
        """The arcs of a node."""
        return self.arcs[self.offsets[node] : self.offsets[node + 1]]


class Graph(Struct, frozen=True, gc=False):
    """Arcs grouped by tail, as `Adjacency`, with the head and the weight of each in line."""

    offsets: MutableSequence[int]
    heads: MutableSequence[int]
    weights: MutableSequence[int]

    @staticmethod
    def of(count: int, tails: Sequence[int], heads: Sequence[int], weights: Sequence[int]) -> Graph:
        """Group arcs given as columns."""
        offsets = offsets_of(count, tails)
        free = offsets[:-1]
        there, lengths = noughts(len(tails)), noughts(len(tails))
        for tail, head, weight in zip(tails, heads, weights, strict=True):
            place = free[tail]
            free[tail] = place + 1
            there[place] = head
            lengths[place] = weight
        return Graph(offsets, there, lengths)

    @property
    def count(self) -> int:
        """The number of nodes."""
        return len(self.offsets) - 1


def offsets_of(count: int, nodes: Iterable[int]) -> MutableSequence[int]:
    """Where the arcs of each node begin, and where the last ones end."""
    sizes = [0] * (count + 1)
    for node in nodes:
        sizes[node + 1] += 1
    return kept(accumulate(sizes), len(sizes))


def components(graph: Graph, cancelled: CancelCheck) -> tuple[list[int], list[int]]:
    """The strongly connected component of each node, and the nodes in the order of finishing.

    Components are numbered upwards along the arcs: no arc leads to a lower number. One array
    serves as index and as result (D. Pearce, "A space-efficient algorithm for finding strongly
    connected components", 2016); the recursion is a list, so that any depth will do.
    """
    offsets, heads, count = graph.offsets, graph.heads, graph.count
    cursor = offsets[:-1]
    number = [0] * count
    finished: list[int] = []
    waiting: list[int] = []
    index, component = 1, count
    for root in range(count):
        if number[root]:
            continue
        if not root % POLL:
            stop_if(cancelled)
        trail = [root]
        opened = {root: index}
        number[root] = index
        index += 1
        while trail:
            node = trail[-1]
            position = cursor[node]
            if position < offsets[node + 1]:
                cursor[node] = position + 1
                head = heads[position]
                if not number[head]:
                    opened[head] = number[head] = index
                    index += 1
                    trail.append(head)
                elif number[head] < number[node]:
                    number[node] = number[head]
                continue
            trail.pop()
            finished.append(node)
            low = number[node]
            if trail and low < number[trail[-1]]:
                number[trail[-1]] = low
            if low < opened[node]:
                waiting.append(node)
                continue
            index -= 1
            while waiting and low <= number[waiting[-1]]:
                number[waiting.pop()] = component
                index -= 1
            number[node] = component
            component -= 1
    return [found - component - 1 for found in number], finished
