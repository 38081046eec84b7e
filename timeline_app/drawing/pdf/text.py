"""The texts of a finished PDF page made whole, so that they can be searched, copied and read out.

Qt writes each glyph by itself and lets it stand for the first letter that its font gives the same
shape: a space reads back as a tab, a joined Arabic letter as a form of its own, and a line in two
fonts as two. The picture is right, the words are not. What was painted is known, and here put in:

* Each line of text is one block: its stretches of one font in the order of the text, the glyphs of
  a stretch from left to right, placed to a hundredth of a pixel. Where letters are joined, the
  whole text goes with it as ActualText; not where it runs right to left, since readers differ on
  the order of that.
* A glyph stands for the letters that it shows: where there is one for each letter, for that letter;
  else for the plain form of what its font says.
* A block belongs to a text by its place, in the order of painting. One that belongs to none is left
  as Qt wrote it: the picture never suffers for the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from timeline_app.drawing.pdf.painted_text import PaintedText
from timeline_app.drawing.pdf.reading_order import (
    has_joined,
    has_right_to_left,
    is_right_to_left,
    plain_letters,
    reading_order,
)

_NUMBER: Final = rb"-?[0-9.]+"
_BLOCK: Final = re.compile(
    rb"BT\n/(F[0-9]+) (%(n)b) Tf 1 0 (%(n)b) -1 0 0 Tm\n"
    rb"((?:%(n)b %(n)b Td <[0-9A-Fa-f]{4}> Tj ?\n)+)ET\n" % {b"n": _NUMBER}
)
_GLYPH: Final = re.compile(rb"(%(n)b) (%(n)b) Td <([0-9A-Fa-f]{4})> Tj" % {b"n": _NUMBER})
_NEAR: Final = 0.05  # pixels between the line of a text and that of its glyphs
_BEYOND: Final = 1.0  # pixels that a glyph may stand out at the ends of its text
_OFF: Final = 0.01  # pixels that a glyph may stand off its place
_AWAY: Final = b"1 0 0 1 0 99999 Tm\n"
"""A place far from any text. Whoever reads the words off the page sees that a line begins."""


class _Glyph(NamedTuple):
    x: float
    y: float
    code: int


class _Block(NamedTuple):
    """A block as Qt wrote it: its span in the content, its font, and its glyphs."""

    start: int
    end: int
    font: str
    size: float
    slant: float
    glyphs: tuple[_Glyph, ...]


class PdfFont(NamedTuple):
    """What a font of a page states: for each of its glyphs the advance, in thousandths of its size,
    and the letters that it stands for."""

    widths: Mapping[int, float]
    letters: Mapping[int, str]


class PageText(NamedTuple):
    """A page's content with its texts made whole, and the letters of the glyphs of each font."""

    content: bytes
    letters: dict[str, dict[int, str]]


def whole_texts(
    content: bytes, painted: Sequence[PaintedText], fonts: Mapping[str, PdfFont]
) -> PageText:
    """Makes the texts of a page whole.

    Args:
        content: the page as Qt wrote it.
        painted: the texts on it, in the order in which they were painted.
        fonts: those of the page, by the name that its content has for them.
    """
    letters: dict[str, dict[int, str]] = {name: {} for name in fonts}
    parts: list[bytes] = []
    done = 0
    for text, found in _matched(_blocks(content), painted):
        _learn(text, found, fonts, letters)
        for index, block in enumerate(found):
            parts.append(content[done : block.start])
            if index == 0:
                parts.append(_written(text, found, fonts, letters))
            done = block.end
    parts.append(content[done:])
    return PageText(b"".join(parts), letters)


def _blocks(content: bytes) -> list[_Block]:
    blocks = []
    for found in _BLOCK.finditer(content):
        x = y = 0.0
        slant = float(found[3])
        glyphs = []
        for step in _GLYPH.finditer(found[4]):
            x += float(step[1])
            y += float(step[2])
            glyphs.append(_Glyph(x + y * slant, -y, int(step[3], 16)))
        start, end, font, size = found.start(), found.end(), found[1].decode(), float(found[2])
        blocks.append(_Block(start, end, font, size, slant, tuple(sorted(glyphs))))
    return blocks


