"""Which event comes next."""

from __future__ import annotations

import pytest

from tests.session.small_cases import four_events
from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import solve_case
from timeline_app.session.stepping import place_of, step, step_kind, step_same_kind, visible_order

SOLVED = solve_case(four_events())
NONE: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    ("hidden", "event", "by", "expected"),
    [
        (NONE, None, 1, 0),
        (NONE, None, -1, 3),
        (NONE, 0, 1, 1),
        (NONE, 3, 1, None),
        (NONE, 0, -1, None),
        (frozenset({1}), 0, 1, 2),
        (frozenset({1}), 1, 1, 2),
        (frozenset({1}), 1, -1, 0),
        (frozenset({0, 1, 2, 3}), None, 1, None),
    ],
)
def test_steps(hidden: frozenset[int], event: int | None, by: int, expected: int | None) -> None:
    assert step(SOLVED, hidden, event, by) == expected


def test_visible_order_leaves_out_what_is_hidden() -> None:
    assert visible_order(SOLVED, NONE) == SOLVED.order
    assert visible_order(SOLVED, frozenset({2})) == (0, 1, 3)


def test_steps_of_a_kind() -> None:
    assert step_kind(SOLVED, NONE, 0, Kind.ARREST, 1) == 3
    assert step_kind(SOLVED, NONE, 3, Kind.CONTACT, -1) == 0
    assert step_same_kind(SOLVED, NONE, 0, 1) is None
    assert step_same_kind(SOLVED, NONE, None, 1) is None


def test_places_among_visible_events() -> None:
    steps = visible_order(SOLVED, frozenset({1}))
    assert [place_of(SOLVED, steps, event) for event in range(4)] == [0, None, 1, 2]
    assert place_of(SOLVED, (), 0) is None


def test_what_is_visible_is_worked_out_once() -> None:
    hidden = frozenset({2})
    assert visible_order(SOLVED, hidden) is visible_order(SOLVED, frozenset({2}))
