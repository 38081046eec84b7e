"""Chains explain a bound as it is told, with the firmest statements and the fewest of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.case.solving.floyd_warshall import Arc, all_distances
from tests.case.solving.random_networks import arcs_of, random_networks, solved_orders
from timeline_app.case.cancelling import never
from timeline_app.case.civil import DAY
from timeline_app.case.solving import paths
from timeline_app.case.solving.chains import LEVELS, LONGEST, BoundChains, gap_chain
from timeline_app.case.solving.network import ORIGIN, STRUCTURAL, Network, Solution, relax, solve


def basis_of(network: Network) -> list[int]:
    """A basis for each statement."""
    return [owner % LEVELS for owner in range(max(network.owners, default=0) + 1)]


def fewest(arcs: list[Arc], start: int, end: int, most: int) -> int | None:
    """The least number of arcs that lead from one node to another in at most `most`."""
    reached = {start: 0}
    for rounds in range(1, 12):
        further = dict(reached)
        for tail, head, weight in arcs:
            if tail in reached and (tail != ORIGIN or start == ORIGIN):
                length = reached[tail] + weight
                further[head] = min(further.get(head, length), length)
        reached = further
        if reached.get(end, most + 1) <= most:
            return rounds
    return None


def firmest_and_fewest(
    network: Network, basis: list[int], ends: tuple[int, int], most: int
) -> tuple[int, int]:
    """The least level of statements that suffices, and the fewest arcs it takes then."""
    for level in range(LEVELS):
        arcs = [
            arc
            for arc, owner in zip(arcs_of(network), network.owners, strict=True)
            if owner == STRUCTURAL or basis[owner] <= level
        ]
        found = fewest(arcs, *ends, most)
        if found is not None:
            return level, found
    raise AssertionError("there is a chain, but none was found")


@pytest.mark.parametrize("unit", [1, 5])
def test_bounds_are_explained_as_told_by_the_firmest_and_shortest_chain(unit: int) -> None:
    links = 0
    for order, _ in solved_orders(1_200, seed=71, largest=7):
        solution, network = order.solution, order.solution.network
        basis = basis_of(network)
        chains = BoundChains(solution, basis, reverse=False)
        for node in range(1, network.count):
            bound = chains.labels[node]
            way = chains.way(node, unit)
            if bound is None:
                assert way == []
                assert chains.root(node) is None
                continue
            reached = sum(network.weights[arc] for arc in way)
            assert bound <= reached
            assert bound // unit == reached // unit
            assert network.tails[way[0]] == ORIGIN
            assert network.heads[way[-1]] == node
            assert all(network.heads[a] == network.tails[b] for a, b in pairwise(way))
            most = bound - bound % unit + unit - 1
            level, fewest_arcs = firmest_and_fewest(network, basis, (ORIGIN, node), most)
            owners = [network.owners[arc] for arc in way]
            assert max((basis[one] for one in owners if one >= 0), default=0) == level
            assert len(way) == fewest_arcs
            links += len(way)
    assert links > 1_000


@pytest.mark.parametrize("unit", [1, 5])
def test_earliest_bounds_are_explained_alike(unit: int) -> None:
    for order, table in solved_orders(800, seed=72):
        network = order.solution.network
        chains = BoundChains(order.solution, basis_of(network), reverse=True)
        for node in range(1, network.count):
            way, back = chains.way(node, unit), table[node][ORIGIN]
            if back is None:
                assert way == []
                continue
            reached = -sum(network.weights[arc] for arc in way)
            assert reached <= -back
            assert reached // unit == -back // unit
            assert network.heads[way[0]] == ORIGIN
            assert network.tails[way[-1]] == node
            assert all(network.tails[a] == network.heads[b] for a, b in pairwise(way))


def test_a_bound_rests_on_the_date_that_its_exact_chain_begins_with() -> None:
    for order, table in solved_orders(800, seed=73):
        network = order.solution.network
        chains = BoundChains(order.solution, basis_of(network), reverse=False)
        for node in range(1, network.count):
            root = chains.root(node)
            if root is None:
                assert table[ORIGIN][node] is None
                continue
            beyond = table[network.heads[root]][node]
            assert network.tails[root] == ORIGIN
            assert beyond is not None
            assert network.weights[root] + beyond == table[ORIGIN][node]


def chain_of_days(count: int) -> Solution:
    """One node dated, each of the others a second after the one before."""
    tails = [0, 1, *range(2, count + 1)]
    heads = [1, 0, *range(1, count)]
    weights = [DAY - 1, 0, *([-1] * (count - 1))]
    network = Network(count + 1, tails, heads, weights, list(range(len(tails))))
    return solve(network, relax(network, never), never)


def test_a_chain_too_long_to_search_is_the_exact_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_STEPS", 10)
    chains = BoundChains(chain_of_days(90), [0] * 91, reverse=True)
    assert chains.way(90, DAY) == list(range(1, 91))
    assert chains.way(3, DAY) == [1, 2, 3]


@pytest.mark.parametrize("steps", [10, 10_000])
def test_of_a_chain_nobody_reads_the_date_and_the_end_are_given(
    monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    monkeypatch.setattr(paths, "_STEPS", steps)
    chains = BoundChains(chain_of_days(1_000), [0] * 1_001, reverse=True)
    way = chains.way(1_000, DAY)
    assert way[:2] == [1, LONGEST - 1_000]
    assert way[2:] == list(range(1_000 - LONGEST + 2, 1_001))


def test_gaps_are_explained_by_arcs_that_add_up_to_them() -> None:
    explained = 0
    for network in random_networks(1_500, seed=74):
        relaxed = relax(network, never)
        if not relaxed.sound:
            continue
        order_basis = basis_of(network)
        arcs = arcs_of(network)
        inner = reference_without_origin(network.count, arcs)
        for start in range(1, network.count):
            for end in range(1, network.count):
                if start != end:
                    row = [None, *inner[start][1:]]
                    way = gap_chain(network, row.__getitem__, (start, end), order_basis)
                    distance = inner[start][end]
                    if distance is None:
                        assert way == []
                        continue
                    reached = sum(network.weights[arc] for arc in way)
                    assert distance <= reached
                    assert (reached < 0) == (distance < 0)
                    assert distance < 0 or abs(distance) >= 60 or reached == distance
                    assert network.tails[way[0]] == start
                    assert network.heads[way[-1]] == end
                    explained += 1
    assert explained > 3_000


def reference_without_origin(count: int, arcs: list[Arc]) -> list[list[int | None]]:
    table = all_distances(count, [arc for arc in arcs if arc[0] and arc[1]])
    assert table is not None
    return table
