"""What Qt leaves undone in a PDF: words that read back, exact sizes, bookmarks, nothing of chance.

Rules:
* Only pages are taken over from Qt's file, so that its dates and random marks stay behind.
* Qt rounds a page to whole points. It is given one of whole points that is not smaller, and the
  page's box then cuts it to the exact size.
* The same pages give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Final

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)
from PySide6.QtCore import qVersion

from timeline_app.drawing.pdf.painted_text import PaintedText
from timeline_app.drawing.pdf.text import PdfFont, whole_texts
from timeline_app.drawing.sheets import (
    DOTS_PER_INCH,
    PIXELS_PER_INCH,
    ImageError,
    Metadata,
    Sheet,
    bookmarks,
    points,
)

_UNKNOWN: Final = "This version of Qt writes PDF in a way that is not known; none was made."
_RANGE: Final = re.compile(r"<([0-9A-Fa-f]{4})> <[0-9A-Fa-f]{4}> \[([^\]]*)\]")
_UNIT: Final = re.compile(r"<([0-9A-Fa-f]+)>")
_ROWS: Final = 100  # of a map of letters; its format allows no more in one piece


def finished(
    raw: bytes,
    sheets: Sequence[Sheet],
    painted: Sequence[Sequence[PaintedText]],
    metadata: Metadata,
) -> bytes:
    """The document that is given away.

    Args:
        raw: the document as Qt wrote it.
        sheets: its pages.
        painted: the texts on each page.
        metadata: what the document says about itself.
    """
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(raw)), import_outline=False)
    letters: dict[str, dict[int, str]] = {}
    fonts: dict[str, DictionaryObject] = {}
    for page, sheet, texts in zip(writer.pages, sheets, painted, strict=True):
        _cut(page, sheet)
        _mend_fades(page, sheet)
        fonts |= _fonts(page)
        for font, known in _make_whole(page, texts).items():
            letters[font] = known | letters.get(font, {})
    for name, known in letters.items():
        _write_letters(fonts[name], known)
    for number, name in enumerate(sorted(fonts)):
        _tag(fonts[name], number)
    _list(writer, sheets)
    _say(writer, metadata)
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def _cut(page: PageObject, sheet: Sheet) -> None:
    """Gives a page its exact size, from its upper left corner."""
    top = float(page.mediabox.top)
    box = RectangleObject((0.0, round(top - points(sheet.height), 2), points(sheet.width), top))
    page.mediabox = box


def _fonts(page: PageObject) -> dict[str, DictionaryObject]:
    """The fonts of a page by the names that its content has for them."""
    resources = _dictionary(page["/Resources"])
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    return {name.removeprefix("/"): font.get_object() for name, font in fonts.items()}


def _make_whole(page: PageObject, texts: Sequence[PaintedText]) -> dict[str, dict[int, str]]:
    """Makes the texts of a page whole, and tells the letters of its glyphs by their fonts."""
    content = _stream(page["/Contents"])
    stated = {name: PdfFont(_widths(font), _letters(font)) for name, font in _fonts(page).items()}
    made = whole_texts(content.get_data(), texts, stated)
    content.set_data(made.content)
    return made.letters


def _mend_fades(page: PageObject, sheet: Sheet) -> None:
    """Makes what fades fade: Qt's masks take the alpha of a grey that is opaque everywhere, where
    its lightness is meant, and leave out the painter's scale (seen with Qt 6.8 to 6.11)."""
    resources = _dictionary(page["/Resources"])
    scale = sheet.zoom * DOTS_PER_INCH / PIXELS_PER_INCH
    for state in resources.get("/ExtGState", DictionaryObject()).get_object().values():
        mask = state.get_object().get("/SMask", NameObject("/None")).get_object()
        if not isinstance(mask, DictionaryObject) or str(mask["/S"]) != "/Alpha":
            continue
        mask[NameObject("/S")] = NameObject("/Luminosity")
        form = _stream(mask["/G"])
        _dictionary(form["/Group"])[NameObject("/CS")] = NameObject("/DeviceGray")
        form.set_data(f"{scale:g} 0 0 {scale:g} 0 0 cm\n".encode() + form.get_data())


def _widths(font: DictionaryObject) -> dict[int, float]:
    """The advances that a font states (ISO 32000-1, 9.7.4.3)."""
    descendants = font["/DescendantFonts"].get_object()
    if not isinstance(descendants, ArrayObject):
        raise ImageError(_UNKNOWN)
    return stated_widths(_dictionary(descendants[0]).get("/W", ArrayObject()).get_object())


