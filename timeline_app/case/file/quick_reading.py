"""The quick way to a sound case: typed decoding, then checks over whole columns of values.

Rules:
* It accepts or gives up, and never says what is wrong. Whatever it accepts, `checking` accepts.
* Giving up is always right. It costs time, never the verdict.
* The file is decoded in pieces, so that other threads get their turn and the reader can stop it.
  A piece ends before an object that begins with `"id"`. In the list of events only events do: a cut
  anywhere else leaves a bracket open, and the piece can't be decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal

from msgspec import DecodeError, Raw, json

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.dates import DateError, parse_timezone
from timeline_app.case.durations import DurationError
from timeline_app.case.file.column_checks import ColumnChecks, NotSound, require
from timeline_app.case.file.field_rules import is_said
from timeline_app.case.file.key_counting import KeyCount
from timeline_app.case.model import Actor, Case, Event, Id, Record, Source

PIECE = 1_000_000
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


def quick_case(data: bytes, cancelled: CancelCheck = never) -> Case | None:
    """The case of a file without an error; None where it has one, or is merely unusual.

    Args:
        data: the file, without a byte-order mark.
        cancelled: asked now and then whether to stop.

    Raises:
        Cancelled: the reader has given up.
    """
    if b"\\u" in data and any(escape in data for escape in _ODD_ESCAPES):
        return None
    try:
        return _sound_case(data, cancelled)
    except (NotSound, DateError, DurationError):
        return None
    except (DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _sound_case(data: bytes, cancelled: CancelCheck) -> Case:
    head = _head_decoder.decode(data)
    zone = None if head.timezone is None else parse_timezone(head.timezone)
    require(is_said(head.title) and "\n" not in head.id)
    keys = KeyCount()
    checks = ColumnChecks(head.actors, head.sources, zone)
    require(keys.case_is_plain(_without_events(data, memoryview(head.events))))
    pieces: list[list[Event]] = []
    for piece in _pieces(memoryview(head.events)):
        stop_if(cancelled)
        events = _events_decoder.decode(piece)
        require(keys.events_are_plain(piece, events))
        checks.add(events)
        pieces.append(events)
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


def _without_events(data: bytes, events: memoryview) -> bytes:
    """The file with an empty list in place of its events."""
    if not events:
        return data
    name = _EVENTS.search(data)  # no other object has such a field, and a text would escape it
    if name is None:
        raise NotSound
    return data[: name.end()] + b"[]" + data[name.end() + len(events) :]


def _pieces(events: memoryview) -> Iterator[bytes]:
    """The list of events as several lists, each a JSON text of its own."""
    if len(events) <= PIECE:
        if events:
            yield bytes(events)
        return
    start, length = 0, len(events)
    while start < length:
        cut = _NEXT_EVENT.search(events, min(start + PIECE, length))
        if cut is None:
            yield (b"[" if start else b"") + bytes(events[start:])
            return
        yield (b"[" if start else b"") + bytes(events[start : cut.start() + 1]) + b"]"
        start = cut.end(1)
