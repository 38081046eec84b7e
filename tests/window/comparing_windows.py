"""A window in which two small cases are compared, for the tests of what is in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, hired, opened
from timeline_app.session.comparing import Side
from timeline_app.window.main_window import MainWindow


def come_to_rest(window: MainWindow, qtbot: QtBot) -> None:
    """Let the background end and the panels be laid out and painted."""
    qtbot.waitUntil(lambda: not window.background.is_busy)
    for _ in range(6):
        QCoreApplication.processEvents()


def compare(window: MainWindow, qtbot: QtBot) -> None:
    """A is `four_events`, B is `hired`; of A 0, 1 and 3 are paired with 0, 2 and 3 of B. A third
    case is open beside them."""
    cases = [opened(four_events()), opened(hired()), opened(four_events("second"))]
    window.session.add_cases(cases)
    window.commands.comparing.compare(0, 1)
    come_to_rest(window, qtbot)


def chosen(window: MainWindow) -> tuple[int | None, int | None]:
    """The events chosen in A and in B."""
    return window.session.selected_on(Side.A), window.session.selected_on(Side.B)
