"""Rows placed in one stroke, against placing each row by itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from tests.layout.made_sheets import calendar_sheet
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_lanes import events_in, few_rows, visible_of
from timeline_app.layout.calendar_placing import alone, extents_of, in_rows
from timeline_app.layout.calendar_rows import place_row
from timeline_app.layout.cutting import shown_text
from timeline_app.layout.sizes import GLYPH, GLYPH_GAP

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
    labels = in_rows(laid.told, extents, laid.rows, sheet.scale)
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
            text = shown_text(laid.told.texts[place], int(labels.cuts.kept[place]))
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
        for event, extent in enumerate(needed):
            assert extent == pytest.approx(sheet.stretch(event).extent(labelled=labelled))
    assert extents.begin.tolist() == [first for first, _ in extents.needed(told, labelled=False)]
    some = extents.only(np.array([size - 1, 0]))
    assert some.left.tolist() == [extents.left[size - 1], extents.left[0]]


def test_what_is_alone_has_its_label_at_its_right_up_to_a_limit() -> None:
    sheet = calendar_sheet(CASES[40], second_of(1980), second_of(1990))
    told = sheet.told([0, 1])
    extents = extents_of(told, sheet.scale)
    wide = alone(told, extents, extents.begin + 500.0)
    assert (wide.label == extents.begin + GLYPH + GLYPH_GAP).all()
    assert (wide.cuts.kept == -1).all()
    narrow = alone(told, extents, extents.begin + 50.0)
    assert (narrow.cuts.kept == 0).all()
