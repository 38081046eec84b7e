"""A simple temporal network over integers: which times are possible, and their bounds.

Rules:
* Node 0 is the origin, second 0. An arc (tail, head, weight) says t(head) - t(tail) <= weight.
  So an arc from the origin is an upper bound, and an arc to it a lower bound (minus the weight).
  An arc belongs to a statement (`owners`), or to none (`STRUCTURAL`): then it always holds.
* Columns of plain integers; no object for an arc or a node.
* A falling arc (weight <= 0) says that its head is not after its tail; a rising one (weight > 0)
  is a greatest gap. Nodes joined in a ring of falling arcs are equal in every solution: they form
  one class, and between classes the falling arcs have no ring. Classes are numbered along them,
  so that one sweep over the numbers carries a label down a chain of any depth; only an arc that
  leads back to a lower number (a rising one) asks for another sweep, of the classes it reaches.
* No shortest path to a node leads through the origin twice, so the origin is no part of the
  sweeps: its arcs give the first labels, and are compared with the last ones.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import compress

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.solving.columns import listed
from timeline_app.case.solving.graphs import POLL, Adjacency, Graph, components

ORIGIN = 0
STRUCTURAL = -1
_PATIENCE = 64  # labels that may fall, beyond one for each class, before rings are looked for


class Network(Struct, frozen=True, dict=True):
    """Arcs in the order of their statements, those of no statement first.

    Columns have one entry for each arc; `owners` gives its statement, or `STRUCTURAL`.
    """

    count: int
    tails: list[int]
    heads: list[int]
    weights: list[int]
    owners: list[int]
    whole: Network | None = None
    """The network of which this is a part, if it is one."""

    def keeping(self, wanted: Callable[[int], bool]) -> Network:
        """The network with the arcs whose owner is wanted, and the structural ones."""
        kept = [owner == STRUCTURAL or wanted(owner) for owner in self.owners]
        return Network(
            self.count,
            listed(compress(self.tails, kept)),
            listed(compress(self.heads, kept)),
            listed(compress(self.weights, kept)),
            listed(compress(self.owners, kept)),
            self,
        )

    @cached_property
    def reach(self) -> int:
        """More than any path can measure: a bound beyond it is no bound. That of the whole."""
        return self.whole.reach if self.whole else sum(abs(weight) for weight in self.weights) + 1

    @property
    def horizon(self) -> int:
        """The label of what is open, so far away that no path from it, or two, are a bound."""
        return 4 * self.reach

    @cached_property
    def leaving(self) -> Adjacency:
        """The arcs out of each node."""
        return Adjacency.of(self.count, self.tails)

    @cached_property
    def entering(self) -> Adjacency:
        """The arcs into each node."""
        return Adjacency.of(self.count, self.heads)


class Contraction(Struct, frozen=True, gc=False):
    """A network without its origin, its equal nodes made one class.

    `class_of` gives the class of each node. `forward` holds the arcs between classes, `backward`
    the same arcs reversed. `sound` is False where falling arcs with a negative one form a ring,
    which no times satisfy; the nodes of such a ring stay classes of their own.
    """

    class_of: list[int]
    forward: Graph
    backward: Graph
    sound: bool


def contract(network: Network, cancelled: CancelCheck) -> Contraction:
    """Find the classes of a network and the arcs between them."""
    inner = [bool(tail and head) for tail, head in zip(network.tails, network.heads, strict=True)]
    tails = listed(compress(network.tails, inner))
    heads = listed(compress(network.heads, inner))
    weights = listed(compress(network.weights, inner))
    falling = [weight <= 0 for weight in weights]
    steep = Graph.of(
        network.count,
        listed(compress(tails, falling)),
        listed(compress(heads, falling)),
        listed(compress(weights, falling)),
    )
    stop_if(cancelled)
    class_of, finished = components(steep, cancelled)
    tails = [class_of[tail] for tail in tails]
    heads = [class_of[head] for head in heads]
    inside = [tail == head for tail, head in zip(tails, heads, strict=True)]
    broken = {tails[arc] for arc in compress(range(len(tails)), inside) if weights[arc] < 0}
    if broken:
        class_of = _split(class_of, broken, finished)
        tails = [class_of[tail] for tail in compress(network.tails, inner)]
        heads = [class_of[head] for head in compress(network.heads, inner)]
        inside = [tail == head for tail, head in zip(tails, heads, strict=True)]
    if any(inside):
        between = [not one for one in inside]
        tails, heads = listed(compress(tails, between)), listed(compress(heads, between))
        weights = listed(compress(weights, between))
    stop_if(cancelled)
    count = max(class_of) + 1
    forward = Graph.of(count, tails, heads, weights)
    backward = Graph.of(count, heads, tails, weights)
    return Contraction(class_of, forward, backward, not broken)


def _split(class_of: list[int], broken: set[int], finished: list[int]) -> list[int]:
    """Number the nodes of broken classes one by one, against the order of finishing."""
    numbers = [0] * len(class_of)
    rank = [0] * len(class_of)
    for position, node in enumerate(reversed(finished)):
        if class_of[node] in broken:
            rank[node] = position
    before, number = (-1, 0), -1
    for node in sorted(range(len(class_of)), key=lambda one: (class_of[one], rank[one])):
        if (class_of[node], rank[node]) != before:
            before, number = (class_of[node], rank[node]), number + 1
        numbers[node] = number
    return numbers


def tighten(graph: Graph, labels: list[int], cancelled: CancelCheck, *, reverse: bool) -> bool:
    """Lower labels until label(head) <= label(tail) + weight for every arc.

    The classes are swept in the order of their numbers, or against it for a graph of reversed
    arcs. False where arcs of the graph form a ring of negative length; it is left at that then.
    """
    offsets, heads, weights = graph.offsets, graph.heads, graph.weights
    step = -1 if reverse else 1
    again: set[int] = set()
    start = 0
    while start < graph.count:
        stop_if(cancelled)
        stop = min(start + POLL, graph.count)
        for place in range(start, stop):
            tail = graph.count - 1 - place if reverse else place
            label = labels[tail]
            for arc in range(offsets[tail], offsets[tail + 1]):
                head = heads[arc]
                if label + weights[arc] < labels[head]:
                    labels[head] = label + weights[arc]
                    if (head - tail) * step < 0:
                        again.add(head)
        start = stop
    return not again or _sweep_again(graph, labels, again, step, cancelled)


def _sweep_again(
    graph: Graph, labels: list[int], again: set[int], step: int, cancelled: CancelCheck
) -> bool:
    """Carry on from the classes whose labels fell after their turn, with an eye on rings."""
    reasons: dict[int, int] = {}  # class -> the class that gave it its label
    spent = 0
    while again:
        stop_if(cancelled)
        queue = [number * step for number in again]
        heapify(queue)
        queued, again = set(queue), set()
        while queue:
            place = heappop(queue)
            queued.discard(place)
            tail = place * step
            label = labels[tail]
            for arc in range(graph.offsets[tail], graph.offsets[tail + 1]):
                head = graph.heads[arc]
                if label + graph.weights[arc] >= labels[head]:
                    continue
                labels[head] = label + graph.weights[arc]
                reasons[head] = tail
                spent += 1
                if head * step <= place:
                    again.add(head)
                elif head * step not in queued:
                    queued.add(head * step)
                    heappush(queue, head * step)
        if spent > len(reasons) + _PATIENCE:
            spent = 0
            if _has_ring(reasons):
                return False
    return True


def _has_ring(reasons: dict[int, int]) -> bool:
    """Whether going from each class to the one that gave its label leads round somewhere."""
    seen: dict[int, int] = {}
    for start in reasons:
        node = start
        while node in reasons and node not in seen:
            seen[node] = start
            node = reasons[node]
        if seen.get(node) == start and node in reasons:
            return True
    return False


class Relaxed(Struct, frozen=True, gc=False):
    """The labels of a network before its lower bounds are looked at.

    `latest` is the latest second of each class, a horizon standing for "open". `sound` is False
    where the network has no solution; then most arcs hold for these times, but not all.
    """

    contraction: Contraction
    latest: list[int]
    sound: bool

    def times(self) -> list[int]:
        """The label of each node, the origin's 0."""
        times = [self.latest[number] for number in self.contraction.class_of]
        times[ORIGIN] = 0
        return times


