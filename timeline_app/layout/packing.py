"""Extents packed into rows: first fit, in the order in which they are given."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from timeline_app.layout.sizes import BESIDE


def pack(
    extents: Iterable[tuple[float, float]], most: int | None = None, gap: float = BESIDE
) -> list[int] | None:
    """The row of each extent, counted from nought: the first in which it keeps `gap` from those
    before it. None where more than `most` rows are needed."""
    rows: list[list[tuple[float, float]]] = []
    found = []
    for extent in extents:
        row = next((i for i, taken in enumerate(rows) if _has_room(taken, extent, gap)), len(rows))
        if most is not None and row >= most:
            return None
        if row == len(rows):
            rows.append([])
        taken = rows[row]
        taken.insert(bisect_left(taken, extent), extent)
        found.append(row)
    return found


def _has_room(taken: list[tuple[float, float]], extent: tuple[float, float], gap: float) -> bool:
    place = bisect_left(taken, extent)
    before_free = place == 0 or taken[place - 1][1] + gap <= extent[0]
    return before_free and (place == len(taken) or extent[1] + gap <= taken[place][0])
