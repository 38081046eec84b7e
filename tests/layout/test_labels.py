"""Text cut to its room."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.fake_measurer import MEASURER
from timeline_app.layout.chart import Rect, TextRole
from timeline_app.layout.labels import elided, fitting_length, free_of, whole_lines, wrapped
from timeline_app.layout.plain import ELLIPSIS, plain_line, plain_text

ROLE = TextRole.LABEL
WIDE = 6.0  # pixels of a character


def cut(text: str, characters: float) -> str:
    return elided(text, characters * WIDE, ROLE, MEASURER)


def lines(text: str, characters: float, most: int) -> tuple[tuple[str, ...], bool]:
    found = wrapped(text, characters * WIDE, most, ROLE, MEASURER)
    return found.lines, found.elided


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("Arrested", 8, "Arrested"),
        ("Arrested", 7, "Arrest…"),
        ("Is arrested", 4, "Is…"),
        ("Arrested", 3, "Ar…"),
        ("Arrested", 2, ""),
        ("Arrested", 0, ""),
        ("", 5, ""),
        ("two\nlines", 9, "two lines"),
        ("被捕了吗", 3, "被捕…"),
    ],
)
def test_one_line(text: str, characters: float, expected: str) -> None:
    assert cut(text, characters) == expected


@pytest.mark.parametrize(
    ("text", "characters", "most", "expected", "is_elided"),
    [
        ("Copies and sells files", 11, 2, ("Copies and", "sells files"), False),
        ("Copies and sells files", 11, 1, ("Copies and…",), True),
        ("Copies and sells", 6, 3, ("Copies", "and", "sells"), False),
        ("Investigated", 7, 2, ("Invest-", "igated"), False),
        ("Investigated at length", 7, 2, ("Invest-", "igated…"), True),
        ("被捕、判刑并处罚金", 4, 3, ("被捕、判", "刑并处罚", "金"), False),
        ("被捕判。刑", 3, 3, ("被捕", "判。刑"), False),
        ("one", 10, 3, ("one",), False),
        ("", 10, 3, (), False),
        ("wide", 1, 2, (), True),
        ("1234567890", 5, 2, ("12345", "67890"), False),
    ],
)
def test_several_lines(
    text: str, characters: float, most: int, expected: tuple[str, ...], is_elided: bool
) -> None:
    assert lines(text, characters, most) == (expected, is_elided)


def test_a_letter_keeps_its_marks_and_a_joined_sign_its_parts() -> None:
    assert cut("Cafe\u0301 au lait", 6.0) == "Café…".replace("é", "e\u0301")
    assert cut("Ze\u0301ro", 2.9) == ""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert cut(f"ab{family}cd", 5.0) == "ab…"


texts = st.text(st.sampled_from("ab cde\u0301被捕，\n\t\u202e😀\u200dXYZ"), max_size=60)


@given(text=texts, width=st.floats(0, 300), most=st.integers(1, 5))
def test_no_line_is_wider_than_its_room(text: str, width: float, most: int) -> None:
    found = wrapped(text, width, most, ROLE, MEASURER)
    assert len(found.lines) <= most
    assert all(0 < MEASURER.width(line, ROLE) <= width for line in found.lines)
    assert MEASURER.width(elided(text, width, ROLE, MEASURER), ROLE) <= width


@given(text=texts, width=st.floats(0, 300), most=st.integers(1, 5))
def test_lines_hold_the_whole_text_or_say_that_they_do_not(
    text: str, width: float, most: int
) -> None:
    found = wrapped(text, width, most, ROLE, MEASURER)
    letters = "".join(found.lines).replace(" ", "").replace("-", "")
    whole = plain_line(text).replace(" ", "")
    if found.elided:
        assert not letters or letters.endswith(ELLIPSIS) or not whole.startswith(letters)
    else:
        assert letters == whole


@given(text=texts, width=st.floats(0, 300))
def test_a_cut_never_begins_with_a_mark(text: str, width: float) -> None:
    line = plain_line(text)
    length = fitting_length(line, width, ROLE, MEASURER)
    assert 0 <= length <= len(line)
    if 0 < length < len(line):
        assert not unicodedata.combining(line[length])


def test_a_title_of_a_million_characters_costs_no_more() -> None:
    assert cut("a" * 1_000_000, 10) == "aaaaaaaaa…"
    assert len(lines("word " * 200_000, 20, 3)[0]) == 3


def test_room_is_free_with_a_margin() -> None:
    other = [Rect(10.0, 10.0, 10.0, 10.0)]
    assert free_of(Rect(20.0, 10.0, 5.0, 5.0), other)
    assert not free_of(Rect(20.0, 10.0, 5.0, 5.0), other, 1.0)
    assert not free_of(Rect(15.0, 15.0, 1.0, 1.0), other)
    assert free_of(Rect(0.0, 0.0, 1.0, 1.0), [])


@given(text=texts, width=st.floats(1, 300))
def test_whole_lines_leave_nothing_out(text: str, width: float) -> None:
    found = whole_lines(text, width, ROLE, MEASURER)
    letters = "".join(found).replace(" ", "").replace("-", "")
    assert letters == plain_text(text).replace(" ", "").replace("-", "")
    assert all(MEASURER.width(line, ROLE) <= width or len(line) == 1 for line in found)


def test_whole_lines_of_a_very_long_title() -> None:
    found = whole_lines("x" * 5_000 + " end", 60.0, ROLE, MEASURER)
    assert found[0] == "x" * 9 + "-"
    assert found[-1] == "xxxxx end"
    assert "".join(found).replace("-", "") == "x" * 5_000 + " end"
    assert whole_lines("", 60.0, ROLE, MEASURER) == ()
