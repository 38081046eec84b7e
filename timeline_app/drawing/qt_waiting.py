"""The surface of a window that paints a chart in every frame: what can wait is drawn together.

Rules:
* Within `gathered` texts, stamps, rounded rectangles, hatches and plain areas are written down as
  fragments of an atlas. They are drawn when something else is, so that the order stays.
* A text that is painted often is an image, which may be a few shades off (`qt_texts`).
* What comes by the hundred is in `qt_screen`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import floor

from PySide6.QtGui import QPainter

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.qt_atlas import HIGHEST_STRIP, Fragments, Place
from timeline_app.drawing.qt_images import LARGEST_PLATE, PlateOrder, StampOrder, TileOrder
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.qt_texts import TextImages
from timeline_app.drawing.surface import Anchor, Colour, Point, TextStyle
from timeline_app.layout.chart import Rect, TextRole


class WaitingSurface(QtSurface):
    """A surface on which much waits to be drawn together."""

    def __init__(self, painter: QPainter, fonts: Fonts, texts: TextImages) -> None:
        """The painter is as for any surface; the images are those of the window."""
        super().__init__(painter, fonts)
        self._texts = texts
        self._kept_texts = texts.kept(self._grid.scale)
        self._atlas = texts.atlas
        self._batch = Fragments(texts.atlas)
        self._is_gathering = False
        self._at_once = 0

    @property
    def _painter(self) -> QPainter:
        """The painter, which has drawn what waited."""
        self._at_once += 1
        if self._batch.waiting:
            self._batch.draw(self._bare, self._grid)
        return self._bare

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Within the block what can wait waits."""
        if self._is_gathering:
            yield
            return
        self._is_gathering = True
        try:
            yield
            self._batch.draw(self._bare, self._grid)
        finally:
            self._is_gathering = False

    def repeated(self, what: object, paint: Callable[[], None]) -> None:
        """Calls what paints it, or adds the fragments that it added last, where all were such."""
        if not self._is_gathering:
            paint()
            return
        asked, waiting = (what, self._grid), self._batch.waiting
        repeated = self._texts.repeated
        if repeated is not None and repeated[0] == asked:
            waiting.frombytes(repeated[1])
            return
        at_once, begin = self._at_once, len(waiting)
        paint()
        if self._at_once == at_once and len(waiting) > begin:
            self._texts.repeated = asked, waiting[begin:].tobytes()

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        """Within the block nothing is painted outside the rectangle."""
        with super().clip(rect):
            yield
            self._batch.draw(self._bare, self._grid)

    @contextmanager
    def shifted(self, x: float, y: float) -> Iterator[None]:
        """Within the block the origin lies this much further to the right and down."""
        with super().shifted(x, y):
            yield
            self._batch.draw(self._bare, self._grid)

    def text(self, place: Point, text: str, role: TextRole, style: TextStyle) -> None:
        """One line of plain text, its baseline and start on whole pixels."""
        if self._is_gathering and style.anchor is Anchor.LEFT and style.ground is None:
            printed = (text, role, style.colour, style.italic)
            pieces = self._kept_texts.get(printed) or self._texts.take(printed, self._fonts)
            if pieces is not None:
                grid, add = self._grid, self._batch.add
                left = floor(place[0] * grid.scale + grid.left + 0.5)
                base = floor(place[1] * grid.scale + grid.top + 0.5)
                for shift, piece in pieces:
                    add(left + shift, base, piece)
                return
        super().text(place, text, role, style)

    # -- what waits

    def _fill_pixels(self, x: int, y: int, wide: int, high: int, colour: Colour) -> None:
        if not (self._is_gathering and self._batch.fill(x, y, wide, high, colour)):
            super()._fill_pixels(x, y, wide, high, colour)

    def _draw_stamp(self, order: StampOrder, x: int, y: int) -> None:
        place = self._stamp(order) if self._is_gathering else None
        if place is None:
            super()._draw_stamp(order, x, y)
        else:
            self._batch.add(x, y, place)

    def _draw_plate(self, order: PlateOrder, x: int, y: int) -> None:
        place = self._plate(order) if self._is_gathering else None
        if place is None:
            super()._draw_plate(order, x, y)
        else:
            self._batch.add(x, y, place)

    def _draw_hatch(self, rect: Rect, tile: TileOrder, anchor: float) -> None:
        x, y, wide, high = self._pixels(rect)
        strip = None
        if self._is_gathering and 0 < high <= HIGHEST_STRIP:
            strip = self._atlas.strip(tile, high, self._images.tiles)
        if strip is None:
            super()._draw_hatch(rect, tile, anchor)
            return
        phase = round((rect.x - anchor) * self._grid.scale)
        self._batch.hatch((x, y), wide, phase, strip, tile.distance)

    def _plate(self, order: PlateOrder) -> Place | None:
        """A rounded rectangle in the atlas; None where it has no room there."""
        if order.width * order.height > LARGEST_PLATE:
            return None
        place = self._atlas.places.get(order)
        return self._atlas.take(order, self._images.plates[order]) if place is None else place

    def _stamp(self, order: StampOrder) -> Place | None:
        """A stamp in the atlas; None where it has no room there."""
        place = self._atlas.places.get(order)
        if place is not None:
            return place
        stamp = self._images.stamps[order]
        across, down = round(stamp.left * order.scale), round(stamp.top * order.scale)
        return self._atlas.take(order, stamp.image, across, down)
