"""How long comparing two cases takes: two of a thousand events, and two of 100,000.

Both are solved before; what is compared is fresh each time, so that nothing kept from the round
before is counted as nothing. The large cases have constraints as in `generated_case`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import json

from benchmarks.effort import Effort
from benchmarks.generated_case import generated_case
from benchmarks.measuring import seconds
from benchmarks.rows import Goal, Row, plain_row
from benchmarks.solving import solved
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.comparing.day_zero import day_zero
from timeline_app.case.model import Case, Kind

SMALL = 1_000
LARGE_GOAL = Goal(10.0, aim=6.0)
SEEDS = (7, 8)
FIRST_CONTACT = Anchor(Which.FIRST, Kind.CONTACT)


def rows(effort: Effort) -> Iterator[Row]:
    """The small cases, the large ones, and these counted from a day zero."""
    small = min(SMALL, effort.events)
    cases = [_case(small, seed) for seed in SEEDS]
    yield plain_row(f"compare two cases of {small:,} events", [_compared(cases)])
    cases = [_case(effort.events, seed) for seed in SEEDS]
    yield plain_row(
        f"compare two large cases, {effort.events:,} events each",
        [_compared(cases)],
        goal=effort.where_full(LARGE_GOAL),
    )
    taken = seconds(partial(day_zero, solved(cases[0]), FIRST_CONTACT))
    yield plain_row(f"count {effort.events:,} events from the first contact", [taken])


def _compared(cases: Sequence[Case]) -> float:
    """What comparing takes."""
    a, b = map(solved, cases)
    return seconds(partial(compare_cases, a, b))


def _case(count: int, seed: int) -> Case:
    return json.decode(generated_case(count, seed), type=Case)
