"""What lies in the lanes of the calendar: rows of events, or rows and counts.

Rules:
* Of a lane that must fit its room, first all events are tried in rows with their labels, then
  without. Where that is too much, long events get the rows there are and a count of the rest, and
  short ones are counted in cells.
* Only as many events are tried as could fit at all, so that a crowded lane costs no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.calendar_blocks import LEAST_PART, Block, Chains
from timeline_app.layout.calendar_cells import CellMembers, Cells, CountedLane, seen_cells
from timeline_app.layout.calendar_filling import (
    FROM_BEFORE,
    WITHOUT_START,
    LongLeft,
    Ranks,
    RowFilling,
    Visible,
    is_local,
)
from timeline_app.layout.calendar_index import StretchGroup, ranks_in
from timeline_app.layout.calendar_placing import extents_of
from timeline_app.layout.calendar_rows import Stretch, place_whole
from timeline_app.layout.calendar_sheet import Sheet
from timeline_app.layout.calendar_touching import Touched
from timeline_app.layout.packing import pack
from timeline_app.layout.row_events import RowEvents
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BESIDE, GLYPH, Sizes

LEAST_PITCH = 40.0
"""Events in a row stand at least so far apart, or are not tried to be laid into rows."""
COUNT_GAP = 4.0
_TOUCHING = 1e-3  # pixels


class Contents(Struct, frozen=True, gc=False):
    """What a lane holds from its top: so many rows of events, the long events without a row, what
    is counted in cells. On a page there are `stretches` in place of rows."""

    rows: int = 0
    stretches: tuple[tuple[Stretch, ...], ...] = ()
    more: LongLeft | None = None
    counted: CountedLane | None = None

    def height(self, sheet: Sheet) -> float:
        """How high it is, in pixels."""
        bands = (self.more is not None) + (self.counted is not None)
        whole = sum(sheet.row_height(row) for row in self.stretches)
        return self.rows * sheet.sizes.row + whole + bands * (sheet.sizes.count + COUNT_GAP)


class LaidRows(Struct, frozen=True, eq=False, gc=False):
    """Events in rows of several lanes: for each event its row, row by row and each from the left;
    for each row its lane, and its place there from the top."""

    told: RowEvents
    rows: NDArray[np.intp]
    lanes: Sequence[int]
    places: Sequence[int]


class Laid(NamedTuple):
    """What lies in each lane, the events of their rows, and the cells of those that count."""

    contents: tuple[Contents, ...]
    rows: tuple[LaidRows, ...] = ()
    cells: Cells | None = None


class LooseRows:
    """Rows of events that are laid for one frame."""

    def __init__(self, sheet: Sheet) -> None:
        """There are none yet."""
        self._sheet = sheet
        self._events: list[int] = []
        self._rows: list[int] = []
        self._lanes: list[int] = []
        self._places: list[int] = []

    def add(self, lane: int, rows: Sequence[Sequence[int]], below: int = 0) -> None:
        """Add rows of a lane, the first of them below so many."""
        for place, events in enumerate(rows):
            self._events += events
            self._rows += [len(self._lanes)] * len(events)
            self._lanes.append(lane)
            self._places.append(below + place)

    def laid(self) -> tuple[LaidRows, ...]:
        """All of them, or nothing where there is no event."""
        if not self._events:
            return ()
        told = self._sheet.told(self._events)
        return (from_the_left(told, self._rows, self._lanes, self._places, self._sheet.scale),)


def from_the_left(
    told: RowEvents,
    rows: Sequence[int],
    lanes: Sequence[int],
    places: Sequence[int],
    scale: TimeScale,
) -> LaidRows:
    """Events in rows, brought into the order of each row."""
    numbers = np.array(rows, dtype=np.intp)
    order = np.lexsort((extents_of(told, scale).begin, numbers))
    return LaidRows(told.only(order), numbers[order], lanes, places)


def crowded_height(sizes: Sizes) -> float:
    """The least height of the contents of a lane that may have to count."""
    return sizes.row + 2 * (sizes.count + COUNT_GAP)


def few_rows(sheet: Sheet, lanes: Sequence[Sequence[int]]) -> Laid:
    """The events of each lane in as many rows as their labels need, in their order. Those out of
    view keep their places free."""
    told = sheet.told([event for events in lanes for event in events])
    needed = extents_of(told, sheet.scale).needed(told, labelled=True)
    rows: list[int] = []
    row_lanes: list[int] = []
    places: list[int] = []
    contents = []
    begin = 0
    for lane, events in enumerate(lanes):
        packed = pack(needed[begin : begin + len(events)]) or []
        begin += len(events)
        count = max(packed, default=-1) + 1
        rows += [len(row_lanes) + row for row in packed]
        row_lanes += [lane] * count
        places += range(count)
        contents.append(Contents(count))
    laid = from_the_left(told, rows, row_lanes, places, sheet.scale)
    return Laid(tuple(contents), (seen_of(laid, sheet.scale),))


def seen_of(laid: LaidRows, scale: TimeScale) -> LaidRows:
    """Those of the events that the view shows."""
    told = laid.told
    seen = np.flatnonzero((told.first < scale.end) & (told.end > scale.start))
    return LaidRows(told.only(seen), laid.rows[seen], laid.lanes, laid.places)


def whole_contents(sheet: Sheet, events: Iterable[int]) -> Contents:
    """All these events with their whole labels, in as many rows as that takes."""
    stretches = [sheet.stretch(event) for event in events]
    left, right = sheet.scale.left, sheet.scale.right
    taken = (place_whole(one, left, right, sheet.measurer)[1] for one in stretches)
    rows = pack(taken) or []
    found: list[list[Stretch]] = [[] for _ in range(max(rows, default=-1) + 1)]
    for stretch, row in zip(stretches, rows, strict=True):
        found[row].append(stretch)
    return Contents(stretches=tuple(map(tuple, found)))


def _packed(
    sheet: Sheet, events: Sequence[int], *, labelled: bool, most: int | None = None
) -> tuple[Sequence[int], ...] | None:
    """Events in rows, or None where these are more than `most`."""
    if not events:
        return ()
    told = sheet.told(events)
    rows = pack(extents_of(told, sheet.scale).needed(told, labelled=labelled), most)
    if rows is None:
        return None
    found: list[list[int]] = [[] for _ in range(max(rows) + 1)]
    for event, row in zip(events, rows, strict=True):
        found[row].append(event)
    return tuple(found)


def local_rows(sheet: Sheet, lanes: Sequence[Sequence[Visible]]) -> Laid:
    """Of each lane the events that are shorter than the view in rows, as many as that takes; of the
    others one row and the count of the rest."""
    loose, contents = LooseRows(sheet), []
    for lane, visible in enumerate(lanes):
        local = [one for one in visible if is_local(one.group, sheet.scale)]
        others = [one for one in visible if not is_local(one.group, sheet.scale)]
        near = _packed(sheet, events_in(sheet, local), labelled=True) or ()
        far = RowFilling(sheet.index, sheet.scale, others).rows(1)
        loose.add(lane, (*near, *_events_at(sheet, far)))
        left = sum(one.reach.count for one in others) - sum(map(len, far))
        more = _left(sheet, [one.group for one in others], far, left)
        contents.append(Contents(len(near) + len(far), more=more))
    return Laid(tuple(contents), loose.laid())


def _events_at(sheet: Sheet, rows: Iterable[Sequence[int]]) -> tuple[Sequence[int], ...]:
    """The events of rows of ranks."""
    return tuple(sheet.index.order[list(row)].tolist() for row in rows)


def _left(
    sheet: Sheet, groups: Iterable[StretchGroup], rows: Iterable[Ranks], count: int
) -> LongLeft | None:
    """What of some groups is not in rows of ranks; so many they are."""
    span = sheet.scale.start, sheet.scale.end
    return LongLeft(sheet.index, tuple(groups), span, tuple(rows), count) if count else None


def events_in(sheet: Sheet, visible: Iterable[Visible]) -> list[int]:
    """The events of these ranges in stepping order."""
    ranks = (rank for one in visible for rank in ranks_in(one.ranges))
    return sorted((int(sheet.index.order[rank]) for rank in ranks), key=sheet.position.__getitem__)


def visible_of(sheet: Sheet, groups: Iterable[StretchGroup]) -> list[Visible]:
    """What of some groups touches the visible span."""
    index, scale = sheet.index, sheet.scale
    found = (Visible(group, index.visible(group, scale.start, scale.end)) for group in groups)
    return [one for one in found if one.reach.count]


class CrowdedLanes:
    """The lanes of a view that holds more events than it can show in rows."""

    def __init__(
        self, sheet: Sheet, block: Block, touched: Touched, heights: Sequence[float]
    ) -> None:
        """The block and what is touched must be those of the view; `heights` is the room of each
        lane."""
        self._sheet, self._block, self._heights = sheet, block, heights
        self._touching, self._low, self._high = touched
        self._band = sheet.sizes.count + COUNT_GAP
        self._loose = LooseRows(sheet)

    def laid(self) -> Laid:
        """What lies in each lane."""
        lanes = range(len(self._heights))
        tried = [self._tried(lane) for lane in lanes]
        most = tuple(0 if tried[lane] is not None else self._rows_of(lane) for lane in lanes)
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
            elif self._block.is_counted(lane, most[lane]):
                contents.append(self._counted(lane))
            else:
                mine = [row for row in chains.of(lane) if held[row]]
                contents.append(self._in_rows(lane, mine, held, chains, places))
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
        bands = counting + (self._sum(self._touching, self._block.lanes[lane].short_places) > 0)
        return max(0, int((self._heights[lane] - bands * self._band) / self._sheet.sizes.row))

    def _sum(self, counts: Sequence[int], places: Sequence[int]) -> int:
        return sum([counts[place] for place in places])

    def _tried(self, lane: int) -> tuple[Sequence[int], ...] | None:
        """All events of a lane in rows, or None where these are too many."""
        sheet, height = self._sheet, self._heights[lane]
        count = self._sum(self._touching, self._block.lanes[lane].places)
        most = max(1, int(height / sheet.sizes.row))
        if count > most * sheet.scale.width / LEAST_PITCH:
            return None
        visible = visible_of(sheet, self._block.lanes[lane].groups)
        if least_rows(sheet, visible) > most:
            return None
        events = events_in(sheet, visible)
        rows = _packed(sheet, events, labelled=True, most=most)
        return _packed(sheet, events, labelled=False, most=most) if rows is None else rows

    def _in_rows(
        self, lane: int, mine: list[int], held: Sequence[int], chains: Chains, places: list[int]
    ) -> Contents:
        """Long events in rows, short ones counted. `mine` are the rows of the block that hold
        anything in view, `held` how much each row does; where they come to lie goes to `places`."""
        sheet, groups = self._sheet, self._block.lanes[lane]
        short = self._sum(self._touching, groups.short_places)
        long = self._sum(self._touching, groups.places) - short
        room = self._rows_of(lane) - len(mine)
        others: list[list[int]] = []
        if room > 0:
            visible = visible_of(sheet, groups.others)
            # A few of very many would be a mere sample.
            if sum(one.reach.count for one in visible) <= LEAST_PART * room:
                others = RowFilling(sheet.index, sheet.scale, visible).rows(room)
        if sum([held[row] for row in mine]) + sum(map(len, others)) < long:
            beside = self._rows_of(lane, counting=True)
            mine = mine[:beside]
            others = others[: beside - len(mine)]
        for place, row in enumerate(mine):
            places[row] = place
        self._loose.add(lane, _events_at(sheet, others), len(mine))
        left = long - sum([held[row] for row in mine]) - sum(map(len, others))
        taken: tuple[Ranks, ...] = (*(chains.ranks_of(row) for row in mine), *others)
        more = _left(sheet, (*groups.local, *groups.others), taken, left)
        counted = None
        if short:
            members = CellMembers(sheet.index, groups.short, (), sheet.scale.start, sheet.scale.end)
            counted = self._counting(lane, members, groups.short_places, short)
        return Contents(len(mine) + len(others), more=more, counted=counted)

    def _counted(self, lane: int) -> Contents:
        """All events counted where they begin, and of the long ones those that begin before the
        view or have no beginning."""
        sheet, groups = self._sheet, self._block.lanes[lane]
        scale = sheet.scale
        all_long = (*groups.local, *groups.others)
        begun = self._sum(self._high, groups.begun_places)
        begun -= self._sum(self._low, groups.begun_places)
        short = groups.short_places
        reaching = self._sum(self._touching, short)
        reaching -= self._sum(self._high, short) - self._sum(self._low, short)
        left = self._sum(self._touching, groups.places) - begun - reaching
        more = None
        if left:
            before = scale.start, scale.start
            more = LongLeft(sheet.index, all_long, before, (), left, FROM_BEFORE)
        counted = None
        if begun + reaching:
            long = tuple(group for group in all_long if group.openness not in WITHOUT_START)
            members = CellMembers(sheet.index, groups.short, long, scale.start, scale.end)
            counted = self._counting(lane, members, groups.begun_places, begun + reaching)
        return Contents(more=more, counted=counted)

    def _counting(
        self, lane: int, members: CellMembers, places: Sequence[int], count: int
    ) -> CountedLane:
        """These groups of a lane, of which so many events are to be counted."""
        reached = self._block.cells(lane, self._sheet.scale, all_long=bool(members.long))
        low, high = self._sum(self._low, places), self._sum(self._high, places)
        return CountedLane(reached, members, count, low, high)


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
