"""What the marks of an order chart are made with."""

from __future__ import annotations

from tests.layout.made_cases import before, event, solved
from tests.layout.made_sheets import order_sheet
from timeline_app.case.model import Kind
from timeline_app.layout.chart import Rect
from timeline_app.layout.order_cards import CardArrangement
from timeline_app.layout.order_chips import ChipArrangement
from timeline_app.layout.order_glyphs import CountArrangement, GlyphArrangement
from timeline_app.layout.order_sheet import Arrangement

CHAIN = solved(
    event(0), *(event(n, constraints=()) for n in range(1, 3)), event(3, constraints=(before(0),))
)


def test_only_columns_that_there_are_are_visible() -> None:
    assert order_sheet(CHAIN, 100.0).visible == range(2)
    assert order_sheet(CHAIN, 100.0, first=1.5).visible == range(1, 2)
    assert list(order_sheet(CHAIN, 100.0, first=7.0).visible) == []
    assert order_sheet(CHAIN, 100.0, first=-3.0).visible == range(2)


def test_a_number_stands_in_the_middle_of_its_box_or_not_at_all() -> None:
    sheet = order_sheet(CHAIN, 100.0)
    line = sheet.count_line(Rect(10.0, 10.0, 40.0, 20.0), 1234)
    assert line is not None
    assert line.text == "1,234"
    assert line.x == 15.0
    assert sheet.count_line(Rect(10.0, 10.0, 30.0, 20.0), 1234) is None


def test_a_lane_knows_its_kind() -> None:
    assert order_sheet(CHAIN, 100.0).kind_of_lane(2) is Kind.LEAK


def test_every_way_of_showing_is_an_arrangement() -> None:
    sheet = order_sheet(CHAIN, 200.0)
    ways: list[Arrangement] = [
        CardArrangement(sheet, {}),
        ChipArrangement(sheet),
        GlyphArrangement(sheet),
        CountArrangement(sheet),
    ]
    for way in ways:
        assert way.contents_height(0) > 0
        assert way.contents_height(1) == 0
        way.place_in([Rect(0.0, 100.0 * lane, 900.0, 100.0) for lane in range(7)])
        marks, clusters = way.marks()
        counted = [number for cluster in clusters for number in cluster.events]
        assert sorted([*(mark.event for mark in marks), *counted]) == [0, 1, 2, 3]
        assert way.place_of(0).y < 100.0
        assert all(height > 0 for height in way.row_gaps())
