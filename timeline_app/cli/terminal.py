"""Text as a terminal may be given it.

Rules:
* A case may hold anything: escape sequences, control characters, marks that turn the direction of
  writing, line breaks that would forge a line of ours. On a terminal each becomes a stand-in or a
  space; JSON keeps all of them, as escapes.
* Joiners and the marks U+200E, U+200F and U+061C stay: Arabic, Indic scripts and emoji need them.
* Patterns are compiled when they are first used, which most commands never do.
* Colours only on a terminal that shows them, and never where `NO_COLOR` holds anything.
"""

from __future__ import annotations

import codecs
import os
import re
from enum import StrEnum
from typing import TextIO

STAND_IN = "\N{REPLACEMENT CHARACTER}"
PLAIN_ERRORS = "timeline_app.plain"
"""The name by which a stream asks for `_in_plain_letters`."""

_C0 = "\x00-\x1f"
_ACTING = (
    "\x7f-\x9f"  # DEL and C1
    "\u2028\u2029\u202a-\u202e\u2066-\u206f"  # breaks, and what turns the direction of text
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"  # interlinear marks, noncharacters
    "\U000e0000-\U000e007f"  # tags: letters that nobody sees
)
_LONE = "\ud800-\udfff"
_NOT_SHOWN = f"[{_C0}{_ACTING}{_LONE}]"
_NOT_IN_JSON = f"[{_ACTING}]"  # JSON has escapes of its own for C0
_NOT_IN_ASCII = "[^\n -~]"

# What a stream that knows only some letters gets in place of our own signs.
_PLAIN_LETTERS = {
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”", '"'),
    "…": "...",
    "→": "->",
    "–": "-",
    "—": "-",
    "·": "-",
    "×": "x",
    STAND_IN: "?",
}


class Colour(StrEnum):
    """The colours in use, as terminals number them."""

    RED = "31"
    YELLOW = "33"
    CYAN = "36"


def one_line(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey; as long as it is."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return re.sub(_NOT_SHOWN, STAND_IN, re.sub(r"\s+", " ", text)).strip()


def in_json(written: str, *, ascii_only: bool) -> str:
    """JSON text with what a terminal would obey as escapes, which mean the same; with `ascii_only`
    so is every other letter that is not ASCII.

    A lone surrogate, from a file name that is not UTF-8, is no text and becomes a stand-in.
    """
    if written.isascii() and "\x7f" not in written:
        return written
    escaped = _NOT_IN_ASCII if ascii_only else _NOT_IN_JSON
    return re.sub(escaped, _escape, re.sub(f"[{_LONE}]", STAND_IN, written))


def coloured(text: str, colour: Colour, stream: TextIO | None) -> str:
    """The text in a colour, where the stream is a terminal and colours are wanted."""
    if not _shows_colours(stream):
        return text
    return f"\x1b[{colour}m{text}\x1b[0m"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees directly what goes to the stream."""
    return stream is not None and not stream.closed and stream.isatty()


def _shows_colours(stream: TextIO | None) -> bool:
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.name == "nt" and "WT_SESSION" not in os.environ:  # the old console shows the codes
        return False
    return is_terminal(stream)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    """What stands for characters that a stream does not know: our own signs by plain ones, all
    others by their escapes. An error handler as `codecs` wants it."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    return "".join(_PLAIN_LETTERS.get(one) or _escaped(one) for one in unknown), error.end


def _escaped(character: str) -> str:
    return character.encode("ascii", "backslashreplace").decode()


codecs.register_error(PLAIN_ERRORS, _in_plain_letters)
