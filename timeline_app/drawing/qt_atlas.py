"""Many small images in one pixmap, and a list of what to draw of them in one call.

Rules:
* A call of Qt from Python costs about a microsecond, whatever it draws; a fragment of a pixmap
  costs a seventh of it. So what a window draws by the hundred lies in one pixmap: texts, glyphs,
  rounded rectangles, a pixel of each colour for what is filled, a strip of each hatch.
* A pixel of the pixmap is a pixel of the device. Images stand in rows, a pixel apart.
* An atlas that is full takes nothing more, and is emptied before the next picture begins: what is
  drawn of it never changes under a painter.
* Fragments are drawn in the order in which they were added.
* Pixmaps belong to the thread of the windows.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap
from shiboken6 import wrapInstance

from timeline_app.drawing.pixels import PixelGrid
from timeline_app.drawing.qt_images import IMAGE_FORMAT, TileOrder
from timeline_app.drawing.qt_values import qt_colour
from timeline_app.drawing.surface import Colour

SIDE: Final = 2_048
"""Pixels of a whole atlas each way: sixteen megabytes."""
FIRST_SIDE: Final = 512
"""Pixels of the atlas each way until that is too little: most cases need no more, and the first
frame does not wait for sixteen megabytes to be cleared."""
STRIP: Final = 512
"""Pixels of a strip of hatching; a longer bar is several."""
PLATE: Final = 512
"""Pixels of the wide rectangle whose two ends are placed for narrower ones."""
LARGEST_FILL: Final = 4_000
"""Pixels of the largest area that is filled from the atlas; Qt fills a larger one faster."""
HIGHEST_STRIP: Final = 64
"""Pixels of the highest hatch that is kept as a strip."""
_FIRST_ROWS: Final = 1_024
_FIELDS: Final = 10  # of Qt's fragments, each a double
Pixels: TypeAlias = NDArray[np.float64]
Look = TypeVar("Look")


class Place(NamedTuple):
    """An image in the atlas, in device pixels: its size, the left and top edge there, and by how
    much it is moved from where it is placed; and its number, which is that of its row in the
    atlas's `table`."""

    width: int
    height: int
    left: int
    top: int
    across: int = 0
    down: int = 0
    number: int = -1


class Line(NamedTuple):
    """A line of a picture that holds many, from its left edge: its size, its top edge there, and by
    how much it is moved from where it is placed, all in device pixels."""

    width: int
    height: int
    top: int
    across: int
    down: int


class Atlas:
    """The images that one window draws by the hundred. The `table` has a row for each place: the
    fragment that shows it at the origin."""

    def __init__(self) -> None:
        """Starts empty."""
        self.places: dict[Hashable, Place] = {}
        self.table: Pixels = np.zeros((_FIRST_ROWS, _FIELDS))
        self._tables: dict[tuple[Hashable, ...], tuple[object, Pixels]] = {}
        self.is_full = False
        self.pixmap: QPixmap | None = None
        self._side = FIRST_SIDE
        self._right = self._top = self._row = 0

    def clear(self) -> None:
        """Give up all images; where these were too many, there is more room for the next ones."""
        if self.is_full and self._side < SIDE:
            self._side *= 2
            self.pixmap = None
        self.places.clear()
        self._tables.clear()
        self.is_full = False
        self._right = self._top = self._row = 0

    def rows_for(
        self, looks: Sequence[Look], size: Hashable, place: Callable[[Look], Place | None]
    ) -> Pixels | None:
        """The rows of the table for some looks at a size, which are asked for once: looks that are
        the same object are taken for the same. None where one has no place."""
        key = id(looks), size
        kept = self._tables.get(key)
        if kept is not None and kept[0] is looks:
            return kept[1]
        places = [place(look) for look in looks]
        if None in places:
            return None
        rows = self.table[[one.number for one in places if one is not None]]
        if isinstance(looks, tuple):
            self._tables[key] = looks, rows
        return rows

    def take(self, key: Hashable, image: QImage, across: int = 0, down: int = 0) -> Place | None:
        """Keep an image under a key. None where it has no room: then the atlas is full."""
        width, height = image.width(), image.height()
        corner = self._room_for(width, height)
        if corner is None:
            return None
        plain = QImage(image)
        plain.setDevicePixelRatio(1.0)
        painter = self._source_painter()
        painter.drawImage(*corner, plain)
        painter.end()
        return self._placed(key, Place(width, height, *corner, across, down))

    def _placed(self, key: Hashable, place: Place) -> Place:
        """Remember a place under a key, with its number."""
        number = len(self.places)
        if number == len(self.table):
            self.table = np.concatenate((self.table, np.zeros_like(self.table)))
        wide, high, left, top, across, down, _ = place
        row = across + wide / 2, down + high / 2, left, top, wide, high, 1.0, 1.0, 0.0, 1.0
        self.table[number] = row
        numbered = self.places[key] = place._replace(number=number)
        return numbered

    def _room_for(self, width: int, height: int) -> tuple[int, int] | None:
        """The left and top edge of the next room of this size, which is taken; None where there is
        none."""
        if self._right + width > self._side:
            self._right, self._top, self._row = 0, self._top + self._row + 1, 0
        if self._top + height > self._side or width > self._side:
            self.is_full = True
            return None
        corner = self._right, self._top
        self._right += width + 1
        self._row = max(self._row, height)
        return corner

    def _source_painter(self) -> QPainter:
        """Puts images into the pixmap as they are."""
        if self.pixmap is None:
            self.pixmap = QPixmap(self._side, self._side)
            self.pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self.pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        return painter

    def take_lines(
        self, keys: Sequence[Hashable], picture: QImage, lines: Sequence[Line]
    ) -> list[Place] | None:
        """Keep lines of one picture, each under a key. None where not all have room."""
        places = []
        for key, line in zip(keys, lines, strict=True):
            corner = self._room_for(line.width, line.height)
            if corner is None:
                return None
            place = Place(line.width, line.height, *corner, line.across, line.down)
            places.append(self._placed(key, place))
        painter = self._source_painter()
        for place, line in zip(places, lines, strict=True):
            painter.drawImage(place.left, place.top, picture, 0, line.top, line.width, line.height)
        painter.end()
        return places

    def swatch(self, colour: Colour) -> Place | None:
        """A pixel of a colour."""
        place = self.places.get(colour)
        if place is None:
            image = QImage(1, 1, IMAGE_FORMAT)
            image.fill(qt_colour(colour))
            place = self.take(colour, image)
        return place

    def strip(
        self, tile: TileOrder, height: int, tiles: Mapping[TileOrder, QImage]
    ) -> Place | None:
        """A strip of hatching: a line goes through its lower left corner."""
        key = (tile, height)
        place = self.places.get(key)
        if place is None:
            strip = QImage(STRIP, height, IMAGE_FORMAT)
            strip.fill(0)
            painter = QPainter(strip)
            painter.setBrushOrigin(0, height)
            painter.fillRect(0, 0, STRIP, height, QBrush(tiles[tile]))
            painter.end()
            place = self.take(key, strip)
        return place


