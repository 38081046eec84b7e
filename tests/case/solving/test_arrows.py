"""Arrows: as few as possible, and still they say all that is established."""

from __future__ import annotations

from tests.case.solving.floyd_warshall import Distances, all_distances
from tests.case.solving.random_networks import arcs_of, solved_orders
from timeline_app.case.cancelling import never
from timeline_app.case.model import Basis
from timeline_app.case.solving.arrows import OrderArrow, exact_arrows
from timeline_app.case.solving.network import relax, solve
from timeline_app.case.solving.order import Order

Pair = tuple[int, int]


def established(order: Order, table: Distances) -> tuple[set[Pair], set[Pair]]:
    """The pairs with the first certainly before the second, and with it not after the second."""
    certain, upto = set(), set()
    for first, node in enumerate(order.starts):
        for second, other in enumerate(order.starts):
            back = table[other][node]
            if first != second and back is not None and back <= 0:
                upto.add((first, second))
                if back < 0:
                    certain.add((first, second))
    return certain, upto


def followed(arrows: tuple[OrderArrow, ...], same: set[Pair]) -> tuple[set[Pair], set[Pair]]:
    """What follows from arrows and from what is the same, by joining pairs until nothing is new."""
    certain = {(arrow.first, arrow.second) for arrow in arrows if not arrow.weak}
    upto = {(arrow.first, arrow.second) for arrow in arrows} | same
    while True:
        joined = {(a, d) for a, b in upto for c, d in upto if b == c and a != d}
        strictly = {
            (a, d)
            for a, b in upto
            for c, d in upto
            if b == c and ((a, b) in certain or (c, d) in certain)
        }
        if joined <= upto and strictly <= certain:
            return certain, upto
        upto |= joined
        certain |= strictly


def test_the_arrows_say_all_that_is_established_and_none_can_be_left_out() -> None:
    drawn = 0
    for order, table in solved_orders(900, seed=31, largest=7):
        certain, upto = established(order, table)
        same = {pair for pair in upto if pair[::-1] in upto}
        arrows = exact_arrows(order, [(Basis.STATED, order)])
        assert followed(arrows, same) == (certain, upto)
        for arrow in arrows:
            others = tuple(one for one in arrows if one is not arrow)
            assert followed(others, same) != (certain, upto)
        drawn += len(arrows)
    assert drawn > 300


def test_arrows_have_the_gap_of_their_pair() -> None:
    for order, table in solved_orders(900, seed=32):
        for arrow in exact_arrows(order, [(Basis.STATED, order)]):
            first, second = order.starts[arrow.first], order.starts[arrow.second]
            assert (-arrow.least, arrow.greatest) == (table[second][first], table[first][second])
            assert (arrow.least == 0) == arrow.weak


def test_an_arrow_is_as_firm_as_the_firmest_statements_that_prove_it() -> None:
    bases: set[Basis] = set()
    for order, _ in solved_orders(900, seed=33):
        network = order.solution.network
        orders, tables = [], []
        for level, basis in enumerate(Basis):
            part = network.keeping(lambda owner, level=level: owner % 3 <= level)  # type: ignore[misc]
            table = all_distances(part.count, arcs_of(part))
            assert table is not None
            tables.append((basis, table))
            solution = solve(part, relax(part, never), never)
            orders.append((basis, Order(solution, order.starts)))
        for arrow in exact_arrows(order, orders):
            first, second = order.starts[arrow.first], order.starts[arrow.second]
            proving = [
                basis
                for basis, table in tables
                if (back := table[second][first]) is not None and back <= (0 if arrow.weak else -1)
            ]
            assert arrow.basis is proving[0]
            bases.add(arrow.basis)
    assert bases == set(Basis)
