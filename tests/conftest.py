"""What holds for every test.

* The program's own folders are fresh and empty, and lie where pytest keeps its temporary files.
* Qt paints offscreen, so that the suite needs no display and gives the same pictures everywhere. A
  test that needs a real X server asks for `x_display` and starts a program of its own there.
* A test fails on what it did not announce: a Python warning (pyproject.toml turns them into
  errors), a log line of level WARNING or above, a Qt message (by pytest-qt), a window or a thread
  that is still there afterwards.

What a test causes on purpose it announces: `pytest.warns`, `@pytest.mark.logs("part of the text")`,
`@pytest.mark.qt_log_ignore("pattern")`.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for variable in ("NO_COLOR", "FORCE_COLOR", "TIMELINE_APP_HOME", "WAYLAND_DISPLAY"):
    os.environ.pop(variable, None)

# The same examples on every run and every machine; no data left in the tree.
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("steady")

PATIENCE = 2.0
"""Seconds that a thread has to end after its test."""

_home_numbers = itertools.count()


@pytest.fixture(autouse=True)
def program_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program keeps its own files during this test. Nothing is there yet."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_home_numbers)}"
    monkeypatch.setenv("TIMELINE_APP_HOME", str(home))
    return home


@pytest.fixture
def x_display(xvfb: object) -> str:
    """The name of an X display of our own, for the programs that a test starts."""
    if xvfb is None:
        pytest.skip("Xvfb is not installed, so there is no X display to try")
    return os.environ["DISPLAY"]


def pytest_collection_finish() -> None:
    """What was imported and collected stays: the collector need not visit it in every test."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Remembers what was there before anything of the test was set up."""
    item.stash[_BEFORE] = (set(threading.enumerate()), _windows())
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Fails a test that leaves a window or a thread behind once all its fixtures are gone."""
    yield
    threads, windows = item.stash[_BEFORE]
    left = [f"thread {thread.name}" for thread in _threads_left(threads)]
    left += [f"window {name}" for name in _windows_left(windows)]
    if left:
        pytest.fail(f"left behind: {', '.join(left)}", pytrace=False)


_BEFORE = pytest.StashKey[tuple[set[threading.Thread], dict[int, str]]]()


def _windows() -> dict[int, str]:
    """The top-level widgets, by address. Qt is not imported for this."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    from shiboken6 import Shiboken

    return {
        Shiboken.getCppPointer(widget)[0]: f"{type(widget).__name__} “{widget.windowTitle()}”"
        for widget in widgets.QApplication.topLevelWidgets()
    }


def _windows_left(before: dict[int, str]) -> list[str]:
    if _windows().keys() <= before.keys():
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if _windows().keys() <= before.keys():
        return []
    gc.collect()  # what only a circle of references still holds is not a leak
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [name for address, name in _windows().items() if address not in before]


def _threads_left(before: set[threading.Thread]) -> list[threading.Thread]:
    patience = time.monotonic() + PATIENCE
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(max(0.0, patience - time.monotonic()))
    return [thread for thread in left if thread.is_alive()]


class _Listener(logging.Handler):
    """Keeps the log lines of one test."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _unexpected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    announced = [str(text) for mark in request.node.iter_markers("logs") for text in mark.args]
    unexpected = [line for line in listener.lines if not any(text in line for text in announced)]
    if unexpected:
        pytest.fail("unexpected in the log:\n" + "\n".join(unexpected), pytrace=False)
    silent = [text for text in announced if not any(text in line for line in listener.lines)]
    if silent:
        pytest.fail(f"announced, but not in the log: {', '.join(silent)}", pytrace=False)
