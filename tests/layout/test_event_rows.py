"""Events held as columns: what a tuple of marks would be."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import BarFill, Chart, EventMark
from timeline_app.layout.event_rows import EventRows, columns_together
from timeline_app.layout.options import CalendarView, ChartOptions
from timeline_app.layout.standing import own_standing

CASES = {size: random_case(size, size) for size in (12, 59, 150, 900)}

views = st.tuples(
    st.sampled_from(sorted(CASES)),
    st.integers(second_of(1960), second_of(2015)),
    st.sampled_from((2 * DAY, 90 * DAY, 3_000 * DAY, 30_000 * DAY)),
)


def laid_out(size: int, start: int, span: int) -> Chart:
    view = CalendarView(start, start + span, 900.0, 640.0)
    return lay_out_calendar(own_standing(CASES[size]), view, ChartOptions(), MEASURER)


def rows_of(size: int, start: int, span: int) -> EventRows | None:
    events = laid_out(size, start, span).events
    assert isinstance(events, EventRows) or events == ()
    return events if isinstance(events, EventRows) else None


@given(view=views)
def test_the_columns_say_what_the_marks_say(view: tuple[int, int, int]) -> None:
    rows = rows_of(*view)
    for place in range(len(rows) if rows is not None else 0):
        assert rows is not None
        check_mark(rows, place, rows.mark(place))


def check_mark(rows: EventRows, place: int, mark: EventMark) -> None:
    columns = rows.columns
    assert mark.event == columns.events[place]
    assert mark.glyph.x == pytest.approx(columns.glyph_x[place])
    assert mark.glyph.y == pytest.approx(columns.glyph_y[place])
    assert columns.top[place] <= mark.area.y
    assert mark.area.bottom <= columns.bottom[place] + 1e-6
    assert bool(mark.label) is bool(columns.cuts.kept[place])
    for line in mark.label:
        assert line.x == pytest.approx(columns.label_x[place])
        assert line.baseline == pytest.approx(columns.baseline[place])
        kept = line.text.removesuffix("…") if columns.cuts.kept[place] > 0 else line.text
        assert columns.cuts.widths[place] == pytest.approx(MEASURER.advance * len(kept))
    assert bool(mark.bars) is not bool(columns.is_point[place])
    if not columns.is_special[place]:
        assert not mark.hollow
        assert not mark.vague
        assert not any(bar.open_left or bar.open_right or bar.dashed for bar in mark.bars)
        assert edges_of(mark) == pytest.approx(edges_in(rows, place))
        assert caps_of(mark) == pytest.approx(caps_in(rows, place))


def edges_of(mark: EventMark) -> list[float]:
    """The pixels at which the parts of the bars of a mark begin and end."""
    return [side for bar in mark.bars for side in (bar.rect.x, bar.rect.right)]


def edges_in(rows: EventRows, place: int) -> list[float]:
    if rows.columns.is_point[place]:
        return []
    bars = rows.columns.bars
    sides = [
        float(side[place])
        for side in (bars.left, bars.certain_left, bars.certain_right, bars.right)
    ]
    parts = pairwise(sides)
    return [side for begin, end in parts if begin < end for side in (begin, end)]


def caps_of(mark: EventMark) -> list[float]:
    lefts = [bar.rect.x for bar in mark.bars if bar.cap_left]
    return sorted([*lefts, *(bar.rect.right for bar in mark.bars if bar.cap_right)])


def caps_in(rows: EventRows, place: int) -> list[float]:
    bars = rows.columns.bars
    pairs = (
        (bars.left, bars.cap_left),
        (bars.certain_left, bars.join_left),
        (bars.certain_right, bars.join_right),
        (bars.right, bars.cap_right),
    )
    if rows.columns.is_point[place]:
        return []
    return sorted(float(side[place]) for side, stands in pairs if stands[place])


@given(view=views, x=st.floats(90.0, 910.0), y=st.floats(0.0, 640.0))
def test_what_lies_at_a_point_is_found(view: tuple[int, int, int], x: float, y: float) -> None:
    rows = rows_of(*view)
    if rows is None:
        return
    found = [mark for mark in rows if mark.area.contains(x, y)]
    assert rows.at(x, y) is (found[0] if found else None)
    for mark in rows:
        assert rows.at(mark.glyph.x + 7.0, mark.glyph.y + 7.0) is mark


def test_they_are_a_sequence_in_stepping_order() -> None:
    rows = rows_of(150, second_of(1980), 3_000 * DAY)
    assert rows is not None
    marks = tuple(rows)
    position = CASES[150].position
    order = [position[mark.event] for mark in marks]
    assert order == sorted(order)
    assert len(rows) == len(marks) == len(set(order))
    assert rows[0] is marks[0]
    assert rows[-1] is marks[-1]
    assert rows[1:3] == marks[1:3]
    assert rows == marks
    assert rows != marks[1:]
    assert hash(rows) == hash(rows_of(150, second_of(1980), 3_000 * DAY))
    assert all(rows.of(mark.event) is mark for mark in marks)
    assert rows.of(10_000) is None


def test_those_between_two_heights() -> None:
    rows = rows_of(150, second_of(1980), 3_000 * DAY)
    assert rows is not None
    between = rows.between(200.0, 300.0)
    expected = [
        mark
        for mark, place in ((rows.mark(place), place) for place in range(len(rows)))
        if rows.columns.top[place] < 300.0 and rows.columns.bottom[place] > 200.0
    ]
    assert 0 < len(between) < len(rows)
    assert {mark.event for mark in between} == {mark.event for mark in expected}
    assert all(mark == rows.of(mark.event) for mark in between)


def test_parts_are_put_together() -> None:
    rows = rows_of(900, second_of(1985), 90 * DAY)
    assert rows is not None
    half = len(rows) // 2
    parts = [rows.columns.only(np.arange(half)), rows.columns.only(np.arange(half, len(rows)))]
    together = columns_together(parts)
    assert together.events.tolist() == rows.columns.events.tolist()
    assert list(together.texts) == list(rows.columns.texts)
    assert (together.bars.right == rows.columns.bars.right).all()
    assert (together.cuts.kept == rows.columns.cuts.kept).all()


def test_a_case_shows_every_fill() -> None:
    """The examples hold what the columns leave to the marks as well."""
    fills = {
        bar.fill
        for size in CASES
        for mark in laid_out(size, second_of(1960), 20_000 * DAY).events
        for bar in mark.bars
    }
    assert fills == set(BarFill)
