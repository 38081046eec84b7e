"""How much is measured: all of it, a quick look, or next to nothing for a test."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Limit = TypeVar("Limit")


@dataclass(frozen=True, slots=True)
class Effort:
    """Sizes and rounds of one run.

    `folder` is where generated files are kept for the length of the run. `starts` are the rounds of
    whole processes, `long_rounds` those of figures that take seconds each, `few_frames` the frames
    of a round where no case is large. At a size other than the full one, goals in seconds say
    nothing, and are left out.
    """

    folder: Path
    rounds: int = 5
    long_rounds: int = 3
    starts: int = 7
    events: int = 100_000
    frames: int = 200
    few_frames: int = 48
    is_full: bool = True

    @property
    def large(self) -> int:
        """The events of the largest files: a million at the full size."""
        return 10 * self.events

    @staticmethod
    def quick(folder: Path) -> Effort:
        """A look at all figures in half a minute."""
        return Effort(folder, 3, 1, 3, events=10_000, frames=60, few_frames=30, is_full=False)

    @property
    def warms_up(self) -> bool:
        """Whether a process is first run once without being measured: its files then come from the
        disk, and its modules get compiled."""
        return self.starts > 1

    def where_full(self, goal: Limit) -> Limit | None:
        """The goal, which holds at the full size only."""
        return goal if self.is_full else None
