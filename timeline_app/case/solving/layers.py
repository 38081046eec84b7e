"""The layers of the order axis: how many certainties, one upon the other, lead to an event.

Rules:
* The layer of an event is the length of the longest chain of certainties that ends in it, from 0.
  Two events of one layer are never certainly one before the other.
* Exactly so for as many events as `order.EXACT`. Beyond, the chains consist of arcs: a single
  constraint that makes start(B) - start(A) >= 0, or bounds that don't overlap; a layer is gained
  where it is 1 second or more.
* Bounds need no arc for each pair: one node for each second that is some event's latest, in their
  order, takes in the events that are past by then, and leads to those that lie there or later.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain

from timeline_app.case.cancelling import CancelCheck
from timeline_app.case.solving.network import STRUCTURAL, Network, relax
from timeline_app.case.solving.order import Order
from timeline_app.case.solving.sorting import PIECE, sorted_places

Step = tuple[int, int, int]
"""First, second, and 1 where the second is certainly after the first, 0 where it is not before."""


def exact_layers(order: Order) -> tuple[int, ...]:
    """Layers from the certainties of all pairs."""
    layers = [0] * len(order.starts)
    filled: list[int] = []  # the events of each layer, as bits
    for event in order.stepping:
        before = order.pairs.before[event]
        low, high = 0, len(filled)
        while low < high:  # certainty is transitive: what has one before it here has one below too
            middle = (low + high) // 2
            if before & filled[middle]:
                low = middle + 1
            else:
                high = middle
        layers[event] = low
        if low == len(filled):
            filled.append(0)
        filled[low] |= 1 << event
    return tuple(layers)


def layers_over_arcs(
    order: Order, steps: Iterable[Step], cancelled: CancelCheck
) -> tuple[int, ...]:
    """Layers from single steps between events."""
    count = len(order.starts)
    seconds, over_bounds = bound_steps(order, count)
    tails: list[int] = []
    heads: list[int] = []
    weights: list[int] = []
    for first, second, gain in chain(steps, over_bounds):
        tails.append(first + 1)
        heads.append(second + 1)
        weights.append(-gain)
    while over_bounds:  # in pieces, not with all else at the end: other threads wait meanwhile
        del over_bounds[-PIECE:]
    network = Network(1 + count + seconds, tails, heads, weights, [STRUCTURAL] * len(tails))
    relaxed = relax(network, cancelled)
    times, horizon = relaxed.times(), network.horizon
    del relaxed
    for column in (tails, heads, weights):
        column.clear()
    return tuple([horizon - times[event + 1] for event in range(count)])


def bound_steps(order: Order, number: int) -> tuple[int, list[Step]]:
    """What bounds that don't overlap say of events, as steps over seconds that are some event's
    latest. These are nodes from `number` on, in their order; how many, and the steps."""
    told = list({latest for latest in order.latest if latest is not None})
    ends = [told[place] for place in sorted_places(told)]
    node_of = {end: place for place, end in enumerate(ends, number)}
    steps = [(node - 1, node, 0) for node in range(number + 1, number + len(ends))]
    for event, (earliest, latest) in enumerate(zip(order.earliest, order.latest, strict=True)):
        if latest is not None:
            steps.append((event, node_of[latest], 0))
        if earliest is None:
            continue
        if earliest in node_of:
            steps.append((node_of[earliest], event, 0))
        over = bisect_left(ends, earliest)
        if over:
            steps.append((number + over - 1, event, 1))
    return len(ends), steps
