"""Random small networks of every sort: chains, limits, rings of zeros, spans, dates, nonsense."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.case.solving.floyd_warshall import Arc, Distances, all_distances
from timeline_app.case.cancelling import never
from timeline_app.case.solving.network import STRUCTURAL, Network, relax, solve
from timeline_app.case.solving.order import Order


def random_networks(number: int, seed: int = 1, largest: int = 9) -> Iterator[Network]:
    """Networks of 2 to `largest` nodes, feasible or not, some statements with several arcs."""
    chance = Random(seed)
    for _ in range(number):
        yield random_network(chance, chance.randint(2, largest))


def random_network(chance: Random, count: int) -> Network:
    """One network; its first arcs, if any, are structural."""
    arcs: list[Arc] = []
    owners: list[int] = []
    for _ in range(chance.randint(0, 2) if count > 3 else 0):
        node = chance.randint(1, count - 2)
        arcs.append((node + 1, node, 0))
        owners.append(STRUCTURAL)
    weights = chance.choice((_loose, _tight, _falling, _wide, None))
    times = [0, *sorted(chance.randint(-12, 12) for _ in range(count - 1))]
    statement = 0
    for _ in range(chance.randint(0, chance.choice((1, 2, 4)) * count)):
        tail, head = chance.sample(range(count), 2)
        if weights is None:  # a solution is planted: limits from below and above that matter
            weight = times[head] - times[tail] + chance.choice((0, 0, 1, 3))
        else:
            weight = weights(chance)
        if weights is not None and not (tail and head):
            weight += chance.choice((20, -20, 3))
        elif weights is _falling:
            tail, head = max(tail, head), min(tail, head)
        arcs.append((tail, head, weight))
        owners.append(statement)
        statement += chance.random() < 0.7
    return Network(
        count,
        [tail for tail, _, _ in arcs],
        [head for _, head, _ in arcs],
        [weight for _, _, weight in arcs],
        owners,
    )


def dense_networks(number: int, seed: int = 1) -> Iterator[Network]:
    """Networks of some forty nodes with a solution, most of them joined to many by limits from
    below and above: within a moment, a day, or loosely; some by a fixed distance, some dated."""
    chance = Random(seed)
    for _ in range(number):
        count = chance.randint(25, 45)
        times = [0, *(chance.randrange(chance.choice((9, 90, 900))) for _ in range(count - 1))]
        slack = chance.choice(((0, 1), (0, 0, 1, 2, 5), (3, 4, 5, 6), (1,), range(200)))
        arcs: list[Arc] = []
        for _ in range(count * chance.choice((2, 4, 10))):
            tail, head = chance.sample(range(chance.choice((0, 1, 1, 1)), count), 2)
            gap = times[head] - times[tail]
            arcs.append((tail, head, gap + chance.choice(slack)))
            arcs.append((head, tail, chance.choice(slack) - gap))
        tails, heads, weights = (list(column) for column in zip(*arcs, strict=True))
        yield Network(count, tails, heads, weights, list(range(len(arcs))))


def arcs_of(network: Network) -> list[Arc]:
    """The arcs of a network as triples."""
    return list(zip(network.tails, network.heads, network.weights, strict=True))


def _loose(chance: Random) -> int:
    return chance.choice((-1, -1, 0, 0, chance.randint(-5, 0), chance.randint(0, 9)))


def _tight(chance: Random) -> int:
    return chance.choice((0, 0, 0, 1, -1))


def _falling(chance: Random) -> int:
    return chance.choice((-3, -1, -1, 0, 0))


def _wide(chance: Random) -> int:
    return chance.choice((-10_000_000_000, -86_400, -1, 1, 86_400, 10_000_000_000))


def solved_orders(number: int, seed: int, largest: int = 9) -> Iterator[tuple[Order, Distances]]:
    """The order of some nodes of random networks that have a solution, with all distances."""
    chance = Random(seed)
    for network in random_networks(number, seed, largest):
        table = all_distances(network.count, arcs_of(network))
        if table is not None:
            nodes = list(range(1, network.count))
            chance.shuffle(nodes)
            solution = solve(network, relax(network, never), never)
            yield Order(solution, nodes[: chance.randint(1, len(nodes))]), table
