"""How far a case reaches on the calendar: what "fit" shows.

Rules:
* Every finite bound and every publication lies within, with a margin.
* Where something is open on a side, that side gets more room, so that a bar without an end has a
  stretch on which to be seen: a third of the whole, at least a quarter of a year.
* Without any finite bound there is no extent, and the calendar has no axis but a note.
"""

from __future__ import annotations

import numpy as np

from timeline_app.case.civil import DAY, HOUR, OPEN_FUTURE, OPEN_PAST
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.columns import columns_of
from timeline_app.layout.kept import Kept
from timeline_app.layout.publications import publications_of

MARGIN = 16
"""The margin of a closed side is this part of the extent."""
OPEN_MARGIN = 3
"""The margin of an open side is this part of the extent."""
WIDE_COLUMNS = 4
"""Up to so many columns are wide enough for cards in a window of the usual size."""
TAIL = 1.5
"""What is added behind the last of more columns, in columns."""
LEAST_MARGIN = HOUR
LEAST_OPEN_MARGIN = 90 * DAY


def calendar_extent(chronology: Chronology) -> tuple[int, int] | None:
    """The first second to show and the one behind the last, or None where nothing is dated."""
    return _KEPT.of(chronology, None)


def column_extent(chronology: Chronology) -> float:
    """How many columns the order axis has, and a tail behind the last where they are many: they
    are narrow then, and the titles in the last ones need a place to reach over."""
    columns = max(chronology.layers, default=0) + 1
    return columns + (TAIL if columns > WIDE_COLUMNS else 0.0)


def finite_extent(chronology: Chronology) -> tuple[int, int] | None:
    """The first and the last second that any bound or publication names, without a margin."""
    columns = columns_of(chronology)
    least: list[int] = []
    greatest: list[int] = []
    for column in (
        columns.start_earliest,
        columns.start_latest,
        columns.end_earliest,
        columns.end_latest,
    ):
        finite = column[(column != OPEN_PAST) & (column != OPEN_FUTURE)]
        if len(finite):
            least.append(int(finite.min()))
            greatest.append(int(finite.max()))
    for publication in publications_of(chronology):
        least.append(publication.earliest)
        greatest.append(publication.latest)
    return (min(least), max(greatest)) if least else None


def _work_out(chronology: Chronology, _key: None) -> tuple[int, int] | None:
    finite = finite_extent(chronology)
    if finite is None:
        return None
    columns = columns_of(chronology)
    start, end = finite[0], finite[1] + 1
    length = end - start
    open_margin = max(length // OPEN_MARGIN, LEAST_OPEN_MARGIN)
    left_open = bool(np.any(columns.first == OPEN_PAST))
    right_open = bool(np.any(columns.last == OPEN_FUTURE))
    whole = length + (left_open + right_open) * open_margin
    margin = max(whole // MARGIN, LEAST_MARGIN)
    return (
        start - (open_margin if left_open else margin),
        end + (open_margin if right_open else margin),
    )


_KEPT: Kept[Chronology, None, tuple[int, int] | None] = Kept(_work_out)
