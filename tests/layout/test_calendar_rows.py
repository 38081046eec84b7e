"""Glyphs and labels in a row."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.layout.calendar_rows import (
    Stretch,
    place_whole,
    whole_width,
)
from timeline_app.layout.chart import TextRole
from timeline_app.layout.sizes import GLYPH

LEFT, RIGHT = 100.0, 500.0


def stretch(
    left: float, right: float, text: str = "Arrested", *, event: int = 0, open_past: bool = False
) -> Stretch:
    width = MEASURER.width(text, TextRole.LABEL)
    return Stretch(event, left, right, right - left < GLYPH, open_past, text, width)


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
