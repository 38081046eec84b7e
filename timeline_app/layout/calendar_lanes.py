"""What lies in the lanes of the calendar: rows of events, or rows and counts.

Rules:
* Of a lane that must fit its room, first all events are tried in rows with their labels, then
  without. Where that is too much, long events get the rows there are and a count of the rest, and
  short ones are counted in cells.
* Only as many events are tried as could fit at all, so that a crowded lane costs no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct

from timeline_app.case.model import Kind
from timeline_app.layout.calendar_counts import (
    Cells,
    LeftOver,
    RowFilling,
    Visible,
    cells_of,
    is_local,
)
from timeline_app.layout.calendar_index import Openness, ranks_in
from timeline_app.layout.calendar_marks import Sheet, cell_marks, more_cluster, row_marks
from timeline_app.layout.calendar_rows import Stretch, place_whole
from timeline_app.layout.chart import Cluster, EventMark, Rect
from timeline_app.layout.counts import CountBand
from timeline_app.layout.packing import pack
from timeline_app.layout.sizes import BESIDE, GLYPH, Sizes

LEAST_PITCH = 40.0
"""Events in a row stand at least so far apart, or are not tried to be laid into rows."""
COUNT_GAP = 4.0
_TOUCHING = 1e-3  # pixels


class Contents(Struct, frozen=True, gc=False):
    """What a lane holds from its top: rows, the long events without a row, the cells."""

    rows: tuple[tuple[Stretch, ...], ...] = ()
    more: LeftOver | None = None
    cells: Cells | None = None

    def height(self, sheet: Sheet) -> float:
        """How high it is, in pixels."""
        bands = (self.more is not None) + (self.cells is not None)
        rows = sum(sheet.row_height(row) for row in self.rows)
        return rows + bands * (sheet.sizes.count + COUNT_GAP)


def crowded_height(sizes: Sizes) -> float:
    """The least height of the contents of a lane that may have to count."""
    return sizes.row + 2 * (sizes.count + COUNT_GAP)


def rows_contents(
    sheet: Sheet, events: Iterable[int], visible: frozenset[int] | None = None
) -> Contents:
    """All these events in rows, in their order. Where only some are `visible`, the others keep
    their places free."""
    stretches = [sheet.stretch(event) for event in events]
    rows = pack(one.extent(labelled=True) for one in stretches) or []
    return Contents(_by_row(stretches, rows, visible))


def whole_contents(sheet: Sheet, events: Iterable[int]) -> Contents:
    """All these events with their whole labels, in as many rows as that takes."""
    stretches = [sheet.stretch(event) for event in events]
    left, right = sheet.scale.left, sheet.scale.right
    taken = (place_whole(one, left, right, sheet.measurer)[1] for one in stretches)
    return Contents(_by_row(stretches, pack(taken) or [], None))


def _by_row(
    stretches: Sequence[Stretch], rows: Sequence[int], visible: frozenset[int] | None
) -> tuple[tuple[Stretch, ...], ...]:
    found: list[list[Stretch]] = [[] for _ in range(max(rows, default=-1) + 1)]
    for stretch, row in zip(stretches, rows, strict=True):
        if visible is None or stretch.event in visible:
            found[row].append(stretch)
    return tuple(tuple(row) for row in found)


def local_contents(sheet: Sheet, visible: Sequence[Visible]) -> Contents:
    """The events that are shorter than the view in rows, as many as that takes; of the others one
    row and the count of the rest."""
    local = [one for one in visible if is_local(one.group, sheet.scale)]
    others = [one for one in visible if not is_local(one.group, sheet.scale)]
    near = rows_contents(sheet, events_in(sheet, local))
    rows, more = _filled(sheet, others, 1, 1)
    return Contents((*near.rows, *rows), more)


def events_in(sheet: Sheet, visible: Iterable[Visible]) -> list[int]:
    """The events of these ranges in stepping order."""
    ranks = (rank for one in visible for rank in ranks_in(one.ranges))
    return sorted((int(sheet.index.order[rank]) for rank in ranks), key=sheet.position.__getitem__)


def crowded_contents(sheet: Sheet, visible: Sequence[Visible], height: float) -> Contents:
    """The events of a lane as far as they fit into this height, the others counted."""
    most = max(1, int(height / sheet.sizes.row))
    count = sum(one.reach.count for one in visible)
    may_fit = count <= most * sheet.scale.width / LEAST_PITCH
    if may_fit and least_rows(sheet, visible) <= most:
        stretches = [sheet.stretch(event) for event in events_in(sheet, visible)]
        for labelled in (True, False):
            rows = pack((one.extent(labelled=labelled) for one in stretches), most)
            if rows is not None:
                return Contents(_by_row(stretches, rows, None))
    return _counted(sheet, visible, height)


def least_rows(sheet: Sheet, visible: Iterable[Visible]) -> int:
    """So many rows these events need at least, even without labels: as many of them meet at one
    place. It costs less than trying. Those that nearly touch don't count."""
    index = sheet.index
    ranks = np.array([rank for one in visible for rank in ranks_in(one.ranges)], dtype=np.int64)
    left, right = sheet.scale.xs(index.first[ranks]), sheet.scale.xs(index.last[ranks] + 1)
    middle, is_point = (left + right) / 2, right - left < GLYPH
    begins = np.sort(np.where(is_point, middle - GLYPH / 2, left) + _TOUCHING)
    ends = np.where(is_point, middle + GLYPH / 2, np.maximum(right, left + GLYPH))
    ends = np.sort(ends + BESIDE - _TOUCHING)
    met = np.arange(1, len(begins) + 1) - ends.searchsorted(begins, side="right")
    return int(met.max(initial=0))


