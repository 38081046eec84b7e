"""JSON with the place of every name and every value that is asked for.

Rules:
* One pass over a text that is already decoded, no recursion, and no values are built: values come
  from the decoder of the standard library, this says where they stand. Places are offsets in code
  points; `text_places` turns them into lines and columns.
* What JSON forbids but a reader can get past is an `Oddity`, and reading goes on: a name used
  twice, NaN and Infinity, numbers too long, lone surrogates, NUL in a string. Anything else that is
  not JSON ends reading with a `JsonFault`: what follows it can't be trusted.
* The common case (`"name": simple value,`) is one match of one regular expression; whatever that
  does not match takes the careful way, sign by sign, and finds out why.
"""

from __future__ import annotations

from msgspec import Struct, field

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.file.json_faults import (
    JsonFault,
    TooMuchWrong,
    after_end_fault,
    name_fault,
    separator_fault,
    value_fault,
)
from timeline_app.case.file.json_places import (
    EACH_ONCE,
    TWICE,
    JsonPath,
    Oddity,
    Place,
    ReportOddity,
    of_string,
)
from timeline_app.case.file.json_strings import OddString, end_of_string, read_string
from timeline_app.case.file.json_tokens import ELEMENT, MEMBER, NUMBER, WORD, after_blank, odd_token
from timeline_app.case.problems import Code

DEEPEST = 100
"""How many objects and lists may stand inside each other, the outermost counted."""

ENOUGH = 300
"""How many characters of an object or list are read for its sake alone."""

_BATCH = 8_192
_CANCEL_STEPS = 64


class Wanted(Struct):
    """Which places are asked for, as a tree along their paths; what leads to one is one too."""

    inner: dict[str | int, Wanted] = field(default_factory=dict)


_NOTHING = Wanted()


class _Frame(Struct):
    """An object or list that is being read; `step` is the name or index that it has come to."""

    start: int
    key: int
    is_object: bool
    wanted: Wanted
    step: str | int
    names: set[str] = field(default_factory=set)


def ignore(odd: Oddity) -> None:
    """Leave an oddity unsaid: it was reported when the text was read first."""


def end_of_value(
    text: str,
    start: int,
    path: JsonPath,
    report: ReportOddity,
    cancelled: CancelCheck = never,
    most: int | None = None,
) -> int:
    """Read one value to its end.

    Args:
        text: the whole text.
        start: where the value begins, or white space before it.
        path: the path of the value; each step of it is one level of nesting around the value.
        report: called for each oddity, in the order of the text.
        cancelled: asked now and then whether to stop.
        most: about how many characters of an object or list are read; None is all.

    Raises:
        JsonFault: the text is not JSON there, or is nested too deep.
        TooMuchWrong: there are more than `most` characters, or `report` raises it.
        Cancelled: the reader has given up.
    """
    return _Pass(text, path, report, cancelled).run(start, _NOTHING, most)


def places_in(
    text: str, start: int, paths: list[JsonPath], cancelled: CancelCheck = never
) -> dict[JsonPath, Place]:
    """The places of some paths inside a value that is known to be sound JSON.

    Reading ends soon after the last of them, not with the value. What leads to a path is placed
    too; a path that leads nowhere is left out.

    Args:
        text: the whole text.
        start: where the value begins.
        paths: seen from that value.
        cancelled: asked now and then whether to stop.

    Raises:
        Cancelled: the reader has given up.
    """
    tree = Wanted()
    for path in paths:
        branch = tree
        for step in path:
            branch = branch.inner.setdefault(step, Wanted())
    pass_ = _Pass(text, (), ignore, cancelled)
    pass_.missing = set(paths)
    pass_.run(start, tree, None)
    return pass_.places


def check_end(text: str, position: int) -> None:
    """Make sure that only white space follows the outermost value.

    Raises:
        JsonFault: something else follows.
    """
    position = after_blank(text, position)
    if position < len(text):
        raise after_end_fault(text, position)


