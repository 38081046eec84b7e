"""Glyphs and labels in a row."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.layout.calendar_rows import (
    LEAST_LABEL,
    Placed,
    Stretch,
    place_row,
    place_whole,
    whole_width,
)
from timeline_app.layout.chart import TextRole
from timeline_app.layout.packing import pack
from timeline_app.layout.sizes import BESIDE, GLYPH, GLYPH_GAP, SIGN_GAP

LEFT, RIGHT = 100.0, 500.0


def stretch(
    left: float, right: float, text: str = "Arrested", *, event: int = 0, open_past: bool = False
) -> Stretch:
    width = MEASURER.width(text, TextRole.LABEL)
    return Stretch(event, left, right, right - left < GLYPH, open_past, text, width)


def placed(*row: Stretch) -> list[Placed]:
    return place_row(row, LEFT, RIGHT, MEASURER)


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
    assert point.extent(labelled=False) == (293.0, 307.0)
    assert point.extent(labelled=True) == (293.0, 307.0 + GLYPH_GAP + 48.0)
    bar = stretch(200.0, 220.0)
    assert bar.extent(labelled=True) == (200.0, 200.0 + GLYPH + GLYPH_GAP + 48.0)
    assert bar.extent(labelled=False) == (200.0, 220.0)
    until = stretch(-1e9, 220.0, open_past=True)
    assert until.extent(labelled=True) == (-1e9, 220.0 + GLYPH + GLYPH_GAP + 48.0)


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
    rows = pack(one.extent(labelled=labelled) for one in stretches)
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


@given(left=st.floats(-500, 900), length=st.floats(0, 1_500), count=st.integers(0, 80))
def test_a_whole_label_has_room_wherever_its_event_lies(
    left: float, length: float, count: int
) -> None:
    most = whole_width((LEFT, RIGHT), left, left + length, 280.0)
    text = "x" * min(count, int(most // MEASURER.advance))
    one = stretch(left, left + length, text)
    if one.right < LEFT or one.left > RIGHT:
        return
    found, (begin, end) = place_whole(one, LEFT, RIGHT, MEASURER)
    assert found.text == text
    assert not found.shortened
    assert LEFT <= begin <= found.glyph
    assert found.glyph + GLYPH <= end <= RIGHT
    if text:
        assert begin <= found.label
        assert found.label + found.width <= end


def test_over_a_long_bar_a_whole_label_may_be_wider() -> None:
    assert whole_width((LEFT, RIGHT), LEFT, RIGHT, 150.0) > 300.0
    assert whole_width((LEFT, RIGHT), 200.0, 210.0, 150.0) == 150.0
