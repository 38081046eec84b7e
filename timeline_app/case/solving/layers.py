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
from collections.abc import Sequence

from timeline_app.case.cancelling import CancelCheck
from timeline_app.case.solving.network import STRUCTURAL, Network, relax
from timeline_app.case.solving.order import Order


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
    order: Order, steps: Sequence[tuple[int, int, int]], cancelled: CancelCheck
) -> tuple[int, ...]:
    """Layers from single steps: (first, second, 1 if certainly before or 0 if not after)."""
    count = len(order.starts)
    tails = [first + 1 for first, _, _ in steps]
    heads = [second + 1 for _, second, _ in steps]
    gains = [gain for _, _, gain in steps]
    ends = sorted({latest for latest in order.latest if latest is not None})
    node_of = {end: count + 1 + place for place, end in enumerate(ends)}
    for node in range(count + 2, count + 1 + len(ends)):
        _append(tails, heads, gains, (node - 1, node, 0))
    for event in range(count):
        earliest, latest = order.earliest[event], order.latest[event]
        if latest is not None:
            _append(tails, heads, gains, (event + 1, node_of[latest], 0))
        if earliest is None:
            continue
        if earliest in node_of:
            _append(tails, heads, gains, (node_of[earliest], event + 1, 0))
        over = bisect_left(ends, earliest)
        if over:
            _append(tails, heads, gains, (count + over, event + 1, 1))
    network = Network(
        count + 1 + len(ends), tails, heads, [-gain for gain in gains], [STRUCTURAL] * len(tails)
    )
    relaxed = relax(network, cancelled)
    times = relaxed.times()
    return tuple(network.horizon - times[event + 1] for event in range(count))


def _append(
    tails: list[int], heads: list[int], gains: list[int], step: tuple[int, int, int]
) -> None:
    tails.append(step[0])
    heads.append(step[1])
    gains.append(step[2])
