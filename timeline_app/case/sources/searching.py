"""Where a quotation or a digest stands in an article.

Rules:
* At most two places are told: whoever asks needs to know whether there is none, one, or more than
  one. What stands twice is never a guess.
* A quotation is looked for letter for letter in the text that it was taken from, and in its
  normalised form in a copy: there, that one of two places has another line end tells nothing. It
  may begin and end anywhere, but never between a letter and its mark.
* A digest can only be looked for by trying. It is tried wherever a word begins, and where a word
  ends right; in scripts that set no spaces between words, every character is a word. Once a place
  fits, its words are known, and the others are found by those.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from itertools import islice

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.model import Digest
from timeline_app.case.sources.normalising import INVISIBLE, Normalised, attaches, normalise

Span = tuple[int, int]  # code points, the end exclusive

_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan; Burmese; Khmer
    "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"  # Hangul: endings are written onto the word
    "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han, Kana, Bopomofo
)
_STEP = 20_000  # how many words are tried between two looks at `cancelled`
_NEARBY = (100, 4_000)  # how many words on either side of a likely place are tried first, and then
_PATIENCE = 2  # how often everything is tried at once for what did not stand near


@cache
def _word() -> re.Pattern[str]:
    """A word, or a single character of another sort; costly to compile, and not always needed."""
    return re.compile(rf"[^\W{_UNSPACED}]+|\S")


def digest_of(passage: str) -> Digest:
    """Give the digest of a passage: length and sha256 of its normalised text."""
    plain = normalise(passage)
    return Digest(length=len(plain), sha256=sha256(plain.encode()).hexdigest())


class Article:
    """A canonical text that passages are looked for in.

    What the search needs is made when it is first needed, once. Every search raises `Cancelled`
    where the reader gives up.
    """

    def __init__(self, text: str, cancelled: CancelCheck = never) -> None:
        """Search `text`, asking `cancelled` from time to time."""
        self.text = text
        self._cancelled = cancelled
        self._made: tuple[Normalised, _Words] | None = None
        self._wording: dict[str, str] = {}  # what a digest stands for, by its sha256
        self._absent: set[str] = set()  # digests that stand nowhere

    @property
    def whole(self) -> Span:
        """From its beginning to its end."""
        return 0, len(self.text)

    def places_of_letters(self, quotation: str, within: Span) -> list[Span]:
        """Look for `quotation` (canonical) inside `within`, letter for letter."""
        return list(islice(self._literal_places(quotation, within), 2))

    def places_of_words(self, quotation: str, within: Span) -> list[Span]:
        """Look for `quotation` inside `within`, in its normalised form."""
        return list(islice(self._folded_places(normalise(quotation), within), 2))

    def places_of_digest(self, digest: Digest, within: Span) -> list[Span]:
        """Look for the passage that `digest` stands for inside `within`."""
        if digest.sha256 in self._absent or within[0] >= within[1]:
            return []
        if digest.sha256 not in self._wording:
            folded, _ = self._normalised()
            self._learn(digest.length, {digest.sha256}, folded.reach_of(*within))
        wording = self._wording.get(digest.sha256, "")
        return list(islice(self._folded_places(wording, within, whole_words=True), 2))

    def recognise(self, sought: Iterable[tuple[Digest, int]]) -> None:
        """Find out what many digests stand for, faster than one by one.

        Args:
            sought: each with the place in code points that it had in another copy of the article.
                It is looked for near there first, or as far from there as the one before it. What
                is still missing is looked for everywhere, all of one length in one pass.
        """
        in_order = sorted(sought, key=lambda each: each[1])
        if not in_order:
            return
        folded, _ = self._normalised()
        missing: dict[int, set[str]] = {}
        shift = 0
        patience = _PATIENCE
        for digest, expected in in_order:
            if digest.sha256 in self._wording or digest.sha256 in self._absent:
                continue
            near = max(0, min(expected + shift, len(self.text)))
            place = self._learn_near(folded.reach_of(near, near)[0], digest)
            if place is None and patience:
                place = self._learn_anywhere(digest.length, {digest.sha256})
                patience -= place is None
            if place is not None:
                shift = (folded.source_start(place) or near) - expected
            elif digest.sha256 not in self._absent:
                missing.setdefault(digest.length, set()).add(digest.sha256)
        for length, hashes in missing.items():
            self._learn_anywhere(length, hashes)

    def stands_on_words(self, start: int, end: int) -> bool:
        """Whether a digest of `start` to `end` can be found: both lie at edges of words."""
        folded, words = self._normalised()
        span = folded.span_of(start, end)
        return span is not None and words.edges(*span)

    def _learn_near(self, near: int, digest: Digest) -> int | None:
        _, words = self._normalised()
        for nearby in _NEARBY:
            reach = words.around(near, nearby, digest.length)
            place = self._learn(digest.length, {digest.sha256}, reach)
            if place is not None:
                return place
        return None

    def _learn_anywhere(self, length: int, hashes: set[str]) -> int | None:
        place = self._learn(length, hashes, (0, len(self._normalised()[0].text)))
        self._absent |= hashes - self._wording.keys()
        return place

    def _learn(self, length: int, hashes: set[str], reach: Span) -> int | None:
        """Try a stretch of the normalised text for what these digests of one length stand for.

        Returns:
            the last place where one was recognised.
        """
        folded, words = self._normalised()
        missing = set(hashes)
        place = None
        for place, found in words.matches(length, hashes, reach):
            self._wording[found] = folded.text[place : place + length]
            missing.discard(found)
            if not missing:
                break
        return place

    def _literal_places(self, quotation: str, within: Span) -> Iterator[Span]:
        place = self.text.find(quotation, *within) if quotation else -1
        while place >= 0:
            end = place + len(quotation)
            if not self._cuts_letter(end):
                yield place, end
            stop_if(self._cancelled)
            place = self.text.find(quotation, place + 1, within[1])

    def _cuts_letter(self, end: int) -> bool:
        """Whether the letter before `end` goes on after it with a mark."""
        while end < len(self.text) and self.text[end] in INVISIBLE:
            end += 1
        return end < len(self.text) and attaches(self.text[end])

    def _folded_places(
        self, plain: str, within: Span, *, whole_words: bool = False
    ) -> Iterator[Span]:
        if not plain or within[0] >= within[1]:
            return
        folded, words = self._normalised()
        low, high = folded.reach_of(*within)
        start = folded.text.find(plain, low, high)
        while start >= 0:
            end = start + len(plain)
            place = _place(folded, start, end, within)
            if place is not None and (not whole_words or words.edges(start, end)):
                yield place
            stop_if(self._cancelled)
            start = folded.text.find(plain, start + 1, high)

    def _normalised(self) -> tuple[Normalised, _Words]:
        if self._made is None:
            stop_if(self._cancelled)
            folded = Normalised(self.text)
            self._made = folded, _Words(folded.text, self._cancelled)
        return self._made


class _Words:
    """Where the words of a normalised text begin and end."""

    def __init__(self, text: str, cancelled: CancelCheck) -> None:
        self._text = text
        self._cancelled = cancelled
        self._starts: list[int] = []
        self._is_end = bytearray(len(text) + 1)
        words = _word().finditer(text)
        while batch := [word.span() for word in islice(words, _STEP)]:
            stop_if(cancelled)
            self._starts.extend([start for start, _ in batch])
            for _, end in batch:
                self._is_end[end] = 1

    def edges(self, start: int, end: int) -> bool:
        """Whether a word begins at `start` and one ends at `end`."""
        place = bisect_left(self._starts, start)
        begins = place < len(self._starts) and self._starts[place] == start
        return begins and bool(self._is_end[end])

    def around(self, place: int, nearby: int, length: int) -> Span:
        """A stretch with every passage of `length` that begins `nearby` words or less away."""
        if not self._starts:
            return 0, 0
        middle = bisect_left(self._starts, place)
        first = self._starts[max(0, min(middle, len(self._starts) - 1) - nearby)]
        last = self._starts[min(middle + nearby, len(self._starts) - 1)]
        return first, min(last + length, len(self._text))

    def matches(self, length: int, hashes: set[str], reach: Span) -> Iterator[tuple[int, str]]:
        """Every start in `reach` of a passage of `length` with one of `hashes`, and which."""
        text, is_end = self._text, self._is_end
        sought = {bytes.fromhex(each): each for each in hashes}
        first = bisect_left(self._starts, reach[0])
        beyond = bisect_left(self._starts, reach[1] - length + 1, first)
        for batch in range(first, beyond, _STEP):
            stop_if(self._cancelled)
            for start in self._starts[batch : min(batch + _STEP, beyond)]:
                if is_end[start + length]:
                    found = sha256(text[start : start + length].encode()).digest()
                    if found in sought:
                        yield start, sought[found]


def _place(folded: Normalised, start: int, end: int, within: Span) -> Span | None:
    """The place in the article of a stretch of its normalised text, where it has one."""
    first, last = folded.source_start(start), folded.source_end(end)
    if first is None or last is None or first < within[0] or last > within[1]:
        return None
    return first, last
