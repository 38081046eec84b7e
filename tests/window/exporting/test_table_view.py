"""A table as it is looked at."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.tables.table import make_table
from timeline_app.window.exporting.table_view import CELL_LENGTH, MOST_COLUMN, TableView


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    made = TableView()
    qtbot.addWidget(made)
    return made


def cells(view: TableView) -> list[list[str]]:
    table = view.table
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() for item in items if item is not None])
    return found


def test_tables_stand_under_each_other(view: TableView) -> None:
    one = make_table("One", ("a", "b"), [("1", "2"), ("3", "")], ["A note."])
    other = make_table("", ("c",), [])
    view.show_tables((one, other), "All of it")
    assert cells(view) == [["One"], ["a", "b"], ["1", "2"], ["3", ""], ["A note."]]
    heads = [view.table.item(row, 0) for row in range(3)]
    assert [item is not None and item.font().bold() for item in heads] == [True, True, False]
    assert view.table.columnSpan(0, 0) == 2
    assert view.words.text() == "All of it"
    view.show_tables((make_table("", ("c",), [("4",)]),), "")
    assert cells(view) == [["c"], ["4"]]
    assert view.table.columnSpan(0, 0) == 1


def test_an_endless_cell_does_not_widen_the_table(view: TableView) -> None:
    view.show_tables((make_table("", ("a",), [("x" * 5000,)]),), "")
    assert view.table.columnWidth(0) <= MOST_COLUMN
    assert len(cells(view)[1][0].replace("\u200b", "")) == CELL_LENGTH
