"""What a painter may ask of a surface, and the values it asks with.

Rules:
* A painter knows only this protocol. QPainter serves it for screen, PNG and PDF, a writer for SVG,
  a recorder in the tests.
* Coordinates are pixels of the chart, floats, x to the right and y downward. Angles do not occur.
* Pens, brushes and the like are named tuples, since a painter makes thousands of them for a frame.
* Colours are plain integers 0xAARRGGBB, so that no value here needs Qt.
* What is upright is sharp: a surface made of pixels moves an upright line, the edges of a rectangle
  and the place of a stamped path by less than one device pixel, so that they fill whole ones.
  The border of a rectangle lies inside its edges.
* Text arrives cleaned (`layout.plain`), is drawn as it is and never read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from enum import Enum
from typing import Final, NamedTuple, Protocol, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.layout.chart import Rect, TextRole
from timeline_app.layout.counts import count_text
from timeline_app.layout.cutting import Cuts, shown_text

Colour: TypeAlias = int
"""0xAARRGGBB: alpha, red, green, blue, a byte each."""

Point: TypeAlias = tuple[float, float]
"""x, y in pixels."""

Places: TypeAlias = NDArray[np.float64]
"""Many points, a row of x and y each."""

Sides: TypeAlias = NDArray[np.float64]
"""Many rectangles or straight lines, a row of four pixels each: left, top, right, bottom."""

Looks: TypeAlias = NDArray[np.intp]
"""For each of many things the place of its look in a list of looks."""

OPAQUE: Final = 0xFF000000


def colour(hexadecimal: str, alpha: float = 1.0) -> Colour:
    """The colour written as "#rrggbb", with an alpha from 0 (clear) to 1 (opaque)."""
    return (round(alpha * 255) << 24) | int(hexadecimal.removeprefix("#"), 16)


def with_alpha(opaque: Colour, alpha: float) -> Colour:
    """The same colour with an alpha from 0 (clear) to 1 (opaque)."""
    return (opaque & 0x00FFFFFF) | (round(alpha * 255) << 24)


class Fade(NamedTuple):
    """Clear at one x and full at another, even in between; for open ends, and nothing else."""

    clear: float
    full: float


class Pen(NamedTuple):
    """How a line is drawn. `dashes` are lengths of dash and gap in pixels, empty for solid."""

    colour: Colour
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    round_ends: bool = False
    fade: Fade | None = None


class Hatch(NamedTuple):
    """Lines that rise to the right at 45 degrees, `distance` apart along x, on an even ground; one
    of them goes through the bottom of the hatched shape at `anchor`, so that two neighbours join.
    A surface may round the distance to whole device pixels."""

    distance: float
    width: float
    anchor: float
    ground: Colour = 0


class Brush(NamedTuple):
    """How an area is filled: evenly, or with a hatch (rectangles only); fading where it is open."""

    colour: Colour
    hatch: Hatch | None = None
    fade: Fade | None = None


class Verb(Enum):
    """A step of a path, with the points that it takes."""

    MOVE = 1
    LINE = 2  # one point, as MOVE
    CURVE = 3  # three points: two controls and the end
    CLOSE = 4  # none


class Path(Struct, frozen=True, eq=False, gc=False):
    """A shape of lines and cubic curves. Each step is a verb and the points it takes.

    A shape that is used again is made once: it is known by its identity, which costs nothing.
    """

    steps: tuple[tuple[Verb, tuple[Point, ...]], ...]


class PlateStyle(NamedTuple):
    """The border and the inside of a rectangle."""

    pen: Pen | None
    brush: Brush | None


class StampShape(NamedTuple):
    """A path that is used as a stamp, its line and its inside."""

    path: Path
    pen: Pen | None
    brush: Brush | None


class Anchor(Enum):
    """Which end of a text lies at its x. Right-to-left text keeps left and right as they are."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class TextStyle(NamedTuple):
    """How a text looks beyond its role. A `ground` lies behind the line, for text over lines."""

    colour: Colour
    italic: bool = False
    anchor: Anchor = Anchor.LEFT
    ground: Colour | None = None


