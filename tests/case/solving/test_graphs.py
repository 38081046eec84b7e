"""Graphs as columns, and their components against plain reachability."""

from __future__ import annotations

from random import Random

import pytest

from timeline_app.case.cancelling import Cancelled, never
from timeline_app.case.solving.graphs import Adjacency, Graph, components


def reachable(count: int, arcs: list[tuple[int, int]]) -> list[set[int]]:
    """What each node leads to, itself included, by joining sets until nothing changes."""
    found = [{node} for node in range(count)]
    changed = True
    while changed:
        changed = False
        for tail, head in arcs:
            if not found[head] <= found[tail]:
                found[tail] |= found[head]
                changed = True
    return found


def graph_of(count: int, arcs: list[tuple[int, int]]) -> Graph:
    return Graph.of(count, [tail for tail, _ in arcs], [head for _, head in arcs], [0] * len(arcs))


def test_arcs_are_grouped_by_node_in_their_order() -> None:
    adjacency = Adjacency.of(4, [2, 0, 2, 2, 3])
    assert [list(adjacency.at(node)) for node in range(4)] == [[1], [], [0, 2, 3], [4]]


def test_a_graph_keeps_heads_and_weights_with_their_arcs() -> None:
    graph = Graph.of(3, [2, 0, 2], [0, 1, 1], [5, 6, 7])
    columns = (graph.offsets, graph.heads, graph.weights)
    assert [list(column) for column in columns] == [[0, 1, 1, 3], [1, 0, 1], [6, 5, 7]]
    assert graph.count == 3


def test_components_are_what_reaches_each_other_and_are_numbered_along_the_arcs() -> None:
    chance = Random(1)
    for _ in range(1_000):
        count = chance.randint(1, 9)
        arcs = [
            (chance.randrange(count), chance.randrange(count))
            for _ in range(chance.randint(0, 2 * count))
        ]
        number, finished = components(graph_of(count, arcs), never)
        leads = reachable(count, arcs)
        for one in range(count):
            for other in range(count):
                together = one in leads[other] and other in leads[one]
                assert (number[one] == number[other]) == together
        assert all(number[tail] <= number[head] for tail, head in arcs)
        assert set(number) == set(range(max(number) + 1))
        assert sorted(finished) == list(range(count))


def test_a_chain_and_a_ring_of_any_length_need_no_recursion() -> None:
    count = 50_000
    chain = [(node, node + 1) for node in range(count - 1)]
    assert components(graph_of(count, chain), never)[0] == list(range(count))
    ring = [*chain, (count - 1, 0)]
    assert set(components(graph_of(count, ring), never)[0]) == {0}


def test_work_stops_when_the_reader_gives_up() -> None:
    with pytest.raises(Cancelled):
        components(graph_of(1, []), lambda: True)
