"""Pages on a printer; here one that prints into a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.case.cancelling import Cancelled
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import A4
from timeline_app.drawing.sheets import Sheet
from timeline_app.drawing.surface import Brush, Surface, TextStyle, colour
from timeline_app.layout.chart import Rect, TextRole
from timeline_app.window.exporting.printing import (
    NOT_BEGUN,
    NOT_WHOLE,
    asked_for_printer,
    print_sheets,
    printer_for,
)

BLACK = colour("#000000")
LYING = A4.laid_out().on_paper


def sheet(words: str, size: tuple[float, float] = LYING) -> Sheet:
    def paint(surface: Surface) -> None:
        surface.rectangle(Rect(0, 0, 20, 20), None, Brush(BLACK))
        surface.text((100, 100), words, TextRole.LABEL, TextStyle(BLACK))

    return Sheet(*size, paint, words)


SHEETS = (sheet("First"), sheet("Second"), sheet("Third"))


def told(_done: int, _total: int) -> None:
    """Nobody listens."""


def printer_to(path: Path, sheets: tuple[Sheet, ...] = SHEETS) -> QPrinter:
    printer = printer_for(sheets, "four")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.fixture
def fonts(qtbot: QtBot) -> Fonts:
    return Fonts()


def test_every_page_is_printed_at_its_size(fonts: Fonts, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    path = tmp_path / "four.pdf"
    result = print_sheets(
        SHEETS, printer_to(path), fonts, lambda done, total: heard.append((done, total))
    )
    assert result == (f"3 pages printed to {path}.", True)
    assert heard == [(0, 3), (1, 3), (2, 3)]
    pages = PdfReader(path).pages
    assert len(pages) == 3
    box = pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


def test_upright_and_lying_paper(fonts: Fonts) -> None:
    upright = sheet("", A4.turned.laid_out().on_paper)
    for one, turned in (
        (SHEETS[0], QPageLayout.Orientation.Landscape),
        (upright, QPageLayout.Orientation.Portrait),
    ):
        layout = printer_for((one,), "four").pageLayout()
        assert layout.orientation() is turned
        assert layout.pageSize().name().startswith("A4")


def test_only_the_pages_that_are_asked_for(fonts: Fonts, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "four.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_sheets(SHEETS, printer, fonts, told).words.startswith("2 pages")
    assert len(PdfReader(tmp_path / "four.pdf").pages) == 2


def test_on_other_paper_the_page_is_fitted_as_a_whole(fonts: Fonts, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "four.pdf")
    layout = printer.pageLayout()
    layout.setOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageLayout(layout)
    assert print_sheets(SHEETS[:1], printer, fonts, told).done
    content = PdfReader(tmp_path / "four.pdf").pages[0].get_contents()
    assert content is not None
    box = PdfReader(tmp_path / "four.pdf").pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_giving_up_ends_the_printing(fonts: Fonts, tmp_path: Path) -> None:
    pages: list[int] = []
    with pytest.raises(Cancelled):
        print_sheets(
            SHEETS,
            printer_to(tmp_path / "four.pdf"),
            fonts,
            lambda done, _total: pages.append(done),
            lambda: len(pages) > 1,
        )
    assert pages == [0, 1]


@pytest.mark.qt_log_ignore("QPainter|QPdf")
def test_where_nothing_can_be_written_it_is_said(fonts: Fonts, tmp_path: Path) -> None:
    result = print_sheets(SHEETS, printer_to(tmp_path / "no" / "four.pdf"), fonts, told)
    assert not result.done
    assert result.words == NOT_BEGUN or result.words.endswith(NOT_WHOLE)


@pytest.mark.parametrize("agreed", [True, False])
def test_the_reviewer_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, agreed: bool) -> None:
    shown: list[tuple[int, int, bool]] = []

    def answer(dialog: QPrintDialog) -> int:
        option = QPrintDialog.PrintDialogOption.PrintPageRange
        shown.append((dialog.minPage(), dialog.maxPage(), dialog.testOption(option)))
        return int(QDialog.DialogCode.Accepted if agreed else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert asked_for_printer(parent, printer_for(SHEETS, "four"), 3) is agreed
    assert shown == [(1, 3, True)]
