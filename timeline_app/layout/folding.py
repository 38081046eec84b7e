"""Long empty stretches folded out of a calendar axis, so that what happened has the room.

Rules:
* A folding knows real seconds (of the calendar, or from a day zero) and axis seconds. Both are
  integers. Outside the folded stretches an axis second is as long as a real one, and `fold` and
  `unfold` are exact inverses; inside, both rise without ever turning back.
* A stretch is folded where it holds none of the seconds that matter and is longer than a quarter
  of the whole (`LONG_PART`), so that there are three breaks at most. All are equally wide: a
  fourteenth (`KEPT_PART`) of what is left of the axis without such stretches.
* Open bounds stay open.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST

LONG_PART = 4
"""A stretch longer than this part of the whole is folded."""
KEPT_PART = 14
"""Each folded stretch keeps this part of what is not folded."""
AIR_PART = 24
"""This part of what is not folded stays at both ends of a break, so that no event touches it."""
LEAST_REST = 100
"""Where next to nothing is left, this part of the whole stands for what is not folded."""
LEAST_FOLDED = 2 * DAY
"""Nothing shorter is folded."""


class Fold(NamedTuple):
    """One folded stretch: real seconds `start` up to `end` on axis seconds `place` up to
    `place + width`."""

    start: int
    end: int
    place: int
    width: int

    @property
    def length(self) -> int:
        """How many real seconds it takes."""
        return self.end - self.start


class Folding(NamedTuple):
    """The folded stretches of an axis in order of time. Without any, axis seconds are real ones."""

    folds: tuple[Fold, ...] = ()

    def fold(self, second: int) -> int:
        """The axis second of a real one."""
        if second in (OPEN_PAST, OPEN_FUTURE):
            return second
        number = bisect_right(self.folds, second, key=_start) - 1
        if number < 0:
            return second
        fold = self.folds[number]
        if second >= fold.end:
            return fold.place + fold.width + second - fold.end
        return fold.place + (second - fold.start) * fold.width // fold.length

    def unfold(self, second: int) -> int:
        """The real second of an axis second; within a break the first that may be meant."""
        if second in (OPEN_PAST, OPEN_FUTURE):
            return second
        number = bisect_right(self.folds, second, key=_place) - 1
        if number < 0:
            return second
        fold = self.folds[number]
        if second >= fold.place + fold.width:
            return fold.end + second - fold.place - fold.width
        return fold.start + (second - fold.place) * fold.length // fold.width

    def fold_all(self, seconds: NDArray[np.int64]) -> NDArray[np.int64]:
        """The axis seconds of many real ones, none of which lies inside a folded stretch."""
        if not self.folds:
            return seconds
        ends = np.array([fold.end for fold in self.folds], dtype=np.int64)
        shifts = np.array(
            [0, *(fold.place + fold.width - fold.end for fold in self.folds)], dtype=np.int64
        )
        moved = seconds + shifts[np.searchsorted(ends, seconds, side="right")]
        is_open = (seconds == OPEN_PAST) | (seconds == OPEN_FUTURE)
        return np.asarray(np.where(is_open, seconds, moved))

    def segments(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The real seconds, begin and end, that the axis seconds `start` up to `end` show at their
        full length, in order of time; none is empty."""
        found = []
        begin = self.unfold(start)
        last = self.unfold(end)
        for fold in self.folds:
            if begin < min(fold.start, last):
                found.append((begin, min(fold.start, last)))
            begin = max(begin, fold.end)
        if begin < last:
            found.append((begin, last))
        return tuple(found)


UNFOLDED = Folding()
"""The whole axis."""


def folding_over(seconds: Sequence[NDArray[np.int64]], shown: int = 0) -> Folding:
    """The folding of an axis on which all these seconds matter; open bounds among them don't.

    `shown` is how long the whole axis is, its margins counted in, where that is known: room beside
    what matters makes a stretch between less long.
    """
    whole = np.concatenate(seconds) if seconds else np.empty(0, dtype=np.int64)
    known = np.unique(whole[(whole != OPEN_PAST) & (whole != OPEN_FUTURE)])
    if len(known) < 2:
        return UNFOLDED
    length = int(known[-1]) - int(known[0])
    gaps = np.diff(known)
    long = np.flatnonzero(gaps > max(max(length, shown) // LONG_PART, LEAST_FOLDED))
    rest = max(length - int(gaps[long].sum()), length // LEAST_REST)
    air, width = max(rest // AIR_PART, 1), max(rest // KEPT_PART, 1)
    folds: list[Fold] = []
    shift = 0
    for start, end in zip(known[long].tolist(), known[long + 1].tolist(), strict=True):
        fold = Fold(start + air, end - air, start + air + shift, width)
        if fold.length > width:
            folds.append(fold)
            shift += width - fold.length
    return Folding(tuple(folds))


def _start(fold: Fold) -> int:
    return fold.start


def _place(fold: Fold) -> int:
    return fold.place
