"""The calendar's ticks: tables of labels, and what holds at every zoom."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.case.civil import DAY, HOUR, MINUTE, civil_date, iso_second, second_of
from timeline_app.case.words import year_in_words
from timeline_app.layout.chart import TextRole
from timeline_app.layout.scale import LEAST_SPAN, TimeScale
from timeline_app.layout.tick_labels import LABEL_GAP
from timeline_app.layout.ticks import (
    STEPS,
    Step,
    Unit,
    calendar_ticks,
    fitting_step,
    steps,
    ticks_between,
)


def labels(start: int, end: int, step: Step) -> list[str]:
    return [tick.label for tick in ticks_between(start, end, step)]


@pytest.mark.parametrize(
    ("step", "start", "end", "expected"),
    [
        (
            Step(15, Unit.SECOND),
            second_of(2025, 4, 15, 16, 14),
            second_of(2025, 4, 15, 16, 15),
            ["16:14:00", "16:14:15", "16:14:30", "16:14:45"],
        ),
        (
            Step(6 * HOUR, Unit.SECOND),
            second_of(2024, 12, 31, 11),
            second_of(2025, 1, 1, 13),
            ["12:00", "18:00", "1 Jan", "06:00", "12:00"],
        ),
        (
            Step(1, Unit.DAY),
            second_of(2024, 2, 28),
            second_of(2024, 3, 3),
            ["28 Feb", "29 Feb", "1 Mar", "2 Mar"],
        ),
        (
            Step(5, Unit.DAY),
            second_of(2024, 12, 20),
            second_of(2025, 1, 9),
            ["21 Dec", "26 Dec", "1 Jan 2025", "6 Jan"],
        ),
        (
            Step(2, Unit.DAY),
            second_of(2025, 1, 28),
            second_of(2025, 2, 4),
            ["29 Jan", "1 Feb", "3 Feb"],
        ),
        (
            Step(1, Unit.MONTH),
            second_of(2024, 11),
            second_of(2025, 3),
            ["Nov", "Dec", "Jan 2025", "Feb"],
        ),
        (
            Step(6, Unit.MONTH),
            second_of(-43, 2),
            second_of(-41, 2),
            ["Jul", "Jan 43 BCE", "Jul", "Jan 42 BCE"],
        ),
        (Step(1, Unit.YEAR), second_of(1984), second_of(1987), ["1984", "1985", "1986"]),
        (
            Step(1, Unit.YEAR),
            second_of(-2),
            second_of(3),
            ["3 BCE", "2 BCE", "1 BCE", "1 CE", "2 CE"],
        ),
        (Step(2, Unit.YEAR), second_of(-3), second_of(5), ["4 BCE", "2 BCE", "2 CE", "4 CE"]),
        (
            Step(100, Unit.YEAR),
            second_of(-250),
            second_of(250),
            ["200 BCE", "100 BCE", "1 CE", "100 CE", "200 CE"],
        ),
        (
            Step(50_000, Unit.YEAR),
            second_of(-120_000),
            second_of(60_000),
            ["100000 BCE", "50000 BCE", "1 CE", "50000"],
        ),
    ],
)
def test_labels(step: Step, start: int, end: int, expected: list[str]) -> None:
    assert labels(start, end, step) == expected


@pytest.mark.parametrize(
    ("step", "start", "end", "expected"),
    [
        (Step(12 * HOUR, Unit.SECOND), second_of(2025, 1, 1), second_of(2025, 1, 2), "10"),
        (Step(1, Unit.DAY), second_of(2025, 1, 31), second_of(2025, 2, 3), "010"),
        (Step(3, Unit.MONTH), second_of(2024, 10), second_of(2025, 5), "010"),
        (Step(1, Unit.YEAR), second_of(1989), second_of(1992), "010"),
        (Step(100, Unit.YEAR), second_of(-150), second_of(150), "010"),
    ],
)
def test_major_ticks(step: Step, start: int, end: int, expected: str) -> None:
    majors = "".join(str(int(tick.major)) for tick in ticks_between(start, end, step))
    assert majors == expected


def test_steps_grow() -> None:
    lengths = [step.seconds for step in islice(steps(), len(STEPS) + 30)]
    assert all(one < other for one, other in pairwise(lengths))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (MINUTE, Step(5, Unit.SECOND)),
        (10 * MINUTE, Step(1 * MINUTE, Unit.SECOND)),
        (DAY, Step(2 * HOUR, Unit.SECOND)),
        (7 * DAY, Step(12 * HOUR, Unit.SECOND)),
        (14 * DAY, Step(2, Unit.DAY)),
        (243 * DAY, Step(1, Unit.MONTH)),
        (1_000 * DAY, Step(3, Unit.MONTH)),
        (40 * 365 * DAY, Step(2, Unit.YEAR)),
        (10_000 * 365 * DAY, Step(500, Unit.YEAR)),
        (500_000 * 365 * DAY, Step(50_000, Unit.YEAR)),
    ],
)
def test_the_step_follows_the_zoom(span: int, expected: Step) -> None:
    start = second_of(2024, 9)
    assert fitting_step(TimeScale(start, start + span, 100.0, 1000.0), MEASURER) == expected


def test_the_first_label_leaves_nothing_out() -> None:
    scale = TimeScale(second_of(2025, 4, 15, 16), second_of(2025, 4, 15, 17), 0.0, 800.0)
    told = [tick.label.text for tick in calendar_ticks(scale, MEASURER, 10.0) if tick.label]
    assert told[0] == "15 Apr 2025, 16:00"
    assert told[-1] == "16:55"


def test_a_major_tick_tells_all_where_the_first_has_no_room() -> None:
    scale = TimeScale(second_of(2024, 12, 31, 23), second_of(2025, 1, 1, 8), 0.0, 600.0)
    told = [tick.label.text for tick in calendar_ticks(scale, MEASURER, 10.0) if tick.label]
    assert told[:3] == ["23:00", "1 Jan 2025", "02:00"]


spans = st.one_of(st.integers(LEAST_SPAN, 400 * DAY), st.integers(LEAST_SPAN, 2**60))
starts = st.one_of(
    st.integers(second_of(-3000), second_of(3000)),
    st.integers(second_of(-120_000), second_of(120_000)),
    st.integers(-(2**60), 2**60),
)


@given(start=starts, span=spans, width=st.integers(60, 2600))
def test_labels_stay_apart_and_inside_at_every_zoom(start: int, span: int, width: int) -> None:
    scale = TimeScale(start, start + span, 90.0, float(width))
    ticks = calendar_ticks(scale, MEASURER, 0.0)
    assert len(ticks) <= width / 20 + 2
    assert all(90.0 <= tick.x <= 90.0 + width for tick in ticks)
    assert all(one.x < other.x for one, other in pairwise(ticks))
    extents = [
        (tick.label.x, tick.label.x + MEASURER.width(tick.label.text, TextRole.TICK))
        for tick in ticks
        if tick.label
    ]
    assert all(a[1] + LABEL_GAP <= b[0] for a, b in pairwise(extents))
    assert all(right <= 90.0 + width for _, right in extents)


@given(start=starts, span=spans)
def test_every_tick_is_where_its_label_says(start: int, span: int) -> None:
    scale = TimeScale(start, start + span, 0.0, 1200.0)
    step = fitting_step(scale, MEASURER)
    for tick in ticks_between(start, start + span, step):
        year, month, day = civil_date(tick.second // DAY)
        assert year_in_words(year) in tick.full
        if step.unit is Unit.DAY:
            assert tick.full.startswith(f"{day} ")
        if step.unit is not Unit.SECOND:
            assert iso_second(tick.second).endswith("T00:00:00")
        if step.unit is Unit.YEAR:
            assert (month, day) == (1, 1)
