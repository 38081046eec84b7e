"""Pages on a printer: the same sheets as in a file, through the surface that keeps shapes.

Rules:
* A sheet keeps its size where the paper is as large. On another paper it is made smaller or larger
  as a whole and put in the middle; nothing is cut off.
* A sheet has its own margins, so the whole paper is painted on.
* Printing into a file is checked afterwards: Qt tells nobody that a disk was full.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.case.cancelling import CancelCheck, Cancelled, never, stop_if
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import INCH, MILLIMETRES
from timeline_app.drawing.pdf.surface import VectorSurface
from timeline_app.drawing.sheets import Sheet
from timeline_app.window.exporting.making import Result, Told
from timeline_app.writing import shown_path

RESOLUTION: Final = 960
"""Dots an inch while pages are painted: ten to a pixel of a sheet."""
_ENDING: Final = b"%%EOF"
_ENDING_ROOM: Final = 64
NOT_BEGUN: Final = "The printer could not be begun. Look whether it is on and connected."
NOT_WHOLE: Final = "was not written whole; the disk may be full or write-protected."
STOPPED: Final = "The printer stopped before everything was printed."


def printer_for(sheets: Sequence[Sheet], title: str) -> QPrinter:
    """A printer with paper of the size of the first sheet, which prints all of them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_layout(sheets[0]))
    printer.setFullPage(True)
    printer.setFromTo(1, len(sheets))
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    return printer


def asked_for_printer(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Let the reviewer choose the printer, the pages and the copies; False where they give up."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, pages > 1)
    dialog.setMinMax(1, pages)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return chosen


def print_sheets(
    sheets: Sequence[Sheet],
    printer: QPrinter,
    fonts: Fonts,
    told: Told,
    cancelled: CancelCheck = never,
) -> Result:
    """Print the pages that were asked for. It may run in any thread, as long as only one paints.

    Raises:
        Cancelled: the reviewer gave up; what the printer has already may still come out.
    """
    wanted = _wanted(sheets, printer)
    if not printer.outputFileName():
        printer.setResolution(min(printer.resolution(), RESOLUTION))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return Result(NOT_BEGUN, done=False)
    try:
        for number, sheet in enumerate(wanted):
            stop_if(cancelled)
            told(number, len(wanted))
            if number and not printer.newPage():
                return Result(STOPPED, done=False)
            _paint(painter, sheet, printer, fonts)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()  # a painter that outlives its device crashes the program
    return _result(printer, len(wanted))


def _paint(painter: QPainter, sheet: Sheet, printer: QPrinter, fonts: Fonts) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    fitting = min(paper.width() / sheet.width, paper.height() / sheet.height)
    exact = printer.resolution() / INCH
    scale = exact if abs(fitting / exact - 1) < 0.01 else fitting
    painter.save()
    painter.translate(
        (paper.width() - sheet.width * scale) / 2, (paper.height() - sheet.height * scale) / 2
    )
    painter.scale(scale * sheet.zoom, scale * sheet.zoom)
    sheet.paint(VectorSurface(painter, fonts))
    painter.restore()


def _wanted(sheets: Sequence[Sheet], printer: QPrinter) -> Sequence[Sheet]:
    """The pages that the reviewer asked for."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return sheets
    return sheets[printer.fromPage() - 1 : max(printer.toPage(), printer.fromPage())]


def _result(printer: QPrinter, pages: int) -> Result:
    count = f"{pages:,} page{'s' if pages > 1 else ''}"
    name = printer.outputFileName()
    if name:
        path = Path(name)
        if _is_whole(path):
            return Result(f"{count} printed to {shown_path(path)}.", done=True)
        return Result(f"{shown_path(path)} {NOT_WHOLE}", done=False)
    if printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        return Result(STOPPED, done=False)
    return Result(f"{count} sent to the printer {printer.printerName()}.", done=True)


def _is_whole(path: Path) -> bool:
    """Whether a PDF stands there to its end."""
    try:
        with path.open("rb") as file:
            file.seek(max(path.stat().st_size - _ENDING_ROOM, 0))
            return _ENDING in file.read()
    except OSError:
        return False


def _layout(sheet: Sheet) -> QPageLayout:
    """The paper of a sheet, upright or lying, without margins of the printer's own."""
    width, height = (side * MILLIMETRES / INCH for side in (sheet.width, sheet.height))
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lying = width > height
    turned = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return QPageLayout(size, turned, QMarginsF(0.0, 0.0, 0.0, 0.0))
