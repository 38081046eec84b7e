"""The painters' protocol on a QPainter: a widget, a graphics item or an image, made of pixels.

Rules:
* The painter belongs to the caller, who has placed its origin at the chart's top left corner, and
  moves it from then on only through `shifted`. What this surface changes of origin and clip it
  restores.
* Upright lines and the edges of rectangles lie on whole device pixels at every scale and offset.
* Text is drawn as it is, never read as markup.
* Pens, brushes, paths and small shapes are kept from one frame to the next (`qt_values`).
* What a window draws by the hundred waits there, to be drawn together (`qt_screen`).
* A mark is a few calls of Qt, each of about a microsecond; so what stands between them is spelled
  out where it is called for every mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from math import floor
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from shiboken6 import wrapInstance

from timeline_app.drawing.fonts import Fonts, face_of
from timeline_app.drawing.pixels import PixelGrid
from timeline_app.drawing.qt_images import (
    IMAGES,
    LARGEST_PLATE,
    FadedHatchOrder,
    PlateOrder,
    StampOrder,
    TileOrder,
)
from timeline_app.drawing.qt_values import VALUES, hatch_distance, qt_path, scaled
from timeline_app.drawing.surface import (
    Anchor,
    Brush,
    Colour,
    Hatch,
    OneByOne,
    Path,
    Pen,
    Point,
    TextStyle,
)
from timeline_app.layout.chart import Rect, TextRole

MANY: Final = 8
"""So many upright lines are drawn in one call."""
_GROUND_BEYOND: Final = 2.0  # pixels
_NO_GROUP: Final[AbstractContextManager[None]] = nullcontext()


class QtSurface(OneByOne):
    """A `Surface` on a QPainter; made anew for each paint."""

    def __init__(self, painter: QPainter, fonts: Fonts) -> None:
        """The painter must be active, and scaled by the same factor both ways."""
        self._bare = painter
        self._fonts = fonts
        self._grid = _grid_of(painter)
        self._values = VALUES
        self._images = IMAGES
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    @property
    def is_seamless(self) -> bool:
        """Edges of rectangles lie on whole pixels."""
        return True

    @property
    def grid(self) -> PixelGrid:
        """Where the device's pixels lie."""
        return self._grid

    @property
    def _painter(self) -> QPainter:
        """The painter, for drawing at once."""
        return self._bare

    def line(self, start: Point, end: Point, pen: Pen) -> None:
        """A straight line; an upright or level one fills whole pixels."""
        x, top = start
        right, bottom = end
        is_plain = not (pen.dashes or pen.round_ends or pen.fade)
        if not is_plain or (x != right and top != bottom) or x > right or top > bottom:
            self.lines([(x, top, right, bottom)], pen)
            return
        grid = self._grid
        scale = grid.scale
        whole = max(1, floor(pen.width * scale + 0.5))
        if x == right:
            left = floor((x - whole / scale / 2) * scale + grid.left + 0.5)
            high = floor(top * scale + grid.top + 0.5)
            wide, deep = whole, floor(bottom * scale + grid.top + 0.5) - high
        else:
            left = floor(x * scale + grid.left + 0.5)
            high = floor((top - whole / scale / 2) * scale + grid.top + 0.5)
            wide, deep = floor(right * scale + grid.left + 0.5) - left, whole
        self._fill_pixels(left, high, wide, deep, pen.colour)

    def lines(self, segments: Sequence[tuple[float, float, float, float]], pen: Pen) -> None:
        """Many straight lines with one pen."""
        solid = not pen.dashes and not pen.round_ends
        if solid and len(segments) >= MANY and all(x == to for x, _, to, _ in segments):
            self._upright_lines(segments, pen)
            return
        oblique = []
        for segment in segments:
            rect = self._upright_or_level(segment, pen.width)
            if rect is None:
                oblique.append(QLineF(*segment))
            elif solid:
                self._fill(rect, Brush(pen.colour, fade=pen.fade))
            else:
                oblique.append(_middle_line(rect, upright=segment[0] == segment[2]))
        if oblique:
            self._painter.setPen(self._values.pens[pen])
            self._painter.drawLines(oblique)

    def _upright_lines(
        self, segments: Sequence[tuple[float, float, float, float]], pen: Pen
    ) -> None:
        """Many upright lines in one call."""
        grid = self._grid
        xs, starts, _, ends = np.array(segments).T
        whole = grid.width(pen.width)
        tops = _between_pixels(np.minimum(starts, ends), grid.scale, grid.top)
        bottoms = _between_pixels(np.maximum(starts, ends), grid.scale, grid.top)
        lefts = _between_pixels(xs - whole / 2, grid.scale, grid.left)
        wide = np.full(len(xs), whole)
        rects = np.ascontiguousarray(np.stack((lefts, tops, wide, bottoms - tops), axis=1))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._values.brushes[Brush(pen.colour, fade=pen.fade)])
        # Four doubles each, which is what a rectangle of Qt consists of; alive until it is drawn.
        begin = cast(QRectF, wrapInstance(rects.ctypes.data, QRectF))
        self._painter.drawRects(begin, len(rects))

    def rectangle(
        self, rect: Rect, pen: Pen | None, brush: Brush | None, radius: float = 0.0
    ) -> None:
        """A rectangle, its corners rounded by `radius`; the border lies inside."""
        grid = self._grid
        if brush is not None and not (pen or radius or brush.hatch or brush.fade):
            left, top, right, bottom = grid.edges(rect)
            self._fill_pixels(left, top, right - left, bottom - top, brush.colour)
            return
        sharp = grid.rect(rect)
        if radius > 0:
            self._rounded(sharp, pen, brush, radius)
            return
        if brush is not None:
            self._fill(sharp, brush)
        if pen is not None:
            self._frame(sharp, pen)

    def polygon(self, points: Sequence[Point], pen: Pen | None, brush: Brush | None) -> None:
        """A closed polygon."""
        self._choose(pen, brush)
        self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def path(
        self, path: Path, pen: Pen | None, brush: Brush | None, at: Point | None = None
    ) -> None:
        """A path; with `at`, a stamp that is placed on a whole pixel."""
        if at is None:
            self._choose(pen, brush)
            self._painter.drawPath(qt_path(path))
            return
        grid = self._grid
        scale = grid.scale
        x, y = floor(at[0] * scale + grid.left + 0.5), floor(at[1] * scale + grid.top + 0.5)
        self._draw_stamp(StampOrder(path, pen, brush, scale), x, y)

    def text(self, place: Point, text: str, role: TextRole, style: TextStyle) -> None:
        """One line of plain text, its baseline and start on whole pixels."""
        x = place[0]
        face = face_of(role, italic=style.italic)
        if style.anchor is not Anchor.LEFT:
            width = self._fonts.width_in(text, face)
            x -= width / 2 if style.anchor is Anchor.MIDDLE else width
        if style.ground is not None and text:
            self._lay_ground(x, place[1], text, role, style.ground)
        start = QPointF(self._grid.across(x), self._grid.down(place[1]))
        self._painter.setPen(self._values.colours[style.colour])
        run = self._fonts.glyphs(text, face)
        if run is not None:
            self._painter.drawGlyphRun(start, run)
        else:
            self._painter.setFont(self._fonts.shaped(face)[0])
            self._painter.drawText(start, text)

    def _lay_ground(
        self, x: float, baseline: float, text: str, role: TextRole, colour: Colour
    ) -> None:
        """Fills the line of a text, and a little more at its ends."""
        top = baseline - self._fonts.ascent(role)
        width = self._fonts.width(text, role)
        line = Rect(x - _GROUND_BEYOND, top, width + 2 * _GROUND_BEYOND, self._fonts.height(role))
        self.rectangle(line, None, Brush(colour))

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        """Within the block nothing is painted outside the rectangle."""
        self._painter.save()
        try:
            self._painter.setClipRect(
                _qt_rect(self._grid.rect(rect)), Qt.ClipOperation.IntersectClip
            )
            yield
        finally:
            self._painter.restore()

    @contextmanager
    def shifted(self, x: float, y: float) -> Iterator[None]:
        """Within the block the origin lies this much further to the right and down."""
        before = self._grid
        self._painter.save()
        try:
            self._painter.translate(x, y)
            self._grid = _grid_of(self._painter)
            yield
        finally:
            self._painter.restore()
            self._grid = before

    def group(
        self,
        identity: str,  # noqa: ARG002 - the protocol's signature
        title: str,  # noqa: ARG002
        description: str,  # noqa: ARG002
    ) -> AbstractContextManager[None]:
        """Pixels keep no names."""
        return _NO_GROUP

    def _upright_or_level(
        self, segment: tuple[float, float, float, float], width: float
    ) -> Rect | None:
        """The whole pixels that a line fills, None where it is oblique."""
        x1, y1, x2, y2 = segment
        if x1 == x2:
            left, wide = self._grid.upright(x1, width)
            top, bottom = self._grid.down(min(y1, y2)), self._grid.down(max(y1, y2))
            return Rect(left, top, wide, bottom - top)
        if y1 == y2:
            top, high = self._grid.level(y1, width)
            left, right = self._grid.across(min(x1, x2)), self._grid.across(max(x1, x2))
            return Rect(left, top, right - left, high)
        return None

    def _fill(self, rect: Rect, brush: Brush) -> None:
        """Fills a rectangle whose edges lie between pixels."""
        colour, hatch, fade = brush
        if hatch is not None:
            self._hatch(rect, brush, hatch)
            return
        if fade is None:
            self._fill_pixels(*self._pixels(rect), colour)
        else:
            self._painter.fillRect(_qt_rect(rect), self._values.brushes[brush])

    def _pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        """Left, top, width and height in device pixels of what lies between them."""
        scale, left, top = self._grid.scale, self._grid.left, self._grid.top
        return (
            round(rect.x * scale + left),
            round(rect.y * scale + top),
            round(rect.width * scale),
            round(rect.height * scale),
        )

    # -- what may be drawn in another way (`qt_screen`), in device pixels

    def _fill_pixels(self, x: int, y: int, wide: int, high: int, colour: Colour) -> None:
        """Fill a rectangle."""
        scale, left, top = self._grid.scale, self._grid.left, self._grid.top
        self._painter.fillRect(
            QRectF((x - left) / scale, (y - top) / scale, wide / scale, high / scale),
            self._values.colours[colour],
        )

    def _draw_stamp(self, order: StampOrder, x: int, y: int) -> None:
        """Place a stamp with its origin on a pixel."""
        grid, stamp = self._grid, self._images.stamps[order]
        left, top = (x - grid.left) / grid.scale, (y - grid.top) / grid.scale
        self._painter.drawImage(QPointF(left + stamp.left, top + stamp.top), stamp.image)

    def _draw_plate(self, order: PlateOrder, x: int, y: int) -> None:
        """Place a rounded rectangle with its upper left corner on a pixel."""
        grid = self._grid
        corner = QPointF((x - grid.left) / grid.scale, (y - grid.top) / grid.scale)
        self._painter.drawImage(corner, self._images.plates[order])

    def _draw_hatch(self, rect: Rect, tile: TileOrder, anchor: float) -> None:
        """Fill with a hatch of which a line goes through the lower edge at the anchor."""
        painter = self._painter
        painter.setBrushOrigin(QPointF(anchor, rect.bottom))
        painter.fillRect(_qt_rect(rect), self._images.tile_brushes[tile])
        # Gradients are placed from the same origin.
        painter.setBrushOrigin(QPointF(0.0, 0.0))

    def _hatch(self, rect: Rect, brush: Brush, hatch: Hatch) -> None:
        scale = self._grid.scale
        distance = hatch_distance(hatch, scale)
        tile = TileOrder(brush.colour, hatch.ground, distance, hatch.width * scale, scale)
        anchor = self._grid.across(hatch.anchor)
        if brush.fade is None:
            self._draw_hatch(rect, tile, anchor)
            return
        order = FadedHatchOrder(
            tile,
            round(rect.width * scale),
            round(rect.height * scale),
            round((anchor - rect.x) * scale) % distance,
            round((brush.fade.clear - rect.x) * scale),
            round((brush.fade.full - rect.x) * scale),
        )
        self._painter.drawImage(QPointF(rect.x, rect.y), self._images.faded_hatches[order])

    def _frame(self, rect: Rect, pen: Pen) -> None:
        """A border inside a rectangle."""
        wide = self._grid.width(pen.width)
        if pen.dashes:
            self._choose(pen, None)
            self._painter.drawRect(_qt_rect(_inset(rect, wide / 2)))
            return
        brush = Brush(pen.colour, fade=pen.fade)
        inner = rect.height - 2 * wide
        for side in (
            Rect(rect.x, rect.y, rect.width, wide),
            Rect(rect.x, rect.bottom - wide, rect.width, wide),
            Rect(rect.x, rect.y + wide, wide, inner),
            Rect(rect.right - wide, rect.y + wide, wide, inner),
        ):
            self._fill(side, brush)

    def _rounded(self, rect: Rect, pen: Pen | None, brush: Brush | None, radius: float) -> None:
        scale = self._grid.scale
        wide, high = round(rect.width * scale), round(rect.height * scale)
        radius = min(radius, rect.width / 2, rect.height / 2)
        if wide * high <= LARGEST_PLATE:
            border = None if pen is None else scaled(pen, self._grid.width(pen.width), scale)
            order = PlateOrder(wide, high, radius * scale, border, brush, scale)
            self._draw_plate(order, *self._pixels(rect)[:2])
            return
        border = None if pen is None else scaled(pen, self._grid.width(pen.width), 1.0)
        inset = 0.0 if border is None else border.width / 2
        self._choose(border, brush)
        radius = max(0.0, radius - inset)
        self._painter.drawRoundedRect(_qt_rect(_inset(rect, inset)), radius, radius)

    def _choose(self, pen: Pen | None, brush: Brush | None) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen if pen is None else self._values.pens[pen])
        self._painter.setBrush(
            Qt.BrushStyle.NoBrush if brush is None else self._values.brushes[brush]
        )


def _between_pixels(
    places: NDArray[np.float64], scale: float, origin: float
) -> NDArray[np.float64]:
    """The nearest places between two rows or columns of device pixels."""
    return np.asarray((np.floor(places * scale + origin + 0.5) - origin) / scale)


def _grid_of(painter: QPainter) -> PixelGrid:
    place = painter.deviceTransform()
    return PixelGrid(place.m11(), place.dx(), place.dy())


def _qt_rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _inset(rect: Rect, by: float) -> Rect:
    return Rect(rect.x + by, rect.y + by, rect.width - 2 * by, rect.height - 2 * by)


def _middle_line(rect: Rect, *, upright: bool) -> QLineF:
    """The line through the middle of a thin rectangle."""
    if upright:
        x = rect.x + rect.width / 2
        return QLineF(x, rect.y, x, rect.bottom)
    y = rect.y + rect.height / 2
    return QLineF(rect.x, y, rect.right, y)
