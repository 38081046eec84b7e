"""Stages in another order in the other case."""

from __future__ import annotations

import pytest

from tests.case.comparing.small_cases import compared, stage
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.reversals import Reversal, is_backward, is_forward
from timeline_app.case.model import Event, Kind

FORTH = (stage("contact"), stage("leak", after="contact"))
BACK = (stage("leak"), stage("contact", after="leak"))
OPEN = (stage("contact"), stage("leak"))


def test_an_order_that_is_certain_both_ways_is_reversed() -> None:
    assert compared(FORTH, BACK).reversals == (
        Reversal((Kind.CONTACT, Kind.LEAK), events_a=(0, 1), events_b=(1, 0)),
    )
    assert compared(BACK, FORTH).reversals == (
        Reversal((Kind.LEAK, Kind.CONTACT), events_a=(0, 1), events_b=(1, 0)),
    )


@pytest.mark.parametrize(("a", "b"), [(FORTH, FORTH), (FORTH, OPEN), (OPEN, BACK), (BACK, BACK)])
def test_nothing_else_is(a: tuple[Event, ...], b: tuple[Event, ...]) -> None:
    assert compared(a, b).reversals == ()


@pytest.mark.parametrize(
    ("interval", "forward", "backward"),
    [
        (Interval(1, None), True, False),
        (Interval(0, 5), False, False),
        (Interval(-5, -1), False, True),
        (Interval(None, 0), False, False),
        (Interval(), False, False),
    ],
)
def test_an_order_is_certain_from_one_second_on(
    interval: Interval, forward: bool, backward: bool
) -> None:
    assert (is_forward(interval), is_backward(interval)) == (forward, backward)
