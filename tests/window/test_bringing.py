"""The views of a timeline are loaded off the GUI thread, where they are not there yet."""

from __future__ import annotations

import sys
import threading
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.window import bringing
from timeline_app.window.background import Background
from timeline_app.window.bringing import VIEWS, bring_views
from timeline_app.window.qt_classes import QtClasses


@pytest.fixture
def loaded_in(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The threads in which a view was loaded; as yet none is there."""
    threads: list[int] = []
    for view in VIEWS:
        monkeypatch.delitem(sys.modules, view, raising=False)
    monkeypatch.setattr(bringing, "import_module", lambda _: threads.append(threading.get_ident()))
    return threads


def test_what_is_not_there_is_loaded_in_another_thread(
    background: Background, qtbot: QtBot, loaded_in: list[int]
) -> None:
    called: list[int] = []
    with qtbot.waitSignal(background.idle):
        bring_views(background, QtClasses(background), lambda: called.append(threading.get_ident()))
        assert called == []
    assert len(loaded_in) == len(VIEWS)
    assert threading.get_ident() not in loaded_in
    assert called == [threading.get_ident()]


def test_what_another_thread_is_still_loading_is_waited_for(
    background: Background,
    qtbot: QtBot,
    loaded_in: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for view in VIEWS:
        monkeypatch.setitem(sys.modules, view, ModuleType(view))
    with qtbot.waitSignal(background.idle):
        bring_views(background, QtClasses(background), lambda: None)
    assert len(loaded_in) == len(VIEWS)


def test_what_was_cancelled_is_called_all_the_same(
    background: Background, qtbot: QtBot, loaded_in: list[int]
) -> None:
    called: list[bool] = []
    with qtbot.waitSignal(background.idle):
        bring_views(background, QtClasses(background), lambda: called.append(True))
        background.cancel_all()
    assert called == [True]


def test_what_is_there_is_brought_at_once(background: Background) -> None:
    for view in VIEWS:
        __import__(view)
    called: list[bool] = []
    bring_views(background, QtClasses(background), lambda: called.append(True))
    assert called == [True]
    assert not background.is_busy
