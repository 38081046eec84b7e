"""What the elements of an SVG file refer to: hatches, fades and clips, each defined once.

Everything is in the coordinates of the whole picture, so that the same hatch at two places is one
definition where its lines fall alike.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from timeline_app.drawing.surface import Colour, Fade, Hatch
from timeline_app.drawing.svg.markup import Names, colour_of, number, numbers
from timeline_app.layout.chart import Rect

_Written: TypeAlias = Callable[[str], str]
"""Gives a definition's markup for its name."""


class _Tile(NamedTuple):
    """A hatch as far as its pattern goes: the place of its lines within one period."""

    colour: Colour
    ground: Colour
    distance: float
    width: float
    x: str
    y: str


class Definitions:
    """Collects definitions; each method gives the name by which an element refers to one."""

    def __init__(self, names: Names) -> None:
        """`names` are those of the file."""
        self._names = names
        self._known: dict[object, str] = {}
        self._written: list[str] = []

    def markup(self) -> str:
        """The definitions as an element of the file; empty where there are none."""
        return f"<defs>\n{''.join(self._written)}</defs>\n" if self._written else ""

    def clip(self, rect: Rect) -> str:
        """Nothing outside the rectangle."""
        shape = _rectangle(rect)
        return self._defined(
            ("clip", shape), "clip", lambda name: f'<clipPath id="{name}">{shape}</clipPath>\n'
        )

    def fade(self, colour: Colour, fade: Fade) -> str:
        """A colour that is clear at one x and full at another."""
        ends = f'x1="{number(fade.clear)}" x2="{number(fade.full)}"'
        tone = f'stop-color="#{colour & 0xFFFFFF:06x}"'
        full = f' stop-opacity="{number((colour >> 24) / 255)}"' if colour >> 24 < 255 else ""

        def written(name: str) -> str:
            return (
                f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" {ends} y1="0" y2="0">'
                f'<stop offset="0" {tone} stop-opacity="0"/><stop offset="1" {tone}{full}/>'
                "</linearGradient>\n"
            )

        return self._defined((colour, ends), "fade", written)

    def hatch(self, colour: Colour, hatch: Hatch, bottom: float) -> str:
        """A hatch, one of whose lines goes through its anchor at the bottom."""
        distance = hatch.distance
        tile = _Tile(
            colour,
            hatch.ground,
            distance,
            hatch.width,
            number(hatch.anchor % distance),
            number(bottom % distance),
        )
        return self._defined(tile, "hatch", lambda name: _pattern(name, tile))

    def _defined(self, what: object, kind: str, written: _Written) -> str:
        name = self._known.get(what)
        if name is None:
            name = self._known[what] = self._names.new(f"{kind}-{len(self._known) + 1}")
            self._written.append(written(name))
        return name


def _rectangle(rect: Rect) -> str:
    return (
        f'<rect x="{number(rect.x)}" y="{number(rect.y)}" '
        f'width="{number(rect.width)}" height="{number(rect.height)}"/>'
    )


def _pattern(name: str, tile: _Tile) -> str:
    """One period of a hatch: a line through its lower left corner, and the ends of its neighbours
    that reach into it."""
    size = tile.distance
    lines = "".join(
        f"M{numbers(start - size, 2 * size)}L{numbers(start + 2 * size, -size)}"
        for start in (-size, 0.0, size)
    )
    ground = ""
    if tile.ground >> 24:
        ground = (
            f'<rect width="{number(size)}" height="{number(size)}"'
            f"{colour_of('fill', tile.ground)}/>"
        )
    return (
        f'<pattern id="{name}" patternUnits="userSpaceOnUse" x="{tile.x}" y="{tile.y}" '
        f'width="{number(size)}" height="{number(size)}">{ground}<path d="{lines}" fill="none"'
        f'{colour_of("stroke", tile.colour)} stroke-width="{number(tile.width)}"/></pattern>\n'
    )
