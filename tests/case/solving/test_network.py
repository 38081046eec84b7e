"""Networks against Floyd and Warshall: whether they have a solution, bounds, the least schedule."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.case.solving.floyd_warshall import all_distances, bounds_of, least_schedule
from tests.case.solving.random_networks import arcs_of, random_networks
from timeline_app.case.cancelling import Cancelled, never
from timeline_app.case.solving.network import STRUCTURAL, Network, Solution, relax, solve

DEEP = 30_000


def solved(network: Network) -> Solution:
    relaxed = relax(network, never)
    assert relaxed.sound
    return solve(network, relaxed, never)


def network_of(count: int, *arcs: tuple[int, int, int]) -> Network:
    return Network(
        count,
        [tail for tail, _, _ in arcs],
        [head for _, head, _ in arcs],
        [weight for _, _, weight in arcs],
        list(range(len(arcs))),
    )


def node_bounds(solution: Solution, node: int) -> tuple[int | None, int | None]:
    number, reach = solution.contraction.class_of[node], solution.network.reach
    earliest, latest = solution.earliest[number], solution.latest[number]
    return (earliest if earliest >= -reach else None, latest if latest <= reach else None)


def test_random_networks_agree_with_the_reference() -> None:
    feasible = 0
    for network in random_networks(3_000):
        table = all_distances(network.count, arcs_of(network))
        relaxed = relax(network, never)
        assert relaxed.sound == (table is not None), network
        if table is None:
            continue
        feasible += 1
        solution = solve(network, relaxed, never)
        schedule = least_schedule(table)
        for node in range(1, network.count):
            assert node_bounds(solution, node) == bounds_of(table, node), network
            number = solution.contraction.class_of[node]
            assert solution.schedule[number] == schedule[node], network
    assert 800 < feasible < 2_500


def test_times_of_an_unsound_network_are_finite_and_keep_the_origin() -> None:
    for network in random_networks(500, seed=7):
        times = relax(network, never).times()
        assert times[0] == 0
        assert all(abs(time) <= 200 * network.reach for time in times)


def test_a_network_without_arcs_is_open_and_starts_at_zero() -> None:
    solution = solved(network_of(3))
    assert [node_bounds(solution, node) for node in (1, 2)] == [(None, None), (None, None)]
    assert set(solution.schedule) == {0}


def test_the_least_schedule_begins_at_the_first_bound_there_is() -> None:
    # node 1 is not later than 500, node 2 after it, node 3 free
    solution = solved(network_of(4, (0, 1, 500), (2, 1, -7)))
    schedule = [solution.schedule[solution.contraction.class_of[node]] for node in (1, 2, 3)]
    assert schedule == [500, 507, 500]


def test_equal_nodes_are_one_class() -> None:
    solution = solved(network_of(4, (1, 2, 0), (2, 3, 0), (3, 1, 0), (0, 2, 9)))
    class_of = solution.contraction.class_of
    assert class_of[1] == class_of[2] == class_of[3] != class_of[0]
    assert node_bounds(solution, 3) == (None, 9)


def chain(gap: int, *, most: int | None = None, backwards: bool = False) -> Network:
    """A chain of events, each at least `gap` after the one before, the first at second 0."""
    order = list(range(1, DEEP + 1))
    if backwards:
        order.reverse()
    arcs = [(later, earlier, -gap) for earlier, later in pairwise(order)]
    if most is not None:
        arcs += [(head, tail, most) for tail, head, _ in arcs]
    return network_of(DEEP + 1, (0, order[0], 0), (order[0], 0, 0), *arcs)


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("most", [None, 5])
def test_a_chain_of_any_depth_is_solved(most: int | None, backwards: bool) -> None:
    solution = solved(chain(1, most=most, backwards=backwards))
    last = 1 if backwards else DEEP
    greatest = None if most is None else (DEEP - 1) * most
    assert node_bounds(solution, last) == (DEEP - 1, greatest)


def test_a_long_zigzag_of_limits_does_not_turn_quadratic() -> None:
    arcs = [(0, 1, 0), (1, 0, 0)]
    for node in range(1, DEEP):
        # up by at least 10, then down by at most 5
        arcs.append((node + 1, node, -10) if node % 2 else (node, node + 1, 5))
        if not node % 2:
            arcs.append((node + 1, node, 5))
    solution = solved(network_of(DEEP + 1, *arcs))
    assert node_bounds(solution, DEEP)[0] == 10 * (DEEP // 2) - 5 * (DEEP // 2 - 1)


def test_a_chain_of_equal_nodes_with_falling_limits_does_not_turn_quadratic() -> None:
    arcs = [(0, node, DEEP - node) for node in range(1, DEEP + 1)]
    for node in range(1, DEEP):
        arcs += [(node, node + 1, 0), (node + 1, node, 0)]
    solution = solved(network_of(DEEP + 1, *arcs))
    assert node_bounds(solution, 1) == (None, 0)


def test_structural_arcs_always_stay() -> None:
    network = Network(3, [1, 2], [2, 1], [0, -4], [STRUCTURAL, 5])
    assert network.keeping(lambda owner: owner != 5).owners == [STRUCTURAL]
    assert network.keeping(lambda owner: owner == 5).weights == [0, -4]


def test_bounds_of_any_size_are_exact() -> None:
    vast = 10**30
    solution = solved(network_of(3, (0, 1, vast), (1, 0, -vast), (2, 1, -1)))
    assert node_bounds(solution, 1) == (vast, vast)
    assert node_bounds(solution, 2) == (vast + 1, None)


def test_work_stops_when_the_reader_gives_up() -> None:
    with pytest.raises(Cancelled):
        relax(network_of(3, (2, 1, -1)), lambda: True)
