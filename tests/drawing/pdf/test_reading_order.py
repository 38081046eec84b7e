"""From the page back to the order of reading."""

from __future__ import annotations

import pytest

from timeline_app.drawing.pdf.reading_order import (
    has_joined,
    has_right_to_left,
    is_right_to_left,
    plain_letters,
    reading_order,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc שלום", False), ("שלום abc", True), ("12 مرحبا", True), ("2024", False), ("张三", False)],
)
def test_the_first_letter_tells_the_direction(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("stretches", "right_to_left", "expected"),
    [
        (["abc ", "张三", " def"], False, [0, 1, 2]),
        (["abc ", "עולם", " ", "שלום", " def"], False, [0, 3, 2, 1, 4]),
        (["עולם", " ", "שלום"], True, [2, 1, 0]),
        (["abc", " ", "עולם"], True, [2, 1, 0]),
        (["ab", "張", " ", "עולם", " ", "שלום"], True, [5, 4, 3, 2, 0, 1]),
        ([], False, []),
    ],
)
def test_stretches_are_read_in_the_order_of_the_text(
    stretches: list[str], right_to_left: bool, expected: list[int]
) -> None:
    assert reading_order(stretches, right_to_left=right_to_left) == expected


@pytest.mark.parametrize(
    ("stated", "text", "plain"),
    [
        ("\t", "a b", " "),
        ("\ufee3", "مرحبا", "م"),  # a form of meem at the beginning of a word
        ("\ufefb", "لا", "لا"),  # two letters joined
        ("\u2f00", "一", "一"),  # a radical that looks like the letter
        ("x", "x", "x"),
        ("x", "y", "x"),
    ],
)
def test_a_glyph_stands_for_the_plain_letter(stated: str, text: str, plain: str) -> None:
    assert plain_letters(stated, text) == plain


@pytest.mark.parametrize(
    ("text", "joined", "turned"),
    [
        ("abc", False, False),
        ("张三丰 é", False, False),
        ("e\u0301", True, False),
        ("שלום", True, True),
        ("😀", True, False),
        ("क्षि", True, False),
    ],
)
def test_what_is_shown_otherwise_than_letter_by_letter(
    text: str, joined: bool, turned: bool
) -> None:
    assert has_joined(text) is joined
    assert has_right_to_left(text) is turned
