"""One line of a case's text as it may be measured and painted.

Rules:
* What is measured is what is painted: layout and drawing both see only what `plain_line` returns.
* Nothing in a case's text may move, hide or reorder what stands beside it. Line breaks and tabs
  become a space; controls, bidirectional controls, lone surrogates and noncharacters become a
  visible stand-in; a tower of combining marks is cut down; a line ends after `LINE_LENGTH`.
* Joiners stay: Arabic, Indic scripts and emoji need them.
"""

from __future__ import annotations

import re
from typing import Final

LINE_LENGTH: Final = 500
STAND_IN: Final = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS: Final = "…"
MOST_MARKS: Final = 3  # combining marks on one letter

# Patterns are compiled when they are first used, which for most texts they never are.
_SPACES = r"[\s\u2028\u2029]+"
_CONTROLS = (
    "["
    "\x00-\x1f\x7f-\x9f"  # C0 and C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # what turns the direction of text
    "\ufdd0-\ufdef\ufff9-\uffff"  # noncharacters, interlinear marks
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f"  # tags
    "]"
)
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_MARKS = (
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
    f"{{{MOST_MARKS}}})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def plain_text(text: str) -> str:
    """The whole text as harmless words with single spaces, for whoever breaks it into lines."""
    return _harmless(re.sub(_SPACES, " ", text)).strip()


def plain_line(text: str) -> str:
    """The text as one harmless line, at most `LINE_LENGTH` characters long.

    Idempotent: a plain line is its own plain line.
    """
    # What is cut off can't be seen, so that a text of a million characters costs no more than one
    # of a few thousand.
    shown = text[: 4 * LINE_LENGTH]
    if "  " in shown or not shown.isprintable():
        shown = re.sub(_SPACES, " ", shown)
    shown = _harmless(shown)
    shown = shown.strip()
    if len(shown) <= LINE_LENGTH and len(text) <= 4 * LINE_LENGTH:
        return shown
    return shown[: LINE_LENGTH - 1].rstrip(" " + ELLIPSIS) + ELLIPSIS


def _harmless(text: str) -> str:
    """The text without what moves, hides or reorders. What Python calls printable holds nothing of
    that, but for the stand-in of an object."""
    if not text.isprintable() or _OBJECT in text:
        text = re.sub(_CONTROLS, STAND_IN, text)
    return text if text.isascii() else re.sub(_MARKS, r"\1", text)
