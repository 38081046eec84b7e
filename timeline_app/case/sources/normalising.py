"""Passages made comparable: the normalised text behind a digest, and the way back from it.

The normalised text of a passage is, in this order:

1. NFKC;
2. typographic quotes, dashes and ellipsis made plain (`PLAIN`), invisible characters dropped
   (`INVISIBLE`);
3. case-folded;
4. NFKC again;
5. each run of white space (`str.isspace`) one space;
6. trimmed.

To find a passage again, the whole article is normalised and every place in the result must lead
back to the article. So the article is taken in *pieces* that normalise on their own: a piece
begins at a character that nothing before it can change. Most characters are a piece each and
become one character (they are translated in bulk); a letter with its marks, a ligature, Hangul
letters joined into a syllable are pieces that map only as a whole. `normalise` takes the same
way, so a passage and the article around it can't disagree.

One departure, for safety: sorting a pile of n marks on one letter takes n² steps in Unicode's own
algorithm, so a pile is cut after `PILE` marks. No writing system comes near that.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

PILE = 100

INVISIBLE = frozenset(
    "\u00ad"  # soft hyphen
    "\u061c\u200e\u200f"  # marks of direction
    "\u180e\u200b\u2060\ufeff"  # spaces and joiners without width
    "\u200c\u200d"  # non-joiner, joiner
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # embeddings, overrides, isolates
    "\u2061\u2062\u2063\u2064"  # invisible operators
)
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u275b\u275c"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u275d\u275e\u301d\u301e\u301f"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2e3a\u2e3b"

PLAIN: dict[int, str | None] = {
    **{ord(quote): "'" for quote in _SINGLE_QUOTES},
    **{ord(quote): '"' for quote in _DOUBLE_QUOTES},
    **{ord(dash): "-" for dash in _DASHES},
    ord("\u22ef"): "...",  # the ellipsis proper is three dots by NFKC
    **{ord(character): None for character in INVISIBLE},
}

_WHITE_SPACE = re.compile(r"\s")
_SPACES = re.compile(r" {2,}")


def normalise(text: str) -> str:
    """Give the normalised text of a passage."""
    if text.isascii():  # the same, and forty times as fast
        return " ".join(text.lower().split())
    return Normalised(text).text.strip()


def attaches(character: str) -> bool:
    """Whether `character` may join the one before it: a mark, or a Hangul vowel or final."""
    code = ord(character)
    return (
        unicodedata.category(character).startswith("M")
        or unicodedata.combining(character) != 0
        or 0x1160 <= code <= 0x11FF  # Hangul vowels and finals
        or 0xD7B0 <= code <= 0xD7FF  # and the old ones
        or 0x16D63 <= code <= 0x16D6A  # Kirat Rai vowels, of Unicode 16
    )


class Normalised:
    """An article's normalised text, not trimmed, with the way back to the article.

    Attributes:
        source: the article, canonical.
        text: its normalised text.
    """

    def __init__(self, source: str) -> None:
        """Normalise `source`; O(its length)."""
        self.source = source
        pieces = _Seam()
        folded = "".join(_fold(source, pieces))
        spaces = _Seam()
        self.text = "".join(_collapse(folded, spaces))
        self._seams = (pieces.sewn(), spaces.sewn())

    def source_start(self, offset: int) -> int | None:
        """Where in the article the text from `offset` on begins; None inside a piece."""
        place: int | None = offset
        for seam in reversed(self._seams):
            place = None if place is None else seam.back_start(place)
        return place

    def source_end(self, offset: int) -> int | None:
        """Where in the article the text up to `offset` (> 0) ends; None inside a piece.

        Invisible characters that follow are left out.
        """
        place: int | None = offset
        for seam in reversed(self._seams):
            place = None if place is None else seam.back_end(place)
        while place and self.source[place - 1] in INVISIBLE:
            place -= 1
        return place

    def span_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Where `start` to `end` of the article lie in the text; None where that cuts a piece.

        White space and invisible characters at both ends are left out; None if nothing remains.
        """
        while start < end and _is_blank(self.source[start]):
            start += 1
        while start < end and _is_blank(self.source[end - 1]):
            end -= 1
        if start == end:
            return None
        first, last = self.reach_of(start, end)
        if self.source_start(first) != start or self.source_end(last) != end:
            return None
        return first, last

    def reach_of(self, start: int, end: int) -> tuple[int, int]:
        """The least stretch of the text with all of what stands there in the article."""
        for seam in self._seams:
            start, end = seam.forth_floor(start), seam.forth_ceiling(end)
        return start, end


