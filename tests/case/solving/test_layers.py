"""Layers against the longest chains that a slow search finds."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cache

from tests.case.solving.floyd_warshall import Distances, all_distances
from tests.case.solving.random_networks import arcs_of, dense_networks, solved_orders
from timeline_app.case.cancelling import never
from timeline_app.case.solving.arrows import Steps
from timeline_app.case.solving.layers import exact_layers, layers_over_arcs
from timeline_app.case.solving.network import relax, solve
from timeline_app.case.solving.order import Order


def longest_chains(order: Order, table: Distances) -> tuple[int, ...]:
    """The length of the longest chain of certainties that ends in each event."""

    def certain(first: int, second: int) -> bool:
        back = table[order.starts[second]][order.starts[first]]
        return back is not None and back <= -1

    @cache
    def length(event: int) -> int:
        events = range(len(order.starts))
        return max((length(one) + 1 for one in events if certain(one, event)), default=0)

    return tuple(length(event) for event in range(len(order.starts)))


def steps_of(order: Order) -> list[tuple[int, int, int]]:
    """What single arcs say of two starts: which is not after which, and the arc."""
    network = order.solution.network
    event_of = {node: event for event, node in enumerate(order.starts)}
    columns = zip(network.tails, network.heads, network.weights, strict=True)
    return [
        (event_of[head], event_of[tail], arc)
        for arc, (tail, head, weight) in enumerate(columns)
        if weight <= 0 and tail in event_of and head in event_of
    ]


def grouped(order: Order) -> Steps:
    """The same by the later of the two."""
    steps = sorted(steps_of(order), key=lambda step: step[1])
    seconds = [second for _, second, _ in steps]
    return Steps(
        array("q", [bisect_left(seconds, event) for event in range(len(order.starts) + 1)]),
        array("q", [first for first, _, _ in steps]),
        array("q", [arc for _, _, arc in steps]),
    )


def chains_over_arcs(order: Order) -> tuple[int, ...]:
    """Layers raised step by step, arcs and every two bounds tried, until nothing changes."""
    layers = [0] * len(order.starts)
    weights = order.solution.network.weights
    steps = [(first, second, int(weights[arc] < 0)) for first, second, arc in steps_of(order)]
    for first, latest in enumerate(order.latest):
        for second, earliest in enumerate(order.earliest):
            if first == second or latest is None or earliest is None or latest > earliest:
                continue
            steps.append((first, second, 1 if latest < earliest else 0))
    changed = True
    while changed:
        changed = False
        for first, second, gain in steps:
            if layers[second] < layers[first] + gain:
                layers[second] = layers[first] + gain
                changed = True
    return tuple(layers)


def test_exact_layers_are_the_longest_chains_of_certainties() -> None:
    highest = 0
    for order, table in solved_orders(1_500, seed=21):
        layers = exact_layers(order)
        assert layers == longest_chains(order, table)
        highest = max(highest, *layers)
    assert highest >= 5


def test_exact_layers_where_limits_join_nearly_everything() -> None:
    raised = 0
    for network in dense_networks(60, seed=23):
        table = all_distances(network.count, arcs_of(network))
        assert table is not None
        order = Order(solve(network, relax(network, never), never), list(range(1, network.count)))
        layers = exact_layers(order)
        assert layers == longest_chains(order, table)
        unsearched = order.pair_search.plain
        raised += any(
            layer and not any(unsearched[event][0] >> one & 1 for one in below(layers, layer))
            for event, layer in enumerate(layers)
        )
    assert raised > 10


def below(layers: tuple[int, ...], layer: int) -> list[int]:
    """The events one layer lower."""
    return [event for event, other in enumerate(layers) if other == layer - 1]


def test_layers_over_arcs_are_the_longest_chains_of_arcs() -> None:
    highest = 0
    for order, _ in solved_orders(1_500, seed=22):
        weights = order.solution.network.weights
        layers = layers_over_arcs(order, grouped(order), weights, never)
        assert layers == chains_over_arcs(order)
        highest = max(highest, *layers)
    assert highest >= 3


def test_no_events_have_no_layers() -> None:
    order = next(order for order, _ in solved_orders(10, seed=1))
    empty = Order(order.solution, [])
    assert exact_layers(empty) == ()
    assert layers_over_arcs(empty, Steps(array("q", [0]), array("q"), array("q")), [], never) == ()
