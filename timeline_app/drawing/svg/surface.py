"""The painters' protocol as SVG: text stays text, and what belongs together is a group with words.

Rules:
* Coordinates are those of the whole picture; `shifted` only adds. Upright lines and rectangles lie
  on whole pixels, as on a surface of pixels at scale 1, so that both show the same picture.
* A border is a stroke whose middle lies inside the edge by half its width.
* Texts stand at their anchor, without `textLength`: with the bundled font they are as wide as the
  layout measured, since kerning and ligatures are off; with another font they keep its own shapes
  instead of being squeezed, and stay whole words for whoever edits the file.
* A right-to-left text stands in a span of its direction within a left-to-right element, so that
  anchors mean left and right for every text.
* Nothing but attributes written here carries style; what a case holds is only ever text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from timeline_app.drawing.fonts import Fonts, face_of
from timeline_app.drawing.hatching import hatch_lines
from timeline_app.drawing.pdf.reading_order import is_right_to_left
from timeline_app.drawing.pixels import PixelGrid
from timeline_app.drawing.surface import (
    Anchor,
    Brush,
    Colour,
    Fade,
    Hatch,
    OneByOne,
    Path,
    Pen,
    Point,
    TextStyle,
)
from timeline_app.drawing.svg.definitions import Definitions
from timeline_app.drawing.svg.markup import Names, colour_of, escaped, number, numbers, path_data
from timeline_app.layout.chart import Rect, TextRole

WEIGHTS: Final = {"Regular": "", "Italic": "", "SemiBold": "600", "Bold": "700"}
_ANCHORS: Final = {
    Anchor.LEFT: "",
    Anchor.MIDDLE: ' text-anchor="middle"',
    Anchor.RIGHT: ' text-anchor="end"',
}
_GROUND_BEYOND: Final = 2.0  # pixels, as on a surface of pixels
_GRID: Final = PixelGrid()


class SvgSurface(OneByOne):
    """A `Surface` that writes SVG elements."""

    def __init__(self, fonts: Fonts, names: Names) -> None:
        """`fonts` measure the grounds of texts; `names` are those of the file."""
        self._fonts = fonts
        self._names = names
        self._definitions = Definitions(names)
        self._elements: list[str] = []
        self._stamps: dict[Path, str] = {}
        self._x = 0.0
        self._y = 0.0

    def markup(self) -> str:
        """What was painted: the definitions, then the elements."""
        return self._definitions.markup() + "".join(self._elements)

    def line(self, start: Point, end: Point, pen: Pen) -> None:
        """A straight line; an upright or level one fills whole pixels."""
        self.lines([(*start, *end)], pen)

    def lines(self, segments: Sequence[tuple[float, float, float, float]], pen: Pen) -> None:
        """Many straight lines with one pen, as one element."""
        if not segments:
            return
        steps = [
            f"M{numbers(x1, y1)}L{numbers(x2, y2)}" for x1, y1, x2, y2 in self._moved(segments, pen)
        ]
        self._write(f'<path d="{"".join(steps)}" fill="none"{self._stroke(pen, self._x)}/>')

    def rectangle(
        self, rect: Rect, pen: Pen | None, brush: Brush | None, radius: float = 0.0
    ) -> None:
        """A rectangle, its corners rounded by `radius`; the border lies inside."""
        sharp = _GRID.rect(Rect(rect.x + self._x, rect.y + self._y, rect.width, rect.height))
        radius = min(radius, sharp.width / 2, sharp.height / 2)
        if brush is not None and brush.hatch is not None and brush.fade is not None:
            self._faded_hatch(sharp, brush, brush.hatch)
            brush = None
        fill = self._fill(brush, self._x, sharp.bottom)
        if pen is None:
            if brush is not None:
                self._write(f"<rect{_place(sharp, radius)}{fill}/>")
            return
        wide = _GRID.width(pen.width)
        solid = not pen.dashes and pen.fade is None and pen.colour >> 24 == 255
        if brush is not None and not solid:
            self._write(f"<rect{_place(sharp, radius)}{fill}/>")
            fill = ' fill="none"'
        inside = Rect(
            sharp.x + wide / 2, sharp.y + wide / 2, sharp.width - wide, sharp.height - wide
        )
        stroke = self._stroke(pen._replace(width=wide), self._x)
        self._write(f"<rect{_place(inside, max(0.0, radius - wide / 2))}{fill}{stroke}/>")

    def polygon(self, points: Sequence[Point], pen: Pen | None, brush: Brush | None) -> None:
        """A closed polygon."""
        corners = " ".join(numbers(x + self._x, y + self._y) for x, y in points)
        paint = self._fill(brush, self._x, 0.0) + self._stroke(pen, self._x)
        self._write(f'<polygon points="{corners}"{paint}/>')

    def path(
        self, path: Path, pen: Pen | None, brush: Brush | None, at: Point | None = None
    ) -> None:
        """A path; with `at`, a stamp whose origin is placed there, on a whole pixel."""
        if at is None:
            paint = self._fill(brush, self._x, 0.0) + self._stroke(pen, self._x)
            self._write(f'<path d="{path_data(path, self._x, self._y)}"{paint}/>')
            return
        data = self._stamps.get(path)
        if data is None:
            data = self._stamps[path] = path_data(path)
        place = numbers(_GRID.across(at[0] + self._x), _GRID.down(at[1] + self._y))
        paint = self._fill(brush, 0.0, 0.0) + self._stroke(pen, 0.0)
        self._write(f'<path transform="translate({place})" d="{data}"{paint}/>')

    def text(self, place: Point, text: str, role: TextRole, style: TextStyle) -> None:
        """One line of plain text at its anchor, its baseline on a whole pixel."""
        if not text:
            return
        if style.ground is not None:
            self._lay_ground(place, text, role, style, style.ground)
        face = face_of(role, italic=style.italic)
        x, y = place[0] + self._x, _GRID.down(place[1] + self._y)
        if style.anchor is Anchor.LEFT:
            x = _GRID.across(x)
        weight = WEIGHTS[face.style]
        font = f' font-size="{face.size}"'
        font += f' font-weight="{weight}"' if weight else ""
        font += ' font-style="italic"' if style.italic else ""
        words = escaped(text)
        if is_right_to_left(text):
            words = f'<tspan direction="rtl" unicode-bidi="embed">{words}</tspan>'
        self._write(
            f'<text x="{number(x)}" y="{number(y)}"{font}{_ANCHORS[style.anchor]}'
            f"{colour_of('fill', style.colour)}>{words}</text>"
        )

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        """Within the block nothing is painted outside the rectangle."""
        sharp = _GRID.rect(Rect(rect.x + self._x, rect.y + self._y, rect.width, rect.height))
        self._write(f'<g clip-path="url(#{self._definitions.clip(sharp)})">')
        yield
        self._write("</g>")

    @contextmanager
    def shifted(self, x: float, y: float) -> Iterator[None]:
        """Within the block the origin lies this much further to the right and down."""
        before = (self._x, self._y)
        self._x, self._y = before[0] + x, before[1] + y
        yield
        self._x, self._y = before

    @contextmanager
    def group(self, identity: str, title: str, description: str) -> Iterator[None]:
        """A group with its name and words. What has a description is read out as one thing."""
        role = ' role="graphics-symbol img"' if description else ""
        self._write(f'<g id="{self._names.new(identity)}"{role}>')
        for element, words in (("title", title), ("desc", description)):
            if words:
                self._write(f"<{element}>{escaped(words)}</{element}>")
        yield
        self._write("</g>")

    def _write(self, element: str) -> None:
        self._elements.append(element + "\n")

    def _moved(
        self, segments: Sequence[tuple[float, float, float, float]], pen: Pen
    ) -> Iterator[tuple[float, float, float, float]]:
        """The segments in the picture's coordinates, upright and level ones on whole pixels."""
        dx, dy = self._x, self._y
        for x1, y1, x2, y2 in ((a + dx, b + dy, c + dx, d + dy) for a, b, c, d in segments):
            if x1 == x2:
                left, wide = _GRID.upright(x1, pen.width)
                x = left + wide / 2
                yield (x, _GRID.down(y1), x, _GRID.down(y2))
            elif y1 == y2:
                top, high = _GRID.level(y1, pen.width)
                y = top + high / 2
                yield (_GRID.across(x1), y, _GRID.across(x2), y)
            else:
                yield (x1, y1, x2, y2)

    def _faded_hatch(self, rect: Rect, brush: Brush, hatch: Hatch) -> None:
        """A pattern can't fade as it goes; lines can, one by one."""
        hatch = hatch._replace(anchor=_GRID.across(hatch.anchor + self._x))
        if hatch.ground:
            ground = Brush(hatch.ground, fade=brush.fade)
            self._write(f"<rect{_place(rect, 0.0)}{self._fill(ground, self._x, 0.0)}/>")
        steps = "".join(
            f"M{numbers(x1, y1)}L{numbers(x2, y2)}" for x1, y1, x2, y2 in hatch_lines(rect, hatch)
        )
        stroke = self._stroke(Pen(brush.colour, hatch.width, fade=brush.fade), self._x)
        clip = self._definitions.clip(rect)
        self._write(f'<g clip-path="url(#{clip})"><path d="{steps}" fill="none"{stroke}/></g>')

    def _lay_ground(
        self, place: Point, text: str, role: TextRole, style: TextStyle, colour: Colour
    ) -> None:
        """Fills the line of a text, and a little more at its ends."""
        width = self._fonts.width_in(text, face_of(role, italic=style.italic))
        share = {Anchor.LEFT: 0.0, Anchor.MIDDLE: 0.5, Anchor.RIGHT: 1.0}[style.anchor]
        line = Rect(
            place[0] - share * width - _GROUND_BEYOND,
            place[1] - self._fonts.ascent(role),
            width + 2 * _GROUND_BEYOND,
            self._fonts.height(role),
        )
        self.rectangle(line, None, Brush(colour))

    def _fill(self, brush: Brush | None, shift: float, bottom: float) -> str:
        if brush is None:
            return ' fill="none"'
        if brush.hatch is not None:
            anchor = _GRID.across(brush.hatch.anchor + shift)
            hatch = brush.hatch._replace(anchor=anchor)
            return f' fill="url(#{self._definitions.hatch(brush.colour, hatch, bottom)})"'
        if brush.fade is not None:
            return f' fill="url(#{self._fade(brush.colour, brush.fade, shift)})"'
        return colour_of("fill", brush.colour)

    def _stroke(self, pen: Pen | None, shift: float) -> str:
        if pen is None:
            return ""
        if pen.fade is not None:
            colour = f' stroke="url(#{self._fade(pen.colour, pen.fade, shift)})"'
        else:
            colour = colour_of("stroke", pen.colour)
        ends = ' stroke-linecap="round" stroke-linejoin="round"' if pen.round_ends else ""
        dashes = f' stroke-dasharray="{numbers(*pen.dashes)}"' if pen.dashes else ""
        return f'{colour} stroke-width="{number(pen.width)}"{dashes}{ends}'

    def _fade(self, colour: Colour, fade: Fade, shift: float) -> str:
        return self._definitions.fade(colour, Fade(fade.clear + shift, fade.full + shift))


def _place(rect: Rect, radius: float) -> str:
    corners = f' rx="{number(radius)}"' if radius > 0 else ""
    return (
        f' x="{number(rect.x)}" y="{number(rect.y)}" width="{number(max(0.0, rect.width))}"'
        f' height="{number(max(0.0, rect.height))}"{corners}'
    )
