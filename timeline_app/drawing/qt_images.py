"""Small pictures of shapes that come again and again, each painted once for a scale.

Rules:
* Placing an image costs a tenth of painting a rounded rectangle, and a fifth of painting a glyph's
  shape with its outline. So shapes round an origin are stamps, rounded rectangles are plates, and
  hatches are tiles.
* A pixel of an image is a pixel of the device; whoever places it puts it on whole pixels.
* Images are kept for each thread apart, and not without end.
"""

from __future__ import annotations

import threading
from math import ceil, floor
from typing import Final, NamedTuple

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QTransform

from timeline_app.drawing.qt_values import (
    Stock,
    qt_brush,
    qt_colour,
    qt_gradient,
    qt_path,
    qt_pen,
)
from timeline_app.drawing.surface import OPAQUE, Brush, Colour, Fade, Path, Pen

IMAGE_FORMAT: Final = QImage.Format.Format_ARGB32_Premultiplied
LARGEST_PLATE: Final = 60_000
"""Device pixels of a rounded rectangle; a larger one is painted, not kept."""

_KEPT: Final = 256


class StampOrder(NamedTuple):
    """A shape to paint as an image: round its origin, for one scale."""

    path: Path
    pen: Pen | None
    brush: Brush | None
    scale: float


class PlateOrder(NamedTuple):
    """A rounded rectangle to paint as an image, its border inside; width, height, radius and the
    width of its pen in device pixels."""

    width: int
    height: int
    radius: float
    pen: Pen | None
    brush: Brush | None
    scale: float


class TileOrder(NamedTuple):
    """A hatch to paint as a tile; distance and width of its lines in device pixels."""

    colour: Colour
    ground: Colour
    distance: int
    width: float
    scale: float


class FadedHatchOrder(NamedTuple):
    """A hatch that fades: the tile, width and height, the x of an anchor and the x where it is
    clear and where full, all in device pixels from the left edge."""

    tile: TileOrder
    width: int
    height: int
    anchor: int
    clear: int
    full: int


class Stamp(Struct, frozen=True, gc=False):
    """An image, and where its top left corner lies from the shape's origin, in chart pixels."""

    image: QImage
    left: float
    top: float


def make_stamp(order: StampOrder) -> Stamp:
    """Paints a shape as an image."""
    path = qt_path(order.path)
    beyond = order.pen.width if order.pen is not None else 0.0
    bounds = path.boundingRect().adjusted(-beyond, -beyond, beyond, beyond)
    left, top = floor(bounds.left() * order.scale), floor(bounds.top() * order.scale)
    right, bottom = ceil(bounds.right() * order.scale), ceil(bounds.bottom() * order.scale)
    image = _clear_image(right - left, bottom - top)
    painter = _painter(image, order.pen, order.brush)
    painter.translate(-left, -top)
    painter.scale(order.scale, order.scale)
    painter.drawPath(path)
    painter.end()
    image.setDevicePixelRatio(order.scale)
    return Stamp(image, left / order.scale, top / order.scale)


def make_plate(order: PlateOrder) -> QImage:
    """Paints a rounded rectangle as an image."""
    image = _clear_image(order.width, order.height)
    painter = _painter(image, order.pen, order.brush)
    inset = order.pen.width / 2 if order.pen is not None else 0.0
    area = QRectF(inset, inset, order.width - 2 * inset, order.height - 2 * inset)
    radius = max(0.0, order.radius - inset)
    if order.radius > 0:
        painter.drawRoundedRect(area, radius, radius)
    else:
        # Qt leaves the corners of a border a little clear.
        edge = painter.brush() if order.pen is None else painter.pen().brush()
        painter.fillRect(image.rect(), edge)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(area.adjusted(inset, inset, -inset, -inset), painter.brush())
    painter.end()
    image.setDevicePixelRatio(order.scale)
    return image


def make_tile_brush(order: TileOrder) -> QBrush:
    """A brush of hatching for chart pixels; a line goes through the brush's origin."""
    brush = QBrush(make_tile(order))
    brush.setTransform(QTransform.fromScale(1 / order.scale, 1 / order.scale))
    return brush


def make_faded_hatch(order: FadedHatchOrder) -> QImage:
    """Paints a hatch that fades."""
    image = _clear_image(order.width, order.height)
    area = QRectF(0.0, 0.0, order.width, order.height)
    painter = QPainter(image)
    painter.setBrushOrigin(QPointF(order.anchor, order.height))
    painter.fillRect(area, QBrush(make_tile(order.tile)))
    painter.setBrushOrigin(QPointF(0.0, 0.0))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    fade = Fade(float(order.clear), float(order.full))
    painter.fillRect(area, QBrush(qt_gradient(OPAQUE, fade)))
    painter.end()
    image.setDevicePixelRatio(order.tile.scale)
    return image


def make_tile(order: TileOrder) -> QImage:
    """One period of a hatch, a line through its lower left corner."""
    size = order.distance
    image = _clear_image(size, size)
    image.fill(qt_colour(order.ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(qt_colour(order.colour), order.width))
    for start in (-size, 0, size):
        # Longer than the tile, so that no line ends within it.
        painter.drawLine(QPointF(start - size, 2 * size), QPointF(start + 2 * size, -size))
    painter.end()
    return image


def _painter(image: QImage, pen: Pen | None, brush: Brush | None) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(Qt.PenStyle.NoPen) if pen is None else qt_pen(pen))
    painter.setBrush(QBrush() if brush is None else qt_brush(brush))
    return painter


def _clear_image(width: int, height: int) -> QImage:
    image = QImage(max(1, width), max(1, height), IMAGE_FORMAT)
    image.fill(0)
    return image


class QtImages(threading.local):
    """The images that one thread keeps."""

    def __init__(self) -> None:
        """Starts empty."""
        self.stamps: Stock[StampOrder, Stamp] = Stock(make_stamp, _KEPT)
        self.plates: Stock[PlateOrder, QImage] = Stock(make_plate, _KEPT)
        self.tiles: Stock[TileOrder, QImage] = Stock(make_tile, _KEPT)
        self.tile_brushes: Stock[TileOrder, QBrush] = Stock(make_tile_brush, _KEPT)
        self.faded_hatches: Stock[FadedHatchOrder, QImage] = Stock(make_faded_hatch, _KEPT)


IMAGES: Final = QtImages()
