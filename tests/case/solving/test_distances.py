"""Distances from several classes at once, against Floyd and Warshall."""

from __future__ import annotations

from random import Random

import pytest

from tests.case.solving.random_networks import solved_orders
from timeline_app.case.cancelling import Cancelled, never


def test_they_are_the_least_of_the_single_distances() -> None:
    chance = Random(1)
    several = 0
    for order, table in solved_orders(1_200, seed=51):
        nodes = chance.sample(order.starts, chance.randint(1, len(order.starts)))
        class_of = order.solution.contraction.class_of
        classes = [class_of[node] for node in nodes]
        until = order.distances.most_until_first(classes, never)
        since = order.distances.most_since_last(classes, never)
        for node in range(1, len(table)):
            ahead = [far for one in nodes if (far := table[node][one]) is not None]
            assert until[class_of[node]] == min(ahead, default=None)
            back = [far for one in nodes if (far := table[one][node]) is not None]
            assert since[class_of[node]] == min(back, default=None)
            several += len(ahead) > 1
        lasts = [far for one in nodes if (far := table[0][one]) is not None]
        assert order.distances.first_latest(classes) == min(lasts, default=None)
        firsts = [-far for one in nodes if (far := table[one][0]) is not None]
        assert order.distances.last_earliest(classes) == max(firsts, default=None)
    assert several > 300


def test_without_a_class_there_is_no_limit() -> None:
    order, _ = next(iter(solved_orders(10, seed=1)))
    assert set(order.distances.most_until_first([], never)) == {None}
    assert set(order.distances.most_since_last([], never)) == {None}


def test_they_can_be_given_up() -> None:
    order, _ = next(iter(solved_orders(10, seed=1)))
    with pytest.raises(Cancelled):
        order.distances.most_until_first([order.classes[0]], lambda: True)
