"""To what a stall is laid."""

from __future__ import annotations

import pytest

from benchmarks.loading import BETWEEN, HANDING_OVER, Load

STEPS = {"reading": (1.0, 2.0), "solving": (2.0, 5.0)}


@pytest.mark.parametrize(
    ("gap", "step"),
    [
        ((1.2, 1.3), "reading"),
        ((1.8, 2.1), "reading"),
        ((1.9, 2.2), "solving"),
        ((0.9, 4.0), "solving"),
        ((4.9, 6.0), HANDING_OVER),
        ((7.0, 7.5), HANDING_OVER),
        ((0.5, 0.9), BETWEEN),
    ],
)
def test_a_stall_is_laid_to_what_went_on_longest(gap: tuple[float, float], step: str) -> None:
    assert Load([gap], STEPS).step_of(gap) == step


def test_the_longest_stall() -> None:
    load = Load([(1.2, 1.3), (1.4, 1.7), (6.0, 6.2)], STEPS)
    assert load.longest() == pytest.approx(0.3)
    assert load.longest("reading") == pytest.approx(0.3)
    assert load.longest(HANDING_OVER) == pytest.approx(0.2)
    assert load.longest("solving") == 0.0
    assert load.took("solving") == pytest.approx(3.0)
