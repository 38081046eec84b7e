"""Phases: the stretches between the stages that two cases have in common.

Rules:
* A phase lasts from the first event of one kind to the first of another. It may be negative, where
  the other may come first.
* With k the events of the one kind and l those of the other, it is min l - min k. Over all
  solutions its greatest is the greatest, over k, of how far the first l can lie after k; its least
  is the negative of the greatest, over l, of how far the first k can lie after l. Both are exact,
  whichever event is first and whether or not that is established: the second search for
  `min l - k` is one in the same network with one node more (see `solving.distances`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.comparing.interval_words import place_in_words
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.stages import STAGES, events_of, firsts
from timeline_app.case.model import Basis, Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.distances import Limits
from timeline_app.case.solving.order import Order


class Phase(Struct, frozen=True, gc=False):
    """The stretch from the first event of one kind to the first of another, in both cases.

    `events_a` and `events_b` are the events that stand for the two ends: of those that may be the
    first, the first in stepping order. `settled_a` and `settled_b` say whether it is established
    which event is first at both ends. `basis_a` and `basis_b` are the weakest basis that is needed
    for what is told of the interval, None where nothing is known or the case is too large to tell.
    """

    start: Kind
    end: Kind
    a: Interval
    b: Interval
    difference: Interval
    events_a: tuple[int, int]
    events_b: tuple[int, int]
    basis_a: Basis | None
    basis_b: Basis | None
    settled_a: bool
    settled_b: bool

    def mirrored(self) -> Phase:
        """The same phase with the cases exchanged."""
        return Phase(
            *(self.start, self.end, self.b, self.a, self.b.minus(self.a)),
            *(self.events_b, self.events_a, self.basis_b, self.basis_a),
            *(self.settled_b, self.settled_a),
        )


class Stages:
    """The stages of one case, and how far they lie apart.

    `candidates` has the events that may be the first of their kind, for each kind there is.
    """

    def __init__(self, chronology: Chronology, cancelled: CancelCheck = never) -> None:
        self.chronology = chronology
        events = {kind: events_of(chronology, kind) for kind in STAGES}
        self._events = {kind: some for kind, some in events.items() if some}
        self._limits = _limits(chronology.solved_order, self._events, cancelled)
        self.candidates: Mapping[Kind, tuple[int, ...]] = {
            kind: firsts(chronology.solved_order, some, self._limits[kind])
            for kind, some in self._events.items()
        }

    def interval(self, start: Kind, end: Kind) -> Interval:
        """How long after the one stage the other lies; both are stages of the case."""
        return _interval(self.chronology.solved_order, self.candidates, self._limits, start, end)

    def basis(self, start: Kind, end: Kind) -> Basis | None:
        """The weakest basis that what is told of the interval needs; None where nothing is known,
        and for too many events."""
        interval = self.interval(start, end)
        if interval.is_open:
            return None
        told = place_in_words(interval)
        return next(
            (
                basis
                for basis, order, limits in self._by_basis
                if place_in_words(_interval(order, self._events, limits, start, end)) == told
            ),
            None,
        )

    @cached_property
    def _by_basis(self) -> list[tuple[Basis, Order, dict[Kind, Limits]]]:
        """What each basis establishes together with the firmer ones, from the firmest on."""
        return [
            (basis, order, _limits(order, self._events, never))
            for basis, order in self.chronology.orders_by_basis
        ]


def phases_of(a: Stages, b: Stages, cancelled: CancelCheck) -> Iterator[Phase]:
    """The phases that two cases have in common: between neighbouring stages first, then the wider
    stretches, the narrower of them first."""
    common = [kind for kind in STAGES if kind in a.candidates and kind in b.candidates]
    for width in range(1, len(common)):
        for start, end in zip(common, common[width:], strict=False):
            stop_if(cancelled)
            yield _phase(a, b, start, end)


def _phase(a: Stages, b: Stages, start: Kind, end: Kind) -> Phase:
    of_a, of_b = a.interval(start, end), b.interval(start, end)
    firsts_a, firsts_b = ((one.candidates[start], one.candidates[end]) for one in (a, b))
    return Phase(
        *(start, end, of_a, of_b, of_a.minus(of_b)),
        *((firsts_a[0][0], firsts_a[1][0]), (firsts_b[0][0], firsts_b[1][0])),
        *(a.basis(start, end), b.basis(start, end)),
        *(all(len(one) == 1 for one in some) for some in (firsts_a, firsts_b)),
    )


def _limits(
    order: Order, events: Mapping[Kind, Sequence[int]], cancelled: CancelCheck
) -> dict[Kind, Limits]:
    """For each kind how far the first of its events can lie after each class."""
    return {
        kind: order.distances.most_until_first({order.classes[one] for one in some}, cancelled)
        for kind, some in events.items()
    }


def _interval(
    order: Order,
    events: Mapping[Kind, Sequence[int]],
    limits: Mapping[Kind, Limits],
    start: Kind,
    end: Kind,
) -> Interval:
    """From the first of the one kind to the first of the other; the events are all of a kind, or
    those that may be the first."""
    ahead = _greatest(limits[end], [order.classes[event] for event in events[start]])
    back = _greatest(limits[start], [order.classes[event] for event in events[end]])
    return Interval(None if back is None else -back, ahead)


def _greatest(limits: Limits, classes: Sequence[int]) -> int | None:
    """The greatest of the limits of some classes, None where one of them is open."""
    found = [limits[one] for one in classes]
    known = [one for one in found if one is not None]
    return max(known) if len(known) == len(found) else None
