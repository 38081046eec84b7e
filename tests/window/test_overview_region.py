"""The window on the overview, in pixels and in the units of the axis."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.window.overview_region import GRIP, Part, Region

REGION = Region((100.0, 300.0), (150.0, 200.0), 400.0)


def test_its_sides_in_pixels() -> None:
    assert REGION.sides == (100.0, 200.0)


@pytest.mark.parametrize(
    ("x", "part"),
    [
        (91.0, Part.NONE),
        (100.0 - GRIP, Part.FIRST),
        (108.0, Part.FIRST),
        (150.0, Part.INSIDE),
        (193.0, Part.LAST),
        (200.0 + GRIP, Part.LAST),
        (209.0, Part.NONE),
    ],
)
def test_what_lies_at_a_pixel(x: float, part: Part) -> None:
    assert REGION.part_at(x) is part


def test_the_nearer_side_of_a_narrow_one_is_taken() -> None:
    narrow = Region((0.0, 100.0), (50.0, 51.0), 400.0)
    assert narrow.part_at(200.0) is Part.FIRST
    assert narrow.part_at(204.0) is Part.LAST


@pytest.mark.parametrize(
    ("part", "pixels", "seen"),
    [
        (Part.INSIDE, 40.0, (170.0, 220.0)),
        (Part.FIRST, -20.0, (140.0, 200.0)),
        (Part.LAST, 20.0, (150.0, 210.0)),
        (Part.FIRST, 140.0, (200.0, 220.0)),
        (Part.NONE, 40.0, (150.0, 200.0)),
    ],
)
def test_a_drag_moves_it_or_a_side(part: Part, pixels: float, seen: tuple[float, float]) -> None:
    assert REGION.dragged(part, pixels) == pytest.approx(seen)


@given(part=st.sampled_from(Part), pixels=st.floats(-1e4, 1e4))
def test_its_first_never_lies_after_its_last(part: Part, pixels: float) -> None:
    first, last = REGION.dragged(part, pixels)
    assert first <= last