def _counted(sheet: Sheet, visible: Sequence[Visible], height: float) -> Contents:
    short = [one for one in visible if _is_short(sheet, one)]
    long = [one for one in visible if not _is_short(sheet, one)]
    band = sheet.sizes.count + COUNT_GAP
    room = height - (band if short else 0.0)
    rows, more = _filled(
        sheet, long, int(room / sheet.sizes.row), int((room - band) / sheet.sizes.row)
    )
    cells = cells_of(sheet.index, short, sheet.scale, sheet.measurer) if short else None
    return Contents(rows, more, cells)


def _is_short(sheet: Sheet, visible: Visible) -> bool:
    group = visible.group
    longest = (group.longest + 1) / sheet.scale.seconds_per_pixel
    return group.openness is Openness.CLOSED and longest < GLYPH


def _filled(
    sheet: Sheet, long: Sequence[Visible], most: int, beside_a_count: int
) -> tuple[tuple[tuple[Stretch, ...], ...], LeftOver | None]:
    """Long events in up to so many rows, or, where not all have a place there, in as many as a
    count of the rest leaves room for."""
    filling = RowFilling(sheet.index, sheet.scale, long)
    ranks = filling.rows(max(0, most))
    more = filling.left_over(ranks)
    if more:
        ranks = ranks[: max(0, beside_a_count)]
        more = filling.left_over(ranks)
    rows = tuple(
        tuple(sheet.stretch(int(sheet.index.order[rank])) for rank in row) for row in ranks
    )
    return rows, more or None


def lane_marks(
    sheet: Sheet, contents: Contents, rect: Rect, kind: Kind | None
) -> tuple[list[EventMark], list[Cluster], CountBand | None]:
    """The marks and counts of a lane, in the middle of its height: the count of what has no row,
    and the band of the others."""
    sizes = sheet.sizes
    y = rect.y + (rect.height - contents.height(sheet)) / 2
    marks: list[EventMark] = []
    clusters: list[Cluster] = []
    for row in contents.rows:
        marks.extend(row_marks(sheet, row, y))
        y += sheet.row_height(row)
    if contents.more is not None:
        clusters.append(more_cluster(sheet, contents.more, kind, y))
        y += sizes.count + COUNT_GAP
    if contents.cells is None:
        return marks, clusters, None
    alone, band = cell_marks(sheet, contents.cells, kind, y + COUNT_GAP / 2)
    return [*marks, *alone], clusters, band
