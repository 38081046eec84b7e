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
from collections.abc import Iterator, Mapping

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.civil import DAY
from timeline_app.case.durations import parse_duration
from timeline_app.case.model import Constraint, Relation
from timeline_app.case.solving.arrows import OrderArrow
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

    arrows: tuple[OrderArrow, ...]
    first: NDArray[np.int64]
    second: NDArray[np.int64]

    def touching(self, columns: range) -> list[OrderArrow]:
        """The arrows of which an end lies in these columns."""
        inside = _within(self.first, columns) | _within(self.second, columns)
        return [self.arrows[place] for place in np.flatnonzero(inside).tolist()]


def column_ties(standing: Standing, hidden: frozenset[int]) -> Mapping[int, ColumnTie]:
    """The ties of each column that has any, over the events that are shown."""
    return _TIES.of(standing, hidden)


def arrow_columns(standing: Standing) -> ArrowColumns:
    """The arrows of a case with their columns."""
    return _ARROWS.of(standing, None)


def told_gaps(chronology: Chronology) -> Mapping[tuple[int, int], str]:
    """For pairs with a least gap that the case tells: "≥ 1 month"."""
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
    arrows = tuple(standing.chronology.arrows())
    layers = np.array(standing.layers, dtype=np.int64)
    return ArrowColumns(
        arrows,
        layers[[arrow.first for arrow in arrows]] if arrows else layers[:0],
        layers[[arrow.second for arrow in arrows]] if arrows else layers[:0],
    )


def _work_out_gaps(chronology: Chronology, _key: None) -> Mapping[tuple[int, int], str]:
    place = {event.id: index for index, event in enumerate(chronology.case.events)}
    found: dict[tuple[int, int], str] = {}
    for index, constraint in _counted_constraints(chronology):
        other = place.get(constraint.to)
        if other is None or constraint.min is None or constraint.from_end is not None:
            continue
        if parse_duration(constraint.min).least < DAY:
            continue
        forward = constraint.rel in (Relation.BEFORE, Relation.NOT_AFTER)
        pair = (index, other) if forward else (other, index)
        found.setdefault(pair, f"≥ {duration_in_words(constraint.min)}")
    return found


def _counted_constraints(chronology: Chronology) -> Iterator[tuple[int, Constraint]]:
    """Every constraint that counts on the bases of the case, with its event."""
    for index, event in enumerate(chronology.case.events):
        for constraint in event.constraints:
            if constraint.basis in chronology.bases:
                yield index, constraint


_TIES: Kept[Standing, frozenset[int], Mapping[int, ColumnTie]] = Kept(
    _work_out_ties, keeper=keeper_of
)
_ARROWS: Kept[Standing, None, ArrowColumns] = Kept(_work_out_arrows, keeper=keeper_of)
_GAPS: Kept[Chronology, None, Mapping[tuple[int, int], str]] = Kept(_work_out_gaps)
