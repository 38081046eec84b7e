"""A surface that paints nothing and remembers everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from timeline_app.drawing.surface import Brush, Colour, OneByOne, Path, Pen, Point, TextStyle
from timeline_app.layout.chart import Rect, TextRole

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Drawn(Generic[Thing]):
    """One thing drawn: what, with which pen and brush, in which groups, under which clips, and
    as the how-manieth. Coordinates have the surface's origin."""

    what: Thing
    pen: Pen | None
    brush: Brush | None
    groups: tuple[str, ...]
    clips: tuple[Rect, ...]
    at: int


@dataclass(frozen=True)
class Line:
    start: Point
    end: Point


@dataclass(frozen=True)
class Box:
    rect: Rect
    radius: float


@dataclass(frozen=True)
class Shape:
    """A path with the place of its origin, or a polygon (then `path` is None)."""

    path: Path | None
    place: Point | None
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Text:
    text: str
    place: Point
    role: TextRole
    style: TextStyle


@dataclass
class RecordingSurface(OneByOne):
    """A `Surface` for tests."""

    lines_drawn: list[Drawn[Line]] = field(default_factory=list)
    boxes: list[Drawn[Box]] = field(default_factory=list)
    shapes: list[Drawn[Shape]] = field(default_factory=list)
    texts: list[Drawn[Text]] = field(default_factory=list)
    groups: list[tuple[str, str, str]] = field(default_factory=list)
    _groups: tuple[str, ...] = ()
    _clips: tuple[Rect, ...] = ()
    _origin: Point = (0.0, 0.0)
    _count: int = 0

    def line(self, start: Point, end: Point, pen: Pen) -> None:
        self.lines_drawn.append(self._drawn(Line(self._moved(start), self._moved(end)), pen, None))

    def lines(self, segments: Sequence[tuple[float, float, float, float]], pen: Pen) -> None:
        for x1, y1, x2, y2 in segments:
            self.line((x1, y1), (x2, y2), pen)

    def rectangle(
        self, rect: Rect, pen: Pen | None, brush: Brush | None, radius: float = 0.0
    ) -> None:
        self.boxes.append(self._drawn(Box(self._moved_rect(rect), radius), pen, brush))

    def polygon(self, points: Sequence[Point], pen: Pen | None, brush: Brush | None) -> None:
        moved = tuple(self._moved(point) for point in points)
        self.shapes.append(self._drawn(Shape(None, None, moved), pen, brush))

    def path(
        self, path: Path, pen: Pen | None, brush: Brush | None, at: Point | None = None
    ) -> None:
        place = None if at is None else self._moved(at)
        self.shapes.append(self._drawn(Shape(path, place), pen, brush))

    def text(self, place: Point, text: str, role: TextRole, style: TextStyle) -> None:
        self.texts.append(self._drawn(Text(text, self._moved(place), role, style), None, None))

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        before = self._clips
        self._clips = (*before, self._moved_rect(rect))
        yield
        self._clips = before

    @contextmanager
    def shifted(self, x: float, y: float) -> Iterator[None]:
        before = self._origin
        self._origin = self._moved((x, y))
        yield
        self._origin = before

    @contextmanager
    def group(self, identity: str, title: str, description: str) -> Iterator[None]:
        before = self._groups
        self.groups.append((identity, title, description))
        self._groups = (*before, identity)
        yield
        self._groups = before

    # -- what tests ask

    def strings(self) -> list[str]:
        """All texts, in the order in which they were drawn."""
        return [drawn.what.text for drawn in self.texts]

    def text_of(self, text: str) -> Drawn[Text]:
        """The one text that reads so."""
        (found,) = [drawn for drawn in self.texts if drawn.what.text == text]
        return found

    def colours(self) -> set[Colour]:
        """Every colour that was drawn with."""
        things: list[Drawn[Line] | Drawn[Box] | Drawn[Shape]]
        things = [*self.lines_drawn, *self.boxes, *self.shapes]
        used = {drawn.pen.colour for drawn in things if drawn.pen is not None}
        used |= {drawn.brush.colour for drawn in things if drawn.brush is not None}
        return used | {drawn.what.style.colour for drawn in self.texts}

    def _drawn(self, what: Thing, pen: Pen | None, brush: Brush | None) -> Drawn[Thing]:
        self._count += 1
        return Drawn(what, pen, brush, self._groups, self._clips, self._count)

    def _moved(self, point: Point) -> Point:
        return (self._origin[0] + point[0], self._origin[1] + point[1])

    def _moved_rect(self, rect: Rect) -> Rect:
        x, y = self._moved((rect.x, rect.y))
        return Rect(x, y, rect.width, rect.height)
