"""What a chart is asked for: the view, and the choices that hold for every view.

All three are frozen, so that the same input always gives the same chart.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from timeline_app.layout.chart import Heights, LanesBy


class Density(StrEnum):
    """How much room rows and lanes leave between them."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class ChartOptions(Struct, frozen=True, gc=False):
    """The choices of the reviewer.

    `hidden` are indices of events that are left out. `arrows` and `notes` say whether the chart
    carries the arrows of order, and the lines that tell what it can't show.

    What two panels must share to be held against each other: `least_header`, the width of the wider
    header of the two, so that one second or column stands at one x; `most_shown`, how many events
    the larger of the two shows, so that both show theirs in the same way; and `beside`, of panels
    side by side, the heights that both need, so that one lane stands at one y.

    What a page needs, which nobody can zoom: with `whole_titles` no title is shortened, every event
    is a mark of its own, and lanes are as high as what is in view needs. `numbers` has for each
    event what stands on the picture for its title, or nothing where the title does. `elsewhere` are
    events that have their place on another page.
    """

    lanes_by: LanesBy = LanesBy.KIND
    hidden: frozenset[int] = field(default_factory=frozenset)
    arrows: bool = True
    notes: bool = True
    density: Density = Density.COMFORTABLE
    least_header: float = 0.0
    most_shown: int = 0
    beside: Heights = Heights()
    whole_titles: bool = False
    numbers: tuple[str, ...] = ()
    elsewhere: frozenset[int] = field(default_factory=frozenset)

    @property
    def left_out(self) -> frozenset[int]:
        """The events that have no place on this chart."""
        return self.hidden | self.elsewhere if self.elsewhere else self.hidden


class CalendarView(Struct, frozen=True, gc=False):
    """The seconds from `span_start` up to `span_end`, on a page of this many pixels. A chart may
    come out higher than the page where its rows need more; the page then scrolls."""

    span_start: int
    span_end: int
    width: float
    height: float


class OrderView(Struct, frozen=True, gc=False):
    """The columns from `first` to `last` (column n takes n to n + 1; fractions lie within one), on
    a page of this many pixels, which scrolls like that of the calendar."""

    first: float
    last: float
    width: float
    height: float
