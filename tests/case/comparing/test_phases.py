"""Phases against every choice of first events, and against times that satisfy the cases."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.case.comparing.random_cases import Truth, random_truth
from tests.case.solving.floyd_warshall import all_distances
from timeline_app.case.cancelling import never
from timeline_app.case.comparing.interval_words import place_in_words
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.phases import Stages, phases_of
from timeline_app.case.comparing.stages import STAGES
from timeline_app.case.model import Basis, Kind
from timeline_app.case.solving.chronology import solve_case

SEEDS = st.integers(0, 2**32)


def hull_of_choices(truth: Truth, start: Kind, end: Kind) -> Interval:
    """Each choice of the two first events added to the network, what is possible taken together."""
    found = []
    for k, last in product(truth.of_kind(start), truth.of_kind(end)):
        arcs = list(truth.slow.arcs)
        arcs += [(truth.node(one), truth.node(k), 0) for one in truth.of_kind(start)]
        arcs += [(truth.node(one), truth.node(last), 0) for one in truth.of_kind(end)]
        table = all_distances(len(truth.table), arcs)
        if table is not None:
            back = table[truth.node(last)][truth.node(k)]
            ahead = table[truth.node(k)][truth.node(last)]
            found.append((None if back is None else -back, ahead))
    least = [one for one, _ in found if one is not None]
    greatest = [one for _, one in found if one is not None]
    return Interval(
        min(least) if len(least) == len(found) else None,
        max(greatest) if len(greatest) == len(found) else None,
    )


def test_intervals_are_those_of_every_choice_of_first_events() -> None:
    chance = Random(1)
    unsettled = turning = 0
    for _ in range(500):
        truth = random_truth(chance)
        stages = Stages(truth.chronology)
        for start, end in combinations([kind for kind in STAGES if truth.of_kind(kind)], 2):
            interval = stages.interval(start, end)
            assert interval == hull_of_choices(truth, start, end), truth.case
            assert stages.interval(end, start) == interval.reversed()
            several = any(len(stages.candidates[kind]) > 1 for kind in (start, end))
            unsettled += several and not interval.is_open
            turning += interval.least is not None and interval.least < 0
    assert unsettled > 30
    assert turning > 30


@given(SEEDS)
def test_the_difference_contains_the_true_one(seed: int) -> None:
    chance = Random(seed)
    a, b = random_truth(chance), random_truth(chance)
    phases = list(phases_of(Stages(a.chronology), Stages(b.chronology), never))
    for _ in range(5):
        times = [one.times(chance) for one in (a, b)]
        for phase in phases:
            lengths = []
            for truth, at, interval in zip((a, b), times, (phase.a, phase.b), strict=True):
                first, last = (
                    min(at[truth.node(event)] for event in truth.of_kind(kind))
                    for kind in (phase.start, phase.end)
                )
                lengths.append(last - first)
                assert interval.contains(last - first)
            assert phase.difference.contains(lengths[0] - lengths[1])


def test_neighbours_come_first_then_wider_stretches() -> None:
    chance = Random(4)
    while True:
        stages = Stages(random_truth(chance).chronology)
        if len(stages.candidates) == 3:
            break
    phases = list(phases_of(stages, stages, never))
    assert [(phase.start, phase.end) for phase in phases] == [
        (Kind.CONTACT, Kind.LEAK),
        (Kind.LEAK, Kind.ARREST),
        (Kind.CONTACT, Kind.ARREST),
    ]
    assert phases[0].events_a == tuple(
        stages.candidates[kind][0] for kind in (Kind.CONTACT, Kind.LEAK)
    )


def test_the_basis_is_the_firmest_that_tells_the_same() -> None:
    chance = Random(5)
    seen = set()
    for _ in range(300):
        truth = random_truth(chance)
        stages = Stages(truth.chronology)
        for start, end in combinations(stages.candidates, 2):
            basis = stages.basis(start, end)
            told = place_in_words(stages.interval(start, end))
            assert (basis is None) == stages.interval(start, end).is_open
            seen.add(basis)
            for level in (Basis.STATED, Basis.INFERRED, Basis.ASSUMED) if basis else ():
                firmer = solve_case(
                    truth.case, frozenset(list(Basis)[: list(Basis).index(level) + 1])
                )
                same = place_in_words(Stages(firmer).interval(start, end)) == told
                if level is basis:
                    assert same
                    break
                assert not same
    assert seen == {None, *Basis}
