"""What is left of a line behind what it passes."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.comparison.framed import crosses, framed
from tests.layout.fake_measurer import MEASURER
from timeline_app.layout.chart import Rect, TextRole
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.obstacles import LEAST, Segment, cut_out, meet, obstacles_of

BOX = Rect(40.0, 40.0, 20.0, 20.0)
numbers = st.floats(-50.0, 150.0)
lines = st.lists(st.tuples(numbers, numbers, numbers, numbers), min_size=1, max_size=4)
boxes = st.lists(
    st.builds(Rect, numbers, numbers, st.floats(0.0, 60.0), st.floats(0.0, 60.0)), max_size=6
)


@pytest.mark.parametrize(
    ("segment", "left"),
    [
        ((50.0, 0.0, 50.0, 100.0), ((50.0, 0.0, 50.0, 40.0), (50.0, 60.0, 50.0, 100.0))),
        ((0.0, 50.0, 100.0, 50.0), ((0.0, 50.0, 40.0, 50.0), (60.0, 50.0, 100.0, 50.0))),
        ((100.0, 50.0, 0.0, 50.0), ((100.0, 50.0, 60.0, 50.0), (40.0, 50.0, 0.0, 50.0))),
        ((50.0, 0.0, 50.0, 40.0), ((50.0, 0.0, 50.0, 40.0),)),
        ((40.0, 0.0, 40.0, 100.0), ((40.0, 0.0, 40.0, 100.0),)),
        ((45.0, 45.0, 55.0, 55.0), ()),
        ((50.0, 38.0, 50.0, 100.0), ((50.0, 60.0, 50.0, 100.0),)),
    ],
)
def test_a_box_hides_what_is_behind_it(segment: Segment, left: tuple[Segment, ...]) -> None:
    assert cut_out([[segment]], [BOX]) == [left]


def test_without_a_box_a_line_is_whole() -> None:
    line = ((0.0, 0.0, 9.0, 9.0), (9.0, 9.0, 9.0, 20.0))
    assert cut_out([line, ()], []) == [line, ()]
    assert cut_out([], [BOX]) == []


@given(found=st.lists(lines, min_size=1, max_size=3), hiding=boxes)
def test_nothing_is_left_within_a_box_and_nothing_is_added(
    found: list[list[Segment]], hiding: list[Rect]
) -> None:
    for line, left in zip(found, cut_out(found, hiding), strict=True):
        assert not any(crosses(piece, box) for piece in left for box in hiding)
        length = sum(hypot(x2 - x1, y2 - y1) for x1, y1, x2, y2 in line)
        rest = [hypot(x2 - x1, y2 - y1) for x1, y1, x2, y2 in left]
        assert sum(rest) <= length + 1e-6
        assert all(piece >= LEAST - 1e-6 for piece in rest)


@given(found=lines)
def test_what_no_box_touches_stays(found: list[Segment]) -> None:
    away = Rect(1_000.0, 1_000.0, 10.0, 10.0)
    (left,) = cut_out([found], [away])
    assert left == tuple(
        segment
        for segment in found
        if hypot(segment[2] - segment[0], segment[3] - segment[1]) >= LEAST
    )


@pytest.mark.parametrize("align", [Align.ORDER, Align.CALENDAR])
def test_everything_that_is_to_be_read_is_in_the_way(align: Align) -> None:
    panel, _ = framed(align)
    chart = panel.chart
    found = obstacles_of(panel, MEASURER)

    def hidden(rect: Rect) -> bool:
        moved = panel.moved(rect)
        return any(
            one.x <= moved.x
            and moved.right <= one.right
            and one.y <= moved.y
            and moved.bottom <= one.bottom
            for one in found
        )

    assert all(hidden(mark.area) for mark in chart.events)
    assert all(hidden(one.rect) for one in chart.clusters)
    words = [lane.title for lane in chart.lanes] + list(chart.notes)
    words += [tick.label for tick in chart.ticks if tick.label is not None]
    words += [one.label for one in chart.breaks if one.label is not None]
    words += [marker.label for marker in chart.markers]
    for line in words:
        top = line.baseline - MEASURER.ascent(line.role)
        width = MEASURER.width(line.text, line.role)
        assert hidden(Rect(line.x, top, width, MEASURER.height(TextRole.NOTE) / 2))


def test_the_words_of_an_axis_are_in_the_way_where_it_stands() -> None:
    panel, _ = framed(Align.CALENDAR)
    low = panel._replace(y=panel.y - 50.0, clip=Rect(panel.x, panel.y, panel.chart.width, 200.0))
    tick = next(tick for tick in panel.chart.ticks if tick.label is not None)
    assert tick.label is not None
    beneath = tick.label.baseline - (panel.chart.height - panel.chart.axis_height)
    place = (tick.label.x + 1.0, low.clip.bottom + beneath - 1.0)
    assert any(rect.contains(*place) for rect in obstacles_of(low, MEASURER))
    lanes = [rect for rect in obstacles_of(low, MEASURER) if rect.y < low.clip.bottom]
    assert all(rect.bottom <= low.clip.bottom for rect in lanes)


def test_what_is_scrolled_away_hides_nothing() -> None:
    panel, _ = framed(Align.ORDER)
    low = panel._replace(clip=Rect(panel.x, panel.y, panel.chart.width, 1.0))
    assert len(obstacles_of(low, MEASURER)) < len(obstacles_of(panel, MEASURER)) / 2


def test_what_meets_a_box_runs_through_its_inside() -> None:
    box = Rect(10.0, 10.0, 10.0, 10.0)
    lines = [[(0.0, 15.0, 30.0, 15.0)], [(0.0, 5.0, 30.0, 5.0)], [(0.0, 10.0, 30.0, 10.0)], []]
    assert meet(lines, [box]) == [True, False, False, False]
    assert meet(lines, []) == [False] * 4
