"""Events of a chart in rows, all of them at once.

Rules:
* A chart of a large case has a hundred events in rows in each frame. So they are held as columns of
  numbers, which a painter takes as they are, and an `EventMark` is made only of one that somebody
  asks for.
* `EventRows` is the marks of a chart all the same: a sequence, in stepping order.
* What is seldom, an open end, a dashed outline, a comb, an event that did not come about, has no
  columns: such an event is `special`, and painted as the mark that it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import overload

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.chart import EventMark, Rect
from timeline_app.layout.cutting import Cuts, Lines, lines_together
from timeline_app.layout.sizes import BAR_GAP, GLYPH

Pixels = NDArray[np.float64]


class Bars(Struct, frozen=True, eq=False, gc=False):
    """The bars of many events, cut to the plot: from the pixel `left` up to `certain_left` it may
    have begun, then it certainly went on, and from `certain_right` up to `right` it may have ended.
    Where nothing is certain all of it is a window, and these two are `right`. There is a cap at the
    left and the right, where the view does not cut it, and where a window and what is certain
    join."""

    left: Pixels
    certain_left: Pixels
    certain_right: Pixels
    right: Pixels
    cap_left: NDArray[np.bool_]
    join_left: NDArray[np.bool_]
    join_right: NDArray[np.bool_]
    cap_right: NDArray[np.bool_]


class RowColumns(Struct, frozen=True, eq=False, gc=False):
    """Events in rows, a value of each column for each: the event, the place of its kind, the top
    and the bottom of its row, the left and top edge of its glyph, where its label begins and its
    baseline, what is kept of the label; whether the event is a point without bars, whether it is
    special, and whether beside its glyph there is no room for a sign. `texts` are the whole labels.
    Bars are `bar_top` to `bar_bottom`; of a point they say nothing."""

    events: NDArray[np.int64]
    kinds: NDArray[np.intp]
    top: Pixels
    bottom: Pixels
    glyph_x: Pixels
    glyph_y: Pixels
    label_x: Pixels
    baseline: Pixels
    texts: Lines
    cuts: Cuts
    bars: Bars
    bar_top: Pixels
    bar_bottom: Pixels
    is_point: NDArray[np.bool_]
    is_special: NDArray[np.bool_]
    sign_at_corner: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.events)

    def only(self, places: NDArray[np.intp]) -> RowColumns:
        """The columns of some of the events."""
        bars = Bars(*(getattr(self.bars, name)[places] for name in _BARS))
        return RowColumns(
            self.events[places],
            self.kinds[places],
            self.top[places],
            self.bottom[places],
            self.glyph_x[places],
            self.glyph_y[places],
            self.label_x[places],
            self.baseline[places],
            self.texts.only(places),
            self.cuts.only(places),
            bars,
            self.bar_top[places],
            self.bar_bottom[places],
            self.is_point[places],
            self.is_special[places],
            self.sign_at_corner[places],
        )


def columns_together(parts: Sequence[RowColumns]) -> RowColumns:
    """The columns of several parts, one after the other."""
    if len(parts) == 1:
        return parts[0]
    joined = {
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in RowColumns.__struct_fields__
        if name not in ("texts", "cuts", "bars")
    }
    bars = (np.concatenate([getattr(part.bars, name) for part in parts]) for name in _BARS)
    cuts = (np.concatenate([getattr(part.cuts, name) for part in parts]) for name in _CUTS)
    texts = lines_together([part.texts for part in parts])
    return RowColumns(texts=texts, cuts=Cuts(*cuts), bars=Bars(*bars), **joined)


def areas_in(columns: RowColumns) -> Pixels:
    """The areas of events that are not special: x, y, width and height of each. They hold glyph,
    label and bar."""
    cuts, is_point = columns.cuts, columns.is_point
    left, right = columns.glyph_x, columns.glyph_x + GLYPH
    shown = cuts.kept != 0
    width = cuts.widths + np.where(cuts.kept > 0, columns.texts.held.ellipsis, 0.0)
    has_label = shown & (width > 0.0)
    left = np.where(has_label, np.minimum(left, columns.label_x), left)
    right = np.where(has_label, np.maximum(right, columns.label_x + width), right)
    left = np.where(is_point, left, np.minimum(left, columns.bars.left))
    right = np.where(is_point, right, np.maximum(right, columns.bars.right))
    # The glyph is in the middle of the line above the bar.
    foot = columns.bar_top - BAR_GAP
    top = 2 * columns.glyph_y + GLYPH - foot
    bottom = np.where(is_point, foot, columns.bar_bottom)
    return np.stack((left, top, right - left, bottom - top), axis=1)


_BARS = Bars.__struct_fields__
_CUTS = Cuts.__struct_fields__


class EventRows(Sequence[EventMark]):
    """The marks of a chart whose events stand in rows."""

    def __init__(
        self,
        columns: RowColumns,
        position: Sequence[int],
        make: Callable[[int], EventMark],
        places: NDArray[np.intp] | None = None,
    ) -> None:
        """`make` makes the mark at a place of the columns that were laid out, of which these may be
        some: `places` says which. `position` is the stepping order by event."""
        self.columns = columns
        self._position = position
        self._make = make
        self._places = np.arange(len(columns)) if places is None else places
        self._made: dict[int, EventMark] = {}

    def mark(self, place: int) -> EventMark:
        """The mark at a place of the columns, the same whenever it is asked for."""
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = self._make(int(self._places[place]))
        return made

    def place_of(self, event: int) -> int | None:
        """The place of an event in the columns, or None where it is not among them."""
        found = np.flatnonzero(self.columns.events == event)
        return int(found[0]) if len(found) else None

    def of(self, event: int) -> EventMark | None:
        """The mark of an event, or None where it is not among them."""
        place = self.place_of(event)
        return None if place is None else self.mark(place)

    @property
    def events(self) -> list[int]:
        """The events, in the order of the columns."""
        events: list[int] = self.columns.events.tolist()
        return events

    @cached_property
    def areas(self) -> list[Rect]:
        """The area of each event, in the order of the columns."""
        rects = [Rect(*sides) for sides in areas_in(self.columns).tolist()]
        for place in np.flatnonzero(self.columns.is_special).tolist():
            rects[place] = self.mark(place).area
        return rects

    def at(self, x: float, y: float) -> EventMark | None:
        """The mark whose area holds a point."""
        for place in np.flatnonzero((self.columns.top <= y) & (y < self.columns.bottom)).tolist():
            if self.mark(place).area.contains(x, y):
                return self.mark(place)
        return None

    def between(self, top: float, bottom: float) -> EventRows:
        """The marks that reach between two heights."""
        places = np.flatnonzero((self.columns.top < bottom) & (self.columns.bottom > top))
        return EventRows(
            self.columns.only(places), self._position, self._make, self._places[places]
        )

    @cached_property
    def _order(self) -> Sequence[int]:
        """The places in stepping order."""
        position = self._position
        events = self.columns.events.tolist()
        return sorted(range(len(events)), key=lambda place: position[events[place]])

    def __len__(self) -> int:
        return len(self.columns)

    def __iter__(self) -> Iterator[EventMark]:
        return map(self.mark, self._order)

    @overload
    def __getitem__(self, index: int) -> EventMark: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[EventMark]: ...
    def __getitem__(self, index: int | slice) -> EventMark | Sequence[EventMark]:
        if isinstance(index, slice):
            return tuple(map(self.mark, self._order[index]))
        return self.mark(self._order[index])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(len(self))
