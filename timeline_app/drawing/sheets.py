"""What leaves the program as a file: sheets, and the words that a file carries about itself.

A sheet is a size and a function that paints it. How a page is laid out, and what a file format is,
know nothing of each other beyond this.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from math import isfinite
from typing import Final, NamedTuple, TypeAlias

from timeline_app import __version__
from timeline_app.drawing.surface import Surface
from timeline_app.layout.plain import plain_line

PIXELS_PER_INCH: Final = 96.0
"""Of a sheet: a pixel of a chart is a 96th of an inch, as on the screen and in CSS."""
POINTS_PER_INCH: Final = 72.0
DOTS_PER_INCH: Final = 960
"""Of a PDF while it is painted: ten to a pixel of a sheet."""
LONGEST_SIDE: Final = 19_200.0
"""96ths of an inch: two hundred inches, beyond which a PDF may not go."""
SOFTWARE: Final = f"timeline-app {__version__}"

PaintSheet: TypeAlias = Callable[[Surface], None]


class ImageError(ValueError):
    """The picture can't be made; the text says why, and what would do."""


class Sheet(NamedTuple):
    """One page or picture.

    Attributes:
        width: 96ths of an inch.
        height: 96ths of an inch.
        paint: paints everything, ground included, its top left corner at the surface's origin.
        title: what the sheet shows, in words.
        bookmark: the name under which a document lists the sheet; empty where it lists none.
        zoom: how many pixels of the sheet a pixel of `paint` fills; below 1 where the sheet was
            laid out larger and is made smaller. `paint` then fills `width / zoom` pixels.
    """

    width: float
    height: float
    paint: PaintSheet
    title: str
    bookmark: str = ""
    zoom: float = 1.0


class Metadata(NamedTuple):
    """What a file says about itself. What is empty is left out.

    Attributes:
        title: of the picture or document.
        author: who made it.
        source: what it was made from: a citation, or the case and its hash.
        subject: what it shows, in a sentence.
        software: what made it.
        created: when; None leaves it out, so that the same picture has the same bytes.
        language: of its words, as BCP 47 writes it.
    """

    title: str
    author: str = ""
    source: str = ""
    subject: str = ""
    software: str = SOFTWARE
    created: datetime | None = None
    language: str = "en"

    def plain(self) -> Metadata:
        """The same with every text as one harmless line."""
        return Metadata(
            plain_line(self.title),
            plain_line(self.author),
            plain_line(self.source),
            plain_line(self.subject),
            plain_line(self.software),
            self.created,
            plain_line(self.language),
        )


def check_sheet(sheet: Sheet) -> None:
    """Raises ImageError where no file can have a sheet of this size."""
    sides = (sheet.width, sheet.height)
    if not all(isfinite(side) and 1.0 <= side <= LONGEST_SIDE for side in sides):
        raise ImageError(
            f"A page of {sheet.width:g} × {sheet.height:g} pixels can't be made: each side must "
            f"have between 1 and {LONGEST_SIDE:,.0f}."
        )
    if not 0.0 < sheet.zoom <= 8.0:
        raise ImageError(f"A page can't be painted at {sheet.zoom:g} times its size.")


def points(pixels: float) -> float:
    """A length of a sheet in points, to a hundredth."""
    return round(pixels * POINTS_PER_INCH / PIXELS_PER_INCH, 2)


def bookmarks(sheets: Sequence[Sheet]) -> list[tuple[str, int]]:
    """The bookmarks of a document and their pages: one for the first of the pages that share it."""
    return [
        (sheet.bookmark, number)
        for number, sheet in enumerate(sheets)
        if sheet.bookmark and (number == 0 or sheets[number - 1].bookmark != sheet.bookmark)
    ]
