"""As many pairs as both orders allow, against every set of pairs."""

from __future__ import annotations

from random import Random

import pytest

from tests.case.comparing.random_cases import random_truth
from timeline_app.case.cancelling import Cancelled, never
from timeline_app.case.comparing import longest_pairing as module
from timeline_app.case.comparing.joined_order import JoinedOrder
from timeline_app.case.comparing.longest_pairing import Waiting, longest_pairing


def waiting_events(chance: Random, count_a: int, count_b: int) -> Waiting:
    keys_a, keys_b = (chance.choices("aab", k=count) for count in (count_a, count_b))
    finer_a, finer_b = ([key + chance.choice("xxy") for key in keys] for keys in (keys_a, keys_b))
    return Waiting(list(range(count_a)), list(range(count_b)), keys_a, keys_b, finer_a, finer_b)


def best(
    joined: JoinedOrder, waiting: Waiting, place: int, free: frozenset[int]
) -> tuple[int, int]:
    """The most pairs there can be, and the most of these that are alike, every choice tried."""
    if place == len(waiting.a):
        return 0, 0
    found = [best(joined, waiting, place + 1, free)]
    first = waiting.a[place]
    for second in free:
        if waiting.keys_a[first] == waiting.keys_b[second] and joined.allows(first, second):
            there = joined.copy()
            there.join(first, second)
            pairs, alike = best(there, waiting, place + 1, free - {second})
            found.append((pairs + 1, alike + (waiting.finer_a[first] == waiting.finer_b[second])))
    return max(found)


def test_no_more_pairs_are_possible() -> None:
    chance = Random(1)
    grown = 0
    for _ in range(150):
        a, b = (random_truth(chance).chronology.solved_order for _ in range(2))
        if len(a.starts) > 6 or len(b.starts) > 6:
            continue
        joined = JoinedOrder(a, b)
        waiting = waiting_events(chance, len(a.starts), len(b.starts))
        after, pairs = longest_pairing(joined, waiting, [], never)
        alike = sum(waiting.finer_a[one] == waiting.finer_b[other] for one, other in pairs)
        assert (len(pairs), alike) == best(joined, waiting, 0, frozenset(waiting.b))
        for one, other in pairs:
            assert after.columns()[one] == after.columns()[len(a.starts) + other]
        grown += len(pairs)
    assert grown > 150


def test_without_a_search_the_chain_is_kept_and_extended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WORK", 0)
    chance = Random(2)
    while True:
        order = random_truth(chance).chronology.solved_order
        if len(order.starts) > 5:
            break
    joined = JoinedOrder(order, order)
    keys = ["a"] * len(order.starts)
    events = list(range(len(order.starts)))
    waiting = Waiting(events, events, keys, keys, keys, keys)
    _, pairs = longest_pairing(joined, waiting, [(one, one) for one in events[:-1]], never)
    assert pairs == [(one, one) for one in events]


def test_it_can_be_given_up() -> None:
    chance = Random(3)
    while True:
        order = random_truth(chance).chronology.solved_order
        if order.starts:
            break
    waiting = waiting_events(chance, len(order.starts), len(order.starts))
    with pytest.raises(Cancelled):
        longest_pairing(JoinedOrder(order, order), waiting, [], lambda: True)
