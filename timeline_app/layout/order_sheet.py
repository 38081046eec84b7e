"""What every mark of one order chart is made with, and what a way of showing it must give.

There are four ways, by the width of a column: cards in stacks, chips (cards of one line that reach
over the free columns beside them), glyphs, and counts of several columns. All are `Arrangement`s.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from timeline_app.case.model import Case, Kind
from timeline_app.layout.chart import (
    Cluster,
    EventMark,
    Rect,
    TextLine,
    TextMeasurer,
    TextRole,
)
from timeline_app.layout.columns import Columns
from timeline_app.layout.counts import count_text
from timeline_app.layout.labels import whole_lines
from timeline_app.layout.order_index import OrderIndex
from timeline_app.layout.scale import ColumnScale
from timeline_app.layout.sizes import GLYPH, Sizes

COUNT_AIR = 4.0
"""Beside a number in its count, on both sides together."""
MOST_STACKED = 12
"""Events of one cell that stand one under the other; the rest of a cell is a count."""


class OrderSheet(Struct, frozen=True, gc=False):
    """The case, its sorted events, the columns in view, and the measures. `times` are the dates of
    the events; `extent` is how many columns there are, with the tail behind the last
    (`extent.column_extent`); `most_shown` how many events are shown here, or in the larger of two
    panels, which are to be shown alike."""

    case: Case
    layers: Sequence[int]
    times: Columns
    extent: float
    index: OrderIndex
    most_shown: int
    scale: ColumnScale
    sizes: Sizes
    measurer: TextMeasurer
    whole: bool = False
    numbers: tuple[str, ...] = ()

    @property
    def visible(self) -> range:
        """The columns of which something is visible."""
        seen = self.scale.visible
        return range(max(seen.start, 0), max(min(seen.stop, self.index.column_count), 0))

    def is_numbered(self, event: int) -> bool:
        """Whether a number stands for the title of an event."""
        return bool(self.numbers) and bool(self.numbers[event])

    def title(self, event: int) -> str:
        """What stands for an event: its title, or its number where it has one."""
        numbered = self.is_numbered(event)
        return self.numbers[event] if numbered else self.case.events[event].title

    def lines(self, event: int, width: float) -> tuple[str, ...]:
        """All of that in lines no wider than `width`."""
        return whole_lines(self.title(event), width, TextRole.LABEL, self.measurer)

    def is_out_of_view(self, event: int) -> bool:
        """Whether nothing of the column of an event is visible."""
        return self.layers[event] not in self.visible

    def beside_the_plot(self, event: int, lanes: Sequence[Rect]) -> Rect:
        """Where an event out of view is taken to be: in the middle of its lane, in its column."""
        lane = lanes[self.index.lane_of[event]]
        left, width = self.scale.x(self.layers[event]), self.scale.column_width
        return Rect(left, lane.y + (lane.height - GLYPH) / 2, width, GLYPH)

    def is_vague(self, event: int) -> bool:
        """Whether an event is still to come, or its own date approximate or uncertain."""
        return self.case.events[event].planned or self.times.is_qualified(event)

    def kind_of_lane(self, lane: int) -> Kind | None:
        """The kind that a lane stands for."""
        return self.index.names[lane].kind

    def count_line(self, rect: Rect, count: int) -> TextLine | None:
        """A number in the middle of a rectangle, where it fits."""
        text = count_text(count)
        width = self.measurer.width(text, TextRole.COUNT)
        if width + COUNT_AIR > rect.width:
            return None
        top = rect.y + (rect.height - self.measurer.height(TextRole.COUNT)) / 2
        x = rect.x + (rect.width - width) / 2
        return TextLine(x, top + self.measurer.ascent(TextRole.COUNT), text, TextRole.COUNT)


class Arrangement(Protocol):
    """Where events stand on the order axis. Heights come first, then the lanes, then the rest."""

    def contents_height(self, lane: int) -> float:
        """How high the contents of a lane are, over all columns."""

    def place_in(self, lanes: Sequence[Rect]) -> None:
        """Take the lanes in which to stand."""

    def marks(self) -> tuple[list[EventMark], Sequence[Cluster]]:
        """The events and counts of the columns in view."""

    def place_of(self, event: int) -> Rect:
        """The box of an event, in view or not; where it is counted, that of its count."""

    def row_gaps(self) -> list[float]:
        """Heights within the lanes at which an arrow meets no box, beside their edges."""
