"""Columns of numbers, one for each arc or node of a large case.

Rules:
* A single call over millions of numbers keeps every other thread waiting. So a column is filled
  piece by piece.
* What is looked up here and there, by node, is kept in an array, which holds the numbers
  themselves: the objects of a list would lie all over the memory. Every number fits, since dates
  and durations have few enough digits. What is added up along a path may not, so times and
  distances are never kept in arrays.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, MutableSequence
from itertools import islice

PIECE = 65_536
"""How many numbers are taken in one call."""


def listed(values: Iterable[int]) -> list[int]:
    """These numbers as a list."""
    numbers: list[int] = []
    left = iter(values)
    while piece := list(islice(left, PIECE)):
        numbers += piece
    return numbers


def column(values: Iterable[int]) -> array[int]:
    """These numbers as an array."""
    numbers, left = array("q"), iter(values)
    while piece := list(islice(left, PIECE)):
        numbers += array("q", piece)  # from a list it is quicker than from what yields the numbers
    return numbers


def kept(values: Iterable[int], count: int) -> MutableSequence[int]:
    """So many numbers as what they are looked up in soonest: few in a list, many in an array."""
    return list(values) if count <= PIECE else column(values)


def noughts(count: int) -> MutableSequence[int]:
    """So many numbers, to be filled in; kept alike."""
    return [0] * count if count <= PIECE else array("q", [0]) * count
