"""The labels of an axis: which ticks have room for one, and which of them tells all.

Rules:
* Each stretch that a folded axis shows at its full length is labelled by itself: its first label
  tells all that the others leave out. Major ticks have room before the others.
* No label touches another or that of a break, or leaves the plot or its own stretch.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import NamedTuple

from timeline_app.layout.breaks import place_breaks
from timeline_app.layout.chart import TextLine, TextMeasurer, TextRole, Tick
from timeline_app.layout.folding import Folding
from timeline_app.layout.scale import TimeScale

LABEL_INSET = 4.0
"""From a tick's line to its label."""
LABEL_GAP = 12.0
"""At least so much lies between two labels."""

Extent = tuple[float, float]


class AxisTick(NamedTuple):
    """One tick: its second before folding, its label, the label that leaves nothing out, and
    whether something greater than its own unit begins here."""

    second: int
    label: str
    full: str
    major: bool


def placed_ticks(
    scale: TimeScale,
    folding: Folding,
    between: Callable[[int, int], Iterable[AxisTick]],
    measurer: TextMeasurer,
    baseline: float,
) -> tuple[Tick, ...]:
    """The ticks in view with their labels at this baseline. `between` gives those from a second up
    to another, in order of time; the seconds are those before folding."""
    taken = sorted(
        (one.label.x, one.label.x + measurer.width(one.label.text, TextRole.TICK))
        for one in place_breaks(folding, scale, measurer, baseline)
        if one.label is not None
    )
    ticks: list[Tick] = []
    for start, end in folding.segments(scale.start, scale.end):
        found = tuple(between(start, end))
        if folding.folds:
            xs = [scale.x(folding.fold(tick.second)) for tick in found]
        else:
            xs = [scale.x(tick.second) for tick in found]
        right = min(scale.x(folding.fold(end)), scale.right)
        for tick, x, text in zip(found, xs, _texts(found, xs, right, taken, measurer), strict=True):
            label = TextLine(x + LABEL_INSET, baseline, text, TextRole.TICK) if text else None
            ticks.append(Tick(x, label, tick.major))
    return tuple(ticks)


def at_least_one(
    found: Iterator[AxisTick], finer: Iterable[Iterator[AxisTick]]
) -> Iterator[AxisTick]:
    """The ticks of a stretch between two breaks. One too short for any has the first that a finer
    step gives, or nothing would tell when it was."""
    first = next(found, None)
    if first is not None:
        return chain((first,), found)
    return islice(chain.from_iterable(finer), 1)


def _texts(
    found: Sequence[AxisTick],
    xs: Sequence[float],
    right: float,
    taken: list[Extent],
    measurer: TextMeasurer,
) -> list[str]:
    """The label of each tick of a stretch, empty where it has no room; what they take is added to
    `taken`, which stays in order."""
    texts = [tick.label for tick in found]
    if not found:
        return texts
    starts = [x + LABEL_INSET for x in xs]
    carrier = _context_carrier(found, starts, measurer)
    texts[carrier] = found[carrier].full
    widths = [measurer.width(text, TextRole.TICK) for text in texts]
    extents = [(start, start + width) for start, width in zip(starts, widths, strict=True)]
    if not taken and all(one[1] + LABEL_GAP <= other[0] for one, other in pairwise(extents)):
        # As mostly: none can touch another, and only the plot ends.
        taken += [extent for extent in extents if extent[1] <= right]
        return [text if end <= right else "" for text, (_, end) in zip(texts, extents, strict=True)]
    others = [index for index in range(len(found)) if index != carrier]
    majors = [index for index in others if found[index].major]
    for index in (carrier, *majors, *(index for index in others if not found[index].major)):
        begin, end = extents[index]
        # What is taken lies apart and in order: only its neighbours could be touched.
        place = bisect_left(taken, (begin, end))
        free = place == 0 or taken[place - 1][1] + LABEL_GAP <= begin
        if free and place < len(taken):
            free = end + LABEL_GAP <= taken[place][0]
        if free and end <= right:
            taken.insert(place, (begin, end))
        else:
            texts[index] = ""
    return texts


def _context_carrier(
    found: Sequence[AxisTick], starts: Sequence[float], measurer: TextMeasurer
) -> int:
    """Which tick's label leaves nothing out: the first, or the first major one where the first's
    whole label would run into it."""
    major = next((index for index, tick in enumerate(found) if tick.major), None)
    if major is None:
        return 0
    end = starts[0] + measurer.width(found[0].full, TextRole.TICK)
    return major if major > 0 and end + LABEL_GAP > starts[major] else 0
