"""What lies in the lanes of the calendar."""

from __future__ import annotations

from tests.layout.made_cases import event, solved
from tests.layout.made_sheets import calendar_sheet
from timeline_app.case.civil import DAY, second_of
from timeline_app.layout.calendar_filling import Visible
from timeline_app.layout.calendar_lanes import (
    Contents,
    Laid,
    events_in,
    few_rows,
    local_rows,
)
from timeline_app.layout.calendar_sheet import Sheet

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
    return [one for one in found if one.reach.count]


def near(days: int) -> Sheet:
    """A view of some days of the same case."""
    start = second_of(1985, 5, 2)
    chronology = solved(
        *(event(number, day) for number, day in enumerate(DAYS)),
        *(event(len(DAYS) + number, "[1950..2000]") for number in range(20)),
    )
    return calendar_sheet(chronology, start, start + days * DAY)


def shown_in(laid: Laid) -> list[int]:
    """The events of the rows."""
    return [event for rows in laid.rows for event in rows.told.events.tolist()]


def test_rows_keep_free_what_is_out_of_view() -> None:
    sheet = calendar_sheet(
        solved(
            event(0, "1985-05-01"), event(1, "1985-05-01"), event(2, "[1985-05-01..1985-05-09]")
        ),
        second_of(1985, 5, 5),
        second_of(1985, 6, 1),
    )
    laid = few_rows(sheet, [[0, 1, 2]])
    (rows,) = laid.rows
    assert laid.contents[0].rows == 3
    assert laid.contents[0].height(sheet) == 3 * sheet.sizes.row
    assert rows.told.events.tolist() == [2]
    assert rows.rows.tolist() == [2]
    assert list(rows.lanes) == [0, 0, 0]
    assert list(rows.places) == [0, 1, 2]


def test_what_is_shorter_than_the_view_is_all_shown() -> None:
    sheet = near(3)
    laid = local_rows(sheet, [visible(sheet)])
    shown = shown_in(laid)
    assert {number for number in shown if number < len(DAYS)} == {97, 98, 99}
    assert len(shown) == 4
    more = laid.contents[0].more
    assert more is not None
    assert len(more) == 19


def test_events_come_in_stepping_order() -> None:
    assert events_in(near(3), visible(near(3)))[20:] == [97, 98, 99]


def test_an_empty_lane_has_nothing() -> None:
    assert Contents().height(SHEET) == 0
    assert few_rows(SHEET, [[], []]).contents == (Contents(), Contents())
