"""Stepping through a case: which event comes next. Hidden events are passed over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.kept import Kept


def visible_order(chronology: Chronology, hidden: frozenset[int]) -> tuple[int, ...]:
    """The events in the case's order, without the hidden ones."""
    return _VISIBLE.of(chronology, hidden) if hidden else chronology.order


def place_of(chronology: Chronology, steps: Sequence[int], event: int) -> int | None:
    """Where an event stands among these, which are in the case's order; None where it does not."""
    place = _place_before(chronology, steps, event)
    return place if place < len(steps) and steps[place] == event else None


def step(chronology: Chronology, hidden: frozenset[int], event: int | None, by: int) -> int | None:
    """The next (`by` 1) or previous (-1) visible event; the first or the last where none is
    chosen; None at the end. From a hidden event the step goes to its visible neighbour."""
    return next(_onward(chronology, visible_order(chronology, hidden), event, by), None)


def step_same_kind(
    chronology: Chronology, hidden: frozenset[int], event: int | None, by: int
) -> int | None:
    """The next or previous visible event of the same kind, or None."""
    if event is None:
        return None
    kind = chronology.case.events[event].kind
    return step_kind(chronology, hidden, event, kind, by)


def step_kind(
    chronology: Chronology, hidden: frozenset[int], event: int | None, kind: Kind, by: int
) -> int | None:
    """The next or previous visible event of a given kind, or None."""
    events, steps = chronology.case.events, visible_order(chronology, hidden)
    onward = _onward(chronology, steps, event, by)
    return next((one for one in onward if events[one].kind is kind), None)


def _onward(
    chronology: Chronology, steps: Sequence[int], event: int | None, by: int
) -> Iterator[int]:
    """The events after one (by -1: before it, going back); all of them where there is none."""
    if by > 0:
        begin = 0 if event is None else _place_before(chronology, steps, event)
        begin += begin < len(steps) and steps[begin] == event
        places = range(begin, len(steps))
    else:
        end = len(steps) if event is None else _place_before(chronology, steps, event)
        places = range(end - 1, -1, -1)
    return (steps[place] for place in places)


def _place_before(chronology: Chronology, steps: Sequence[int], event: int) -> int:
    """How many of these events come before one."""
    position = chronology.position
    return bisect_left(steps, position[event], key=position.__getitem__)


def _leave_out(chronology: Chronology, hidden: frozenset[int]) -> tuple[int, ...]:
    return tuple(event for event in chronology.order if event not in hidden)


_VISIBLE: Kept[Chronology, frozenset[int], tuple[int, ...]] = Kept(_leave_out)
