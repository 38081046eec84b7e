"""Contradictions as rings of arcs: really negative, in the order of the statements, few arcs."""

from __future__ import annotations

from random import Random

import pytest

from tests.case.solving.floyd_warshall import Arc, all_distances, is_negative_ring
from tests.case.solving.random_networks import arcs_of, random_networks
from timeline_app.case.cancelling import Cancelled, never
from timeline_app.case.solving.cycles import disputed_classes, negative_rings
from timeline_app.case.solving.network import STRUCTURAL, Network, relax, solve

MANY = 3_000


def rings_of(network: Network) -> list[tuple[int, ...]]:
    return negative_rings(network, relax(network, never).times(), never)


def network_of(count: int, arcs: list[Arc]) -> Network:
    return Network(
        count,
        [tail for tail, _, _ in arcs],
        [head for _, head, _ in arcs],
        [weight for _, _, weight in arcs],
        list(range(len(arcs))),
    )


def owners_in(network: Network, ring: tuple[int, ...]) -> set[int]:
    return {network.owners[arc] for arc in ring} - {STRUCTURAL}


def without(network: Network, suspended: set[int]) -> Network:
    return network.keeping(lambda owner: owner not in suspended)


def fewest_arcs(arcs: list[Arc], closing: Arc) -> int:
    """The least number of arcs that make a negative ring with one more, tried round by round."""
    tail, head, weight = closing
    reached = {head: 0}
    for rounds in range(1, 99):
        further = dict(reached)
        for start, end, length in arcs:
            if start in reached:
                known = further.get(end, reached[start] + length)
                further[end] = min(known, reached[start] + length)
        reached = further
        if tail in reached and reached[tail] + weight < 0:
            return rounds
    raise AssertionError("no ring")


def test_random_networks_are_left_consistent_by_suspending_real_rings() -> None:
    unsound = 0
    for network in random_networks(2_000, seed=2):
        arcs = arcs_of(network)
        if all_distances(network.count, arcs) is not None:
            assert rings_of(network) == []
            continue
        unsound += 1
        suspended: set[int] = set()
        for ring in rings_of(network):
            assert is_negative_ring([arcs[arc] for arc in ring])
            owners = owners_in(network, ring)
            assert owners
            assert not owners & suspended
            suspended |= owners
        rest = without(network, suspended)
        assert all_distances(rest.count, arcs_of(rest)) is not None
        assert relax(rest, never).sound
    assert unsound > 500


def test_a_ring_is_closed_by_the_first_statement_that_cannot_hold_with_those_before_it() -> None:
    for network in random_networks(1_500, seed=3):
        arcs = arcs_of(network)
        suspended: set[int] = set()
        for ring in rings_of(network):
            closing = ring[0]
            before = [arc for arc in range(closing) if network.owners[arc] not in suspended]
            assert all(arc <= closing for arc in ring)
            assert all_distances(network.count, [arcs[arc] for arc in before]) is not None
            assert len(ring) - 1 == fewest_arcs([arcs[arc] for arc in before], arcs[closing])
            suspended |= owners_in(network, ring)


def test_the_first_guess_does_not_matter_for_which_statement_closes_the_first_ring() -> None:
    chance = Random(5)
    for network in random_networks(800, seed=4):
        guess = [0] + [chance.randint(-50, 50) for _ in range(network.count - 1)]
        guessed, relaxed = negative_rings(network, guess, never), rings_of(network)
        assert bool(guessed) == bool(relaxed)
        if guessed:
            assert guessed[0][0] == relaxed[0][0]
            assert len(guessed[0]) == len(relaxed[0])


@pytest.mark.parametrize("shuffled", [False, True])
def test_one_ring_of_thousands_is_found(shuffled: bool) -> None:
    count = 10 * MANY
    arcs = [((node + 1) % count + 1, node + 1, -1) for node in range(count)]
    if shuffled:
        Random(1).shuffle(arcs)
    rings = rings_of(network_of(count + 1, arcs))
    assert [sorted(ring) for ring in rings] == [list(range(count))]


def test_thousands_of_rings_apart_are_found_in_their_order() -> None:
    arcs = [
        arc
        for node in range(1, 2 * MANY, 2)
        for arc in ((node, node + 1, -1), (node + 1, node, -1))
    ]
    rings = rings_of(network_of(2 * MANY + 1, arcs))
    assert rings == [(place + 1, place) for place in range(0, 2 * MANY, 2)]


@pytest.mark.parametrize("linked", [False, True])
def test_thousands_of_contradicting_dates_are_found(linked: bool) -> None:
    arcs: list[Arc] = []
    for pair in range(MANY):
        first, second = 2 * pair + 1, 2 * pair + 2
        arcs += [(0, first, 5_000 + pair), (first, 0, -5_000 - pair)]
        arcs += [(0, second, 10 + pair), (second, 0, -10 - pair), (second, first, -1)]
        if linked and pair:
            arcs.append((first, second - 2, 0))
    network = network_of(2 * MANY + 1, arcs)
    rings = rings_of(network)
    assert len(rings) == MANY
    assert {len(ring) for ring in rings} == {3}


def test_work_stops_when_the_reader_gives_up() -> None:
    network = network_of(3, [(1, 2, -1), (2, 1, -1)])
    with pytest.raises(Cancelled):
        negative_rings(network, [0, 0, 0], lambda: True)


def test_a_class_is_in_dispute_where_one_suspended_arc_would_tighten_a_bound() -> None:
    tightened = 0
    for network in random_networks(1_200, seed=6, largest=7):
        if all_distances(network.count, arcs_of(network)) is not None:
            continue
        suspended = set().union(*(owners_in(network, ring) for ring in rings_of(network)))
        rest = without(network, suspended)
        solution = solve(rest, relax(rest, never), never)
        disputed = disputed_classes(solution, network, suspended)
        expected = tightened_nodes(network, rest, suspended)
        class_of = solution.contraction.class_of
        assert {node for node in range(1, network.count) if class_of[node] in disputed} == expected
        tightened += len(expected)
    assert tightened > 500


def tightened_nodes(network: Network, rest: Network, suspended: set[int]) -> set[int]:
    """Nodes whose distance from or to the origin one suspended arc shortens, by the reference."""
    table = all_distances(rest.count, arcs_of(rest))
    assert table is not None
    inner = all_distances(rest.count, [arc for arc in arcs_of(rest) if arc[0] and arc[1]])
    assert inner is not None
    found = set()
    for (tail, head, weight), owner in zip(arcs_of(network), network.owners, strict=True):
        if owner not in suspended:
            continue
        for node in range(1, network.count):
            to_tail, on, known = table[0][tail], inner[head][node] if head else None, table[0][node]
            if (
                to_tail is not None
                and on is not None
                and (known is None or to_tail + weight + on < known)
            ):
                found.add(node)
            back, on, known = table[head][0], inner[node][tail] if tail else None, table[node][0]
            if (
                back is not None
                and on is not None
                and (known is None or back + weight + on < known)
            ):
                found.add(node)
    return found
