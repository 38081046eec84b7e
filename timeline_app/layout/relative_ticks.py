"""The ticks of an axis that counts from a day zero: "−3 months", "0", "+2 years".

Rules:
* Every tick is a whole multiple of the step from day zero, so that equal labels mean equal times. A
  month is therefore the mean month of the Gregorian calendar and a year twelve of them; a note
  under the chart says so (`MEAN_MONTH`).
* The finest step is taken whose ticks stand further apart than their widest label is wide. Years go
  on for ever as 1, 2, 5 times a power of ten.
* Every label is whole: far from day zero nothing must be added up.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile
from typing import NamedTuple

from timeline_app.case.civil import DAY, HOUR, MINUTE
from timeline_app.layout.breaks import MONTH, YEAR
from timeline_app.layout.chart import TextMeasurer, TextRole, Tick
from timeline_app.layout.folding import UNFOLDED, Folding
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.tick_labels import (
    LABEL_GAP,
    LABEL_INSET,
    AxisTick,
    at_least_one,
    placed_ticks,
)

MEAN_MONTH = "Time is counted from day zero; a month here is 30.44 days, the mean of the calendar"
MINUS = "\u2212"
_MONTHS = 12
_MOST_MONTHS = 24  # up to so many are told as months alone


class RelativeStep(NamedTuple):
    """The distance of two ticks: so many of a unit, which is so many seconds long."""

    number: int
    unit: int

    @property
    def seconds(self) -> int:
        """The distance in seconds."""
        return self.number * self.unit


STEPS = (
    *(RelativeStep(seconds, 1) for seconds in (1, 5, 10, 15, 30)),
    *(RelativeStep(minutes * MINUTE, 1) for minutes in (1, 5, 10, 15, 30)),
    *(RelativeStep(hours * HOUR, 1) for hours in (1, 2, 3, 6, 12)),
    *(RelativeStep(days, DAY) for days in (1, 2, 5, 10, 15)),
    *(RelativeStep(months, MONTH) for months in (1, 2, 3, 6)),
)
"""The steps below a year, from the finest."""


def relative_steps() -> Iterator[RelativeStep]:
    """All steps, from the finest; there is no last one."""
    yield from STEPS
    for power in count():
        for digit in (1, 2, 5):
            yield RelativeStep(digit * 10**power, YEAR)


def relative_ticks(
    scale: TimeScale, measurer: TextMeasurer, baseline: float, folding: Folding = UNFOLDED
) -> tuple[Tick, ...]:
    """The ticks that a scale shows, labels at this baseline."""
    step = fitting_relative_step(scale, measurer, folding)

    def between(start: int, end: int) -> Iterator[AxisTick]:
        found = relative_ticks_between(start, end, step)
        if not folding.folds:
            return found
        finer = reversed(list(takewhile(lambda one: one != step, relative_steps())))
        return at_least_one(found, (relative_ticks_between(start, end, one) for one in finer))

    return placed_ticks(scale, folding, between, measurer, baseline)


def fitting_relative_step(
    scale: TimeScale, measurer: TextMeasurer, folding: Folding = UNFOLDED
) -> RelativeStep:
    """The finest step whose ticks stand further apart than their widest label is wide."""
    farthest = max(abs(folding.unfold(scale.start)), abs(folding.unfold(scale.end)))
    for step in relative_steps():
        widest = max(measurer.width(text, TextRole.TICK) for text in _widest(step, farthest))
        if step.seconds / scale.seconds_per_pixel >= LABEL_INSET + LABEL_GAP + widest:
            return step
    raise AssertionError("there is no last step")


def relative_ticks_between(start: int, end: int, step: RelativeStep) -> Iterator[AxisTick]:
    """The ticks of a step from `start` up to but not including `end`, in order of time."""
    for place in range(-(-start // step.seconds), -(-end // step.seconds)):
        number = place * step.number
        text = from_zero_in_words(number, step.unit)
        yield AxisTick(place * step.seconds, text, text, _is_major(number, step.unit))


def from_zero_in_words(number: int, unit: int) -> str:
    """So many of a unit before or after day zero: "−3 months", "0", "+2 years 3 months"."""
    if not number:
        return "0"
    size = abs(number)
    sign = "+" if number > 0 else MINUS
    if unit == YEAR:
        return sign + _counted(size, "year")
    if unit == MONTH:
        return sign + _months(size)
    return sign + (_counted(size, "day") if unit == DAY else _clock(size))


def _months(size: int) -> str:
    years, months = divmod(size, _MONTHS)
    if not months:
        return _counted(years, "year")
    if size < _MOST_MONTHS:
        return _counted(size, "month")
    return f"{_counted(years, 'year')} {_counted(months, 'month')}"


def _clock(seconds: int) -> str:
    """Seconds as days, hours, minutes and seconds; in whole words where there is one of them."""
    days, rest = divmod(seconds, DAY)
    hours, rest = divmod(rest, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    parts = ((hours, "h", "hour"), (minutes, "min", "minute"), (rest, "s", "second"))
    told = [part for part in parts if part[0]]
    if not days and len(told) == 1:
        return _counted(told[0][0], told[0][2])
    in_days = (_counted(days, "day"),) if days else ()
    return " ".join((*in_days, *(f"{size} {short}" for size, short, _ in told)))


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def _is_major(number: int, unit: int) -> bool:
    """Day zero; on an axis of hours whole days, on one of months whole years."""
    if unit == 1:
        return number % DAY == 0
    return number % _MONTHS == 0 if unit == MONTH else number == 0


def _widest(step: RelativeStep, farthest: int) -> Iterator[str]:
    """Labels as wide as those of a step may be, up to so many seconds from day zero."""
    number = farthest // step.unit
    if step.unit != 1:
        yield from_zero_in_words(-max(number, 1), step.unit)
        if step.unit == MONTH:
            yield from_zero_in_words(-(number // _MONTHS * _MONTHS + 11), MONTH)
        return
    finest = 0 if step.number >= HOUR else 44 * MINUTE
    finest += 0 if step.number >= MINUTE else 44
    yield MINUS + _clock(farthest // DAY * DAY + 20 * HOUR + finest)
    yield MINUS + _counted(44, "minute")
