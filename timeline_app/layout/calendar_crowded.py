"""What lies in the lanes of a calendar that must fit their room.

Rules:
* First all events of a lane are tried in rows with their labels, then without. Where that is too
  much, short events are counted in cells, and long ones get the rows there are and a count of the
  rest; or no rows, where these would be a mere sample (`calendar_blocks`).
* Only what is shorter than a glyph is counted at a place. Where a long window begins tells nothing
  of where its event lies.
* Only as many events are tried as could fit at all, so that a crowded lane costs no more.
* What is in view is counted, never looked at: a frame costs what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from timeline_app.layout.calendar_blocks import LEAST_PART, Block, Chains
from timeline_app.layout.calendar_cells import CellMembers, Cells, CountedLane, seen_cells
from timeline_app.layout.calendar_filling import (
    Ranks,
    RowFilling,
    Visible,
    ranks_of,
)
from timeline_app.layout.calendar_lanes import (
    COUNT_GAP,
    Contents,
    Laid,
    LaidRows,
    LooseRows,
    events_at,
    events_in,
    left_over,
    packed_rows,
    visible_of,
)
from timeline_app.layout.calendar_sheet import Sheet
from timeline_app.layout.calendar_touching import Touched
from timeline_app.layout.sizes import BESIDE, GLYPH, Sizes

LEAST_PITCH = 40.0
"""Events in a row stand at least so far apart, or are not tried to be laid into rows."""
_TOUCHING = 1e-3  # pixels


def crowded_height(sizes: Sizes) -> float:
    """The least height of the contents of a lane that may have to count."""
    return sizes.row + 2 * (sizes.count + COUNT_GAP)


class CrowdedLanes:
    """The lanes of a view that holds more events than it can show in rows."""

    def __init__(
        self, sheet: Sheet, block: Block, touched: Touched, heights: Sequence[float]
    ) -> None:
        """The block and what is touched must be those of the view; `heights` is the room of each
        lane."""
        self._sheet, self._block, self._heights = sheet, block, heights
        self._touched = block.touched(touched)
        self._band = sheet.sizes.count + COUNT_GAP
        self._loose = LooseRows(sheet)

    def laid(self) -> Laid:
        """What lies in each lane."""
        lanes = range(len(self._heights))
        tried = [self._tried(lane) for lane in lanes]
        room = [self._rows_of(lane) for lane in lanes]
        most = tuple([0 if tried[lane] is not None else room[lane] for lane in lanes])
        chains = self._block.chains(most)
        told, scale = chains.told, self._sheet.scale
        seen = np.flatnonzero((told.first < scale.end) & (told.end > scale.start))
        rows = chains.rows[seen]
        held = np.bincount(rows, minlength=len(chains.lanes)).tolist()
        contents: list[Contents] = []
        places = [-1] * len(chains.lanes)
        for lane in lanes:
            packed = tried[lane]
            if packed is not None:
                self._loose.add(lane, packed)
                contents.append(Contents(len(packed)))
            else:
                mine = [row for row in chains.of(lane) if held[row]]
                contents.append(self._in_rows(lane, room[lane], mine, held, chains, places))
        kept = np.array(places, dtype=np.intp)[rows] >= 0
        if not kept.all():
            seen, rows = seen[kept], rows[kept]
        laid = self._loose.laid()
        if len(rows):
            laid = (LaidRows(told.only(seen), rows, chains.lanes, places), *laid)
        return Laid(tuple(contents), laid, self._cells(contents))

    def _cells(self, contents: Iterable[Contents]) -> Cells | None:
        """The cells of the lanes that count."""
        counted = [one.counted for one in contents if one.counted is not None]
        if not counted:
            return None
        together = self._block.together([one.reached for one in counted])
        return seen_cells(counted, together, self._sheet.scale, self._sheet.measurer)

    def _rows_of(self, lane: int, *, counting: bool = False) -> int:
        """How many rows a lane has room for, beside its counts."""
        bands = counting + (self._touched.short[lane] > 0)
        return max(0, int((self._heights[lane] - bands * self._band) / self._sheet.sizes.row))

    def _tried(self, lane: int) -> tuple[Sequence[int], ...] | None:
        """All events of a lane in rows, or None where these are too many."""
        sheet, height = self._sheet, self._heights[lane]
        count = self._touched.counts[lane]
        most = max(1, int(height / sheet.sizes.row))
        if count > most * sheet.scale.width / LEAST_PITCH:
            return None
        visible = visible_of(sheet, self._block.lanes[lane].groups)
        if least_rows(sheet, visible) > most:
            return None
        events = events_in(sheet, visible)
        rows = packed_rows(sheet, events, labelled=True, most=most)
        return packed_rows(sheet, events, labelled=False, most=most) if rows is None else rows

    def _in_rows(
        self,
        lane: int,
        most: int,
        mine: list[int],
        held: Sequence[int],
        chains: Chains,
        places: list[int],
    ) -> Contents:
        """Long events in up to so many rows, short ones counted. `mine` are the rows of the block
        that hold anything in view, `held` how much each row does; where they come to lie goes to
        `places`."""
        sheet, groups = self._sheet, self._block.lanes[lane]
        long = self._touched.counts[lane] - self._touched.short[lane]
        room = most - len(mine)
        others: list[list[int]] = []
        if room > 0 and not self._block.is_sample(lane, most):
            visible = visible_of(sheet, groups.others)
            if sum(one.reach.count for one in visible) <= LEAST_PART * room:
                others = RowFilling(sheet.index, sheet.scale, visible).rows(room)
        left = long - sum([held[row] for row in mine]) - sum(map(len, others))
        if left > 0:
            beside = self._rows_of(lane, counting=True)
            mine = mine[:beside]
            others = others[: beside - len(mine)]
            left = long - sum([held[row] for row in mine]) - sum(map(len, others))
        for place, row in enumerate(mine):
            places[row] = place
        if others:
            self._loose.add(lane, events_at(sheet, others), len(mine))
        taken: tuple[Ranks, ...] = (*[chains.ranks[row] for row in mine], *others)
        more = left_over(sheet, groups.long, taken, left)
        counted = self._counting(lane)
        return Contents(len(mine) + len(others), more=more, counted=counted)

    def _counting(self, lane: int) -> CountedLane | None:
        """The short events of a lane, which are counted."""
        sheet, groups = self._sheet, self._block.lanes[lane]
        count = self._touched.short[lane]
        if not count:
            return None
        members = CellMembers(sheet.index, groups.short, sheet.scale.start, sheet.scale.end)
        low, high = self._touched.low[lane], self._touched.high[lane]
        return CountedLane(self._block.cells(lane, sheet.scale), members, count, low, high)


def least_rows(sheet: Sheet, visible: Iterable[Visible]) -> int:
    """So many rows these events need at least, even without labels: as many of them meet at one
    place. It costs less than trying. Those that nearly touch don't count."""
    index = sheet.index
    ranks = ranks_of(visible)
    left, right = sheet.scale.xs(index.first[ranks]), sheet.scale.xs(index.last[ranks] + 1)
    middle, is_point = (left + right) / 2, right - left < GLYPH
    begins = np.sort(np.where(is_point, middle - GLYPH / 2, left) + _TOUCHING)
    ends = np.where(is_point, middle + GLYPH / 2, np.maximum(right, left + GLYPH))
    ends = np.sort(ends + BESIDE - _TOUCHING)
    met = np.arange(1, len(begins) + 1) - ends.searchsorted(begins, side="right")
    return int(met.max(initial=0))
