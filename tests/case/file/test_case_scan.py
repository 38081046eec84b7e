from __future__ import annotations

import json
import math

import pytest

from timeline_app.case.cancelling import Cancelled, never
from timeline_app.case.file import case_scan
from timeline_app.case.file.case_scan import CaseScan
from timeline_app.case.file.faults import Faults
from timeline_app.case.file.json_faults import JsonFault, TooMuchWrong
from timeline_app.case.file.json_places import Place
from timeline_app.case.problems import Code


class Notebook:
    """Writes down what it is handed."""

    lists = frozenset({"events"})

    def __init__(self) -> None:
        self.handed: list[tuple[object, ...]] = []

    def root(self, value: object) -> None:
        self.handed.append(("root", value))

    def member(self, name: str, value: object) -> None:
        self.handed.append((name, value))

    def element(self, name: str, index: int, value: object) -> None:
        self.handed.append((name, index, value))


def scan(text: str) -> tuple[list[tuple[object, ...]], CaseScan, list[Code]]:
    notebook, faults = Notebook(), Faults()
    reader = CaseScan(text, notebook, faults)
    reader.run()
    return (
        notebook.handed,
        reader,
        [p.code for p in faults.problems(text, reader.outline, "", never)],
    )


def test_pieces_are_handed_over_in_the_order_of_the_file() -> None:
    text = '{"a": "x", "events": [{"b": [1]}, [], 5], "c": [[1]], "d": {"e": 1}, "f": null}'
    handed, _, codes = scan(text)
    assert handed == [
        ("a", "x"),
        ("events", []),
        ("events", 0, {"b": [1]}),
        ("events", 1, []),
        ("events", 2, 5),
        ("c", []),
        ("d", {}),
        ("f", None),
    ]
    assert codes == []


def test_the_outline_says_where_they_stand() -> None:
    text = ' {"a": "x", "events": [{}, {"b": 1}]} '
    _, reader, _ = scan(text)
    outline = reader.outline
    assert outline.whole == Place(-1, 1, len(text) - 1)
    assert outline.members["a"] == Place(2, 7, 10)
    assert outline.members["events"] == Place(12, 22, len(text) - 2)
    assert list(outline.starts["events"]) == [23, 27]


@pytest.mark.parametrize("text", ["[1, 2]", '"x"', "5", "null", "true"])
def test_another_outermost_value(text: str) -> None:
    value = json.loads(text)
    assert scan(text)[0] == [("root", [] if isinstance(value, list) else value)]


@pytest.mark.parametrize("text", ["{}", " { } ", '{"events": []}', '{"events": [ ]}'])
def test_nothing_inside(text: str) -> None:
    assert [entry for entry in scan(text)[0] if len(entry) == 3] == []


def test_a_list_that_stands_twice_is_handed_over_once() -> None:
    handed, _, codes = scan('{"events": [{"a": 1}], "events": [{"b": 1}]}')
    assert handed == [("events", []), ("events", 0, {"a": 1})]
    assert codes == [Code.DUPLICATE_KEY]


@pytest.mark.parametrize(
    ("element", "codes"),
    [
        ('{"a": 1, "a": 2}', [Code.DUPLICATE_KEY]),
        ('{"a": [{"b": 1, "b": 1}]}', [Code.DUPLICATE_KEY]),
        ('{"a": NaN}', [Code.NUMBER_NOT_FINITE]),
        ('{"a": 1e999}', [Code.NUMBER_NOT_FINITE]),
        ('{"a": -Infinity}', [Code.NUMBER_NOT_FINITE]),
        ('{"a": ' + "1" * 5_000 + "}", [Code.NUMBER_NOT_FINITE]),
        ('{"a": "\\ud800"}', [Code.LONE_SURROGATE]),
        ('{"a": "\\ud83d\\ude00"}', []),
        ('{"a": "\\u0000\0"}', [Code.NUL_CHARACTER, Code.NUL_CHARACTER]),
        ('{"a": "\\\\u0000"}', []),
        ('{"a": 1.5e3}', []),
        ('"\\ud800"', [Code.LONE_SURROGATE]),
    ],
)
def test_what_is_odd_in_an_element_is_listed_and_passed(element: str, codes: list[Code]) -> None:
    handed, _, found = scan(f'{{"events": [{{}}, {element}, {{}}]}}')
    assert found == codes
    assert len(handed) == 4


def test_numbers_without_end() -> None:
    handed, _, _ = scan('{"events": [{"a": [NaN, 1e999, -1e999, ' + "1" * 5_000 + "]}]}")
    numbers = handed[1][2]
    assert isinstance(numbers, dict)
    first, *others = numbers["a"]
    assert math.isnan(first)
    assert all(math.isinf(number) for number in others)


@pytest.mark.parametrize("depth", [98, 99, 2_000, 100_000])
def test_an_element_that_is_too_deep(depth: int) -> None:
    text = '{"events": [' + "[" * depth + "]" * depth + "]}"
    if depth == 98:
        assert len(scan(text)[0]) == 2
        return
    with pytest.raises(JsonFault) as raised:
        scan(text)
    assert raised.value.code is Code.TOO_DEEP
    assert raised.value.path[:2] == ("events", 0)


def test_many_brackets_need_not_be_deep() -> None:
    text = '{"events": [{"a": [' + "[], " * 200 + "{}]}]}"
    assert len(scan(text)[0]) == 2


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"events": [{} {}]}', ("events",)),
        ('{"events": [{},]}', ("events",)),
        ('{"events": [{}', ("events",)),
        ('{"events": [01]}', ("events", 0)),
        ('{"events": [{"a": 01}]}', ("events", 0)),
        ('{"a": tru}', ("a",)),
        ('{"a": 1 "b": 2}', ()),
        ('{"a" 1}', ()),
        ("{a: 1}", ()),
        ('{"a": 1,}', ()),
        ("", ()),
        ("{} {}", ()),
    ],
)
def test_what_is_not_json_says_where(text: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(JsonFault) as raised:
        scan(text)
    assert raised.value.path == path


def test_a_misplaced_value_is_handed_over_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(case_scan, "MISPLACED", 100)
    notebook = Notebook()
    with pytest.raises(TooMuchWrong):
        CaseScan('{"x": [' + "[]," * 1_000, notebook, Faults()).run()
    assert notebook.handed == [("x", [])]


def test_reading_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        CaseScan('{"events": [{}]}', Notebook(), Faults(), lambda: True).run()
