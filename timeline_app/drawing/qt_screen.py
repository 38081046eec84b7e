"""The surface of a window that paints a chart in every frame: what can wait is drawn together.

Rules:
* Within `gathered` texts, stamps, rounded rectangles, hatches and plain areas are written down as
  fragments of an atlas. They are drawn when something else is, so that the order stays.
* Many things of a kind are worked out as columns of numbers, a row each.
* A text that is painted often is an image, which may be a few shades off (`qt_texts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import floor
from typing import Final

import numpy as np
from PySide6.QtGui import QPainter

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.qt_atlas import HIGHEST_STRIP, STRIP, Fragments, Pixels, Place
from timeline_app.drawing.qt_images import LARGEST_PLATE, PlateOrder, StampOrder, TileOrder
from timeline_app.drawing.qt_surface import QtSurface, hatch_distance, scaled
from timeline_app.drawing.qt_texts import TextImages, whole_and_part
from timeline_app.drawing.surface import (
    Anchor,
    Brush,
    Colour,
    Looks,
    Pen,
    Places,
    PlateStyle,
    Point,
    Sides,
    StampShape,
    TextStyle,
)
from timeline_app.layout.chart import Rect, TextRole
from timeline_app.layout.cutting import Cuts, shown_text

_NOWHERE: Final = Place(0, 0, 0, 0)


class ScreenSurface(QtSurface):
    """A surface on which much waits to be drawn together."""

    def __init__(self, painter: QPainter, fonts: Fonts, texts: TextImages) -> None:
        """The painter is as for any surface; the images are those of the window."""
        super().__init__(painter, fonts)
        self._texts = texts
        self._kept_texts = texts.kept(self._grid.scale)
        self._atlas = texts.atlas
        self._batch = Fragments(texts.atlas)
        self._is_gathering = False

    @property
    def _painter(self) -> QPainter:
        """The painter, which has drawn what waited."""
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

    # -- many things at once

    def areas(self, sides: Sides, looks: Looks, brushes: Sequence[Brush]) -> None:
        """Many plain rectangles."""
        swatches = [
            None if brush.fade or brush.hatch else self._atlas.swatch(brush.colour)
            for brush in brushes
        ]
        places = self._table(swatches) if len(sides) else None
        if places is None:
            super().areas(sides, looks, brushes)
        else:
            self._batch.fill_many(self._edges(sides), places[looks])

    def hatches(
        self, sides: Sides, anchors: Places, looks: Looks, brushes: Sequence[Brush]
    ) -> None:
        """Many hatched rectangles, all equally high."""
        edges = self._edges(sides)
        heights = edges[:, 3] - edges[:, 1]
        places = None
        if len(sides) and heights.min() == heights.max() <= HIGHEST_STRIP:
            places = self._table([self._strip(brush, int(heights[0])) for brush in brushes])
        grid = self._grid
        longest = (edges[:, 2] - edges[:, 0]).max(initial=0.0)
        distances = np.array([self._distance(brush) for brush in brushes])[looks]
        if places is None or longest + distances.max(initial=0.0) > STRIP:
            super().hatches(sides, anchors, looks, brushes)
            return
        # A line goes through the lower left corner of a strip.
        phases = edges[:, 0] - np.floor(anchors * grid.scale + (grid.left + 0.5))
        self._batch.hatch_many(edges, phases % distances, places[looks])

    def strokes(self, sides: Sides, looks: Looks, pens: Sequence[Pen]) -> None:
        """Many upright and level lines, on whole pixels."""
        places = self._table([self._atlas.swatch(pen.colour) for pen in pens])
        if places is None or not len(sides):
            super().strokes(sides, looks, pens)
            return
        grid = self._grid
        whole = np.array([grid.width(pen.width) for pen in pens])[looks][:, None]
        upright = sides[:, 0] == sides[:, 2]
        # Upright, level: by how much each side is moved so that a line's middle is where it was.
        across = np.where(upright, 1.0, 0.0)[:, None] * np.array((1.0, 0.0))
        along = np.where(upright, 0.0, 1.0)[:, None] * np.array((0.0, 1.0))
        shifts = (across + along) * whole
        corners = self._pixels_at(sides[:, :2] - shifts / 2)
        ends = np.where(shifts > 0, corners + shifts * grid.scale, self._pixels_at(sides[:, 2:]))
        self._batch.fill_many(np.concatenate((corners, ends), axis=1), places[looks])

    def plates(
        self, sides: Sides, looks: Looks, styles: Sequence[PlateStyle], radius: float
    ) -> None:
        """Many rectangles with borders."""
        places = self._plates(sides, looks, styles, radius) if self._is_gathering else None
        if places is None:
            super().plates(sides, looks, styles, radius)
        else:
            edges = self._edges(sides)
            self._batch.add_many(edges[:, 0], edges[:, 1], places)

    def _plates(
        self, sides: Sides, looks: Looks, styles: Sequence[PlateStyle], radius: float
    ) -> Pixels | None:
        """The image of each rectangle; None where one has no image."""
        edges, scale = self._edges(sides), self._grid.scale
        sizes = (edges[:, 2:] - edges[:, :2]).astype(np.int64)
        keys = (sizes[:, 0] << 32) | (sizes[:, 1] << 16) | looks
        found: list[Place | None] = []
        kinds, places = np.unique(keys, return_inverse=True)
        for key in kinds.tolist():
            wide, high, look = key >> 32, key >> 16 & 0xFFFF, key & 0xFFFF
            pen, brush = styles[look]
            border = None if pen is None else scaled(pen, self._grid.width(pen.width), scale)
            small = min(radius * scale, wide / 2, high / 2)
            found.append(self._plate(PlateOrder(wide, high, small, border, brush, scale)))
        table = self._table(found)
        return None if table is None else table[places]

    def stamps(self, places: Places, looks: Looks, shapes: Sequence[StampShape]) -> None:
        """Many stamps."""
        scale = self._grid.scale
        stamps = [self._stamp(StampOrder(*shape, scale)) for shape in shapes]
        table = self._table(stamps)
        if table is None or not len(places):
            super().stamps(places, looks, shapes)
        else:
            spots = self._pixels_at(places)
            self._batch.add_many(spots[:, 0], spots[:, 1], table[looks])

    def texts(
        self,
        places: Places,
        texts: Sequence[str],
        role: TextRole,
        style: TextStyle,
        cuts: Cuts | None = None,
    ) -> None:
        """Many texts. Where they may be cut, all of each is an image, of which a part is placed."""
        ellipses = None
        if cuts is not None and self._is_gathering and style == TextStyle(style.colour):
            found = self._texts.ellipses(role, style.colour, self._fonts)
            has_room = self._texts.lines(texts, role, style.colour, self._fonts)
            ellipses = self._table(found) if found is not None and has_room else None
        if cuts is None or ellipses is None:
            super().texts(places, texts, role, style, cuts)
            return
        pieces = [self._kept_texts.get((text, role, style.colour, False)) for text in texts]
        images = np.array([_NOWHERE if one is None else one[0][1] for one in pieces], dtype=float)
        spots = self._pixels_at(places)
        whole, parts = whole_and_part(cuts.widths * self._grid.scale)
        cut = cuts.kept > 0
        room = np.floor(cuts.widths * self._grid.scale + 0.5) - images[:, 4]
        images[cut, 0] = np.minimum(images[cut, 0], room[cut])
        drawn = np.array([one is not None for one in pieces])
        shown, cut = drawn & (cuts.kept != 0), drawn & cut
        self._batch.add_many(spots[shown, 0], spots[shown, 1], images[shown])
        self._batch.add_many(spots[cut, 0] + whole[cut], spots[cut, 1], ellipses[parts[cut]])
        for number in np.flatnonzero(~drawn & (cuts.kept != 0)).tolist():
            # What Qt must shape has no image.
            x, baseline = places[number].tolist()
            text = shown_text(texts[number], int(cuts.kept[number]))
            super().text((x, baseline), text, role, style)

    def _table(self, places: Sequence[Place | None]) -> Pixels | None:
        """Places in the atlas, a row each; None where one is missing or nothing may wait."""
        if not self._is_gathering or None in places:
            return None
        return np.array(places, dtype=np.float64).reshape(-1, len(Place._fields))

    def _pixels_at(self, places: Places) -> Pixels:
        """The nearest corners of device pixels."""
        grid = self._grid
        return np.floor(places * grid.scale + (grid.left + 0.5, grid.top + 0.5))

    def _edges(self, sides: Sides) -> Pixels:
        """The sides of rectangles in device pixels; what has a width keeps one."""
        edges = np.concatenate(
            (self._pixels_at(sides[:, :2]), self._pixels_at(sides[:, 2:])), axis=1
        )
        edges[:, 2:] = np.maximum(edges[:, 2:], edges[:, :2] + 1.0)
        return edges

    def _strip(self, brush: Brush, height: int) -> Place | None:
        """A strip of the hatch of a brush, in device pixels so high."""
        hatch, scale = brush.hatch, self._grid.scale
        if hatch is None or brush.fade is not None:
            return None
        tile = TileOrder(
            brush.colour, hatch.ground, self._distance(brush), hatch.width * scale, scale
        )
        return self._atlas.strip(tile, height, self._images.tiles)

    def _distance(self, brush: Brush) -> int:
        """Device pixels from a line of a hatch to the next."""
        return hatch_distance(brush.hatch, self._grid.scale) if brush.hatch else 1

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
