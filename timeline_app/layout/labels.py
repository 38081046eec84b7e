"""Text cut to the room that there is.

Rules:
* A text is first made one plain line (`plain`), so that no title can break a layout.
* A line breaks at a space, or beside an ideograph; a word that is wider than its line is broken
  within, with a hyphen where it is a word of letters. What has no room ends in an ellipsis.
* A cut never parts a letter from the marks on it, nor what a joiner joins.
* Fewer than two characters and an ellipsis tell nothing: then there is no label.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from timeline_app.layout.chart import Rect, TextMeasurer, TextRole
from timeline_app.layout.plain import ELLIPSIS, plain_line, plain_text

HYPHEN = "-"
LEAST_SHOWN = 2
"""Characters before an ellipsis, at least."""

_IDEOGRAPH = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003fffd"
)
# What never begins a line: closing brackets, quotes and stops of both scripts.
_CLOSING = (
    "\u3001\u3002\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\u300b\u300d\u300f\u3011’”)\\].,;:!?"
)
_FIRST_IDEOGRAPH = _IDEOGRAPH[0]
_WORD = re.compile(" ?[^ ]+")
_JOINER = "\u200d"
_LINE_MOST = 1_000  # characters that are looked at for one line


class Wrapped(Struct, frozen=True, gc=False):
    """A text in lines; `elided` tells that some of it is missing."""

    lines: tuple[str, ...]
    elided: bool


def elided(text: str, width: float, role: TextRole, measurer: TextMeasurer) -> str:
    """The text in one line no wider than `width`: whole, ending in an ellipsis, or empty."""
    return shortened(plain_line(text), width, role, measurer)


def shortened(line: str, width: float, role: TextRole, measurer: TextMeasurer) -> str:
    """The same for what is a plain line already."""
    if measurer.width(line, role) <= width:
        return line
    room = width - measurer.width(ELLIPSIS, role)
    kept = line[: fitting_length(line, room, role, measurer)].rstrip()
    return kept + ELLIPSIS if len(kept) >= LEAST_SHOWN else ""


def wrapped(text: str, width: float, most: int, role: TextRole, measurer: TextMeasurer) -> Wrapped:
    """The text in at most `most` lines, none wider than `width`."""
    whole = plain_line(text)
    lines: list[str] = []
    rest = whole
    while rest and len(lines) < most - 1:
        line, rest = _first_line(rest, width, role, measurer)
        if not line:
            return Wrapped((), bool(whole))
        lines.append(line)
    if rest:
        last = elided(rest, width, role, measurer)
        return Wrapped((*lines, last) if last else (), last != rest)
    return Wrapped(tuple(lines), False)


def whole_lines(text: str, width: float, role: TextRole, measurer: TextMeasurer) -> tuple[str, ...]:
    """The whole text in as many lines as it needs, none wider than `width` unless a single letter
    is. Nothing of it is left out; a word that is parted gets a hyphen."""
    rest = plain_text(text)
    lines: list[str] = []
    while rest:
        ahead, beyond = rest[:_LINE_MOST], rest[_LINE_MOST:]
        if not beyond and measurer.width(ahead, role) <= width:
            return (*lines, ahead)
        line, left = _first_line(ahead, width, role, measurer)
        if not line:
            line, left = ahead[:1], ahead[1:]
        lines.append(line)
        rest = (left + beyond).lstrip()
    return tuple(lines)


def fitting_length(text: str, width: float, role: TextRole, measurer: TextMeasurer) -> int:
    """How many characters from the beginning fit into `width` without a cut through a letter."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measurer.width(text[:middle], role) <= width:
            low = middle
        else:
            high = middle - 1
    while 0 < low < len(text) and is_joined(text, low):
        low -= 1
    return low


def free_of(rect: Rect, others: list[Rect], margin: float = 0.0) -> bool:
    """Whether a rectangle keeps at least `margin` from all others."""
    grown = Rect(
        rect.x - margin, rect.y - margin, rect.width + 2 * margin, rect.height + 2 * margin
    )
    return not any(grown.overlaps(other) for other in others)


def _first_line(text: str, width: float, role: TextRole, measurer: TextMeasurer) -> tuple[str, str]:
    """As many pieces as fit into one line, and the rest of the text."""
    end = 0
    for piece_end in _piece_ends(text):
        if measurer.width(text[:piece_end], role) > width:
            break
        end = piece_end
    if end:
        return text[:end], text[end:].lstrip()
    return _broken_word(text, width, role, measurer)


def _broken_word(
    text: str, width: float, role: TextRole, measurer: TextMeasurer
) -> tuple[str, str]:
    """The beginning of a word that is wider than its line, and the rest of the text."""
    end = next(_piece_ends(text))
    if text[:end].isalpha():
        room = width - measurer.width(HYPHEN, role)
        length = fitting_length(text[:end], room, role, measurer)
        if length >= LEAST_SHOWN:
            return text[:length] + HYPHEN, text[length:]
    length = fitting_length(text[:end], width, role, measurer)
    return text[:length], text[length:]


def _piece_ends(text: str) -> Iterator[int]:
    """Where a line may end: behind each word and each ideograph."""
    pieces = _WORD if max(text, default="") < _FIRST_IDEOGRAPH else _words_and_ideographs()
    for match in pieces.finditer(text):
        yield match.end()


@cache
def _words_and_ideographs() -> re.Pattern[str]:
    """Made when it is first asked for: that takes longer than wrapping the labels of a case."""
    return re.compile(f" ?(?:[{_IDEOGRAPH}][{_CLOSING}]*|[^ {_IDEOGRAPH}]+)")


def is_joined(text: str, index: int) -> bool:
    """Whether the characters before and at an index belong together."""
    following = text[index]
    return (
        unicodedata.combining(following) != 0
        or following == _JOINER
        or text[index - 1] == _JOINER
        or "\ufe00" <= following <= "\ufe0f"
        or "\U0001f3fb" <= following <= "\U0001f3ff"
    )
