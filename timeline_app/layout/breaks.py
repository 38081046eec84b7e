"""Where a stretch is folded out of the axis, and the words that say how long it is.

A break is as wide as its stretch on the folded axis. Its words stand in its middle, in the band of
the ticks; where they would leave the plot or meet those of another break they are left out.
"""

from __future__ import annotations

from timeline_app.case.civil import DAY, HOUR
from timeline_app.layout.chart import Break, TextLine, TextMeasurer, TextRole
from timeline_app.layout.folding import Folding
from timeline_app.layout.scale import TimeScale

MONTH = 2_629_746
"""Seconds of a mean Gregorian month: a twelfth of 365.2425 days."""
YEAR = 12 * MONTH
_GAP = 8.0  # between the words of two breaks
_FEW = 2  # fewer than so many of a unit are told in the next finer one


def place_breaks(
    folding: Folding, scale: TimeScale, measurer: TextMeasurer, baseline: float
) -> tuple[Break, ...]:
    """The breaks in view from the left, their words at this baseline."""
    found: list[Break] = []
    free_from = scale.left
    for fold in folding.folds:
        left, right = scale.x(fold.place), scale.x(fold.place + fold.width)
        if right <= scale.left or left >= scale.right:
            continue
        left, right = max(left, scale.left), min(right, scale.right)
        text = length_in_words(fold.length)
        width = measurer.width(text, TextRole.TICK)
        x = (left + right - width) / 2
        label = None
        if free_from <= x and x + width <= scale.right:
            label = TextLine(x, baseline, text, TextRole.TICK)
            free_from = x + width + _GAP
        found.append(Break(left, right, label))
    return tuple(found)


def length_in_words(seconds: int) -> str:
    """How long a folded stretch is, in whole years, months, days or hours: "14 months"."""
    for unit, name in ((YEAR, "years"), (MONTH, "months"), (DAY, "days")):
        if seconds >= _FEW * unit:
            return f"{_rounded(seconds, unit):,} {name}"
    hours = _rounded(seconds, HOUR)
    return "1 hour" if hours == 1 else f"{hours} hours"


def _rounded(seconds: int, unit: int) -> int:
    return (2 * seconds + unit) // (2 * unit)
