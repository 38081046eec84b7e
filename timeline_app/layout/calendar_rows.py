"""Where one event of the calendar stands in its row, with its label where there is room. What comes
by the hundred is placed in one stroke (`calendar_placing`), by the same rules.

Rules:
* Rows are packed (`packing`) over extents that the view does not cut: so an event keeps its row
  while the view is moved. An extent holds the glyph or bar, and where labels are reserved for, the
  label at its right.
* Between two extents of a row lies at least `BESIDE`, in which a glyph fits. So a glyph that the
  edge of the plot pushes inward never meets its neighbour.
* A label stands to the right of its glyph, or to the left where only that side has the room. Over a
  bar the glyph stands where the visible part begins, and never before the bar, where it would look
  like an earlier date. A label that has no room is shortened, or left out.
* On a page, whose view never moves, each event is placed for itself with all lines of its label,
  and rows are packed over what that takes (`place_whole`). The lines of a label are narrow enough
  for one of the two sides of any glyph, or for the bar that they stand over (`whole_width`).
"""

from __future__ import annotations

from msgspec import Struct

from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.labels import shortened
from timeline_app.layout.sizes import BESIDE, GLYPH, GLYPH_GAP, SIGN_GAP

LEAST_LABEL = 40.0
"""A shortened label narrower than this tells nothing."""
NUDGE = 2.0  # what must at least lie between two marks at the edge of the plot


class Stretch(Struct, frozen=True, gc=False):
    """One event on the calendar before it has a row: pixels from `left` to `right`, which the view
    may cut, and its label, of which `more` are the further lines. A `point` is narrower than its
    glyph, which then stands for it."""

    event: int
    left: float
    right: float
    point: bool
    open_past: bool
    text: str
    text_width: float
    more: tuple[str, ...] = ()

    @property
    def glyph_left(self) -> float:
        """Where the glyph of a point begins."""
        return (self.left + self.right - GLYPH) / 2


class Placed(Struct, frozen=True, gc=False):
    """Where an event's glyph begins and its label, in pixels; the label may be empty."""

    stretch: Stretch
    glyph: float
    label: float
    text: str
    width: float
    shortened: bool

    @property
    def right(self) -> float:
        """Where glyph and label end, or the bar, whichever is further."""
        own = max(self.glyph + GLYPH, self.label + self.width if self.text else self.glyph)
        return own if self.stretch.point else max(own, self.stretch.right)


def whole_width(plot: tuple[float, float], left: float, right: float, most: float) -> float:
    """How wide the lines of the whole label of a stretch may be: over a long bar as wide as what
    the plot shows of it."""
    side = (plot[1] - plot[0] - GLYPH) / 2 - SIGN_GAP - NUDGE
    bar = min(right, plot[1]) - max(left, plot[0]) - GLYPH - GLYPH_GAP - BESIDE - NUDGE
    return max(1.0, min(most, side), bar)


def place_whole(
    stretch: Stretch, left: float, right: float, measurer: TextMeasurer
) -> tuple[Placed, tuple[float, float]]:
    """An event with its whole label, and the pixels of the plot that it takes."""
    place = place_point if stretch.point else place_over_bar
    placed = place(stretch, (left, right), (left - BESIDE, right - NUDGE), measurer)
    begin, end = placed.glyph, placed.glyph + GLYPH
    if placed.text:
        begin, end = min(begin, placed.label), max(end, placed.label + placed.width)
    if not stretch.point:
        begin = min(begin, max(stretch.left, left))
        end = max(end, min(stretch.right, right))
    return placed, (begin, end)


def place_point(
    stretch: Stretch,
    plot: tuple[float, float],
    free: tuple[float, float],
    measurer: TextMeasurer,
) -> Placed:
    """A glyph at its true place, its label on the side that has room."""
    glyph = max(min(stretch.glyph_left, plot[1] - GLYPH), plot[0])
    return _labelled(stretch, glyph, free, measurer)


def place_over_bar(
    stretch: Stretch,
    plot: tuple[float, float],
    free: tuple[float, float],
    measurer: TextMeasurer,
) -> Placed:
    """A glyph and a label over the beginning of the visible part of a bar."""
    beside = min(max(stretch.left, plot[0] + BESIDE), min(free[1], stretch.right) - GLYPH)
    glyph = max(beside, stretch.left, plot[0])
    if glyph + GLYPH > plot[1]:
        glyph = max(free[0] + NUDGE, plot[1] - GLYPH)
    return _labelled(stretch, glyph, free, measurer)


def _labelled(
    stretch: Stretch, glyph: float, free: tuple[float, float], measurer: TextMeasurer
) -> Placed:
    """The label to the right of a glyph, or to its left where only that side has the room."""
    start = glyph + GLYPH + GLYPH_GAP
    room_right = free[1] - start
    room_left = glyph - SIGN_GAP - (free[0] + BESIDE)
    on_right = stretch.text_width <= room_right or (
        stretch.text_width > room_left and room_right >= room_left
    )
    text, width = _fitted(stretch, room_right if on_right else room_left, measurer)
    label = start if on_right else glyph - SIGN_GAP - width
    return Placed(stretch, glyph, label, text, width, text != stretch.text)


def _fitted(stretch: Stretch, room: float, measurer: TextMeasurer) -> tuple[str, float]:
    if stretch.text_width <= room:
        return stretch.text, stretch.text_width
    if room < LEAST_LABEL:
        return "", 0.0
    text = shortened(stretch.text, room, TextRole.LABEL, measurer)
    return text, measurer.width(text, TextRole.LABEL) if text else 0.0
