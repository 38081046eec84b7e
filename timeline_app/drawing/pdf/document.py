"""Sheets as the bytes of a PDF file: real text, embedded fonts, shapes that stay shapes.

Rules:
* Painted on a device of its own, in memory; no printer, no widget, no display. It may run in any
  thread.
* A page has the size of its sheet; sheets may differ.
* The same sheets give the same bytes on the same machine, unless a date is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pdf.painted_text import PaintedText
from timeline_app.drawing.pdf.surface import VectorSurface
from timeline_app.drawing.reading_back import check_pdf
from timeline_app.drawing.sheets import (
    DOTS_PER_INCH,
    PIXELS_PER_INCH,
    POINTS_PER_INCH,
    ImageError,
    Metadata,
    Sheet,
    check_sheet,
)


def pdf_bytes(sheets: Sequence[Sheet], metadata: Metadata, fonts: Fonts) -> bytes:
    """Paints sheets as the pages of one document.

    Raises:
        ImageError: there is no sheet, a size is impossible, or the document did not read back as
            it was made.
    """
    # It takes long to load, and only a PDF needs it.
    from timeline_app.drawing.pdf.finishing import finished  # noqa: PLC0415

    if not sheets:
        raise ImageError("There is no page to make a PDF of.")
    for sheet in sheets:
        check_sheet(sheet)
    stated = metadata.plain()
    raw, painted = _painted(sheets, fonts)
    data = finished(raw, sheets, painted, stated)
    check_pdf(data, sheets, stated)
    return data


def _painted(sheets: Sequence[Sheet], fonts: Fonts) -> tuple[bytes, list[tuple[PaintedText, ...]]]:
    """The document as Qt writes it, and the texts on each page."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(_layout(sheets[0]))
    painter = QPainter()
    if not painter.begin(writer):
        raise ImageError("The PDF can't be begun.")
    painted = []
    try:
        for number, sheet in enumerate(sheets):
            if number:
                writer.setPageLayout(_layout(sheet))
                if not writer.newPage():
                    raise ImageError(f"Page {number + 1} of the PDF can't be begun.")
            painter.resetTransform()
            scale = sheet.zoom * DOTS_PER_INCH / PIXELS_PER_INCH
            painter.scale(scale, scale)
            surface = VectorSurface(painter, fonts)
            sheet.paint(surface)
            painted.append(surface.painted)
    finally:
        painter.end()  # a painter that outlives its device crashes the program
    buffer.close()
    return bytes(data.data()), painted


def _layout(sheet: Sheet) -> QPageLayout:
    """A page of whole points that is not smaller than the sheet, without margins."""
    width, height = (
        ceil(round(side * POINTS_PER_INCH / PIXELS_PER_INCH, 3))
        for side in (sheet.width, sheet.height)
    )
    size = QPageSize(
        QSizeF(width, height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0.0, 0.0, 0.0, 0.0))
