"""Imports are Python's own while the window is made, and PySide's again afterwards."""

from __future__ import annotations

import builtins
import subprocess
import sys

from timeline_app.importing import qt_without_its_import

IMPORTED = """
import builtins, sys
from timeline_app.importing import qt_without_its_import
before = builtins.__import__
with qt_without_its_import():
    print("PySide6.QtCore" in sys.modules, builtins.__import__ is before)
    from PySide6.QtCore import QObject, Signal
    class Told(QObject):
        said = Signal(str)
    told, heard = Told(), []
    told.said.connect(heard.append)
    told.said.emit("a word")
    print(*heard)
print(builtins.__import__ is before)
from PySide6.QtWidgets import QLabel
print(QLabel.__name__)
"""


def test_qt_is_there_and_the_import_python_s_own_until_the_block_ends() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["True True", "a word", "False", "QLabel"]
    assert done.stderr == ""


def test_where_qt_was_imported_before_nothing_changes() -> None:
    import PySide6.QtCore  # noqa: F401

    before = builtins.__import__
    with qt_without_its_import():
        assert builtins.__import__ is before
    assert builtins.__import__ is before
