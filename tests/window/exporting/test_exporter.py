"""Exporting through the actions of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.session.small_cases import hired, opened
from tests.window.conftest import trigger
from tests.window.exporting.conftest import Answer, Desk
from timeline_app.drawing.pages.paper import Paper
from timeline_app.paths import Folder, made_folder
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.remembered import FILE_NAME
from timeline_app.window.exporting.export_dialog import ExportDialog
from timeline_app.window.exporting.exporter import NOTHING, STILL_COMPARING
from timeline_app.window.main_window import MainWindow


def test_from_the_window_to_a_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    """And the window may be closed with the dialog open."""
    answer(tmp_path / "four.png")
    trigger(window, "export")
    (dialog,) = window.findChildren(ExportDialog)
    qtbot.waitUntil(lambda: dialog.previewing.pages is not None)
    dialog.foot.make.click()
    qtbot.waitUntil(lambda: not dialog.maker.is_busy and not window.background.is_busy)
    words = window.statusBar().currentMessage()
    assert words == f"Saved as {tmp_path / 'four.png'}."
    trigger(window, "print")
    QCoreApplication.processEvents()
    assert [one.windowTitle() for one in window.findChildren(ExportDialog) if one.isVisible()] == [
        "Print"
    ]
    assert window.close()
    assert not window.background.is_busy


def test_a_picture_is_copied_without_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    window.exporter.kept.remember(PictureChoices(paper=Paper(800, 600)))
    trigger(window, "copy-picture")
    qtbot.waitUntil(lambda: not window.background.is_busy)
    assert QGuiApplication.clipboard().image().width() == 800
    assert window.statusBar().currentMessage() == "The picture is copied as an image."
    trigger(window, "copy-picture-svg")
    qtbot.waitUntil(lambda: not window.background.is_busy)
    assert QGuiApplication.clipboard().mimeData().hasFormat("image/svg+xml")


def test_of_several_pages_the_first_is_copied_and_that_is_said(desk: Desk) -> None:
    desk.exporter.kept.remember(PictureChoices(paper=Paper(520, 300)))
    desk.exporter.copy(svg=False)
    desk.wait(lambda: bool(desk.said))
    assert desk.said[0].startswith("Page 1 of ")


def test_what_can_not_be_exported_is_said(desk: Desk) -> None:
    desk.session.add_cases([opened(hired())])
    desk.session.compare(0, 1)  # and nobody works it out
    assert desk.exporter.open_dialog(printing=False) is None
    desk.exporter.copy(svg=False)
    assert desk.said == [STILL_COMPARING] * 2
    desk.session.leave_comparison()
    for entry in desk.session.entries:
        desk.session.close_case(entry.number)
    assert desk.exporter.open_dialog(printing=True) is None
    assert desk.said[-1] == NOTHING


def test_choices_that_could_not_be_read_are_said(desk: Desk) -> None:
    (made_folder(Folder.CONFIG) / FILE_NAME).write_text("no JSON")
    desk.open()
    assert desk.said[0].startswith("The choices for pictures were not readable.")
