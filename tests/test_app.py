"""The window opens on what was asked for, or the program says why there is none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.case.file.good_cases import sound, written
from timeline_app import app
from timeline_app.case.file.reading import Reading, read_case_bytes
from timeline_app.paths import Folder, cases_folder, made_folder
from timeline_app.settings import Settings, load_settings, save_settings
from timeline_app.window.loading import CaseLoader
from timeline_app.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
APPLICATION = """
import logging, sys
logging.basicConfig(format="%(levelname)s %(message)s", stream=sys.stdout)
from timeline_app.app import make_application
application = make_application()
from PySide6.QtCore import QTimer, qWarning
def fail():
    raise ValueError("nobody expected this")
QTimer.singleShot(0, fail)
QTimer.singleShot(0, lambda: qWarning("a word of Qt"))
QTimer.singleShot(50, lambda: application.exit(7))
code = application.exec()
print(application.applicationName(), application.style().objectName(), code)
"""


class Waiting:
    """Stands for the application: its loop ends at once, leaving the window as it is then."""

    def __init__(self) -> None:
        self.windows: list[MainWindow] = []

    def exec(self) -> int:
        self.windows = [
            window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)
        ]
        return 5


@pytest.fixture
def waiting(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Waiting]:
    """A window opened by `open_window` ends up here."""
    loop = Waiting()
    monkeypatch.setattr(app, "window_obstacle", lambda: None)
    monkeypatch.setattr(app, "make_application", lambda: loop)
    before = signal.getsignal(signal.SIGINT)
    yield loop
    signal.signal(signal.SIGINT, before)
    for window in loop.windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """What the loader is asked to open; it opens nothing."""
    asked: list[list[Path]] = []
    monkeypatch.setattr(
        CaseLoader, "open_paths", lambda _, paths, _then=None: asked.append(list(paths))
    )
    return asked


def from_standard_input() -> Reading:
    return read_case_bytes(written(sound()), "standard input")


def test_without_paths_the_nine_cases_open(waiting: Waiting, asked_for: list[list[Path]]) -> None:
    assert app.open_window([], None) == 5
    assert asked_for == [[cases_folder()]]
    (window,) = waiting.windows
    assert window.isVisible()
    assert not window.windowIcon().isNull()
    assert load_settings().settings.recent_files == ()


def test_the_paths_given_are_opened_and_remembered(
    waiting: Waiting, asked_for: list[list[Path]], tmp_path: Path
) -> None:
    paths = [tmp_path / "a.case.json", tmp_path]
    assert app.open_window(paths, None) == 5
    assert asked_for == [paths]
    assert load_settings().settings.recent_files == tuple(map(str, paths))


def test_a_case_from_standard_input_is_shown(waiting: Waiting, asked_for: list[list[Path]]) -> None:
    assert app.open_window([], None, from_standard_input) == 5
    assert asked_for == []
    (window,) = waiting.windows
    assert window.session.chronology is not None
    assert window.session.chronology.case.id == "small"


def test_a_case_from_standard_input_stands_beside_files(
    waiting: Waiting, asked_for: list[list[Path]], tmp_path: Path
) -> None:
    app.open_window([tmp_path], None, from_standard_input)
    assert asked_for == [[tmp_path]]
    assert len(waiting.windows[0].session.entries) == 1


def test_articles_are_looked_for_first_where_the_command_line_says(
    waiting: Waiting, asked_for: list[list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_settings(Settings(text_places=("/articles",)))
    monkeypatch.chdir(tmp_path)
    app.open_window([], Path("here"))
    places = waiting.windows[0].session.text_places
    assert places == (tmp_path / "here", Path("/articles"))
    assert load_settings().settings.text_places == ("/articles",)


def test_settings_that_can_not_be_read_are_said(
    waiting: Waiting, asked_for: list[list[Path]]
) -> None:
    (made_folder(Folder.CONFIG) / "settings.json").write_bytes(b"{")
    app.open_window([], None)
    said = waiting.windows[0].statusBar().currentMessage()
    assert said.startswith("The settings were not readable.")


def test_a_machine_that_lacks_something_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never() -> Reading:
        raise AssertionError("standard input was read for no window")

    monkeypatch.setattr(app, "window_obstacle", lambda: "There is no glass.")
    assert app.open_window([], None, never) == 3
    assert capsys.readouterr() == ("", "timeline-app: There is no glass.\n")


@pytest.mark.parametrize("folder", ["cases_folder", "resources_folder"])
def test_a_program_that_is_not_whole_says_so(
    folder: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> Path:
        raise FileNotFoundError("the program's folder is missing: install the program again")

    monkeypatch.setattr(app, "window_obstacle", lambda: None)
    monkeypatch.setattr(app, folder, missing)
    assert app.open_window([], None) == 3
    assert capsys.readouterr().err.endswith("is missing: install the program again\n")


def test_an_unexpected_error_is_logged_and_ends_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", APPLICATION],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    lines = done.stdout.splitlines()
    assert "CRITICAL unexpected error" in lines
    assert "ValueError: nobody expected this" in lines
    assert "WARNING Qt: a word of Qt" in lines
    assert lines[-1] == "timeline-app fusion 7"
