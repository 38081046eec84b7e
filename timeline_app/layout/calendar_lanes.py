"""What lies in the lanes of the calendar where every event has a row: few of them, those that are
shorter than the view, or all of a page. What is too much for that is in `calendar_crowded`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.calendar_cells import Cells, CountedLane
from timeline_app.layout.calendar_filling import (
    LongLeft,
    Ranks,
    RowFilling,
    Visible,
    is_local,
    ranks_of,
)
from timeline_app.layout.calendar_index import StretchGroup
from timeline_app.layout.calendar_placing import extents_of
from timeline_app.layout.calendar_rows import Stretch, place_whole
from timeline_app.layout.calendar_sheet import Sheet
from timeline_app.layout.packing import pack
from timeline_app.layout.row_events import RowEvents
from timeline_app.layout.scale import TimeScale

COUNT_GAP = 4.0


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


def packed_rows(
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
        near = packed_rows(sheet, events_in(sheet, local), labelled=True) or ()
        far = RowFilling(sheet.index, sheet.scale, others).rows(1)
        loose.add(lane, (*near, *events_at(sheet, far)))
        left = sum(one.reach.count for one in others) - sum(map(len, far))
        more = left_over(sheet, [one.group for one in others], far, left)
        contents.append(Contents(len(near) + len(far), more=more))
    return Laid(tuple(contents), loose.laid())


def events_at(sheet: Sheet, rows: Iterable[Sequence[int]]) -> tuple[Sequence[int], ...]:
    """The events of rows of ranks."""
    return tuple(sheet.index.order[list(row)].tolist() for row in rows)


def left_over(
    sheet: Sheet, groups: Iterable[StretchGroup], rows: Iterable[Ranks], count: int
) -> LongLeft | None:
    """What of some groups is not in rows of ranks; so many they are."""
    span = sheet.scale.start, sheet.scale.end
    return LongLeft(sheet.index, tuple(groups), span, tuple(rows), count) if count else None


def events_in(sheet: Sheet, visible: Iterable[Visible]) -> list[int]:
    """The events of these ranges in stepping order."""
    events = sheet.index.order[ranks_of(visible)].tolist()
    return sorted(events, key=sheet.position.__getitem__)


def visible_of(sheet: Sheet, groups: Iterable[StretchGroup]) -> list[Visible]:
    """What of some groups touches the visible span."""
    index, scale = sheet.index, sheet.scale
    found = (Visible(group, index.visible(group, scale.start, scale.end)) for group in groups)
    return [one for one in found if one.reach.count]