def stated_widths(stated: Iterable[object]) -> dict[int, float]:
    """The advances of glyphs, each row a first glyph and a list, or a first, a last and one for
    all of them."""
    widths: dict[int, float] = {}
    row: list[int | float] = []
    for part in stated:
        if isinstance(part, list):
            first = int(row.pop())
            widths.update((first + offset, float(one)) for offset, one in enumerate(part))
        elif isinstance(part, int | float):
            row.append(part)
        if len(row) == 3:
            widths.update(dict.fromkeys(range(int(row[0]), int(row[1]) + 1), float(row[2])))
            row = []
    return widths


def _letters(font: DictionaryObject) -> dict[int, str]:
    """What letters each glyph of a font stands for, as Qt writes it."""
    stream = _stream(font["/ToUnicode"])
    stated: dict[int, str] = {}
    for found in _RANGE.finditer(stream.get_data().decode("ascii")):
        for offset, unit in enumerate(_UNIT.findall(found[2])):
            letter = bytes.fromhex(unit).decode("utf-16-be", "replace")
            stated[int(found[1], 16) + offset] = letter
    return stated


def _write_letters(font: DictionaryObject, known: Mapping[int, str]) -> None:
    """Says what letters each glyph of a font stands for."""
    stream = _stream(font["/ToUnicode"])
    stream.set_data(letter_map({**_letters(font), **known}).encode("ascii"))


def letter_map(stated: Mapping[int, str]) -> str:
    """A map of glyphs to letters as PDF writes it (ISO 32000-1, 9.10.3)."""
    rows = [
        f"<{code:04X}> <{shown.encode('utf-16-be', 'replace').hex().upper()}>"
        for code, shown in sorted(stated.items())
        if shown
    ]
    pieces = "".join(
        f"{len(piece)} beginbfchar\n" + "\n".join(piece) + "\nendbfchar\n"
        for piece in (rows[at : at + _ROWS] for at in range(0, len(rows), _ROWS))
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{pieces}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def _tag(font: DictionaryObject, number: int) -> None:
    """Gives the names of a subset a tag of its number, in place of Qt's, which is of chance
    (ISO 32000-1, 9.6.4: six capital letters)."""
    tag = "".join(chr(ord("A") + number // 26**place % 26) for place in range(5, -1, -1))
    descendants = font["/DescendantFonts"].get_object()
    if not isinstance(descendants, ArrayObject):
        raise ImageError(_UNKNOWN)
    descendant = _dictionary(descendants[0])
    for part, key in (
        (font, "/BaseFont"),
        (descendant, "/BaseFont"),
        (_dictionary(descendant["/FontDescriptor"]), "/FontName"),
    ):
        name = str(part[key]).rpartition("+")[2].removeprefix("/")
        part[NameObject(key)] = NameObject(f"/{tag}+{name}")


def _list(writer: PdfWriter, sheets: Sequence[Sheet]) -> None:
    """Adds the bookmarks; a reader shows them at once where there is a choice."""
    listed = bookmarks(sheets)
    for name, page in listed:
        writer.add_outline_item(title=name, page_number=page)
    if len(listed) > 1:
        writer.page_mode = "/UseOutlines"


def _say(writer: PdfWriter, metadata: Metadata) -> None:
    """Adds what the document says about itself, and has its title shown above it."""
    stated = {
        "/Title": metadata.title,
        "/Author": metadata.author,
        "/Subject": metadata.subject,
        "/Source": metadata.source,
        "/Creator": metadata.software,
        "/Producer": f"Qt {qVersion()}, pypdf",
        "/CreationDate": "" if metadata.created is None else _date(metadata.created),
    }
    writer.metadata = None
    writer.add_metadata({name: words for name, words in stated.items() if words})
    root = writer.root_object
    if metadata.language:
        root[NameObject("/Lang")] = TextStringObject(metadata.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )


def _date(created: datetime) -> str:
    """A date as PDF writes it (ISO 32000-1, 7.9.4)."""
    offset = created.strftime("%z")
    return f"D:{created:%Y%m%d%H%M%S}" + (f"{offset[:3]}'{offset[3:5]}'" if offset else "")


def _dictionary(found: PdfObject) -> DictionaryObject:
    """A part of Qt's file that must be a dictionary."""
    made = found.get_object()
    if not isinstance(made, DictionaryObject):
        raise ImageError(_UNKNOWN)
    return made


def _stream(found: PdfObject) -> StreamObject:
    """A part of Qt's file that must be a stream."""
    made = found.get_object()
    if not isinstance(made, StreamObject):
        raise ImageError(_UNKNOWN)
    return made
