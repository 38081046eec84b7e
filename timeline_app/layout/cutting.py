"""Lines of text that may be cut: where each may be is worked out once for all the rooms it gets.

Rules:
* The answers are those of `labels.shortened`: whole where it fits, else as many characters as fit
  before an ellipsis, without a cut through a letter, or nothing.
* A text keeps its number and its cuts as long as it is held, so that many texts are cut in one
  stroke while a view is zoomed, and whoever paints them need not look for each (`Lines.held`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from threading import Lock
from typing import Final, overload

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.labels import LEAST_SHOWN, is_joined
from timeline_app.layout.plain import ELLIPSIS

WHOLE = -1
"""As the number of characters that are kept of a text: all."""
MOST_HELD: Final = 4_096
"""Texts that are held together; where more are asked for, others are begun with."""
_FIRST_ROWS: Final = 64
_FIRST_CUTS: Final = 48  # of a text; a label has room for hardly more


class Cuts(Struct, frozen=True, eq=False, gc=False):
    """What is kept of each of many texts: so many characters before an ellipsis, `WHOLE` or 0 for
    nothing; and how wide that is, in pixels without the ellipsis."""

    kept: NDArray[np.int64]
    widths: NDArray[np.float64]

    def only(self, places: NDArray[np.intp]) -> Cuts:
        """Those of some of the texts."""
        return Cuts(self.kept[places], self.widths[places])


class CutLine(Struct, frozen=True, gc=False):
    """The cuts of one text, from the shortest, which keeps nothing: the widths that they need,
    rising, what they keep, and how wide that is."""

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


class HeldLines:
    """The texts of a role that were asked for: the cuts of each (`each`), and the same as a row of
    columns. A row is filled up with cuts that nothing is wide enough for, at least one. What is
    held stays as it is, so that only adding needs a lock."""

    def __init__(self, role: TextRole, measurer: TextMeasurer) -> None:
        """Starts empty."""
        self._role, self._measurer = role, measurer
        self._lock = Lock()
        self._numbers: dict[str, int] = {}
        self.ellipsis = measurer.width(ELLIPSIS, role)
        self.texts: list[str] = []
        self.each: list[CutLine] = []
        self.whole = np.zeros(_FIRST_ROWS)
        self.needed = np.full((_FIRST_ROWS, _FIRST_CUTS), np.inf)
        self.kept = np.zeros((_FIRST_ROWS, _FIRST_CUTS), dtype=np.int64)
        self.widths = np.zeros((_FIRST_ROWS, _FIRST_CUTS))

    def __len__(self) -> int:
        return len(self.texts)

    def numbers_of(self, texts: Sequence[str]) -> list[int]:
        """The numbers of these plain lines, which are held from now on."""
        try:
            return list(map(self._numbers.__getitem__, texts))
        except KeyError:
            with self._lock:
                for text in texts:
                    if text not in self._numbers:
                        self._hold(text)
            return list(map(self._numbers.__getitem__, texts))

    def _hold(self, text: str) -> None:
        line, number = _cuts_of(text, self._role, self._measurer), len(self.texts)
        length = len(line.kept)
        self._make_room(number, length)
        self.whole[number] = line.whole
        self.needed[number, :length] = line.needed
        self.kept[number, :length] = line.kept
        self.widths[number, :length] = line.widths
        self.each.append(line)
        self.texts.append(text)
        self._numbers[text] = number

    def _make_room(self, number: int, length: int) -> None:
        """Have columns with a row of this number and room for so many cuts and one more. Those that
        somebody reads meanwhile stay as they are."""
        rows, cuts = self.needed.shape
        if number < rows and length < cuts:
            return
        more = 2 * rows if number >= rows else rows, max(cuts, length + 1)
        whole, needed = np.zeros(more[0]), np.full(more, np.inf)
        kept, widths = np.zeros(more, dtype=np.int64), np.zeros(more)
        whole[:rows], needed[:rows, :cuts] = self.whole, self.needed
        kept[:rows, :cuts], widths[:rows, :cuts] = self.kept, self.widths
        self.whole, self.needed, self.kept, self.widths = whole, needed, kept, widths


class Lines(Sequence[str]):
    """Some lines of text: their `numbers` among those that are `held` together, and how wide each
    is as a whole."""

    __slots__ = ("held", "numbers", "whole")

    def __init__(
        self, held: HeldLines, numbers: NDArray[np.intp], whole: NDArray[np.float64]
    ) -> None:
        self.held, self.numbers, self.whole = held, numbers, whole

    def only(self, places: NDArray[np.intp]) -> Lines:
        """Some of them."""
        return Lines(self.held, self.numbers[places], self.whole[places])

    def one(self, place: int) -> CutLine:
        """The cuts of one of them."""
        return self.held.each[int(self.numbers[place])]

    def fitted(self, rooms: NDArray[np.float64], least: float) -> Cuts:
        """The texts cut to these rooms; what does not fit into less than `least` is left out."""
        held = self.held
        kept, widths = np.full(len(rooms), WHOLE), self.whole.copy()
        lacking = (self.whole > rooms).nonzero()[0]
        if len(lacking):
            room, numbers = rooms[lacking], self.numbers[lacking]
            # The first of each row keeps nothing and the last never fits: between them is one that
            # fits and is followed by the first that does not.
            fitting = held.needed[numbers] <= np.maximum(room, 0.0)[:, None]
            cut = fitting.argmin(axis=1) - 1
            cut[room < least] = 0
            kept[lacking] = held.kept[numbers, cut]
            widths[lacking] = held.widths[numbers, cut]
        return Cuts(kept, widths)

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[str]:
        return map(self.held.texts.__getitem__, self.numbers.tolist())

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return Lines(self.held, self.numbers[index], self.whole[index])
        return self.held.texts[int(self.numbers[index])]


def lines_of(texts: Sequence[str], role: TextRole, measurer: TextMeasurer) -> Lines:
    """These plain lines."""
    latest = _latest(role, measurer)
    held = latest[0]
    if len(held) > MOST_HELD:
        held = latest[0] = HeldLines(role, measurer)
    numbers = np.array(held.numbers_of(texts), dtype=np.intp)
    return Lines(held, numbers, held.whole[numbers])


def lines_together(parts: Sequence[Lines]) -> Lines:
    """The lines of several parts, one after the other."""
    held = parts[-1].held
    numbers = [
        part.numbers if part.held is held else np.array(held.numbers_of(tuple(part)), np.intp)
        for part in parts
    ]
    return Lines(held, np.concatenate(numbers), np.concatenate([part.whole for part in parts]))


@lru_cache(maxsize=16)
def _latest(role: TextRole, measurer: TextMeasurer) -> list[HeldLines]:
    """The one that takes what is asked for next."""
    return [HeldLines(role, measurer)]


def shown_text(line: str, kept: int) -> str:
    """What is shown of a line of which so much is kept."""
    if kept == WHOLE:
        return line
    return line[:kept] + ELLIPSIS if kept else ""


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
