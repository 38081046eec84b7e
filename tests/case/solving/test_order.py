"""Certainties, relations, stepping and gaps against Floyd and Warshall, pair by pair."""

from __future__ import annotations

import pytest

from tests.case.solving.floyd_warshall import Distances
from tests.case.solving.random_networks import solved_orders
from timeline_app.case.solving import order as order_module
from timeline_app.case.solving.order import Certainty, Comparison, Order, Relations


@pytest.fixture(params=["every pair kept", "pairs searched one by one"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of comparing: the one for few events, and the one for many."""
    if request.param != "every pair kept":
        monkeypatch.setattr(order_module, "EXACT", 0)
    return str(request.param)


def expected(table: Distances, first: int, second: int) -> Comparison:
    """The format's definition, for two nodes."""
    back, forth = table[second][first], table[first][second]
    least = None if back is None else -back
    if least is not None and least >= 1:
        return Comparison(Certainty.CERTAIN, swapped=False)
    if forth is not None and forth <= -1:
        return Comparison(Certainty.CERTAIN, swapped=True)
    if least == 0 and forth == 0:
        return Comparison(Certainty.SAME, swapped=False)
    if least == 0:
        return Comparison(Certainty.NOT_BEFORE, swapped=False)
    if forth == 0:
        return Comparison(Certainty.NOT_BEFORE, swapped=True)
    return Comparison(Certainty.NOT_ESTABLISHED, swapped=False)


LATER = (
    Comparison(Certainty.CERTAIN, swapped=False),
    Comparison(Certainty.NOT_BEFORE, swapped=False),
)


def relations_of(order: Order, table: Distances, event: int) -> Relations:
    found: dict[Comparison, set[int]] = {}
    for other, node in enumerate(order.starts):
        if other != event:
            comparison = expected(table, order.starts[event], node)
            found.setdefault(comparison, set()).add(other)

    def those(certainty: Certainty, swapped: bool = False) -> frozenset[int]:
        return frozenset(found.get(Comparison(certainty, swapped), ()))

    return Relations(
        before=those(Certainty.CERTAIN, True),
        after=those(Certainty.CERTAIN),
        same=those(Certainty.SAME),
        not_before=those(Certainty.NOT_BEFORE),
        not_after=those(Certainty.NOT_BEFORE, True),
        not_established=those(Certainty.NOT_ESTABLISHED),
    )


def test_every_pair_is_as_the_reference_says(way: str) -> None:
    seen: set[Comparison] = set()
    for order, table in solved_orders(1_500, seed=11):
        for first, node in enumerate(order.starts):
            for second, other in enumerate(order.starts):
                if first != second:
                    comparison = order.compare(first, second)
                    assert comparison == expected(table, node, other), (way, order)
                    seen.add(comparison)
    assert len(seen) == 6


def test_the_relations_of_an_event_are_those_of_its_pairs(way: str) -> None:
    for order, table in solved_orders(700, seed=12):
        for event in range(len(order.starts)):
            assert order.relations(event) == relations_of(order, table, event), way


def test_stepping_never_contradicts_a_certainty() -> None:
    for order, table in solved_orders(1_000, seed=13):
        for place, first in enumerate(order.stepping):
            for second in order.stepping[place + 1 :]:
                comparison = expected(table, order.starts[first], order.starts[second])
                assert not (comparison.certainty is Certainty.CERTAIN and comparison.swapped)


def test_stepping_keeps_the_order_of_the_file_at_the_same_second() -> None:
    for order, _ in solved_orders(300, seed=14):
        times = [order.solution.schedule[number] for number in order.classes]
        assert sorted(range(len(times)), key=lambda event: (times[event], event)) == list(
            order.stepping
        )


def test_limits_are_the_least_and_greatest_gap(way: str) -> None:
    compared = 0
    for order, table in solved_orders(1_000, seed=15):
        for first, node in enumerate(order.starts):
            seconds = [
                second
                for second, other in enumerate(order.starts)
                if expected(table, node, other) in LATER
            ]
            for second, (least, greatest) in order.limits(first, seconds).items():
                other = order.starts[second]
                assert (-least, greatest) == (table[other][node], table[node][other]), way
                compared += 1
    assert compared > 800


def test_bounds_are_those_of_the_starts() -> None:
    for order, table in solved_orders(500, seed=16):
        for event, node in enumerate(order.starts):
            back = table[node][0]
            assert order.latest[event] == table[0][node]
            assert order.earliest[event] == (None if back is None else -back)
