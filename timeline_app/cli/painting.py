"""The part of `export` that needs Qt: an application without a display, and the picture."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication

from timeline_app.case.chronology import Chronology
from timeline_app.cli import streams
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.image import ImageError
from timeline_app.session.case_view import Axis, default_axis
from timeline_app.pictures import case_png


def paint(chronology: Chronology, axis: Axis | None, size: tuple[int, int]) -> bytes | None:
    """The picture as a PNG file, or None, said on standard error, where it can't be made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever display there may be is not asked
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    try:
        return case_png(chronology, axis or default_axis(chronology), size, Fonts())
    except ImageError as error:
        streams.tell(f"timeline-app: {error}")
        return None
    finally:
        del application
