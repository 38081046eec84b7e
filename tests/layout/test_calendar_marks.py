"""Marks of the calendar at their heights."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from tests.layout.made_cases import event, solved, vague_events
from tests.layout.made_sheets import calendar_sheet
from timeline_app.case.civil import DAY, second_of
from timeline_app.case.model import Kind
from timeline_app.layout.calendar_counts import Cell, Cells, LeftOver, Visible
from timeline_app.layout.calendar_index import Openness, Reach, StretchGroup
from timeline_app.layout.calendar_marks import (
    LABEL_MOST,
    cell_marks,
    more_cluster,
    row_marks,
)
from timeline_app.layout.sizes import BAR, GLYPH

YEARS = (second_of(1980), second_of(1990))
SHEET = calendar_sheet(
    solved(event(0, "1985"), event(1, "1988-04-12", prevented=True), event(2, title="Long " * 99)),
    *YEARS,
)


def cells(*some: Cell) -> Cells:
    """Cells of one range of ranks each."""
    lows, highs = np.array([cell.ranges[0] for cell in some], dtype=np.int64).T
    starts, ends = [cell.start for cell in some], [cell.end for cell in some]
    counts = [cell.count for cell in some]
    return Cells(starts, ends, counts, lows.reshape(1, -1), highs.reshape(1, -1))


def test_a_stretch_is_a_point_where_its_glyph_is_wider() -> None:
    year, day, unknown = (SHEET.stretch(number) for number in range(3))
    assert not year.point
    assert year.right - year.left == pytest.approx(800 * 365 / 3653)
    assert day.point
    assert unknown.open_past
    assert unknown.text_width <= LABEL_MOST
    assert unknown.text.endswith("…")


def test_a_row_has_the_label_above_the_bar() -> None:
    (mark,) = row_marks(SHEET, [SHEET.stretch(0)], 50.0)
    (bar,) = mark.bars
    assert bar.rect.height == BAR
    assert mark.glyph.bottom < bar.rect.y
    assert mark.label[0].baseline < bar.rect.y
    assert mark.area.contains(mark.glyph.x, mark.glyph.y)
    assert mark.area.y >= 50.0
    assert mark.area.bottom <= 50.0 + SHEET.sizes.row


def test_a_point_stands_in_the_middle_of_its_row() -> None:
    (mark,) = row_marks(SHEET, [SHEET.stretch(1)], 50.0)
    assert mark.bars == ()
    assert mark.hollow
    assert mark.glyph.y + GLYPH / 2 == pytest.approx(50.0 + SHEET.sizes.row / 2)


def test_a_count_is_in_the_middle_of_its_cell() -> None:
    cell = Cell(second_of(1984), second_of(1986), ((0, 2),), 2)
    marks, band = cell_marks(SHEET, cells(cell), Kind.CONTACT, 10.0)
    assert marks == []
    assert band is not None
    cluster = band.cluster(0)
    assert cluster.kind is Kind.CONTACT
    assert cluster.count == 2
    assert cluster.label is not None
    assert cluster.label.text == "2"
    assert cluster.rect.y == 10.0
    assert cluster.label.x + 3.0 == pytest.approx(cluster.rect.x + cluster.rect.width / 2)


def test_a_count_without_room_has_no_number() -> None:
    cell = Cell(second_of(1984), second_of(1984) + 20 * DAY, ((0, 2),), 2)
    _, band = cell_marks(SHEET, cells(cell), None, 10.0)
    assert band is not None
    cluster = band.cluster(0)
    assert cluster.label is None
    assert cluster.rect.width > 0


def test_an_event_alone_in_its_cell_is_a_glyph_where_that_has_room() -> None:
    rank = int(SHEET.index.ranks[1])
    wide = Cell(second_of(1988), second_of(1989), ((rank, rank + 1),), 1)
    (mark,), band = cell_marks(SHEET, cells(wide), None, 10.0)
    assert band is None
    assert mark.event == 1
    assert mark.label[0].text == "Event 1"
    before = Cell(second_of(1987), second_of(1988, 4, 10), ((0, 1),), 1)
    narrow = Cell(second_of(1988, 4, 10), second_of(1989), ((rank, rank + 1),), 1)
    _, band = cell_marks(SHEET, cells(before, narrow), None, 10.0)
    assert band is not None
    assert list(band.cluster(len(band) - 1).events) == [1]


def test_what_has_no_row_is_told_at_the_left() -> None:
    group = StretchGroup(0, Openness.CLOSED, 0, 3, 0)
    reach = Reach(np.array([0, 1], dtype=np.int64), 2, 3)
    more = LeftOver((Visible(group, reach),), frozenset())
    cluster = more_cluster(SHEET, more, Kind.LEAK, 20.0)
    assert cluster.label is not None
    assert cluster.label.text == "+ 3 longer"
    assert cluster.rect.x == SHEET.scale.left
    assert 0 in cluster.events
    assert set(cluster.events) == {0, 1, 2}
    assert cluster.count == 3


def test_a_glyph_of_an_approximate_uncertain_or_planned_date_is_vague() -> None:
    sheet = calendar_sheet(solved(*vague_events()), *YEARS)
    marks = [mark for n in range(5) for mark in row_marks(sheet, [sheet.stretch(n)], 50.0)]
    assert [mark.vague for mark in marks] == [False, True, True, True, False]
    assert [mark.bars == () for mark in marks] == [True, True, True, True, False]


def test_on_a_page_a_label_is_whole_and_its_row_as_high_as_it_needs() -> None:
    whole = replace(SHEET, whole=True)
    row = [whole.stretch(2), whole.stretch(1)]
    assert "…" not in row[0].text
    assert " ".join((row[0].text, *row[0].more)) == ("Long " * 99).strip()
    assert whole.row_height(row) == SHEET.sizes.row + len(row[0].more) * SHEET.sizes.label
    long, short = row_marks(whole, row, 50.0)
    assert len(long.label) == len(row[0].more) + 1
    assert not long.elided
    (bar,) = long.bars
    assert bar.rect.y > long.label[-1].baseline
    assert bar.rect.bottom <= 50.0 + whole.row_height(row)
    assert short.label[0].text == "Event 1"


def test_on_a_page_a_number_may_stand_for_a_title() -> None:
    numbered = replace(SHEET, whole=True, numbers=("", "1", "2"))
    assert [numbered.stretch(number).text for number in range(3)] == ["Event 0", "1", "2"]
    (mark,) = row_marks(numbered, [numbered.stretch(1)], 50.0)
    assert mark.elided
