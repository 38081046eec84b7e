from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.case.cancelling import Cancelled
from timeline_app.case.file.json_faults import JsonFault, TooMuchWrong
from timeline_app.case.file.json_places import JsonPath, Oddity
from timeline_app.case.file.located_json import (
    DEEPEST,
    ENOUGH,
    check_end,
    end_of_value,
    ignore,
    places_in,
)
from timeline_app.case.problems import Code

texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=5)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | texts
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text('ab"\\\n🙂', max_size=2), inner, max_size=4)
    ),
    max_leaves=20,
)


def all_paths(value: object, path: JsonPath = ()) -> dict[JsonPath, object]:
    found: dict[JsonPath, object] = {path: value}
    if isinstance(value, dict):
        for name, inner in value.items():
            found |= all_paths(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found |= all_paths(inner, (*path, index))
    return found


def not_odd(odd: Oddity) -> None:
    pytest.fail(odd.text)


@given(values, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_every_value_is_found_where_it_stands(
    value: object, indent: int | str | None, ascii_only: bool
) -> None:
    text = " " + json.dumps(value, indent=indent, ensure_ascii=ascii_only) + "\n"
    expected = all_paths(value)
    places = places_in(text, 0, list(expected))
    assert places.keys() == expected.keys()
    for path, inner in expected.items():
        place = places[path]
        if place.end >= 0:
            assert json.loads(text[place.start : place.end]) == inner
        if path and isinstance(path[-1], str):
            assert json.JSONDecoder().raw_decode(text, place.key)[0] == path[-1]
        else:
            assert place.key == -1


@given(values)
def test_the_end_is_found(value: object) -> None:
    text = json.dumps(value)
    end = end_of_value(text + "  ", 0, (), not_odd)
    assert end == len(text)
    check_end(text + " \n", end)


@given(st.text('{}[]",:\\ 0123-.eEtruefalsn"a', max_size=25))
def test_what_is_json_is_decided_as_by_the_standard_library(text: str) -> None:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        with pytest.raises(JsonFault):
            check_end(text, end_of_value(text, 0, (), ignore))
    else:
        check_end(text, end_of_value(text, 0, (), ignore))


def test_places_of_some_values() -> None:
    text = '{"a": 1,\n "b": [{"c": "x"}, {"c": "y"}]}'
    places = places_in(text, 0, [("b", 1, "c"), ("nothing",), ("b", 7)])
    assert places[("b", 1, "c")].key == text.index('"c": "y"')
    assert ("nothing",) not in places
    assert places[("b",)].start == text.index("[")
    assert ("a",) not in places


def test_reading_ends_soon_after_the_last_place() -> None:
    text = '{"a": 1, "b": [' + "[1], " * 1_000 + "not JSON"
    assert places_in(text, 0, [("a",)])[("a",)].start == 6
    place = places_in(text, 0, [("b",)])[("b",)]
    assert (place.start, place.end) == (14, -1)


def test_a_small_object_is_read_to_its_end() -> None:
    text = '{"a": {"b": 1}, "c": 2}'
    place = places_in(text, 0, [("a",)])[("a",)]
    assert text[place.start : place.end] == '{"b": 1}'
    assert len(text) < ENOUGH


def oddities(text: str) -> list[Oddity]:
    found: list[Oddity] = []
    end_of_value(text, 0, (), found.append)
    return found


@pytest.mark.parametrize(
    ("text", "code", "path", "quoted"),
    [
        ('{"a":1,"a":2}', Code.DUPLICATE_KEY, ("a",), '"a"'),
        ('{"a":1,"\\u0061":2}', Code.DUPLICATE_KEY, ("a",), '"\\u0061"'),
        ('{"a":[],"b":{},"a":[]}', Code.DUPLICATE_KEY, ("a",), '"a"'),
        ('[{"x":{"a":1,"b":2,"a":3}}]', Code.DUPLICATE_KEY, (0, "x", "a"), '"a"'),
        ("[1, NaN]", Code.NUMBER_NOT_FINITE, (1,), "NaN"),
        ('{"a": -Infinity}', Code.NUMBER_NOT_FINITE, ("a",), "-Infinity"),
        ("[1e400]", Code.NUMBER_NOT_FINITE, (0,), "1e400"),
        ("[" + "9" * 601 + "]", Code.NUMBER_NOT_FINITE, (0,), "9" * 601),
        ('{"a": ["\\ud800"]}', Code.LONE_SURROGATE, ("a", 0), "\\ud800"),
        ('{"\\u0000": 1}', Code.NUL_CHARACTER, (), "\\u0000"),
    ],
)
def test_what_is_odd_is_told_and_passed(text: str, code: Code, path: JsonPath, quoted: str) -> None:
    found = oddities(text)
    assert [(odd.code, odd.path, text[odd.start : odd.end]) for odd in found] == [
        (code, path, quoted)
    ]


def test_large_finite_numbers_are_not_odd() -> None:
    assert oddities("[1e308, -1e308, 1e-400, " + "9" * 600 + "]") == []


@pytest.mark.parametrize("text", ['{"a":1}', '{"a":[]}', "[]", "{}", "[[],{}]"])
def test_an_empty_name_is_no_trouble(text: str) -> None:
    assert oddities(text.replace('"a"', '""')) == []
    assert [odd.path for odd in oddities('{"":1,"":2}')] == [("",)]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_nesting_has_an_end(opening: str, closing: str) -> None:
    text = opening * DEEPEST + "1" + closing * DEEPEST
    assert end_of_value(text, 0, (), ignore) == len(text)
    with pytest.raises(JsonFault) as raised:
        end_of_value(opening + text + closing, 0, (), ignore)
    assert raised.value.code is Code.TOO_DEEP
    assert raised.value.start == len(opening) * DEEPEST
    with pytest.raises(JsonFault):
        end_of_value(text, 0, ("outer",), ignore)


def test_nesting_without_end_costs_nothing() -> None:
    with pytest.raises(JsonFault):
        end_of_value("[" * 1_000_000, 0, (), ignore)


def test_a_limit_of_characters() -> None:
    text = "[" + "[]," * 1_000 + "[]]"
    assert end_of_value(text, 0, (), ignore, most=10_000) == len(text)
    with pytest.raises(TooMuchWrong):
        end_of_value(text, 0, (), ignore, most=1_000)


def test_reading_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        end_of_value("[" + "[]," * 1_000 + "[]]", 0, (), ignore, lambda: True)
