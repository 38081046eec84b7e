"""Places in a file as people name them: line, column, and a short quotation.

Lines end at LF, CRLF or a lone CR, as editors count them. Lines and columns count from 1, columns
in code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SHOWN = 60
"""How many characters a quotation from a file has at most."""

_BREAK = re.compile(r"\r\n?|\n")
_BLANKS = re.compile(r"[ \t\r\n]+")
_BEYOND_FOUR_DIGITS = 0xFFFF
_NOT_UTF8 = range(0xDC80, 0xDD00)


def lines_and_columns(text: str, offsets: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Line and column of each offset."""
    places: dict[int, tuple[int, int]] = {}
    line, line_start = 1, 0
    breaks = _BREAK.finditer(text)
    following = next(breaks, None)
    for offset in sorted(set(offsets)):
        while following is not None and following.end() <= offset:
            line, line_start = line + 1, following.end()
            following = next(breaks, None)
        places[offset] = (line, offset - line_start + 1)
    return places


def quotation(text: str, start: int = 0, end: int | None = None) -> str:
    """A short excerpt on one line; what does not print is shown as its escape."""
    stop = len(text) if end is None else end
    part = text[start : min(stop, start + 4 * SHOWN)]
    shown = visible(_BLANKS.sub(" ", part))
    if len(shown) <= SHOWN and start + len(part) == stop:
        return shown
    return f"{shown[: SHOWN - 1]}…"


def visible(text: str) -> str:
    """The text with everything that does not print written as its escape.

    A byte that was not UTF-8 (a lone surrogate from U+DC80 on, see `decoding`) is shown as `�`.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else _escape(ord(character)) for character in text
    )


def _escape(number: int) -> str:
    if number in _NOT_UTF8:
        return "\ufffd"
    return f"\\U{number:08x}" if number > _BEYOND_FOUR_DIGITS else f"\\u{number:04x}"
