"""The values of a case file, format version 1, as frozen records.

Rules:
* One record for each JSON object of the format; a field has the name it has in the file, except
  where that is a Python keyword (`for`, `from`), which is renamed for the decoder only.
* A record says what the file says. Dates and durations stay strings here; `dates` and `durations`
  know what they mean, and `reading` guarantees that every string in a case it returns is valid.
* Events, actors and sources are known by their index in the file; ids are for files and people.
* `gc=False`: a record never takes part in a reference cycle, so the collector need not visit it
  (most of the time of reading a large file is the collector otherwise).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct, field

FORMAT: Final = "case-timeline"
VERSION: Final = 1

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,79}$"
PHRASE_LENGTH = 200

Id = Annotated[str, Meta(pattern=ID_PATTERN)]


class Kind(StrEnum):
    """What happened. The order is that of the lanes."""

    CONTACT = "contact"
    RECRUITMENT = "recruitment"
    LEAK = "leak"
    DETECTION = "detection"
    ARREST = "arrest"
    SENTENCING = "sentencing"
    OTHER = "other"


class Shape(StrEnum):
    """A moment, something that went on, or something that happened several times."""

    MOMENT = "moment"
    SPAN = "span"
    REPEATED = "repeated"


class End(StrEnum):
    """One of the two ends of an event."""

    START = "start"
    END = "end"


class Relation(StrEnum):
    """How a constraint joins two ends."""

    BEFORE = "before"
    AFTER = "after"
    NOT_BEFORE = "not_before"
    NOT_AFTER = "not_after"
    SAME = "same"


class Basis(StrEnum):
    """How firmly a statement stands, from the firmest."""

    STATED = "stated"
    INFERRED = "inferred"
    ASSUMED = "assumed"


class OutcomeType(StrEnum):
    """What a penalty consisted of."""

    IMPRISONMENT = "imprisonment"
    DETENTION = "detention"
    FINE = "fine"
    CONFISCATION = "confiscation"
    POLITICAL_RIGHTS = "political_rights"
    DISCIPLINE = "discipline"
    ADMINISTRATIVE = "administrative"
    OTHER = "other"


class Record(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What all records share: frozen, no unknown fields, invisible to the cycle collector."""


class Actor(Record, frozen=True):
    """A person or body that takes part."""

    id: Id
    name: str
    role: str | None = None
    note: str | None = None


class Text(Record, frozen=True):
    """A source's text: embedded (`content`), or lying elsewhere (`sha256`, `length`, `file`)."""

    content: str | None = None
    sha256: str | None = None
    length: int | None = None
    file: str | None = None


class Source(Record, frozen=True):
    """A report or note that tells of the case."""

    id: Id
    title: str
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    text: Text | None = None


class Digest(Record, frozen=True):
    """Stands for a quotation that may not be given: length in code points and sha256 of the
    normalised passage."""

    length: int
    sha256: str


class Passage(Record, frozen=True):
    """Where a source tells something: code points `start` to `end` of its canonical text."""

    source: str
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    digest: Digest | None = None
    purpose: Literal["event", "date"] = field(default="event", name="for")


class Claim(Record, frozen=True):
    """One source's date for an event, where sources differ."""

    value: str
    source: str | None = None
    basis: Basis = Basis.STATED
    passages: tuple[Passage, ...] = ()


class Lasting(Record, frozen=True):
    """Least and greatest length of a span, as ISO 8601 durations."""

    min: str | None = None
    max: str | None = None


class Constraint(Record, frozen=True):
    """How an end of this event lies against an end of another event, or a publication."""

    rel: Relation
    to: str
    basis: Basis
    from_end: End | None = field(default=None, name="from")
    min: str | None = None
    max: str | None = None
    passages: tuple[Passage, ...] = ()


class Outcome(Record, frozen=True):
    """One part of a penalty, with the person it fell on."""

    type: OutcomeType
    duration: str | None = None
    amount: int | float | None = None
    currency: str | None = None
    text: str | None = None
    actor: str | None = None


class Event(Record, frozen=True):
    """One thing that happened, was attempted, or is still to come."""

    id: Id
    kind: Kind
    title: str
    label: str | None = None
    when: str | tuple[Claim, ...] | None = None
    margin: str | None = None
    phrase: str | None = None
    shape: Shape = Shape.MOMENT
    lasts: str | Lasting | None = None
    constraints: tuple[Constraint, ...] = ()
    actors: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    outcome: tuple[Outcome, ...] = ()
    prevented: bool = False
    planned: bool = False
    note: str | None = None


class Case(Record, frozen=True):
    """One case, as its file tells it."""

    format: Literal["case-timeline"]
    version: Literal[1]
    id: Id
    title: str
    summary: str | None = None
    timezone: str | None = None
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
