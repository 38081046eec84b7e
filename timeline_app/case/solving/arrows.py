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

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from msgspec import Struct

from timeline_app.case.model import Basis
from timeline_app.case.solving.network import Network
from timeline_app.case.solving.order import Order
from timeline_app.case.solving.pairs import members
from timeline_app.case.solving.sorting import sorted_places
from timeline_app.case.solving.statements import BASES, Statements


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


def direct_steps(network: Network, statements: Statements) -> Iterator[tuple[int, int, int]]:
    """What single constraints say of starts: (first, second, arc), the second not before it."""
    start_of, event_of = [_NOT_ONE] * network.count, [_NOT_ONE] * network.count
    ends = zip(statements.start_node, statements.end_node, strict=True)
    for event, (start, end) in enumerate(ends):
        start_of[start] = event_of[start] = event_of[end] = event
    columns = zip(network.tails, network.heads, network.weights, strict=True)
    for arc, (tail, head, weight) in enumerate(columns):
        if weight <= 0:
            first, second = event_of[head], start_of[tail]
            if first != second and _NOT_ONE not in (first, second):
                yield first, second, arc


def direct_arrows(network: Network, statements: Statements) -> tuple[OrderArrow, ...]:
    """An arrow for each pair that a single constraint puts in order, the firmest one."""
    count = len(statements.start_node)
    found: dict[int, OrderArrow] = {}  # by a number for each pair, in the order of the pairs
    for first, second, arc in direct_steps(network, statements):
        basis = BASES[statements.basis[network.owners[arc]]]
        weight = network.weights[arc]
        arrow = OrderArrow(first, second, weight == 0, basis, -weight, _most(network, arc))
        known = found.get(first * count + second)
        if known is None or _strength(arrow) < _strength(known):
            found[first * count + second] = arrow
    pairs = list(found)
    return tuple(
        found[pairs[place]]
        for place in sorted_places(pairs)
        if pairs[place] % count * count + pairs[place] // count not in found
    )


_NOT_ONE = -1
"""Stands for the event of a node that is not an end of one."""


def _strength(arrow: OrderArrow) -> tuple[bool, int, int]:
    return (arrow.weak, BASES.index(arrow.basis), -arrow.least)


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
