"""Why a text is not JSON, said to a person.

Each function is given the text and the place where reading stopped, and says what stands there
and what should. Nothing here reads on: the first fault ends the reading of a file.
"""

from __future__ import annotations

import re

from timeline_app.case.problems import Code

_TOKEN = re.compile(r"[\w+.\-]+|\S|\s", re.DOTALL)
_BAD_NUMBER = re.compile(r"[+-]?\.?[0-9][\w.+\-]*")
_ZERO_FIRST = re.compile(r"-?0[0-9]+")
_WORD = re.compile(r"[A-Za-z_][\w]*")
_MEANT_WORDS = {
    "true": "true",
    "yes": "true",
    "false": "false",
    "no": "false",
    "none": "null",
    "nil": "null",
    "null": "null",
    "undefined": "null",
}
_NOT_UTF8 = range(0xDC80, 0xDD00)  # see `decoding`
_CURLY = "“”„«»‘’‚"
_VALUE = "a text in double quotes, a number, true, false, null, [ or {"


class JsonFault(Exception):  # noqa: N818 - it is the fault of a file, told to its reader
    """A text is not JSON from here on."""

    def __init__(self, code: Code, start: int, text: str, expected: str) -> None:
        """Args:
        code: JSON_SYNTAX, or NUL_CHARACTER, TOO_DEEP, UNKNOWN_FIELD where that ends reading.
        start: offset of what can't be read.
        text: what is wrong.
        expected: what would be right.
        """
        super().__init__(text)
        self.code = code
        self.start = start
        self.text = text
        self.expected = expected
        self.path: tuple[str | int, ...] = ()


class TooMuchWrong(Exception):  # noqa: N818 - a reason to stop, no fault of the program
    """There is more wrong with a file than is worth reading on for."""


def end_of_token(text: str, start: int) -> int:
    """Where the word or sign ends that begins there."""
    found = _TOKEN.match(text, start)
    return start if found is None else found.end()


def value_fault(
    text: str, position: int, *, opened: tuple[int, ...] = (), after_comma: bool = False
) -> JsonFault:
    """Something stands where a value should."""
    first = text[position : position + 1]
    general = _general_fault(text, position, opened)
    if general is not None:
        return general
    if after_comma and first in "]}":
        return _trailing_comma(position)
    if first in ",:]}":
        before = "a comma" if first == "," else f"‘{first}’"
        return _fault(position, f"a value is missing before {before}", _VALUE)
    if _BAD_NUMBER.match(text, position):
        return _number_fault(text, position)
    word = _WORD.match(text, position)
    if word is not None:
        meant = _MEANT_WORDS.get(word[0].lower())
        if meant is not None:
            return _fault(position, f"JSON does not know ‘{word[0]}’", meant)
        return _fault(position, "a text stands in double quotes", f'"{word[0][:40]}"')
    return _fault(position, "a value was expected here", _VALUE)


def name_fault(
    text: str, position: int, *, opened: tuple[int, ...], after_comma: bool
) -> JsonFault:
    """Something stands where the name of a field should."""
    first = text[position : position + 1]
    general = _general_fault(text, position, opened)
    if general is not None:
        return general
    if after_comma and first in "]}":
        return _trailing_comma(position)
    if first == ",":
        return _fault(position, "there is a comma too many", "one comma between two fields")
    if first == "]":
        return _wrong_bracket(text, position, opened)
    word = _WORD.match(text, position)
    if word is not None:
        right = f'"{word[0][:40]}"'
        return _fault(position, "the name of a field stands in double quotes", right)
    return _fault(position, "the name of a field was expected here", 'a name, such as "title":')


def separator_fault(text: str, position: int, *, opened: tuple[int, ...], named: bool) -> JsonFault:
    """Something stands where a colon (after a name) or a comma (after a value) should."""
    general = _general_fault(text, position, opened, quotes=False)
    if general is not None:
        return general
    if named:
        return _fault(position, "a colon is missing after the name of a field", "a colon")
    first = text[position]
    if first in "]}":
        return _wrong_bracket(text, position, opened)
    what = "two fields" if text[opened[-1]] == "{" else "two elements of a list"
    if first == '"' or first.isalnum():
        wrong = f"a comma is missing between {what}"
        return _fault(position, wrong, 'a comma; a quotation mark inside a text is written \\"')
    return _fault(position, f"a comma is missing between {what}", "a comma, or the closing bracket")


