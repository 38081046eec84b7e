"""Where one line of text may be cut, worked out once for all the rooms it may get.

Rules:
* The answers are those of `labels.shortened`: whole where it fits, else as many characters as fit
  before an ellipsis, without a cut through a letter, or nothing.
* A text keeps its cuts, so that many texts are cut in one stroke while a view is zoomed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.labels import LEAST_SHOWN, is_joined
from timeline_app.layout.plain import ELLIPSIS

WHOLE = -1
"""As the number of characters that are kept of a text: all."""


class Cuts(Struct, frozen=True, eq=False, gc=False):
    """What is kept of each of many texts: so many characters before an ellipsis, `WHOLE` or 0 for
    nothing; and how wide that is, in pixels without the ellipsis."""

    kept: NDArray[np.int64]
    widths: NDArray[np.float64]


class CutTable(Struct, frozen=True, eq=False, gc=False):
    """The cuts of many texts: how wide each is as a whole, and the number of its row in the others:
    the widths that a cut needs, rising, what it keeps, and how wide that is. A row is filled up
    with cuts that nothing is wide enough for, at least one. `each` has the same rows one by one."""

    whole: NDArray[np.float64]
    numbers: NDArray[np.intp]
    each: Sequence[CutLine]
    needed: NDArray[np.float64]
    kept: NDArray[np.int64]
    widths: NDArray[np.float64]
    ellipsis: float

    def rows(self, places: NDArray[np.intp]) -> CutTable:
        """The same of some of the texts."""
        # Rows are long: they stay where they are.
        return CutTable(
            self.whole[places],
            self.numbers[places],
            self.each,
            self.needed,
            self.kept,
            self.widths,
            self.ellipsis,
        )

    def fitted(self, rooms: NDArray[np.float64], least: float) -> Cuts:
        """The texts cut to these rooms; what does not fit into less than `least` is left out."""
        kept, widths = np.full(len(rooms), WHOLE), self.whole.copy()
        lacking = (self.whole > rooms).nonzero()[0]
        if len(lacking):
            room, numbers = rooms[lacking], self.numbers[lacking]
            # The first of each row keeps nothing and the last never fits: between them is one that
            # fits and is followed by the first that does not.
            fitting = self.needed[numbers] <= np.maximum(room, 0.0)[:, None]
            cut = fitting.argmin(axis=1) - 1
            cut[room < least] = 0
            kept[lacking] = self.kept[numbers, cut]
            widths[lacking] = self.widths[numbers, cut]
        return Cuts(kept, widths)


class CutLine(Struct, frozen=True, gc=False):
    """The cuts of one text, from the shortest, which keeps nothing."""

    whole: float
    needed: tuple[float, ...]
    kept: tuple[int, ...]
    widths: tuple[float, ...]

    def fitted(self, room: float, least: float) -> tuple[int, float]:
        """What is kept of it in a room, and how wide that is."""
        if self.whole <= room:
            return WHOLE, self.whole
        if room < least or room < 0.0:
            return 0, 0.0
        cut = bisect_right(self.needed, room) - 1
        return self.kept[cut], self.widths[cut]


def cut_table(lines: Sequence[str], role: TextRole, measurer: TextMeasurer) -> CutTable:
    """The cuts of these plain lines."""
    rows = [_cuts_of(line, role, measurer) for line in lines]
    most = max((len(row.kept) for row in rows), default=0) + 1
    needed = np.full((len(rows), most), np.inf)
    kept = np.zeros((len(rows), most), dtype=np.int64)
    widths = np.zeros((len(rows), most))
    for number, row in enumerate(rows):
        length = len(row.kept)
        needed[number, :length] = row.needed
        kept[number, :length] = row.kept
        widths[number, :length] = row.widths
    whole = np.array([row.whole for row in rows])
    numbers = np.arange(len(rows))
    return CutTable(whole, numbers, rows, needed, kept, widths, measurer.width(ELLIPSIS, role))


def shown_text(line: str, kept: int) -> str:
    """What is shown of a line of which so much is kept."""
    if kept == WHOLE:
        return line
    return line[:kept] + ELLIPSIS if kept else ""


@lru_cache(maxsize=16_384)
def _cuts_of(line: str, role: TextRole, measurer: TextMeasurer) -> CutLine:
    ellipsis = measurer.width(ELLIPSIS, role)
    widths = measurer.beginnings(line, role)
    lengths = [
        length
        for length in range(LEAST_SHOWN, len(line))
        if line[length].isascii() or not is_joined(line, length)
    ]
    # What a cut leaves at the end of a word ends with the word.
    told = [
        (length, shown)
        for length in lengths
        if (shown := len(line[:length].rstrip())) >= LEAST_SHOWN
    ]
    return CutLine(
        widths[-1],
        (0.0, *(widths[length] + ellipsis for length, _ in told)),
        (0, *(shown for _, shown in told)),
        (0.0, *(widths[shown] for _, shown in told)),
    )
