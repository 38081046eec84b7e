"""Qt's libraries are loaded beside the imports, and nothing depends on it."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from timeline_app import ahead
from timeline_app.ahead import qt_loading

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux is looked at")
LOADED = """
import sys
from pathlib import Path
from timeline_app.ahead import qt_loading
with qt_loading():
    pass
maps = Path("/proc/self/maps").read_text()
loaded = "libQt6Widgets.so" in maps and "libfontconfig.so" in maps
known = "PySide6" in sys.modules
from PySide6.QtCore import QCoreApplication, QThread
application = QCoreApplication([])
print(loaded, known, QThread.isMainThread(), application.thread() is QThread.currentThread())
"""


@ON_LINUX
def test_the_libraries_are_there_before_qt_is_imported_and_the_main_thread_stays_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["True", "False", "True", "True"]
    assert done.stderr == ""


def test_the_thread_ends_with_the_block() -> None:
    before = threading.active_count()
    with qt_loading():
        pass
    assert threading.active_count() == before


@pytest.mark.parametrize("found", ["no package", "no file", "no fontconfig"])
def test_what_is_not_there_is_passed_over(monkeypatch: pytest.MonkeyPatch, found: str) -> None:
    if found == "no package":
        monkeypatch.setattr(ahead, "find_spec", lambda _: None)
    elif found == "no file":
        monkeypatch.setattr(ahead, "LIBRARIES", ("Qt/lib/libNothing.so",))
    else:
        monkeypatch.setattr(ahead, "FONTS", "libNothing.so.1")
    failures: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", failures.append)
    with qt_loading():
        pass
    assert failures == []
