"""The arrows of the order axis: as few as say all that is established.

Rules:
* Up to `order.EXACT` events: the transitive reduction of "not after". A weak arrow ("not before")
  is left out where any event lies between; a certain one where an event lies between and one of
  the two halves is certain. Events at the same second are one: the first in the file stands for
  all of them.
* An arrow's basis is that of the firmest statements that prove it: stated, if those alone do.
* Beyond, only what a single constraint says has an arrow, with that constraint's own limits.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import reduce
from itertools import compress, pairwise
from operator import or_
from typing import overload

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.model import Basis
from timeline_app.case.solving.columns import column
from timeline_app.case.solving.graphs import POLL
from timeline_app.case.solving.network import Network
from timeline_app.case.solving.order import Order
from timeline_app.case.solving.pairs import members
from timeline_app.case.solving.statements import BASES, NO_EVENT, Statements


class OrderArrow(Struct, frozen=True, gc=False):
    """`second` is certainly after `first`, or (`weak`) not before it.

    `least` and `greatest` limit the seconds between their starts; `greatest` may be open.
    """

    first: int
    second: int
    weak: bool
    basis: Basis
    least: int
    greatest: int | None


def exact_arrows(order: Order, firmer: Sequence[tuple[Basis, Order]]) -> tuple[OrderArrow, ...]:
    """The reduction, its bases told by the order that firmer statements alone establish.

    `firmer` has such orders from the firmest on; the last stands for all statements.
    """
    arrows = []
    for first, (certain, weak) in _reduced(order).items():
        seconds = [*members(certain), *members(weak)]
        limits = order.limits(first, seconds)
        for second in sorted(seconds):
            is_weak = bool(weak >> second & 1)
            basis = _firmest(firmer, first, second, is_weak)
            arrows.append(OrderArrow(first, second, is_weak, basis, *limits[second]))
    return tuple(arrows)


def _reduced(order: Order) -> dict[int, tuple[int, int]]:
    """For each event that stands for its second: the certain and the weak arrows, as bits."""
    pairs = order.pairs
    firsts = [
        event
        for event, (after, before) in enumerate(zip(pairs.not_before, pairs.not_after, strict=True))
        if not after & before & ((1 << event) - 1)
    ]
    standing = reduce(or_, (1 << event for event in firsts), 0)
    certain, weak = [0] * len(order.starts), [0] * len(order.starts)
    for event in firsts:
        certain[event] = pairs.after[event] & standing
        weak[event] = pairs.not_before[event] & ~pairs.not_after[event] & standing
    arrows = {}
    for event in firsts:
        over_any = over_certain = 0
        for between in members(weak[event]):
            over_any |= weak[between]
            over_certain |= certain[between]
        for between in members(certain[event]):
            over_certain |= weak[between]
        open_ends = weak[event] & ~certain[event] & ~over_any
        arrows[event] = (certain[event] & ~over_certain, open_ends)
    return arrows


def _firmest(firmer: Sequence[tuple[Basis, Order]], first: int, second: int, weak: bool) -> Basis:
    for basis, order in firmer[:-1]:
        if order.pair_search.proves(first, second, weak=weak):
            return basis
    return firmer[-1][0]


class Steps(Struct, frozen=True, gc=False):
    """What single constraints say of starts: of each pair of events the firmest, grouped by the
    later one.

    Those of an event lie at `offsets[event]` up to `offsets[event + 1]`: the event that it is not
    before, and the arc that says so. It is certainly after it where the arc's weight is below 0.
    """

    offsets: array[int]
    firsts: array[int]
    arcs: array[int]


def direct_steps(network: Network, statements: Statements, cancelled: CancelCheck) -> Steps:
    """The steps of a case."""
    event_of = statements.event_of_node
    heads, weights, leaving = network.heads, network.weights, network.leaving
    offsets, firsts, arcs = array("q", [0]), array("q"), array("q")
    for event, start in enumerate(statements.start_node):
        if not event % POLL:
            stop_if(cancelled)
        firmest: dict[int, int] = {}
        for arc in leaving.at(start):
            if weights[arc] > 0:
                continue
            first = event_of[heads[arc]]
            if first in (event, NO_EVENT):
                continue
            known = firmest.setdefault(first, arc)
            if known != arc and _strength(network, statements, arc) < _strength(
                network, statements, known
            ):
                firmest[first] = arc
        firsts.extend(firmest)
        arcs.extend(firmest.values())
        offsets.append(len(firsts))
    return Steps(offsets, firsts, arcs)


def _strength(network: Network, statements: Statements, arc: int) -> tuple[bool, int, int]:
    """Of two steps between the same events the one with the lesser of these counts."""
    weight = network.weights[arc]
    return weight == 0, statements.basis[network.owners[arc]], weight


class DirectArrows(Sequence[OrderArrow]):
    """An arrow for each pair that a single constraint puts in order, the firmest one.

    There may be millions: they are columns of numbers, grouped by the later event, and an arrow is
    made of them when it is asked for.
    """

    def __init__(
        self, network: Network, statements: Statements, steps: Steps, classes: Sequence[int]
    ) -> None:
        """`classes` has the class of each event's start."""
        self.first, self.second, self._arcs = steps.firsts, _seconds(steps), steps.arcs
        self._network = network
        self._statements = statements
        mutual = _mutual(self.first, self.second, classes)
        if mutual:
            one_way = [place not in mutual for place in range(len(self.first))]
            self.first, self.second, self._arcs = (
                column(compress(numbers, one_way))
                for numbers in (self.first, self.second, self._arcs)
            )

    def __len__(self) -> int:
        return len(self._arcs)

    @overload
    def __getitem__(self, index: int) -> OrderArrow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[OrderArrow]: ...
    def __getitem__(self, index: int | slice) -> OrderArrow | Sequence[OrderArrow]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        arc = self._arcs[index]
        weight = self._network.weights[arc]
        return OrderArrow(
            self.first[index],
            self.second[index],
            weight == 0,
            BASES[self._statements.basis[self._network.owners[arc]]],
            -weight,
            _most(self._network, arc),
        )


def _seconds(steps: Steps) -> array[int]:
    """The later event of each step."""
    # Not in one call of C: that would stop every other thread until it is done.
    seconds = array("q")
    for event, (low, high) in enumerate(pairwise(steps.offsets)):
        if low < high:
            seconds.extend([event] * (high - low))
    return seconds


def _mutual(first: array[int], second: array[int], classes: Sequence[int]) -> set[int]:
    """The steps that lead to and fro between two events: single constraints say that they are at
    one second. Only events of one class can be."""
    within = {
        (one, other): place
        for place, (one, other) in enumerate(zip(first, second, strict=True))
        if classes[one] == classes[other]
    }
    return {place for (one, other), place in within.items() if (other, one) in within}


def _most(network: Network, arc: int) -> int | None:
    """The greatest gap that the constraint of an arc gives between the same two nodes."""
    following = arc + 1
    if (
        following < len(network.owners)
        and network.owners[following] == network.owners[arc]
        and network.tails[following] == network.heads[arc]
        and network.heads[following] == network.tails[arc]
    ):
        return network.weights[following]
    return None
