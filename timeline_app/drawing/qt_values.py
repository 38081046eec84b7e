"""Pens, brushes and paths of the painters' protocol as Qt's, each made once and kept.

Rules:
* Qt's values share their insides without locks, so that each thread keeps its own.
* What is kept is bounded: a store that is full is emptied and fills again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen

from timeline_app.drawing.surface import Brush, Colour, Fade, Hatch, Path, Pen, Verb, with_alpha

if TYPE_CHECKING:
    from PySide6.QtGui import QLinearGradient

Key = TypeVar("Key")
Made = TypeVar("Made")

_KEPT: Final = 1_024


class Stock(dict[Key, Made]):
    """Values by what they are made from, made when first asked for."""

    def __init__(self, make: Callable[[Key], Made], most: int = _KEPT) -> None:
        """`make` makes a value; at most `most` are kept."""
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: Key) -> Made:
        if len(self) >= self._most:
            self.clear()
        made = self[key] = self._make(key)
        return made


def qt_colour(colour: Colour) -> QColor:
    """A colour as Qt's."""
    return QColor.fromRgba(colour)


def qt_gradient(colour: Colour, fade: Fade) -> QLinearGradient:
    """A colour that is clear at one x and full at another."""
    # Here, not above: with it come the names of some 170 gradients that nobody draws.
    from PySide6.QtGui import QLinearGradient  # noqa: PLC0415

    gradient = QLinearGradient(QPointF(fade.clear, 0.0), QPointF(fade.full, 0.0))
    gradient.setColorAt(0.0, qt_colour(with_alpha(colour, 0.0)))
    gradient.setColorAt(1.0, qt_colour(colour))
    return gradient


def qt_pen(pen: Pen) -> QPen:
    """A pen as Qt's, whose dashes count in widths of the line."""
    made = QPen(qt_brush(Brush(pen.colour, fade=pen.fade)), pen.width)
    if pen.dashes:
        made.setDashPattern([length / pen.width for length in pen.dashes])
    if pen.round_ends:
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    else:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return made


def qt_brush(brush: Brush) -> QBrush:
    """A brush without its hatch as Qt's."""
    if brush.fade is None:
        return QBrush(qt_colour(brush.colour))
    return QBrush(qt_gradient(brush.colour, brush.fade))


def qt_path(path: Path) -> QPainterPath:
    """A path as Qt's."""
    made = QPainterPath()
    for verb, points in path.steps:
        if verb is Verb.MOVE:
            made.moveTo(*points[0])
        elif verb is Verb.LINE:
            made.lineTo(*points[0])
        elif verb is Verb.CURVE:
            (ax, ay), (bx, by), (x, y) = points
            made.cubicTo(ax, ay, bx, by, x, y)
        else:
            made.closeSubpath()
    return made


def hatch_distance(hatch: Hatch, scale: float) -> int:
    """Device pixels from a line of a hatch to the next."""
    return max(2, round(hatch.distance * scale))


@lru_cache(maxsize=256)
def scaled(pen: Pen, width: float, scale: float) -> Pen:
    """The pen with another width, and all its lengths in device pixels."""
    dashes = tuple(length * scale for length in pen.dashes) if pen.dashes else ()
    return Pen(pen.colour, width * scale, dashes, pen.round_ends)


class QtValues(threading.local):
    """The values that one thread keeps."""

    def __init__(self) -> None:
        """Starts empty."""
        self.colours: Stock[Colour, QColor] = Stock(qt_colour)
        self.pens: Stock[Pen, QPen] = Stock(qt_pen)
        self.brushes: Stock[Brush, QBrush] = Stock(qt_brush)


VALUES: Final = QtValues()