class Fragments:
    """What is to be drawn of an atlas, on whole device pixels, in order."""

    def __init__(self, atlas: Atlas) -> None:
        """Starts empty."""
        self.atlas = atlas
        self.waiting = array("d")

    def add(self, x: float, y: float, place: Place) -> None:
        """An image with its upper left corner at a device pixel, moved as its place says."""
        wide, high, left, top, across, down, _ = place
        self.waiting.extend(
            (x + across + wide / 2, y + down + high / 2, left, top, wide, high, 1.0, 1.0, 0.0, 1.0)
        )

    def fill(self, x: float, y: float, wide: float, high: float, colour: Colour) -> bool:
        """A filled rectangle of device pixels; whether it is not too large to wait."""
        if wide * high > LARGEST_FILL:
            return False
        place = self.atlas.places.get(colour) or self.atlas.swatch(colour)
        if place is None:
            return False
        self.waiting.extend(
            (x + wide / 2, y + high / 2, place.left, place.top, 1.0, 1.0, wide, high, 0.0, 1.0)
        )
        return True

    def hatch(
        self, corner: tuple[float, float], wide: int, phase: int, strip: Place, period: int
    ) -> None:
        """A hatched rectangle of device pixels; `phase` is how far its left edge lies right of a
        line that goes through its lower edge."""
        x, y = corner
        whole = (STRIP - period) // period * period
        for begin in range(0, wide, whole):
            part = min(whole, wide - begin)
            self.waiting.extend(
                (
                    *(x + begin + part / 2, y + strip.height / 2),
                    *(strip.left + phase % period, strip.top, part, strip.height),
                    *(1.0, 1.0, 0.0, 1.0),
                )
            )

    def add_many(self, xs: Pixels, ys: Pixels, rows: Pixels) -> None:
        """Many images at device pixels: rows of the atlas's table, which are changed."""
        rows[:, 0] += xs
        rows[:, 1] += ys
        self.waiting.frombytes(rows.tobytes())

    def fill_many(self, edges: Pixels, rows: Pixels) -> None:
        """Many filled rectangles of device pixels: left, top, right, bottom of each, and for each
        the row of a pixel of its colour, which is changed."""
        rows[:, 0:2] = (edges[:, 0:2] + edges[:, 2:4]) / 2
        rows[:, 6:8] = edges[:, 2:4] - edges[:, 0:2]
        self.waiting.frombytes(rows.tobytes())

    def hatch_many(self, edges: Pixels, phases: Pixels, rows: Pixels) -> None:
        """Many hatched rectangles, none wider than a strip has room for beyond its phase; the rows
        of their strips are changed."""
        rows[:, 0:2] = (edges[:, 0:2] + edges[:, 2:4]) / 2
        rows[:, 2] += phases
        rows[:, 4:6] = edges[:, 2:4] - edges[:, 0:2]
        self.waiting.frombytes(rows.tobytes())

    def draw(self, painter: QPainter, grid: PixelGrid) -> None:
        """Draw what waits, with a painter whose pixels lie as the grid says."""
        count, pixmap = len(self.waiting) // _FIELDS, self.atlas.pixmap
        if not count or pixmap is None:
            return
        # Ten doubles each, which is what a fragment of Qt consists of; alive until it is drawn.
        begin = cast(
            QPainter.PixmapFragment,
            wrapInstance(self.waiting.buffer_info()[0], QPainter.PixmapFragment),
        )
        if grid.is_plain:
            painter.drawPixmapFragments(begin, count, pixmap)
        else:
            painter.save()
            painter.scale(1.0 / grid.scale, 1.0 / grid.scale)
            painter.translate(-grid.left, -grid.top)
            painter.drawPixmapFragments(begin, count, pixmap)
            painter.restore()
        self.waiting = array("d")
