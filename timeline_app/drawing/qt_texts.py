"""Texts as small images in an atlas, for what is painted again in every frame.

Rules:
* Placing an image costs a tenth of drawing the glyphs. A text becomes an image when it has been
  painted a few times, so that one that is gone with the next frame costs no more than before.
  Labels that may be cut become images at their second painting, all of them at once: the cut of
  such a label is a part of its image.
* Qt mixes the edges of glyphs with their ground by the brightness that the eye sees. An image must
  not know its ground, so it is taken from a picture on white, or on a very dark grey for a light
  text: there it is the same but for a few shades of 255, as on the tints of a chart.
* Only texts of which each character has a glyph are kept; the others are shaped by Qt each time.
* Images belong to one thread: that of the window. Its atlas holds other small shapes as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QImage, QPainter

from timeline_app.drawing.fonts import Fonts, face_of
from timeline_app.drawing.qt_atlas import Atlas, Line, Place
from timeline_app.drawing.qt_images import IMAGE_FORMAT
from timeline_app.drawing.qt_lasting import OFTEN, Lasting
from timeline_app.drawing.qt_values import qt_colour
from timeline_app.drawing.surface import OPAQUE, Colour
from timeline_app.layout.chart import TextRole
from timeline_app.layout.counts import count_text
from timeline_app.layout.cutting import HeldLines, Lines
from timeline_app.layout.plain import ELLIPSIS

LARGEST: Final = 40_000
"""Device pixels of a text; a larger one is drawn each time."""
NUMERALS: Final = "0123456789,+ longer"
"""What counts and their one word are written with."""
_NUMERALS: Final = frozenset(NUMERALS)
LARGEST_COUNT: Final = 9_999
"""A larger count is painted numeral by numeral."""
_CLEAR: Final = 0
_ASCII: Final = 128
_MOST_SEEN: Final = 16_384  # texts
_MOST_HELD: Final = 8  # collections of lines, roles and colours
_NO_IMAGES: Final = np.empty(0, dtype=np.int64)
_PARTS: Final = 4  # of a pixel, in which Qt places glyphs
_ROUNDING: Final = 1 / 16  # of a part: Qt adds a 64th of a pixel before it takes the part below
_DARK_GROUND: Final = 24  # red, green and blue each
_DARK: Final = 382  # red, green and blue of a text that is taken from white, together

Printed: TypeAlias = tuple[str, TextRole, Colour, bool]
"""A text, its role and colour, and whether it is italic."""
Pieces: TypeAlias = tuple[tuple[int, Place], ...]
"""The images of a text in the atlas: one, or one for each digit of a number; and by how many device
pixels each is shifted to the right."""


class TextImages:
    """The images of the texts of one window, and the atlas that holds them."""

    def __init__(self) -> None:
        """Starts empty."""
        self.atlas = Atlas()
        self._kept: dict[Printed, Pieces] = {}
        self._seen: Counter[Printed] = Counter()
        self._numbers: dict[tuple[TextRole, Colour], dict[str, int]] = {}
        self._numerals: dict[tuple[TextRole, Colour], Numerals] = {}
        self._images: dict[tuple[HeldLines, TextRole, Colour], NDArray[np.int64]] = {}
        self._counts: dict[tuple[TextRole, Colour], NDArray[np.int64]] = {}
        self._lasting_texts: Lasting[str] = Lasting()
        self._lasting_numbers: Lasting[int] = Lasting()
        self._scale = 0.0
        self.repeated: tuple[object, bytes] | None = None
        """The fragments of what is the same in most pictures, and what they show."""

    def kept(self, scale: float) -> dict[Printed, Pieces]:
        """What is kept for a scale of the screen, asked for before each picture. That of another
        is given up, and all where there is no more room."""
        if scale != self._scale or self.atlas.is_full or len(self._seen) > _MOST_SEEN:
            self._kept.clear()
            self._seen.clear()
            self._numbers.clear()
            self._numerals.clear()
            self._images.clear()
            self._counts.clear()
            self._lasting_texts.clear()
            self._lasting_numbers.clear()
            self.repeated = None
            self.atlas.clear()
            self._scale = scale
        return self._kept

    def take(self, printed: Printed, fonts: Fonts) -> Pieces | None:
        """The images of a text that is painted: one where it has been painted often enough, those
        of its digits for a count; else None, as where there is no more room."""
        self._seen[printed] += 1
        pieces = self._whole(printed, fonts) if self._seen[printed] == OFTEN else None
        if pieces is None and printed[1] is TextRole.COUNT:
            return self._digits_of(printed, fonts)
        return pieces

    def _whole(self, printed: Printed, fonts: Fonts) -> Pieces | None:
        """A text as one image, which is kept."""
        text, role, colour, italic = printed
        run = fonts.glyphs(text, face_of(role, italic=italic))
        found = None if run is None else image_of_glyphs(run, colour, self._scale)
        place = None if found is None else self.atlas.take(printed, *found)
        if place is None:
            return None
        pieces = self._kept[printed] = ((0, place),)
        return pieces

    def _digits_of(self, printed: Printed, fonts: Fonts) -> Pieces | None:
        """The images of the characters of a count: counts come and go, but all are of a few."""
        text, role, colour, italic = printed
        face, x = face_of(role, italic=italic), 0.0
        pieces: list[tuple[int, Place]] = []
        for character in text:
            whole, part = divmod(floor(x * self._scale * _PARTS + _ROUNDING), _PARTS)
            place = self._character((character, role, colour, italic), part, fonts)
            if place is None:
                return None
            pieces.append((whole, place))
            x += fonts.width_in(character, face)
        return tuple(pieces)

    def _character(self, printed: Printed, part: int, fonts: Fonts) -> Place | None:
        """The image of a character that begins so many parts of a pixel right of a whole one."""
        place = self.atlas.places.get((printed, part))
        if place is not None:
            return place
        character, role, colour, italic = printed
        run = fonts.glyphs(character, face_of(role, italic=italic))
        shift = part / _PARTS
        found = None if run is None else image_of_glyphs(run, colour, self._scale, shift)
        return None if found is None else self.atlas.take((printed, part), *found)

    def numbers(self, role: TextRole, colour: Colour) -> dict[str, int]:
        """The numbers of the images of texts of a role and a colour, each as a whole."""
        return self._numbers.setdefault((role, colour), {})

    def lines(
        self, texts: Sequence[str], role: TextRole, colour: Colour, fonts: Fonts
    ) -> NDArray[np.int64]:
        """The numbers of the images of texts, each as a whole; those that are asked for again and
        have none are painted at once. -1 for what is asked for the first time, for what Qt must
        shape, and where there is no more room."""
        known = self.numbers(role, colour)
        if isinstance(texts, Lines):
            return self._held_lines(texts, role, colour, fonts)
        found = [known.get(text, -1) for text in texts]
        if -1 in found:
            fresh = [text for text, number in zip(texts, found, strict=True) if number < 0]
            self._paint_lines(fresh, role, colour, fonts)
            found = [known.get(text, -1) for text in texts]
        return np.array(found, dtype=np.int64)

    def _held_lines(
        self, lines: Lines, role: TextRole, colour: Colour, fonts: Fonts
    ) -> NDArray[np.int64]:
        """The same of lines that are held: what is known of them is found by their numbers."""
        key = lines.held, role, colour
        images = self._images.get(key)
        if images is None or len(images) < len(lines.held):
            before = _NO_IMAGES if images is None else images
            if len(self._images) >= _MOST_HELD:
                self._images.clear()
            images = np.full(len(lines.held.whole), -1)
            images[: len(before)] = before
            self._images[key] = images
        found = images[lines.numbers]
        fresh = (found < 0).nonzero()[0]
        if len(fresh):
            found[fresh] = self.lines(tuple(lines.only(fresh)), role, colour, fonts)
            images[lines.numbers] = found
        return found

    def _paint_lines(
        self, texts: Sequence[str], role: TextRole, colour: Colour, fonts: Fonts
    ) -> None:
        """Paint those texts of which nothing is kept, where they are asked for again."""
        known, face = self.numbers(role, colour), face_of(role)
        new: dict[Printed, QGlyphRun] = {}
        for text in dict.fromkeys(filter(None, texts)):
            printed = (text, role, colour, False)
            pieces = self._kept.get(printed)
            if pieces is not None:
                known[text] = pieces[0][1].number
                continue
            self._seen[printed] += 1
            run = fonts.glyphs(text, face) if self._seen[printed] > 1 else None
            if run is not None:
                new[printed] = run
        if not new:
            return
        picture, lines = picture_of_lines(tuple(new.values()), colour, self._scale)
        taken = self.atlas.take_lines(tuple(new), picture, lines)
        for printed, place in zip(new, taken or (), strict=taken is not None):
            self._kept[printed] = ((0, place),)
            known[printed[0]] = place.number

    def numerals(self, role: TextRole, colour: Colour, fonts: Fonts) -> Numerals | None:
        """The images of what numbers are written with; None where they have no room."""
        found = self._numerals.get((role, colour))
        if found is None:
            found = self._make_numerals(role, colour, fonts)
            if found is not None:
                self._numerals[role, colour] = found
        return found

    def learn(self, texts: Sequence[str], role: TextRole, colour: Colour, fonts: Fonts) -> None:
        """Note that these texts, and no others, were painted numeral by numeral in a picture. Those
        that stay from picture to picture are images from now on; most are gone with the next."""
        often = self._lasting_texts.often((role, colour), texts)
        if often:
            self.lines(often, role, colour, fonts)

    def numbered(
        self, numbers: NDArray[np.int64], role: TextRole, colour: Colour
    ) -> NDArray[np.int64]:
        """The numbers of the images of counts; -1 where there is none."""
        images = self._counts.get((role, colour))
        if images is None:
            images = self._counts[role, colour] = np.full(LARGEST_COUNT + 2, -1)
        return images[np.minimum(numbers, LARGEST_COUNT + 1)]

    def learn_numbers(
        self, numbers: Sequence[int], role: TextRole, colour: Colour, fonts: Fonts
    ) -> None:
        """The same as `learn` of the counts of a picture."""
        lasting = self._lasting_numbers.often((role, colour), numbers)
        often = [number for number in lasting if number <= LARGEST_COUNT]
        if often:
            texts = [count_text(number) for number in often]
            self._counts[role, colour][often] = self.lines(texts, role, colour, fonts)

    def _make_numerals(self, role: TextRole, colour: Colour, fonts: Fonts) -> Numerals | None:
        face = face_of(role)
        advances = np.zeros(_ASCII)
        numbers = np.full((_ASCII, _PARTS), -1)
        inked = NUMERALS.replace(" ", "")
        self._paint_characters(inked, role, colour, fonts)
        for character in NUMERALS:
            advances[ord(character)] = fonts.width_in(character, face)
            for part in range(_PARTS):
                place = self.atlas.places.get(((character, role, colour, False), part))
                if character == " ":
                    place = self.atlas.swatch(_CLEAR)
                if place is None:
                    return None
                numbers[ord(character), part] = place.number
        return Numerals(advances, numbers)

    def _paint_characters(
        self, characters: str, role: TextRole, colour: Colour, fonts: Fonts
    ) -> None:
        """Have images of all these characters at each part of a pixel, as far as there is room: one
        picture for a part, since a picture of its own for each takes several times as long."""
        face = face_of(role)
        for part in range(_PARTS):
            runs: dict[tuple[Printed, int], QGlyphRun] = {}
            for character in characters:
                key = (character, role, colour, False), part
                run = fonts.glyphs(character, face)
                if run is not None and key not in self.atlas.places:
                    runs[key] = run
            if runs:
                shift = part / _PARTS
                picture, lines = picture_of_lines(tuple(runs.values()), colour, self._scale, shift)
                self.atlas.take_lines(tuple(runs), picture, lines)

    def ellipses(self, role: TextRole, colour: Colour, fonts: Fonts) -> tuple[Place, ...] | None:
        """The images of an ellipsis that begins so many parts of a pixel right of a whole one."""
        printed = (ELLIPSIS, role, colour, False)
        places = [self._character(printed, part, fonts) for part in range(_PARTS)]
        found = tuple(place for place in places if place is not None)
        return found if len(found) == _PARTS else None


class Numerals(NamedTuple):
    """The characters that numbers are written with, by their code: the advance of each in pixels,
    and the number of its image in the atlas for each part of a pixel at which it may begin."""

    advances: NDArray[np.float64]
    numbers: NDArray[np.int64]

    def set(
        self, texts: Sequence[str], scale: float
    ) -> tuple[NDArray[np.intp], NDArray[np.int64], NDArray[np.int64]]:
        """Of each character of many texts which text it is of, by how many device pixels it is
        shifted to the right, and the number of its image."""
        codes = np.frombuffer("".join(texts).encode("ascii"), dtype=np.uint8)
        lengths = np.array([len(text) for text in texts])
        owners = np.repeat(np.arange(len(texts)), lengths)
        advances = self.advances[codes]
        begins = np.cumsum(advances) - advances
        firsts = np.cumsum(lengths) - lengths
        whole, parts = whole_and_part((begins - begins[firsts][owners]) * scale)
        return owners, whole, self.numbers[codes, parts]


def is_number(text: str) -> bool:
    """Whether a text is written with numerals alone."""
    return _NUMERALS.issuperset(text)


def whole_and_part(pixels: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Whole device pixels, and the parts of one beyond them in which Qt places glyphs."""
    parts = np.floor(pixels * _PARTS + _ROUNDING).astype(np.int64)
    return parts // _PARTS, parts % _PARTS


