from __future__ import annotations

import json
from typing import get_args

import pytest
from msgspec import Struct
from msgspec.json import decode
from msgspec.structs import fields

from timeline_app.case import model
from timeline_app.case.file import key_counting
from timeline_app.case.file.key_counting import CaseKeys, EventKeys, KeyCount
from timeline_app.case.model import Case, Event

PAIRS: list[tuple[type[Struct], type[Struct]]] = [
    (Case, CaseKeys),
    (Event, EventKeys),
    (model.Actor, key_counting._ActorKeys),
    (model.Source, key_counting._SourceKeys),
    (model.Text, key_counting._TextKeys),
    (model.Claim, key_counting._ClaimKeys),
    (model.Lasting, key_counting._LastingKeys),
    (model.Constraint, key_counting._ConstraintKeys),
    (model.Outcome, key_counting._OutcomeKeys),
    (model.Passage, key_counting._PassageKeys),
    (model.Digest, key_counting._DigestKeys),
]


@pytest.mark.parametrize(("record", "keys"), PAIRS)
def test_each_field_of_a_record_is_counted(record: type[Struct], keys: type[Struct]) -> None:
    assert [f.encode_name for f in fields(keys)] == [f.encode_name for f in fields(record)]
    assert [f.name for f in fields(keys)] == [f.name for f in fields(record)]
    for field, counted in zip(fields(record), fields(keys), strict=True):
        if record is not Case or field.name != "events":
            assert held_records(counted.type) == {
                dict(PAIRS)[inner] for inner in held_records(field.type)
            }


def held_records(annotation: object) -> set[type[Struct]]:
    """The records that a field may hold, directly or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Struct):
        return {annotation}
    return {record for inner in get_args(annotation) for record in held_records(inner)}


BASE = '"id": "a", "kind": "leak", "title": "t: u"'


def is_plain(event: str) -> bool:
    data = f"[{{{BASE}{event}}}]".encode()
    return KeyCount().events_are_plain(data, decode(data, type=tuple[Event, ...]))


@pytest.mark.parametrize(
    "event",
    [
        "",
        ', "note": "a: b, \\"c\\": d"',
        ', "when": null',
        ', "when": [{"value": "1985", "basis": "stated", "passages": []}]',
        ', "shape": "moment", "planned": false, "prevented": false, "outcome": []',
        ', "passages": [{"source": "s", "exact": "e", "for": "event"}]',
        ', "lasts": {"min": "P1D"}, "shape": "span"',
        ', "constraints": [{"rel": "same", "to": "b", "basis": "stated", "passages": []}]',
        ', "actors": [], "constraints": []',
        ', "passages": [{"source": "s", "digest": {"length": 1, "sha256": ":"}}]',
        ', "outcome": [{"type": "fine", "amount": 1.50, "currency": "CNY"}]',
        ' , "note" : "x"',
    ],
)
def test_events_in_which_nothing_stands_twice(event: str) -> None:
    assert is_plain(event)


@pytest.mark.parametrize(
    "event",
    [
        ', "title": "u"',
        ', "title": "t: u"',
        ', "planned": false, "planned": false',
        ', "note": "a", "note": "a"',
        ', "note": "a: b", "note": ""',
        ', "shape": "moment", "shape": "span"',
        ', "shape": "span", "shape": "moment"',
        ', "actors": [], "actors": ["x"]',
        ', "when": null, "when": "1985"',
        ', "when": "1985", "when": null',
        ', "when": [{"value": "1985", "value": "1986"}]',
        ', "lasts": {"min": "P1D", "min": "P1D"}',
        ', "passages": [{"source": "s", "for": "event", "for": "event"}]',
        ', "passages": [{"source": "s", "digest": {"length": 1, "length": 1, "sha256": ""}}]',
        ', "constraints": [{"rel": "same", "to": "b", "basis": "stated", "to": "b"}]',
        ', "outcome": [{"type": "fine", "type": "fine"}]',
        ', "\\u0074itle": "t: u"',
    ],
)
def test_events_in_which_a_field_stands_twice(event: str) -> None:
    assert not is_plain(event)


@pytest.mark.parametrize("field", ["note", "label", "margin", "phrase", "lasts"])
def test_a_null_that_may_not_be(field: str) -> None:
    assert not is_plain(f', "{field}": null')


def test_a_null_inside() -> None:
    assert not is_plain(', "passages": [{"source": "s", "exact": null}]')
    assert not is_plain(', "when": [{"value": "1985", "source": null}], "note": "x"')


def test_later_events_are_looked_at_the_same_way() -> None:
    count = KeyCount()
    for event, plain in [('"planned": false', True), ('"note": ""', True), ('"note": null', False)]:
        data = f"[{{{BASE}, {event}}}]".encode()
        assert count.events_are_plain(data, decode(data, type=tuple[Event, ...])) is plain


@pytest.mark.parametrize(
    ("more", "plain"),
    [
        ({}, True),
        ({"summary": "a: b"}, True),
        ({"summary": None}, False),
        ({"sources": [{"id": "s", "title": "t", "text": {"content": "a: b"}}]}, True),
        ({"sources": [{"id": "s", "title": "t", "text": None}]}, False),
        ({"actors": [{"id": "s", "name": "t", "note": None}]}, False),
    ],
)
def test_a_case_without_its_events(more: dict[str, object], plain: bool) -> None:
    case = {"format": "case-timeline", "version": 1, "id": "a", "title": "b", **more}
    assert KeyCount().case_is_plain(json.dumps(case).encode()) is plain
    assert KeyCount().case_is_plain(json.dumps({"events": [], **case}).encode()) is plain


def test_a_case_with_a_field_twice() -> None:
    data = b'{"format": "case-timeline", "version": 1, "id": "a", "title": "b", "id": "a"}'
    assert not KeyCount().case_is_plain(data)
