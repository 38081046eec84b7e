"""The part of `export` that needs Qt: an application without a display, and the picture."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication

from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.image import ImageError, check_size
from timeline_app.pictures import case_png
from timeline_app.session.case_view import Axis, default_axis

PaintError = ImageError


def fault_of_size(size: tuple[int, int]) -> str | None:
    """Why no picture can have this size, in pixels; None where one can."""
    try:
        check_size(*size)
    except ImageError as error:
        return str(error)
    return None


def paint(chronology: Chronology, axis: str | None, size: tuple[int, int]) -> bytes:
    """The picture as a PNG file, along this axis or along the one that the window would choose.

    Raises:
        PaintError: the page has no room for the case, or there is not enough memory.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever display there may be is not asked
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        along = Axis(axis) if axis is not None else default_axis(chronology)
        return case_png(chronology, along, size, Fonts())
    finally:
        del application
