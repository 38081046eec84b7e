"""A window on small cases, used as a reviewer would: through its actions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, opened
from tests.window.comparing_windows import compare
from timeline_app.session.session import Session
from timeline_app.settings import Settings
from timeline_app.window.background import Background
from timeline_app.window.main_window import MainWindow


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    """A thread for slow work, closed afterwards."""
    background = Background()
    yield background
    background.close()


@pytest.fixture
def empty_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window in which nothing is open."""
    window = MainWindow(Session(), Settings())
    window.resize(1440, 900)
    with qtbot.waitSignal(window.completed):
        window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(empty_window: MainWindow) -> MainWindow:
    """A window with two small cases."""
    empty_window.session.add_cases([opened(four_events()), opened(four_events("second"))])
    QCoreApplication.processEvents()
    return empty_window


def trigger(window: MainWindow, identity: str) -> None:
    """Choose an action as from its menu."""
    action = window.menus.actions[identity]
    action.refresh()
    assert action.isEnabled(), identity
    action.trigger()
    QCoreApplication.processEvents()


@pytest.fixture
def compared(empty_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window in which two cases are compared."""
    compare(empty_window, qtbot)
    return empty_window
