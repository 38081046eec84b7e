"""What is being worked on is said once it takes half a second, and can be cancelled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.window.test_background import giving, until_cancelled
from tests.window.test_plain import shown_texts
from timeline_app.window import progress
from timeline_app.window.background import Background, Job
from timeline_app.window.progress import Progress


@pytest.fixture
def shown(background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Progress:
    monkeypatch.setattr(progress, "PATIENCE", 30)
    shown = Progress(background)
    qtbot.addWidget(shown)
    return shown


def test_it_waits_half_a_second() -> None:
    assert progress.PATIENCE == 500


def test_short_work_is_not_mentioned(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Progress(background)
    qtbot.addWidget(shown)
    with qtbot.waitSignal(background.idle):
        background.submit(Job("short", giving(1, [])))
    assert shown.isHidden()


def test_long_work_is_named_and_can_be_cancelled(
    background: Background, qtbot: QtBot, shown: Progress
) -> None:
    background.submit(Job("first <b>", until_cancelled))
    background.submit(Job("second", until_cancelled))
    assert shown.isHidden()
    qtbot.waitUntil(shown.isVisible)
    assert "first <b>" in shown_texts(shown)
    with qtbot.waitSignal(background.idle):
        QTest.mouseClick(shown.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert shown.isHidden()
    assert not background.is_busy


def test_the_title_is_that_of_the_oldest_work(
    background: Background, qtbot: QtBot, shown: Progress
) -> None:
    first = Job("first", until_cancelled)
    background.submit(first)
    background.submit(Job("second", until_cancelled))
    qtbot.waitUntil(shown.isVisible)
    with qtbot.waitSignal(background.started):
        first.cancel()
    assert "second" in shown_texts(shown)
