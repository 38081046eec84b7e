"""Two orders joined, against the closure worked out step by step."""

from __future__ import annotations

from random import Random

from tests.case.comparing.random_cases import random_truth
from timeline_app.case.comparing.joined_order import JoinedOrder
from timeline_app.case.solving.order import Order

Relation = dict[tuple[int, int], int]


def closure(a: Order, b: Order, pairs: list[tuple[int, int]]) -> Relation | None:
    """For two nodes 1 where the second is certainly after the first, 0 where it is not before;
    None where the pairs can't all be the same."""
    count, shift = len(a.starts) + len(b.starts), len(a.starts)
    known: Relation = {(node, node): 0 for node in range(count)}
    for order, first in ((a, 0), (b, shift)):
        for one in range(len(order.starts)):
            for other in range(len(order.starts)):
                if order.pairs.not_before[one] >> other & 1:
                    known[first + one, first + other] = order.pairs.after[one] >> other & 1
    for one, other in pairs:
        known[one, shift + other] = known[shift + other, one] = 0
    for middle in range(count):
        for one in range(count):
            for other in range(count):
                if (one, middle) in known and (middle, other) in known:
                    gain = max(known[one, middle], known[middle, other])
                    known[one, other] = max(gain, known.get((one, other), 0))
    return None if any(known[node, node] for node in range(count)) else known


def longest_ways(known: Relation, count: int) -> list[int]:
    columns = [0] * count
    for _ in range(count):
        for (one, other), gain in known.items():
            columns[other] = max(columns[other], columns[one] + gain)
    return columns


def test_what_is_allowed_and_the_columns_are_those_of_the_closure() -> None:
    chance = Random(1)
    refused = joined_pairs = 0
    for _ in range(250):
        a, b = (random_truth(chance).chronology.solved_order for _ in range(2))
        joined, pairs = JoinedOrder(a, b), list[tuple[int, int]]()
        free_a, free_b = set(range(len(a.starts))), set(range(len(b.starts)))
        while free_a and free_b:
            pair = chance.choice(sorted(free_a)), chance.choice(sorted(free_b))
            is_possible = closure(a, b, [*pairs, pair]) is not None
            assert joined.allows(*pair) == is_possible
            free_a.discard(pair[0])
            if is_possible:
                untouched = joined.copy()
                joined.join(*pair)
                assert untouched.allows(*pair)
                free_b.discard(pair[1])
                pairs.append(pair)
            refused += not is_possible
        known = closure(a, b, pairs)
        assert known is not None
        assert joined.columns() == longest_ways(known, len(joined.up))
        joined_pairs += len(pairs)
    assert refused > 30
    assert joined_pairs > 300
