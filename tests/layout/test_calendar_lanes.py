"""What lies in the lanes of the calendar."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.layout.made_cases import event, random_case, solved
from tests.layout.made_sheets import calendar_sheet
from timeline_app.case.civil import DAY, second_of
from timeline_app.case.model import Kind
from timeline_app.layout.calendar_counts import Visible
from timeline_app.layout.calendar_lanes import (
    Contents,
    crowded_contents,
    crowded_height,
    events_in,
    lane_marks,
    least_rows,
    local_contents,
    rows_contents,
)
from timeline_app.layout.calendar_marks import Sheet
from timeline_app.layout.chart import Rect
from timeline_app.layout.counts import Counts
from timeline_app.layout.packing import pack

DAYS = [f"1985-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 25)]
SHEET = calendar_sheet(
    solved(
        *(event(number, day) for number, day in enumerate(DAYS)),
        *(event(len(DAYS) + number, "[1950..2000]") for number in range(20)),
    ),
    second_of(1985),
    second_of(1986),
)


def visible(sheet: Sheet) -> list[Visible]:
    scale = sheet.scale
    found = [
        Visible(group, sheet.index.visible(group, scale.start, scale.end))
        for group in sheet.index.groups
    ]
    return [one for one in found if one.ranges]


def near(days: int) -> Sheet:
    """A view of some days of the same case."""
    start = second_of(1985, 5, 2)
    chronology = solved(
        *(event(number, day) for number, day in enumerate(DAYS)),
        *(event(len(DAYS) + number, "[1950..2000]") for number in range(20)),
    )
    return calendar_sheet(chronology, start, start + days * DAY)


def test_rows_keep_free_what_is_out_of_view() -> None:
    contents = rows_contents(SHEET, [0, 1, 2], frozenset({2}))
    assert len(contents.rows) == 3
    assert [len(row) for row in contents.rows] == [0, 0, 1]
    assert contents.height(SHEET) == 3 * SHEET.sizes.row


def test_a_crowded_lane_counts() -> None:
    contents = crowded_contents(SHEET, visible(SHEET), 120.0)
    assert contents.cells is not None
    assert contents.more is not None
    held = sum(contents.cells.counts) + len(contents.more)
    assert held + sum(len(row) for row in contents.rows) == len(DAYS) + 20
    assert contents.height(SHEET) <= 120.0


def test_a_crowded_lane_holds_what_it_must_at_its_least_height() -> None:
    least = crowded_height(SHEET.sizes)
    contents = crowded_contents(SHEET, visible(SHEET), least)
    assert contents.rows
    assert contents.height(SHEET) <= least


def test_what_fits_is_not_counted() -> None:
    sheet = near(3)
    contents = crowded_contents(sheet, visible(sheet)[:1], 300.0)
    assert contents.cells is None
    assert contents.more is None
    assert sum(len(row) for row in contents.rows) == 3


def test_what_is_shorter_than_the_view_is_all_shown() -> None:
    sheet = near(3)
    contents = local_contents(sheet, visible(sheet))
    shown = [stretch.event for row in contents.rows for stretch in row]
    assert {number for number in shown if number < len(DAYS)} == {97, 98, 99}
    assert len(shown) == 4
    assert contents.more is not None
    assert len(contents.more) == 19


def test_events_come_in_stepping_order() -> None:
    assert events_in(near(3), visible(near(3)))[20:] == [97, 98, 99]


def test_marks_lie_in_the_middle_of_the_lane() -> None:
    contents = crowded_contents(SHEET, visible(SHEET), 120.0)
    rect = Rect(0.0, 40.0, 900.0, 160.0)
    marks, single, band = lane_marks(SHEET, contents, rect, Kind.CONTACT)
    assert band is not None
    clusters = Counts(single, (band,))
    tops = [mark.area.y for mark in marks] + [cluster.rect.y for cluster in clusters]
    bottoms = [mark.area.bottom for mark in marks] + [one.rect.bottom for one in clusters]
    assert min(tops) >= 40.0
    assert max(bottoms) <= 200.0
    assert {cluster.kind for cluster in clusters} == {Kind.CONTACT}


def test_an_empty_lane_has_nothing() -> None:
    assert Contents().height(SHEET) == 0
    assert lane_marks(SHEET, Contents(), Rect(0, 0, 900, 24), None) == ([], [], None)


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
        rows = pack(one.extent(labelled=labelled) for one in stretches) or []
        assert least_rows(sheet, seen) <= max(rows, default=-1) + 1


def test_events_side_by_side_share_a_row() -> None:
    days = [event(number, f"1985-{number + 1:02}-01") for number in range(12)]
    sheet = calendar_sheet(solved(*days), second_of(1985), second_of(1986))
    assert least_rows(sheet, visible(sheet)) == 1
    same = [event(number, "1985-06-01") for number in range(12)]
    sheet = calendar_sheet(solved(*same), second_of(1985), second_of(1986))
    assert least_rows(sheet, visible(sheet)) == 12
    assert least_rows(sheet, []) == 0
