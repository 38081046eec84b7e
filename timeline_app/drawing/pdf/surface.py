"""The painters' protocol on a QPainter that keeps shapes and text: a PDF, a printer.

Rules:
* Nothing becomes an image: a hatch is lines, a fade a row of even steps, a text glyphs of an
  embedded font.
* Nothing is moved onto pixels, since a page has none; a border lies inside its edge by half its
  width.
* The painter's transform is the caller's and stays as it is; `shifted` only adds to coordinates, so
  that a text is found again in the finished page by its place.
* A text is painted as the very glyphs that `fonts` measured, or where Qt must shape it, by Qt. What
  was painted where is kept (`painted`), since a PDF knows glyphs, and whoever searches it knows
  letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from math import hypot
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QPainter, QPen, QPolygonF, QRawFont

from timeline_app.drawing.fading import Segment, faded, fading_pieces, fading_rects
from timeline_app.drawing.fonts import Face, Fonts, face_of
from timeline_app.drawing.hatching import hatch_lines
from timeline_app.drawing.pdf.painted_text import PaintedText
from timeline_app.drawing.qt_values import VALUES, qt_path
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
from timeline_app.layout.chart import Rect, TextRole

_GROUND_BEYOND: Final = 2.0  # pixels, as on a surface of pixels
_SHARES: Final = {Anchor.LEFT: 0.0, Anchor.MIDDLE: 0.5, Anchor.RIGHT: 1.0}
_NO_GROUP: Final[AbstractContextManager[None]] = nullcontext()


class VectorSurface(OneByOne):
    """A `Surface` on a QPainter whose device keeps shapes; made anew for each page."""

    def __init__(self, painter: QPainter, fonts: Fonts) -> None:
        """The painter must be active, and its origin the top left corner of the page."""
        self._painter = painter
        self._fonts = fonts
        self._values = VALUES
        self._raw: dict[Face, QRawFont] = {}
        self._painted: list[PaintedText] = []
        self._x = 0.0
        self._y = 0.0
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    @property
    def painted(self) -> tuple[PaintedText, ...]:
        """The texts so far, in the order in which they were painted."""
        return tuple(self._painted)

    def line(self, start: Point, end: Point, pen: Pen) -> None:
        """A straight line."""
        self.lines([(*start, *end)], pen)

    def lines(self, segments: Sequence[tuple[float, float, float, float]], pen: Pen) -> None:
        """Many straight lines with one pen."""
        x, y = self._x, self._y
        moved = [(x1 + x, y1 + y, x2 + x, y2 + y) for x1, y1, x2, y2 in segments]
        if pen.fade is not None:
            self._fading_lines(moved, pen, _moved_fade(pen.fade, x))
            return
        self._painter.setPen(self._values.pens[pen])
        self._painter.drawLines([QLineF(*segment) for segment in moved])

    def _fading_lines(self, segments: Sequence[Segment], pen: Pen, fade: Fade) -> None:
        """Lines in pieces, each of an even colour; dashes go on from one to the next."""
        for segment in segments:
            for piece, colour in fading_pieces(segment, pen.colour, fade):
                made = QPen(self._values.pens[Pen(colour, pen.width, pen.dashes, pen.round_ends)])
                if pen.dashes:
                    gone = hypot(piece[0] - segment[0], piece[1] - segment[1])
                    made.setDashOffset(gone / pen.width)
                self._painter.setPen(made)
                self._painter.drawLine(QLineF(*piece))

    def rectangle(
        self, rect: Rect, pen: Pen | None, brush: Brush | None, radius: float = 0.0
    ) -> None:
        """A rectangle, its corners rounded by `radius`; the border lies inside."""
        area = self._moved(rect)
        if brush is not None:
            self._fill(area, _moved_brush(brush, self._x), radius)
        if pen is not None:
            wide = min(pen.width, rect.width, rect.height)
            self._choose(_moved_pen(pen, self._x), None)
            inside = area.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
            round_by = max(0.0, min(radius, rect.width / 2, rect.height / 2) - wide / 2)
            self._rounded(inside, round_by)

    def polygon(self, points: Sequence[Point], pen: Pen | None, brush: Brush | None) -> None:
        """A closed polygon."""
        self._choose_moved(pen, brush)
        x, y = self._x, self._y
        self._painter.drawPolygon(QPolygonF([QPointF(px + x, py + y) for px, py in points]))

    def path(
        self, path: Path, pen: Pen | None, brush: Brush | None, at: Point | None = None
    ) -> None:
        """A path; with `at`, its origin is placed there, and so are the fades of pen and brush."""
        x, y = self._x, self._y
        if at is not None:
            x, y = x + at[0], y + at[1]
        self._choose(
            None if pen is None else _moved_pen(pen, x),
            None if brush is None else _moved_brush(brush, x),
        )
        self._painter.drawPath(qt_path(path).translated(x, y))

    def text(self, place: Point, text: str, role: TextRole, style: TextStyle) -> None:
        """One line of plain text from its anchor, on its baseline."""
        if not text:
            return
        face = face_of(role, italic=style.italic)
        width = self._fonts.width_in(text, face)
        x, y = place[0] + self._x - _SHARES[style.anchor] * width, place[1] + self._y
        if style.ground is not None:
            self._lay_ground(x, y, width, role, style.ground)
        self._painter.setPen(self._values.colours[style.colour])
        run = self._fonts.glyphs(text, face)
        if run is not None:
            self._paint_glyphs(x, y, run, face)
        else:
            self._painter.setFont(self._fonts.shaped(face)[0])
            self._painter.drawText(QPointF(x, y), text)
        self._painted.append(PaintedText(text, x, y, width, shaped=run is None))

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        """Within the block nothing is painted outside the rectangle."""
        self._painter.save()
        try:
            self._painter.setClipRect(self._moved(rect), Qt.ClipOperation.IntersectClip)
            yield
        finally:
            self._painter.restore()

    @contextmanager
    def shifted(self, x: float, y: float) -> Iterator[None]:
        """Within the block the origin lies this much further to the right and down."""
        before = (self._x, self._y)
        self._x, self._y = before[0] + x, before[1] + y
        try:
            yield
        finally:
            self._x, self._y = before

    def group(
        self,
        identity: str,  # noqa: ARG002 - the protocol's signature
        title: str,  # noqa: ARG002
        description: str,  # noqa: ARG002
    ) -> AbstractContextManager[None]:
        """A page keeps no names."""
        return _NO_GROUP

    def _paint_glyphs(self, x: float, y: float, run: QGlyphRun, face: Face) -> None:
        """Paints one glyph for each letter."""
        embedded = QGlyphRun()
        embedded.setRawFont(self._embedded(face))
        embedded.setGlyphIndexes(run.glyphIndexes())
        embedded.setPositions(run.positions())
        self._painter.drawGlyphRun(QPointF(x, y), embedded)

    def _embedded(self, face: Face) -> QRawFont:
        """The bundled font by way of Qt's store of fonts: one straight from the bytes of its file
        has no name, so that its glyphs would become shapes."""
        raw = self._raw.get(face)
        if raw is None:
            raw = self._raw[face] = QRawFont.fromFont(self._fonts.shaped(face)[0])
        return raw

    def _lay_ground(self, x: float, y: float, width: float, role: TextRole, colour: Colour) -> None:
        """Fills the line of a text, and a little more at its ends."""
        top = y - self._fonts.ascent(role)
        line = QRectF(x - _GROUND_BEYOND, top, width + 2 * _GROUND_BEYOND, self._fonts.height(role))
        self._painter.fillRect(line, self._values.colours[colour])

    def _fill(self, area: QRectF, brush: Brush, radius: float) -> None:
        """Fills a rectangle, with a hatch line by line."""
        rect = Rect(area.x(), area.y(), area.width(), area.height())
        if brush.hatch is not None:
            self._hatch(rect, brush, brush.hatch)
        elif brush.fade is not None and radius <= 0:
            self._fading_fill(rect, brush.colour, brush.fade)
        else:
            self._choose(None, brush)
            self._rounded(area, min(radius, rect.width / 2, rect.height / 2))

    def _fading_fill(self, rect: Rect, colour: Colour, fade: Fade) -> None:
        for piece, shade in fading_rects(rect, colour, fade):
            self._painter.fillRect(_qt_rect(piece), self._values.colours[shade])

    def _hatch(self, rect: Rect, brush: Brush, hatch: Hatch) -> None:
        """Ground and lines; where they fade, each line is even, since it reaches over little."""
        if hatch.ground and brush.fade is not None:
            self._fading_fill(rect, hatch.ground, brush.fade)
        elif hatch.ground:
            self._painter.fillRect(_qt_rect(rect), self._values.colours[hatch.ground])
        lines = hatch_lines(rect, hatch)
        self._painter.save()
        self._painter.setClipRect(_qt_rect(rect), Qt.ClipOperation.IntersectClip)
        if brush.fade is None:
            self._painter.setPen(self._values.pens[Pen(brush.colour, hatch.width)])
            self._painter.drawLines([QLineF(*line) for line in lines])
        else:
            for line in lines:
                colour = faded(brush.colour, brush.fade, (line[0] + line[2]) / 2)
                self._painter.setPen(self._values.pens[Pen(colour, hatch.width)])
                self._painter.drawLine(QLineF(*line))
        self._painter.restore()

    def _rounded(self, area: QRectF, radius: float) -> None:
        if radius > 0:
            self._painter.drawRoundedRect(area, radius, radius)
        else:
            self._painter.drawRect(area)

    def _choose_moved(self, pen: Pen | None, brush: Brush | None) -> None:
        """Takes pen and brush, their fades where the origin is now."""
        self._choose(
            None if pen is None else _moved_pen(pen, self._x),
            None if brush is None else _moved_brush(brush, self._x),
        )

    def _choose(self, pen: Pen | None, brush: Brush | None) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen if pen is None else self._values.pens[pen])
        self._painter.setBrush(
            Qt.BrushStyle.NoBrush if brush is None else self._values.brushes[brush]
        )

    def _moved(self, rect: Rect) -> QRectF:
        return QRectF(rect.x + self._x, rect.y + self._y, rect.width, rect.height)


def _qt_rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def _moved_pen(pen: Pen, x: float) -> Pen:
    """The pen with its fade further to the right."""
    return pen if pen.fade is None or x == 0 else pen._replace(fade=_moved_fade(pen.fade, x))


def _moved_brush(brush: Brush, x: float) -> Brush:
    """The brush with its fade and hatch further to the right."""
    if x == 0 or (brush.fade is None and brush.hatch is None):
        return brush
    fade = None if brush.fade is None else _moved_fade(brush.fade, x)
    hatch = brush.hatch
    moved = None if hatch is None else hatch._replace(anchor=hatch.anchor + x)
    return Brush(brush.colour, moved, fade)


def _moved_fade(fade: Fade, x: float) -> Fade:
    return Fade(fade.clear + x, fade.full + x)
