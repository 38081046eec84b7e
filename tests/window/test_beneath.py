"""The tabs under the timeline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.session.small_cases import broken
from tests.window.conftest import trigger
from timeline_app.window.main_window import MainWindow
from timeline_app.window.problem_list import ProblemList


def shown(window: MainWindow) -> list[str]:
    tabs = window.tabs
    return [tabs.tabText(at) for at in range(tabs.count()) if tabs.isTabVisible(at)]


def test_phases_and_texts_are_there_while_two_cases_are_compared(compared: MainWindow) -> None:
    assert shown(compared) == ["Events", "Problems", "Phases", "Texts of both"]
    assert compared.tabs.currentWidget() is compared.tabs.phases
    compared.tabs.setCurrentWidget(compared.tabs.table)
    trigger(compared, "swap")
    assert compared.tabs.currentWidget() is compared.tabs.table
    trigger(compared, "leave-comparison")
    assert shown(compared) == ["Events", "Problems"]
    assert not compared.tabs.texts_shown


def test_the_problems_are_listed_when_their_tab_comes_forward(window: MainWindow) -> None:
    tabs = window.tabs
    assert tabs.findChildren(ProblemList) == []
    title = tabs.tabText(1)
    QTest.mouseClick(
        tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(1).center()
    )
    (listed,) = tabs.findChildren(ProblemList)
    assert tabs.currentWidget() is listed is tabs.problems
    assert listed.isVisible()
    assert listed.count() >= 1
    assert (tabs.tabText(1), len(shown(window))) == (title, 2)
    tabs.setCurrentWidget(tabs.table)
    window.session.show_case(1)
    tabs.setCurrentIndex(1)
    assert tabs.currentWidget() is listed


def test_the_errors_of_a_broken_file_come_forward(window: MainWindow) -> None:
    window.session.add_cases([broken()])
    assert window.tabs.currentWidget() is window.tabs.problems
    assert shown(window)[1] == "Problems  1"
    window.session.show_case(0)
    assert window.tabs.currentWidget() is window.tabs.table
    window.tabs.show_texts(shown=True)
    assert window.tabs.currentWidget() is window.tabs.table
