"""As many pairs of two cases as both orders allow, for few enough events to keep all pairs.

Rules:
* It begins with a chain that is given, as far as the orders allow it, and adds in a fixed order
  whatever pair they still allow.
* Where more pairs could be, a search goes through the choices: each event of a takes each partner
  it can have, or none. It is given a fixed amount of work, not of time, so that every machine finds
  the same; where that runs out, the most found so far is taken.
* Of as many pairs those are better that are more alike: what came about beside what came about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.case.cancelling import CancelCheck, stop_if
from timeline_app.case.comparing.joined_order import JoinedOrder
from timeline_app.case.solving.pairs import members

_WORK = 200_000
"""How much the search may do: each step costs as many as there are events in both cases, and for
many of them more (`_MANY`), since each then takes longer."""
_MANY = 1_000
_PAIR = 4_096
"""What a pair is worth, and one more where it is alike: the number of pairs always comes first."""

IndexPair = tuple[int, int]


class Waiting(Struct, frozen=True, dict=True):
    """Events of both cases that wait for a partner, in the order in which they are tried.

    `keys_a` and `keys_b` have a key for every event of the cases; only equal keys make a pair.
    `finer_a` and `finer_b` have finer ones; a pair is alike where these are equal too.
    """

    a: Sequence[int]
    b: Sequence[int]
    keys_a: Sequence[Hashable]
    keys_b: Sequence[Hashable]
    finer_a: Sequence[Hashable]
    finer_b: Sequence[Hashable]

    def without(self, pairs: Iterable[IndexPair]) -> Waiting:
        """Those that some pairs leave."""
        taken_a, taken_b = set(), set()
        for first, second in pairs:
            taken_a.add(first)
            taken_b.add(second)
        return replace(
            self,
            a=[one for one in self.a if one not in taken_a],
            b=[one for one in self.b if one not in taken_b],
        )

    def worth(self, first: int, second: int) -> int:
        """What a pair is worth."""
        return _PAIR + (self.finer_a[first] == self.finer_b[second])

    def partners(self, joined: JoinedOrder, first: int, free: int) -> int:
        """The free events of b that an event of a can be paired with, all as bits."""
        same = self._bits.get(self.keys_a[first], 0) & free
        return same & joined.allowed(first) if same else 0

    def in_turn(self, events: int) -> list[int]:
        """Events of b, given as bits, in the order in which they are tried."""
        return sorted(members(events), key=self._rank.__getitem__)

    def most(self, a: Iterable[int], b: int) -> int:
        """No more than this can the pairs of some events (of b as bits) be worth, whatever the
        orders."""
        events = list(a)
        pairs = _matches((self.keys_a[one] for one in events), self._bits, b)
        return _PAIR * pairs + _matches((self.finer_a[one] for one in events), self._finer_bits, b)

    @cached_property
    def free(self) -> int:
        """All that wait of b, as bits."""
        return sum(1 << one for one in self.b)

    @cached_property
    def _rank(self) -> dict[int, int]:
        return {event: place for place, event in enumerate(self.b)}

    @cached_property
    def _bits(self) -> dict[Hashable, int]:
        return _bits_by_key(self.keys_b, self.b)

    @cached_property
    def _finer_bits(self) -> dict[Hashable, int]:
        return _bits_by_key(self.finer_b, self.b)


def _bits_by_key(keys: Sequence[Hashable], events: Iterable[int]) -> dict[Hashable, int]:
    """The events of each key."""
    bits: dict[Hashable, int] = {}
    for event in events:
        bits[keys[event]] = bits.get(keys[event], 0) | 1 << event
    return bits


def _matches(keys: Iterable[Hashable], bits: dict[Hashable, int], events: int) -> int:
    """How many of some keys can each have an event of that key, each event once."""
    return sum(
        min(number, (bits.get(key, 0) & events).bit_count())
        for key, number in Counter(keys).items()
    )


def longest_pairing(
    joined: JoinedOrder, waiting: Waiting, chain: Iterable[IndexPair], cancelled: CancelCheck
) -> tuple[JoinedOrder, list[IndexPair]]:
    """The pairs found, and the orders joined at them; `joined` itself is not changed."""
    grown = joined.copy()
    pairs = _added(grown, chain, cancelled)
    pairs += _extended(grown, waiting.without(pairs), cancelled)
    search = _Search(waiting, pairs)
    if search.worth < search.most:
        search.run(joined, cancelled)
        if search.best is not pairs:
            grown = joined.copy()
            pairs = _added(grown, search.best, cancelled)
    return grown, pairs


def _added(
    joined: JoinedOrder, pairs: Iterable[IndexPair], cancelled: CancelCheck
) -> list[IndexPair]:
    """Join what is allowed of some pairs, one after the other."""
    added = []
    for first, second in pairs:
        stop_if(cancelled)
        if joined.allows(first, second):
            joined.join(first, second)
            added.append((first, second))
    return added


def _extended(joined: JoinedOrder, waiting: Waiting, cancelled: CancelCheck) -> list[IndexPair]:
    """Join every event that waits with the first that it is allowed to be paired with."""
    free = waiting.free
    pairs = []
    for first in waiting.a:
        stop_if(cancelled)
        partners = waiting.in_turn(waiting.partners(joined, first, free))
        if partners:
            joined.join(first, partners[0])
            free &= ~(1 << partners[0])
            pairs.append((first, partners[0]))
    return pairs


class _Step(NamedTuple):
    """A point of the search: the place of the event of a that is next, the orders joined so far and
    a pair at which they are still to be joined; the pairs with that, what is free, the worth."""

    place: int
    joined: JoinedOrder
    pair: IndexPair | None
    pairs: list[IndexPair]
    free: int
    worth: int


class _Search:
    """Looks for better pairs than are known, depth first."""

    def __init__(self, waiting: Waiting, best: list[IndexPair]) -> None:
        self.waiting = waiting
        self.best = best
        self.worth = sum(waiting.worth(*pair) for pair in best)
        self.most = waiting.most(waiting.a, waiting.free)

    def run(self, joined: JoinedOrder, cancelled: CancelCheck) -> None:
        """Look until all choices are seen, the most is reached or the work is done."""
        waiting = self.waiting
        trail = [_Step(0, joined, None, [], waiting.free, 0)]
        work, size = _WORK, len(joined.up)
        cost = size + size * size // _MANY
        while trail and work > 0 and self.worth < self.most:
            stop_if(cancelled)
            place, here, pair, pairs, free, worth = trail.pop()
            work -= cost
            if pair is not None:  # joined now, not when it was found: most are never come to
                work -= cost
                here = here.copy()
                here.join(*pair)
            if worth > self.worth:
                self.best, self.worth = pairs, worth
            if worth + self._room(here, place, free) <= self.worth:
                continue
            first = waiting.a[place]
            trail.append(_Step(place + 1, here, None, pairs, free, worth))
            for second in reversed(waiting.in_turn(waiting.partners(here, first, free))):
                more = worth + waiting.worth(first, second)
                rest, found = free & ~(1 << second), (first, second)
                trail.append(_Step(place + 1, here, found, [*pairs, found], rest, more))

    def _room(self, joined: JoinedOrder, place: int, free: int) -> int:
        """How much more the pairs can be worth from a place on."""
        seeking, sought = [], 0
        for first in self.waiting.a[place:]:
            partners = self.waiting.partners(joined, first, free)
            if partners:
                seeking.append(first)
                sought |= partners
        return self.waiting.most(seeking, sought)
