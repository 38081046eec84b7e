"""The frozen value of a comparison: sides, alignment, stretches."""

from __future__ import annotations

from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.model import Kind
from timeline_app.layout.comparison.align import Align
from timeline_app.session.comparing import Comparing, Side
from timeline_app.session.spans import CalendarSpan, ColumnSpan

FIRST, SECOND = ColumnSpan(0.0, 2.0), ColumnSpan(1.0, 3.0)
CHOSEN = Anchor(Which.CHOSEN, event=1)
LEAK = Anchor(Which.FIRST, kind=Kind.LEAK)


def test_the_sides_of_cases() -> None:
    comparing = Comparing(4, 7)
    assert [comparing.number(side) for side in Side] == [4, 7]
    assert [comparing.side_of(number) for number in (4, 7, 5, None)] == [Side.A, Side.B, None, None]
    assert Side.A.opposite is Side.B
    assert Side.B.opposite is Side.A
    assert [side.place for side in Side] == [0, 1]


def test_each_alignment_has_stretches_of_its_own() -> None:
    comparing = Comparing(0, 1).seeing(Align.ORDER, None, FIRST)
    comparing = comparing.seeing(Align.ORDER, Side.B, SECOND)
    assert comparing.stretch(Align.ORDER, Side.A) == FIRST
    assert comparing.stretch(Align.ORDER, Side.B) == SECOND
    assert comparing.stretch(Align.CALENDAR, Side.A) is None
    assert comparing.unstretched().stretch(Align.ORDER, Side.A) is None


def test_another_day_zero_is_another_scale() -> None:
    span = CalendarSpan(0, 100)
    comparing = Comparing(0, 1).aligned(Align.DAY_ZERO, (LEAK, LEAK))
    comparing = comparing.seeing(Align.DAY_ZERO, None, span)
    assert comparing.aligned(Align.ORDER, (LEAK, LEAK)).stretch(Align.DAY_ZERO, Side.A) == span
    assert comparing.aligned(Align.DAY_ZERO, (CHOSEN, LEAK)).stretch(Align.DAY_ZERO, Side.A) is None


def test_exchanged_each_side_keeps_what_is_its_own() -> None:
    comparing = Comparing(0, 1, Align.DAY_ZERO, (LEAK, CHOSEN))
    comparing = comparing.seeing(Align.ORDER, Side.A, FIRST).swapped()
    assert (comparing.a, comparing.b) == (1, 0)
    assert comparing.anchors == (CHOSEN, LEAK)
    assert comparing.stretch(Align.ORDER, Side.B) == FIRST
    assert comparing.stretch(Align.ORDER, Side.A) is None


def test_another_case_ends_what_was_chosen_as_day_zero_and_nothing_else() -> None:
    by_kind = Comparing(0, 1, Align.DAY_ZERO, (LEAK, LEAK)).with_case(Side.B, 5)
    assert (by_kind.a, by_kind.b, by_kind.align) == (0, 5, Align.DAY_ZERO)
    chosen = Comparing(0, 1, Align.DAY_ZERO, (CHOSEN, CHOSEN)).with_case(Side.A, 5)
    assert (chosen.a, chosen.align, chosen.anchors) == (5, Align.ORDER, (None, None))
