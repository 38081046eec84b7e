"""One set of columns for the events of two cases."""

from __future__ import annotations

from msgspec import Struct


class SharedColumns(Struct, frozen=True, eq=False):
    """The column of each event of both cases, from 0; `count` columns in all.

    Paired events share a column. `apart` has the pairs (event of a, event of b), all made by
    hand, that the orders of the two cases don't allow to share one.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    count: int
    apart: frozenset[tuple[int, int]]

    def mirrored(self) -> SharedColumns:
        """The same columns with the cases exchanged."""
        apart = frozenset((second, first) for first, second in self.apart)
        return SharedColumns(self.b, self.a, self.count, apart)
