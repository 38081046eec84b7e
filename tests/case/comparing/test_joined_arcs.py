"""Single steps of two cases joined, against columns raised step by step."""

from __future__ import annotations

from random import Random

import pytest

from tests.case.comparing.random_cases import random_truth
from timeline_app.case.cancelling import Cancelled, never
from timeline_app.case.comparing.joined_arcs import JoinedArcs
from timeline_app.case.solving.chronology import Chronology

EXACT = "timeline_app.case.solving.order.EXACT"


def raised(a: Chronology, b: Chronology, pairs: list[tuple[int, int]]) -> list[int] | None:
    """Columns raised until nothing changes; None where that never ends."""
    shift = len(a.case.events)
    steps = [(shift + other, one, 0) for one, other in pairs]
    steps += [(one, shift + other, 0) for one, other in pairs]
    for chronology, first in ((a, 0), (b, shift)):
        steps += [(first + one, first + two, gain) for one, two, gain in chronology.single_steps()]
        order = chronology.solved_order
        for one, latest in enumerate(order.latest):
            for two, earliest in enumerate(order.earliest):
                if one == two or latest is None or earliest is None or latest > earliest:
                    continue
                steps.append((first + one, first + two, int(latest < earliest)))
    columns = [0] * (shift + len(b.case.events))
    for _ in range(len(columns) + 1):
        before = columns.copy()
        for one, two, gain in steps:
            columns[two] = max(columns[two], columns[one] + gain)
        if columns == before:
            return columns
    return None


def test_what_is_joined_and_the_columns_are_as_steps_alone_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(EXACT, 0)
    chance = Random(1)
    refused = 0
    for _ in range(400):
        a, b = (random_truth(chance).chronology for _ in range(2))
        count = min(len(a.case.events), len(b.case.events))
        pairs = list(
            zip(
                chance.sample(range(len(a.case.events)), count),
                chance.sample(range(len(b.case.events)), count),
                strict=True,
            )
        )
        cut = chance.randint(0, count)
        by_hand, chain, columns = JoinedArcs(a, b).joined(
            [(pair,) for pair in pairs[:cut]], pairs[cut:], never
        )
        allowed: list[tuple[int, int]] = []
        for pair in pairs[:cut]:
            if raised(a, b, [*allowed, pair]) is not None:
                allowed.append(pair)
        assert by_hand == allowed
        assert set(chain) <= set(pairs[cut:])
        if raised(a, b, [*allowed, *pairs[cut:]]) is not None:
            assert chain == pairs[cut:]
        assert columns == raised(a, b, [*by_hand, *chain])
        refused += (by_hand, chain) != (pairs[:cut], pairs[cut:])
    assert refused > 20


def test_of_pairs_that_exclude_each_other_the_first_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(EXACT, 0)
    chance = Random(2)
    for _ in range(200):
        a = random_truth(chance).chronology
        certain = [(one, two) for one, two, gain in a.single_steps() if gain]
        if certain:
            first, second = certain[0]
            crossed = [(first, second), (second, first)]
            assert JoinedArcs(a, a).joined([], crossed, never)[1] == crossed[:1]
            assert JoinedArcs(a, a).joined([crossed[1:]], crossed[:1], never)[:2] == (
                crossed[1:],
                [],
            )
            assert JoinedArcs(a, a).joined([crossed], [], never)[0] == []


def test_it_can_be_given_up() -> None:
    chronology = random_truth(Random(3)).chronology
    with pytest.raises(Cancelled):
        JoinedArcs(chronology, chronology).joined([], [], lambda: True)
