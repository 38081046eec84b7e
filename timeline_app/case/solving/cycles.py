"""Which statements of a network can't all be true: its negative rings, in a fixed order.

Rules:
* Statements are added in their order to a network that starts with the structural arcs. The first
  that can't be true together with those before it closes a ring of negative length. The ring is
  reported, all its statements are suspended, and the adding goes on; so what is reported follows
  from the statements alone, and not from how the search happens to run.
* Of the rings that a statement closes, the one with the fewest arcs is reported (as long as that
  is no more than `_SHORT`): the fewer statements, the easier to judge.
* Times that fulfil the network so far are kept. They start as nearly right as `relax` made them,
  so that nearly all statements hold at once. One that does not is made to hold by moving its head
  back, and what this forces, then its tail forward; the origin never moves (S. Cotton, O. Maler,
  "Fast and flexible difference constraint propagation", 2006, there for one side).
"""

from __future__ import annotations

from heapq import heappop, heappush

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.solving.graphs import POLL, Adjacency
from timeline_app.case.solving.network import ORIGIN, STRUCTURAL, Network, Solution, tighten

_SHORT = 32


def negative_rings(
    network: Network, times: list[int], cancelled: CancelCheck
) -> list[tuple[int, ...]]:
    """The rings of a network that no times satisfy, each as its arcs from tail to head.

    `times` are a first guess for each node, the origin's 0; they are changed. Without the
    statements of the rings, the network has a solution.
    """
    search = _Search(network, times)
    rings: list[tuple[int, ...]] = []
    suspended: set[int] = set()
    for arc, owner in enumerate(network.owners):
        if not arc % POLL:
            stop_if(cancelled)
        if owner in suspended or search.holds(arc):
            continue
        stop_if(cancelled)
        if search.hold(arc):
            continue
        ring = search.ring_closed_by(arc)
        rings.append(ring)
        statements = {network.owners[one] for one in ring} - {STRUCTURAL}
        suspended |= statements
        search.drop(statements)
    return rings


def disputed_classes(solution: Solution, whole: Network, suspended: set[int]) -> set[int]:
    """The classes with a bound that one suspended statement of the whole network would tighten.

    An arc put back gives its head the latest second latest(tail) + weight, and others through it.
    """
    class_of, contraction = solution.contraction.class_of, solution.contraction
    disputed: set[int] = set()
    for reverse in (False, True):
        bounds = [-bound for bound in solution.earliest] if reverse else solution.latest
        near, far = (whole.heads, whole.tails) if reverse else (whole.tails, whole.heads)
        labels = list(bounds)
        for arc, owner in enumerate(whole.owners):
            if owner not in suspended or far[arc] == ORIGIN:
                continue
            base = 0 if near[arc] == ORIGIN else bounds[class_of[near[arc]]]
            if base <= solution.network.reach:
                number = class_of[far[arc]]
                labels[number] = min(labels[number], base + whole.weights[arc])
        graph = contraction.backward if reverse else contraction.forward
        tighten(graph, labels, never, reverse=reverse)
        disputed |= {number for number, label in enumerate(labels) if label < bounds[number]}
    return disputed


class _Direction(Struct, frozen=True, gc=False):
    """Following arcs from tail to head (sign 1), or from head to tail (sign -1)."""

    near: list[int]
    far: list[int]
    arcs: Adjacency
    sign: int


