"""Ticks that count from a day zero."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.case.civil import DAY, HOUR, MINUTE
from timeline_app.layout.breaks import MONTH, YEAR
from timeline_app.layout.chart import TextRole
from timeline_app.layout.relative_ticks import (
    STEPS,
    RelativeStep,
    fitting_relative_step,
    from_zero_in_words,
    relative_steps,
    relative_ticks,
    relative_ticks_between,
)
from timeline_app.layout.scale import LEAST_SPAN, TimeScale
from timeline_app.layout.tick_labels import LABEL_GAP


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (0, 1, "0"),
        (0, YEAR, "0"),
        (30, 1, "+30 seconds"),
        (-5 * MINUTE, 1, "−5 minutes"),
        (90 * MINUTE, 1, "+1 h 30 min"),
        (HOUR, 1, "+1 hour"),
        (-18 * HOUR, 1, "−18 hours"),
        (DAY, 1, "+1 day"),
        (730 * DAY + 6 * HOUR, 1, "+730 days 6 h"),
        (-1_730 * DAY - 5, 1, "−1,730 days 5 s"),
        (1, DAY, "+1 day"),
        (-10, DAY, "−10 days"),
        (-3, MONTH, "−3 months"),
        (12, MONTH, "+1 year"),
        (18, MONTH, "+18 months"),
        (-27, MONTH, "−2 years 3 months"),
        (2, YEAR, "+2 years"),
        (-20_000, YEAR, "−20,000 years"),
    ],
)
def test_words(number: int, unit: int, words: str) -> None:
    assert from_zero_in_words(number, unit) == words


@pytest.mark.parametrize(
    ("step", "start", "end", "expected"),
    [
        (RelativeStep(3, MONTH), -4 * MONTH, 4 * MONTH, ["−3 months", "0", "+3 months"]),
        (RelativeStep(1, YEAR), -YEAR, YEAR + 1, ["−1 year", "0", "+1 year"]),
        (RelativeStep(12 * HOUR, 1), 0, DAY + 1, ["0", "+12 hours", "+1 day"]),
        (RelativeStep(5, DAY), 1, 11 * DAY, ["+5 days", "+10 days"]),
    ],
)
def test_ticks(step: RelativeStep, start: int, end: int, expected: list[str]) -> None:
    assert [tick.label for tick in relative_ticks_between(start, end, step)] == expected


def test_major_ticks_are_day_zero_and_what_is_greater_than_the_unit() -> None:
    hours = relative_ticks_between(-DAY, DAY + 1, RelativeStep(12 * HOUR, 1))
    assert [tick.major for tick in hours] == [True, False, True, False, True]
    months = relative_ticks_between(0, YEAR + 1, RelativeStep(6, MONTH))
    assert [tick.major for tick in months] == [True, False, True]
    years = relative_ticks_between(-YEAR, YEAR + 1, RelativeStep(1, YEAR))
    assert [tick.major for tick in years] == [False, True, False]


def test_steps_grow() -> None:
    lengths = [step.seconds for step in islice(relative_steps(), len(STEPS) + 30)]
    assert all(one < other for one, other in pairwise(lengths))


@given(
    start=st.one_of(st.integers(-50 * YEAR, 50 * YEAR), st.integers(-(2**60), 2**60)),
    span=st.one_of(st.integers(LEAST_SPAN, 400 * DAY), st.integers(LEAST_SPAN, 2**60)),
    width=st.integers(60, 2600),
)
def test_labels_are_true_stay_apart_and_inside(start: int, span: int, width: int) -> None:
    scale = TimeScale(start, start + span, 90.0, float(width))
    ticks = relative_ticks(scale, MEASURER, 0.0)
    step = fitting_relative_step(scale, MEASURER)
    assert len(ticks) <= width / 20 + 2
    assert all(90.0 <= tick.x <= 90.0 + width for tick in ticks)
    found = list(relative_ticks_between(scale.start, scale.end, step))
    assert [scale.x(tick.second) for tick in found] == [tick.x for tick in ticks]
    assert all(tick.second % step.seconds == 0 for tick in found)
    extents = [
        (tick.label.x, tick.label.x + MEASURER.width(tick.label.text, TextRole.TICK))
        for tick in ticks
        if tick.label
    ]
    assert all(a[1] + LABEL_GAP <= b[0] for a, b in pairwise(extents))
    assert all(right <= 90.0 + width for _, right in extents)
    # Every tick but those at the right edge has room for its label.
    assert len(extents) >= len(ticks) - 2
