"""Stages whose order is certain in two cases, and not the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.phases import Phase
from timeline_app.case.model import Kind

Side = TypeVar("Side")


class Reversal(Struct, frozen=True, gc=False):
    """Two stages (K, L): K is certainly before L in a, and certainly after it in b.

    `events_a` and `events_b` are the events of K and of L in each.
    """

    kinds: tuple[Kind, Kind]
    events_a: tuple[int, int]
    events_b: tuple[int, int]

    def mirrored(self) -> Reversal:
        """The same with the cases exchanged: the kinds are in the order of what is a then."""
        return Reversal(_turned(self.kinds), _turned(self.events_b), _turned(self.events_a))


def reversals_among(phases: Iterable[Phase]) -> Iterator[Reversal]:
    """The reversals that phases tell of, in their order."""
    for phase in phases:
        found = Reversal((phase.start, phase.end), phase.events_a, phase.events_b)
        if is_forward(phase.a) and is_backward(phase.b):
            yield found
        elif is_backward(phase.a) and is_forward(phase.b):
            yield Reversal(_turned(found.kinds), _turned(found.events_a), _turned(found.events_b))


def is_forward(interval: Interval) -> bool:
    """Whether the end certainly comes after the start."""
    return interval.least is not None and interval.least > 0


def is_backward(interval: Interval) -> bool:
    """Whether the end certainly comes before the start."""
    return interval.greatest is not None and interval.greatest < 0


def _turned(pair: tuple[Side, Side]) -> tuple[Side, Side]:
    return pair[1], pair[0]
