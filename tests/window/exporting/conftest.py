"""The dialog of exporting on small cases, opened and used as a reviewer would.

It needs no main window: a desk has all that it works with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.session.small_cases import four_events, hired, opened
from timeline_app.session.compared import work_out
from timeline_app.session.session import Session
from timeline_app.settings import Settings, ThemeChoice
from timeline_app.window import asking
from timeline_app.window.appearance import Appearance
from timeline_app.window.background import Background
from timeline_app.window.choices import Choices
from timeline_app.window.exporting import previewing
from timeline_app.window.exporting.advice_box import WORKING_OUT
from timeline_app.window.exporting.choice_box import ChoiceBox
from timeline_app.window.exporting.export_choice import FileFormat
from timeline_app.window.exporting.export_dialog import ExportDialog
from timeline_app.window.exporting.exporter import Exporter
from timeline_app.window.exporting.maker import Workshop

Value = TypeVar("Value")
Answer = Callable[[Path | None], list[str]]


class Desk:
    """A session with a small case, and what the dialog works with."""

    def __init__(self, parent: QWidget, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.parent = parent
        self.session = Session()
        self.session.add_cases([opened(four_events())])
        self.background = Background(parent)
        self.choices = Choices(Settings(), parent)
        self.appearance = Appearance(ThemeChoice.LIGHT, parent)
        self.workshop = Workshop(self.appearance, self.background, self.choices)
        self.exporter = Exporter(self.session, self.workshop, parent)
        self.said: list[str] = []
        self.exporter.said.connect(self.said.append)

    def compare(self) -> None:
        """Compare the case with another."""
        self.session.add_cases([opened(hired())])
        assert not self.session.compare(0, 1)
        assert self.session.wanted is not None
        self.session.take_compared(work_out(self.session.wanted))

    def open(self, *, printing: bool = False) -> ExportDialog:
        """The dialog, once everything in it is seen."""
        dialog = self.exporter.open_dialog(printing=printing)
        assert dialog is not None
        self.come_to_rest(dialog)
        return dialog

    def come_to_rest(self, dialog: ExportDialog) -> None:
        """Wait for pages, page and advice, or for the table."""

        self.wait(lambda: is_at_rest(dialog) and not self.background.is_busy)
        QCoreApplication.processEvents()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until this holds."""
        self.qtbot.waitUntil(until)

    def choose_format(self, dialog: ExportDialog, form: FileFormat) -> None:
        """Choose a format as from its list."""
        pick(dialog.form.format, form)
        self.come_to_rest(dialog)

    def made(self, dialog: ExportDialog) -> str:
        """What came of saving, copying or printing, in words."""
        self.wait(lambda: not dialog.maker.is_busy and not self.background.is_busy)
        return dialog.foot.words.text().replace("\u200b", "")


def is_at_rest(dialog: ExportDialog) -> bool:
    """Whether everything is seen that was asked for."""
    if dialog.seen.currentWidget() is dialog.tables:
        return dialog.tables.table.rowCount() > 0
    return not dialog.advice.is_waiting and dialog.advice.words.text() != WORKING_OUT


def pick(box: ChoiceBox[Value], value: Value) -> None:
    """Choose something as from its list."""
    box.choose(value)
    box.activated.emit(box.currentIndex())


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk at which nobody pauses."""
    monkeypatch.setattr(previewing, "PAUSE", 0)
    parent = QWidget()
    desk = Desk(parent, qtbot)
    yield desk
    desk.exporter.close()
    desk.background.close()
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers the file dialog with a path, and every other question with yes; gives what was
    asked."""
    asked: list[str] = []

    def answering(target: Path | None) -> list[str]:
        def chosen(_parent: QWidget, proposed: str, _choices: object) -> Path | None:
            asked.append(proposed)
            return target

        def agreed(_parent: QWidget, question: str) -> bool:
            asked.append(question)
            return True

        monkeypatch.setattr(asking, "picture_target", chosen)
        monkeypatch.setattr(asking, "agreement", agreed)
        return asked

    return answering
