"""Sizes of pages as they are written on the command line: 1600x900, A4-portrait, 297x210mm."""

from __future__ import annotations

import argparse
import re

from timeline_app.drawing.pages.paper import A4, PAPER_MARGIN, PAPERS, SCREEN, Paper, Unit

USUAL_PAPER = A4
"""Of a PDF."""
USUAL_SCREEN = SCREEN
"""Of every other picture."""

_PIXELS = re.compile(r"([0-9]{1,6})[xX×]([0-9]{1,6})")
_MILLIMETRES = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,2})?)[xX×]([0-9]{1,5}(?:\.[0-9]{1,2})?) ?mm")


def _names() -> dict[str, Paper]:
    """Each size on paper by its name in small letters, and by the part before the hyphen, which
    means the wide one."""
    papers = {
        name.lower(): paper for name, paper in PAPERS.items() if paper.unit is Unit.MILLIMETRES
    }
    wide = {name.partition("-")[0]: paper for name, paper in reversed(papers.items())}
    return {**wide, **papers}


def screen_size(words: str) -> Paper:
    """A page of so many pixels.

    Raises:
        argparse.ArgumentTypeError: it is not the size of one.
    """
    match = _PIXELS.fullmatch(words)
    if match is None:
        raise argparse.ArgumentTypeError(f"“{words}” is not a size such as 1600x900")
    return Paper(float(match[1]), float(match[2]))


def paper_size(words: str) -> Paper:
    """A page of paper, by its name or in millimetres; a free one has the usual margin.

    Raises:
        argparse.ArgumentTypeError: it is neither.
    """
    named = _names().get(words.lower())
    if named is not None:
        return named
    match = _MILLIMETRES.fullmatch(words)
    if match is None:
        raise argparse.ArgumentTypeError(
            f"“{words}” is not a page such as A4-portrait or 297x210mm; those with a name are "
            f"{', '.join(name for name, one in PAPERS.items() if one.unit is Unit.MILLIMETRES)}"
        )
    return Paper(float(match[1]), float(match[2]), Unit.MILLIMETRES, PAPER_MARGIN)
