"""How far a case reaches on the calendar: what "fit" shows.

Rules:
* Every finite bound and every publication lies within, with a margin.
* Where something is open on a side, that side gets more room, so that a bar without an end has a
  stretch on which to be seen: a third of the whole, at least a quarter of a year.
* Without any finite bound there is no extent, and the calendar has no axis but a note.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timeline_app.case.civil import DAY, HOUR, OPEN_FUTURE, OPEN_PAST
from timeline_app.layout.columns import Seconds
from timeline_app.layout.kept import Kept
from timeline_app.layout.standing import Standing, keeper_of

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


def calendar_extent(standing: Standing) -> tuple[int, int] | None:
    """The first axis second to show and the one behind the last, or None where nothing is dated.
    Of one of two compared cases it is that of both."""
    return standing.shared_extent or _KEPT.of(standing, None)


def joint_extent(standings: Sequence[Standing]) -> tuple[int, int] | None:
    """The extent of several cases on one axis."""
    finite = [one for one in map(finite_extent, standings) if one is not None]
    if not finite:
        return None
    return _with_margins(
        min(start for start, _ in finite),
        max(last for _, last in finite) + 1,
        left_open=any(_is_open(one.times.first, OPEN_PAST) for one in standings),
        right_open=any(_is_open(one.times.last, OPEN_FUTURE) for one in standings),
    )


def column_extent(standing: Standing) -> float:
    """How many columns the order axis has, and a tail behind the last where they are many: they
    are narrow then, and the titles in the last ones need a place to reach over."""
    columns = standing.column_count
    return columns + (TAIL if columns > WIDE_COLUMNS else 0.0)


def finite_extent(standing: Standing) -> tuple[int, int] | None:
    """The first and the last second that any bound or publication names, without a margin."""
    return _FINITE.of(standing, None)


def _work_out_finite(standing: Standing, _key: None) -> tuple[int, int] | None:
    least: list[int] = []
    greatest: list[int] = []
    for column in standing.times.bounds:
        finite = column[(column != OPEN_PAST) & (column != OPEN_FUTURE)]
        if len(finite):
            least.append(int(finite.min()))
            greatest.append(int(finite.max()))
    for publication in standing.publications:
        least.append(publication.earliest)
        greatest.append(publication.latest)
    return (min(least), max(greatest)) if least else None


def _work_out(standing: Standing, _key: None) -> tuple[int, int] | None:
    return joint_extent((standing,))


def _with_margins(start: int, end: int, *, left_open: bool, right_open: bool) -> tuple[int, int]:
    """A stretch with a margin at both sides, wider at one that is open."""
    length = end - start
    open_margin = max(length // OPEN_MARGIN, LEAST_OPEN_MARGIN)
    whole = length + (left_open + right_open) * open_margin
    margin = max(whole // MARGIN, LEAST_MARGIN)
    return (
        start - (open_margin if left_open else margin),
        end + (open_margin if right_open else margin),
    )


def _is_open(bounds: Seconds, sentinel: int) -> bool:
    return bool(np.any(bounds == sentinel))


_KEPT: Kept[Standing, None, tuple[int, int] | None] = Kept(_work_out, keeper=keeper_of)
_FINITE: Kept[Standing, None, tuple[int, int] | None] = Kept(_work_out_finite, keeper=keeper_of)
