"""Rows: medians, ratios, goals, and how they are written."""

from __future__ import annotations

import pytest

from benchmarks.rows import (
    HEADINGS,
    Goal,
    Row,
    Unit,
    as_json,
    compared_row,
    in_words,
    plain_row,
    table,
)


def test_a_ratio_is_the_median_of_the_ratios_of_the_rounds() -> None:
    row = compared_row("a", "b", [2.0, 30.0, 4.0], [1.0, 10.0, 4.0])
    assert row.ratio == 2.0  # of 2, 3 and 1; the medians would give 4 / 4
    assert (row.measured, row.floor, row.rounds) == (4.0, 4.0, 3)


def test_rounds_and_floors_belong_together() -> None:
    with pytest.raises(ValueError, match="zip"):
        compared_row("a", "b", [1.0, 2.0], [1.0])


def test_a_goal_is_about_the_ratio_where_there_is_a_floor() -> None:
    assert compared_row("a", "b", [9.0], [10.0], goal=Goal(0.9)).met is True
    assert compared_row("a", "b", [9.1], [10.0], goal=Goal(0.9)).met is False
    assert plain_row("a", [0.05], goal=Goal(0.05)).met is True
    assert plain_row("a", [0.06], goal=Goal(0.05)).met is False
    assert plain_row("a", [99.0], goal=Goal(100.0, at_least=True)).met is False
    assert plain_row("a", [100.0], goal=Goal(100.0, at_least=True)).met is True
    assert plain_row("a", [1.0]).met is None


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1.4, Unit.SECONDS, "1.40 s"),
        (12.34, Unit.SECONDS, "12.3 s"),
        (0.9999, Unit.SECONDS, "1.00 s"),
        (0.8125, Unit.SECONDS, "812 ms"),
        (0.05, Unit.SECONDS, "50.0 ms"),
        (0.0012345, Unit.SECONDS, "1.23 ms"),
        (0.0000021, Unit.SECONDS, "2.10 µs"),
        (248_123.0, Unit.A_SECOND, "248,000/s"),
        (123_456_789.0, Unit.BYTES, "123 MB"),
        (1.0567, Unit.NUMBER, "1.06"),
    ],
)
def test_figures_in_words(value: float, unit: Unit, words: str) -> None:
    assert in_words(value, unit) == words


def test_the_table_is_aligned_and_says_what_is_missed() -> None:
    rows = [
        compared_row("start", "an empty window", [1.4], [0.2], goal=Goal(2.3, aim=1.7)),
        plain_row("dates", [2e5], unit=Unit.A_SECOND, goal=Goal(1e5, at_least=True)),
        Row("peak", 5e6, Unit.BYTES),
    ]
    lines = list(table(rows))
    assert len({len(line) for line in lines}) == 1
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[0] == list(HEADINGS)
    assert cells[2] == [
        "start",
        "an empty window",
        "1.40 s",
        "200 ms",
        "7.00",
        "≤ 2.3, aim 1.7",
        "NO",
    ]
    assert cells[3] == ["dates", "–", "200,000/s", "–", "–", "≥ 100,000/s", "yes"]
    assert cells[4] == ["peak", "–", "5 MB", "–", "–", "–", "–"]


def test_json_holds_base_units() -> None:
    row = compared_row("read", "decoding", [0.6], [0.2], goal=Goal(6.0, aim=3.0))
    assert as_json(row) == {
        "what": "read",
        "against": "decoding",
        "unit": "s",
        "measured": 0.6,
        "floor": 0.2,
        "ratio": pytest.approx(3.0),
        "goal": 6.0,
        "aim": 3.0,
        "at_least": False,
        "met": True,
        "rounds": 1,
    }
    assert as_json(Row("read", 0.6))["goal"] is None
