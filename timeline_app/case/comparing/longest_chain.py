"""The longest chain that two sequences have in common.

Rules:
* One whole number holds a row of the table of lengths: a bit for each place of the first sequence,
  0 where the length grows there (H. Hyyrö, "Bit-parallel LCS-length computation revisited", 2004).
  So a row costs a few operations on one number, however long the sequence is.
* To find the chain itself the rows are needed again, last to first. Every so many are kept, and
  those between are worked out again, so that memory stays near the square root of what all need.
* Where several chains are longest, the same one is found on every machine.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from math import isqrt

from timeline_app.case.cancelling import CancelCheck, stop_if


def longest_common_chain(
    first: Sequence[Hashable], second: Sequence[Hashable], cancelled: CancelCheck
) -> list[tuple[int, int]]:
    """The places (of the first, of the second) of a longest common subsequence, upwards."""
    places = _places(first)
    block = max(1, isqrt(len(second)))
    kept = _kept_rows(len(first), second, places, block, cancelled)
    chain: list[tuple[int, int]] = []
    column = len(first)
    for number in range(len(kept) - 1, -1, -1):
        stop_if(cancelled)
        begin = number * block
        letters = second[begin : begin + block]
        rows = _rows(kept[number] & ((1 << column) - 1), letters, places)
        row = len(letters)
        while row and column:
            bit = 1 << (column - 1)
            if rows[row] & bit:
                column = (~rows[row] & (bit - 1)).bit_length()
                continue
            while row and not rows[row - 1] & bit:
                row -= 1
            if row:  # here the length began to grow: the two places match
                row -= 1
                column -= 1
                chain.append((column, begin + row))
    chain.reverse()
    return chain


def _places(sequence: Sequence[Hashable]) -> dict[Hashable, int]:
    """For each letter the bits of its places."""
    texts: dict[Hashable, bytearray] = {}
    size = len(sequence) // 8 + 1
    for place, letter in enumerate(sequence):
        if letter not in texts:
            texts[letter] = bytearray(size)
        texts[letter][place >> 3] |= 1 << (place & 7)
    return {letter: int.from_bytes(bits, "little") for letter, bits in texts.items()}


def _kept_rows(
    width: int,
    letters: Sequence[Hashable],
    places: dict[Hashable, int],
    block: int,
    cancelled: CancelCheck,
) -> list[int]:
    """The row before each block of letters."""
    full = (1 << width) - 1
    row, kept = full, []
    for place, letter in enumerate(letters):
        if place % block == 0:
            stop_if(cancelled)
            row &= full
            kept.append(row)
        met = row & places.get(letter, 0)
        row = (row + met) | (row - met)
    return kept


def _rows(row: int, letters: Sequence[Hashable], places: dict[Hashable, int]) -> list[int]:
    """A row and those after each of some letters; what is carried beyond its end means nothing."""
    rows = [row]
    for letter in letters:
        met = row & places.get(letter, 0)
        row = (row + met) | (row - met)
        rows.append(row)
    return rows
