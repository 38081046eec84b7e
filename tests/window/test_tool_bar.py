"""The row of buttons: each does what its action does, and says so."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.window.test_chart_canvas import seen
from tests.window.test_plain import shown_texts
from timeline_app.case.model import Kind
from timeline_app.session.case_view import Axis
from timeline_app.settings import ThemeChoice
from timeline_app.window.main_window import MainWindow
from timeline_app.window.tool_bar import ToolBar

LEFT = Qt.MouseButton.LeftButton


def tools(window: MainWindow) -> ToolBar:
    return window.findChildren(ToolBar)[0]


def buttons(window: MainWindow) -> dict[str, QToolButton]:
    """The buttons by the names that assistive technology reads."""
    found = tools(window).findChildren(QToolButton)
    return {one.accessibleName(): one for one in found if one.accessibleName()}


def press(window: MainWindow, name: str) -> None:
    QTest.mouseClick(buttons(window)[name], LEFT)
    QCoreApplication.processEvents()


def test_stepping_and_where_one_stands(window: MainWindow) -> None:
    assert shown_texts(tools(window)) == ["1 of 4"]
    press(window, "Next event")
    press(window, "Next event")
    press(window, "Previous event")
    assert window.session.selected == 1
    assert shown_texts(tools(window)) == ["2 of 4"]
    window.session.show_kind(Kind.CONTACT, shown=False)
    assert shown_texts(tools(window)) == ["1 of 3"]


def test_the_axis_that_holds_is_pressed(window: MainWindow) -> None:
    for name, axis in (("Calendar axis", Axis.CALENDAR), ("Order axis", Axis.ORDER)):
        press(window, name)
        assert seen(window).axis is axis
        pair = ("Calendar axis", "Order axis")
        assert [one for one in pair if buttons(window)[one].isChecked()] == [name]


def test_zooming(window: MainWindow) -> None:
    whole = seen(window).columns
    press(window, "Zoom in")
    assert seen(window).columns.length < whole.length
    press(window, "Fit the case")
    assert seen(window).columns == whole


def test_every_button_has_a_name_and_can_be_reached_by_tab(window: MainWindow) -> None:
    """The row itself can't be moved or taken away."""
    found = tools(window).findChildren(QToolButton)
    ours = [one for one in found if one.objectName() != "qt_toolbar_ext_button"]
    assert len(ours) >= 12
    for one in ours:
        assert one.accessibleName(), one.text()
        assert one.focusPolicy() is Qt.FocusPolicy.TabFocus
    assert buttons(window)["Show and hide kinds"].menu() is window.menus.kinds
    assert buttons(window)["Show and hide actors"].menu() is window.menus.actors
    assert not tools(window).isMovable()
    assert tools(window).contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu


def test_without_a_case_the_buttons_are_off(empty_window: MainWindow) -> None:
    on = {name for name, one in buttons(empty_window).items() if one.isEnabled()}
    assert {"Open files…", "Attach articles from a folder…"} <= on
    assert {"Next event", "Zoom in", "Export…"}.isdisjoint(on)
    assert shown_texts(tools(empty_window)) == ["– of 0"]


def test_icons_take_the_colour_of_the_theme(window: MainWindow) -> None:
    light = buttons(window)["Next event"].icon().pixmap(18, 18).toImage()
    window.appearance.choose(ThemeChoice.DARK)
    assert buttons(window)["Next event"].icon().pixmap(18, 18).toImage() != light
    window.appearance.choose(ThemeChoice.LIGHT)
    assert buttons(window)["Next event"].icon().pixmap(18, 18).toImage() == light


def test_what_has_no_room_is_behind_a_sign_in_the_colour_of_the_text(window: MainWindow) -> None:
    extension = buttons(window)["More tools"]
    for theme in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        window.appearance.choose(theme)
        assert extension.text() == "»"
        assert extension.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextOnly
