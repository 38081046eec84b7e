"""A line says on what basis, a head how firmly."""

from __future__ import annotations

from math import hypot

import pytest

from tests.drawing.recording_surface import RecordingSurface
from timeline_app.case.model import Basis
from timeline_app.drawing.arrows import paint_arrow, paint_arrow_label
from timeline_app.drawing.surface import Verb
from timeline_app.drawing.theme import DASHES, LIGHT, MEASURES
from timeline_app.layout.chart import Arrow, TextLine, TextRole

STRAIGHT = ((0.0, 0.0), (30.0, 0.0), (70.0, 0.0), (100.0, 0.0))
CURVE = ((0.0, 0.0), (40.0, 0.0), (60.0, 80.0), (100.0, 80.0))


def drawn(arrow: Arrow, *, strong: bool = False) -> RecordingSurface:
    surface = RecordingSurface()
    paint_arrow(surface, LIGHT, arrow, strong=strong)
    return surface


@pytest.mark.parametrize("basis", Basis)
def test_the_line_tells_the_basis(basis: Basis) -> None:
    line, _head = drawn(Arrow(0, 1, STRAIGHT, basis, weak=False)).shapes
    assert line.pen is not None
    assert line.pen.dashes == DASHES[basis]
    assert line.brush is None


def test_a_filled_head_is_certain() -> None:
    _line, head = drawn(Arrow(0, 1, STRAIGHT, Basis.STATED, weak=False)).shapes
    assert head.pen is None
    assert head.brush is not None
    assert head.what.points[0] == (100.0, 0.0)
    assert {point[0] for point in head.what.points[1:]} == {100.0 - MEASURES.arrow_head}


def test_an_open_head_is_weak() -> None:
    _line, head = drawn(Arrow(0, 1, STRAIGHT, Basis.STATED, weak=True)).shapes
    assert head.brush is None
    assert head.what.path is not None
    assert [verb for verb, _ in head.what.path.steps] == [Verb.MOVE, Verb.LINE, Verb.LINE]
    assert head.what.path.steps[1][1] == ((100.0, 0.0),)


@pytest.mark.parametrize("weak", [False, True])
def test_a_line_ends_behind_its_point(weak: bool) -> None:
    line, _head = drawn(Arrow(0, 1, STRAIGHT, Basis.STATED, weak=weak)).shapes
    assert line.what.path is not None
    end = line.what.path.steps[-1][1][-1]
    assert 100.0 - MEASURES.arrow_head <= end[0] < 100.0


def test_a_curve_arrives_straight() -> None:
    line, head = drawn(Arrow(0, 1, CURVE, Basis.STATED, weak=False)).shapes
    assert line.what.path is not None
    verb, (_first, control, end) = line.what.path.steps[1]
    assert verb is Verb.CURVE
    assert control[1] == end[1] == 80.0
    assert {point[1] for point in head.what.points} == {80.0, 76.0, 84.0}


def test_chained_curves_are_followed() -> None:
    corners = (*CURVE[:3], (50.0, 0.0), (50.0, 30.0), (50.0, 60.0), (50.0, 90.0))
    line, head = drawn(Arrow(0, 1, corners, Basis.STATED, weak=False)).shapes
    assert line.what.path is not None
    verbs = [verb for verb, _ in line.what.path.steps]
    assert verbs == [Verb.MOVE, Verb.CURVE, Verb.CURVE]
    assert [points[-1] for _, points in line.what.path.steps][:2] == [(0.0, 0.0), (50.0, 0.0)]
    assert head.what.points[0] == (50.0, 90.0)
    assert {point[1] for point in head.what.points[1:]} == {82.0}


def test_an_arrow_of_no_length_has_a_head_all_the_same() -> None:
    point = ((5.0, 5.0),) * 4
    _line, head = drawn(Arrow(0, 1, point, Basis.STATED, weak=False)).shapes
    tip, left, right = head.what.points
    assert hypot(left[0] - tip[0], left[1] - tip[1]) == pytest.approx(hypot(8.0, 4.0))
    assert left != right


def test_at_the_selected_event_an_arrow_is_stronger() -> None:
    arrow = Arrow(0, 1, STRAIGHT, Basis.STATED, weak=False)
    usual, strong = drawn(arrow).shapes[0].pen, drawn(arrow, strong=True).shapes[0].pen
    assert usual is not None
    assert strong is not None
    assert strong.width > usual.width
    assert (usual.colour, strong.colour) == (LIGHT.arrow, LIGHT.arrow_strong)


def test_the_label_stands_where_it_was_laid_out() -> None:
    label = TextLine(30.0, -5.0, "≥ 1 month", TextRole.NOTE)
    arrow = Arrow(0, 1, STRAIGHT, Basis.STATED, weak=False, label=label)
    assert not drawn(arrow).texts
    for strong, colour in ((False, LIGHT.text_soft), (True, LIGHT.text)):
        surface = RecordingSurface()
        paint_arrow_label(surface, LIGHT, arrow, strong=strong)
        text = surface.text_of("≥ 1 month").what
        assert (text.place, text.style.colour) == ((30.0, -5.0), colour)
        assert text.style.ground is not None


def test_an_arrow_without_a_label_has_none() -> None:
    surface = RecordingSurface()
    paint_arrow_label(surface, LIGHT, Arrow(0, 1, STRAIGHT, Basis.STATED, weak=False))
    assert not surface.texts