class GlyphImage(NamedTuple):
    """An image of glyphs, and where its top left corner lies from the start of their baseline, in
    device pixels."""

    image: QImage
    left: int
    top: int


def image_of_glyphs(
    run: QGlyphRun, colour: Colour, scale: float, shift: float = 0.0
) -> GlyphImage | None:
    """The image of some glyphs that begin `shift` of a device pixel right of a whole one; None
    where it would be large."""
    bounds = run.boundingRect()
    if bounds.isEmpty() or bounds.width() * bounds.height() * scale * scale > LARGEST:
        return None
    image, (line,) = picture_of_lines((run,), colour, scale, shift)
    inked = image.copy(0, line.top, line.width, line.height)
    return GlyphImage(inked, line.across, line.down)


def picture_of_lines(
    runs: Sequence[QGlyphRun], colour: Colour, scale: float, shift: float = 0.0
) -> tuple[QImage, list[Line]]:
    """One picture of many texts, one beneath the other, and where each is in it; the texts begin
    `shift` of a device pixel right of a whole one."""
    lines: list[Line] = []
    below = 0
    for run in runs:
        bounds = run.boundingRect()
        left, top = floor(bounds.left() * scale) - 1, floor(bounds.top() * scale) - 1
        width = max(ceil(bounds.right() * scale + shift) + 1 - left, 1)
        height = max(ceil(bounds.bottom() * scale) + 1 - top, 1)
        lines.append(Line(width, height, below, left, top))
        below += height
    channel, ground, shades = _shades(colour)
    size = max(line.width for line in lines), below
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(qt_colour(OPAQUE | ground * 0x010101))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setPen(qt_colour(colour))
    for run, line in zip(runs, lines, strict=True):
        painter.resetTransform()
        painter.translate(-line.across, line.top - line.down)
        painter.scale(scale, scale)
        painter.drawGlyphRun(QPointF(shift / scale, 0.0), run)
    painter.end()
    seen = np.frombuffer(picture.constBits(), dtype=np.uint8)[channel::4]
    image = QImage(*size, IMAGE_FORMAT)
    np.frombuffer(image.bits(), dtype=np.uint32)[:] = shades[seen]
    has_ink = (seen != ground).reshape(below, -1).any(axis=1)
    return image, [_without_air(line, has_ink) for line in lines]


