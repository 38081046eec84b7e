"""What everything on one calendar chart is made with."""

from __future__ import annotations

from msgspec.structs import replace

from tests.layout.made_cases import event, solved
from tests.layout.made_sheets import calendar_sheet
from timeline_app.case.civil import second_of

SHEET = calendar_sheet(
    solved(event(0, "1985"), event(1, "1988-04-12"), event(2, title="Long " * 99)),
    second_of(1980),
    second_of(1990),
)


def test_it_knows_the_case_and_its_stepping_order() -> None:
    assert [one.id for one in SHEET.case.events] == ["e0", "e1", "e2"]
    assert sorted(SHEET.position) == [0, 1, 2]


def test_what_is_known_of_the_same_events_is_told_once() -> None:
    assert SHEET.told([1, 0]) is SHEET.told([1, 0])
    assert SHEET.told([1, 0]).events.tolist() == [1, 0]
    assert SHEET.told([0, 1]).events.tolist() == [0, 1]


def test_a_row_on_a_page_is_as_high_as_its_highest_label() -> None:
    whole = replace(SHEET, whole=True)
    long, short = whole.stretch(2), whole.stretch(1)
    assert len(long.more) > 1
    assert whole.row_height([short]) == SHEET.sizes.row
    assert whole.row_height([short, long]) == SHEET.sizes.row + len(long.more) * SHEET.sizes.label
    assert whole.row_height([]) == SHEET.sizes.row


def test_a_number_may_stand_for_a_title() -> None:
    numbered = replace(SHEET, whole=True, numbers=("1", "", "2"))
    assert [numbered.is_numbered(number) for number in range(3)] == [True, False, True]
    assert [numbered.stretch(number).text for number in range(2)] == ["1", "Event 1"]
    assert not SHEET.is_numbered(0)
