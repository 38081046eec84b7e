from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.file.json_faults import JsonFault
from timeline_app.case.file.json_strings import OddString, end_of_string, read_string
from timeline_app.case.problems import Code


def not_odd(odd: OddString) -> None:
    pytest.fail(odd.text)


def read(text: str, start: int = 0) -> tuple[str, int, list[OddString]]:
    odd: list[OddString] = []
    said, end = read_string(text, start, odd.append)
    return said, end, odd


@given(st.text(), st.booleans())
def test_strings_say_what_they_were_written_from(text: str, ascii_only: bool) -> None:
    text = text.replace("\0", "")
    written = json.dumps(text, ensure_ascii=ascii_only)
    assert read("[" + written + "]", 1) == (text, len(written) + 1, [])
    assert end_of_string(written, 0, not_odd) == len(written)


@given(st.text('"\\u0dD8cCeEnx/🙂\0\n\t', max_size=20))
def test_both_ways_end_alike(text: str) -> None:
    text = '"' + text
    odd: list[OddString] = []
    try:
        _, end, expected = read(text)
    except JsonFault as fault:
        start = fault.start
        with pytest.raises(JsonFault) as raised:
            end_of_string(text, 0, odd.append)
        start_again = raised.value.start
    else:
        start = start_again = 0
        assert end_of_string(text, 0, odd.append) == end
        assert odd == expected
    assert start_again == start


@given(st.text('"\\u0dD8cCeEnx/🙂\n\t', max_size=20))
def test_the_standard_library_reads_the_same(text: str) -> None:
    text = '"' + text
    try:
        said, end, odd = read(text)
    except JsonFault:
        with pytest.raises(ValueError, match="line 1"):
            json.JSONDecoder().raw_decode(text)
    else:
        expected, expected_end = json.JSONDecoder().raw_decode(text)
        assert end == expected_end
        assert odd or said == expected


@pytest.mark.parametrize(
    ("text", "said", "codes", "starts"),
    [
        (r'"\u0041\n\/\""', 'A\n/"', [], []),
        (r'"\ud83d\ude00"', "😀", [], []),
        (r'"\uD83D\uDE00"', "😀", [], []),
        (r'"a\ud83d"', "a�", [Code.LONE_SURROGATE], [2]),
        (r'"\ude00\ud83d"', "��", [Code.LONE_SURROGATE, Code.LONE_SURROGATE], [1, 7]),
        (r'"\ud83d\u0041"', "�A", [Code.LONE_SURROGATE], [1]),
        (r'"\u0000"', "�", [Code.NUL_CHARACTER], [1]),
        ('"a\0b\0"', "a�b�", [Code.NUL_CHARACTER, Code.NUL_CHARACTER], [2, 4]),
        (r'"\\u0000"', r"\u0000", [], []),
    ],
)
def test_what_is_odd_is_told(text: str, said: str, codes: list[Code], starts: list[int]) -> None:
    found, end, odd = read(text)
    assert found == said
    assert end == len(text)
    assert [one.code for one in odd] == codes
    assert [one.start for one in odd] == starts


@pytest.mark.parametrize(
    ("text", "start", "wrong"),
    [
        ('"abc', 0, "not closed"),
        ('"abc\\', 0, "not closed"),
        ('"abc\\"', 0, "not closed"),
        ('"abc\nd"', 0, "not closed"),
        ('"a\tb"', 2, "tab"),
        ('"a\x1bb"', 2, "control character"),
        (r'"a\qb"', 2, r"\q has no meaning"),
        (r'"a\u12"', 2, "hexadecimal"),
        (r'"a\u12é4"', 2, "hexadecimal"),
        (r'"\U0041"', 1, "has no meaning"),
    ],
)
def test_what_can_not_be_read(text: str, start: int, wrong: str) -> None:
    with pytest.raises(JsonFault, match=wrong.replace("\\", r"\\")) as raised:
        read(text)
    assert raised.value.code is Code.JSON_SYNTAX
    assert raised.value.start == start


def test_a_long_string_is_read_at_once() -> None:
    text = '"' + r"\n🙂" * 300_000 + '"'
    assert end_of_string(text, 0, not_odd) == len(text)
