"""Ticks of a folded axis: each stretch has its own, and nothing touches anything."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.breaks import place_breaks
from timeline_app.layout.chart import TextRole
from timeline_app.layout.folding import Folding, folding_over
from timeline_app.layout.relative_ticks import relative_ticks
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.tick_labels import LABEL_GAP, AxisTick, at_least_one, placed_ticks
from timeline_app.layout.ticks import calendar_ticks

YEAR = 365 * DAY


def folding_of(*known: int) -> Folding:
    return folding_over([np.array(known, dtype=np.int64)])


def whole(folding: Folding, start: int, end: int, width: float) -> TimeScale:
    first, last = folding.fold(start), folding.fold(end)
    air = (last - first) // 16 + 60
    return TimeScale(first - air, last + air, 90.0, width)


def test_each_stretch_begins_with_a_label_that_tells_all() -> None:
    known = (second_of(1985, 3), second_of(1985, 6), second_of(2014, 2), second_of(2014, 5))
    folding = folding_of(*known)
    scale = whole(folding, known[0], known[-1], 1_000.0)
    told = [tick.label.text for tick in calendar_ticks(scale, MEASURER, 0.0, folding) if tick.label]
    assert told[0] == "Mar 1985"
    assert "Feb 2014" in told
    assert "Mar" in told


def test_a_stretch_too_short_for_the_step_has_one_tick_of_a_finer_one() -> None:
    known = (second_of(1985), second_of(1989), second_of(2014, 2, 2), second_of(2014, 2, 20))
    folding = folding_of(*known)
    scale = whole(folding, known[0], known[-1], 700.0)
    ticks = calendar_ticks(scale, MEASURER, 0.0, folding)
    (fold,) = folding.folds
    break_end = scale.x(fold.place + fold.width)
    assert len([tick for tick in ticks if tick.x >= break_end]) == 1


def test_one_tick_is_taken_from_the_coarsest_finer_step_that_has_any() -> None:
    ticks = [AxisTick(second, str(second), str(second), False) for second in range(4)]
    assert list(at_least_one(iter(ticks[:2]), ())) == ticks[:2]
    assert list(at_least_one(iter(()), (iter(()), iter(ticks[2:]), iter(ticks[:1])))) == ticks[2:3]
    assert list(at_least_one(iter(()), (iter(()),))) == []


def test_labels_do_not_reach_into_a_break() -> None:
    known = (0, YEAR, 40 * YEAR, 41 * YEAR)
    folding = folding_of(*known)
    scale = whole(folding, 0, known[-1], 900.0)
    (fold,) = folding.folds
    tick = AxisTick(fold.start - 1, "a long label that has no room", "", False)

    def between(start: int, end: int) -> list[AxisTick]:
        return [tick] if start <= tick.second < end else []

    (placed,) = placed_ticks(scale, folding, between, MEASURER, 0.0)
    assert placed.label is None or placed.label.text == ""


@pytest.mark.parametrize("relative", [False, True])
@given(
    known=st.lists(st.integers(-60 * YEAR, 60 * YEAR), min_size=2, max_size=8),
    view=st.tuples(st.floats(0, 1), st.floats(0.001, 1)),
    width=st.integers(60, 2_000),
)
def test_nothing_overlaps_or_leaves_its_stretch(
    relative: bool, known: list[int], view: tuple[float, float], width: int
) -> None:
    folding = folding_of(*known)
    full = whole(folding, min(known), max(known), float(width))
    start = full.start + int(view[0] * full.span)
    scale = TimeScale(start, start + max(60, int(view[1] * full.span)), 90.0, float(width))
    make = relative_ticks if relative else calendar_ticks
    ticks = make(scale, MEASURER, 0.0, folding)
    breaks = place_breaks(folding, scale, MEASURER, 0.0)
    assert all(scale.left <= tick.x <= scale.right for tick in ticks)
    assert all(one.x < other.x for one, other in pairwise(ticks))
    for one in breaks:
        assert not any(one.left < tick.x < one.right for tick in ticks)
    lines = [tick.label for tick in ticks if tick.label is not None]
    extents = [(line.x, line.x + MEASURER.width(line.text, TextRole.TICK)) for line in lines]
    assert all(a[1] + LABEL_GAP <= b[0] for a, b in pairwise(extents))
    for one in breaks:
        assert not any(left < one.right and one.left < right for left, right in extents)
        if one.label is not None:
            begin = one.label.x
            end = begin + MEASURER.width(one.label.text, TextRole.TICK)
            assert not any(left < end and begin < right for left, right in extents)
    assert all(right <= scale.right for _, right in extents)


@given(known=st.lists(st.integers(-60 * YEAR, 60 * YEAR), min_size=2, max_size=8))
def test_every_tick_is_where_it_was_before_folding(known: list[int]) -> None:
    folding = folding_of(*known)
    scale = whole(folding, min(known), max(known), 1_200.0)
    xs = {tick.x for tick in relative_ticks(scale, MEASURER, 0.0, folding)}
    for start, end in folding.segments(scale.start, scale.end):
        assert any(scale.x(folding.fold(start)) <= x <= scale.x(folding.fold(end)) for x in xs)
