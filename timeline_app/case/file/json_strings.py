"""Strings as JSON writes them: where one ends, what it says, and what in it is not allowed.

Rules:
* A lone surrogate or a NUL is reported and read as U+FFFD, and reading goes on.
* A string without them is one match of one regular expression. Its repetition is possessive: a text
  of many megabytes costs neither stack nor backtracking.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from timeline_app.case.file.json_faults import JsonFault, string_fault
from timeline_app.case.problems import Code

REPLACEMENT = "\ufffd"

_PLAIN = re.compile(r'"([^"\\\x00-\x1f]*+)"')
_HEX = "[0-9a-fA-F]"
_PAIR = rf"[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}}"
_SOUND = re.compile(
    rf'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u(?:{_PAIR}|(?!0000|[dD][89a-fA-F]){_HEX}{{4}})))*+"'
)
_BODY = re.compile(r'(?:[^"\\\x00-\x1f]++|\\[^\x00-\x1f])*+')
_ESCAPE = re.compile(
    rf'\\(?:u([dD][89abAB]{_HEX}{{2}})\\u([dD][c-fC-F]{_HEX}{{2}})|u({_HEX}{{4}})|(["\\/bfnrt])|(.))'
)
_MEANT = {
    '"': '"',
    "\\": "\\",
    "/": "/",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
}


class OddString(Struct, frozen=True, gc=False):
    """Something in a string that is not allowed, but that reading gets past."""

    code: Code
    start: int
    end: int
    text: str
    expected: str


ReportString: TypeAlias = Callable[[OddString], None]


def end_of_string(text: str, start: int, report: ReportString) -> int:
    """The place after the string whose opening quote is at `start`.

    Raises:
        JsonFault: the string is not closed, or holds something that JSON does not allow.
    """
    sound = _SOUND.match(text, start)
    return read_string(text, start, report)[1] if sound is None else sound.end()


def read_string(text: str, start: int, report: ReportString) -> tuple[str, int]:
    """What the string says whose opening quote is at `start`, and the place after it.

    Raises:
        JsonFault: the string is not closed, or holds something that JSON does not allow.
    """
    plain = _PLAIN.match(text, start)
    if plain is not None:
        return plain[1], plain.end()
    parts: list[str] = []
    position = start + 1
    while True:
        body = _BODY.match(text, position)
        stop = position if body is None else body.end()
        parts.append(_meaning(text, position, stop, report))
        following = text[stop : stop + 1]
        if following == '"':
            return "".join(parts), stop + 1
        if following != "\0":
            raise string_fault(text, start, stop)
        report(_nul(stop, stop + 1))
        parts.append(REPLACEMENT)
        position = stop + 1


def _meaning(text: str, start: int, end: int, report: ReportString) -> str:
    """What the characters from `start` to `end` say, escapes resolved."""
    parts: list[str] = []
    done = start
    for escape in _ESCAPE.finditer(text, start, end):
        parts.append(text[done : escape.start()])
        parts.append(_character(escape, report))
        done = escape.end()
    parts.append(text[done:end])
    return "".join(parts)


def _character(escape: re.Match[str], report: ReportString) -> str:
    high, low, unit, short, wrong = escape.groups()
    if short is not None:
        return _MEANT[short]
    if high is not None:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if wrong is not None:
        raise _wrong_escape(escape.start(), wrong)
    number = int(unit, 16)
    if number == 0:
        report(_nul(*escape.span()))
        return REPLACEMENT
    if 0xD800 <= number <= 0xDFFF:
        said = f"\\u{unit} is half a character (a surrogate without its other half)"
        right = "both halves, or the character itself"
        report(OddString(Code.LONE_SURROGATE, *escape.span(), said, right))
        return REPLACEMENT
    return chr(number)


def _wrong_escape(start: int, letter: str) -> JsonFault:
    if letter == "u":
        wrong = "\\u is not followed by four hexadecimal digits"
        return JsonFault(Code.JSON_SYNTAX, start, wrong, "four digits, such as \\u00e9")
    return JsonFault(
        Code.JSON_SYNTAX,
        start,
        f"\\{letter if letter.isprintable() else ''} has no meaning in JSON",
        'a backslash written twice (\\\\), or one of \\" \\/ \\b \\f \\n \\r \\t \\u',
    )


def _nul(start: int, end: int) -> OddString:
    """A NUL, written as itself or as an escape."""
    return OddString(
        Code.NUL_CHARACTER, start, end, "a text holds a NUL character", "the text without it"
    )
