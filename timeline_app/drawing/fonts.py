"""The bundled font: how wide a text is, and the glyphs to paint it with.

Rules:
* The measure is the picture. Nearly every text consists of characters of which each has one glyph
  of the bundled font; such a text is measured by a table of advances and painted as exactly those
  glyphs at exactly those advances, without kerning, the same on every machine and at every scale.
  Any other text (Chinese, Arabic, emoji, combining marks) is measured and shaped by Qt, with the
  machine's fonts where the bundled one has no letters for it.
* No hinting, so that a width does not depend on the scale of the screen.
* Qt's font objects belong to the thread that made them: each thread gets its own.
* The font of a role has a whole number of pixels, and so have line height and ascent.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct
from PySide6.QtCore import QByteArray, QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGlyphRun, QGuiApplication, QRawFont

from timeline_app.layout.chart import TextRole
from timeline_app.paths import resources_folder

FAMILY: Final = "Inter"
_HINTING: Final = QFont.HintingPreference.PreferNoHinting
_UNUSABLE: Final = "The font {} can't be used. Install the program again."
_KEPT: Final = 32_768  # texts remembered for each face


class Face(NamedTuple):
    """One font of the drawing: a file of the bundled family at a size in pixels."""

    style: str
    size: int


class RoleFont(Struct, frozen=True, gc=False):
    """The typography of one role: its face, and the distance of its baselines in pixels."""

    face: Face
    line: int


ROLES: Final[dict[TextRole, RoleFont]] = {
    TextRole.TITLE: RoleFont(Face("SemiBold", 18), 24),
    TextRole.SUBTITLE: RoleFont(Face("Regular", 13), 18),
    TextRole.LANE: RoleFont(Face("Regular", 13), 17),
    TextRole.LABEL: RoleFont(Face("Regular", 13), 16),
    TextRole.TICK: RoleFont(Face("Regular", 12), 15),
    TextRole.NOTE: RoleFont(Face("Regular", 12), 15),
    TextRole.COUNT: RoleFont(Face("SemiBold", 12), 15),
}
_FILES: Final = {style: f"Inter-{style}.otf" for style in ("Regular", "Italic", "SemiBold", "Bold")}
_WEIGHTS: Final = {
    "Regular": QFont.Weight.Normal,
    "Italic": QFont.Weight.Normal,
    "SemiBold": QFont.Weight.DemiBold,
    "Bold": QFont.Weight.Bold,
}

# Blocks of scripts whose characters stand one after the other, each its own glyph: first and last
# code point. Marks and format characters in them are left out by their category.
_SIMPLE_BLOCKS: Final = (
    (0x0020, 0x02FF),  # Latin
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1FFF),  # more Latin, more Greek
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x2030, 0x205E),
    (0x2070, 0x20CF),  # superscripts, currencies
    (0x2100, 0x25FF),  # arrows, mathematics, shapes
)


class FontError(RuntimeError):
    """The bundled font can't be read or used: the program's folder is damaged."""


@cache
def font_data(style: str) -> bytes:
    """The bytes of a bundled font file.

    Raises:
        FontError: the file can't be read.
    """
    file = _FILES[style]
    try:
        return (fonts_folder() / file).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise FontError(
            f"The font {file} can't be read ({reason}). Install the program again."
        ) from error


def fonts_folder() -> Path:
    """Where the bundled fonts lie."""
    return resources_folder() / "fonts"


class Advances(dict[str, float]):
    """The advance in pixels of each character that can be painted glyph by glyph.

    Filled as characters are asked for; any other character raises KeyError.
    """

    def __init__(self, glyph: Callable[[str], tuple[int, float]]) -> None:
        """`glyph` gives a character's glyph (0 for none) and advance."""
        super().__init__()
        self._glyph = glyph

    def __missing__(self, character: str) -> float:
        if not _is_simple(character):
            raise KeyError(character)
        glyph, advance = self._glyph(character)
        if glyph == 0:
            raise KeyError(character)
        self[character] = advance
        return advance


class _Measured(Struct, frozen=True, gc=False):
    """What is known of a face, shared by all threads."""

    advances: Advances
    widths: dict[str, float]


class _ThreadFonts(threading.local):
    """Qt's font objects of one thread."""

    def __init__(self) -> None:
        self.raw: dict[Face, QRawFont] = {}
        self.shaped: dict[Face, tuple[QFont, QFontMetricsF]] = {}
        self.runs: dict[Face, dict[str, QGlyphRun | None]] = {}


