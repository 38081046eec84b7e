"""The tabs under the timeline."""

from __future__ import annotations

from tests.session.small_cases import broken
from tests.window.conftest import trigger
from timeline_app.window.main_window import MainWindow


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


def test_the_errors_of_a_broken_file_come_forward(window: MainWindow) -> None:
    window.session.add_cases([broken()])
    assert window.tabs.currentWidget() is window.tabs.problems
    assert shown(window)[1] == "Problems  1"
    window.session.show_case(0)
    assert window.tabs.currentWidget() is window.tabs.table
    window.tabs.show_texts(shown=True)
    assert window.tabs.currentWidget() is window.tabs.table
