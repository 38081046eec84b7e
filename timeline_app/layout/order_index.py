"""A case's events sorted for the order axis, so that a frame costs the columns in view.

Shown events are sorted by lane, then by column, then in stepping order: the events of a cell (a
lane in a column), and of several columns of a lane, lie in one range of ranks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.chart import LanesBy
from timeline_app.layout.kept import Kept
from timeline_app.layout.lanes import LaneName, assign_lanes, only_shown, stepping_order
from timeline_app.layout.members import Members
from timeline_app.layout.standing import Standing, keeper_of


class OrderIndex(Struct, frozen=True, eq=False, gc=False):
    """Shown events in sorted order. `order` and `columns` have a value for each rank. One for each
    event of the case have `ranks` (-1 for a hidden one), `lane_of`, and `positions`, its place in
    stepping order. The events of lane n have the ranks from `lane_starts[n]` up to
    `lane_starts[n + 1]`; `tallest[n]` is how many of them any one column has at most."""

    names: tuple[LaneName, ...]
    order: NDArray[np.int64]
    columns: NDArray[np.int64]
    ranks: NDArray[np.int64]
    lane_of: tuple[int, ...]
    positions: NDArray[np.int64]
    lane_starts: tuple[int, ...]
    tallest: tuple[int, ...]
    column_count: int

    @property
    def shown(self) -> int:
        """How many events are not hidden."""
        return len(self.order)

    def members(self, low: int, high: int) -> Members:
        """The events at these ranks."""
        return Members(self.order, self.ranks, ((low, high),))

    def edges(self, lane: int, columns: NDArray[np.int64]) -> list[int]:
        """For each of these columns, which rise, the rank at which it begins in the lane."""
        low, high = self.lane_starts[lane], self.lane_starts[lane + 1]
        found: list[int] = (np.searchsorted(self.columns[low:high], columns) + low).tolist()
        return found

    def cell(self, lane: int, column: int) -> list[int]:
        """The events of a lane in a column, in stepping order."""
        low, high = self.edges(lane, np.array([column, column + 1], dtype=np.int64))
        events: list[int] = self.order[low:high].tolist()
        return events


def order_index(standing: Standing, lanes_by: LanesBy, hidden: frozenset[int]) -> OrderIndex:
    """The sorted events of a case, worked out once for these choices."""
    return _KEPT.of(standing, (lanes_by, hidden))


def _work_out(standing: Standing, key: tuple[LanesBy, frozenset[int]]) -> OrderIndex:
    lanes_by, hidden = key
    chronology = standing.chronology
    count = len(chronology.case.events)
    assignment = assign_lanes(chronology.case, lanes_by, hidden)
    stepping = stepping_order(chronology)
    positions = np.empty_like(stepping)
    positions[stepping] = np.arange(count)
    # In stepping order, which a stable sort keeps within a lane and a column.
    events = only_shown(stepping, hidden)
    lane = np.fromiter(assignment.lane_of, np.int64, count)[events]
    column = np.fromiter(standing.layers, np.int64, count)[events]
    place = (lane * standing.column_count + column).argsort(kind="stable")
    order, column = events[place], column[place]
    ranks = np.full(count, -1, dtype=np.int64)
    ranks[order] = np.arange(len(order))
    starts = lane[place].searchsorted(np.arange(len(assignment.names) + 1))
    return OrderIndex(
        names=assignment.names,
        order=order,
        columns=column,
        ranks=ranks,
        lane_of=assignment.lane_of,
        positions=positions,
        lane_starts=tuple(starts.tolist()),
        tallest=tuple(_tallest(column, starts.tolist())),
        column_count=standing.column_count,
    )


def _tallest(columns: NDArray[np.int64], starts: list[int]) -> Iterator[int]:
    for low, high in pairwise(starts):
        mine = columns[low:high]
        begins = np.flatnonzero(mine[1:] != mine[:-1]) + 1
        yield int(np.diff(begins, prepend=0, append=len(mine)).max())


_KEPT: Kept[Standing, tuple[LanesBy, frozenset[int]], OrderIndex] = Kept(
    _work_out, keeper=keeper_of
)
