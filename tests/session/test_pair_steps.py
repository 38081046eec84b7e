"""Steps through two cases: from pair to pair, or through all events."""

from __future__ import annotations

import pytest

from tests.session.small_cases import four_events, hired, opened
from timeline_app.case.comparing.comparison import CaseComparison, compare_cases
from timeline_app.session import pair_steps
from timeline_app.session.comparing import Side
from timeline_app.session.pair_steps import Hidden, Stop, stops

NOTHING: Hidden = (frozenset(), frozenset())
PAIRS = (Stop(0, 0), Stop(1, 2), Stop(3, 3))


@pytest.fixture(scope="module")
def comparison() -> CaseComparison:
    a, b = opened(four_events()).chronology, opened(hired()).chronology
    assert a is not None
    assert b is not None
    return compare_cases(a, b)


def test_pairs_alone_or_every_event_once(comparison: CaseComparison) -> None:
    assert stops(comparison, NOTHING, by_events=False) == PAIRS
    every = stops(comparison, NOTHING, by_events=True)
    assert [one for one in every if None not in one] == list(PAIRS)
    assert sorted(one.a for one in every if one.a is not None) == [0, 1, 2, 3]
    assert sorted(one.b for one in every if one.b is not None) == [0, 1, 2, 3]
    assert {one for one in every if None in one} == {Stop(2, None), Stop(None, 1)}


def test_what_is_hidden_is_passed_over(comparison: CaseComparison) -> None:
    hidden: Hidden = (frozenset({1}), frozenset({3}))
    assert stops(comparison, hidden, by_events=False) == (Stop(0, 0),)
    every = stops(comparison, hidden, by_events=True)
    assert Stop(None, 2) in every
    assert Stop(3, None) in every
    everything: Hidden = (frozenset(range(4)), frozenset(range(4)))
    assert stops(comparison, everything, by_events=True) == ()


@pytest.mark.parametrize(
    ("side", "event", "by", "expected"),
    [
        (Side.A, None, 1, Stop(0, 0)),
        (Side.A, None, -1, Stop(3, 3)),
        (Side.A, 0, 1, Stop(1, 2)),
        (Side.B, 2, 1, Stop(3, 3)),
        (Side.B, 2, -1, Stop(0, 0)),
        (Side.A, 3, 1, None),
        (Side.A, 0, -1, None),
        (Side.B, 1, 1, Stop(1, 2)),  # the event without a partner stands between two pairs
        (Side.B, 1, -1, Stop(0, 0)),
    ],
)
def test_one_step(
    comparison: CaseComparison, side: Side, event: int | None, by: int, expected: Stop | None
) -> None:
    assert pair_steps.step(comparison, PAIRS, side, event, by) == expected


def test_every_event_is_reached_forward_and_back(comparison: CaseComparison) -> None:
    every = stops(comparison, NOTHING, by_events=True)
    for by, expected in ((1, list(every)), (-1, list(reversed(every)))):
        found = []
        stop = pair_steps.step(comparison, every, Side.A, None, by)
        while stop is not None:
            found.append(stop)
            side = Side.A if stop.a is not None else Side.B
            stop = pair_steps.step(comparison, every, side, stop.event(side), by)
        assert found == expected


def test_steps_to_the_same_kind_in_either_case(comparison: CaseComparison) -> None:
    every = stops(comparison, NOTHING, by_events=True)
    assert pair_steps.step_same_kind(comparison, every, Side.A, 1, 1) is None
    assert pair_steps.step_same_kind(comparison, every, Side.A, None, 1) is None
    twice = (Stop(0, 0), Stop(1, 2), Stop(None, 2))
    assert pair_steps.step_same_kind(comparison, twice, Side.A, 1, 1) == Stop(None, 2)


def test_nothing_to_step_to(comparison: CaseComparison) -> None:
    assert pair_steps.step(comparison, (), Side.A, 0, 1) is None
    assert pair_steps.place_of((), Side.A, 0) is None
