from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.file.decoding import decode
from timeline_app.case.file.faults import MOST
from timeline_app.case.problems import Code


@given(st.text())
def test_utf8_is_what_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.text == text
    assert decoded.oddities == []


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (b"caf\xe9", [(3, 4)]),
        ("李é".encode() + b"\xff\xfea\xff", [(2, 4), (5, 6)]),
        (b"\xed\xa0\x80", [(0, 3)]),
        (b"\xc0\x80", [(0, 2)]),
        (b"ab\xe6\x9d", [(2, 4)]),
    ],
)
def test_each_place_that_is_not_utf8_is_told(data: bytes, places: list[tuple[int, int]]) -> None:
    decoded = decode(data)
    assert [(odd.start, odd.end) for odd in decoded.oddities] == places
    assert {odd.code for odd in decoded.oddities} == {Code.NOT_UTF8}


def test_the_bytes_are_named() -> None:
    assert decode(b"\xe9").oddities[0].text == "these bytes are not UTF-8: E9"
    assert decode(b"\xff" * 9).oddities[0].text == "these bytes are not UTF-8: FF FF FF FF …"


def test_no_more_places_than_are_of_use() -> None:
    assert len(decode(b"\xffa" * (MOST + 5)).oddities) == MOST
