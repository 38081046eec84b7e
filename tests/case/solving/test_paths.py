"""Distances and the chains behind them, against Floyd and Warshall."""

from __future__ import annotations

from random import Random

from tests.case.solving.floyd_warshall import all_distances
from tests.case.solving.random_networks import arcs_of, solved_orders
from timeline_app.case.solving.network import ORIGIN, STRUCTURAL
from timeline_app.case.solving.paths import FAR, Search, tight_tree, way_to


def test_distances_are_the_shortest_that_leave_the_origin_out() -> None:
    for order, _ in solved_orders(700, seed=61):
        solution = order.solution
        class_of, network = solution.contraction.class_of, solution.network
        table = all_distances(network.count, [arc for arc in arcs_of(network) if arc[0] and arc[1]])
        assert table is not None
        forth, back = Search.of(solution, reverse=False), Search.of(solution, reverse=True)
        for node in range(1, network.count):
            ahead, behind = forth.distances(class_of[node]), back.distances(class_of[node])
            for other in range(1, network.count):
                assert ahead.get(class_of[other]) == table[node][other]
                assert behind.get(class_of[other]) == table[other][node]
                early = forth.distances(class_of[node], targets=(class_of[other],))
                assert early.get(class_of[other]) == table[node][other]


def test_what_is_led_to_has_another_of_the_classes_below_it() -> None:
    chance, reached = Random(65), 0
    for order, _ in solved_orders(900, seed=65, largest=14):
        for reverse in (False, True):
            search = Search.of(order.solution, reverse=reverse)
            numbers = range(search.graph.count)
            classes = set(chance.sample(numbers, chance.randint(1, len(numbers))))
            wanted = {one for one in classes if chance.random() < 0.8}
            found = {
                one
                for source in classes
                for one, distance in search.distances(source).items()
                if distance < 0 and one in wanted
            }
            assert search.led_to(classes, wanted) == found
            reached += len(found)
    assert reached > 500


def test_distances_to_some_classes_end_at_a_reduced_distance() -> None:
    ended = 0
    for order, _ in solved_orders(500, seed=67):
        for reverse in (False, True):
            search = Search.of(order.solution, reverse=reverse)
            height = search.height
            for number in range(search.graph.count):
                known = search.distances(number)
                for most in (0, 2, FAR):
                    near = {
                        one: distance
                        for one, distance in known.items()
                        if distance + height[number] - height[one] <= most
                    }
                    assert search.distances_to(number, range(len(height)), most) == near
                    ended += near != known
    assert ended > 500


def test_reduced_distances_are_those_of_all_classes() -> None:
    for order, _ in solved_orders(300, seed=66):
        for reverse in (False, True):
            search = Search.of(order.solution, reverse=reverse)
            for number, level in enumerate(search.height):
                known = search.distances(number)
                assert search.reduced_distances(number) == [
                    known[one] + level - height if one in known else FAR
                    for one, height in enumerate(search.height)
                ]


def test_a_tight_tree_leads_to_each_bound_by_arcs_that_add_up_to_it() -> None:
    links = 0
    for order, table in solved_orders(1_500, seed=62):
        network = order.solution.network
        labels = table[0]
        tree = tight_tree(network, labels.__getitem__, ORIGIN, lambda _: True)
        assert set(tree) == {node for node, label in enumerate(labels) if label is not None}
        for node in tree:
            way = way_to(network, tree, node)
            assert sum(network.weights[arc] for arc in way) == labels[node]
            at = ORIGIN
            for arc in way:
                assert network.tails[arc] == at
                at = network.heads[arc]
            assert at == node
            links += len(way)
    assert links > 1_500


def test_a_tight_tree_keeps_to_the_statements_allowed() -> None:
    for order, table in solved_orders(500, seed=63):
        network = order.solution.network
        tree = tight_tree(network, table[0].__getitem__, ORIGIN, lambda owner: owner % 2 == 0)
        owners = {network.owners[arc] for arc in tree.values() if arc >= 0}
        assert all(owner == STRUCTURAL or owner % 2 == 0 for owner in owners)


def test_a_tight_tree_takes_the_fewest_arcs() -> None:
    for order, table in solved_orders(500, seed=64):
        network = order.solution.network
        tree = tight_tree(network, table[0].__getitem__, ORIGIN, lambda _: True)
        steps = {ORIGIN: 0}
        for _ in range(network.count):
            for tail, head, weight in arcs_of(network):
                here, there = table[0][tail], table[0][head]
                if tail in steps and here is not None and there == here + weight:
                    steps[head] = min(steps.get(head, steps[tail] + 1), steps[tail] + 1)
        assert {node: len(way_to(network, tree, node)) for node in tree} == steps
