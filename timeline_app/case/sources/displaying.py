"""A text as a text widget can show it, and the way between their positions.

A case counts code points of the canonical text; Qt counts UTF-16 units of what it was given, and
treats some characters in ways of its own. So the text is changed a little before it is shown:

* What Qt would drop, or turn into a paragraph or an object of its own, has a visible stand-in:
  control characters, separators of lines and paragraphs, non-characters, lone surrogates.
* What would turn the direction of other people's words is named instead (`‹RLO›`). The marks that
  only say where a neutral character belongs (U+200E, U+200F, U+061C) stay.
* A run of over `LONGEST_RUN` characters without a place to break a line gets some, `U+200B`, which
  take no room: wrapping a word of 100,000 letters takes half a second or more otherwise, each time.
  A paragraph of over `LONGEST_PARAGRAPH` is divided for the same reason.

Everything else, no-break spaces too, stays as it is. Nothing is ever read back from the widget.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from timeline_app.case.sources.normalising import INVISIBLE, attaches

BREAK = "\u200b"
LONGEST_RUN = 200
LONGEST_PARAGRAPH = 4_000

_STRETCH = 80  # how far apart breaks are set
_SEARCH = 40  # how much further a better place for one is looked for

_DIRECTIONS = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_NEW_LINE = "\N{SYMBOL FOR NEWLINE}"
_STAND_INS = {
    **{chr(code): chr(0x2400 + code) for code in range(0x20)},
    "\x7f": "\N{SYMBOL FOR DELETE}",
    "\x85": _NEW_LINE,
    "\u2028": _NEW_LINE,
    "\u2029": _NEW_LINE,
    **{direction: f"‹{name}›" for direction, name in _DIRECTIONS.items()},
}

_NO_CHARACTERS = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_REPLACED = (
    f"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffc{_NO_CHARACTERS}"
)
_TURNING = "\u202a-\u202e\u2066-\u2069"
_OBJECT = "\ufffc"
_OPPORTUNITIES = " \t\n\u1680\u2000-\u2006\u2008-\u200a\u200b\u205f\u3000"
_OPPORTUNITY = re.compile(f"[{_OPPORTUNITIES}]")
# The looks behind keep the search linear: it is not begun anew inside a run.
_RUN = re.compile(rf"(?<![^{_OPPORTUNITIES}])[^{_OPPORTUNITIES}]{{{LONGEST_RUN + 1},}}")
_PARAGRAPH = re.compile(rf"(?<![^\n])[^\n]{{{LONGEST_PARAGRAPH + 1},}}")
_VIRAMA = 9  # the class of marks that join the letters of Indic scripts
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
_SKIN_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")


class DisplayText:
    """A canonical text as it is shown, and the way between their positions.

    Attributes:
        text: what is shown.
        length: of the canonical text, in code points.
        units: of what is shown, in UTF-16 units.
    """

    def __init__(self, canonical: str) -> None:
        """Prepare `canonical` for display; O(its length)."""
        self._offsets = array("q", [0])  # where a stretch of equal widths begins, in code points,
        self._starts = array("q", [0])  # and in units;
        self._widths = array("q", [1])  # how many units a code point takes in it
        self.length = len(canonical)
        self._plain = _is_plain(canonical)
        self.units = 0
        self.text = "".join(self._pieces(canonical))

    def to_units(self, offset: int) -> int:
        """Where a place in the canonical text is shown. Places beyond an end are that end."""
        place = max(0, min(offset, self.length))
        stretch = bisect_right(self._offsets, place) - 1
        return self._starts[stretch] + (place - self._offsets[stretch]) * self._widths[stretch]

    def to_offset(self, unit: int) -> int:
        """What is shown at a unit; inside a character or an added break, where that begins."""
        place = max(0, min(unit, self.units))
        stretch = bisect_right(self._starts, place) - 1
        offset = self._offsets[stretch] + (place - self._starts[stretch]) // self._widths[stretch]
        beyond = self._offsets[stretch + 1] if stretch + 1 < len(self._offsets) else self.length
        return min(offset, beyond)

    def _pieces(self, canonical: str) -> Iterator[str]:
        place = 0
        for offset, added in _additions(canonical):
            yield from self._shown(canonical, place, offset)
            yield added
            self.units += len(added)
            self._begin(offset, 1)
            place = offset
        yield from self._shown(canonical, place, self.length)

    def _shown(self, canonical: str, start: int, end: int) -> Iterator[str]:
        place = start
        for match in () if self._plain else _odd().finditer(canonical, start, end):
            first, last = match.span()
            if place < first:
                yield self._stretch(canonical[place:first], place, 1)
            odd = match[0]
            if match.lastgroup == "beyond":
                yield self._stretch(odd, first, 2)
            else:
                shown = "".join([_STAND_INS.get(character, _UNKNOWN) for character in odd])
                yield self._stretch(odd, first, len(shown) // len(odd), shown)
            place = last
        if place < end:
            yield self._stretch(canonical[place:end], place, 1)

    def _stretch(self, piece: str, offset: int, width: int, shown: str | None = None) -> str:
        """Append code points that take `width` units each; give what is shown for them."""
        if width != self._widths[-1]:
            self._begin(offset, width)
        self.units += len(piece) * width
        return piece if shown is None else shown

    def _begin(self, offset: int, width: int) -> None:
        self._offsets.append(offset)
        self._starts.append(self.units)
        self._widths.append(width)


@cache
def _odd() -> re.Pattern[str]:
    """What is not shown as it is, or takes two units; costly to compile, and seldom needed."""
    return re.compile(
        f"(?P<replaced>[{_REPLACED}]+)"
        f"|(?P<turning>[{_TURNING}]+)"
        f"|(?P<beyond>[^{_REPLACED}\x00-\uffff]+)"  # two units each
    )


def _is_plain(text: str) -> bool:
    """Whether it shows quickly that nothing in a text is odd."""
    if not text.replace("\n", "").replace("\t", "").isprintable() or _OBJECT in text:
        return False
    return len(text.encode("utf-16-le")) == 2 * len(text)


def count_turning(text: str) -> int:
    """How many characters of a text turn the direction of what follows them."""
    return sum(map(text.count, _DIRECTIONS))


def displayed(canonical: str) -> DisplayText:
    """Give a canonical text as it is shown."""
    return DisplayText(canonical)


def _additions(text: str) -> list[tuple[int, str]]:
    """What is added to a text so that its lines and paragraphs come to an end, and where."""
    added = {place: BREAK for run in _RUN.finditer(text) for place in _breaks(text, *run.span())}
    for paragraph in _PARAGRAPH.finditer(text):
        place, end = paragraph.span()
        while end - place > LONGEST_PARAGRAPH:
            place = _next_break(text, place + LONGEST_PARAGRAPH, added)
            if place < end:
                added[place] = "\n"
    return sorted(added.items())


def _next_break(text: str, place: int, breaks: dict[int, str]) -> int:
    """The first place at or after `place` where a line may be broken."""
    while place < len(text) and place not in breaks and not _OPPORTUNITY.match(text[place - 1]):
        place += 1
    return place


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Where a run is broken: between two letters if there are any near, else not in a character
    written as several, else anywhere."""
    while end - start > _STRETCH + _SEARCH:
        near = range(start + _STRETCH, start + _STRETCH + _SEARCH)
        start = next(
            (
                place
                for rule in (_between_letters, _between_characters)
                for place in near
                if rule(text[place - 1], text[place])
            ),
            start + _STRETCH,
        )
        yield start


def _between_letters(before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum() and not attaches(after)


def _between_characters(before: str, after: str) -> bool:
    if attaches(after) or before in INVISIBLE or after in INVISIBLE:
        return False
    if unicodedata.combining(before) == _VIRAMA:
        return False
    flag = _REGIONAL.match(before) and _REGIONAL.match(after)
    return not flag and not _SKIN_TONE.match(after)
