"""What the tests of pictures share."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from timeline_app.drawing.fonts import Fonts


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> Fonts:
    """The bundled fonts, loaded once."""
    assert QGuiApplication.instance() is qapp
    return Fonts()