def relax(network: Network, cancelled: CancelCheck) -> Relaxed:
    """Carry the upper bounds through a network, and say whether it has a solution."""
    contraction = contract(network, cancelled)
    latest = _first_labels(network, contraction, network.tails, network.heads)
    sound = tighten(contraction.forward, latest, cancelled, reverse=False)
    class_of = contraction.class_of
    for tail, head, weight in zip(network.tails, network.heads, network.weights, strict=True):
        if head == ORIGIN and latest[class_of[tail]] + weight < 0:
            sound = False
            break
    return Relaxed(contraction, latest, sound and contraction.sound)


def _first_labels(
    network: Network, contraction: Contraction, here: list[int], there: list[int]
) -> list[int]:
    """What the arcs between the origin (at `here`) and a node (at `there`) say of its class."""
    labels = [network.horizon] * contraction.forward.count
    class_of = contraction.class_of
    for node, other, weight in zip(here, there, network.weights, strict=True):
        if node == ORIGIN and weight < labels[class_of[other]]:
            labels[class_of[other]] = weight
    return labels


class Solution(Struct, frozen=True, gc=False):
    """What a network with a solution says of each class.

    `latest` and `earliest` are bounds in seconds, open where they lie beyond plus or minus
    `network.reach`. `schedule` is the least solution in which nothing lies before the first
    bound there is (or before 0, where there is none).
    """

    network: Network
    contraction: Contraction
    latest: list[int]
    earliest: list[int]
    schedule: list[int]


def solve(network: Network, relaxed: Relaxed, cancelled: CancelCheck) -> Solution:
    """Finish a network that `relax` found sound: its earliest bounds and its schedule."""
    contraction, reach = relaxed.contraction, network.reach
    mirrored = _first_labels(network, contraction, network.heads, network.tails)
    tighten(contraction.backward, mirrored, cancelled, reverse=True)
    earliest = [-label for label in mirrored]
    finite = [
        bound for bounds in (relaxed.latest, earliest) for bound in bounds if abs(bound) <= reach
    ]
    first = min(finite, default=0)
    mirrored = [min(label, -first) for label in mirrored]
    tighten(contraction.backward, mirrored, cancelled, reverse=True)
    schedule = [-label for label in mirrored]
    return Solution(network, contraction, relaxed.latest, earliest, schedule)
