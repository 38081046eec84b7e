"""Where the events of rows stand on the calendar, all of them in one stroke.

Rules:
* The rules are those of `calendar_rows`, for many events at once: a glyph is at its place or over
  the visible beginning of its bar, a label at its right, or at its left where only that side has
  the room, cut to that room.
* Between two events of a row lies at least `BESIDE`.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.calendar_rows import LEAST_LABEL, NUDGE
from timeline_app.layout.cutting import Cuts, Lines
from timeline_app.layout.event_rows import Bars, Pixels, RowColumns
from timeline_app.layout.row_events import RowEvents
from timeline_app.layout.scale import TimeScale
from timeline_app.layout.sizes import BAR, BAR_GAP, BESIDE, GLYPH, GLYPH_GAP, SIGN_GAP, Sizes

LEAST_WINDOW = 1.0
"""Pixels; a window under that is only its cap."""


class Extents(Struct, frozen=True, eq=False, gc=False):
    """The pixels of events, which the view may cut, and which of them are points."""

    left: Pixels
    right: Pixels
    is_point: NDArray[np.bool_]

    @property
    def glyph_left(self) -> Pixels:
        """Where the glyph of a point begins."""
        return (self.left + self.right - GLYPH) / 2

    @property
    def begin(self) -> Pixels:
        """Where each begins with its glyph."""
        return np.where(self.is_point, self.glyph_left, self.left)

    @property
    def end(self) -> Pixels:
        """Where each ends with its glyph."""
        return np.where(
            self.is_point, self.glyph_left + GLYPH, np.maximum(self.right, self.left + GLYPH)
        )

    def only(self, places: NDArray[np.intp]) -> Extents:
        """Those of some of the events."""
        return Extents(self.left[places], self.right[places], self.is_point[places])

    def needed(self, told: RowEvents, *, labelled: bool) -> list[tuple[float, float]]:
        """The pixels that each needs in its row, with its label or without."""
        label = np.zeros(len(self.left))
        if labelled:
            label = np.where(told.lines.whole > 0, GLYPH_GAP + told.lines.whole, 0.0)
        glyph_left = self.glyph_left
        end = np.where(
            told.is_open_past,
            self.right + GLYPH + label,
            np.maximum(self.right, self.left + GLYPH + label),
        )
        ends = np.where(self.is_point, glyph_left + GLYPH + label, end)
        return list(zip(self.begin.tolist(), ends.tolist(), strict=True))


def extents_of(told: RowEvents, scale: TimeScale) -> Extents:
    """The pixels of events on a scale."""
    left, right = scale.xs(told.first), scale.xs(told.end)
    return Extents(left, right, right - left < GLYPH)


class Labels(Struct, frozen=True, eq=False, gc=False):
    """Where glyphs and labels begin, what is kept of the labels, and beside which glyphs a sign has
    no room."""

    glyph: Pixels
    label: Pixels
    cuts: Cuts
    sign_at_corner: NDArray[np.bool_]


def in_rows(lines: Lines, extents: Extents, rows: NDArray[np.intp], scale: TimeScale) -> Labels:
    """The glyphs and labels of events that stand in these rows. They come row by row, each row from
    the left, and all of them touch the plot."""
    # A glyph that the right edge leaves no room to stands before it.
    begin = np.minimum(extents.begin[1:], scale.right - GLYPH)
    following = np.append(begin, np.inf) - BESIDE
    following[:-1][rows[1:] != rows[:-1]] = np.inf
    limit = np.minimum(following, scale.right)
    before = np.ones(len(rows), dtype=bool)
    before[1:] = rows[1:] != rows[:-1]
    return _Placing(lines, extents, scale, limit, before).labels()


def alone(
    lines: Lines, extents: Extents, limit: Pixels, sign_at_corner: NDArray[np.bool_]
) -> Labels:
    """The glyphs and labels of events each of which has the room up to its limit for itself."""
    glyph = extents.begin
    cuts = lines.fitted(limit - (glyph + GLYPH + GLYPH_GAP), LEAST_LABEL)
    return Labels(glyph, glyph + GLYPH + GLYPH_GAP, cuts, sign_at_corner)


class _Placing:
    """Places the glyphs and labels of rows: all of them as if each label stood at the right, then
    those few that do better at the left, or to whose glyph the right edge leaves no room."""

    def __init__(
        self,
        lines: Lines,
        extents: Extents,
        scale: TimeScale,
        limit: Pixels,
        is_first: NDArray[np.bool_],
    ) -> None:
        self._lines, self._extents, self._scale = lines, extents, scale
        self._limit, self._is_first = limit, is_first
        left, right = scale.left, scale.right
        point = np.maximum(np.minimum(extents.glyph_left, right - GLYPH), left)
        # Neither on the next event, nor where its own bar has ended.
        most = np.minimum(limit, extents.right) - GLYPH
        beside = np.minimum(np.maximum(extents.left, left + BESIDE), most)
        over_bar = np.maximum(beside, np.maximum(extents.left, left))
        self._glyph = np.where(extents.is_point, point, over_bar)

    def labels(self) -> Labels:
        """All of them."""
        label = self._glyph + GLYPH + GLYPH_GAP
        room = self._limit - label
        cuts = self._lines.fitted(room, LEAST_LABEL)
        ends = self._ends(label, cuts)
        lacking = self._lines.whole > room
        taken = self._taken(ends)
        better = lacking & (self._room_left(taken) > room)
        beyond = self._glyph + GLYPH > self._scale.right
        moved = (better | beyond).nonzero()[0].tolist()
        if moved:
            self._move(moved, lacking.tolist(), label, cuts, ends.tolist())
        # Where the view cuts events, their glyphs stand closer to each other than they do.
        return Labels(self._glyph, label, cuts, self._glyph - SIGN_GAP < taken)

    def _ends(self, label: Pixels, cuts: Cuts) -> Pixels:
        """Where each ends with glyph, label and bar."""
        own = np.where(cuts.kept != 0, label + self._shown(cuts), self._glyph + GLYPH)
        own = np.maximum(own, self._glyph + GLYPH)
        return np.where(self._extents.is_point, own, np.maximum(own, self._extents.right))

    def _shown(self, cuts: Cuts) -> Pixels:
        """The width of each label."""
        return cuts.widths + np.where(cuts.kept > 0, self._lines.held.ellipsis, 0.0)

    def _taken(self, ends: Pixels) -> Pixels:
        """Up to where the row is taken before each, where its events end there."""
        taken = np.empty_like(ends)
        taken[1:] = np.minimum(ends[:-1], self._scale.right)
        taken[self._is_first] = self._scale.left - BESIDE
        return taken

    def _room_left(self, taken: Pixels) -> Pixels:
        return self._glyph - SIGN_GAP - (taken + BESIDE)

    def _move(
        self, firsts: list[int], lacking: list[bool], label: Pixels, cuts: Cuts, ends: list[float]
    ) -> None:
        """Place some again, from the left, when those before them in their rows have their places.
        One whose label goes to the left may leave the room at its right to the next."""
        lines, low, high = self._lines, self._scale.left - BESIDE, self._scale.right
        ellipsis = lines.held.ellipsis
        glyphs, limits, is_first = self._glyph.tolist(), self._limit.tolist(), self._is_first
        for first in firsts:
            for place in range(first, len(glyphs)):
                if place > first and (is_first[place] or not lacking[place]):
                    break
                taken = low if is_first[place] else min(ends[place - 1], high)
                glyph = glyphs[place]
                if glyph + GLYPH > high:
                    glyph = glyphs[place] = max(taken + NUDGE, high - GLYPH)
                    self._glyph[place] = glyph
                line = lines.one(place)
                room_right = limits[place] - (glyph + GLYPH + GLYPH_GAP)
                room_left = glyph - SIGN_GAP - (taken + BESIDE)
                at_left = line.whole > room_right and room_left > room_right
                kept, width = line.fitted(room_left if at_left else room_right, LEAST_LABEL)
                cuts.kept[place], cuts.widths[place] = kept, width
                width += ellipsis if kept > 0 else 0.0
                at = glyph - SIGN_GAP - width if at_left else glyph + GLYPH + GLYPH_GAP
                label[place] = at
                own = glyph + GLYPH if at_left or not kept else at + width
                if not self._extents.is_point[place]:
                    own = max(own, float(self._extents.right[place]))
                ends[place] = own
                if not at_left:
                    break


def row_columns(
    told: RowEvents,
    extents: Extents,
    labels: Labels,
    top: Pixels,
    scale: TimeScale,
    sizes: Sizes,
) -> RowColumns:
    """The columns of events whose rows begin at these heights."""
    line = max(sizes.label, GLYPH)
    block = top + (sizes.row - line - BAR_GAP - BAR) / 2
    block[extents.is_point] += (BAR_GAP + BAR) / 2
    bar_top = block + (line + BAR_GAP)
    return RowColumns(
        events=told.events,
        kinds=told.kinds,
        top=top,
        bottom=top + sizes.row,
        glyph_x=labels.glyph,
        glyph_y=block + (line - GLYPH) / 2,
        label_x=labels.label,
        baseline=block + ((line - sizes.label) / 2 + sizes.label_ascent),
        texts=told.lines,
        cuts=labels.cuts,
        bars=_bars(told, extents, scale),
        bar_top=bar_top,
        bar_bottom=bar_top + BAR,
        is_point=extents.is_point,
        is_special=told.is_special | (told.has_special_bar & ~extents.is_point),
        sign_at_corner=labels.sign_at_corner,
    )


def _bars(told: RowEvents, extents: Extents, scale: TimeScale) -> Bars:
    """The bars of events, cut to the plot; nothing where all are points, which have none."""
    if extents.is_point.all():
        nowhere, never = np.zeros(len(extents.left)), np.zeros(len(extents.left), np.bool_)
        return Bars(nowhere, nowhere, nowhere, nowhere, never, never, never, never)
    least = scale.seconds_per_pixel * LEAST_WINDOW
    has_before = ~told.is_window & (told.certain_from - told.first >= least)
    has_after = ~told.is_window & (told.end - told.certain_to >= least)
    left, right = extents.left, extents.right
    certain_left = np.where(has_before, scale.xs(told.certain_from), left)
    certain_right = np.where(has_after, scale.xs(told.certain_to), right)
    certain_left[told.is_window] = right[told.is_window]
    low, high = scale.left, scale.right
    return Bars(
        left=np.maximum(left, low),
        certain_left=np.clip(certain_left, low, high),
        certain_right=np.clip(certain_right, low, high),
        right=np.minimum(right, high),
        cap_left=left >= low,
        join_left=has_before & (certain_left > low) & (certain_left <= high),
        join_right=has_after & (certain_right >= low) & (certain_right < high),
        cap_right=right <= high,
    )