class _Seam:
    """Two texts side by side, in stretches: *even* ones, equally long on both sides and mapped
    character by character, and *odd* ones, mapped only as a whole."""

    def __init__(self) -> None:
        self._here = array("q", [0])  # where each stretch begins before,
        self._there = array("q", [0])  # and after; a last entry closes both
        self._odd = bytearray()

    def even(self, length: int) -> None:
        """Append a stretch mapped character by character."""
        if length:
            self._append(length, length, 0)

    def odd(self, here: int, there: int) -> None:
        """Append a stretch mapped as a whole."""
        self._append(here, there, 1)

    def _append(self, here: int, there: int, odd: int) -> None:
        self._here.append(self._here[-1] + here)
        self._there.append(self._there[-1] + there)
        self._odd.append(odd)

    def sewn(self) -> _Seam:
        """Close the seam: an empty even stretch at the end, so that every place is in one."""
        self._append(0, 0, 0)
        return self

    def back_start(self, there: int) -> int | None:
        stretch = self._stretch(self._there, there)
        into = there - self._there[stretch]
        return None if into and self._odd[stretch] else self._here[stretch] + into

    def back_end(self, there: int) -> int | None:
        stretch = self._stretch(self._there, there - 1)
        if self._odd[stretch]:
            return self._here[stretch + 1] if there == self._there[stretch + 1] else None
        return self._here[stretch] + there - self._there[stretch]

    def forth_floor(self, here: int) -> int:
        stretch = self._stretch(self._here, here)
        into = 0 if self._odd[stretch] else here - self._here[stretch]
        return self._there[stretch] + into

    def forth_ceiling(self, here: int) -> int:
        if here == 0:
            return 0
        stretch = self._stretch(self._here, here - 1)
        if self._odd[stretch]:
            return self._there[stretch + 1]
        return self._there[stretch] + here - self._here[stretch]

    def _stretch(self, edges: array[int], place: int) -> int:
        """The last stretch that begins at or before `place`."""
        return min(bisect_right(edges, place), len(self._odd)) - 1


def _fold(source: str, seam: _Seam) -> Iterator[str]:
    """Steps 1 to 4, and white space to spaces, piece by piece."""
    table, attaching, growing = _classify(set(source))
    known: dict[str, str] = {}
    even_from = 0
    for match in _odd_pieces(attaching, growing, source):
        start, end = match.span()
        seam.even(start - even_from)
        yield source[even_from:start].translate(table)
        piece = match[0]
        folded = known.get(piece)
        if folded is None:
            folded = known[piece] = _fold_piece(piece)
        seam.odd(end - start, len(folded))
        yield folded
        even_from = end
    seam.even(len(source) - even_from)
    yield source[even_from:].translate(table)


def _fold_piece(piece: str) -> str:
    """Steps 1 to 4 for a text that normalises on its own, and white space to spaces."""
    plain = unicodedata.normalize("NFKC", piece).translate(PLAIN)
    return _WHITE_SPACE.sub(" ", unicodedata.normalize("NFKC", plain.casefold()))


def _classify(characters: Iterable[str]) -> tuple[dict[int, str], list[str], list[str]]:
    """Sort characters by what happens to them.

    Returns:
        a table for `str.translate` of those that become one other character, a list of those that
        belong to the piece before them, a list of those that become several characters.
    """
    table: dict[int, str] = {}
    attaching: list[str] = []
    growing: list[str] = []
    for character in characters:
        folded, joins = _fold_character(character)
        if joins:
            attaching.append(character)
        elif len(folded) > 1:
            growing.append(character)
        elif folded != character:
            table[ord(character)] = folded
    return table, attaching, growing


@lru_cache(maxsize=1 << 15)
def _fold_character(character: str) -> tuple[str, bool]:
    """What a character becomes on its own, and whether it belongs to the piece before it."""
    folded = _fold_piece(character)
    return folded, not folded or _opens_attaching(character) or _opens_attaching(folded)


def _opens_attaching(text: str) -> bool:
    return attaches(unicodedata.normalize("NFKD", text)[0])


def _odd_pieces(attaching: list[str], growing: list[str], source: str) -> Iterator[re.Match[str]]:
    """The pieces that do not map character by character, in order."""
    if not attaching and not growing:
        return iter(())
    joined = _character_class(attaching)
    alone = _character_class(attaching + growing)
    pattern = f"(?s:.){joined}{{1,{PILE}}}|{alone}" if attaching else alone
    return re.compile(pattern).finditer(source)


def _character_class(characters: list[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(characters)))}]"


def _collapse(folded: str, seam: _Seam) -> Iterator[str]:
    """Step 5: each run of spaces one space."""
    even_from = 0
    for match in _SPACES.finditer(folded):
        start, end = match.span()
        seam.even(start - even_from)
        seam.odd(end - start, 1)
        yield folded[even_from:start]
        yield " "
        even_from = end
    seam.even(len(folded) - even_from)
    yield folded[even_from:]


def _is_blank(character: str) -> bool:
    return character.isspace() or character in INVISIBLE
