"""The lines of a hatch: each period once, over the whole rectangle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.drawing.hatching import hatch_lines
from timeline_app.drawing.surface import Hatch
from timeline_app.layout.chart import Rect

sides = st.floats(1.0, 300.0)
places = st.floats(-500.0, 500.0)


def test_a_line_goes_through_the_bottom_at_the_anchor() -> None:
    lines = hatch_lines(Rect(10.0, 0.0, 20.0, 10.0), Hatch(5.0, 1.0, 10.0))
    assert (9.0, 11.0, 21.0, -1.0) in lines  # through (10, 10) and (20, 0), one pixel beyond each


@given(places, places, sides, sides, places, st.floats(2.0, 20.0))
def test_every_corner_is_within_reach_and_no_line_is_far_away(
    x: float, y: float, width: float, height: float, anchor: float, distance: float
) -> None:
    rect = Rect(x, y, width, height)
    lines = hatch_lines(rect, Hatch(distance, 1.0, anchor))
    feet = [x1 + y1 for x1, y1, _x2, _y2 in lines]  # the same on all of a line
    assert all(abs(x1 + y1 - x2 - y2) < 1e-6 for x1, y1, x2, y2 in lines)
    if not feet:
        assert width + height < distance
        return
    assert min(feet) <= x + y + distance
    assert max(feet) >= rect.right + rect.bottom - distance
    assert len(lines) <= (width + height + 2) / distance + 1
