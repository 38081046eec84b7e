"""Copying and printing from the dialog. Saving is in the tests of the dialog itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from tests.window.exporting.conftest import Answer, Desk, pick
from timeline_app.drawing.pages.paper import Paper
from timeline_app.pictures.choices import PictureFormat
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting import maker as maker_module
from timeline_app.window.exporting import printing
from timeline_app.window.exporting.maker import FAILED


def test_the_page_that_is_seen_is_copied(desk: Desk) -> None:
    dialog = desk.open()
    dialog.form.sizes.take(Paper(520, 300))
    dialog.form.sizes.changed.emit()
    desk.come_to_rest(dialog)
    dialog.pages.following.click()
    dialog.foot.copy.click()
    assert desk.made(dialog).startswith("Page 2 of ")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (520, 300)


def test_svg_is_copied_as_svg_and_as_text(desk: Desk) -> None:
    dialog = desk.open()
    desk.choose_format(dialog, PictureFormat.SVG)
    dialog.foot.copy.click()
    assert desk.made(dialog) == "The picture is copied as SVG."
    lying = QGuiApplication.clipboard().mimeData()
    assert bytes(lying.data("image/svg+xml").data()).startswith(b"<?xml")
    assert "They meet" in lying.text()


@pytest.mark.parametrize("form", TableFormat)
def test_a_table_is_copied(desk: Desk, form: TableFormat) -> None:
    dialog = desk.open()
    desk.choose_format(dialog, form)
    dialog.foot.copy.click()
    assert desk.made(dialog) == "The table is copied."
    lying = QGuiApplication.clipboard().mimeData()
    assert "They meet" in lying.text()
    assert not lying.text().startswith("\ufeff")
    assert lying.hasHtml() is (form is TableFormat.HTML)


def print_to(path: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers the dialog of the printer: into this file, or not at all."""

    def asked(_parent: QWidget, printer: QPrinter, _pages: int) -> bool:
        if path is not None:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(path))
        return path is not None

    monkeypatch.setattr(printing, "asked_for_printer", asked)


def test_printing(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = desk.open(printing=True)
    print_to(None, monkeypatch)
    dialog.foot.make.click()
    assert desk.made(dialog) == "Nothing was printed."
    print_to(tmp_path / "four.pdf", monkeypatch)
    dialog.foot.make.click()
    assert desk.made(dialog) == f"1 page printed to {tmp_path / 'four.pdf'}."
    assert (tmp_path / "four.pdf").read_bytes().startswith(b"%PDF")


def test_saving_before_the_preview_is_there_lays_out_first(
    desk: Desk, tmp_path: Path, answer: Answer
) -> None:
    answer(tmp_path / "four.png")
    dialog = desk.open()
    pick(dialog.form.format, PictureFormat.PNG)
    dialog.form.one_page.click()
    dialog.make()
    assert desk.made(dialog) == f"Saved as {tmp_path / 'four.png'}."


@pytest.mark.logs("Saving the picture failed")
def test_what_nobody_expected_is_said_too(
    desk: Desk, tmp_path: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(maker_module, "write_pictures", break_down)
    answer(tmp_path / "four.png")
    dialog = desk.open()
    dialog.foot.make.click()
    assert desk.made(dialog) == FAILED.words
    assert dialog.foot.make.isEnabled()


def test_a_question_answered_with_nothing_makes_nothing(desk: Desk, answer: Answer) -> None:
    answer(None)
    dialog = desk.open()
    dialog.foot.make.click()
    assert not dialog.maker.is_busy
    assert dialog.foot.words.text() == ""
