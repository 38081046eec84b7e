"""Qt's classes, made before another thread asks for them.

PySide makes a class when it is first asked for, and pyqtgraph asks for all of them while it is
imported. Where that happens off the GUI thread, the GUI thread may meet a class that is half made,
and the program ends. So all are asked for here beforehand, on the GUI thread, a few at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from types import ModuleType

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Slot

SLICE = 0.005
"""For how many seconds classes are made before the event loop gets its turn."""
MODULES: tuple[ModuleType, ...] = (QtCore, QtGui, QtWidgets)


class QtClasses(QObject):
    """Makes the classes that pyqtgraph will ask for and that the GUI thread may be using."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = self._classes()
        self._are_made = False
        self._waiting: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_some)

    @property
    def are_made(self) -> bool:
        """Whether all are there; any thread may ask."""
        return self._are_made

    def make(self) -> None:
        """Begin to make them, unless that was done."""
        if not self._are_made:
            self._timer.start(0)

    def when_made(self, then: Callable[[], None]) -> None:
        """Call this when all are there: at once where they are."""
        if self._are_made:
            then()
        else:
            self._waiting.append(then)
            self.make()

    @Slot()
    def _make_some(self) -> None:
        end = perf_counter() + SLICE
        for _ in self._left:
            if perf_counter() > end:
                return
        self._are_made = True
        self._timer.stop()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    @staticmethod
    def _classes() -> Iterator[object]:
        for module in MODULES:
            for name in dir(module):
                yield getattr(module, name)
