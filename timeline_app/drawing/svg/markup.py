"""Text, numbers, colours and names as an SVG file may hold them.

Rules:
* XML 1.0 has no place for most control characters, for lone surrogates, or for U+FFFE and U+FFFF,
  not even escaped: each becomes the replacement character, a tab or line break a space.
* Numbers have two decimals at most, and never an exponent: a hundredth of a pixel is not seen.
* A name is made from what the caller gives it, is valid whatever that was, and unique in its file.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import Final

from timeline_app.drawing.sheets import ImageError
from timeline_app.drawing.surface import Colour, Path, Verb

_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_NOT_XML: Final = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES: Final = re.compile("[\t\r\n]")
_SPECIAL: Final = re.compile('[&<>"]')
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9_.-]+")
_LONGEST_NAME: Final = 80
_LETTERS: Final = {Verb.MOVE: "M", Verb.LINE: "L", Verb.CURVE: "C", Verb.CLOSE: "Z"}
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def xml_text(text: str) -> str:
    """The text with only such characters as XML 1.0 allows, not yet escaped."""
    if text.isascii() and text.isprintable():
        return text
    return _NOT_XML.sub(_REPLACEMENT, _SPACES.sub(" ", text))


def escaped(text: str) -> str:
    """The text for an element's content or for an attribute in double quotes."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], xml_text(text))


def number(value: float) -> str:
    """A length or place, to a hundredth.

    Raises:
        ImageError: it is not a number, or endless.
    """
    if not isfinite(value):
        raise ImageError("The picture has a place that is no number; it was not made.")
    written = f"{value:.2f}"
    if written.endswith("0"):
        written = written.rstrip("0").removesuffix(".")
    return "0" if written == "-0" else written


def numbers(*values: float) -> str:
    """Several lengths or places, with spaces between."""
    return " ".join(map(number, values))


def colour_of(name: str, colour: Colour) -> str:
    """The attributes that paint `fill` or `stroke` in a colour."""
    alpha = colour >> 24
    if alpha == 0:
        return f' {name}="none"'
    opacity = "" if alpha == 255 else f' {name}-opacity="{number(alpha / 255)}"'
    return f' {name}="#{colour & 0xFFFFFF:06x}"{opacity}'


def path_data(path: Path, x: float = 0.0, y: float = 0.0) -> str:
    """The steps of a path as `d` writes them, moved by x and y."""
    return "".join(
        _LETTERS[verb] + " ".join(numbers(px + x, py + y) for px, py in points)
        for verb, points in path.steps
    )


class Names:
    """The names of one file, each given once."""

    def __init__(self) -> None:
        """No name is given yet."""
        self._given: set[str] = set()
        self._counts: dict[str, int] = {}

    def new(self, wish: str) -> str:
        """A name that is like the wish, and that no other element has."""
        base = _NOT_IN_NAMES.sub("-", wish)[:_LONGEST_NAME]
        if not base[:1].isalpha():
            base = f"n{base}"
        name = base
        while name in self._given:
            self._counts[base] = self._counts.get(base, 1) + 1
            name = f"{base}-{self._counts[base]}"
        self._given.add(name)
        return name
