"""The chains of arcs behind bounds and gaps: what to tell when somebody asks why.

Rules:
* A chain explains a bound as it is told. Where a bound is told by its day, a chain that gives the
  same day does; that it is a few seconds less tight, because it leaves out some "before", nobody
  can see. It is never tighter than the bound.
* Of these chains it is the firmest: one of stated statements, if there is one, then one with
  inferred ones, then one with assumed ones. Of the firmest it is the shortest.
* Where the search for a short one takes too long, it is the shortest of those that give the bound
  to the second; the trees of all of them are found together, when the first is asked for.
* Of a chain longer than anybody reads, the date and the last arcs are given, and between them how
  many are left out, as a negative number.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence

from msgspec import Struct

from timeline_app.case.civil import DAY, MINUTE
from timeline_app.case.solving.columns import column
from timeline_app.case.solving.graphs import offsets_of
from timeline_app.case.solving.network import ORIGIN, STRUCTURAL, Network, Solution
from timeline_app.case.solving.paths import Label, short_way, tight_tree, way_to

LEVELS = 3
"""How many kinds of basis there are; level 0 takes the stated statements only."""
NONE = -1
LONGEST = 100
"""The most arcs that are given of a chain."""


class _Tree(Struct, frozen=True, gc=False):
    """For each node: the last arc, the first arc, and how many arcs there are; `NONE` for all three
    where the tree does not reach it. Columns, since there may be millions of nodes."""

    came: array[int]
    roots: array[int]
    depths: array[int]


class _Tight(Struct, frozen=True, gc=False):
    """The arcs that give a node its bound, grouped by the node before it: the arc, the node it
    leads to, and the level of its statement."""

    offsets: Sequence[int]
    arcs: array[int]
    there: array[int]
    levels: array[int]


class BoundChains:
    """The chains behind all bounds of one side: the latest, or (reverse) the earliest."""

    def __init__(self, solution: Solution, basis: Sequence[int], *, reverse: bool) -> None:
        self.network = solution.network
        self.basis = basis
        self.reverse = reverse
        sign, bounds = (-1, solution.earliest) if reverse else (1, solution.latest)
        reach = solution.network.reach
        self.labels: list[int | None] = [
            sign * bounds[number] if sign * bounds[number] <= reach else None
            for number in solution.contraction.class_of
        ]
        self.labels[ORIGIN] = 0
        self.trees: dict[int, _Tree] = {}

    def way(self, node: int, unit: int) -> list[int]:
        """The arcs from the origin to a node's bound, told by a unit of so many seconds.

        None where the bound is open.
        """
        label = self.labels[node]
        if label is None:
            return []
        most = unit - 1 + label - label % unit if not self.reverse else label + -label % unit
        way = _firmest(
            self.network,
            self.labels.__getitem__,
            (ORIGIN, node),
            most,
            self.basis,
            reverse=self.reverse,
        )
        return _shortened(way) if way else self._exact_way(node)

    def root(self, node: int) -> int | None:
        """The arc of the date that a node's bound rests on to the second; None where it is open."""
        return None if self.labels[node] is None else self._tree(node).roots[node]

    def _exact_way(self, node: int) -> list[int]:
        tree = self._tree(node)
        near = self.network.heads if self.reverse else self.network.tails
        root, left_out = tree.roots[node], tree.depths[node] - LONGEST
        way: list[int] = []
        while node != ORIGIN and len(way) < LONGEST:
            way.append(tree.came[node])
            node = near[way[-1]]
        way.reverse()
        return way if left_out <= 0 else [root, -left_out, *way[1:]]

    def _tree(self, node: int) -> _Tree:
        """The firmest tree that leads to a node."""
        for level in range(LEVELS):
            if level not in self.trees:
                self.trees[level] = self._grow(level, self._tight())
            if self.trees[level].came[node] != NONE:
                break
        return self.trees[level]

    def grow(self) -> None:
        """Find the trees of every kind of basis in use, so that no question has to wait."""
        tight = self._tight()
        for level in range(max(self.basis, default=0) + 1):
            if level not in self.trees:
                self.trees[level] = self._grow(level, tight)

    def _grow(self, level: int, tight: _Tight) -> _Tree:
        """The tree of tight arcs of statements up to a level, in breadth."""
        offsets, arcs, there, levels = tight.offsets, tight.arcs, tight.there, tight.levels
        count = len(self.labels)
        came, roots, depths = (array("q", [NONE]) * count for _ in range(3))
        depths[ORIGIN] = depth = 0
        edge = [ORIGIN]
        while edge:
            depth += 1
            further: list[int] = []
            for node in edge:
                root = roots[node]
                for place in range(offsets[node], offsets[node + 1]):
                    reached = there[place]
                    if depths[reached] == NONE and levels[place] <= level:
                        arc = arcs[place]
                        came[reached], depths[reached] = arc, depth
                        roots[reached] = arc if root == NONE else root
                        further.append(reached)
            edge = further
        return _Tree(came, roots, depths)

    def _tight(self) -> _Tight:
        """The tight arcs of all levels."""
        network, labels, basis = self.network, self.labels, self.basis
        near, far, by_node = network.tails, network.heads, network.leaving
        if self.reverse:
            near, far, by_node = far, near, network.entering
        weights, owners = network.weights, network.owners
        arcs = column(
            arc
            for arc in by_node.arcs
            if (label := labels[near[arc]]) is not None and label + weights[arc] == labels[far[arc]]
        )
        return _Tight(
            offsets_of(network.count, (near[arc] for arc in arcs)),
            arcs,
            column(far[arc] for arc in arcs),
            column(0 if owners[arc] == STRUCTURAL else basis[owners[arc]] for arc in arcs),
        )


def gap_chain(
    network: Network, label: Label, ends: tuple[int, int], basis: Sequence[int]
) -> list[int]:
    """The arcs behind the distance of two nodes, past the origin; `label` is the distance from
    the first."""
    distance = label(ends[1])
    if distance is None:
        return []
    way = _firmest(network, label, ends, _told(distance), basis)
    if way:
        return _shortened(way)

    def tree(level: int) -> dict[int, int]:
        return tight_tree(
            network, label, ends[0], lambda owner: basis[owner] <= level, target=ends[1]
        )

    grown = next(came for came in map(tree, range(LEVELS)) if ends[1] in came)
    return _shortened(way_to(network, grown, ends[1]))


def _shortened(way: list[int]) -> list[int]:
    left_out = len(way) - LONGEST
    return way if left_out <= 0 else [way[0], -left_out, *way[1 + left_out :]]


def _told(distance: int) -> int:
    """The greatest distance that is told alike: by whole days, or minutes, or "certainly"."""
    if abs(distance) >= 2 * DAY:
        return -(-distance // DAY * DAY)
    if abs(distance) >= MINUTE:
        return -(-distance // MINUTE * MINUTE)
    return -1 if distance < 0 else distance


def _firmest(
    network: Network,
    label: Label,
    ends: tuple[int, int],
    most: int,
    basis: Sequence[int],
    *,
    reverse: bool = False,
) -> list[int]:
    """The short way of the firmest statements; none where the search takes too long."""

    def upto(level: int) -> Callable[[int], bool]:
        return lambda owner: basis[owner] <= level

    for level in range(LEVELS):
        way = short_way(network, label, ends, most, upto(level), reverse=reverse)
        if way is None or way:
            return way or []
    return []