class Fonts:
    """Measures texts (a `layout.chart.TextMeasurer`) and hands out what paints them.

    Needs a QGuiApplication; make one book for the program and use it from any thread.
    """

    def __init__(self) -> None:
        """Loads the bundled fonts.

        Raises:
            FontError: there is no QGuiApplication, or a font can't be read or used.
        """
        if QGuiApplication.instance() is None:
            raise FontError("Fonts need a QGuiApplication, and there is none yet.")
        _register_fonts()
        self._own = _ThreadFonts()
        self._faces = {face: self._measured(face) for face in _all_faces()}
        self._roles = {role: self._faces[font.face] for role, font in ROLES.items()}
        self._ascents = {role: self._ascent(font) for role, font in ROLES.items()}

    def width(self, text: str, role: TextRole) -> float:
        """Advance width of one line of text, in pixels."""
        measured = self._roles[role]
        width = measured.widths.get(text)
        if width is None:
            width = self._new_width(text, ROLES[role].face, measured)
        return width

    def beginnings(self, text: str, role: TextRole) -> Sequence[float]:
        """The widths of all beginnings of a line of text, from none of it to the whole."""
        try:
            advances = map(self._roles[role].advances.__getitem__, text)
            return tuple(accumulate(advances, initial=0.0))
        except KeyError:
            return tuple(self.width(text[:length], role) for length in range(len(text) + 1))

    def height(self, role: TextRole) -> float:
        """Distance of two baselines, in whole pixels."""
        return float(ROLES[role].line)

    def ascent(self, role: TextRole) -> float:
        """From the top of a line to its baseline, in whole pixels."""
        return self._ascents[role]

    def width_in(self, text: str, face: Face) -> float:
        """Advance width of one line of text in a face, in pixels."""
        measured = self._faces[face]
        width = measured.widths.get(text)
        return self._new_width(text, face, measured) if width is None else width

    def glyphs(self, text: str, face: Face) -> QGlyphRun | None:
        """The glyphs of a text from x = 0 on its baseline; None where Qt must shape the text."""
        runs = self._own.runs.get(face)
        if runs is None:
            runs = self._own.runs[face] = {}
        if text in runs:
            return runs[text]
        if len(runs) >= _KEPT:
            runs.clear()
        run = runs[text] = self._glyph_run(text, face)
        return run

    def shaped(self, face: Face) -> tuple[QFont, QFontMetricsF]:
        """The font that Qt shapes other texts with, and its measures."""
        pair = self._own.shaped.get(face)
        if pair is None:
            font = QFont(FAMILY)
            font.setPixelSize(face.size)
            font.setWeight(_WEIGHTS[face.style])
            font.setItalic(face.style == "Italic")
            font.setKerning(False)
            font.setHintingPreference(_HINTING)
            font.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
            pair = self._own.shaped[face] = (font, QFontMetricsF(font))
        return pair

    def _new_width(self, text: str, face: Face, measured: _Measured) -> float:
        try:
            width = sum(map(measured.advances.__getitem__, text))
        except KeyError:
            width = self.shaped(face)[1].horizontalAdvance(text)
        if len(measured.widths) >= _KEPT:
            measured.widths.clear()
        measured.widths[text] = width
        return width

    def _glyph_run(self, text: str, face: Face) -> QGlyphRun | None:
        advances = self._faces[face].advances
        places = []
        x = 0.0
        for character in text:
            places.append(QPointF(x, 0.0))
            try:
                x += advances[character]
            except KeyError:
                return None
        raw = self._raw(face)
        run = QGlyphRun()
        run.setRawFont(raw)
        run.setGlyphIndexes(raw.glyphIndexesForString(text))
        run.setPositions(places)
        return run

    def _measured(self, face: Face) -> _Measured:
        def glyph(character: str) -> tuple[int, float]:
            raw = self._raw(face)
            indexes = raw.glyphIndexesForString(character)
            return indexes[0], raw.advancesForGlyphIndexes(indexes)[0].x()

        return _Measured(Advances(glyph), {})

    def _ascent(self, font: RoleFont) -> float:
        raw = self._raw(font.face)
        return float(round((font.line - raw.ascent() - raw.descent()) / 2 + raw.ascent()))

    def _raw(self, face: Face) -> QRawFont:
        raw = self._own.raw.get(face)
        if raw is None:
            raw = QRawFont(_shared(font_data(face.style)), face.size, _HINTING)
            if not raw.isValid():
                raise FontError(_UNUSABLE.format(_FILES[face.style]))
            self._own.raw[face] = raw
        return raw


def face_of(role: TextRole, *, italic: bool = False) -> Face:
    """The face of a role; italic has one weight only."""
    return _ITALICS[role] if italic else ROLES[role].face


_ITALICS: Final = {role: Face("Italic", font.face.size) for role, font in ROLES.items()}


def _all_faces() -> set[Face]:
    return {face_of(role, italic=italic) for role in TextRole for italic in (False, True)}


@cache
def _register_fonts() -> None:
    """Makes the bundled family known to Qt, once, for the texts that Qt shapes."""
    for style, file in _FILES.items():
        if QFontDatabase.addApplicationFontFromData(_shared(font_data(style))) < 0:
            raise FontError(_UNUSABLE.format(file))


@cache
def _shared(data: bytes) -> QByteArray:
    """The bytes as Qt has them: one copy for all faces and threads."""
    return QByteArray(data)


@lru_cache(maxsize=_KEPT)
def _is_simple(character: str) -> bool:
    """Whether a character may be painted as one glyph, if the font has it."""
    code = ord(character)
    return unicodedata.category(character)[0] not in "MC" and any(
        first <= code <= last for first, last in _SIMPLE_BLOCKS
    )
