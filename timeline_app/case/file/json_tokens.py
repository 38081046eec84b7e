"""The smallest pieces of a JSON text, as regular expressions.

All repetition is possessive: no text, however made, costs more than one look at each character.
"""

from __future__ import annotations

import re
from math import isinf

LONGEST_NUMBER = 600
"""How many characters a whole number may have: Python converts at least so many, however set."""

_BLANK = re.compile(r"[ \t\n\r]*+")
_SIMPLE = r'("[^"\\\x00-\x1f]*+"|-?(?:0|[1-9][0-9]{0,17})(?![0-9.eE])|true|false|null)'

MEMBER = re.compile(
    rf'[ \t\n\r]*+"([^"\\\x00-\x1f]*+)"[ \t\n\r]*+:[ \t\n\r]*+{_SIMPLE}[ \t\n\r]*+([,}}])'
)
"""A member with a simple value, and what follows it: name, value, sign."""

ELEMENT = re.compile(rf"[ \t\n\r]*+{_SIMPLE}[ \t\n\r]*+([,\]])")
"""A simple element of a list, and what follows it: value, sign."""

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+(?![\w.+-])")
"""A number with nothing behind it that would make it another."""

WORD = re.compile(r"(?:true|false|null|NaN|-?Infinity)(?!\w)")
"""A word of JSON, or one that only some programs write."""


def after_blank(text: str, position: int) -> int:
    """The first position from there on that is not white space."""
    blank = _BLANK.match(text, position)
    return position if blank is None else blank.end()


def odd_token(token: str) -> tuple[str, str] | None:
    """What is wrong with a number or word, and what would be right; None where nothing is."""
    if token in ("true", "false", "null"):
        return None
    if token in ("NaN", "Infinity", "-Infinity"):
        right = "a number, or nothing at all (leave the field out)"
        return f"{token} is not a number in JSON", right
    is_whole = token.lstrip("-").isdecimal()
    if len(token) > LONGEST_NUMBER if is_whole else isinf(float(token)):
        return "this number is too large", "a number that can be reckoned with"
    return None
