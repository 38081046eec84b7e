"""What lies on the clipboard, and that the program ends well with it there."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from timeline_app.window.exporting import clipboard

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage
from timeline_app.window.exporting import clipboard
application = QGuiApplication(sys.argv[:1])
if sys.argv[1] == "image":
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    clipboard.copy_image(image)
else:
    clipboard.copy_as(clipboard.SVG_TYPE, b"<svg/>", "<svg/>")
QTimer.singleShot(50, application.quit)
sys.exit(application.exec())
"""


@pytest.fixture(autouse=True)
def _clean(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()


def test_an_image() -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    clipboard.copy_image(image)
    assert QGuiApplication.clipboard().image().pixel(3, 3) == 0xFF336699


def test_a_format_with_a_text_beside_it() -> None:
    clipboard.copy_as(clipboard.SVG_TYPE, "<svg>法</svg>".encode(), "<svg>法</svg>")
    lying = QGuiApplication.clipboard().mimeData()
    assert set(lying.formats()) == {"image/svg+xml", "text/plain"}
    assert bytes(lying.data("image/svg+xml").data()).decode() == lying.text() == "<svg>法</svg>"


def test_plain_text() -> None:
    clipboard.copy_text("one\ttwo")
    assert QGuiApplication.clipboard().text() == "one\ttwo"


@pytest.mark.parametrize("kind", ["image", "svg"])
def test_the_program_ends_well_with_it_on_the_clipboard(kind: str) -> None:
    """As a process of its own: what crashes does so after Python has ended."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, kind], env=environment, check=False, timeout=60
    )
    assert ended.returncode == 0
