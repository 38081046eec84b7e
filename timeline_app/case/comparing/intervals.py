"""A length of time between two limits, either of which may be open."""

from __future__ import annotations

from msgspec import Struct


class Interval(Struct, frozen=True, gc=False):
    """From `least` to `greatest` seconds, both inclusive; None where there is no limit."""

    least: int | None = None
    greatest: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing at all is known."""
        return self.least is None and self.greatest is None

    def minus(self, other: Interval) -> Interval:
        """What remains when any length of the other is taken from any length of this one."""
        return Interval(_less(self.least, other.greatest), _less(self.greatest, other.least))

    def reversed(self) -> Interval:
        """The same length, told from the other end."""
        return Interval(_less(0, self.greatest), _less(0, self.least))

    def contains(self, length: int) -> bool:
        """Whether a length lies between the limits."""
        return (self.least is None or self.least <= length) and (
            self.greatest is None or length <= self.greatest
        )


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other