def _matched(
    blocks: Sequence[_Block], painted: Sequence[PaintedText]
) -> Iterator[tuple[PaintedText, list[_Block]]]:
    """Each text with the blocks that show it; a text that became shapes has none and is left out.

    A text that is not shaped is one block.
    """
    at = 0
    for text in painted:
        begin = at
        while begin < len(blocks) and not _is_of(blocks[begin], text):
            begin += 1
        end = begin
        most = len(blocks) if text.shaped else begin + 1
        while end < min(most, len(blocks)) and _is_of(blocks[end], text):
            end += 1
        if end > begin:
            yield text, list(blocks[begin:end])
            at = end


def _is_of(block: _Block, text: PaintedText) -> bool:
    first, last = block.glyphs[0], block.glyphs[-1]
    on_line = abs(first.y - text.y) < _NEAR or (text.shaped and abs(first.y - text.y) < block.size)
    return (
        on_line
        and first.x > text.x - _BEYOND
        and last.x < text.x + text.width + _BEYOND
        and (text.shaped or len(block.glyphs) == len(text.text))
    )


def _learn(
    text: PaintedText,
    found: Sequence[_Block],
    fonts: Mapping[str, PdfFont],
    letters: dict[str, dict[int, str]],
) -> None:
    """Learns from a text what its glyphs stand for; what came first stays."""
    pairs = [(block.font, glyph) for block in found for glyph in block.glyphs]
    pairs.sort(key=lambda pair: pair[1].x)
    one_each = len(pairs) == len(text.text) and not has_joined(text.text)
    for index, (font, glyph) in enumerate(pairs):
        known = letters.setdefault(font, {})
        if glyph.code in known:
            continue
        stated = fonts[font].letters.get(glyph.code, "") if font in fonts else ""
        shown = text.text[index] if one_each else plain_letters(stated, text.text)
        if shown:
            known[glyph.code] = shown


def _written(
    text: PaintedText,
    found: Sequence[_Block],
    fonts: Mapping[str, PdfFont],
    letters: Mapping[str, Mapping[int, str]],
) -> bytes:
    """One block for a text."""
    lines = [b"BT\n", _AWAY]
    if text.shaped:
        ordered = sorted(found, key=lambda block: block.glyphs[0].x)
        shown = [
            "".join(letters[block.font].get(glyph.code, "") for glyph in block.glyphs)
            for block in ordered
        ]
        order = reading_order(shown, right_to_left=is_right_to_left(text.text))
        found = [ordered[index] for index in order]
    for block in found:
        lines.append(f"/{block.font} {block.size:g} Tf\n".encode())
        lines.extend(_rows(block, fonts[block.font].widths if block.font in fonts else {}))
    lines.append(b"ET\n")
    if has_joined(text.text) and not has_right_to_left(text.text):
        words = text.text.encode("utf-16-be", "replace").hex().upper()
        return f"/Span <</ActualText <FEFF{words}>>> BDC\n".encode() + b"".join(lines) + b"EMC\n"
    return b"".join(lines)


def _rows(block: _Block, widths: Mapping[int, float]) -> Iterator[bytes]:
    """The glyphs of a block, those on one height together. Between them stands by how much each is
    off the place to which the advances before it lead, in thousandths of the size."""
    row: list[str] = []
    start = block.glyphs[0]
    pen = start.x
    for glyph in block.glyphs:
        if glyph.y != start.y:
            yield _row(start, block, row)
            row, start, pen = [], glyph, glyph.x
        off = pen - glyph.x
        if abs(off) > _OFF:
            step = round(off * 1000 / block.size)
            row.append(f">{step}<")
            pen -= step * block.size / 1000
        row.append(f"{glyph.code:04X}")
        pen += widths.get(glyph.code, 1000.0) * block.size / 1000
    yield _row(start, block, row)


def _row(start: _Glyph, block: _Block, row: Sequence[str]) -> bytes:
    place = f"{start.x:.3f} {start.y:.3f}"
    shown = "".join(row).removeprefix(">0<")
    return f"1 0 {block.slant:g} -1 {place} Tm [<{shown}>] TJ\n".encode()
