"""Escape for a widget that has a meaning of its own for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from timeline_app.window.escaping import is_escape_wanted

ASKED, PRESSED = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress


@pytest.mark.parametrize(
    ("kind", "key", "wanted"),
    [
        (ASKED, Qt.Key.Key_Escape, True),
        (ASKED, Qt.Key.Key_A, False),
        (PRESSED, Qt.Key.Key_Escape, False),
    ],
)
def test_only_where_qt_asks_for_escape(kind: QEvent.Type, key: Qt.Key, *, wanted: bool) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
    assert is_escape_wanted(event) is wanted
