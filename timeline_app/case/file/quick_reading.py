"""The quick way to a sound case: typed decoding, then checks over whole columns of values.

Rules:
* It accepts or gives up, and never says what is wrong. Whatever it accepts, `checking` accepts.
* Giving up is always right. It costs time, never the verdict.
* The file is decoded in pieces, so that other threads get their turn and the reader can stop it.
  A piece ends before an object that begins with `"id"`. In the list of events only events do: a cut
  anywhere else leaves a bracket open, and the piece can't be decoded. The first that can't be holds
  the end of the list, in a sound file; what follows it is decoded with the beginning of the file.
* After each piece the collector looks at what is young: it finds tuples that hold no container, and
  never looks at them again. Left to the end, millions of them would stop every thread. Off the main
  thread it may not run; who reads a large case there spares it from the collector as a whole.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Literal

from msgspec import DecodeError, Raw, json

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.collector import collect_young
from timeline_app.case.dates import DateError, parse_timezone
from timeline_app.case.durations import DurationError
from timeline_app.case.file.column_checks import ColumnChecks, NotSound, require
from timeline_app.case.file.field_rules import is_said
from timeline_app.case.file.key_counting import KeyCount
from timeline_app.case.model import Actor, Case, Event, Id, Record, Source

PIECE = 250_000
"""About how many bytes are decoded at once."""

_ODD_ESCAPES = (b"\\u0000", b"\\u003a", b"\\u003A")
_EVENTS = re.compile(rb'"events"[ \t\r\n]*+:[ \t\r\n]*+')
_NEXT_EVENT = re.compile(rb'\}([ \t\r\n]*+,)[ \t\r\n]*+\{[ \t\r\n]*+"id"')
_NO_EVENTS = Raw(b"")


class _Head(Record, frozen=True):
    """A case of which the events are not decoded yet."""

    format: Literal["case-timeline"]
    version: Literal[1]
    id: Id
    title: str
    summary: str | None = None
    timezone: str | None = None
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    events: Raw = _NO_EVENTS


_head_decoder = json.Decoder(_Head)
_events_decoder = json.Decoder(list[Event])
_list_decoder = json.Decoder(list[Raw])


def quick_case(data: bytes, cancelled: CancelCheck = never) -> Case | None:
    """The case of a file without an error; None where it has one, or is merely unusual.

    Args:
        data: the file, without a byte-order mark.
        cancelled: asked now and then whether to stop.

    Raises:
        Cancelled: the reader has given up.
    """
    try:
        return _sound_case(data, cancelled)
    except (NotSound, DateError, DurationError):
        return None
    except (DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _sound_case(data: bytes, cancelled: CancelCheck) -> Case:
    keys = KeyCount()
    name = _EVENTS.search(data)  # no other object has such a field, and a text would escape it
    before = data if name is None else data[: name.end()]
    pieces, rest = _pieces(data, len(before), keys, cancelled)
    head, last = _head(before, rest, keys)
    if last:
        pieces.append(_events(last, keys))
    zone = None if head.timezone is None else parse_timezone(head.timezone)
    require(is_said(head.title) and "\n" not in head.id)
    checks = ColumnChecks(head.actors, head.sources, zone)
    for events in pieces:
        stop_if(cancelled)
        checks.add(events)
    checks.finish()
    return Case(
        format=head.format,
        version=head.version,
        id=head.id,
        title=head.title,
        summary=head.summary,
        timezone=head.timezone,
        actors=head.actors,
        sources=head.sources,
        events=tuple(chain.from_iterable(pieces)),
    )


def _pieces(
    data: bytes, start: int, keys: KeyCount, cancelled: CancelCheck
) -> tuple[list[list[Event]], bytes]:
    """The events from there on, piece by piece, and the file from the first that is not among
    them: the last events as a list, and whatever follows it."""
    pieces: list[list[Event]] = []
    opening = b""
    while cut := _NEXT_EVENT.search(data, start + PIECE):
        stop_if(cancelled)
        piece = b"".join((opening, data[start : cut.start() + 1], b"]"))
        try:
            events = _events(piece, keys)
        except DecodeError:
            require(not _is_list(piece))  # or else one of these events is wrong
            break
        pieces.append(events)
        start, opening = cut.end(1), b"["
    return pieces, opening + data[start:]


def _is_list(piece: bytes) -> bool:
    """Whether this is a list from beginning to end, whatever is in it."""
    try:
        _list_decoder.decode(piece)
    except DecodeError:
        return False
    return True


def _events(piece: bytes, keys: KeyCount) -> list[Event]:
    """The events of a JSON list."""
    _require_plain_escapes(piece)
    events = _events_decoder.decode(piece)
    require(keys.events_are_plain(piece, events))
    collect_young()
    return events


def _head(before: bytes, rest: bytes, keys: KeyCount) -> tuple[_Head, bytes]:
    """Everything but the events, and the list of those that are still to be decoded.

    Args:
        before: the file up to its list of events; all of it where there is none.
        rest: the last part of that list as a list, and what follows it in the file.
        keys: counts.
    """
    data = before + rest
    head = _head_decoder.decode(data)
    last = bytes(head.events)
    require(rest.startswith(last))
    without_events = before + b"[]" + rest[len(last) :] if rest else before
    _require_plain_escapes(without_events)
    require(keys.case_is_plain(without_events))
    return head, last


def _require_plain_escapes(data: bytes) -> None:
    if b"\\" in data and any(escape in data for escape in _ODD_ESCAPES):
        raise NotSound
