"""Whether the bytes of a picture read back as what was made, before anyone gets them.

Each check reads the file as a stranger would, and raises ImageError in plain words.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from timeline_app.drawing.sheets import ImageError, Metadata, Sheet, bookmarks, points

if TYPE_CHECKING:
    from pypdf import PdfReader

UNLIKE: Final = "The picture did not read back as it was made; it was not kept."
_NOT_WHOLE: Final = "The {} did not read back as it was made; it was not kept ({})."


def check_png(data: bytes, image: QImage) -> None:
    """Raises ImageError where the bytes don't read back as the image, to the pixel."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    read = QImageReader(buffer, QByteArray(b"png")).read()
    if read.convertToFormat(image.format()) != image:
        raise ImageError(UNLIKE)


class _SvgReader:
    """What must hold of an SVG file, seen while it is parsed."""

    def __init__(self) -> None:
        self.root: dict[str, str] = {}
        self.root_name = ""
        self.names: set[str] = set()
        self.twice: list[str] = []
        self.referred: set[str] = set()
        self.elements: set[str] = set()

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if not self.root_name:
            self.root_name, self.root = element, attributes
        self.elements.add(element)
        name = attributes.get("id")
        if name is not None:
            if name in self.names:
                self.twice.append(name)
            self.names.add(name)
        for words in attributes.values():
            if words.startswith("url(#"):
                self.referred.add(words[5:-1])


def check_svg(data: bytes, sheet: Sheet) -> None:
    """Raises ImageError where the bytes are no sound SVG file of the sheet: well-formed XML with a
    title, every name given once, and nothing referred to that is not there."""
    reader = _SvgReader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ImageError(_NOT_WHOLE.format("SVG file", error)) from error
    fault = _svg_fault(reader, sheet)
    if fault:
        raise ImageError(_NOT_WHOLE.format("SVG file", fault))


def _svg_fault(reader: _SvgReader, sheet: Sheet) -> str:
    """What is wrong with an SVG file; empty where nothing is."""
    if reader.root_name != "svg" or not {"title", "g", "metadata"} <= reader.elements:
        return "parts of it are missing"
    box = [float(part) for part in reader.root.get("viewBox", "0 0 0 0").split()]
    if max(abs(box[2] * sheet.zoom - sheet.width), abs(box[3] * sheet.zoom - sheet.height)) > 0.01:
        return "it has another size"
    if reader.twice:
        return f"two parts are called “{reader.twice[0]}”"
    if not reader.referred <= reader.names:
        return "a part that others need is missing"
    return ""


def check_pdf(data: bytes, sheets: Sequence[Sheet], metadata: Metadata) -> None:
    """Raises ImageError where the bytes don't open as a PDF with these pages, title and
    bookmarks."""
    # They take long to load, and only a PDF needs them.
    from pypdf import PdfReader  # noqa: PLC0415
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        fault = _pdf_fault(PdfReader(BytesIO(data), strict=True), sheets, metadata)
    except (PyPdfError, ValueError, KeyError, AttributeError) as error:
        raise ImageError(_NOT_WHOLE.format("PDF", error)) from error
    if fault:
        raise ImageError(_NOT_WHOLE.format("PDF", fault))


def _pdf_fault(reader: PdfReader, sheets: Sequence[Sheet], metadata: Metadata) -> str:
    """What is wrong with a PDF; empty where nothing is."""
    if len(reader.pages) != len(sheets):
        return f"{len(reader.pages)} pages instead of {len(sheets)}"
    for number, (page, sheet) in enumerate(zip(reader.pages, sheets, strict=True), start=1):
        box = page.mediabox
        off = (float(box.width) - points(sheet.width), float(box.height) - points(sheet.height))
        if max(map(abs, off)) > 0.02:
            return f"page {number} has another size"
        if page.get_contents() is None:
            return f"page {number} is empty"
    # As above.
    from pypdf.generic import Destination  # noqa: PLC0415

    stated = reader.metadata
    if stated is None or (stated.title or "") != metadata.title:
        return "it has another title"
    listed = [
        (entry.title, reader.get_destination_page_number(entry))
        for entry in reader.outline
        if isinstance(entry, Destination)
    ]
    return "" if listed == bookmarks(sheets) else "it has other bookmarks"
