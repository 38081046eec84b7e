r"""Whether any field stands twice in one object, without looking at each object.

The decoder takes the last of two fields with one name and says nothing. But a colon stands behind
each name, and those inside texts stay what they are: a file has as many colons as its values
written anew, unless something was dropped in between.

Two ways, the second only where the first does not settle it:

1. The records written anew leave out every field that has its default value. As many colons as in
   the file: nothing was dropped, neither a field nor a default.
2. The same for records of which each field is either there or not (`UNSET`), whatever its value.
   Now only a repeated field makes a difference. Here a null shows too, which a record can't tell
   from a field that is absent.

Both need that no colon is written as an escape (`\u003a`); the caller sees to that.
"""

from __future__ import annotations

from msgspec import UNSET, Raw, Struct, UnsetType, field, json

_Field = Raw | UnsetType

_COLON = b":"
_NULL = b'":null'
_ALLOWED_NULL = b'"when":null'


class _Keys(Struct, gc=False):
    """An object of which only the fields that are there matter."""


class _DigestKeys(_Keys):
    length: _Field = UNSET
    sha256: _Field = UNSET


class _PassageKeys(_Keys):
    source: _Field = UNSET
    start: _Field = UNSET
    end: _Field = UNSET
    exact: _Field = UNSET
    digest: _DigestKeys | UnsetType | None = UNSET
    purpose: _Field = field(default=UNSET, name="for")


_Passages = tuple[_PassageKeys, ...] | UnsetType


class _ClaimKeys(_Keys):
    value: _Field = UNSET
    source: _Field = UNSET
    basis: _Field = UNSET
    passages: _Passages = UNSET


class _LastingKeys(_Keys):
    min: _Field = UNSET
    max: _Field = UNSET


class _ConstraintKeys(_Keys):
    rel: _Field = UNSET
    to: _Field = UNSET
    basis: _Field = UNSET
    from_end: _Field = field(default=UNSET, name="from")
    min: _Field = UNSET
    max: _Field = UNSET
    passages: _Passages = UNSET


class _OutcomeKeys(_Keys):
    type: _Field = UNSET
    duration: _Field = UNSET
    amount: _Field = UNSET
    currency: _Field = UNSET
    text: _Field = UNSET
    actor: _Field = UNSET


class EventKeys(_Keys):
    """The fields of an event."""

    id: _Field = UNSET
    kind: _Field = UNSET
    title: _Field = UNSET
    label: _Field = UNSET
    when: str | tuple[_ClaimKeys, ...] | UnsetType | None = UNSET
    margin: _Field = UNSET
    phrase: _Field = UNSET
    shape: _Field = UNSET
    lasts: str | _LastingKeys | UnsetType | None = UNSET
    constraints: tuple[_ConstraintKeys, ...] | UnsetType = UNSET
    actors: _Field = UNSET
    passages: _Passages = UNSET
    outcome: tuple[_OutcomeKeys, ...] | UnsetType = UNSET
    prevented: _Field = UNSET
    planned: _Field = UNSET
    note: _Field = UNSET


class _ActorKeys(_Keys):
    id: _Field = UNSET
    name: _Field = UNSET
    role: _Field = UNSET
    note: _Field = UNSET


class _TextKeys(_Keys):
    content: _Field = UNSET
    sha256: _Field = UNSET
    length: _Field = UNSET
    file: _Field = UNSET


class _SourceKeys(_Keys):
    id: _Field = UNSET
    title: _Field = UNSET
    publisher: _Field = UNSET
    author: _Field = UNSET
    published: _Field = UNSET
    url: _Field = UNSET
    language: _Field = UNSET
    text: _TextKeys | UnsetType | None = UNSET


class CaseKeys(_Keys):
    """The fields of a case, of its actors and sources; the events count as one."""

    format: _Field = UNSET
    version: _Field = UNSET
    id: _Field = UNSET
    title: _Field = UNSET
    summary: _Field = UNSET
    timezone: _Field = UNSET
    actors: tuple[_ActorKeys, ...] | UnsetType = UNSET
    sources: tuple[_SourceKeys, ...] | UnsetType = UNSET
    events: _Field = UNSET


_encoder = json.Encoder()
_events_decoder = json.Decoder(tuple[EventKeys, ...])
_case_decoder = json.Decoder(CaseKeys)


class KeyCount:
    """Asks the question of one file, piece by piece."""

    def __init__(self) -> None:
        self._writes_defaults = False

    def events_are_plain(self, data: bytes, decoded: object) -> bool:
        """Whether no field of these events stands twice, and none but `when` is null.

        Args:
            data: the JSON list of the events.
            decoded: the same as records.
        """
        colons = data.count(_COLON)
        if not self._writes_defaults and _encoder.encode(decoded).count(_COLON) == colons:
            return True
        self._writes_defaults = True  # who writes them once does so everywhere
        return _is_plain(_encoder.encode(_events_decoder.decode(data)), colons)

    def case_is_plain(self, data: bytes) -> bool:
        """The same for a case whose list of events is empty here, or not there."""
        keys = _case_decoder.decode(data)
        return _is_plain(_encoder.encode(keys), data.count(_COLON))


def _is_plain(written: bytes, colons: int) -> bool:
    nulls = written.count(_NULL) - written.count(_ALLOWED_NULL)
    return nulls == 0 and written.count(_COLON) == colons
