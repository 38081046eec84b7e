"""What a text on a page is known by afterwards: its letters, and where they stand."""

from __future__ import annotations

from typing import NamedTuple


class PaintedText(NamedTuple):
    """A line of text as it was painted: its left end, its baseline and its width, in pixels of the
    painter. `shaped`: Qt made glyphs of it in its own way, not one for each letter."""

    text: str
    x: float
    y: float
    width: float
    shaped: bool = False
