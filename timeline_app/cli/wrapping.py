"""Text on lines that fit a terminal.

Widths are cells of a terminal: a Chinese character takes two, a combining mark none. A line ends at
a space or between two wide characters, inside a word only where that is too long for any line.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

from timeline_app.cli.terminal import is_terminal, one_line

WIDEST = 96
NARROWEST = 20

_WIDE = "\u2e80-\u2fff\u3003-\u3007\u3012-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003fffd"
_CLOSING = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f”’…"
_FIRST_WIDE = _WIDE[0]
_WORDS = " |[^ ]+"
_PIECES = f" |[{_WIDE}][{_CLOSING}]*|[^ {_WIDE}]+"
"""Costly to compile, and not needed for text before the first wide character."""


def cells(text: str) -> int:
    """How many cells of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cell, text))


def page_width() -> int:
    """How many cells a line has: those of a narrow terminal, else `WIDEST`."""
    if not is_terminal(sys.stdout):
        return WIDEST
    return min(shutil.get_terminal_size((WIDEST, 0)).columns, WIDEST)


def wrapped(text: str, width: int, *, head: str = "", indent: str = "") -> str:
    """The text as `one_line` gives it, on lines of at most `width` cells where that is possible.

    `head` stands before the first line and `indent`, of as many cells, before each other.
    """
    room = max(width - cells(indent), NARROWEST)
    return head + f"\n{indent}".join(lines_of(text, room))


def lines_of(text: str, room: int) -> list[str]:
    """The text as `one_line` gives it, on lines of at most `room` cells (2 or more)."""
    line = one_line(text)
    if cells(line) <= room:
        return [line]
    lines: list[list[str]] = [[]]
    used, gap = 0, ""
    for piece, size in _pieces(line, room):
        if piece == " ":
            gap = " "
            continue
        if used and used + len(gap) + size > room:
            lines.append([])
            used = 0
        if not used:
            gap = ""
        lines[-1] += (gap, piece)
        used += len(gap) + size
        gap = ""
    return ["".join(line) for line in lines]


def _pieces(text: str, room: int) -> Iterator[tuple[str, int]]:
    """Words, spaces, and wide characters, between which a line may end, and their cells; none
    exceeds `room`."""
    for match in re.finditer(_WORDS if max(text) < _FIRST_WIDE else _PIECES, text):
        piece = match[0]
        size = cells(piece)
        if size <= room:
            yield piece, size
            continue
        start = used = 0
        for place, character in enumerate(piece):
            size = _cell(character)
            if used + size > room:
                yield piece[start:place], used
                start, used = place, 0
            used += size
        yield piece[start:], used


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if character.isascii():
        return 1
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
