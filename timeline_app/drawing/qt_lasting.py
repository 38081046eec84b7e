"""What stays from picture to picture, and is therefore worth an image."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Final, Generic, TypeVar

OFTEN: Final = 8
"""What is painted in so many pictures, one after the other, becomes an image."""

Painted = TypeVar("Painted", bound=Hashable)


class Lasting(Generic[Painted]):
    """How often each thing of a kind has been painted in the pictures up to now."""

    def __init__(self) -> None:
        """Nothing has been painted."""
        self._times: dict[Hashable, dict[Painted, int]] = {}

    def clear(self) -> None:
        """Forget all of it."""
        self._times.clear()

    def often(self, kind: Hashable, painted: Iterable[Painted]) -> list[Painted]:
        """Which of the things of a kind that a picture held, and no others, have been in so many
        pictures."""
        before = self._times.get(kind, {})
        times = self._times[kind] = {one: before.get(one, 0) + 1 for one in painted}
        return [one for one, number in times.items() if number >= OFTEN]
