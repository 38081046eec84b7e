from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.file.text_places import SHOWN, lines_and_columns, quotation, visible


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("", 0, 1, 1),
        ("abc", 2, 1, 3),
        ("a\nb", 1, 1, 2),
        ("a\nb", 2, 2, 1),
        ("a\r\nb", 3, 2, 1),
        ("a\rb", 2, 2, 1),
        ("a\r\rb", 3, 3, 1),
        ("\n\n\n", 3, 4, 1),
        ("李🙂x", 2, 1, 3),
        ("a\u2028b", 2, 1, 3),
    ],
)
def test_places(text: str, offset: int, line: int, column: int) -> None:
    assert lines_and_columns(text, [offset]) == {offset: (line, column)}


@given(st.text("a\r\n🙂", max_size=30), st.data())
def test_places_are_those_of_a_slow_count(text: str, data: st.DataObject) -> None:
    offsets = data.draw(st.lists(st.integers(0, len(text)), max_size=5))
    places = lines_and_columns(text, offsets)
    for offset in offsets:
        before = text[:offset]
        if before.endswith("\r") and text[offset : offset + 1] == "\n":
            continue  # inside a line end: no error stands there
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert places[offset] == (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain 李 🙂", "plain 李 🙂"),
        ("a\u202eb", "a\\u202eb"),
        ("a\x00b\x1b", "a\\u0000b\\u001b"),
        ("a\u00a0b", "a\\u00a0b"),
        ("\U000e0001", "\\U000e0001"),
        ("caf\udce9", "caf\ufffd"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_does_not_print_is_shown_as_its_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ('{"a":\n   1}', '{"a": 1}'),
        ("x" * SHOWN, "x" * SHOWN),
        ("x" * (SHOWN + 1), "x" * (SHOWN - 1) + "…"),
        ("x" * 1_000_000, "x" * (SHOWN - 1) + "…"),
        (" " * 1_000 + "x", " …"),
    ],
)
def test_a_quotation_is_short_and_on_one_line(text: str, shown: str) -> None:
    assert quotation(text) == shown


def test_a_quotation_of_a_part() -> None:
    assert quotation("one two three", 4, 7) == "two"
