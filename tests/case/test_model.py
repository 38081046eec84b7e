"""The records of a case: frozen, strict, and the names that they have in a file."""

from __future__ import annotations

import msgspec
import pytest

from timeline_app.case.model import (
    FORMAT,
    VERSION,
    Basis,
    Case,
    Constraint,
    End,
    Event,
    Kind,
    Passage,
    Relation,
    Shape,
)


def test_an_event_has_the_defaults_of_the_format() -> None:
    event = Event("met", Kind.CONTACT, "They meet")
    assert event.shape is Shape.MOMENT
    assert event.when is None
    assert event.constraints == ()
    assert not event.prevented
    assert not event.planned


def test_records_are_frozen() -> None:
    case = Case(FORMAT, VERSION, "a", "A case")
    with pytest.raises(AttributeError):
        setattr(case, "title", "Another")  # noqa: B010 - mypy would not let it be written plainly


def test_keywords_of_python_have_the_names_of_the_file() -> None:
    passage = msgspec.json.decode(b'{"source": "notes", "for": "date"}', type=Passage)
    assert passage.purpose == "date"
    constraint = msgspec.json.decode(
        b'{"rel": "not_before", "to": "met", "basis": "inferred", "from": "end"}', type=Constraint
    )
    assert constraint == Constraint(Relation.NOT_BEFORE, "met", Basis.INFERRED, End.END)


@pytest.mark.parametrize(
    "text",
    [
        b'{"id": "a", "kind": "contact", "title": "t", "colour": "red"}',
        b'{"id": "A", "kind": "contact", "title": "t"}',
        b'{"id": "a", "kind": "meeting", "title": "t"}',
        b'{"id": "a", "kind": "contact"}',
        b'{"id": "a", "kind": "contact", "title": 1}',
        b'{"id": "a", "kind": "contact", "title": "t", "prevented": 1}',
    ],
)
def test_decoding_is_strict(text: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(text, type=Event)


def test_what_is_left_out_stays_left_out() -> None:
    event = Event("met", Kind.CONTACT, "They meet")
    assert msgspec.json.encode(event) == b'{"id":"met","kind":"contact","title":"They meet"}'


def test_bases_and_kinds_stand_in_their_order() -> None:
    assert list(Basis) == [Basis.STATED, Basis.INFERRED, Basis.ASSUMED]
    assert next(iter(Kind)) is Kind.CONTACT
    assert list(Kind)[-1] is Kind.OTHER