def _without_air(line: Line, has_ink: NDArray[np.bool_]) -> Line:
    """A line without the rows above and beneath in which nothing is painted: they would be laid in
    every frame."""
    rows = np.flatnonzero(has_ink[line.top : line.top + line.height])
    if not len(rows):
        return line
    first, last = int(rows[0]), int(rows[-1])
    return line._replace(height=last - first + 1, top=line.top + first, down=line.down + first)


@lru_cache(maxsize=64)
def _shades(colour: Colour) -> tuple[int, int, NDArray[np.uint32]]:
    """The channel in which a colour differs most from its ground, that ground (white or dark), and
    for each value of the channel the colour as far as it covers the ground, premultiplied."""
    parts = np.array([colour & 255, colour >> 8 & 255, colour >> 16 & 255], dtype=np.int64)
    ground = 255 if int(parts.sum()) <= _DARK else _DARK_GROUND
    channel = int(np.argmax(np.abs(parts - ground)))
    contrast = int(parts[channel]) - ground
    cover = np.clip(np.rint((np.arange(256) - ground) * (255 / contrast)), 0, 255)
    blue, green, red = (np.rint(cover * (part / 255)).astype(np.uint32) for part in parts)
    return channel, ground, (cover.astype(np.uint32) << 24) | (red << 16) | (green << 8) | blue
