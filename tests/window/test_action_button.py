"""Buttons for actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from timeline_app.window.action_button import action_button
from timeline_app.window.main_window import MainWindow


def test_a_button_does_what_its_action_does_and_says_so(window: MainWindow) -> None:
    button = action_button(window.menus.actions["next-event"], "", window)
    button.show()
    assert button.accessibleName() == "Next event"
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.selected == 1
    words = action_button(window.menus.actions["linked"], "Linked", window)
    assert words.text() == "Linked"
    assert words.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly
