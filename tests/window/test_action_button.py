"""Buttons for actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from timeline_app.settings import ThemeChoice
from timeline_app.window.action_button import ActionButton
from timeline_app.window.main_window import MainWindow


def test_a_button_does_what_its_action_does_and_says_so(window: MainWindow) -> None:
    button = ActionButton(window.menus.actions["next-event"], "", window)
    button.show()
    assert button.accessibleName() == "Next event"
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.selected == 1
    words = ActionButton(window.menus.actions["linked"], "Linked", window)
    assert words.text() == "Linked"
    assert words.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly


def test_a_button_is_pressed_as_its_action_is_also_where_nothing_changes(
    window: MainWindow,
) -> None:
    button = ActionButton(window.menus.actions["axis-order"], "Order", window)
    button.show()
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert button.isChecked()
    window.menus.actions["axis-calendar"].trigger()
    assert not button.isChecked()


def test_a_button_is_off_and_tinted_as_its_action_is(window: MainWindow) -> None:
    action = window.menus.actions["next-event"]
    button = ActionButton(action, "", window)
    before = button.icon().cacheKey()
    window.appearance.choose(ThemeChoice.DARK)
    assert button.icon().cacheKey() != before
    while window.session.entries:
        window.session.close_case(window.session.entries[-1].number)
    assert not button.isEnabled()
