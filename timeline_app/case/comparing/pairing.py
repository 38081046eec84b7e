"""Which events of two cases are pairs.

Rules:
* Events are known to choices by their ids, so that a choice outlives a new edition of a case. An
  id that no longer exists is passed over, and comes to life again with its event.
* Pairs made by hand come first, and take their events out of the search. An event that is to stay
  alone is in no pair.
* Only events of one kind are paired of themselves; those of kind `other` where their labels are
  the same, read without regard to case and spaces.
* Few enough events: as many pairs as both orders allow (`longest_pairing`), beginning with the
  longest chain that the stepping orders have in common. Beyond: that chain, as far as single
  steps allow it (`joined_arcs`). A case beside itself begins with every event and itself.
* The search knows a first and a second case, which are not a and b but follow from what the cases
  hold: so whatever it finds for b and a is the mirror of what it finds for a and b. Where nothing
  tells the two apart, a pair (x, y) made by hand and its mirror (y, x) stand or fall together.
* The list of pairs goes by columns, and within one by the stepping order of a.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, json

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.comparing.joined_arcs import JoinedArcs
from timeline_app.case.comparing.joined_order import JoinedOrder
from timeline_app.case.comparing.longest_chain import longest_common_chain
from timeline_app.case.comparing.longest_pairing import IndexPair, Waiting, longest_pairing
from timeline_app.case.comparing.shared_columns import SharedColumns
from timeline_app.case.model import Event, Kind
from timeline_app.case.solving.chronology import Chronology


class Pair(Struct, frozen=True, gc=False):
    """An event of a and an event of b that stand for the same step; `by_hand` where chosen so."""

    a: int
    b: int
    by_hand: bool = False

    def mirrored(self) -> Pair:
        """The same pair with the cases exchanged."""
        return Pair(self.b, self.a, self.by_hand)


class Joined(NamedTuple):
    """The pairs of two cases, in the order of their shared columns, and these columns."""

    pairs: tuple[Pair, ...]
    columns: SharedColumns


def join_cases(
    a: Chronology, b: Chronology, choices: PairChoices, cancelled: CancelCheck = never
) -> Joined:
    """The pairs of two cases and their shared columns."""
    if not _is_first(a, b, choices):
        pairs, columns = _Joining(b, a, choices.mirrored(), cancelled).found()
        columns = columns.mirrored()
        return Joined(in_list_order(a, map(Pair.mirrored, pairs), columns), columns)
    return _Joining(a, b, choices, cancelled).found()


def in_list_order(a: Chronology, pairs: Iterable[Pair], columns: SharedColumns) -> tuple[Pair, ...]:
    """Pairs in the order in which they are told; `a` is the case of their first events."""
    position = a.position
    return tuple(sorted(pairs, key=lambda pair: (columns.a[pair.a], position[pair.a])))


def _is_first(a: Chronology, b: Chronology, choices: PairChoices) -> bool:
    """Whether a is the first case for the search."""
    if a.case.id != b.case.id:
        return a.case.id < b.case.id
    if a.case != b.case:
        return json.encode(a.case) < json.encode(b.case)
    if a.bases != b.bases:
        return sorted(a.bases) < sorted(b.bases)
    mirrored = choices.mirrored()
    return _sorted(choices) <= _sorted(mirrored)


def _sorted(choices: PairChoices) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    return sorted(choices.pairs), sorted(choices.alone_a), sorted(choices.alone_b)


class _Joining:
    """The search for pairs of a first and a second case."""

    def __init__(
        self, first: Chronology, second: Chronology, choices: PairChoices, cancelled: CancelCheck
    ) -> None:
        self.first, self.second = first, second
        self.cancelled = cancelled
        events_a, events_b = first.event_index, second.event_index
        self.by_hand = _by_hand(choices, events_a, events_b)
        alike = first.case == second.case and first.bases == second.bases
        self.groups = _groups(self.by_hand, mirrored=alike and choices == choices.mirrored())
        alone_a = {events_a[one] for one in choices.alone_a if one in events_a}
        alone_b = {events_b[one] for one in choices.alone_b if one in events_b}
        keys = [[_key(event) for event in one.case.events] for one in (first, second)]
        waiting = Waiting(
            [one for one in _sequence(first) if one not in alone_a],
            [one for one in _sequence(second) if one not in alone_b],
            *keys,
            *(
                [(key, event.prevented, event.planned) for key, event in zip(*one, strict=True)]
                for one in zip(keys, (first.case.events, second.case.events), strict=True)
            ),
        )
        self.waiting = waiting.without(self.by_hand)

    def found(self) -> Joined:
        """The pairs and the columns."""
        if self.first.layers_exact and self.second.layers_exact:
            return self._exactly()
        chain = self._chain()
        arcs = JoinedArcs(self.first, self.second)
        allowed, chain, columns = arcs.joined(self.groups, chain, self.cancelled)
        return self._joined(set(allowed), chain, columns)

    def _exactly(self) -> Joined:
        joined = JoinedOrder(self.first.solved_order, self.second.solved_order)
        allowed: set[IndexPair] = set()
        for group in self.groups:
            stop_if(self.cancelled)
            grown = joined.copy() if len(group) > 1 else joined
            if all(_joined_if_allowed(grown, pair) for pair in group):
                joined = grown
                allowed.update(group)
        joined, chain = longest_pairing(joined, self.waiting, self._chain(), self.cancelled)
        return self._joined(allowed, chain, joined.columns())

    def _chain(self) -> list[IndexPair]:
        """The pairs to begin with."""
        waiting = self.waiting
        if self.first.case == self.second.case:
            free = set(waiting.b)
            return [(one, one) for one in waiting.a if one in free]
        chain = longest_common_chain(
            [waiting.keys_a[one] for one in waiting.a],
            [waiting.keys_b[one] for one in waiting.b],
            self.cancelled,
        )
        return [(waiting.a[one], waiting.b[other]) for one, other in chain]

    def _joined(
        self, allowed: set[IndexPair], chain: Sequence[IndexPair], columns: Sequence[int]
    ) -> Joined:
        """What was found, in its order."""
        count = len(self.first.case.events)
        apart = frozenset(pair for pair in self.by_hand if pair not in allowed)
        pairs = [Pair(*pair, by_hand=True) for pair in self.by_hand]
        pairs += [Pair(*pair) for pair in chain]
        shared = SharedColumns(
            tuple(columns[:count]), tuple(columns[count:]), max(columns, default=-1) + 1, apart
        )
        return Joined(in_list_order(self.first, pairs, shared), shared)


def _joined_if_allowed(joined: JoinedOrder, pair: IndexPair) -> bool:
    """Join a pair where that is allowed; whether it was."""
    if not joined.allows(*pair):
        return False
    joined.join(*pair)
    return True


def _groups(pairs: Iterable[IndexPair], *, mirrored: bool) -> list[tuple[IndexPair, ...]]:
    """The pairs made by hand each by itself, or, where what holds of one must hold of its mirror,
    the two together."""
    groups: dict[IndexPair, tuple[IndexPair, ...]] = {}
    for a, b in pairs:
        key = (min(a, b), max(a, b)) if mirrored else (a, b)
        groups[key] = (*groups.get(key, ()), (a, b))
    return list(groups.values())


def _by_hand(
    choices: PairChoices, events_a: Mapping[str, int], events_b: Mapping[str, int]
) -> list[IndexPair]:
    """The pairs made by hand whose events there are, no event twice."""
    pairs: list[IndexPair] = []
    taken_a, taken_b = set(), set()
    for first, second in sorted(choices.pairs):
        a, b = events_a.get(first), events_b.get(second)
        if a is not None and b is not None and a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            pairs.append((a, b))
    return pairs


def _sequence(chronology: Chronology) -> list[int]:
    """The events in stepping order, those at one moment of it so that none stands before one that
    it is never before."""
    order = chronology.solved_order
    times = [order.solution.schedule[number] for number in order.classes]
    if chronology.layers_exact:
        rank = [bits.bit_count() for bits in order.pairs.not_after]
    else:
        rank = [-number for number in order.classes]  # classes are numbered along falling arcs
    return sorted(chronology.order, key=lambda event: (times[event], rank[event]))


def _key(event: Event) -> tuple[Kind, str]:
    """What events that are paired of themselves have in common."""
    if event.kind is not Kind.OTHER or event.label is None:
        return event.kind, ""
    return event.kind, "".join(event.label.split()).casefold()
