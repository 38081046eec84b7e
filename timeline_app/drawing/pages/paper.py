"""The sizes of pages: screens in pixels, paper in millimetres.

Rules:
* A page is laid out in 96ths of an inch, which is what a pixel of a screen stands for and what one
  pixel of a chart is at scale 1. So 96 dots an inch make a PNG of as many pixels as the layout has.
* A screen's pixels are the pixels of the PNG: its layout is they divided by the scale. Paper keeps
  its size in print whatever the scale; the scale only makes everything on it larger.
* The margin stays free of everything but the ground of the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Final

import msgspec

INCH: Final = 96.0
"""Units of a layout to an inch."""
MILLIMETRES: Final = 25.4
"""Millimetres to an inch."""
PAPER_MARGIN: Final = 10.0
"""Millimetres that most printers can't reach, and a little air."""
LEAST_SIDE: Final = 200.0
"""No side of a layout is shorter, in 96ths of an inch."""

Length = Annotated[float, msgspec.Meta(gt=0, le=100_000)]
Margin = Annotated[float, msgspec.Meta(ge=0, le=10_000)]
Scale = Annotated[float, msgspec.Meta(ge=0.25, le=8)]
Dots = Annotated[int, msgspec.Meta(ge=36, le=1_200)]


class Unit(StrEnum):
    """What the lengths of a paper are given in."""

    PIXELS = "px"
    MILLIMETRES = "mm"


class Paper(msgspec.Struct, frozen=True, gc=False):
    """The size of a page, its margin on each side, in one unit."""

    width: Length
    height: Length
    unit: Unit = Unit.PIXELS
    margin: Margin = 0.0

    @property
    def turned(self) -> Paper:
        """The same paper in the other direction."""
        return msgspec.structs.replace(self, width=self.height, height=self.width)

    @property
    def in_words(self) -> str:
        """Its size: "297 × 210 mm"."""
        return f"{self.width:g} × {self.height:g} {self.unit}"

    def laid_out(self, scale: float = 1.0) -> Layout:
        """The page for a layout in which everything is `scale` times as large."""
        unit = 1.0 if self.unit is Unit.PIXELS else INCH / MILLIMETRES
        whole = round if self.unit is Unit.PIXELS else float
        width, height = whole(self.width) * unit, whole(self.height) * unit
        most = min(width, height) / 4
        return Layout(width / scale, height / scale, min(self.margin * unit, most) / scale, scale)


class Layout(msgspec.Struct, frozen=True, gc=False):
    """A page as it is laid out, in pixels of a chart: `scale` of them become a 96th of an inch."""

    width: float
    height: float
    margin: float
    scale: float

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def inner_height(self) -> float:
        """The height between the margins."""
        return self.height - 2 * self.margin

    def smaller(self, factor: float) -> Layout:
        """The same page with everything on it `factor` times as large, below 1 for smaller."""
        return Layout(
            self.width / factor, self.height / factor, self.margin / factor, self.scale * factor
        )

    @property
    def on_paper(self) -> tuple[float, float]:
        """Width and height of the page itself, in 96ths of an inch."""
        return self.width * self.scale, self.height * self.scale


def _paper(width: float, height: float) -> Paper:
    return Paper(width, height, Unit.MILLIMETRES, PAPER_MARGIN)


A4: Final = _paper(297.0, 210.0)
A3: Final = _paper(420.0, 297.0)
LETTER: Final = _paper(279.4, 215.9)
SLIDE: Final = Paper(338.67, 190.5, Unit.MILLIMETRES)
"""16 : 9, 13.333 by 7.5 inches, as slides are."""
SCREEN: Final = Paper(1600, 900)

PAPERS: Final[Mapping[str, Paper]] = MappingProxyType(
    {
        "1600x900": SCREEN,
        "1920x1080": Paper(1920, 1080),
        "3840x2160": Paper(3840, 2160),
        "A4-landscape": A4,
        "A4-portrait": A4.turned,
        "A3-landscape": A3,
        "A3-portrait": A3.turned,
        "Letter-landscape": LETTER,
        "Letter-portrait": LETTER.turned,
        "slide-16:9": SLIDE,
    }
)
"""The sizes that have a name, in the order in which they are offered."""


def name_of(paper: Paper) -> str | None:
    """The name of a size; None for a free one."""
    return next((name for name, one in PAPERS.items() if one == paper), None)


def paper_fault(paper: Paper, scale: float) -> str | None:
    """Why nothing can be laid out on a page of this size; None where it can."""
    layout = paper.laid_out(scale)
    if min(layout.inner_width, layout.inner_height) >= LEAST_SIDE:
        return None
    return (
        f"A page of {paper.in_words} is too small: between the margins each side needs at least "
        f"{_least_in_words(paper.unit, scale)}."
    )


def _least_in_words(unit: Unit, scale: float) -> str:
    if unit is Unit.PIXELS:
        return f"{LEAST_SIDE * scale:g} px"
    return f"{LEAST_SIDE * scale / INCH * MILLIMETRES:.0f} mm"