class _Pass:
    """One pass over one value."""

    def __init__(
        self, text: str, outside: JsonPath, report: ReportOddity, cancelled: CancelCheck
    ) -> None:
        self._text = text
        self._outside = outside
        self._report = report
        self._cancelled = cancelled
        self._position = 0
        self._stack: list[_Frame] = []
        self._waiting: list[tuple[int, JsonPath]] = []
        self.missing: set[JsonPath] | None = None
        self.places: dict[JsonPath, Place] = {}

    def run(self, start: int, wanted: Wanted, most: int | None) -> int:
        """Read the value; gives its end."""
        try:
            start = after_blank(self._text, start)
            self._value(start, wanted, -1)
            self.places[()] = Place(-1, start, -1 if self._stack else self._position)
            steps = 0
            while self._stack and (self.missing is None or self.missing):
                steps += 1
                if steps % _CANCEL_STEPS == 0:
                    stop_if(self._cancelled)
                if most is not None and self._position - start > most:
                    raise TooMuchWrong
                frame = self._stack[-1]
                if frame.is_object:
                    self._members(frame)
                else:
                    self._elements(frame)
                self._wait_no_longer()
        except JsonFault as fault:
            fault.path = self._path(self._stack[:-1])
            raise
        return self._position

    def _members(self, frame: _Frame) -> None:
        """Read the simple members at hand, then one that is not simple, or the end."""
        text, match, position = self._text, MEMBER.match, self._position
        names, inner = frame.names, frame.wanted.inner
        for _ in range(_BATCH):
            found = match(text, position)
            if found is None:
                break
            name = found[1]
            if name in names:
                self._repeated(frame, name, found.start(1) - 1, found.end(1) + 1)
            names.add(name)
            if name in inner:
                start, end = found.span(2)
                self._mark(frame, name, Place(found.start(1) - 1, start, end))
            position = found.end()
            if text[position - 1] == "}":
                self._position = position
                self._close()
                return
        self._position = position
        self._careful_member(frame)

    def _elements(self, frame: _Frame) -> None:
        """Read the simple elements at hand, then one that is not simple, or the end."""
        text, match, position = self._text, ELEMENT.match, self._position
        inner, index = frame.wanted.inner, _index(frame)
        for _ in range(_BATCH):
            found = match(text, position)
            if found is None:
                break
            if index in inner:
                start, end = found.span(1)
                self._mark(frame, index, Place(-1, start, end))
            index += 1
            position = found.end()
            if text[position - 1] == "]":
                self._position = position
                self._close()
                return
        frame.step = index
        self._position = position
        self._careful_element(frame)

    def _careful_member(self, frame: _Frame) -> None:
        text = self._text
        key = after_blank(text, self._position)
        if text.startswith("}", key) and not frame.names:
            self._position = key + 1
            self._close()
            return
        if not text.startswith('"', key):
            raise name_fault(text, key, opened=self._opened(), after_comma=bool(frame.names))
        name, position = read_string(text, key, self._odd_name)
        colon = after_blank(text, position)
        if not text.startswith(":", colon):
            raise separator_fault(text, colon, opened=self._opened(), named=True)
        if name in frame.names:
            self._repeated(frame, name, key, position)
        frame.names.add(name)
        frame.step = name
        self._inner_value(frame, after_blank(text, colon + 1), key)

    def _careful_element(self, frame: _Frame) -> None:
        start = after_blank(self._text, self._position)
        if not self._text.startswith("]", start):
            self._inner_value(frame, start, -1)
            return
        if frame.step:
            raise value_fault(self._text, start, opened=self._opened(), after_comma=True)
        self._position = start + 1
        self._close()

    def _inner_value(self, frame: _Frame, start: int, key: int) -> None:
        """Read the value of the member or element that the frame has come to."""
        inner = frame.wanted.inner.get(frame.step)
        self._value(start, _NOTHING if inner is None else inner, key)
        if self._stack[-1] is not frame:
            return
        if inner is not None:
            self._mark(frame, frame.step, Place(key, start, self._position))
        if self._closes_after_value(frame):
            self._close()

    def _value(self, start: int, wanted: Wanted, key: int) -> None:
        """Read a simple value, or open an object or list, which is then on the stack."""
        text = self._text
        first = text[start : start + 1]
        if first in ("{", "["):
            self._open(_Frame(start, key, first == "{", wanted, "" if first == "{" else 0))
            return
        if first == '"':
            self._position = end_of_string(text, start, self._odd_text)
            return
        token = NUMBER.match(text, start) or WORD.match(text, start)
        if token is None:
            raise value_fault(text, start, opened=self._opened())
        self._position = token.end()
        odd = odd_token(token[0])
        if odd is not None:
            path = self._path(self._stack)
            self._report(Oddity(Code.NUMBER_NOT_FINITE, *token.span(), path, *odd))

    def _open(self, frame: _Frame) -> None:
        if len(self._outside) + len(self._stack) >= DEEPEST:
            wrong = f"more than {DEEPEST} objects and lists stand inside each other"
            raise JsonFault(Code.TOO_DEEP, frame.start, wrong, "a case, which needs no more than 8")
        if frame.wanted is not _NOTHING:
            path = self._path(self._stack)
            self.places[path] = Place(frame.key, frame.start, -1)
            self._waiting.append((frame.start + ENOUGH, path))
        self._stack.append(frame)
        self._position = frame.start + 1

    def _close(self) -> None:
        """Take a finished object or list from the stack, and what ends with it."""
        while True:
            inner = self._stack.pop()
            if not self._stack:
                self.places[()] = Place(-1, inner.start, self._position)
                return
            frame = self._stack[-1]
            if frame.step in frame.wanted.inner:
                self._mark(frame, frame.step, Place(inner.key, inner.start, self._position))
            if not self._closes_after_value(frame):
                return

    def _closes_after_value(self, frame: _Frame) -> bool:
        """Read what follows a value: True at the end of the object or list, False at a comma."""
        position = after_blank(self._text, self._position)
        following = self._text[position : position + 1]
        self._position = position + 1
        if following == ",":
            if not frame.is_object:
                frame.step = _index(frame) + 1
            return False
        if following == ("}" if frame.is_object else "]"):
            return True
        raise separator_fault(self._text, position, opened=self._opened(), named=False)

    def _mark(self, frame: _Frame, step: str | int, place: Place) -> None:
        frame.step = step
        path = self._path(self._stack)
        self.places[path] = place
        if self.missing is not None:
            self.missing.discard(path)

    def _wait_no_longer(self) -> None:
        """Objects and lists that were asked for are known well enough when much of them is read."""
        while self._waiting and self._position > self._waiting[0][0]:
            _, path = self._waiting.pop(0)
            if self.missing is not None:
                self.missing.discard(path)

    def _repeated(self, frame: _Frame, name: str, start: int, end: int) -> None:
        frame.step = name
        path = self._path(self._stack)
        self._report(Oddity(Code.DUPLICATE_KEY, start, end, path, TWICE, EACH_ONCE))

    def _odd_name(self, odd: OddString) -> None:
        self._report(of_string(odd, self._path(self._stack[:-1])))

    def _odd_text(self, odd: OddString) -> None:
        self._report(of_string(odd, self._path(self._stack)))

    def _path(self, frames: list[_Frame]) -> JsonPath:
        """The path of what is being read in the innermost of these objects and lists."""
        return (*self._outside, *(frame.step for frame in frames))

    def _opened(self) -> tuple[int, ...]:
        """Where the objects and lists begin that are still open, the innermost last."""
        return tuple(frame.start for frame in self._stack)


def _index(frame: _Frame) -> int:
    """The index that a list has come to."""
    return frame.step if isinstance(frame.step, int) else 0
