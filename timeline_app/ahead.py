"""What needs no Python while a window is opened, done in a thread beside Python's own imports.

The dynamic linker takes some 15 ms over the libraries of Qt, and meanwhile the modules that know no
Qt can be imported. So a thread finds out whether the machine can open a window at all, and then has
the linker load what Qt will ask for next.

Rules:
* Only libraries of Qt itself are loaded, which Python knows nothing of. Nothing of Qt is called.
* Nothing depends on it: a library that does not lie where the wheels have it is loaded by Qt later.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

from timeline_app.display import load_library

LIBRARIES = (
    "lib/libQt6Core.so.6",
    "lib/libQt6Gui.so.6",
    "lib/libQt6Widgets.so.6",
    "plugins/platforms/libqxcb.so",
)


class Ahead(Thread):
    """Looks whether there is an obstacle to a window, and where there is none loads Qt."""

    def __init__(self, look: Callable[[], str | None]) -> None:
        super().__init__(name="timeline-app ahead")
        self._look = look
        self._obstacle: str | None = None
        self._failure: Exception | None = None

    def run(self) -> None:
        """What the thread does."""
        try:
            self._obstacle = self._look()
            if self._obstacle is None and sys.platform == "linux":
                load_qt_libraries()
        except Exception as error:  # noqa: BLE001 - raised where the answer is asked for
            self._failure = error

    def obstacle(self) -> str | None:
        """Why no window can be opened, in words, or None where it can. Waits for the answer."""
        self.join()
        if self._failure is not None:
            raise self._failure
        return self._obstacle


def load_qt_libraries() -> None:
    """Have the linker load what Qt needs for a window."""
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        return
    for library in LIBRARIES:
        load_library(str(Path(package.origin).parent / "Qt" / library))
