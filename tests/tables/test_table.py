"""A table holds one plain line in each cell, and a cell for each name of its header."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given, settings

from tests.tables.hostile_texts import tables, texts
from timeline_app.layout.plain import LINE_LENGTH, STAND_IN
from timeline_app.tables.table import Table, make_table, plain_text


@settings(max_examples=40)
@given(tables())
def test_every_text_is_one_harmless_line(table: Table) -> None:
    for text in (
        table.title,
        *table.header,
        *table.notes,
        *(cell for row in table.rows for cell in row),
    ):
        assert not {category(character) for character in text} & {"Cc", "Cs", "Zl", "Zp"}
        assert text.splitlines() in ([], [text])
        assert not {"\u202e", "\u2066"} & set(text)
        assert text == text.strip()
    assert all(table.notes)


@settings(max_examples=40)
@given(texts)
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)


def test_nothing_is_cut() -> None:
    words = "word " * 400 + "李" * 2 * LINE_LENGTH
    assert plain_text(words) == words
    assert (
        plain_text("a\x00b\n" * LINE_LENGTH)
        == f"a{STAND_IN}b " * (LINE_LENGTH - 1) + f"a{STAND_IN}b"
    )


@pytest.mark.parametrize("row", [(), ("a",), ("a", "b", "c")])
def test_a_row_of_another_width_is_no_row(row: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="a cell for each name"):
        make_table("", ("a", "b"), [row])


def test_a_table_has_a_header() -> None:
    with pytest.raises(ValueError, match="a cell for each name"):
        make_table("", (), [])


def test_empty_notes_are_left_out() -> None:
    assert make_table("", ("a",), [], ["", "b", "\n"]).notes == ("b",)
