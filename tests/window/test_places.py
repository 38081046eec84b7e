"""A window comes back where and as it was left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.settings import WindowPlace
from timeline_app.window.places import divide, divisions, place_of, put_window


@pytest.fixture
def splitter(qtbot: QtBot) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QWidget(splitter))
    splitter.resize(401, 100)
    splitter.setHandleWidth(1)
    splitter.show()
    return splitter


def test_a_window_is_put_back_where_it_was(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place = WindowPlace(40, 50, 300, 200, maximized=False)
    put_window(window, place, QSize(100, 100))
    assert place_of(window) == place


def test_without_a_place_it_has_its_first_size_where_the_screen_allows(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    put_window(window, None, QSize(120, 90))
    assert window.size() == QSize(120, 90)
    put_window(window, None, QSize(90_000, 90_000))
    assert window.size() == QGuiApplication.primaryScreen().availableGeometry().size()


def test_a_place_on_a_screen_that_is_gone_is_not_taken(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    put_window(window, WindowPlace(90_000, 50, 300, 200, maximized=False), QSize(120, 90))
    assert window.size() == QSize(120, 90)


def test_the_parts_of_a_splitter_get_their_sizes_back(splitter: QSplitter) -> None:
    divide(splitter, (100, 300))
    assert divisions({"this": splitter}) == {"this": (100, 300)}
    divide(splitter, None)
    divide(splitter, (1, 2, 3))  # of a version with other parts
    assert splitter.sizes() == [100, 300]


def test_what_is_hidden_has_no_size_to_remember(splitter: QSplitter) -> None:
    first = splitter.widget(0)
    assert first is not None
    first.hide()
    splitter.refresh()
    assert divisions({"this": splitter}) == {}
