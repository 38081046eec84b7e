"""The outermost object of a case file, read piece by piece.

Rules:
* The lists named by the visitor are handed over element by element, so that memory follows the
  largest event, not the file. Of other members only simple values are handed over as they are; an
  object or a list, which the format has not there, is handed over empty, and read past at most
  `MISPLACED` characters.
* Values come from the decoder of the standard library. Where that stops, or meets something that
  JSON does not allow, `located_json` reads the same piece again and says what and where.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable
from functools import partial
from math import inf, isinf, nan
from typing import Protocol

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.file.faults import Faults, Outline
from timeline_app.case.file.json_faults import JsonFault, name_fault, separator_fault, value_fault
from timeline_app.case.file.json_places import EACH_ONCE, TWICE, JsonPath, Oddity, Place, of_string
from timeline_app.case.file.json_strings import OddString, read_string
from timeline_app.case.file.json_tokens import LONGEST_NUMBER, after_blank
from timeline_app.case.file.located_json import DEEPEST, check_end, end_of_value
from timeline_app.case.problems import Code

MISPLACED = 500_000
"""How many characters of a value are read that has no place in the format."""

_ODD_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_CANCEL_STEPS = 256


class Visitor(Protocol):
    """Takes the pieces as they are read. An object or list that has no place is handed over before
    its contents are read, so that it is told even where reading ends in them."""

    lists: frozenset[str]
    """The members of the outermost object that are handed over element by element."""

    def root(self, value: object) -> None:
        """The outermost value is none but this: not an object."""

    def member(self, name: str, value: object) -> None:
        """A member of the outermost object; a list or object is empty here."""

    def element(self, name: str, index: int, value: object) -> None:
        """An element of one of the lists."""


class _Decoder:
    """The decoder of the standard library, which notes what it should not have met."""

    def __init__(self) -> None:
        self.is_odd = False
        self.strict = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_float=self._number,
            parse_constant=self._constant,
        )
        self.lenient = json.JSONDecoder(strict=False, parse_int=_whole)

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        members = dict(pairs)
        if len(members) != len(pairs):
            self.is_odd = True
        return members

    def _number(self, token: str) -> float:
        value = float(token)
        if isinf(value):
            self.is_odd = True
        return value

    def _constant(self, token: str) -> float:
        self.is_odd = True
        return nan if token == "NaN" else inf  # noqa: S105 - a word of JSON, no password


def _whole(token: str) -> int | float:
    return int(token) if len(token) <= LONGEST_NUMBER else inf


class CaseScan:
    """Reads one text; `outline` fills while it does."""

    def __init__(
        self, text: str, visitor: Visitor, faults: Faults, cancelled: CancelCheck = never
    ) -> None:
        """Args:
        text: the whole text of the file.
        visitor: takes the pieces.
        faults: takes what is not allowed, but does not end reading.
        cancelled: asked now and then whether to stop.
        """
        self._text = text
        self._visitor = visitor
        self._faults = faults
        self._cancelled = cancelled
        self._decoder = _Decoder()
        self._has_odd_escapes = _ODD_ESCAPE.search(text) is not None
        self.outline = Outline()

    def run(self) -> None:
        """Read the text to its end.

        Raises:
            JsonFault: the text is not JSON, or is nested too deep.
            TooMuchWrong: there is too much wrong to read on.
            Cancelled: the reader has given up.
        """
        text = self._text
        start = after_blank(text, 0)
        self.outline.whole = Place(-1, start, -1)
        if text.startswith("{", start):
            position = after_blank(text, start + 1)
            is_empty = text.startswith("}", position)
            end = position + 1 if is_empty else self._members(start, position)
        else:
            end = self._value(start, (), self._visitor.root)
        self.outline.whole = Place(-1, start, end)
        check_end(text, end)

    def _members(self, opened: int, position: int) -> int:
        """Read all members; gives the place after the closing bracket."""
        text = self._text
        while True:
            key = after_blank(text, position)
            if not text.startswith('"', key):
                after_comma = bool(self.outline.members)
                raise name_fault(text, key, opened=(opened,), after_comma=after_comma)
            name, position = read_string(text, key, self._odd_name)
            colon = after_blank(text, position)
            if not text.startswith(":", colon):
                raise separator_fault(text, colon, opened=(opened,), named=True)
            position = self._member(name, Place(key, after_blank(text, colon + 1), position))
            position = after_blank(text, position)
            if text.startswith("}", position):
                return position + 1
            if not text.startswith(",", position):
                raise separator_fault(text, position, opened=(opened,), named=False)
            position += 1

    def _member(self, name: str, place: Place) -> int:
        """Read the value of one member (`place.end` is the end of its name); gives its end."""
        outline, start = self.outline, place.start
        if name in outline.members:
            path = (name,)
            odd = Oddity(Code.DUPLICATE_KEY, place.key, place.end, path, TWICE, EACH_ONCE)
            self._faults.add_oddity(odd)
            return self._end(start, path)
        outline.members[name] = Place(place.key, start, -1)
        if name in self._visitor.lists and self._text.startswith("[", start):
            self._visitor.member(name, [])
            outline.starts[name] = array("q")
            end = self._elements(name, start)
        else:
            end = self._value(start, (name,), partial(self._visitor.member, name))
        outline.members[name] = Place(place.key, start, end)
        return end

    def _elements(self, name: str, opened: int) -> int:
        """Read the elements of a list; gives the place after the closing bracket."""
        text, starts = self._text, self.outline.starts[name]
        position = after_blank(text, opened + 1)
        if text.startswith("]", position):
            return position + 1
        while True:
            if len(starts) % _CANCEL_STEPS == 0:
                stop_if(self._cancelled)
            starts.append(position)
            position = self._element(name, len(starts) - 1, position)
            position = after_blank(text, position)
            if text.startswith("]", position):
                return position + 1
            if not text.startswith(",", position):
                raise _at((name,), separator_fault(text, position, opened=(opened,), named=False))
            position = after_blank(text, position + 1)
            if text.startswith("]", position):
                raise _at((name,), value_fault(text, position, after_comma=True))

    def _element(self, name: str, index: int, start: int) -> int:
        """Read one element and hand it over; gives its end."""
        decoder, path = self._decoder, (name, index)
        decoder.is_odd = not self._text.startswith(("{", "["), start)
        try:
            value, end = decoder.strict.raw_decode(self._text, start)
        except (ValueError, RecursionError):
            decoder.is_odd = True
            value, end = None, start
        if self._has_odd_escapes and _ODD_ESCAPE.search(self._text, start, end):
            decoder.is_odd = True
        if decoder.is_odd or self._is_too_deep(value, start, end):
            end = self._end(start, path)
            value, _ = decoder.lenient.raw_decode(self._text, start)
        self._visitor.element(name, index, value)
        return end

    def _is_too_deep(self, value: object, start: int, end: int) -> bool:
        """Whether an element is nested deeper than may be; most have too few brackets for that."""
        text = self._text
        left = DEEPEST - 2
        if text.count("[", start, end) + text.count("{", start, end) <= left:
            return False
        level = [value]
        for _ in range(left):
            level = [inner for outer in level for inner in _inside(outer)]
        return bool(level)

    def _value(self, start: int, path: JsonPath, hand_over: Callable[[object], None]) -> int:
        """Read a value of which only a simple one matters, and hand it over; gives its end."""
        first = self._text[start : start + 1]
        if first in ("[", "{"):
            hand_over([] if first == "[" else {})
            return self._end(start, path, MISPLACED)
        end = self._end(start, path)
        value, _ = self._decoder.lenient.raw_decode(self._text, start)
        hand_over(value)
        return end

    def _end(self, start: int, path: JsonPath, most: int | None = None) -> int:
        """Read a piece sign by sign to its end; what is odd in it is listed."""
        try:
            report = self._faults.add_oddity
            return end_of_value(self._text, start, path, report, self._cancelled, most)
        except JsonFault as fault:
            raise _at(fault.path or path, fault) from None

    def _odd_name(self, odd: OddString) -> None:
        self._faults.add_oddity(of_string(odd, ()))


def _inside(value: object) -> list[object]:
    """The objects and lists that stand directly in a value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in inner if isinstance(one, dict | list)]


def _at(path: JsonPath, fault: JsonFault) -> JsonFault:
    """The same fault, with its path."""
    fault.path = path
    return fault
