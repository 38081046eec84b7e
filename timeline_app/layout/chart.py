"""A laid-out timeline: positions only, in pixels, for one view or one page.

Rules:
* Both axes give the same `Chart`, so that one painter draws both, on every surface.
* Coordinates are pixels from the top left corner of the chart: x to the right, y downward.
  The lane names take the first `header_width` pixels; the plot is everything right of them.
* Only what lies in the visible span is in a chart. Events are named by their index in the case.
* What depends on the selection is not here: it is an `Emphasis`, given to the painter, so that a
  click never lays anything out again.
* The values are msgspec's records, outside the cycle collector: a frame makes thousands of them,
  at a tenth of what a dataclass costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from msgspec import Struct

from timeline_app.case.model import Basis, Kind


class TextRole(StrEnum):
    """The typographic roles of a chart; `drawing.fonts` gives each a font."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    LANE = "lane"
    LABEL = "label"
    TICK = "tick"
    NOTE = "note"
    COUNT = "count"


class TextMeasurer(Protocol):
    """What layout must know about fonts, so that it needs none itself. One that is the same object
    always gives the same answers."""

    def __hash__(self) -> int:
        """For what is kept of its answers."""

    def width(self, text: str, role: TextRole) -> float:
        """Advance width of one line of text, in pixels."""

    def beginnings(self, text: str, role: TextRole) -> Sequence[float]:
        """The widths of all beginnings of a line of text, from none of it to the whole."""

    def height(self, role: TextRole) -> float:
        """Distance of two baselines, in pixels."""

    def ascent(self, role: TextRole) -> float:
        """From the top of a line to its baseline, in pixels."""


class Rect(Struct, frozen=True, gc=False):
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x just beyond the rectangle."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y just beyond the rectangle."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies within, the right and bottom edges left out."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


class TextLine(Struct, frozen=True, gc=False):
    """One line of text at its baseline."""

    x: float
    baseline: float
    text: str
    role: TextRole


class LanesBy(StrEnum):
    """What a lane stands for."""

    KIND = "kind"
    ACTOR = "actor"


class Lane(Struct, frozen=True, gc=False):
    """A horizontal band. `kind` is set where lanes are kinds; `told` is False where no event of the
    case lies in it (the kinds that a case does not tell stay visible, narrow and faint).
    `unplaced` says why the events of a lane are not on this axis, or is empty."""

    rect: Rect
    title: TextLine
    kind: Kind | None
    told: bool
    hidden: int = 0
    unplaced: str = ""


class Tick(Struct, frozen=True, gc=False):
    """A vertical line of the calendar axis with its label (empty for an unlabelled line)."""

    x: float
    label: TextLine | None
    major: bool


class Break(NamedTuple):
    """Where a stretch is folded out of the axis, from `left` to `right`, and how long it is; the
    label is None where it has no room."""

    left: float
    right: float
    label: TextLine | None

    @property
    def x(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2


class Marker(Struct, frozen=True, gc=False):
    """A vertical line with a label: a publication."""

    x: float
    label: TextLine


class BarFill(StrEnum):
    """What the inside of a bar says."""

    HATCH = "hatch"  # anywhere here
    SOLID = "solid"  # certainly lasts here
    COMB = "comb"  # several times, here


class Bar(Struct, frozen=True, gc=False):
    """A stretch of time under a label. A cap says "not beyond"; an open end fades into an arrow at
    the edge; a clipped end (neither) goes on beyond the view. Dashed: approximate or uncertain."""

    rect: Rect
    fill: BarFill
    cap_left: bool = False
    cap_right: bool = False
    open_left: bool = False
    open_right: bool = False
    dashed: bool = False


class EventMark(Struct, frozen=True, gc=False):
    """One event: its glyph, its bars, its label, and the area that answers to the pointer.

    `card` is the box round glyph and label on the order axis, None on the calendar. `glyph` is the
    square that the glyph fills. Where there is no room, `label` is empty. `elided` tells that the
    label is not the whole title. `vague`: its own date is approximate or uncertain, or it is still
    to come, so that even a glyph without a bar must not look exact. `sign_at_corner`: beside the
    glyph there is no room for the sign of how the event lies to a chosen one.
    """

    event: int
    kind: Kind
    area: Rect
    glyph: Rect
    label: tuple[TextLine, ...]
    card: Rect | None = None
    bars: tuple[Bar, ...] = ()
    hollow: bool = False
    elided: bool = False
    vague: bool = False
    sign_at_corner: bool = False


class Cluster(Struct, frozen=True, gc=False):
    """Several events in a place too small for them: a count that opens on zoom.

    `events` may be a view into a sorted column, so that a count of a million costs no more than
    one of ten; `in` and `len` are as cheap as on a tuple of a few.
    """

    rect: Rect
    kind: Kind | None
    events: Sequence[int]
    label: TextLine | None

    @property
    def count(self) -> int:
        """How many events it holds."""
        return len(self.events)


class Arrow(Struct, frozen=True, gc=False):
    """An order between two events, as chained cubic curves: 3n + 1 points, of which each third one
    lies on the line and the two between are controls (4 points are one curve). It may lead beyond
    the plot by a few pixels, where its other event lies out of view.

    `weak`: "not before" (an open head), not "before" (a filled one). `basis` is that of
    the weakest statement it needs, and chooses solid, dashed or dotted.
    """

    first: int
    second: int
    points: tuple[tuple[float, float], ...]
    basis: Basis
    weak: bool
    label: TextLine | None = None

    @property
    def curves(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """The cubic curves one after the other, four points each."""
        return tuple(self.points[begin : begin + 4] for begin in range(0, len(self.points) - 1, 3))


class Group(Struct, frozen=True, gc=False):
    """A dashed box round what shares a column, with a line that says why. `same_time`: it is at the
    same time; otherwise its order is not established."""

    rect: Rect
    label: tuple[TextLine, ...]
    same_time: bool = False


class Heights(NamedTuple):
    """What the parts of a chart need of its height: what stands above the lanes, each lane (a faint
    one, which does not grow, is negative), and the band beneath them."""

    top: float = 0.0
    lanes: tuple[float, ...] = ()
    foot: float = 0.0

    def beside(self, other: Heights) -> Heights:
        """What two charts need that stand beside each other. Lanes of another number have nothing
        to do with these."""
        lanes = self.lanes
        if len(lanes) == len(other.lanes):
            lanes = tuple(map(max, lanes, other.lanes))
        return Heights(max(self.top, other.top), lanes, max(self.foot, other.foot))


class Chart(Struct, frozen=True, gc=False):
    """Everything to paint for one view, back to front in the order of the fields; and the heights
    that it needs by itself."""

    width: float
    height: float
    header_width: float
    axis_height: float  # the band of tick labels at the bottom, 0 where there is none
    lanes: tuple[Lane, ...] = ()
    ticks: tuple[Tick, ...] = ()
    breaks: tuple[Break, ...] = ()
    markers: tuple[Marker, ...] = ()
    groups: tuple[Group, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    clusters: Sequence[Cluster] = ()  # in a large case `counts.Counts`
    events: Sequence[EventMark] = ()  # on the calendar `event_rows.EventRows`
    notes: tuple[TextLine, ...] = ()
    heights: Heights = Heights()


class Emphasis(Struct, frozen=True, gc=False):
    """What the selection adds to a chart: which events are chosen, and how the others lie to the
    selected one. Events in none of the sets are painted as usual."""

    selected: int | None = None
    other: int | None = None
    hovered: int | None = None
    before: frozenset[int] = frozenset()
    after: frozenset[int] = frozenset()
    not_established: frozenset[int] = frozenset()
