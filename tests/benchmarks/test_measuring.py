"""Rounds in turn, medians and percentiles."""

from __future__ import annotations

import gc

import pytest

from benchmarks.measuring import collector_off, interleaved, percentile, seconds, timed


def test_each_round_takes_every_work_and_every_other_round_backwards() -> None:
    calls: list[str] = []

    def work(name: str) -> float:
        calls.append(name)
        return float(len(calls))

    works = {"a": lambda: work("a"), "b": lambda: work("b")}
    assert interleaved(3, works) == {"a": [1.0, 4.0, 5.0], "b": [2.0, 3.0, 6.0]}
    assert "".join(calls) == "abbaab"


def test_seconds_are_those_of_the_work() -> None:
    assert 0.0 < seconds(lambda: sum(range(1_000))) < 1.0
    assert 0.0 < timed(lambda: sum(range(1_000)))() < 1.0


def test_the_collector_is_on_again_afterwards() -> None:
    assert gc.isenabled()
    with collector_off():
        assert not gc.isenabled()
        with collector_off():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.parametrize(("part", "value"), [(0.0, 1), (0.5, 5), (0.95, 10), (0.9, 9), (1.0, 10)])
def test_a_percentile_is_one_of_the_values(part: float, value: int) -> None:
    assert percentile(range(10, 0, -1), part) == value
