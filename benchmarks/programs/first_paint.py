"""Telling when a window has been painted, from outside of it.

A widget that is watched gets its paint event first; the time is taken by an event posted from
there, which comes when the whole window has been painted and shown. It is printed as a name and
the nanoseconds of the system's monotonic clock, which the parent process reads too.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

Seen = Callable[[], bool]


class FirstPaint(QObject):
    """Watches widgets until each has been painted once, then ends the process."""

    def __init__(self) -> None:
        super().__init__()
        self._awaited: list[tuple[str, QObject, Seen]] = []
        self._expected: set[str] = set()
        self._painted: list[str] = []

    def expect(self, name: str) -> None:
        """Go on until a widget of this name, which comes later, has been painted."""
        self._expected.add(name)

    def watch(self, name: str, widget: QObject, seen: Seen = lambda: True) -> None:
        """Tell, under this name, when the widget is painted while it shows what it should."""
        self._expected.discard(name)
        self._awaited.append((name, widget, seen))
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note which widget is about to be painted."""
        if event.type() is QEvent.Type.Paint:
            found = [one for one in self._awaited if one[1] is watched and one[2]()]
            for one in found:
                self._awaited.remove(one)
                self._painted.append(one[0])
            if found:
                told = QEvent(QEvent.Type.User)
                QCoreApplication.postEvent(self, told, Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        """The window has been painted: say when."""
        if event.type() is not QEvent.Type.User:
            return super().event(event)
        now = time.monotonic_ns()
        for name in self._painted:
            print(name, now, flush=True)
        self._painted.clear()
        if not self._awaited and not self._expected:
            os._exit(0)  # what ends a window is not part of its start
        return True
