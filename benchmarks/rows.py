"""A row of the table: what was measured, against what, and whether the goal is met.

Rules:
* A row holds base units (seconds, bytes, times a second); only the table rounds them.
* A ratio is the median of the ratios of the rounds, not the ratio of the medians, so that a machine
  that is slow for one round is slow for both sides of it.
* A goal holds for the ratio where there is a floor, else for the figure itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

HEADINGS = ("what", "against", "measured", "floor", "ratio", "goal", "met")
WIDTHS = (56, 42, 9, 9, 6, 18, 4)
NONE = "–"


class Unit(StrEnum):
    """What a figure counts."""

    SECONDS = "s"
    BYTES = "bytes"
    A_SECOND = "a second"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a ratio, or a figure without a floor, is to keep to; `aim` is what would be better."""

    limit: float
    aim: float | None = None
    at_least: bool = False

    def is_met(self, value: float) -> bool:
        """Whether a value keeps to the limit."""
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `measured` and `floor` are in the base unit, each the median of the rounds."""

    what: str
    measured: float
    unit: Unit = Unit.SECONDS
    against: str = ""
    floor: float | None = None
    ratio: float | None = None
    goal: Goal | None = None
    rounds: int = 1

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        return self.goal.is_met(self.measured if self.ratio is None else self.ratio)


def plain_row(
    what: str, taken: Sequence[float], *, unit: Unit = Unit.SECONDS, goal: Goal | None = None
) -> Row:
    """A row without a floor: the median of what the rounds have taken."""
    return Row(what, median(taken), unit, goal=goal, rounds=len(taken))


def compared_row(
    what: str,
    against: str,
    taken: Sequence[float],
    floors: Sequence[float],
    *,
    unit: Unit = Unit.SECONDS,
    goal: Goal | None = None,
) -> Row:
    """A row against a floor: both lists are of the same rounds."""
    ratios = [one / floor for one, floor in zip(taken, floors, strict=True)]
    return Row(
        what, median(taken), unit, against, median(floors), median(ratios), goal, len(ratios)
    )


def as_json(row: Row) -> dict[str, object]:
    """The row as plain values."""
    return {
        "what": row.what,
        "against": row.against or None,
        "unit": row.unit.value,
        "measured": row.measured,
        "floor": row.floor,
        "ratio": row.ratio,
        "goal": row.goal and row.goal.limit,
        "aim": row.goal and row.goal.aim,
        "at_least": row.goal is not None and row.goal.at_least,
        "met": row.met,
        "rounds": row.rounds,
    }


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the table, heading first; Markdown, and aligned for a terminal."""
    yield _line(HEADINGS)
    yield _line(tuple("-" * width for width in WIDTHS))
    for row in rows:
        yield _line(_cells(row))


def _line(cells: Sequence[str]) -> str:
    parts = []
    for heading, width, cell in zip(HEADINGS, WIDTHS, cells, strict=True):
        to_the_right = heading in ("measured", "floor", "ratio")
        parts.append(cell.rjust(width) if to_the_right else cell.ljust(width))
    return f"| {' | '.join(parts)} |"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        row.against or NONE,
        in_words(row.measured, row.unit),
        NONE if row.floor is None else in_words(row.floor, row.unit),
        NONE if row.ratio is None else f"{row.ratio:.2f}",
        NONE if row.goal is None else _goal_in_words(row.goal, row),
        {None: NONE, True: "yes", False: "NO"}[row.met],
    )


def _goal_in_words(goal: Goal, row: Row) -> str:
    sign = "≥" if goal.at_least else "≤"

    def said(value: float) -> str:
        return in_words(value, row.unit) if row.ratio is None else f"{value:g}"

    aim = "" if goal.aim is None else f", aim {said(goal.aim)}"
    return f"{sign} {said(goal.limit)}{aim}"


def in_words(value: float, unit: Unit) -> str:
    """A figure to two or three digits."""
    if unit is Unit.A_SECOND:
        return f"{float(f'{value:.3g}'):,.0f}/s"
    if unit is Unit.BYTES:
        return f"{value / 1_000_000:,.0f} MB"
    if unit is Unit.NUMBER:
        return f"{value:.3g}"
    for scale, name in ((1.0, "s"), (1e3, "ms")):
        if value * scale >= 0.9995:
            return f"{_three_digits(value * scale)} {name}"
    return f"{_three_digits(value * 1e6)} µs"


def _three_digits(value: float) -> str:
    return f"{value:.{max(0, 2 - len(str(int(value))) + 1)}f}"
