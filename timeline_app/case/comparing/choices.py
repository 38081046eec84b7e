"""What a reviewer chose by hand of the pairs of two cases."""

from __future__ import annotations

from msgspec import Struct


class PairChoices(Struct, frozen=True, gc=False):
    """Pairs made by hand, as ids (event of a, event of b), and events that are to stay alone."""

    pairs: frozenset[tuple[str, str]] = frozenset()
    alone_a: frozenset[str] = frozenset()
    alone_b: frozenset[str] = frozenset()

    def mirrored(self) -> PairChoices:
        """The same choices with the cases exchanged."""
        return PairChoices(
            frozenset((second, first) for first, second in self.pairs), self.alone_b, self.alone_a
        )

    def with_pair(self, a: str, b: str) -> PairChoices:
        """The choices with a pair made: each of the two leaves what it was in before."""
        return PairChoices(
            frozenset(pair for pair in self.pairs if pair[0] != a and pair[1] != b) | {(a, b)},
            self.alone_a - {a},
            self.alone_b - {b},
        )

    def without_pair(self, a: str, b: str) -> PairChoices:
        """The choices with a pair taken apart: neither event is paired again of itself."""
        return PairChoices(self.pairs - {(a, b)}, self.alone_a | {a}, self.alone_b | {b})

    def without_choice(self, *, a: str | None = None, b: str | None = None) -> PairChoices:
        """The choices without those on an event of a, or of b: it is paired of itself again."""
        return PairChoices(
            frozenset(pair for pair in self.pairs if pair[0] != a and pair[1] != b),
            self.alone_a - {a},
            self.alone_b - {b},
        )
