"""A measurer whose letters are all equally wide, so that every position can be worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.layout.chart import TextRole

HEIGHTS = {
    TextRole.TITLE: 22.0,
    TextRole.SUBTITLE: 18.0,
    TextRole.LANE: 16.0,
    TextRole.LABEL: 16.0,
    TextRole.TICK: 14.0,
    TextRole.NOTE: 14.0,
    TextRole.COUNT: 14.0,
}


@dataclass(frozen=True, slots=True)
class FakeMeasurer:
    """Every character is `advance` pixels wide in every role."""

    advance: float = 6.0

    def width(self, text: str, role: TextRole) -> float:
        return self.advance * len(text)

    def beginnings(self, text: str, role: TextRole) -> Sequence[float]:
        return [self.advance * length for length in range(len(text) + 1)]

    def height(self, role: TextRole) -> float:
        return HEIGHTS[role]

    def ascent(self, role: TextRole) -> float:
        return HEIGHTS[role] * 0.75


MEASURER = FakeMeasurer()
