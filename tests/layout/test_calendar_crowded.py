"""Lanes that must fit their room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import event, random_case, solved
from tests.layout.made_sheets import calendar_sheet
from tests.layout.slow_rows import extent
from tests.layout.test_calendar_lanes import DAYS, SHEET, shown_in, visible
from timeline_app.case.civil import DAY, day_number, iso_day, second_of
from timeline_app.case.model import Shape
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.calendar_blocks import block_of
from timeline_app.layout.calendar_crowded import CrowdedLanes, crowded_height, least_rows
from timeline_app.layout.calendar_lanes import (
    Laid,
    events_in,
)
from timeline_app.layout.calendar_sheet import Sheet
from timeline_app.layout.options import ChartOptions
from timeline_app.layout.packing import pack


def crowded(sheet: Sheet, height: float) -> Laid:
    """The lanes of a crowded view, each so high."""
    scale = sheet.scale
    block = block_of(sheet.standing, ChartOptions(), scale, MEASURER)
    touched = sheet.index.touching.in_span(scale.start, scale.end)
    return CrowdedLanes(sheet, block, touched, [height] * len(sheet.index.names)).laid()


def test_a_crowded_lane_counts() -> None:
    laid = crowded(SHEET, 120.0)
    contents = laid.contents[0]
    assert laid.cells is not None
    assert contents.more is not None
    held = int(laid.cells.counts.sum()) + len(contents.more)
    assert held + len(shown_in(laid)) == len(DAYS) + 20
    assert contents.height(SHEET) <= 120.0


def test_a_crowded_lane_holds_what_it_must_at_its_least_height() -> None:
    least = crowded_height(SHEET.sizes)
    laid = crowded(SHEET, least)
    assert laid.contents[0].counted is not None
    assert laid.contents[0].height(SHEET) <= least


def test_what_fits_is_not_counted() -> None:
    start = second_of(1985)
    dates = [event(number, f"1985-{number + 1:02}-01") for number in range(12)]
    sheet = calendar_sheet(solved(*dates), start, start + 366 * DAY)
    laid = crowded(sheet, 300.0)
    assert laid.cells is None
    assert laid.contents[0].more is None
    assert sorted(shown_in(laid)) == list(range(12))


def spans(count: int, days: int) -> Chronology:
    """So many spans of so many days, one begun each week."""
    first = day_number(1985, 1, 1)
    told = [
        event(n, f"{iso_day(first + 7 * n)}/{iso_day(first + 7 * n + days)}", shape=Shape.SPAN)
        for n in range(count)
    ]
    return solved(*told)


def test_rows_that_would_be_a_mere_sample_are_left_out() -> None:
    year = second_of(1985), second_of(1987)
    few = crowded(calendar_sheet(spans(100, 40), *year), 200.0)
    assert shown_in(few)
    assert few.contents[0].rows >= 1
    many = crowded(calendar_sheet(spans(100, 120), *year), crowded_height(SHEET.sizes))
    assert shown_in(many) == []
    assert many.contents[0].rows == 0
    assert many.cells is None
    left = many.contents[0].more
    assert left is not None
    assert len(left) == 100


@given(
    size=st.sampled_from((3, 40, 160)),
    start=st.integers(second_of(1955), second_of(2015)),
    span=st.sampled_from((DAY, 60 * DAY, 2_000 * DAY, 20_000 * DAY)),
)
def test_no_packing_needs_fewer_rows_than_is_said(size: int, start: int, span: int) -> None:
    sheet = calendar_sheet(random_case(3, size), start, start + span)
    seen = visible(sheet)
    stretches = [sheet.stretch(one) for one in events_in(sheet, seen)]
    for labelled in (True, False):
        rows = pack(extent(one, labelled=labelled) for one in stretches) or []
        assert least_rows(sheet, seen) <= max(rows, default=-1) + 1


def test_events_side_by_side_share_a_row() -> None:
    days = [event(number, f"1985-{number + 1:02}-01") for number in range(12)]
    sheet = calendar_sheet(solved(*days), second_of(1985), second_of(1986))
    assert least_rows(sheet, visible(sheet)) == 1
    same = [event(number, "1985-06-01") for number in range(12)]
    sheet = calendar_sheet(solved(*same), second_of(1985), second_of(1986))
    assert least_rows(sheet, visible(sheet)) == 12
    assert least_rows(sheet, []) == 0
