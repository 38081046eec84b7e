"""The file dialogs: where they start, what they give, and what is remembered of that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.settings import Settings
from timeline_app.window import asking
from timeline_app.window.choices import Choices


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


class Dialog:
    """Answers in the place of a dialog, and keeps where it was asked to begin."""

    def __init__(self, answer: object) -> None:
        self.answer = answer
        self.started = ""

    def __call__(self, _parent: QWidget, _title: str, start: str, _types: str = "") -> object:
        self.started = start
        return self.answer


def test_case_files(parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    chosen = [str(tmp_path / "a.case.json"), str(tmp_path / "b.case.json")]
    dialog = Dialog((chosen, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", dialog)
    choices = Choices(Settings())
    assert asking.case_files(parent, choices) == [Path(name) for name in chosen]
    assert dialog.started == str(Path.home())
    asking.case_files(parent, choices)
    assert dialog.started == str(tmp_path)


def test_a_folder(parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    dialog = Dialog(str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", dialog)
    choices = Choices(Settings(open_folder="/before"))
    assert asking.folder(parent, "Which?", choices) == tmp_path
    assert dialog.started == "/before"
    assert choices.settings.open_folder == str(tmp_path)


def test_an_article(parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", Dialog((str(tmp_path / "a.txt"), "")))
    assert asking.article(parent, Choices(Settings())) == tmp_path / "a.txt"


@pytest.mark.parametrize(
    ("method", "answer", "ask"),
    [
        ("getOpenFileNames", ([], ""), asking.case_files),
        ("getExistingDirectory", "", lambda parent, choices: asking.folder(parent, "", choices)),
        ("getOpenFileName", ("", ""), asking.article),
    ],
)
def test_a_dialog_that_is_given_up_gives_nothing_and_keeps_nothing(
    parent: QWidget,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    answer: object,
    ask: Callable[[QWidget, Choices], object],
) -> None:
    monkeypatch.setattr(QFileDialog, method, Dialog(answer))
    choices = Choices(Settings(open_folder="/before"))
    assert not ask(parent, choices)
    assert choices.settings == Settings(open_folder="/before")


def test_a_target_for_a_picture(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The dialog starts in the folder used last, proposes a name, asks before it replaces."""
    shown: list[tuple[str, list[str], bool]] = []

    def accept(dialog: QFileDialog) -> int:
        sure = not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
        shown.append((dialog.directory().absolutePath(), dialog.selectedFiles(), sure))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", accept)
    choices = Choices(Settings(export_folder=str(tmp_path)))
    target = asking.picture_target(parent, "case.png", choices)
    assert target == tmp_path / "case.png"
    assert shown == [(str(tmp_path), [str(tmp_path / "case.png")], True)]
    assert choices.settings.export_folder == str(tmp_path)


def test_a_picture_that_is_given_up_leaves_no_dialog(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
    choices = Choices(Settings())
    assert asking.picture_target(parent, "case.png", choices) is None
    assert choices.settings == Settings()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert parent.findChildren(QFileDialog) == []
