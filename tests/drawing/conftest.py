"""What the tests of the drawing share."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from timeline_app.drawing.fonts import Fonts


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> Fonts:
    """The bundled fonts, loaded once."""
    return Fonts()
