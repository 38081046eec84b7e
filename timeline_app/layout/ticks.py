"""The ticks of the calendar axis, from seconds to any number of years.

Rules:
* A step is so many seconds, days, months or years; `STEPS` is the table up to half a year, and
  years go on for ever as 1, 2, 5 times a power of ten. The finest step is taken whose ticks stand
  further apart than their widest label is wide.
* Seconds count from midnight, days from the first of each month, months from January, years from
  a round year (before the common era a round year is 100 BCE, which is the year -99). A day shortly
  before the end of a month has no tick where it would crowd the first of the next.
* Where a day, month or year begins for an axis of hours, days or months, the tick is major and its
  label says so. The first label tells all that the others leave out.
* Between two breaks of a folded axis the ticks have the one step that fits all; a stretch too short
  for it has one tick of a finer one.
* All arithmetic is in integers; x and widths alone are floats.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import count, islice, takewhile

from msgspec import Struct

from timeline_app.case.civil import (
    DAY,
    HOUR,
    MINUTE,
    civil_date,
    day_number,
    days_in_month,
    second_of,
)
from timeline_app.case.words import day_in_words, year_in_words
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

_MONTH_NAMES = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)

_MONTHS = 12
_CROWDED = (3, 5)  # a tick needs this part of its step before the next month begins


class Unit(Enum):
    """What the ticks of a step count, with its least length in seconds."""

    SECOND = 1
    DAY = DAY
    MONTH = 28 * DAY
    YEAR = 365 * DAY


class Step(Struct, frozen=True, gc=False):
    """The distance of two ticks."""

    count: int
    unit: Unit

    @property
    def seconds(self) -> int:
        """The least distance in seconds."""
        return self.count * self.unit.value


STEPS = (
    *(Step(seconds, Unit.SECOND) for seconds in (1, 5, 10, 15, 30)),
    *(Step(minutes * MINUTE, Unit.SECOND) for minutes in (1, 5, 10, 15, 30)),
    *(Step(hours * HOUR, Unit.SECOND) for hours in (1, 2, 3, 6, 12)),
    *(Step(days, Unit.DAY) for days in (1, 2, 5, 10, 15)),
    *(Step(months, Unit.MONTH) for months in (1, 2, 3, 6)),
)
"""The steps below a year, from the finest."""


def steps() -> Iterator[Step]:
    """All steps, from the finest; there is no last one."""
    yield from STEPS
    for power in count():
        for digit in (1, 2, 5):
            yield Step(digit * 10**power, Unit.YEAR)


def calendar_ticks(
    scale: TimeScale, measurer: TextMeasurer, baseline: float, folding: Folding = UNFOLDED
) -> tuple[Tick, ...]:
    """The ticks that a scale shows, labels at this baseline."""
    step = fitting_step(scale, measurer, folding)

    def between(start: int, end: int) -> Iterator[AxisTick]:
        found = ticks_between(start, end, step)
        if not folding.folds:
            return found
        finer = reversed(list(takewhile(lambda one: one != step, steps())))
        return at_least_one(found, (ticks_between(start, end, one) for one in finer))

    return placed_ticks(scale, folding, between, measurer, baseline)


def fitting_step(scale: TimeScale, measurer: TextMeasurer, folding: Folding = UNFOLDED) -> Step:
    """The finest step whose ticks stand further apart than their widest label is wide."""
    ends = (folding.unfold(scale.start), folding.unfold(scale.end))
    years = [year_in_words(civil_date(second // DAY)[0]) for second in ends]
    return _step_for(scale.seconds_per_pixel, _limits(max(years, key=len), measurer))


def _step_for(seconds_per_pixel: float, limits: _Limits) -> Step:
    """The first step with room at a zoom."""
    while True:
        for step, most in limits.known:
            if seconds_per_pixel <= most:
                return step
        limits.know_more()


class _Limits:
    """Up to how many seconds to a pixel the labels of each step have room, from the finest; worked
    out once for a font and the width of a year."""

    def __init__(self, year: str, measurer: TextMeasurer) -> None:
        self.known: list[tuple[Step, float]] = []
        self._steps = steps()
        self._year, self._measurer = year, measurer

    def know_more(self) -> None:
        """Work out the next steps."""
        for step in islice(self._steps, len(STEPS) + 3):
            width = self._measurer.width(_widest(step, self._year), TextRole.TICK)
            self.known.append((step, step.seconds / (LABEL_INSET + LABEL_GAP + width)))


@lru_cache(maxsize=16)
def _limits(year: str, measurer: TextMeasurer) -> _Limits:
    return _Limits(year, measurer)


def _widest(step: Step, year: str) -> str:
    """A label as wide as the labels of a step may be."""
    if step.unit is Unit.SECOND:
        return "00:00:00" if step.count < MINUTE else "30 Sep"
    if step.unit is Unit.DAY:
        return f"1 Jan {year}"
    return f"Jan {year}" if step.unit is Unit.MONTH else year


# ------------------------------------------------------------------------------- generating


def ticks_between(start: int, end: int, step: Step) -> Iterator[AxisTick]:
    """The ticks of a step from `start` up to but not including `end`, in order of time."""
    length = _STRETCH * step.seconds
    for number in range(start // length, (end - 1) // length + 1):
        yield from (tick for tick in _stretch(number, step) if start <= tick.second < end)


_STRETCH = 64
"""So many steps are worked out together, and kept for the next frames."""


@lru_cache(maxsize=64)
def _stretch(number: int, step: Step) -> tuple[AxisTick, ...]:
    """The ticks of one of the equal stretches into which time falls for a step."""
    length = _STRETCH * step.seconds
    start, end = number * length, (number + 1) * length
    found = _GENERATORS[step.unit](start, end, step.count)
    return tuple(tick for tick in found if start <= tick.second < end)


def _second_ticks(start: int, end: int, count: int) -> Iterator[AxisTick]:
    for second in range(-(-start // count) * count, end, count):
        midnight = second % DAY == 0
        time = _time_text(second, count)
        day = day_in_words(second, short=True)
        year = year_in_words(civil_date(second // DAY)[0])
        yield AxisTick(
            second,
            day.removesuffix(year).rstrip() if midnight else time,
            day if midnight else f"{day}, {time}",
            midnight,
        )


def _time_text(second: int, count: int) -> str:
    hour, rest = divmod(second % DAY, HOUR)
    minute, rest = divmod(rest, MINUTE)
    return f"{hour:02}:{minute:02}" + (f":{rest:02}" if count < MINUTE else "")


def _day_ticks(start: int, end: int, count: int) -> Iterator[AxisTick]:
    part, whole = _CROWDED
    for year, month in _months(start, end):
        first = day_number(year, month, 1)
        days = days_in_month(year, month)
        for day in range(1, days + 1, count):
            if day > 1 and whole * (days + 1 - day) < part * count:
                break
            short = f"{day} {_MONTH_NAMES[month - 1]}"
            full = f"{short} {year_in_words(year)}"
            new_year = day == 1 and month == 1
            yield AxisTick((first + day - 1) * DAY, full if new_year else short, full, day == 1)


def _month_ticks(start: int, end: int, count: int) -> Iterator[AxisTick]:
    for year, month in _months(start, end):
        if (month - 1) % count == 0:
            short = _MONTH_NAMES[month - 1]
            full = f"{short} {year_in_words(year)}"
            major = month == 1
            yield AxisTick(second_of(year, month), full if major else short, full, major)


def _months(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Year and month of every month that touches the span."""
    year, month, _ = civil_date(start // DAY)
    last_year, last_month, _ = civil_date(end // DAY)
    first = year * _MONTHS + month - 1
    last = last_year * _MONTHS + last_month - 1
    for number in range(first, last + 1):
        yield number // _MONTHS, number % _MONTHS + 1


def _year_ticks(start: int, end: int, count: int) -> Iterator[AxisTick]:
    first = civil_date(start // DAY)[0]
    last = civil_date(end // DAY)[0]
    for year in _round_years(first, last, count):
        round_number = year if year > 0 else 1 - year
        major = round_number % (10 * count) == 0 or year == 1
        text = year_in_words(year)
        yield AxisTick(second_of(year), text, text, major)


def _round_years(first: int, last: int, count: int) -> Iterator[int]:
    """The years from `first` to `last` that stand for a step: 200 BCE, 100 BCE, 1, 100, 200. The
    year 1 is left out where it would stand beside the year 2."""
    if count == 1:
        yield from range(first, last + 1)
        return
    most = (1 - first) // count  # the earliest round year is so many steps before the era
    least = max(1, -((last - 1) // count))
    for steps_before in range(most, least - 1, -1):
        yield 1 - steps_before * count
    if count > 2 and first <= 1 <= last:
        yield 1
    yield from range(max(-(-first // count) * count, count), last + 1, count)


_GENERATORS = {
    Unit.SECOND: _second_ticks,
    Unit.DAY: _day_ticks,
    Unit.MONTH: _month_ticks,
    Unit.YEAR: _year_ticks,
}
