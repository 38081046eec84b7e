"""All pairs at once against Floyd and Warshall."""

from __future__ import annotations

from tests.case.solving.random_networks import solved_orders
from timeline_app.case.solving.pairs import members


def test_members_are_the_places_of_the_bits() -> None:
    assert list(members(0)) == []
    assert list(members(0b1011)) == [0, 1, 3]
    assert list(members(1 << 900)) == [900]


def test_the_bits_of_every_pair_are_as_the_reference_says() -> None:
    for order, table in solved_orders(1_200, seed=41):
        pairs = order.pairs
        for first, node in enumerate(order.starts):
            for second, other in enumerate(order.starts):
                back = table[other][node]
                certain = first != second and back is not None and back < 0
                weak = first != second and back is not None and back <= 0
                assert bool(pairs.before[second] >> first & 1) == certain
                assert bool(pairs.not_after[second] >> first & 1) == weak
                assert bool(pairs.after[first] >> second & 1) == certain
                assert bool(pairs.not_before[first] >> second & 1) == weak


def test_what_is_plain_is_so_and_is_all_where_no_rising_arc_matters() -> None:
    spared = 0
    for order, _ in solved_orders(1_200, seed=43):
        search, pairs = order.pair_search, order.pairs
        for event, (before, with_it) in enumerate(search.plain):
            certain, weak = pairs.before[event], pairs.not_after[event] | 1 << event
            assert (before | certain, with_it | weak) == (certain, weak)
            if not search.slopes.matter:
                assert (before, with_it) == (certain, weak)
            elif before:
                spared += before == certain
        assert bool(search.landmarks) == search.slopes.matter
    assert spared > 100


def test_one_pair_is_proven_without_the_others() -> None:
    proven = 0
    for order, table in solved_orders(1_000, seed=42):
        search = order.pair_search
        for first, node in enumerate(order.starts):
            for second, other in enumerate(order.starts):
                back = table[other][node]
                if first != second:
                    weak = back is not None and back <= 0
                    assert search.proves(first, second, weak=True) == weak
                    assert search.proves(first, second, weak=False) == (weak and back != 0)
                    proven += weak
    assert proven > 1_000
