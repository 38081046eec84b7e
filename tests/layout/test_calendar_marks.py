"""Marks of the calendar at their heights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from msgspec.structs import replace

from tests.layout.made_cases import event, solved, vague_events
from tests.layout.made_sheets import calendar_sheet
from timeline_app.case.civil import DAY, second_of
from timeline_app.case.model import Kind
from timeline_app.layout.calendar_cells import CellMembers, Cells
from timeline_app.layout.calendar_filling import LongLeft
from timeline_app.layout.calendar_lanes import LooseRows
from timeline_app.layout.calendar_marks import (
    RowMarks,
    count_columns,
    more_cluster,
    whole_marks,
)
from timeline_app.layout.calendar_sheet import Sheet
from timeline_app.layout.counts import CountColumns
from timeline_app.layout.event_rows import EventRows
from timeline_app.layout.sizes import BAR, GLYPH

YEARS = (second_of(1980), second_of(1990))
SHEET = calendar_sheet(
    solved(event(0, "1985"), event(1, "1988-04-12", prevented=True), event(2, title="Long " * 99)),
    *YEARS,
)


YEAR = second_of(1988)


def marks_of(sheet: Sheet, *rows: Sequence[int], top: float = 50.0) -> EventRows:
    """The marks of rows of events of one lane."""
    loose = LooseRows(sheet)
    loose.add(0, rows)
    marks = RowMarks(sheet)
    for laid in loose.laid():
        marks.add_rows(laid, [top])
    together = marks.together()
    assert isinstance(together, EventRows)
    return together


def cells(*some: tuple[int, int, int], ranks: Sequence[int]) -> Cells:
    """Cells of one lane: start, end and count of each, and the rank of one that is alone or -1."""
    starts, ends, counts = np.array(some, dtype=np.int64).T
    groups = SHEET.index.groups
    return Cells(
        bands=np.zeros(len(some), dtype=np.intp),
        starts=starts,
        ends=ends,
        counts=counts,
        ranks=np.array(ranks, dtype=np.int64),
        widths=counts * 0.0 + 6.0,
        members=[CellMembers(SHEET.index, groups, *YEARS)],
    )


def counted(
    *some: tuple[int, int, int], ranks: Sequence[int]
) -> tuple[RowMarks, CountColumns | None]:
    marks = RowMarks(SHEET)
    kinds = [Kind.CONTACT]
    held = cells(*some, ranks=ranks)
    return marks, count_columns(SHEET, held, kinds, np.array([10.0]), marks)


def test_a_row_has_the_label_above_the_bar() -> None:
    (mark,) = marks_of(SHEET, [0])
    (bar,) = mark.bars
    assert bar.rect.height == BAR
    assert mark.glyph.bottom < bar.rect.y
    assert mark.label[0].baseline < bar.rect.y
    assert mark.area.contains(mark.glyph.x, mark.glyph.y)
    assert mark.area.y >= 50.0
    assert mark.area.bottom <= 50.0 + SHEET.sizes.row


def test_a_point_stands_in_the_middle_of_its_row() -> None:
    (mark,) = marks_of(SHEET, [1])
    assert mark.bars == ()
    assert mark.hollow
    assert mark.glyph.y + GLYPH / 2 == pytest.approx(50.0 + SHEET.sizes.row / 2)


def test_a_count_is_in_the_middle_of_its_cell() -> None:
    marks, columns = counted((second_of(1984), second_of(1986), 2), ranks=[-1])
    assert marks.together() == ()
    assert columns is not None
    cluster = columns.cluster(0)
    assert cluster.kind is Kind.CONTACT
    assert cluster.label is not None
    assert cluster.label.text == "2"
    assert cluster.rect.y == 10.0
    assert cluster.label.x + 3.0 == pytest.approx(cluster.rect.x + cluster.rect.width / 2)


def test_a_count_without_room_has_no_number() -> None:
    begin = second_of(1984)
    _, columns = counted((begin, begin + 20 * DAY, 2), ranks=[-1])
    assert columns is not None
    cluster = columns.cluster(0)
    assert cluster.label is None
    assert cluster.rect.width > 0


def test_an_event_alone_in_its_cell_is_a_glyph_where_that_has_room() -> None:
    rank = int(SHEET.index.ranks[1])
    marks, columns = counted((YEAR, second_of(1989), 1), ranks=[rank])
    assert columns is None
    (mark,) = marks.together()
    assert mark.event == 1
    assert mark.label[0].text == "Event 1"
    assert mark.glyph.y + GLYPH / 2 == pytest.approx(10.0 + SHEET.sizes.count / 2)
    narrow = second_of(1988, 4, 10)
    marks, columns = counted(
        (second_of(1987), narrow, 1), (narrow, second_of(1989), 1), ranks=[-1, rank]
    )
    assert marks.together() == ()
    assert columns is not None
    assert list(columns.cluster(len(columns) - 1).events) == [1]


def test_what_has_no_row_is_told_at_the_left() -> None:
    groups = SHEET.index.groups
    more = LongLeft(SHEET.index, groups, YEARS, (), 3)
    cluster = more_cluster(SHEET, more, Kind.LEAK, 20.0)
    assert cluster.label is not None
    assert cluster.label.text == "+ 3 longer"
    assert cluster.rect.x == SHEET.scale.left
    assert 0 in cluster.events
    assert set(cluster.events) == {0, 1, 2}
    assert cluster.count == 3


def test_a_glyph_of_an_approximate_uncertain_or_planned_date_is_vague() -> None:
    sheet = calendar_sheet(solved(*vague_events()), *YEARS)
    marks = list(marks_of(sheet, *([n] for n in range(5))))
    assert [mark.vague for mark in marks] == [False, True, True, True, False]
    assert [mark.bars == () for mark in marks] == [True, True, True, True, False]


def test_on_a_page_a_label_is_whole_and_its_row_as_high_as_it_needs() -> None:
    whole = replace(SHEET, whole=True)
    row = [whole.stretch(2), whole.stretch(1)]
    assert "…" not in row[0].text
    assert " ".join((row[0].text, *row[0].more)) == ("Long " * 99).strip()
    assert whole.row_height(row) == SHEET.sizes.row + len(row[0].more) * SHEET.sizes.label
    long, short = whole_marks(whole, row, 50.0)
    assert len(long.label) == len(row[0].more) + 1
    assert not long.elided
    (bar,) = long.bars
    assert bar.rect.y > long.label[-1].baseline
    assert bar.rect.bottom <= 50.0 + whole.row_height(row)
    assert short.label[0].text == "Event 1"


def test_on_a_page_a_number_may_stand_for_a_title() -> None:
    numbered = replace(SHEET, whole=True, numbers=("", "1", "2"))
    assert [numbered.stretch(number).text for number in range(3)] == ["Event 0", "1", "2"]
    (mark,) = whole_marks(numbered, [numbered.stretch(1)], 50.0)
    assert mark.elided
