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

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_app.case.civil import DAY, MINUTE
from timeline_app.case.solving.network import ORIGIN, Network, Solution
from timeline_app.case.solving.paths import Label, short_way, tight_tree, way_to

LEVELS = 3
"""How many kinds of basis there are; level 0 takes the stated statements only."""
LONGEST = 100
"""The most arcs that are given of a chain."""


@dataclass(frozen=True, slots=True)
class _Tree:
    """For each node it reaches: the last arc, the first arc, and how many arcs there are."""

    came: dict[int, int]
    roots: dict[int, int]
    depths: dict[int, int]


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
        way = way_to(self.network, tree.came, node, reverse=self.reverse, last=LONGEST)
        left_out = tree.depths[node] - len(way)
        if left_out <= 0:
            return way
        return [tree.roots[node], -left_out, *way[1:]]

    def _tree(self, node: int) -> _Tree:
        """The firmest tree that leads to a node."""
        for level in range(LEVELS):
            if level not in self.trees:
                self.trees[level] = self._grow(level)
            if node in self.trees[level].came:
                break
        return self.trees[level]

    def _grow(self, level: int) -> _Tree:
        came = tight_tree(
            self.network,
            self.labels.__getitem__,
            ORIGIN,
            lambda owner: self.basis[owner] <= level,
            reverse=self.reverse,
        )
        near = self.network.heads if self.reverse else self.network.tails
        roots: dict[int, int] = {}
        depths = {ORIGIN: 0}
        for node, arc in came.items():  # in the order of growth: what is nearer comes first
            if node != ORIGIN:
                before = near[arc]
                roots[node] = arc if before == ORIGIN else roots[before]
                depths[node] = depths[before] + 1
        return _Tree(came, roots, depths)


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
