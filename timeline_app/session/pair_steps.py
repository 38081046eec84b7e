"""Stepping through two compared cases: from pair to pair, or through the events of both.

A stop is what one step leads to: an event of A, one of B, or both where they are a pair. Stops are
in the order of the shared columns, and of those in one column in that of the cases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline_app.case.model import Kind
from timeline_app.layout.kept import Kept
from timeline_app.session.comparing import Side

if TYPE_CHECKING:
    from timeline_app.case.comparing.comparison import CaseComparison

Hidden = tuple[frozenset[int], frozenset[int]]


class Stop(NamedTuple):
    """The event of A and the event of B to which a step leads; one may be missing."""

    a: int | None
    b: int | None

    def event(self, side: Side) -> int | None:
        """The event of a side."""
        return self.a if side is Side.A else self.b


def stops(comparison: CaseComparison, hidden: Hidden, *, by_events: bool) -> tuple[Stop, ...]:
    """All stops. What is hidden in one case is passed over: its pair is none, and its partner
    stands alone."""
    return _KEPT.of(comparison, (hidden, by_events))


def _find(comparison: CaseComparison, key: tuple[Hidden, bool]) -> tuple[Stop, ...]:
    hidden, by_events = key
    found = []
    for pair in comparison.pairs:
        a = None if pair.a in hidden[0] else pair.a
        b = None if pair.b in hidden[1] else pair.b
        if (a is not None and b is not None) or (by_events and (a, b) != (None, None)):
            found.append(Stop(a, b))
    if by_events:
        found += [Stop(event, None) for event in comparison.only_a if event not in hidden[0]]
        found += [Stop(None, event) for event in comparison.only_b if event not in hidden[1]]
    return tuple(sorted(found, key=lambda stop: _place(comparison, stop)))


def step(
    comparison: CaseComparison,
    found: tuple[Stop, ...],
    side: Side,
    event: int | None,
    by: int,
) -> Stop | None:
    """The next (`by` 1) or previous (-1) stop after an event of a side; the first or the last
    where none is chosen; None at the end."""
    if not found:
        return None
    if event is None:
        return found[0] if by > 0 else found[-1]
    at = place_of(found, side, event)
    if at is not None:
        return found[at + by] if 0 <= at + by < len(found) else None
    here = _place(comparison, Stop(event, None) if side is Side.A else Stop(None, event))
    if by > 0:
        return next((one for one in found if _place(comparison, one) > here), None)
    return next((one for one in reversed(found) if _place(comparison, one) < here), None)


def step_same_kind(
    comparison: CaseComparison,
    found: tuple[Stop, ...],
    side: Side,
    event: int | None,
    by: int,
) -> Stop | None:
    """The next or previous stop at which either case has an event of the same kind."""
    if event is None:
        return None
    chronology = comparison.a if side is Side.A else comparison.b
    kind = chronology.case.events[event].kind
    alike = tuple(one for one in found if _is_of(comparison, one, kind))
    return step(comparison, alike, side, event, by)


def place_of(found: tuple[Stop, ...], side: Side, event: int | None) -> int | None:
    """Which stop an event of a side is, from 0; None where it is none."""
    if event is None:
        return None
    return next((at for at, stop in enumerate(found) if stop.event(side) == event), None)


def _is_of(comparison: CaseComparison, stop: Stop, kind: Kind) -> bool:
    a, b = stop
    return (a is not None and comparison.a.case.events[a].kind is kind) or (
        b is not None and comparison.b.case.events[b].kind is kind
    )


def _place(comparison: CaseComparison, stop: Stop) -> tuple[int, int, int]:
    columns = comparison.columns
    a, b = stop
    last = len(comparison.a.order) + len(comparison.b.order)
    column = columns.a[a] if a is not None else columns.b[b] if b is not None else last
    return (
        column,
        comparison.a.position[a] if a is not None else last,
        comparison.b.position[b] if b is not None else last,
    )


_KEPT: Kept[CaseComparison, tuple[Hidden, bool], tuple[Stop, ...]] = Kept(_find)
