"""Two cases that are compared: which, aligned on what, and the stretches that are seen.

Rules:
* Everything is frozen. A step of the reviewer gives a new value; the arithmetic of stretches is in
  `comparing_spans`, what is worked out in `compared`.
* A case is known by its number in the session. Each way of aligning has a scale of its own, so each
  keeps its own stretches; None stands for the whole.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.layout.comparison.align import Align
from timeline_app.session.compared import Compared
from timeline_app.session.spans import CalendarSpan, ColumnSpan

Stretch = CalendarSpan | ColumnSpan
Anchors = tuple[Anchor | None, Anchor | None]
NO_ANCHORS: Anchors = (None, None)


class Side(StrEnum):
    """One of the two cases."""

    A = "A"
    B = "B"

    @property
    def opposite(self) -> Side:
        """The other one."""
        return Side.B if self is Side.A else Side.A

    @property
    def place(self) -> int:
        """0 for A, 1 for B."""
        return 0 if self is Side.A else 1


class Manner(NamedTuple):
    """How two cases are held against each other, whichever they are; remembered.

    `stacked`: one above the other, else side by side. `linked`: both move together. `folded`: long
    empty stretches are folded out of both. `by_events`: a step leads to the next event of either,
    else to the next pair.
    """

    stacked: bool = True
    linked: bool = True
    folded: bool = True
    by_events: bool = False


Stretches = tuple[Stretch | None, Stretch | None]
WHOLE: Stretches = (None, None)


class Comparing(Struct, frozen=True, gc=False):
    """The two cases, by number. `align` and `anchors` are what the reviewer asked for; `compared`
    is what has come of it so far. `stretches` are what is seen of A and of B."""

    a: int
    b: int
    align: Align = Align.ORDER
    anchors: Anchors = NO_ANCHORS
    stretches: dict[Align, Stretches] = field(default_factory=dict)
    compared: Compared | None = None

    def number(self, side: Side) -> int:
        """The case of a side."""
        return self.a if side is Side.A else self.b

    def side_of(self, number: int | None) -> Side | None:
        """The side of a case, or None where it is not one of the two."""
        if number is None or number not in (self.a, self.b):
            return None
        return Side.A if number == self.a else Side.B

    def with_case(self, side: Side, number: int) -> Comparing:
        """The same with another case on one side. An event that was chosen as day zero of the case
        before means nothing any more."""
        changed = replace(self, a=number) if side is Side.A else replace(self, b=number)
        return replace(changed.without_chosen(), compared=None, stretches={})

    def without_chosen(self) -> Comparing:
        """The same, aligned on order where it was aligned on chosen events."""
        if not any(one is not None and one.which is Which.CHOSEN for one in self.anchors):
            return self
        return replace(self, align=Align.ORDER, anchors=NO_ANCHORS)

    def swapped(self) -> Comparing:
        """A and B exchanged; each keeps what is seen of it, and what was worked out is turned."""
        turned = {align: pair[::-1] for align, pair in self.stretches.items()}
        return replace(
            self,
            a=self.b,
            b=self.a,
            anchors=self.anchors[::-1],
            stretches=turned,
            compared=self.compared.swapped() if self.compared is not None else None,
        )

    def aligned(self, align: Align, anchors: Anchors = NO_ANCHORS) -> Comparing:
        """Aligned in another way. Another day zero is another scale."""
        stretches = self.stretches
        if anchors != self.anchors:
            stretches = {one: pair for one, pair in stretches.items() if one is not Align.DAY_ZERO}
        return replace(self, align=align, anchors=anchors, stretches=stretches)

    def unstretched(self) -> Comparing:
        """The whole is seen again, however the cases are aligned."""
        return replace(self, stretches={})

    def stretch(self, align: Align, side: Side) -> Stretch | None:
        """What is seen of a side, or None for the whole."""
        return self.stretches.get(align, WHOLE)[side.place]

    def seeing(self, align: Align, side: Side | None, stretch: Stretch | None) -> Comparing:
        """Another stretch is seen of a side, or of both where none is named."""
        before = self.stretches.get(align, WHOLE)
        if side is None:
            after: Stretches = (stretch, stretch)
        elif side is Side.A:
            after = (stretch, before[1])
        else:
            after = (before[0], stretch)
        return replace(self, stretches=self.stretches | {align: after})
