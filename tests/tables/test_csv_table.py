"""A CSV file gives back what was in the table, and no cell of it acts in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings

from tests.tables.hostile_texts import tables, texts
from timeline_app.tables.csv_table import csv_bytes, csv_text, inert, without_apostrophes
from timeline_app.tables.table import Table, make_table, plain_text

# Stricter and simpler than the program: the first sign that anybody sees.
FIRST_SEEN = re.compile(r"[\s\"'“”‘’`\u00ad\u200b-\u200f\u2060\ufeff]*(.?)", re.DOTALL)
SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫−\t\r"


def acts(cell: str) -> bool:
    """Whether a spreadsheet could take the cell for a formula."""
    match = FIRST_SEEN.match(cell)
    return not cell.startswith("'") and match is not None and match[1] != "" and match[1] in SIGNS


def read(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_text(table), newline=""), strict=True))


@settings(max_examples=40)
@given(tables())
def test_the_cells_come_back(table: Table) -> None:
    rows = [[without_apostrophes(cell) for cell in row] for row in read(table)]
    assert rows == [list(table.header), *map(list, table.rows)]


@settings(max_examples=40)
@given(tables())
def test_no_cell_begins_a_formula_whatever_the_separator(table: Table) -> None:
    for row in read(table):
        for cell in row:
            assert not acts(cell)
            assert not any(acts(part) for part in cell.split(";"))


@settings(max_examples=40)
@given(texts)
def test_an_apostrophe_is_taken_away_where_it_was_put(text: str) -> None:
    plain = plain_text(text)
    assert without_apostrophes(inert(plain)) == plain


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("-5 days", "'-5 days"),
        (' "=1"', '\' "=1"'),
        ("'=1", "''=1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("a=1", "a=1"),
        ("'tis", "'tis"),
        ("", ""),
        ("not before 2024", "not before 2024"),
    ],
)
def test_only_what_would_act_is_changed(cell: str, written: str) -> None:
    assert inert(cell) == written


def test_a_number_keeps_its_minus_in_a_column_of_numbers_only() -> None:
    rows = [("-5", "-5"), ("-5+1", "-5+1")]
    table = make_table("", ("words", "seconds"), rows, numeric=["seconds"])
    assert read(table)[1:] == [["'-5", "-5"], ["'-5+1", "'-5+1"]]


def test_the_file_is_as_the_standard_has_it_with_a_mark() -> None:
    table = make_table("left out", ("a", "b"), [('x "y", z', ""), ("1", "李")], ["left out"])
    assert csv_bytes(table) == (b'\xef\xbb\xbfa,b\r\n"x ""y"", z",\r\n1,\xe6\x9d\x8e\r\n')
