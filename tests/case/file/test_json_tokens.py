from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.file.json_tokens import (
    ELEMENT,
    LONGEST_NUMBER,
    MEMBER,
    NUMBER,
    WORD,
    after_blank,
    odd_token,
)


@given(st.text("0123456789-+.eE", max_size=8))
def test_numbers_are_those_of_the_standard_library(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        assert NUMBER.fullmatch(text) is None
    else:
        assert NUMBER.fullmatch(text) is not None


@pytest.mark.parametrize("text", ["01", "1.", "1-", "1x", "1_0", "1.5.2", "--1", "1e", "0x1", "1é"])
def test_no_numbers(text: str) -> None:
    assert NUMBER.match(text) is None


@pytest.mark.parametrize("text", ["true", "false", "null", "NaN", "Infinity", "-Infinity"])
def test_words(text: str) -> None:
    assert WORD.match(text + ",") is not None
    assert WORD.match(text + "s") is None


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ('"a":1,', ("a", "1", ",")),
        (' "a" : "b: c" }', ("a", '"b: c"', "}")),
        ('"":true,', ("", "true", ",")),
        ('"a":-0}', ("a", "-0", "}")),
    ],
)
def test_simple_members(text: str, groups: tuple[str, ...]) -> None:
    found = MEMBER.match(text)
    assert found is not None
    assert found.groups() == groups


@pytest.mark.parametrize(
    "text",
    ['"a":1.5,', '"a":"\\n",', '"\\n":1,', '"a":[],', '"a":1]', '"a" 1,', '"a":01,', '"a":"\n",'],
)
def test_members_that_are_not_simple(text: str) -> None:
    assert MEMBER.match(text) is None


@pytest.mark.parametrize("text", ["1,", ' "a" ]', "null\n,"])
def test_simple_elements(text: str) -> None:
    assert ELEMENT.match(text) is not None


@pytest.mark.parametrize("text", ["[],", "1}", "1.0,", ",", "]"])
def test_elements_that_are_not_simple(text: str) -> None:
    assert ELEMENT.match(text) is None


@pytest.mark.parametrize(("text", "place"), [("", 0), ("a", 0), (" \t\r\n a", 5), ("\u00a0a", 0)])
def test_white_space(text: str, place: int) -> None:
    assert after_blank(text, 0) == place


@pytest.mark.parametrize("token", ["1", "-1", "1e308", "1e-999", "true", "9" * LONGEST_NUMBER])
def test_tokens(token: str) -> None:
    assert odd_token(token) is None


@pytest.mark.parametrize("token", ["NaN", "-Infinity", "1e309", "-1.0e400", "9" * 10_000])
def test_odd_tokens(token: str) -> None:
    assert odd_token(token) is not None
