"""All classes of Qt are there before pyqtgraph is loaded off the GUI thread."""

from __future__ import annotations

import subprocess
import sys

from pytestqt.qtbot import QtBot

from timeline_app.window.qt_classes import QtClasses

PROGRAM = """
from PySide6 import QtCore, QtGui, QtWidgets
from timeline_app.window.qt_classes import QtClasses
application = QtCore.QCoreApplication([])
assert "QCalendarWidget" not in vars(QtWidgets)
classes = QtClasses()
turns = 0
while not classes.are_made:
    classes.make()
    application.processEvents()
    turns += 1
assert turns > 1
for module in (QtCore, QtGui, QtWidgets):
    assert set(dir(module)) <= set(vars(module)), set(dir(module)) - set(vars(module))
"""


def test_they_are_made_a_few_at_a_time() -> None:
    """In a program of its own: here they may be there already."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_what_is_made_is_not_made_again(qtbot: QtBot) -> None:
    classes = QtClasses()
    assert not classes.are_made
    classes.make()
    qtbot.waitUntil(lambda: classes.are_made)
    classes.make()
    assert not classes._timer.isActive()
