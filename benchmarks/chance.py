"""Chance from a seed, alike on every machine, for cases of a million events.

Python's own choices throw bits away until they fit, so that all results are exactly as likely; that
takes several times as long, and no one counts on it here.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


class Chance(random.Random):
    """Numbers and choices by one random float each."""

    def below(self, end: int) -> int:
        """A number from 0, less than this."""
        return int(self.random() * end)

    def between(self, start: int, end: int) -> int:
        """A number from the first, less than the second."""
        return start + int(self.random() * (end - start))

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """One of these."""
        return things[int(self.random() * len(things))]

    def some_below(self, end: int, count: int) -> list[int]:
        """So many different numbers from 0, less than this; few of many."""
        found: list[int] = []
        while len(found) < count:
            number = int(self.random() * end)
            if number not in found:
                found.append(number)
        return found
