"""Escape where a widget has a meaning of its own for it.

A shortcut of the window comes before the keys of a widget, unless the widget says first that it
wants the key.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def is_escape_wanted(event: QKeyEvent) -> bool:
    """Whether Qt asks if the widget wants Escape for itself; whoever does accepts the event."""
    is_asked = event.type() == QEvent.Type.ShortcutOverride
    return is_asked and event.key() == Qt.Key.Key_Escape
