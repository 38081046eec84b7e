"""Markdown shows the texts of a table and nothing in them acts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from tests.tables.hostile_texts import tables
from timeline_app.tables.markdown_table import escaped, markdown_text
from timeline_app.tables.table import Table, make_table

UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(?:[|`*_\[\]<>&~#$@]|:(?=//)|(?<=www)\.)")


def shown(line: str) -> str:
    """The text that a reader sees of escaped text: a backslash before punctuation goes."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)


def cells(line: str) -> list[str]:
    """The cells of a row, split at pipes that have no backslash before them."""
    assert line.startswith("| ")
    assert line.endswith(" |")
    parts, escape = [""], False
    for character in line[1:-1]:
        if character == "|" and not escape:
            parts.append("")
        else:
            parts[-1] += character
        escape = character == "\\" and not escape
    return [part[1:-1] for part in parts]


@settings(max_examples=40)
@given(tables())
def test_the_texts_come_back_and_nothing_in_them_acts(table: Table) -> None:
    lines = markdown_text(table).removesuffix("\n").split("\n")
    assert shown(lines[0]) == f"# {table.title}"
    texts = [lines[0][2:]]
    rows = [line for line in lines[1:] if line.startswith("|")]
    if table.rows:
        assert rows.pop(1) == f"| {' | '.join(['---'] * len(table.header))} |"
        assert [[*map(shown, cells(row))] for row in rows] == [
            list(table.header), *map(list, table.rows),
        ]  # fmt: skip
        texts += [cell for row in rows for cell in cells(row)]
    notes = [line for line in lines[1:] if line.startswith("- ")]
    assert [shown(note)[2:] for note in notes] == list(table.notes)
    texts += [note[2:] for note in notes]
    assert [text for text in texts if UNESCAPED.search(text)] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", r"a\|b"),
        ("`x` *y*", r"\`x\` \*y\*"),
        ("<b>&lt;", r"\<b\>\&lt;"),
        ("[a](http://b.c)", r"\[a\](http\://b.c)"),
        ("www.b.c", r"www\.b.c"),
        ("at 14:30, 5-7 Mar. (2 days)", "at 14:30, 5-7 Mar. (2 days)"),
        ("\\|", r"\\\|"),
    ],
)
def test_only_what_would_act_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("- a", r"- \- a"),
        ("1. a", r"- 1\. a"),
        ("+ a", r"- \+ a"),
        ("# a", r"- \# a"),
        ("===", r"- \==="),
    ],
)
def test_a_note_begins_no_list_or_heading_of_its_own(note: str, line: str) -> None:
    assert markdown_text(make_table("t", ("a",), [], [note])).endswith(f"\n{line}\n")


def test_several_tables_stand_one_below_the_other() -> None:
    first = make_table("One", ("a", "b"), [("1", "")], ["A note."])
    second = make_table("Two", ("c",), [], ["Nothing here."])
    assert markdown_text(first, second) == (
        "# One\n\n| a | b |\n| --- | --- |\n| 1 |  |\n\n- A note.\n\n## Two\n\n- Nothing here.\n"
    )
