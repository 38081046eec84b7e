"""What a terminal may be given: nothing that it obeys, in lines that fit, coloured where wanted."""

from __future__ import annotations

import io
import json
import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.cli.terminal import (
    PLAIN_ERRORS,
    STAND_IN,
    Colour,
    coloured,
    in_json,
    is_terminal,
    one_line,
)

OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
ODD = "".join(
    chr(number)
    for span in ((0, 0x20), (0x7F, 0xA0), (0x2028, 0x202F), (0x2066, 0x2070), (0xFFF9, 0x10000))
    for number in range(*span)
)
JOINED = "شِعر\u200f \u200e می\u200cخواهم 👩\u200d👩\u200d👦 李"
any_text = st.text(st.one_of(st.characters(), st.sampled_from(ODD), st.sampled_from("ab 李王，。")))


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(os, "name", "posix")
    return Screen()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain words", "plain words"),
        ("  two   spaces ", "two spaces"),
        ("a\nforged: line\r\n\tb", "a forged: line b"),
        ("a\u2028b\u2029c\x85d\u00a0e", "a b c d e"),
        ("\x1b[31mred\x1b]0;title\x07", f"{STAND_IN}[31mred{STAND_IN}]0;title{STAND_IN}"),
        ("\x9b2J", f"{STAND_IN}2J"),
        ("\x00\x7f", STAND_IN * 2),
        ("abc\u202egnp.exe", f"abc{STAND_IN}gnp.exe"),
        ("\u2066a\u2069", f"{STAND_IN}a{STAND_IN}"),
        ("a\udcffb\U000e0041", f"a{STAND_IN}b{STAND_IN}"),
        (JOINED, JOINED),
        ("", ""),
    ],
)
def test_a_line_holds_nothing_that_a_terminal_obeys(text: str, line: str) -> None:
    assert one_line(text) == line


@given(any_text)
def test_one_line_is_one_harmless_line_and_stays_so(text: str) -> None:
    line = one_line(text)
    assert not OBEYED.search(line)
    assert one_line(line) == line


@given(any_text)
def test_json_keeps_every_text_and_shows_nothing_that_is_obeyed(text: str) -> None:
    plain = text.encode("utf-8", "replace").decode()  # no lone surrogates
    as_it_is = json.dumps({plain: [plain]}, ensure_ascii=False, indent=2)
    for ascii_only in (False, True):
        made = in_json(as_it_is, ascii_only=ascii_only)
        assert json.loads(made) == {plain: [plain]}
        assert not OBEYED.search(made.replace("\n", ""))
        assert made.isascii() or not ascii_only


def test_json_has_a_stand_in_for_what_is_no_text() -> None:
    made = in_json(json.dumps("file-\udcff", ensure_ascii=False), ascii_only=False)
    assert json.loads(made) == f"file-{STAND_IN}"


def test_an_escape_after_a_backslash_is_still_one() -> None:
    text = "\\\u009b\\u009b"
    assert json.loads(in_json(json.dumps(text, ensure_ascii=False), ascii_only=False)) == text


def test_colours_are_for_terminals(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert coloured("error", Colour.RED, screen) == "\x1b[31merror\x1b[0m"
    assert coloured("error", Colour.RED, io.StringIO()) == "error"
    assert coloured("error", Colour.RED, None) == "error"
    monkeypatch.setenv("NO_COLOR", "")
    assert coloured("error", Colour.RED, screen) != "error"
    for variable, value in (("NO_COLOR", "0"), ("TERM", "dumb")):
        with monkeypatch.context() as changed:
            changed.setenv(variable, value)
            assert coloured("error", Colour.RED, screen) == "error"


def test_the_old_windows_console_gets_no_colours(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "name", "nt")
    assert coloured("note", Colour.CYAN, screen) == "note"
    monkeypatch.setenv("WT_SESSION", "1")
    assert coloured("note", Colour.CYAN, screen) != "note"


def test_a_closed_stream_is_no_terminal(screen: Screen) -> None:
    assert is_terminal(screen)
    screen.close()
    assert not is_terminal(screen)


def test_a_stream_of_few_letters_gets_plain_ones() -> None:
    text = "‘a’ “b” … → 3–4 · 5×6 李"
    assert text.encode("ascii", PLAIN_ERRORS) == b"'a' \"b\" ... -> 3-4 - 5x6 \\u674e"
    assert "·é‘".encode("latin-1", PLAIN_ERRORS) == b"\xb7\xe9'"
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", PLAIN_ERRORS)
