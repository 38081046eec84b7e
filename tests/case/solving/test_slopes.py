"""What lies at a distance of 0 or less, against Floyd and Warshall without the origin."""

from __future__ import annotations

from tests.case.solving.floyd_warshall import all_distances
from tests.case.solving.random_networks import arcs_of, solved_orders


def test_what_lies_beneath_a_class_is_at_a_distance_of_zero_or_less() -> None:
    climbed = 0
    for order, _ in solved_orders(900, seed=51):
        network, slopes = order.solution.network, order.slopes
        class_of = order.solution.contraction.class_of
        table = all_distances(network.count, [arc for arc in arcs_of(network) if arc[0] and arc[1]])
        assert table is not None
        nodes = range(1, network.count)
        for node in nodes:
            for reverse in (False, True):
                weak, strict = slopes.beneath(class_of[node], reverse=reverse)
                ways = {one: table[one][node] if reverse else table[node][one] for one in nodes}
                known = {one: way for one, way in ways.items() if way is not None and way <= 0}
                assert {one for one in nodes if class_of[one] in weak} == set(known)
                assert {one for one in nodes if class_of[one] in strict} == {
                    one for one, way in known.items() if way < 0
                }
            for other in nodes:
                way = table[node][other]
                fall = order.fall(class_of[node], class_of[other])
                assert fall == (way if way is not None and way <= 0 else None)
        climbed += slopes.matter
    assert climbed > 100


def test_a_search_may_end_at_a_height() -> None:
    ended = 0
    for order, _ in solved_orders(300, seed=53):
        slopes = order.slopes
        height = slopes.forth.height
        for number in range(len(height)):
            weak, strict = slopes.climbed_to(number, 2**40)
            known = slopes.forth.distances(number)
            assert weak == {one for one, distance in known.items() if distance <= 0}
            assert strict == {one for one in weak if known[one] < 0}
            for most in (0, 2, 50):
                near = {one for one in weak if known[one] + height[number] - height[one] <= most}
                assert slopes.climbed_to(number, most) == (near, near & strict)
                ended += near != weak
    assert ended > 100


def test_the_depth_below_and_above_is_the_shortest_way_there_is() -> None:
    for order, _ in solved_orders(500, seed=52):
        network, slopes = order.solution.network, order.slopes
        class_of = order.solution.contraction.class_of
        table = all_distances(network.count, [arc for arc in arcs_of(network) if arc[0] and arc[1]])
        assert table is not None
        if not any(weight > 0 for weight in order.solution.contraction.forward.weights):
            continue
        for node in range(1, network.count):
            onward = [way for way in table[node] if way is not None]
            toward = [row[node] for row in table]
            assert slopes.below[class_of[node]] == min(onward)
            assert slopes.above[class_of[node]] == min(way for way in toward if way is not None)
