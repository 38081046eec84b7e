"""A table as text fits its width and loses no word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.hostile_texts import tables
from timeline_app.cli.table_text import LEAST, table_text
from timeline_app.cli.wrapping import cells
from timeline_app.tables.table import Table, make_table

SMALL = make_table(
    "Two cases",
    ("stretch", "A", "B"),
    [("contact → leak", "at least 1 month", ""), ("leak → arrest", "not established", "3 days")],
    ["A note that is longer than one line has room for, so that it goes on."],
)


def test_columns_are_as_wide_as_they_need_to_be() -> None:
    assert table_text(SMALL, 60) == (
        "Two cases\n"
        "stretch         A                 B\n"
        "--------------  ----------------  ------\n"
        "contact → leak  at least 1 month\n"
        "leak → arrest   not established   3 days\n"
        "- A note that is longer than one line has room for, so that\n"
        "  it goes on."
    )


def test_a_wide_column_gives_way() -> None:
    assert table_text(SMALL, 38).splitlines()[1:6] == [
        "stretch         A               B",
        "--------------  --------------  ------",
        "contact → leak  at least 1",
        "                month",
        "leak → arrest   not             3 days",
    ]


def test_where_columns_would_be_too_narrow_rows_are_told_one_below_the_other() -> None:
    assert table_text(SMALL, 3 * LEAST - 4).splitlines()[1:6] == [
        "stretch: contact → leak",
        "A: at least 1 month",
        "",
        "stretch: leak → arrest",
        "A: not established",
    ]


def test_a_table_without_rows_is_its_title_and_notes() -> None:
    assert table_text(make_table("Penalties", ("a",), [], ["None."]), 60) == "Penalties\n- None."


@settings(max_examples=40)
@given(tables(), st.integers(20, 100))
def test_no_line_is_too_wide_and_no_letter_is_lost(table: Table, width: int) -> None:
    text = table_text(table, width)
    assert max(map(cells, text.splitlines()), default=0) <= max(width, 22)
    shown = "".join(text.split())
    for cell in (table.title, *table.notes, *(cell for row in table.rows for cell in row)):
        for word in cell.split():
            assert set(word) <= set(shown)


@pytest.mark.parametrize("width", [22, 40, 60, 80, 96])
def test_every_line_fits_a_terminal(width: int) -> None:
    assert max(map(cells, table_text(SMALL, width).splitlines())) <= width
