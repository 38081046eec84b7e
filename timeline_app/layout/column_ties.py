"""What is not established within a column, and what the arrows of order are told to be.

Rules:
* Events of one column are never certainly one before the other. Where of some pair nothing is
  established, or where some are at the same time, the column says so, for the events concerned.
* Beyond the size up to which columns are exact nothing is claimed of them.
* A least gap is told where a constraint between the two events gives one of a day or more, from
  the end of the first to the start of the second unless it names other ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.civil import DAY
from timeline_app.case.durations import parse_duration
from timeline_app.case.model import Basis, Case, Relation
from timeline_app.case.solving.arrows import DirectArrows, OrderArrow
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.words import duration_in_words
from timeline_app.layout.kept import Kept
from timeline_app.layout.standing import Standing, keeper_of

NOT_ESTABLISHED = "order not established"
SAME_TIME = "same time"


class ColumnTie(Struct, frozen=True, gc=False):
    """Which events of a column a box goes round, and what it says."""

    events: frozenset[int]
    text: str


class ArrowColumns(Struct, frozen=True, eq=False, gc=False):
    """All arrows of a case, and the columns of their two events."""

    arrows: Sequence[OrderArrow]
    first: NDArray[np.int64]
    second: NDArray[np.int64]

    def touching(self, columns: range) -> list[OrderArrow]:
        """The arrows of which an end lies in these columns, by their events."""
        inside = _within(self.first, columns) | _within(self.second, columns)
        found = [self.arrows[place] for place in np.flatnonzero(inside).tolist()]
        return sorted(found, key=lambda arrow: (arrow.first, arrow.second))


class ToldGaps:
    """The least gaps that a case tells of pairs of events, each looked up when it is asked for."""

    def __init__(self, case: Case, bases: frozenset[Basis]) -> None:
        self._events = case.events
        self._bases = bases
        self._found: dict[tuple[int, int], str] = {}

    def of(self, first: int, second: int) -> str:
        """What is told of two events, as "≥ 1 month"; nothing where no gap is."""
        known = self._found.get((first, second))
        if known is None:
            known = self._found[first, second] = next(self._told(first, second), "")
        return known

    def _told(self, first: int, second: int) -> Iterator[str]:
        """In the order of the file."""
        for index in sorted((first, second)):
            other = self._events[second if index == first else first].id
            for one in self._events[index].constraints:
                forward = one.rel in (Relation.BEFORE, Relation.NOT_AFTER)
                if forward is not (index == first) or one.to != other:
                    continue
                if one.basis not in self._bases or one.min is None or one.from_end is not None:
                    continue
                if parse_duration(one.min).least >= DAY:
                    yield f"≥ {duration_in_words(one.min)}"


def column_ties(standing: Standing, hidden: frozenset[int]) -> Mapping[int, ColumnTie]:
    """The ties of each column that has any, over the events that are shown."""
    return _TIES.of(standing, hidden)


def arrow_columns(standing: Standing) -> ArrowColumns:
    """The arrows of a case with their columns."""
    return _ARROWS.of(standing, None)


def told_gaps(chronology: Chronology) -> ToldGaps:
    """The least gaps that the case tells."""
    return _GAPS.of(chronology, None)


def _within(layers: NDArray[np.int64], columns: range) -> NDArray[np.bool_]:
    return np.asarray((layers >= columns.start) & (layers < columns.stop))


def _work_out_ties(standing: Standing, hidden: frozenset[int]) -> Mapping[int, ColumnTie]:
    chronology = standing.chronology
    if not chronology.layers_exact:
        return {}
    columns: dict[int, set[int]] = defaultdict(set)
    for event, layer in enumerate(standing.layers):
        if event not in hidden:
            columns[layer].add(event)
    ties = {}
    for column, events in columns.items():
        tie = _tie(chronology, events) if len(events) > 1 else None
        if tie is not None:
            ties[column] = tie
    return ties


def _tie(chronology: Chronology, events: set[int]) -> ColumnTie | None:
    related = {event: chronology.relations(event) for event in events}
    loose = frozenset(event for event in events if related[event].not_established & events)
    if loose:
        return ColumnTie(loose, NOT_ESTABLISHED)
    same = frozenset(event for event in events if related[event].same & events)
    return ColumnTie(same, SAME_TIME) if same else None


def _work_out_arrows(standing: Standing, _key: None) -> ArrowColumns:
    arrows = standing.chronology.arrows()
    layers = np.fromiter(standing.layers, np.int64, len(standing.layers))
    if isinstance(arrows, DirectArrows):
        first, second = np.array(arrows.first), np.array(arrows.second)
    else:
        pairs = np.array([(arrow.first, arrow.second) for arrow in arrows], dtype=np.int64)
        first, second = pairs.reshape(-1, 2).T
    return ArrowColumns(arrows, layers[first], layers[second])


def _work_out_gaps(chronology: Chronology, _key: None) -> ToldGaps:
    return ToldGaps(chronology.case, chronology.bases)


_TIES: Kept[Standing, frozenset[int], Mapping[int, ColumnTie]] = Kept(
    _work_out_ties, keeper=keeper_of
)
_ARROWS: Kept[Standing, None, ArrowColumns] = Kept(_work_out_arrows, keeper=keeper_of)
_GAPS: Kept[Chronology, None, ToldGaps] = Kept(_work_out_gaps)
