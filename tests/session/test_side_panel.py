"""The sides of a comparison as panels."""

from __future__ import annotations

import pytest

from tests.layout.fake_measurer import MEASURER
from tests.session.conftest import chosen, settle
from tests.session.small_cases import broken
from timeline_app.case.comparing.anchors import Which
from timeline_app.case.model import Kind
from timeline_app.layout.chart import Emphasis, Rect
from timeline_app.session.case_view import Axis
from timeline_app.session.comparing import Manner, Side
from timeline_app.session.comparing_words import WAITING
from timeline_app.session.panel import Panel, PanelWords
from timeline_app.session.picture import NO_SPAN, Picture
from timeline_app.session.session import Session
from timeline_app.session.side_panel import NOTED_HEIGHT, SidePanel, side_panels

PAGE = (900.0, 500.0)
CLIP = Rect(0.0, 0.0, *PAGE)


@pytest.fixture
def sides(compared: Session) -> tuple[SidePanel, SidePanel]:
    return SidePanel(compared, Side.A), SidePanel(compared, Side.B)


def drawn(panel: SidePanel, height: float = PAGE[1]) -> Picture:
    picture = panel.picture(PAGE[0], height, MEASURER)
    assert picture is not None
    return picture


def test_both_charts_have_one_scale(compared: Session, sides: tuple[SidePanel, SidePanel]) -> None:
    for axis in Axis:
        compared.set_axis(axis)
        settle(compared)
        a, b = (drawn(one) for one in sides)
        assert (a.first, a.last) == (b.first, b.last)
        assert a.chart.header_width == b.chart.header_width
        assert {mark.event for mark in a.chart.events} == {0, 1, 2, 3}
    compared.set_axis(Axis.ORDER)
    settle(compared)
    places = [{mark.event: mark.glyph.x for mark in drawn(one).chart.events} for one in sides]
    for pair in compared.comparison.pairs if compared.comparison else ():
        assert places[0][pair.a] == pytest.approx(places[1][pair.b])


def test_a_panel_that_does_not_move_is_not_laid_out_again(
    compared: Session, sides: tuple[SidePanel, SidePanel]
) -> None:
    compared.set_manner(Manner(linked=False))
    a, b = (drawn(one) for one in sides)
    sides[1].zoom(0.5, 0.0)
    assert drawn(sides[0]) is a
    assert drawn(sides[1]) is not b
    compared.set_manner(Manner(linked=True))
    sides[1].zoom(0.5, 0.0)
    assert drawn(sides[0]) is not a


def test_words_of_a_side(compared: Session, sides: tuple[SidePanel, SidePanel]) -> None:
    a, b = sides
    assert a.words().title == "A · The case four"
    assert b.words().title == "B · The case hired"
    assert a.words().summary.startswith("4 events")
    compared.align_on_kind(Which.FIRST, Kind.RECRUITMENT)
    settle(compared)
    assert a.words().summary.startswith("This case has no recruitment to align on · 4 events")
    assert b.words().summary.startswith("Day zero is the first recruitment")
    assert (a.words().shown, b.words().shown) == (0, 4)  # there is nothing to go back to in A
    compared.put_on(Side.B, 1)
    assert b.words().summary == WAITING
    assert b.picture(*PAGE, MEASURER) is None
    assert b.overview(900.0, 40.0) is None
    assert b.whole() == NO_SPAN
    assert b.line_panel((0.0, 0.0), CLIP) is None
    compared.add_cases([broken()])
    assert a.words().summary.startswith("‘broken.case.json’ does not open")
    compared.leave_comparison()
    assert a.words() == PanelWords()
    assert a.emphasis() == Emphasis()


def test_a_low_chart_and_the_upper_one_leave_their_notes_out(
    sides: tuple[SidePanel, SidePanel],
) -> None:
    a, b = sides
    assert drawn(a).chart.notes == ()
    assert drawn(b).chart.notes != ()
    assert drawn(b, NOTED_HEIGHT - 1).chart.notes == ()


def test_the_strip_shows_the_whole_of_both(sides: tuple[SidePanel, SidePanel]) -> None:
    panel: Panel = sides[0]
    drawn(sides[0])
    panel.see(0.0, 1.0)
    picture = drawn(sides[0])
    assert (picture.first, picture.last) == (0.0, 1.0)
    overview = panel.overview(900.0, 40.0)
    assert overview is not None
    assert {mark.event for mark in overview.marks} == {0, 1, 2, 3}
    assert panel.whole()[1] > 1.0
    assert sides[0].line_panel((10.0, 20.0), CLIP) is not None


def test_what_is_done_in_a_panel_makes_it_the_active_one(
    compared: Session, sides: tuple[SidePanel, SidePanel]
) -> None:
    b = sides[1]
    b.select(3)
    assert compared.active_side is Side.B
    assert chosen(compared) == (3, 3)
    assert b.selected == 3
    b.choose_other(1)
    assert compared.other == 1
    sides[0].choose_source(1)
    assert compared.active_side is Side.A
    assert sides[0].source == 1
    assert b.source == 0
    compared.show_kind(Kind.LEAK, shown=False)
    assert sides[0].words().hidden == "1 of 4 hidden"
    sides[0].show_hidden()
    assert sides[0].words().hidden == ""


def test_what_lies_under_the_pointer_lights_up_its_partner(
    sides: tuple[SidePanel, SidePanel],
) -> None:
    a, b = sides
    b.hover(2)
    assert b.emphasis().hovered == 2
    assert a.emphasis().hovered == 1
    b.hover(1)
    assert a.emphasis().hovered is None
    assert b.emphasis().selected == 0


def test_while_a_case_is_replaced_that_of_the_other_side_stays(
    compared: Session, sides: tuple[SidePanel, SidePanel]
) -> None:
    before = [drawn(one) for one in sides]
    compared.put_on(Side.B, 1)
    assert drawn(sides[0]) is before[0]
    assert sides[1].picture(*PAGE, MEASURER) is None
    assert drawn(sides[0], 400.0).chart.height != before[0].chart.height
    settle(compared)
    assert drawn(sides[1]) is not before[1]


@pytest.mark.parametrize("axis", Axis)
def test_side_by_side_one_lane_stands_at_one_height(compared: Session, axis: Axis) -> None:
    compared.set_axis(axis)
    settle(compared)
    sides = side_panels(compared)

    def lanes(side: Side) -> list[Rect]:
        return [lane.rect for lane in drawn(sides[side]).chart.lanes]

    tops = [[rect.y for rect in lanes(side)] for side in Side]
    assert tops[0] != tops[1]
    compared.set_manner(compared.manner._replace(stacked=False))
    for factor in (1.0, 0.4, 2.5):
        sides[Side.A].zoom(factor, 0.5)
        assert lanes(Side.A) == lanes(Side.B)
        assert len({drawn(sides[side]).chart.axis_height for side in Side}) == 1
        again = [drawn(sides[side]) for side in Side]
        assert [drawn(sides[side]) for side in Side] == again
    compared.set_manner(compared.manner._replace(stacked=True))
    assert [[rect.y for rect in lanes(side)] for side in Side] == tops


def test_lines_are_of_the_charts_that_hold(
    compared: Session, sides: tuple[SidePanel, SidePanel]
) -> None:
    for panel in sides:
        drawn(panel)
        assert panel.line_panel((0.0, 0.0), CLIP) is not None
    compared.swap()
    for panel in sides:
        assert panel.line_panel((0.0, 0.0), CLIP) is None
        drawn(panel)
        assert panel.line_panel((0.0, 0.0), CLIP) is not None
