"""How much has room: the largest number that passes, found with few trials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

Thing = TypeVar("Thing")


def largest(most: int, guess: int, fits: Callable[[int], bool]) -> int:
    """The largest number from 1 to `most` that fits, where what fits is no more than a number; 0
    where not even 1 does. Near the guess few numbers are tried."""
    low, high = 0, most + 1
    trial = min(max(guess, 1), most)
    while high - low > 1:
        if fits(trial):
            low = trial
        else:
            high = trial
        trial = min(max(2 * low, 1), most) if high > most else (low + high) // 2
    return low


def portions(
    things: Sequence[Thing], fits: Callable[[Sequence[Thing], bool], bool]
) -> list[Sequence[Thing]] | None:
    """All of them in their order, in portions that each fit and are as large as they may be; None
    where one alone does not fit. `fits` is told whether a portion would be the first."""
    found: list[Sequence[Thing]] = []
    begin, guess = 0, 16
    while begin < len(things):
        ahead = things[begin:]
        count = largest(len(ahead), guess, partial(_fits, fits, ahead, not found))
        if not count:
            return None
        found.append(things[begin : begin + count])
        begin, guess = begin + count, count
    return found


def _fits(
    fits: Callable[[Sequence[Thing], bool], bool], ahead: Sequence[Thing], first: bool, count: int
) -> bool:
    return fits(ahead[:count], first)
