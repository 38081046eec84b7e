"""The marked stretches of a source's text, found by where they stand and by event.

A text may hold the passages of a million events. So they are columns of numbers, and only those
that are looked at are made into `Mark`s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.sources.passages import Owner, Placement
from timeline_app.layout.kept import Kept

SOURCES_KEPT = 1_000


class Mark(Struct, frozen=True, gc=False):
    """A marked stretch of the canonical text, in code points, and the event it belongs to.

    Underlined are the words of a date and those on which an order rests.
    """

    start: int
    end: int
    event: int
    underlined: bool = False


class Marks:
    """The marks of one text."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        rows = np.fromiter(_numbers(marks), dtype=np.int64).reshape(-1, 4)
        self._rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
        # How far those up to each place reach at most, which rises: some may be long.
        self._reach = np.maximum.accumulate(self._rows[:, 1])

    def between(self, first: int, last: int) -> list[Mark]:
        """Those that have a code point from `first` up to `last`, by where they start."""
        begin = int(np.searchsorted(self._reach, first, side="right"))
        end = int(np.searchsorted(self._rows[:, 0], last))
        near = self._rows[begin:end]
        return _made(near[near[:, 1] > first])

    def of(self, event: int | None) -> list[Mark]:
        """Those of an event, by where they start."""
        return [] if event is None else _made(self._rows[self._rows[:, 2] == event])


def _numbers(marks: Iterable[Mark]) -> Iterator[int]:
    for mark in marks:
        yield from (mark.start, mark.end, mark.event, mark.underlined)


def _made(rows: NDArray[np.int64]) -> list[Mark]:
    return [Mark(start, end, event, bool(line)) for start, end, event, line in rows.tolist()]


def marks_of(placement: Placement, source: int) -> Marks:
    """The marks of the text of a source, worked out once."""
    return _KEPT.of(placement, source)


def _work_out(placement: Placement, source: int) -> Marks:
    return Marks(
        Mark(
            *one.span,
            one.event,
            underlined=one.purpose == "date" or one.owner is not Owner.EVENT,
        )
        for one in placement.of_source(source)
        if one.span is not None
    )


_KEPT: Kept[Placement, int, Marks] = Kept(_work_out, most=SOURCES_KEPT)