class _Search:
    """Times that fulfil the arcs added so far."""

    def __init__(self, network: Network, times: list[int]) -> None:
        self.network = network
        self.times = times
        self.held = bytearray(len(network.owners))
        self.forward = _Direction(network.tails, network.heads, network.leaving, 1)
        self.backward = _Direction(network.heads, network.tails, network.entering, -1)
        self.path: list[int] = []  # of the ring found last, without the arc that closed it
        self.first: dict[int, int] = {}
        for arc, owner in enumerate(network.owners):
            self.first.setdefault(owner, arc)

    def drop(self, statements: set[int]) -> None:
        """Take back the arcs of statements."""
        owners = self.network.owners
        for statement in statements:
            arc = self.first[statement]
            while arc < len(owners) and owners[arc] == statement:
                self.held[arc] = 0
                arc += 1

    def holds(self, arc: int) -> bool:
        """Add an arc if the times fulfil it as they are."""
        self.held[arc] = self._slack(arc) >= 0
        return bool(self.held[arc])

    def hold(self, arc: int) -> bool:
        """Add an arc and move the times until it holds; False where it closes a negative ring."""
        tail, head = self.network.tails[arc], self.network.heads[arc]
        self.path = []
        excess = -self._slack(arc)
        if excess > 0 and head != ORIGIN:
            if not self._move(self.forward, (head, tail), excess):
                return False
            excess = -self._slack(arc)
        if excess > 0 and not self._move(self.backward, (tail, head), excess):
            return False
        self.held[arc] = 1
        return True

    def ring_closed_by(self, arc: int) -> tuple[int, ...]:
        """The ring that an arc closes, when `hold` has just refused it."""
        return (arc, *(self._short_path(arc) or self.path))

    def _slack(self, arc: int) -> int:
        """By how much an arc holds; negative where it doesn't."""
        network, times = self.network, self.times
        return times[network.tails[arc]] + network.weights[arc] - times[network.heads[arc]]

    def _move(self, direction: _Direction, ends: tuple[int, int], excess: int) -> bool:
        """Move the first of `ends` by `excess`, and the nodes it forces along.

        It moves less far where a bound of some node stops it. False, and nothing moved, where the
        way leads to the second end (or to the origin, when the other side was stopped by it):
        then that way closes a negative ring and is left in `path`.
        """
        start, goal = ends
        distances = {start: 0}
        came: dict[int, int] = {}
        settled: list[int] = []
        queue = [(0, start)]
        limit, stopper = excess, ORIGIN
        while queue and queue[0][0] < limit:
            distance, node = heappop(queue)
            if distance > distances[node]:
                continue
            if node == goal:
                self._keep_path(direction, came, node)
                return False
            settled.append(node)
            for arc in direction.arcs.at(node):
                reached = direction.far[arc]
                further = distance + self._slack(arc) if self.held[arc] else limit
                if further >= limit:
                    continue
                if reached == ORIGIN:
                    limit, stopper = further, arc
                elif further < distances.get(reached, limit):
                    distances[reached] = further
                    came[reached] = arc
                    heappush(queue, (further, reached))
        if limit < excess:
            came[ORIGIN] = stopper
            self._keep_path(direction, came, ORIGIN)
            if goal == ORIGIN or direction is self.backward:
                return False
        for node in settled:
            if distances[node] < limit:
                self.times[node] -= direction.sign * (limit - distances[node])
        return True

    def _keep_path(self, direction: _Direction, came: dict[int, int], node: int) -> None:
        """Add the way to a node, as arcs from tail to head, to what is remembered."""
        path = []
        while node in came:
            path.append(came[node])
            node = direction.near[came[node]]
        self.path += reversed(path) if direction.sign > 0 else path

    def _short_path(self, closing: int) -> list[int]:
        """The way from the head of an arc to its tail with the fewest arcs, if it has few.

        Both ends search in rounds, one arc further in each, and never through the origin: a way
        meets at the other end, or each half meets the origin.
        """
        tail, head = self.network.tails[closing], self.network.heads[closing]
        excess = -self._slack(closing)
        ahead = _Rounds(self, self.forward, head, excess)
        behind = _Rounds(self, self.backward, tail, excess)
        for length in range(1, min(_SHORT, len(self.path)) + 1):
            ahead.advance()
            behind.advance()
            if tail in ahead.came[length]:
                return ahead.way(length, tail)
            for first in range(length + 1):
                one, other = ahead.origin[first], behind.origin[length - first]
                if one is not None and other is not None and one[0] + other[0] < excess:
                    return ahead.way(first, ORIGIN) + behind.way(length - first, ORIGIN)
        return []

    def reachable(self, direction: _Direction, node: int) -> list[tuple[int, int, int]]:
        """The arcs that hold from a node on: how far each leads, where to, and the arc."""
        return [
            (self._slack(arc), direction.far[arc], arc)
            for arc in direction.arcs.at(node)
            if self.held[arc]
        ]


class _Rounds:
    """What can be reached with 0, 1, 2 … arcs from a node, within a distance."""

    def __init__(self, search: _Search, direction: _Direction, start: int, limit: int) -> None:
        self.search = search
        self.direction = direction
        self.limit = limit
        self.best = {start: 0}
        self.came: list[dict[int, int]] = [{}]  # for each number of arcs: node -> last arc
        self.origin: list[tuple[int, int] | None] = [(0, -1) if start == ORIGIN else None]
        self.edge = {} if start == ORIGIN else {start: 0}

    def advance(self) -> None:
        """Go one arc further from every node that the last round came nearer to."""
        edge: dict[int, int] = {}
        came: dict[int, int] = {}
        origin: tuple[int, int] | None = None
        for node, distance in self.edge.items():
            for slack, reached, arc in self.search.reachable(self.direction, node):
                further = distance + slack
                if reached == ORIGIN:
                    origin = min(origin or (further, arc), (further, arc))
                elif further < self.best.get(reached, self.limit):
                    self.best[reached] = edge[reached] = further
                    came[reached] = arc
        self.edge = edge
        self.came.append(came)
        self.origin.append(origin)

    def way(self, length: int, node: int) -> list[int]:
        """The arcs of the way to a node reached in a round, from tail to head."""
        arcs = []
        for number in range(length, 0, -1):
            origin = self.origin[number]
            arc = origin[1] if node == ORIGIN and origin is not None else self.came[number][node]
            arcs.append(arc)
            node = self.direction.near[arc]
        return arcs[::-1] if self.direction.sign > 0 else arcs
