"""The errors of one file: gathered by path while it is checked, placed in the text at the end.

Rules:
* The first `LISTED` errors are listed, the others counted; one more entry says how many they are.
  With `MOST` errors checking ends. So a large file that is wrong everywhere costs neither memory
  nor patience.
* An error names its place by path. Where that stands in the text is looked up only for errors that
  are listed: the checks need no places, and a sound file never pays for them.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.file.json_faults import JsonFault, TooMuchWrong, end_of_token
from timeline_app.case.file.json_places import JsonPath, Oddity, Place, written_path
from timeline_app.case.file.located_json import places_in
from timeline_app.case.file.text_places import lines_and_columns, quotation
from timeline_app.case.problems import Code, Problem

LISTED = 1_000
"""How many errors of a file are listed one by one."""

MOST = 100_000
"""How many errors are counted before checking ends."""


class Target(Enum):
    """What of a member an error points at."""

    VALUE = "value"
    NAME = "name"
    START = "start"
    """The place where the value begins, with nothing quoted: something is missing in it."""


class Fault(Struct):
    """One error, with its place once that is known."""

    code: Code
    path: JsonPath
    text: str
    expected: str
    target: Target = Target.VALUE
    start: int = -1
    end: int = -1


_NOWHERE = Place(-1, 0, 0)


class Outline(Struct):
    """Where the parts of a case stand: the members of the outermost object, and the first
    character of each element of the lists that were read one by one."""

    whole: Place = _NOWHERE
    members: dict[str, Place] = field(default_factory=dict)
    starts: dict[str, array[int]] = field(default_factory=dict)


class Faults:
    """The errors found so far."""

    def __init__(self, limit: int = LISTED) -> None:
        """`limit`: how many are listed."""
        self._limit = limit
        self._listed: list[Fault] = []
        self.count = 0
        self.is_cut_short = False
        """Whether checking ended before the end of the file, for other reasons than its JSON."""

    @property
    def is_full(self) -> bool:
        """Whether a further error would be counted only."""
        return self.count >= self._limit

    def add(
        self,
        code: Code,
        path: JsonPath,
        text: str,
        expected: str,
        target: Target = Target.VALUE,
    ) -> None:
        """One error at a path of the case.

        Raises:
            TooMuchWrong: no more need be looked for.
        """
        self._add(Fault(code, path, text, expected, target))

    def add_oddity(self, odd: Oddity) -> None:
        """One error whose place is known already.

        Raises:
            TooMuchWrong: no more need be looked for.
        """
        self._add(Fault(odd.code, odd.path, odd.text, odd.expected, start=odd.start, end=odd.end))

    def _add(self, fault: Fault) -> None:
        self.count += 1
        if self.count <= self._limit:
            self._listed.append(fault)
        elif self.count >= MOST:
            raise TooMuchWrong

    def add_json_fault(self, fault: JsonFault, text: str) -> None:
        """The error that ended reading; it is listed whatever the number of the others."""
        end = end_of_token(text, fault.start)
        self._listed.append(
            Fault(fault.code, fault.path, fault.text, fault.expected, start=fault.start, end=end)
        )
        self.count += 1

    def problems(
        self, text: str, outline: Outline, file: str, cancelled: CancelCheck
    ) -> tuple[Problem, ...]:
        """All errors in the order of the file, placed."""
        problems = placed(self._listed, text, outline, file, cancelled)
        more = self.count - len(self._listed)
        if more:
            about = "at least " if self.is_cut_short else ""
            said = f"{about}{more:,} more errors of this file are not listed"
            problems.append(Problem(Code.MORE_ERRORS, said, file=file))
        elif self.is_cut_short:
            said = "there is too much wrong here; the rest of this file was not checked"
            problems.append(Problem(Code.MORE_ERRORS, said, file=file))
        return tuple(problems)


def placed(
    faults: list[Fault], text: str, outline: Outline, file: str, cancelled: CancelCheck = never
) -> list[Problem]:
    """Each fault with its line and column, in the order of the file."""
    _place(faults, text, outline, cancelled)
    in_order = sorted(faults, key=lambda fault: fault.start)
    places = lines_and_columns(text, (fault.start for fault in in_order))
    return [_problem(fault, text, file, places[fault.start]) for fault in in_order]


def event_of(path: JsonPath) -> int | None:
    """The index of the event that a path lies in."""
    if len(path) > 1 and path[0] == "events" and isinstance(path[1], int):
        return path[1]
    return None


def _problem(fault: Fault, text: str, file: str, place: tuple[int, int]) -> Problem:
    return Problem(
        code=fault.code,
        text=fault.text,
        path=written_path(fault.path),
        found="" if fault.target is Target.START else quotation(text, fault.start, fault.end),
        expected=fault.expected,
        file=file,
        line=place[0],
        column=place[1],
        event=event_of(fault.path),
    )


def _place(faults: list[Fault], text: str, outline: Outline, cancelled: CancelCheck) -> None:
    """Look up where the errors stand that are known by path only."""
    pieces: dict[JsonPath, list[Fault]] = {}
    for fault in faults:
        if fault.start < 0:
            pieces.setdefault(_piece(fault.path, outline), []).append(fault)
    for piece, of_piece in pieces.items():
        places = _places_in(piece, of_piece, text, outline, cancelled)
        for fault in of_piece:
            _put(fault, _nearest(fault.path, places), text)


def _piece(path: JsonPath, outline: Outline) -> JsonPath:
    """The part of the file to look through: an element, a member, or the outermost value."""
    if len(path) > 1 and isinstance(path[1], int):
        starts = outline.starts.get(str(path[0]))
        if starts is not None and path[1] < len(starts):
            return path[:2]
    return path[:1] if path and path[0] in outline.members else ()


def _places_in(
    piece: JsonPath, faults: list[Fault], text: str, outline: Outline, cancelled: CancelCheck
) -> dict[JsonPath, Place]:
    places: dict[JsonPath, Place] = {(): outline.whole}
    if len(piece) < 2:
        if piece:
            places[piece] = outline.members[str(piece[0])]
        return places
    start = outline.starts[str(piece[0])][int(piece[1])]
    inside = places_in(text, start, [fault.path[2:] for fault in faults], cancelled)
    return {(*piece, *path): place for path, place in inside.items()}


def _nearest(path: JsonPath, places: Mapping[JsonPath, Place]) -> Place:
    """The place of a path, or of what it lies in."""
    while path not in places and path:
        path = path[:-1]
    return places[path]


def _put(fault: Fault, place: Place, text: str) -> None:
    if fault.target is Target.NAME and place.key >= 0:
        fault.start = place.key
        fault.end = _end_of_name(text, place)
    else:
        fault.start, fault.end = place.start, place.end if place.end >= 0 else len(text)


def _end_of_name(text: str, place: Place) -> int:
    """Just behind the name of a member: before the colon and the white space around it."""
    return len(text[place.key : place.start].rstrip(" \t\r\n:")) + place.key
