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
from dataclasses import dataclass

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.file.case_scan import CaseScan
from timeline_app.case.file.faults import Fault, Faults, Target, event_of, placed
from timeline_app.case.file.json_places import JsonPath, written_path
from timeline_app.case.file.text_places import quotation
from timeline_app.case.model import Case
from timeline_app.case.problems import Code, Problem

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
    if len(data) > SMALL:
        return (*(_unplaced(fault, file) for fault in told), *more)
    text = data.decode()
    scan = CaseScan(text, _Nobody(), Faults(), cancelled)
    scan.run()
    return (*placed(told, text, scan.outline, file, cancelled), *more)


@dataclass(frozen=True, slots=True)
class _Kind:
    """All of a case that one thing is to be said of: `items` are paths."""

    code: Code
    many: str
    items: list[JsonPath]
    tell: Callable[[JsonPath], Fault]


def _without_events(case: Case) -> _Kind:
    def tell(path: JsonPath) -> Fault:
        return _notice(Code.CASE_WITHOUT_EVENTS, path, "the case has no events", "events to show")

    return _Kind(Code.CASE_WITHOUT_EVENTS, "", [] if case.events else [()], tell)


def _undated(case: Case) -> _Kind:
    """Reports that lie elsewhere; the author's own notes need no date."""

    def tell(path: JsonPath) -> Fault:
        title = quotation(case.sources[int(path[1])].title)
        said = f"‘{title}’ gives no date of publication"
        return _notice(Code.REPORT_UNDATED, path, said, "`published`, where the report says when")

    paths: list[JsonPath] = [
        ("sources", index)
        for index, source in enumerate(case.sources)
        if source.text is not None and source.text.content is None and source.published is None
    ]
    return _Kind(Code.REPORT_UNDATED, "reports without a date of publication", paths, tell)


def _without_passage(case: Case) -> _Kind:
    def tell(path: JsonPath) -> Fault:
        title = quotation(case.events[int(path[1])].title)
        said = f"‘{title}’ has no passage that tells it"
        return _notice(
            Code.EVENT_WITHOUT_PASSAGE, path, said, "`passages`: where a source tells it"
        )

    paths: list[JsonPath] = [
        ("events", index) for index, event in enumerate(case.events) if not event.passages
    ]
    return _Kind(Code.EVENT_WITHOUT_PASSAGE, "events with no passage", paths, tell)


def _with_controls(case: Case) -> _Kind:
    def tell(path: JsonPath) -> Fault:
        return Fault(
            Code.BIDIRECTIONAL_CONTROL,
            path,
            "marks here turn the direction of writing: it may read otherwise than it is",
            "the text without them, where they are not needed",
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


def _notice(code: Code, path: JsonPath, text: str, expected: str) -> Fault:
    return Fault(code, path, text, expected, Target.START)


def _unplaced(fault: Fault, file: str) -> Problem:
    return Problem(
        code=fault.code,
        text=fault.text,
        path=written_path(fault.path),
        expected=fault.expected,
        file=file,
        event=event_of(fault.path),
    )


class _Nobody:
    """Takes no interest in the pieces: only where they stand is asked for."""

    lists = frozenset({"actors", "sources", "events"})

    def root(self, value: object) -> None:
        """Ignore it."""

    def member(self, name: str, value: object) -> None:
        """Ignore it."""

    def element(self, name: str, index: int, value: object) -> None:
        """Ignore it."""
