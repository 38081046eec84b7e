"""What comes by the hundred on the surface of a window: many things of a kind in one stroke.

Rules:
* They are worked out as columns of numbers, a row each, and wait as rows of fragments (`qt_atlas`).
* Where one of them has no image in the atlas, all are drawn one by one.
* Looks that are a tuple live as long as their theme, so that their places are asked for once.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from math import ceil
from typing import Final, cast

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from shiboken6 import wrapInstance

from timeline_app.drawing.qt_atlas import (
    HIGHEST_STRIP,
    PLATE,
    STRIP,
    Look,
    Pixels,
    Place,
)
from timeline_app.drawing.qt_images import PlateOrder, StampOrder, TileOrder
from timeline_app.drawing.qt_lines import LinesSurface
from timeline_app.drawing.qt_values import hatch_distance, scaled
from timeline_app.drawing.surface import (
    Brush,
    Colour,
    Looks,
    Pen,
    Places,
    PlateStyle,
    Sides,
    StampShape,
)

TALL: Final = 64
"""Device pixels from which on lines are filled at once: the atlas stretches a pixel row by row."""


class ScreenSurface(LinesSurface):
    """A surface on which many things wait to be drawn together."""

    def areas(self, sides: Sides, looks: Looks, brushes: Sequence[Brush]) -> None:
        """Many plain rectangles."""
        places = self._rows("area", brushes, self._plain_swatch) if len(sides) else None
        if places is None:
            super().areas(sides, looks, brushes)
        else:
            self._batch.fill_many(self._edges(sides), places[looks])

    def _plain_swatch(self, brush: Brush) -> Place | None:
        return None if brush.fade or brush.hatch else self._atlas.swatch(brush.colour)

    def hatches(
        self, sides: Sides, anchors: Places, looks: Looks, brushes: Sequence[Brush]
    ) -> None:
        """Many hatched rectangles, all equally high."""
        if not len(sides):
            return
        edges, grid = self._edges(sides), self._grid
        heights = edges[:, 3] - edges[:, 1]
        high, places = int(heights[0]), None
        if (heights == high).all() and high <= HIGHEST_STRIP:
            places = self._rows(high, brushes, partial(self._strip, height=high))
        longest = (edges[:, 2] - edges[:, 0]).max()
        distances = np.array([self._distance(brush) for brush in brushes])
        if places is None or longest + distances.max() > STRIP:
            super().hatches(sides, anchors, looks, brushes)
            return
        # A line goes through the lower left corner of a strip.
        phases = edges[:, 0] - np.floor(anchors * grid.scale + (grid.left + 0.5))
        self._batch.hatch_many(edges, phases % distances[looks], places[looks])

    def strokes(self, sides: Sides, looks: Looks, pens: Sequence[Pen]) -> None:
        """Many upright and level lines, on whole pixels."""
        places = self._rows("stroke", pens, self._pen_swatch) if len(sides) else None
        if places is None:
            super().strokes(sides, looks, pens)
            return
        grid = self._grid
        whole = np.array([grid.width(pen.width) for pen in pens])[looks]
        upright = sides[:, 0] == sides[:, 2]
        # The sides of a line lie half of its width beside its middle.
        half = np.empty_like(sides)
        half[:, 0] = half[:, 2] = np.where(upright, whole / 2, 0.0)
        half[:, 1] = half[:, 3] = whole / 2 - half[:, 0]
        edges = self._corners(sides - half)
        wide = np.rint(whole * grid.scale)
        edges[:, 2] += np.where(upright, wide, 0.0)
        edges[:, 3] += np.where(upright, 0.0, wide)
        if (edges[:, 3] - edges[:, 1]).min() >= TALL:
            self._fill_at_once(edges, looks, [pen.colour for pen in pens])
        else:
            self._batch.fill_many(edges, places[looks])

    def _fill_at_once(self, edges: Pixels, looks: Looks, colours: Sequence[Colour]) -> None:
        """Fill many rectangles of device pixels now, those of a colour in one call."""
        painter, grid = self._painter, self._grid
        if not grid.is_plain:
            painter.save()
            painter.scale(1.0 / grid.scale, 1.0 / grid.scale)
            painter.translate(-grid.left, -grid.top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        # Four integers each, of which a rectangle of Qt consists: its first and its last pixels.
        rects = edges.astype(np.int32)
        rects[:, 2:] -= 1
        for look, colour in enumerate(colours):
            some = array("i", rects[looks == look].tobytes())
            if some:
                painter.setBrush(self._values.brushes[Brush(colour)])
                begin = cast(QRect, wrapInstance(some.buffer_info()[0], QRect))
                painter.drawRects(begin, len(some) // 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not grid.is_plain:
            painter.restore()

    def _pen_swatch(self, pen: Pen) -> Place | None:
        return self._atlas.swatch(pen.colour)

    def plates(
        self, sides: Sides, looks: Looks, styles: Sequence[PlateStyle], radius: float
    ) -> None:
        """Many rectangles with borders, equally high, each as the two ends of a wide one."""
        if not len(sides):
            return
        edges, grid = self._edges(sides), self._grid
        wide, heights = edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]
        high = int(heights[0])
        curve = min(radius * grid.scale, high / 2)
        borders = [0.0 if pen is None else grid.width(pen.width) * grid.scale for pen, _ in styles]
        end = ceil(max(curve, *borders))
        if (wide == high).all() and (heights == high).all():
            # Squares are few images, whatever the zoom.
            table = self._rows(
                (high, curve, high), styles, partial(self._plate_of, high, high, curve)
            )
            if table is not None:
                self._batch.add_many(edges[:, 0], edges[:, 1], table[looks])
                return
        is_usual = (heights == high) & (wide >= 2 * end) & (wide <= PLATE - end)
        if not is_usual.all():
            others = ~is_usual
            super().plates(sides[others], looks[others], styles, radius)
            sides, edges = sides[is_usual], edges[is_usual]
            looks, wide = looks[is_usual], wide[is_usual]
        table = self._rows((high, curve), styles, partial(self._plate_of, PLATE, high, curve))
        if table is None:
            super().plates(sides, looks, styles, radius)
            return
        begins, ends = table[looks], table[looks]
        begins[:, 4] = wide - end
        begins[:, 0] = begins[:, 4] / 2
        ends[:, 2] += PLATE - end
        ends[:, 4] = end
        ends[:, 0] = end / 2
        self._batch.add_many(edges[:, 0], edges[:, 1], begins)
        self._batch.add_many(edges[:, 2] - end, edges[:, 1], ends)

    def _plate_of(self, width: int, height: int, radius: float, style: PlateStyle) -> Place | None:
        """A plate of so many device pixels."""
        scale, (pen, brush) = self._grid.scale, style
        border = None if pen is None else scaled(pen, self._grid.width(pen.width), scale)
        return self._plate(PlateOrder(width, height, radius, border, brush, scale))

    def stamps(self, places: Places, looks: Looks, shapes: Sequence[StampShape]) -> None:
        """Many stamps."""
        table = self._rows("stamp", shapes, self._shape) if len(places) else None
        if table is None:
            super().stamps(places, looks, shapes)
        else:
            spots = self._pixels_at(places)
            self._batch.add_many(spots[:, 0], spots[:, 1], table[looks])

    def _shape(self, shape: StampShape) -> Place | None:
        return self._stamp(StampOrder(*shape, self._grid.scale))

    def _rows(
        self, size: Hashable, looks: Sequence[Look], place: Callable[[Look], Place | None]
    ) -> Pixels | None:
        """The rows of the atlas for some looks; None where one is missing or nothing may wait."""
        if not self._is_gathering:
            return None
        return self._atlas.rows_for(looks, size, place)

    def _corners(self, sides: Sides) -> Pixels:
        """The nearest corners of device pixels to both corners of rectangles."""
        grid = self._grid
        return np.floor(sides * grid.scale + 2 * (grid.left + 0.5, grid.top + 0.5))

    def _edges(self, sides: Sides) -> Pixels:
        """The sides of rectangles in device pixels; what has a width keeps one."""
        edges = self._corners(sides)
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
