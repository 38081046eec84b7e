"""What a reader should be told of a sound case, without solving it or reading any article.

Rules:
* A reader has use for a list, not for a flood: of one kind the first `LISTED` are listed, and one
  entry more says how many are not.
* Where they stand in the file is looked up only in files of at most `SMALL` bytes, where that is
  quick; in larger ones line and column are None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.file.notice import Notice
from timeline_app.case.file.text_places import quotation
from timeline_app.case.model import Case
from timeline_app.case.problems import Code, Problem

if TYPE_CHECKING:
    from timeline_app.case.file.json_places import JsonPath

LISTED = 1_000
"""How many problems of one kind are listed one by one."""

SMALL = 1_000_000
"""Up to how many bytes of a file the places are looked up."""

_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_RAW_CONTROLS = tuple(control.encode() for control in _CONTROLS)
_PIECE = 1_000_000
_OVERLAP = 5  # a control that begins in one piece is whole in it: an escape has six bytes
_ESCAPED_CONTROL = re.compile(rb"\\u(?:061[cC]|200[eEfF]|202[a-eA-E]|206[6-9])")


def notices_of(
    case: Case, data: bytes, file: str, cancelled: CancelCheck = never
) -> tuple[Problem, ...]:
    """Problems and notes of a sound case, in the order of the file.

    Args:
        case: the case.
        data: its file, without a byte-order mark.
        file: the file's name, for the problems.
        cancelled: asked now and then whether to stop.

    Raises:
        Cancelled: the reader has given up.
    """
    kinds = [_without_events(case), _undated(case), _without_passage(case)]
    if _has_controls(data):
        kinds.append(_with_controls(case))
    told = [kind.tell(item) for kind in kinds for item in kind.items[:LISTED]]
    more = [
        Problem(kind.code, f"{len(kind.items) - LISTED:,} more {kind.many}", file=file)
        for kind in kinds
        if len(kind.items) > LISTED
    ]
    if not told:
        return ()
    # Here, not above: many a case has nothing to be told of.
    from timeline_app.case.file.noticed_places import placed_in, unplaced  # noqa: PLC0415

    if len(data) > SMALL:
        return (*unplaced(told, file), *more)
    return (*placed_in(data.decode(), told, file, cancelled), *more)


class _Kind(Struct, frozen=True, gc=False):
    """All of a case that one thing is to be said of: `items` are paths."""

    code: Code
    many: str
    items: list[JsonPath]
    tell: Callable[[JsonPath], Notice]


def _without_events(case: Case) -> _Kind:
    def tell(path: JsonPath) -> Notice:
        return Notice(Code.CASE_WITHOUT_EVENTS, path, "the case has no events", "events to show")

    return _Kind(Code.CASE_WITHOUT_EVENTS, "", [] if case.events else [()], tell)


def _undated(case: Case) -> _Kind:
    """Reports that lie elsewhere; the author's own notes need no date."""

    def tell(path: JsonPath) -> Notice:
        title = quotation(case.sources[int(path[1])].title)
        said = f"‘{title}’ gives no date of publication"
        return Notice(Code.REPORT_UNDATED, path, said, "`published`, where the report says when")

    paths: list[JsonPath] = [
        ("sources", index)
        for index, source in enumerate(case.sources)
        if source.text is not None and source.text.content is None and source.published is None
    ]
    return _Kind(Code.REPORT_UNDATED, "reports without a date of publication", paths, tell)


def _without_passage(case: Case) -> _Kind:
    def tell(path: JsonPath) -> Notice:
        title = quotation(case.events[int(path[1])].title)
        said = f"‘{title}’ has no passage that tells it"
        return Notice(Code.EVENT_WITHOUT_PASSAGE, path, said, "`passages`: where a source tells it")

    paths: list[JsonPath] = [
        ("events", index) for index, event in enumerate(case.events) if not event.passages
    ]
    return _Kind(Code.EVENT_WITHOUT_PASSAGE, "events with no passage", paths, tell)


def _with_controls(case: Case) -> _Kind:
    def tell(path: JsonPath) -> Notice:
        return Notice(
            Code.BIDIRECTIONAL_CONTROL,
            path,
            "marks here turn the direction of writing: it may read otherwise than it is",
            "the text without them, where they are not needed",
            at_start=False,
        )

    paths = [path for path, text in _texts(case, ()) if _CONTROL.search(text)]
    return _Kind(Code.BIDIRECTIONAL_CONTROL, "texts with marks of direction", paths, tell)


def _has_controls(data: bytes) -> bool:
    """Whether there may be such a character at all, raw or as an escape; looked for piece by piece,
    so that other threads get their turn."""
    pieces = (data[start : start + _PIECE + _OVERLAP] for start in range(0, len(data), _PIECE))
    return any(map(_piece_has_controls, pieces))


def _piece_has_controls(data: bytes) -> bool:
    if not data.isascii() and any(control in data for control in _RAW_CONTROLS):
        return True
    return b"\\" in data and _ESCAPED_CONTROL.search(data) is not None


def _texts(value: object, path: JsonPath) -> Iterator[tuple[JsonPath, str]]:
    """All texts of a record, with their paths. Records stand at most five deep in each other."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, Struct):
        kind = type(value)
        for name, told in zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True):
            yield from _texts(getattr(value, name), (*path, told))
