"""What the order of passages says about a place.

A copy of an article may have gained or lost words, but what it keeps stands in the same order. So a
passage lies behind everything that was found and lay wholly before it in the case's own text, and
before everything that lay wholly behind it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]  # code points, the end exclusive


class Neighbours:
    """The passages that were found in a copy: where they lay, and where they lie now."""

    def __init__(self, found: Iterable[tuple[Span, Span]], length: int) -> None:
        """Take pairs of a place in the case's own text and one in the copy.

        Args:
            found: the pairs, in any order.
            length: of the copy, in code points.
        """
        pairs = list(found)
        by_end = sorted((was[1], now[1]) for was, now in pairs)
        by_start = sorted(((was[0], now[0]) for was, now in pairs), reverse=True)
        self._ends = [was for was, _ in by_end]
        self._latest_end = [0, *accumulate((now for _, now in by_end), max)]
        self._starts = [was for was, _ in reversed(by_start)]
        behind = [length, *accumulate((now for _, now in by_start), min)]
        self._earliest_start = behind[::-1]

    def room_for(self, was: Span) -> Span:
        """Where in the copy a passage can lie that lay at `was`; reversed where it can't."""
        before = bisect_right(self._ends, was[0])
        behind = bisect_left(self._starts, was[1])
        return self._latest_end[before], self._earliest_start[behind]
