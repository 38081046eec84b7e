"""Rows placed in one stroke, against placing each row by itself."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from tests.layout.made_sheets import calendar_sheet
from tests.layout.slow_rows import extent, place_row
from tests.layout.test_calendar_rows import LEFT, RIGHT, stretch
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_lanes import events_in, few_rows, visible_of
from timeline_app.layout.calendar_placing import Extents, alone, extents_of, in_rows
from timeline_app.layout.calendar_rows import LEAST_LABEL, Placed, Stretch
from timeline_app.layout.chart import TextRole
from timeline_app.layout.cutting import lines_of, shown_text
from timeline_app.layout.packing import pack
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BESIDE, GLYPH, GLYPH_GAP, SIGN_GAP

CASES = {size: random_case(size, size) for size in (3, 40, 200)}

views = st.tuples(
    st.sampled_from(sorted(CASES)),
    st.integers(second_of(1960), second_of(2015)),
    st.sampled_from((2 * DAY, 90 * DAY, 3_000 * DAY, 30_000 * DAY)),
)


@given(view=views)
def test_rows_are_placed_as_one_by_one(view: tuple[int, int, int]) -> None:
    size, start, span = view
    sheet = calendar_sheet(CASES[size], start, start + span)
    events = events_in(sheet, visible_of(sheet, sheet.index.groups))
    (laid,) = few_rows(sheet, [events]).rows
    extents = extents_of(laid.told, sheet.scale)
    labels = in_rows(laid.told.lines, extents, laid.rows, sheet.scale)
    for row in sorted(set(laid.rows.tolist())):
        places = np.flatnonzero(laid.rows == row).tolist()
        stretches = [sheet.stretch(int(laid.told.events[place])) for place in places]
        slow = {
            placed.stretch.event: placed
            for placed in place_row(stretches, sheet.scale.left, sheet.scale.right, MEASURER)
        }
        for place in places:
            placed = slow[int(laid.told.events[place])]
            assert labels.glyph[place] == pytest.approx(placed.glyph)
            text = shown_text(laid.told.lines[place], int(labels.cuts.kept[place]))
            assert text == placed.text
            if text:
                assert labels.label[place] == pytest.approx(placed.label)


@given(view=views)
def test_extents_are_those_of_each(view: tuple[int, int, int]) -> None:
    size, start, span = view
    sheet = calendar_sheet(CASES[size], start, start + span)
    told = sheet.told(range(size))
    extents = extents_of(told, sheet.scale)
    for labelled in (True, False):
        needed = extents.needed(told, labelled=labelled)
        for event, one in enumerate(needed):
            assert one == pytest.approx(extent(sheet.stretch(event), labelled=labelled))
    assert extents.begin.tolist() == [first for first, _ in extents.needed(told, labelled=False)]
    some = extents.only(np.array([size - 1, 0]))
    assert some.left.tolist() == [extents.left[size - 1], extents.left[0]]


def test_what_is_alone_has_its_label_at_its_right_up_to_a_limit() -> None:
    sheet = calendar_sheet(CASES[40], second_of(1980), second_of(1990))
    told = sheet.told([0, 1])
    extents = extents_of(told, sheet.scale)
    beside = np.zeros(2, dtype=np.bool_)
    wide = alone(told.lines, extents, extents.begin + 500.0, beside)
    assert (wide.label == extents.begin + GLYPH + GLYPH_GAP).all()
    assert (wide.cuts.kept == -1).all()
    narrow = alone(told.lines, extents, extents.begin + 50.0, beside)
    assert (narrow.cuts.kept == 0).all()


def placed(*row: Stretch) -> list[Placed]:
    """The events of one row, placed in one stroke."""
    ordered = sorted(row, key=lambda one: extent(one, labelled=False)[0])
    table = lines_of([one.text for one in ordered], TextRole.LABEL, MEASURER)
    extents = Extents(
        np.array([one.left for one in ordered]),
        np.array([one.right for one in ordered]),
        np.array([one.point for one in ordered], dtype=bool),
    )
    scale = TimeScale(0, 1_000, LEFT, RIGHT - LEFT)
    labels = in_rows(table, extents, np.zeros(len(ordered), dtype=np.intp), scale)
    return [
        Placed(
            one,
            float(labels.glyph[place]),
            float(labels.label[place]),
            text := shown_text(one.text, int(labels.cuts.kept[place])),
            MEASURER.width(text, TextRole.LABEL),
            text != one.text,
        )
        for place, one in enumerate(ordered)
    ]


def test_a_point_is_at_its_place_with_its_label_to_the_right() -> None:
    (one,) = placed(stretch(298.0, 302.0))
    assert one.glyph == 300.0 - GLYPH / 2
    assert one.label == 300.0 + GLYPH / 2 + GLYPH_GAP
    assert one.text == "Arrested"
    assert not one.shortened


def test_at_the_right_edge_the_label_stands_to_the_left() -> None:
    (one,) = placed(stretch(480.0, 482.0))
    assert one.label + one.width == one.glyph - SIGN_GAP
    assert one.text == "Arrested"


def test_a_label_without_room_is_shortened_or_left_out() -> None:
    text = "Somebody is arrested"
    near = placed(stretch(110.0, 111.0, text), stretch(224.0, 225.0), stretch(260.0, 261.0, text))
    assert near[0].text == "Somebody is…"
    assert near[0].shortened
    assert near[1].text == ""
    assert near[1].shortened
    assert near[2].text == text


def test_over_a_bar_the_label_begins_with_the_visible_part() -> None:
    (whole,) = placed(stretch(200.0, 400.0))
    assert whole.glyph == 200.0
    (cut,) = placed(stretch(-900.0, 400.0))
    assert cut.glyph == LEFT + BESIDE


def test_over_a_bar_the_glyph_stays_with_it_and_the_label_goes_to_the_left() -> None:
    (one,) = placed(stretch(460.0, 900.0))
    assert one.text == "Arrested"
    assert one.glyph == 460.0
    assert one.label + one.width < one.glyph


def test_a_glyph_at_the_edge_is_pushed_inward() -> None:
    (point,) = placed(stretch(99.0, 101.0))
    assert point.glyph == LEFT
    (bar,) = placed(stretch(495.0, 900.0, ""))
    assert bar.glyph + GLYPH <= RIGHT


def test_an_extent_has_room_for_its_label() -> None:
    point = stretch(298.0, 302.0)
    assert extent(point, labelled=False) == (293.0, 307.0)
    assert extent(point, labelled=True) == (293.0, 307.0 + GLYPH_GAP + 48.0)
    bar = stretch(200.0, 220.0)
    assert extent(bar, labelled=True) == (200.0, 200.0 + GLYPH + GLYPH_GAP + 48.0)
    assert extent(bar, labelled=False) == (200.0, 220.0)
    until = stretch(-1e9, 220.0, open_past=True)
    assert extent(until, labelled=True) == (-1e9, 220.0 + GLYPH + GLYPH_GAP + 48.0)


extents = st.lists(
    st.tuples(st.floats(-200, 480), st.one_of(st.floats(0.5, 13), st.floats(14, 600))),
    min_size=1,
    max_size=14,
)


@pytest.mark.parametrize("labelled", [True, False])
@given(extents=extents)
def test_nothing_in_a_row_meets(labelled: bool, extents: list[tuple[float, float]]) -> None:
    stretches = [
        stretch(left, left + width, "Somebody is arrested"[: 3 + n], event=n)
        for n, (left, width) in enumerate(extents)
    ]
    rows = pack(extent(one, labelled=labelled) for one in stretches)
    assert rows is not None
    first = [one for one, row in zip(stretches, rows, strict=True) if row == 0]
    row = placed(*(one for one in first if one.right > LEFT and one.left < RIGHT))
    for one in row:
        assert one.glyph >= LEFT
        assert one.glyph + GLYPH <= RIGHT + 1e-9
        assert not one.shortened or not one.text or one.width > LEAST_LABEL - 3 * 6.0
    for one, other in pairwise(row):
        assert one.right < _begin(other)


def _begin(one: Placed) -> float:
    begin = min(one.glyph, one.label) if one.text else one.glyph
    return begin if one.stretch.point else min(begin, max(one.stretch.left, LEFT))
