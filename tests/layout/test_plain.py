"""A line of a case's text never breaks the drawing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.plain import (
    ELLIPSIS,
    LINE_LENGTH,
    MOST_MARKS,
    STAND_IN,
    plain_line,
    plain_text,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("   ", ""),
        ("Copies files", "Copies files"),
        ("  Copies \n\t files  ", "Copies files"),
        ("a\u2028b\u2029c\u00a0d\u3000e", "a b c d e"),
        ("nul\x00bell\x07del\x7fc1\x9b", f"nul{STAND_IN}bell{STAND_IN}del{STAND_IN}c1{STAND_IN}"),
        ("user\u202egnp.exe", f"user{STAND_IN}gnp.exe"),
        ("\u2066isolate\u2069 \u200fmark", f"{STAND_IN}isolate{STAND_IN} {STAND_IN}mark"),
        ("lone \ud800 surrogate", f"lone {STAND_IN} surrogate"),
        ("\ufdd0\uffff\ufffe", STAND_IN * 3),
        ("z\u0301\u0302\u0303\u0304\u0305\u0306!", "z\u0301\u0302\u0303!"),
        ("张 \u200f", f"张 {STAND_IN}"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("👩\u200d👧 می\u200cخواهم", "👩\u200d👧 می\u200cخواهم"),
    ],
)
def test_one_harmless_line(text: str, shown: str) -> None:
    assert plain_line(text) == shown


def test_a_long_line_ends_in_an_ellipsis() -> None:
    shown = plain_line("word " * 1_000)
    assert len(shown) <= LINE_LENGTH
    assert shown.endswith("word" + ELLIPSIS)


def test_the_longest_line_that_is_kept_whole() -> None:
    assert plain_line("x" * LINE_LENGTH) == "x" * LINE_LENGTH
    assert plain_line("x" * (LINE_LENGTH + 1)) == "x" * (LINE_LENGTH - 1) + ELLIPSIS


def test_what_only_spaces_fill_is_cut_all_the_same() -> None:
    assert plain_line("start" + " " * 100_000 + "end") == "start" + ELLIPSIS


@given(st.text(max_size=40) | st.text(alphabet="a \n\u0301\u202e\x00…張", max_size=700))
def test_is_harmless_and_stays_what_it_is(text: str) -> None:
    shown = plain_line(text)
    assert plain_line(shown) == shown
    assert len(shown) <= LINE_LENGTH
    assert "  " not in shown
    assert shown == shown.strip()
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "\u0301" * (MOST_MARKS + 1) not in shown


def test_a_text_is_made_plain_however_long_it_is() -> None:
    assert plain_text(" a\n\tb " + "x" * 5_000) == "a b " + "x" * 5_000
    assert plain_text("\u202eabc\x00") == STAND_IN + "abc" + STAND_IN


@given(st.text(max_size=300))
def test_a_short_text_is_plain_like_a_line(text: str) -> None:
    assert plain_text(text) == plain_line(text)
