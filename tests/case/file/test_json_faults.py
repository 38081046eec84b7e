from __future__ import annotations

import pytest

from timeline_app.case.file.json_faults import JsonFault, end_of_token
from timeline_app.case.file.located_json import check_end, end_of_value, ignore
from timeline_app.case.problems import Code

FAULTS = [
    ("", 0, "the file ends where a value should stand"),
    ("[", 1, "the file ends before the ‘[’ of line 1 is closed"),
    ('{"a":\n[1,\n', 10, "the file ends before the ‘[’ of line 2 is closed"),
    ('{"a":1\n]', 7, "the ‘{’ of line 1 is closed with ‘]’"),
    ("[1,]", 3, "a comma stands before the closing bracket"),
    ('{"a":1,}', 7, "a comma stands before the closing bracket"),
    ("[,1]", 1, "a value is missing before a comma"),
    ('{"a":}', 5, "a value is missing before ‘}’"),
    ('{"a":1,,', 7, "there is a comma too many"),
    ('{"a" 1}', 5, "a colon is missing after the name of a field"),
    ('{"a":1 "b":2}', 7, "a comma is missing between two fields"),
    ("[1 2]", 3, "a comma is missing between two elements of a list"),
    ("[1;2]", 2, "a comma is missing between two elements of a list"),
    ("{a:1}", 1, "the name of a field stands in double quotes"),
    ("{1:1}", 1, "the name of a field was expected here"),
    ("{]", 1, "the ‘{’ of line 1 is closed with ‘]’"),
    ("['a']", 1, "JSON has double quotes only"),
    ("[“a”]", 1, "JSON has straight quotes only"),
    ("[#", 1, "JSON has no comments"),
    ("[1 // one", 3, "JSON has no comments"),
    ("[/* one */]", 1, "JSON has no comments"),
    ("[TRUE]", 1, "JSON does not know ‘TRUE’"),
    ("[nil]", 1, "JSON does not know ‘nil’"),
    ("[truely]", 1, "a text stands in double quotes"),
    ("[yes!]", 1, "JSON does not know ‘yes’"),
    ("[?]", 1, "a value was expected here"),
    ("[+1]", 1, "a number has no plus sign"),
    ("[007]", 1, "a number has no zeros in front"),
    ("[-01]", 1, "a number has no zeros in front"),
    ("[.5]", 1, "a number does not begin with a point"),
    ("[5.]", 1, "a number does not end in a point"),
    ("[1_000]", 1, "a number has digits only"),
    ("[2015-02-29]", 1, "a date or time is a text in double quotes"),
    ("[10:15]", 3, "a comma is missing between two elements of a list"),
    ("[0x1F]", 1, "this is not a number as JSON writes it"),
    ("[1e]", 1, "this is not a number as JSON writes it"),
    ("[\u00a01]", 1, "the character U+00A0 stands outside any text"),
    ("[\ufeff1]", 1, "the character U+FEFF stands outside any text"),
    ("[\x0b1]", 1, "the character U+000B stands outside any text"),
    ("[\udcff1]", 1, "bytes that are no text stand here"),
    ("[1] x", 4, "more follows after the end of the case"),
    ("{} {}", 3, "more follows after the end of the case"),
]


@pytest.mark.parametrize(("text", "start", "wrong"), FAULTS, ids=[text for text, *_ in FAULTS])
def test_faults_are_said_in_words(text: str, start: int, wrong: str) -> None:
    with pytest.raises(JsonFault) as raised:
        check_end(text, end_of_value(text, 0, (), ignore))
    assert raised.value.text == wrong
    assert raised.value.start == start
    assert raised.value.code is Code.JSON_SYNTAX
    assert raised.value.expected


def test_nul_outside_any_text() -> None:
    with pytest.raises(JsonFault) as raised:
        end_of_value("[\0]", 0, (), ignore)
    assert raised.value.code is Code.NUL_CHARACTER


@pytest.mark.parametrize(
    ("text", "end"), [("abc def", 3), ("-1.5e3,", 6), ("//", 1), ("", 0), ("🙂a", 1)]
)
def test_the_end_of_a_word_or_sign(text: str, end: int) -> None:
    assert end_of_token(text, 0) == end
