"""What each part of a bar says is drawn, and nothing that it doesn't."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.drawing.recording_surface import Box, Drawn, Line, RecordingSurface
from timeline_app.case.model import Kind
from timeline_app.drawing.bars import paint_bar
from timeline_app.drawing.theme import DASHED, LIGHT, MEASURES
from timeline_app.layout.chart import Bar, BarFill, Rect

COLOURS = LIGHT.kinds[Kind.LEAK]
RECT = Rect(100.0, 50.0, 200.0, 8.0)


def drawn(bar: Bar, *, hollow: bool = False) -> RecordingSurface:
    surface = RecordingSurface()
    paint_bar(surface, LIGHT, COLOURS, bar, hollow=hollow)
    return surface


def test_a_window_is_one_flat_hatch() -> None:
    surface = drawn(Bar(RECT, BarFill.HATCH))
    (box,) = surface.boxes
    assert box.what.rect == RECT
    assert box.brush is not None
    assert box.brush.hatch is not None
    assert box.brush.hatch.ground == COLOURS.wash
    assert box.brush.fade is None
    assert not surface.lines_drawn


@pytest.mark.parametrize(
    ("cap_left", "cap_right", "anchor"),
    [(True, False, 100.0), (False, True, 300.0), (True, True, 100.0), (False, False, 100.0)],
)
def test_a_hatch_hangs_on_the_cap(cap_left: bool, cap_right: bool, anchor: float) -> None:
    surface = drawn(Bar(RECT, BarFill.HATCH, cap_left=cap_left, cap_right=cap_right))
    brush = surface.boxes[0].brush
    assert brush is not None
    assert brush.hatch is not None
    assert brush.hatch.anchor == anchor


def test_caps_stand_at_the_very_ends() -> None:
    surface = drawn(Bar(RECT, BarFill.HATCH, cap_left=True, cap_right=True))
    caps = [line for line in surface.lines_drawn if line.pen and line.pen.colour == LIGHT.cap]
    assert [cap.what.start[0] for cap in caps] == [100.0, 300.0]
    for cap in caps:
        assert cap.pen is not None
        assert cap.pen.width == MEASURES.cap
        assert cap.what.start[1] < RECT.y
        assert cap.what.end[1] > RECT.bottom


@pytest.mark.parametrize("fill", BarFill)
def test_nothing_fades_but_an_open_end(fill: BarFill) -> None:
    surface = drawn(Bar(RECT, fill, cap_left=True, cap_right=True))
    drawings: list[Drawn[Box] | Drawn[Line]] = [*surface.boxes, *surface.lines_drawn]
    for drawing in drawings:
        assert drawing.pen is None or drawing.pen.fade is None
        assert drawing.brush is None or drawing.brush.fade is None


def test_an_open_end_fades_into_an_arrow() -> None:
    surface = drawn(Bar(RECT, BarFill.HATCH, open_left=True, cap_right=True))
    fading, body = surface.boxes
    assert fading.brush is not None
    fade = fading.brush.fade
    assert fade is not None
    assert fade.clear == fading.what.rect.x == 100.0 + MEASURES.open_arrow
    assert fade.full == fading.what.rect.right == body.what.rect.x
    assert body.what.rect.right == 300.0
    (arrow,) = surface.shapes
    assert arrow.what.place == (100.0, 54.0)


def test_two_open_ends_share_a_short_bar() -> None:
    short = Rect(0.0, 0.0, 40.0, 8.0)
    surface = drawn(Bar(short, BarFill.HATCH, open_left=True, open_right=True))
    left, right = (box.what.rect for box in surface.boxes)
    assert left.right == right.x == 20.0
    assert len(surface.shapes) == 2


def test_a_bar_narrower_than_its_arrow_is_the_arrow() -> None:
    surface = drawn(Bar(Rect(0.0, 0.0, 3.0, 8.0), BarFill.HATCH, open_left=True))
    assert not surface.boxes
    assert len(surface.shapes) == 1


def test_certain_time_is_solid() -> None:
    (box,) = drawn(Bar(RECT, BarFill.SOLID)).boxes
    assert box.brush is not None
    assert (box.brush.colour, box.brush.hatch) == (COLOURS.fill, None)


def test_what_did_not_come_about_is_never_solid() -> None:
    (box,) = drawn(Bar(RECT, BarFill.SOLID), hollow=True).boxes
    assert box.brush is not None
    assert box.brush.colour == LIGHT.card
    (box,) = drawn(Bar(RECT, BarFill.HATCH), hollow=True).boxes
    assert box.brush is not None
    assert box.brush.hatch is not None
    assert box.brush.hatch.ground == 0


def test_repeated_acts_are_teeth_on_a_line() -> None:
    surface = drawn(Bar(RECT, BarFill.COMB, cap_left=True, cap_right=True))
    assert not surface.boxes
    teeth = [
        line.what
        for line in surface.lines_drawn
        if line.what.start[0] == line.what.end[0] and line.pen and line.pen.colour == COLOURS.edge
    ]
    assert len(teeth) == 200 / MEASURES.comb_distance
    places = [tooth.start[0] for tooth in teeth]
    assert all(RECT.x < x < RECT.right for x in places)
    assert {round(b - a, 6) for a, b in pairwise(places)} == {8.0}


def test_a_comb_goes_on_evenly_where_its_end_is_open() -> None:
    closed = drawn(Bar(RECT, BarFill.COMB))
    opened = drawn(Bar(RECT, BarFill.COMB, open_right=True))

    def teeth(surface: RecordingSurface) -> list[float]:
        xs = [
            line.what.start[0]
            for line in surface.lines_drawn
            if line.what.start[0] == line.what.end[0]
        ]
        return sorted(xs)

    assert set(teeth(opened)) <= set(teeth(closed))


@pytest.mark.parametrize(
    ("ends", "uprights"),
    [
        ({}, 2),
        ({"cap_left": True}, 1),
        ({"cap_left": True, "open_right": True}, 0),
    ],
)
def test_a_dashed_outline_has_an_end_where_no_cap_or_arrow_stands(
    ends: dict[str, bool], uprights: int
) -> None:
    surface = drawn(Bar(RECT, BarFill.HATCH, dashed=True, **ends))
    dashed = [line for line in surface.lines_drawn if line.pen and line.pen.dashes == DASHED]
    assert sum(line.what.start[0] == line.what.end[0] for line in dashed) == uprights
    assert {line.what.start[1] for line in dashed} >= {50.5, 57.5}


def test_a_solid_bar_may_be_dashed_and_open() -> None:
    surface = drawn(Bar(RECT, BarFill.SOLID, open_right=True, dashed=True))
    assert {line.pen.dashes for line in surface.lines_drawn if line.pen} == {DASHED}
    fading = [line for line in surface.lines_drawn if line.pen and line.pen.fade]
    assert len(fading) == 2


def test_a_hatch_keeps_off_its_dashed_outline() -> None:
    (box,) = drawn(Bar(RECT, BarFill.HATCH, dashed=True)).boxes
    assert box.what.rect == Rect(100.0, 52.0, 200.0, 4.0)


def test_a_solid_bar_ends_in_an_edge_where_it_is_only_cut_by_the_view() -> None:
    surface = drawn(Bar(RECT, BarFill.SOLID))
    assert {100.5, 299.5} <= {line.what.start[0] for line in surface.lines_drawn}
