"""Stepping through a case: which event comes next. Hidden events are passed over."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology


def visible_order(chronology: Chronology, hidden: frozenset[int]) -> tuple[int, ...]:
    """The events in the case's order, without the hidden ones."""
    if not hidden:
        return chronology.order
    return tuple(event for event in chronology.order if event not in hidden)


def step(chronology: Chronology, hidden: frozenset[int], event: int | None, by: int) -> int | None:
    """The next (`by` 1) or previous (-1) visible event; the first or the last where none is
    chosen; None at the end. From a hidden event the step goes to its visible neighbour."""
    return _neighbour(chronology, visible_order(chronology, hidden), event, by)


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
    events = chronology.case.events
    steps = [one for one in visible_order(chronology, hidden) if events[one].kind is kind]
    return _neighbour(chronology, steps, event, by)


def _neighbour(
    chronology: Chronology, steps: Sequence[int], event: int | None, by: int
) -> int | None:
    if not steps:
        return None
    if event is None:
        return steps[0] if by > 0 else steps[-1]
    here = chronology.position[event]
    if by > 0:
        return next((one for one in steps if chronology.position[one] > here), None)
    return next((one for one in reversed(steps) if chronology.position[one] < here), None)
