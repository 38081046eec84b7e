"""What the lanes of a crowded calendar show about a stretch of time, worked out once for it.

Rules:
* Zooms fall into levels, each of twice the seconds to a pixel of the one before, and time into
  blocks of about two views, which begin at every half of one. A view is drawn from the one block
  that holds it and begins last, at its level: so what is shown stays while the view is moved in it,
  and depends on nothing but the view.
* Rows are filled for the coarsest zoom of the level; nearer, the events stand only further apart.
* Events that are shorter than half a view are laid into the rows first: one that goes on through
  all of the view tells less of what is in it.
* Rows that would show less than a quarter of these are a sample and not a picture: then there are
  none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import frexp
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.model import Case
from timeline_app.layout.calendar_cells import (
    LEAST_CELL,
    ReachedCells,
    ReachedTogether,
    reached_cells,
)
from timeline_app.layout.calendar_filling import RowFilling, Visible
from timeline_app.layout.calendar_index import (
    CalendarIndex,
    Openness,
    Reach,
    StretchGroup,
    calendar_index,
)
from timeline_app.layout.calendar_touching import Touched
from timeline_app.layout.chart import LanesBy, TextMeasurer
from timeline_app.layout.kept import Kept
from timeline_app.layout.options import ChartOptions
from timeline_app.layout.row_events import RowEvents, row_events
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BESIDE, GLYPH
from timeline_app.layout.standing import Standing, keeper_of

LEAST_PART = 4
"""Rows show at least one in so many of the events that could stand in them."""
_NONE = np.empty(0, dtype=np.int64)


class Level(NamedTuple):
    """A zoom, of a view so many pixels wide: at most 2 to the `exponent` seconds to a pixel, and
    more than half of that."""

    exponent: int
    width: int

    @property
    def unit(self) -> float:
        """The seconds of a pixel at the coarsest zoom."""
        return 2.0**self.exponent

    @property
    def step(self) -> int:
        """The binary logarithm of the seconds from the start of a block to that of the next. No
        view is longer."""
        return self.exponent + self.width.bit_length()


def level_of(scale: TimeScale) -> Level:
    """The level of a zoom."""
    part, exponent = frexp(scale.seconds_per_pixel)
    return Level(exponent - 1 if part == 0.5 else exponent, int(scale.width) + 1)


class Chains(Struct, frozen=True, eq=False, gc=False):
    """Rows of several lanes, one after the other: the lane of each row, and the `ranks` of its
    events; for each event its row. They come row by row, each from the left."""

    lanes: tuple[int, ...]
    ranks: tuple[NDArray[np.int64], ...]
    rows: NDArray[np.intp]
    told: RowEvents

    def of(self, lane: int) -> range:
        """The rows of a lane."""
        return range(bisect_left(self.lanes, lane), bisect_right(self.lanes, lane))


class LaneTouched(NamedTuple):
    """For each lane how many of its events touch a span, and how many of these are short; and the
    sums, over its groups of short ones, of the ranks before which they begin before the start of
    the span, and before its end: only differences of these mean anything."""

    counts: list[int]
    short: list[int]
    low: list[int]
    high: list[int]


class Block:
    """A stretch of time at a level, and what was worked out for it so far."""

    def __init__(
        self, case: Case, index: CalendarIndex, level: Level, number: int, measurer: TextMeasurer
    ) -> None:
        """`number` counts the blocks of a level from 1970."""
        self._case, self._index, self._measurer = case, index, measurer
        self._level = level
        self._start = number << level.step
        self._end = (number + 2) << level.step
        self._rows: dict[tuple[int, int], tuple[NDArray[np.int64], ...]] = {}
        self._chains: dict[tuple[int, ...], Chains] = {}
        self._cells: dict[tuple[int, int], ReachedCells] = {}
        self._samples: dict[tuple[int, int], bool] = {}
        # By identity: the cells of a block live as long as it.
        self._together: dict[tuple[int, ...], ReachedTogether] = {}
        groups = index.groups
        self.lanes = [
            LaneGroups.of(index, level, [n for n, group in enumerate(groups) if group.lane == lane])
            for lane in range(len(index.names))
        ]
        # Which groups are of a lane, and which of these are short: one for yes.
        self._members = np.zeros((len(groups), len(self.lanes)), dtype=np.int64)
        self._short = np.zeros_like(self._members)
        for place, lane in enumerate(self.lanes):
            self._members[list(lane.places), place] = 1
            self._short[list(lane.short_places), place] = 1

    def touched(self, touched: Touched) -> LaneTouched:
        """What of each lane touches a span, from what of each group does."""
        short = (part @ self._short for part in touched)
        of_lanes = touched.counts @ self._members, *short
        return LaneTouched(*(part.tolist() for part in of_lanes))

    def chains(self, most: tuple[int, ...]) -> Chains:
        """Rows of the events that are shorter than a view, for each lane up to so many."""
        if most not in self._chains:
            found = [
                (lane, row)
                for lane, limit in enumerate(most)
                if not self.is_sample(lane, limit)
                for row in self._lane_rows(lane, limit)
            ]
            lanes, ranks = tuple(lane for lane, _ in found), tuple(row for _, row in found)
            rows = np.repeat(np.arange(len(found)), [len(row) for row in ranks])
            events = self._index.order[np.concatenate((_NONE, *ranks))].tolist()
            told = row_events(self._case, self._index.columns, events, self._measurer)
            self._chains[most] = Chains(lanes, ranks, rows, told)
        return self._chains[most]

    def is_sample(self, lane: int, most: int) -> bool:
        """Whether so many rows of a lane would be a mere sample."""
        key = lane, most
        if key not in self._samples:
            self._samples[key] = self._is_sample(lane, most)
        return self._samples[key]

    def _is_sample(self, lane: int, most: int) -> bool:
        first, start = self._index.first, self._start
        begun = sum(one.reach.count for one in self._begun(self.lanes[lane].local, start))
        # What could fit at best: to fill the rows of a large case would take long, for nothing.
        at_best = max(most, 0) * ((self._end - start) / self._level.unit) / (GLYPH + BESIDE)
        if begun > LEAST_PART * at_best:
            return begun > 0
        shown = sum(int((first[row] >= start).sum()) for row in self._lane_rows(lane, most))
        return shown * LEAST_PART < begun

    def _lane_rows(self, lane: int, most: int) -> tuple[NDArray[np.int64], ...]:
        """Up to so many rows of ranks."""
        key = lane, most
        if key not in self._rows:
            self._rows[key] = self._filled(self.lanes[lane].local, most) if most > 0 else ()
        return self._rows[key]

    def _filled(self, groups: Sequence[StretchGroup], most: int) -> tuple[NDArray[np.int64], ...]:
        """Rows of what begins in the block or, a view before it, may reach into it."""
        longest = max((group.longest for group in groups), default=0)
        start = self._start - longest - 1
        pixels = (self._end - start) / self._level.unit
        scale = TimeScale(start, self._end, 0.0, pixels)
        filling = RowFilling(self._index, scale, self._begun(groups, start))
        return tuple(np.array(row, dtype=np.int64) for row in filling.rows(most))

    def _begun(self, groups: Sequence[StretchGroup], start: int) -> list[Visible]:
        """What of some groups begins from a second on in the block."""
        found: list[Visible] = []
        for group in groups:
            begun = self._index.first[group.begin : group.end].searchsorted((start, self._end))
            low, high = (group.begin + begun).tolist()
            if low < high:
                found.append(Visible(group, Reach(_NONE, low, high)))
        return found

    def cells(self, lane: int, scale: TimeScale) -> ReachedCells:
        """The cells of the short events of a lane, as wide as their counts need at a zoom."""
        shift = scale.seconds_in(LEAST_CELL).bit_length()
        while True:
            cells = self._reached(lane, shift)
            if (1 << shift) / scale.seconds_per_pixel >= cells.needed or len(cells.counts) <= 1:
                return cells
            shift += 1

    def together(self, reached: Sequence[ReachedCells]) -> ReachedTogether:
        """The cells of several lanes of this block, one after the other."""
        key = tuple(map(id, reached))
        if key not in self._together:
            self._together[key] = ReachedTogether.of(reached)
        return self._together[key]

    def _reached(self, lane: int, shift: int) -> ReachedCells:
        key = lane, shift
        if key not in self._cells:
            reach, groups = (self._start, self._end), self.lanes[lane].short
            self._cells[key] = reached_cells(self._index, groups, shift, reach, self._measurer)
        return self._cells[key]


class LaneGroups(Struct, frozen=True, eq=False, gc=False):
    """The groups of a lane at a level: those that are counted, those that are laid into rows first,
    and the others that are; those of rows, and all; and the places of the first and of all in the
    index."""

    short: tuple[StretchGroup, ...]
    local: tuple[StretchGroup, ...]
    others: tuple[StretchGroup, ...]
    long: tuple[StretchGroup, ...]
    groups: tuple[StretchGroup, ...]
    short_places: tuple[int, ...]
    places: tuple[int, ...]

    @classmethod
    def of(cls, index: CalendarIndex, level: Level, places: Sequence[int]) -> LaneGroups:
        """The groups at these places, parted."""
        short: list[int] = []
        local: list[StretchGroup] = []
        others: list[StretchGroup] = []
        for place in places:
            group = index.groups[place]
            closed = group.openness is Openness.CLOSED
            if closed and group.longest + 1 < GLYPH * level.unit:
                short.append(place)
            elif closed and 2 * group.longest < level.width * level.unit:
                local.append(group)
            else:
                others.append(group)
        return cls(
            tuple(index.groups[place] for place in short),
            tuple(local),
            tuple(others),
            (*local, *others),
            tuple(index.groups[place] for place in places),
            tuple(short),
            tuple(places),
        )


class _Key(NamedTuple):
    """What a block depends on beside the standing of the case."""

    lanes_by: LanesBy
    left_out: frozenset[int]
    level: Level
    number: int
    measurer: TextMeasurer


def block_of(
    standing: Standing, options: ChartOptions, scale: TimeScale, measurer: TextMeasurer
) -> Block:
    """The block from which a view is drawn, the same object for all views of it."""
    level = level_of(scale)
    number = scale.start >> level.step
    return _KEPT.of(standing, _Key(options.lanes_by, options.left_out, level, number, measurer))


def _work_out(standing: Standing, key: _Key) -> Block:
    index = calendar_index(standing, key.lanes_by, key.left_out)
    return Block(standing.chronology.case, index, key.level, key.number, key.measurer)


_KEPT: Kept[Standing, _Key, Block] = Kept(_work_out, most=4, keeper=keeper_of)
