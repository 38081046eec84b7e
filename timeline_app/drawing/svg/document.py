"""A sheet as the bytes of an SVG file.

Rules:
* One file, whole in itself: no script, no reference to anything outside, nothing from the case but
  text. The same sheet gives the same bytes.
* A unit of the view box is a pixel of the painter; width and height say how large that is on paper
  or screen.
* The picture has a role, a title and a description for assistive technology, and the same words
  once more as metadata (Dublin Core).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from timeline_app.drawing.fonts import FAMILY, Fonts
from timeline_app.drawing.reading_back import check_svg
from timeline_app.drawing.sheets import PIXELS_PER_INCH, Metadata, Sheet, check_sheet
from timeline_app.drawing.svg.markup import Names, escaped, number
from timeline_app.drawing.svg.surface import SvgSurface


class LengthUnit(StrEnum):
    """In what an SVG file says how large it is."""

    PIXELS = "px"
    MILLIMETRES = "mm"


FAMILIES: Final = (
    FAMILY,
    "'Helvetica Neue'",
    "Arial",
    "sans-serif",
    "'Noto Sans CJK SC'",
    "'Noto Sans SC'",
    "'PingFang SC'",
    "'Microsoft YaHei'",
    "'WenQuanYi Zen Hei'",
)
"""The bundled font, what is likely elsewhere, and families with Chinese letters."""
_MILLIMETRES: Final = 25.4
_FONT_STYLE: Final = "font-kerning:none;font-variant-ligatures:none"
_TITLE, _DESCRIPTION, _PICTURE = "title", "description", "picture"


def svg_bytes(
    sheet: Sheet, metadata: Metadata, fonts: Fonts, unit: LengthUnit = LengthUnit.PIXELS
) -> bytes:
    """Paints a sheet as SVG.

    Raises:
        ImageError: the size is impossible, or the file did not read back as it was made.
    """
    check_sheet(sheet)
    names = Names()
    for name in (_TITLE, _DESCRIPTION, _PICTURE):
        names.new(name)
    surface = SvgSurface(fonts, names)
    sheet.paint(surface)
    data = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"{_opening(sheet, metadata, unit)}{_words(metadata)}"
        f'<g id="{_PICTURE}" font-family="{", ".join(FAMILIES)}" style="{_FONT_STYLE}" '
        'text-rendering="geometricPrecision" xml:space="preserve">\n'
        f"{surface.markup()}</g>\n</svg>\n"
    ).encode()
    check_svg(data, sheet)
    return data


def _opening(sheet: Sheet, metadata: Metadata, unit: LengthUnit) -> str:
    factor = 1.0 if unit is LengthUnit.PIXELS else _MILLIMETRES / PIXELS_PER_INCH
    width, height = (number(side * factor) for side in (sheet.width, sheet.height))
    box = f"0 0 {number(sheet.width / sheet.zoom)} {number(sheet.height / sheet.zoom)}"
    labels = [_TITLE, *([_DESCRIPTION] if metadata.subject else [])]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}{unit.value}" '
        f'height="{height}{unit.value}" viewBox="{box}" xml:lang="{escaped(metadata.language)}" '
        f'role="graphics-document img" aria-labelledby="{" ".join(labels)}">\n'
    )


def _words(metadata: Metadata) -> str:
    """Title and description, and all that the file says about itself."""
    description = ""
    if metadata.subject:
        description = f'<desc id="{_DESCRIPTION}">{escaped(metadata.subject)}</desc>\n'
    stated = (
        ("title", metadata.title),
        ("creator", metadata.author),
        ("source", metadata.source),
        ("description", metadata.subject),
        ("date", "" if metadata.created is None else metadata.created.isoformat("T", "seconds")),
        ("language", metadata.language),
        ("publisher", metadata.software),
        ("format", "image/svg+xml"),
    )
    rows = "".join(f"<dc:{name}>{escaped(words)}</dc:{name}>\n" for name, words in stated if words)
    return (
        f'<title id="{_TITLE}">{escaped(metadata.title)}</title>\n{description}<metadata>\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<rdf:Description rdf:about="">\n{rows}</rdf:Description>\n</rdf:RDF>\n</metadata>\n'
    )
