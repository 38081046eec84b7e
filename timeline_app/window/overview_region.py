"""The window on the overview: where its sides are, and where a drag moves it."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

GRIP = 8
"""Within so many pixels of a side, that side is taken hold of."""


class Part(Enum):
    """What of the region lies under the pointer."""

    NONE = "none"
    FIRST = "first"
    LAST = "last"
    INSIDE = "inside"


class Region(Struct, frozen=True, gc=False):
    """What is seen, on the whole stretch, which is `width` pixels wide; both in the units of the
    axis."""

    whole: tuple[float, float]
    seen: tuple[float, float]
    width: float

    @property
    def sides(self) -> tuple[float, float]:
        """The pixels of both sides."""
        (start, end), (first, last) = self.whole, self.seen
        scale = self.width / (end - start)
        return (first - start) * scale, (last - start) * scale

    def part_at(self, x: float) -> Part:
        """What lies at a pixel. Where both sides are near, the nearer one."""
        left, right = self.sides
        nearer, side = min((abs(x - left), Part.FIRST), (abs(x - right), Part.LAST), key=_distance)
        if nearer <= GRIP:
            return side
        return Part.INSIDE if left < x < right else Part.NONE

    def dragged(self, part: Part, pixels: float) -> tuple[float, float]:
        """What is seen where a part was moved by so many pixels. A side that passes the other
        becomes that."""
        (start, end), (first, last) = self.whole, self.seen
        shift = pixels * (end - start) / self.width
        if part in (Part.FIRST, Part.INSIDE):
            first += shift
        if part in (Part.LAST, Part.INSIDE):
            last += shift
        return min(first, last), max(first, last)


def _distance(one: tuple[float, Part]) -> float:
    return one[0]
