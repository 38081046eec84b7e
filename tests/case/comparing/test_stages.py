"""Which events may be the first or the last of their kind."""

from __future__ import annotations

from random import Random

import pytest

from tests.case.comparing.random_cases import Truth, random_truth
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.comparing.stages import (
    STAGES,
    events_of,
    first_candidates,
    last_candidates,
)
from timeline_app.case.model import Kind


def never_after(truth: Truth, one: int, other: int) -> bool:
    most = truth.most(other, one)
    return most is not None and most <= 0


def outermost(truth: Truth, kind: Kind, *, last: bool) -> list[int]:
    """The events that no other of the kind is always beyond, or at the same second and earlier in
    stepping order."""
    events = [event for event in truth.chronology.order if truth.case.events[event].kind is kind]

    def surpassed(event: int, other: int) -> bool:
        forth, back = never_after(truth, other, event), never_after(truth, event, other)
        if last:
            forth, back = back, forth
        return forth and (not back or events.index(other) < events.index(event))

    return [one for one in events if not any(surpassed(one, two) for two in events if two != one)]


def test_the_first_and_the_last_are_found_as_every_pair_says() -> None:
    chance = Random(1)
    several = 0
    for _ in range(1_200):
        truth = random_truth(chance)
        for kind in Kind:
            firsts = first_candidates(truth.chronology, kind)
            assert list(firsts) == outermost(truth, kind, last=False), truth.case
            lasts = last_candidates(truth.chronology, kind)
            assert list(lasts) == outermost(truth, kind, last=True), truth.case
            several += len(firsts) > 1 or len(lasts) > 1
    assert several > 200


def test_the_first_moment_of_the_stepping_order_has_one_that_may_be_the_first() -> None:
    chance = Random(2)
    for _ in range(300):
        chronology = random_truth(chance).chronology
        order = chronology.solved_order
        for kind in Kind:
            moments = [
                order.solution.schedule[order.classes[some[0]]]
                for some in (events_of(chronology, kind), first_candidates(chronology, kind))
                if some
            ]
            assert len(set(moments)) <= 1


def test_every_kind_but_other_is_a_stage() -> None:
    assert [*STAGES, Kind.OTHER] == list(Kind)


def test_the_search_can_be_given_up() -> None:
    chronology = random_truth(Random(3)).chronology
    with pytest.raises(Cancelled):
        first_candidates(chronology, Kind.CONTACT, lambda: True)
