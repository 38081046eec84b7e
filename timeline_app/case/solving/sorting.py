"""Sorting a million numbers without keeping every other thread waiting.

A single call of `sorted` holds Python's lock from beginning to end. Here the numbers are first
dealt out into ranges that follow each other, and each range is sorted by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

PIECE = 65_536
"""Up to how many numbers are sorted in one call."""
_RANGES = 256


def sorted_places(keys: Sequence[int]) -> list[int]:
    """The places 0, 1, … of the keys by size, those of equal keys in their order."""
    if len(keys) <= PIECE:
        return sorted(range(len(keys)), key=keys.__getitem__)
    limits = sorted(keys[:: max(1, len(keys) // _RANGES)])
    ranges: list[list[int]] = [[] for _ in range(len(limits) + 1)]
    for place, key in enumerate(keys):
        ranges[bisect_right(limits, key)].append(place)
    found: list[int] = []
    for places in ranges:
        places.sort(key=keys.__getitem__)
        found += places
    return found