def after_end_fault(text: str, position: int) -> JsonFault:
    """Something stands after the end of the outermost value."""
    general = _general_fault(text, position, (), quotes=False)
    if general is not None:
        return general
    return _fault(position, "more follows after the end of the case", "one case in a file")


def string_fault(text: str, start: int, position: int) -> JsonFault:
    """A string that begins at `start` can't be read on from `position`."""
    following = text[position : position + 1]
    if following in ("", "\n", "\r", "\\"):
        right = 'a closing quotation mark (")'
        if following:
            right += "; a line break inside a text is written \\n"
        return _fault(start, "this text is not closed", right)
    if following == "\t":
        return _fault(position, "a tab inside a text is written \\t", "\\t")
    wrong = "a control character stands inside a text"
    return _fault(position, wrong, f"\\u{ord(following):04x}, or the text without it")


def _general_fault(
    text: str, position: int, opened: tuple[int, ...], *, quotes: bool = True
) -> JsonFault | None:
    """What is wrong wherever it stands: the end of the file, comments, odd white space."""
    first = text[position : position + 1]
    if not first:
        return _unclosed(text, position, opened)
    if first == "\0":
        wrong = "a NUL character stands outside any text; the file may be damaged"
        return JsonFault(Code.NUL_CHARACTER, position, wrong, "a text file without it")
    if text.startswith(("//", "/*"), position) or first == "#":
        return _fault(position, "JSON has no comments", "the file without it, or a `note` field")
    if quotes and first == "'":
        return _fault(position, "JSON has double quotes only", 'double quotes (")')
    if first in _CURLY:
        return _fault(position, "JSON has straight quotes only", 'straight double quotes (")')
    if ord(first) in _NOT_UTF8:
        wrong = "bytes that are no text stand here"
        return _fault(position, wrong, "a text file; this one may be of another kind")
    if not first.isprintable() or first.isspace():
        wrong = f"the character U+{ord(first):04X} stands outside any text"
        return _fault(position, wrong, "an ordinary space, or nothing")
    return None


def _number_fault(text: str, position: int) -> JsonFault:
    token = text[position : end_of_token(text, position)]
    if token.startswith("+"):
        return _fault(position, "a number has no plus sign", token[1:41])
    if _ZERO_FIRST.match(token):
        return _fault(position, "a number has no zeros in front", "the number without them")
    if token.lstrip("-").startswith("."):
        return _fault(position, "a number does not begin with a point", "a zero before the point")
    if token.endswith("."):
        return _fault(position, "a number does not end in a point", token[:-1][:40])
    if text.startswith((",", "_"), position + len(token)) or "_" in token:
        return _fault(position, "a number has digits only", "the number without separators")
    if re.fullmatch(r"-?[0-9.:+\-TZ]+", token):
        return _fault(position, "a date or time is a text in double quotes", f'"{token[:40]}"')
    return _fault(position, "this is not a number as JSON writes it", "digits, such as 1234")


def _unclosed(text: str, position: int, opened: tuple[int, ...]) -> JsonFault:
    if not opened:
        return _fault(position, "the file ends where a value should stand", "a case: {")
    sign = text[opened[-1]]
    line = text.count("\n", 0, opened[-1]) + 1
    wrong = f"the file ends before the ‘{sign}’ of line {line} is closed"
    return _fault(position, wrong, "}" if sign == "{" else "]")


def _wrong_bracket(text: str, position: int, opened: tuple[int, ...]) -> JsonFault:
    sign = text[opened[-1]]
    line = text.count("\n", 0, opened[-1]) + 1
    right = "}" if sign == "{" else "]"
    wrong = f"the ‘{sign}’ of line {line} is closed with ‘{text[position]}’"
    return _fault(position, wrong, right)


def _trailing_comma(position: int) -> JsonFault:
    return _fault(position, "a comma stands before the closing bracket", "the same without a comma")


def _fault(position: int, text: str, expected: str) -> JsonFault:
    return JsonFault(Code.JSON_SYNTAX, position, text, expected)
