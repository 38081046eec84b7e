"""Random solved cases with stages, and times for all their events that satisfy them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from msgspec.structs import replace

from tests.case.solving.floyd_warshall import Distances
from tests.case.solving.slow_solving import SlowCase, random_case
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.model import Basis, Case, Constraint, End, Event, Kind, Relation, Shape
from timeline_app.case.solving.chronology import Chronology, solve_case

ALL_BASES = frozenset(Basis)
KINDS = (Kind.CONTACT, Kind.CONTACT, Kind.LEAK, Kind.ARREST, Kind.OTHER)


class Truth:
    """A case with a solution: solved, and as the slow reference reads it."""

    def __init__(self, case: Case, slow: SlowCase, table: Distances) -> None:
        self.case = case
        self.slow = slow
        self.table = table
        self.chronology: Chronology = solve_case(case)

    def node(self, event: int, end: End = End.START) -> int:
        return self.slow.end(event, end)

    def of_kind(self, kind: Kind) -> list[int]:
        return [place for place, event in enumerate(self.case.events) if event.kind is kind]

    def most(self, first: int, second: int) -> int | None:
        """By how much, at most, the start of the second event lies after that of the first."""
        return self.table[self.node(first)][self.node(second)]

    def times(self, chance: Random) -> list[int]:
        """A time for each node that satisfies everything, many of them at their limits."""
        times = {0: 0}
        nodes = list(range(1, len(self.table)))
        chance.shuffle(nodes)
        for node in nodes:
            ahead = [
                at + far for one, at in times.items() if (far := self.table[one][node]) is not None
            ]
            back = [
                at - far for one, at in times.items() if (far := self.table[node][one]) is not None
            ]
            high = min(ahead) if ahead else max(back, default=0) + chance.choice((0, 1, 10**7))
            low = max(back) if back else high - chance.choice((0, 1, 10**7))
            times[node] = chance.choice((low, high, chance.randint(low, high)))
        return [times[node] for node in range(len(self.table))]


def random_truth(chance: Random) -> Truth:
    """A random case that has a solution."""
    while True:
        case = random_case(chance) if chance.random() < 0.5 else loose_case(chance)
        events = [_of_some_kind(chance, event) for event in case.events]
        case = replace(case, id=f"case-{chance.randrange(3)}", events=tuple(events))
        slow = SlowCase(case, ALL_BASES)
        if slow.table is not None:
            return Truth(case, slow, slow.table)


def loose_case(chance: Random) -> Case:
    """Up to nine events without a date, tied by a few constraints."""
    count = chance.randint(0, 9)
    events = [
        Event(
            id=f"e{place}",
            kind=Kind.OTHER,
            label="act",
            title=f"Act {place}",
            shape=chance.choice((Shape.MOMENT, Shape.MOMENT, Shape.SPAN)),
            constraints=tuple(_ties(chance, place, count)),
        )
        for place in range(count)
    ]
    return Case(format="case-timeline", version=1, id="loose", title="Loose", events=tuple(events))


def _ties(chance: Random, place: int, count: int) -> Iterator[Constraint]:
    for other in range(count):
        if other != place and chance.random() < 1.4 / count:
            relation = chance.choice((Relation.NOT_BEFORE, *Relation))
            is_same = relation is Relation.SAME
            if relation is not Relation.SAME and chance.random() < 0.7:  # mostly a solution
                relation = Relation.AFTER if other < place else Relation.BEFORE
            yield Constraint(
                rel=relation,
                to=f"e{other}",
                basis=chance.choice(tuple(Basis)),
                min=None if is_same else chance.choice((None, None, "P1D", "P3D")),
                max=chance.choice((None, None, None, "P3D", "P10D")),
            )


def _of_some_kind(chance: Random, event: Event) -> Event:
    kind = chance.choice(KINDS)
    label = chance.choice(("act", "A ct", "deed")) if kind is Kind.OTHER else None
    return replace(event, kind=kind, label=label)


def random_choices(chance: Random, a: Chronology, b: Chronology) -> PairChoices:
    """Pairs made by hand, taken apart, and of events that are gone."""
    ids_a = [event.id for event in a.case.events] + ["gone"]
    ids_b = [event.id for event in b.case.events] + ["gone"]
    choices = PairChoices()
    for _ in range(chance.choice((0, 0, 1, 2, 4))):
        one, other = chance.choice(ids_a), chance.choice(ids_b)
        choices = chance.choice((choices.with_pair, choices.without_pair))(one, other)
    return choices