class Surface(Protocol):
    """Something to paint on. Later calls cover earlier ones."""

    @property
    def is_seamless(self) -> bool:
        """Whether nothing shows between two rectangles that share an edge."""

    def line(self, start: Point, end: Point, pen: Pen) -> None:
        """A straight line. An upright one is moved onto whole pixels."""

    def lines(self, segments: Sequence[tuple[float, float, float, float]], pen: Pen) -> None:
        """Many straight lines with one pen, each x1, y1, x2, y2."""

    def rectangle(
        self, rect: Rect, pen: Pen | None, brush: Brush | None, radius: float = 0.0
    ) -> None:
        """A rectangle, its corners rounded by `radius`; the border lies inside."""

    def polygon(self, points: Sequence[Point], pen: Pen | None, brush: Brush | None) -> None:
        """A closed polygon."""

    def path(
        self, path: Path, pen: Pen | None, brush: Brush | None, at: Point | None = None
    ) -> None:
        """A path; with `at`, a stamp: the path's origin is placed there, on a whole pixel."""

    def text(self, place: Point, text: str, role: TextRole, style: TextStyle) -> None:
        """One line of plain text, `place` being x (see `Anchor`) and baseline."""

    def areas(self, sides: Sides, looks: Looks, brushes: Sequence[Brush]) -> None:
        """Many rectangles without a border, that don't overlap; no brush has a hatch."""

    def hatches(
        self, sides: Sides, anchors: Places, looks: Looks, brushes: Sequence[Brush]
    ) -> None:
        """Many hatched rectangles that don't overlap; `anchors` are the x of each hatch, which that
        of its brush is not."""

    def strokes(self, sides: Sides, looks: Looks, pens: Sequence[Pen]) -> None:
        """Many upright and level lines, from left to right and from top to bottom; no pen has
        dashes, round ends or a fade."""

    def plates(
        self, sides: Sides, looks: Looks, styles: Sequence[PlateStyle], radius: float
    ) -> None:
        """Many rectangles with a border and rounded corners, that don't overlap."""

    def stamps(self, places: Places, looks: Looks, shapes: Sequence[StampShape]) -> None:
        """Many stamps, see `path`."""

    def text_lines(
        self,
        places: Places,
        texts: Sequence[str],
        role: TextRole,
        styles: Sequence[TextStyle],
        looks: Looks | None = None,
        cuts: Cuts | None = None,
    ) -> None:
        """Many texts, each from its place to the right, all in the first of the styles or each in
        that of its look; some may be cut."""

    def numbers(
        self, places: Places, numbers: NDArray[np.int64], role: TextRole, style: TextStyle
    ) -> None:
        """Many counts of one style, as they are written, each from its place to the right."""

    def gathered(self) -> AbstractContextManager[None]:
        """Within the block what is drawn may wait, to be drawn together; the order stays."""

    def repeated(self, what: object, paint: Callable[[], None]) -> None:
        """Calls what paints something that depends on `what` alone, and is mostly as it was before:
        a surface may then repeat what it painted."""

    def clip(self, rect: Rect) -> AbstractContextManager[None]:
        """Within the block nothing is painted outside the rectangle."""

    def shifted(self, x: float, y: float) -> AbstractContextManager[None]:
        """Within the block the origin lies this much further to the right and down."""

    def group(self, identity: str, title: str, description: str) -> AbstractContextManager[None]:
        """What the block paints belongs together: a name for the group, unique in the picture, and
        words for those who can't see it (empty where there is nothing to say)."""


class OneByOne:
    """The calls for many things, for a surface that has nothing better than to draw them one by
    one."""

    @property
    def is_seamless(self) -> bool:
        """Who looks at a picture may smooth its edges."""
        return False

    def areas(self: Surface, sides: Sides, looks: Looks, brushes: Sequence[Brush]) -> None:
        """Each of the rectangles."""
        for rect, look in zip(_rects(sides), looks.tolist(), strict=True):
            self.rectangle(rect, None, brushes[look])

    def hatches(
        self: Surface, sides: Sides, anchors: Places, looks: Looks, brushes: Sequence[Brush]
    ) -> None:
        """Each of the hatched rectangles."""
        for rect, anchor, look in zip(_rects(sides), anchors.tolist(), looks.tolist(), strict=True):
            colour, hatch, fade = brushes[look]
            if hatch is not None:
                hatch = hatch._replace(anchor=anchor)
            self.rectangle(rect, None, Brush(colour, hatch, fade))

    def strokes(self: Surface, sides: Sides, looks: Looks, pens: Sequence[Pen]) -> None:
        """Each of the lines."""
        for (left, top, right, bottom), look in zip(sides.tolist(), looks.tolist(), strict=True):
            self.line((left, top), (right, bottom), pens[look])

    def plates(
        self: Surface, sides: Sides, looks: Looks, styles: Sequence[PlateStyle], radius: float
    ) -> None:
        """Each of the rectangles."""
        for rect, look in zip(_rects(sides), looks.tolist(), strict=True):
            pen, brush = styles[look]
            self.rectangle(rect, pen, brush, radius)

    def stamps(self: Surface, places: Places, looks: Looks, shapes: Sequence[StampShape]) -> None:
        """Each of the stamps."""
        for (x, y), look in zip(places.tolist(), looks.tolist(), strict=True):
            path, pen, brush = shapes[look]
            self.path(path, pen, brush, (x, y))

    def text_lines(
        self: Surface,
        places: Places,
        texts: Sequence[str],
        role: TextRole,
        styles: Sequence[TextStyle],
        looks: Looks | None = None,
        cuts: Cuts | None = None,
    ) -> None:
        """Each of the texts."""
        for number, ((x, baseline), text) in enumerate(zip(places.tolist(), texts, strict=True)):
            shown = text if cuts is None else shown_text(text, int(cuts.kept[number]))
            style = styles[0 if looks is None else int(looks[number])]
            self.text((x, baseline), shown, role, style)

    def numbers(
        self: Surface, places: Places, numbers: NDArray[np.int64], role: TextRole, style: TextStyle
    ) -> None:
        """Each of the numbers."""
        for (x, baseline), number in zip(places.tolist(), numbers.tolist(), strict=True):
            self.text((x, baseline), count_text(number), role, style)

    def gathered(self) -> AbstractContextManager[None]:
        """Nothing is held back."""
        return nullcontext()

    def repeated(self, what: object, paint: Callable[[], None]) -> None:  # noqa: ARG002
        """It is painted anew."""
        paint()


def _rects(sides: Sides) -> list[Rect]:
    return [
        Rect(left, top, right - left, bottom - top) for left, top, right, bottom in sides.tolist()
    ]
