"""How long solving takes: 1,000 events, and 100,000 events with 240,000 constraints.

The large case is solved against typed decoding of its own file. The random cases beside it are
layered graphs, as reports make them: an event is told after some of those a little before it, one
in twenty has a date, one in a hundred is a span. Bounds, order and contradictions count as solved;
what is found only when it is asked for stands in rows of its own.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from msgspec import json

from benchmarks.effort import Effort
from benchmarks.generated_case import case_file
from benchmarks.measuring import collector_off, interleaved, seconds, timed
from benchmarks.reading import DECODING
from benchmarks.rows import Goal, Row, compared_row, plain_row
from timeline_app.case.civil import iso_day
from timeline_app.case.model import Basis, Case, Constraint, Event, Kind, Relation, Shape
from timeline_app.case.solving.chronology import Chronology, solve_case

SMALL = 1_000
CONSTRAINTS = 2.4  # for each event, on average; three in the small cases
SMALL_GOAL = Goal(0.05)
LAYERS_GOAL = Goal(1.0)
TIGHT = (5, 30)  # constraints of each event, where every one limits the gap within a day
LARGE_GOAL = Goal(8.0)
AGAINST_DECODING = Goal(12.0, aim=5.0)


def rows(effort: Effort) -> Iterator[Row]:
    """The small cases, then the large ones."""
    for limits in (False, True):
        small = random_case(SMALL, 3 * SMALL, limits=limits)
        taken = interleaved(effort.rounds, {"solve": timed(partial(solved, small))})
        yield plain_row(f"solve {_size(small, limits=limits)}", taken["solve"], goal=SMALL_GOAL)
    yield from _exact_layers(effort)
    yield from _against_decoding(effort)


def _exact_layers(effort: Effort) -> Iterator[Row]:
    """Layers where every pair counts. Greatest gaps are what makes it long, and most of all where
    each may tell of an order."""
    for name, case in (
        ("with limits", random_case(SMALL, 3 * SMALL, limits=True)),
        *(("each within a day", tight_case(SMALL, constraints)) for constraints in TIGHT),
    ):
        taken = interleaved(effort.long_rounds, {"layers": partial(_layers, case)})
        size = sum(len(event.constraints) for event in case.events)
        what = f"exact layers of {len(case.events):,} events, {size:,} constraints {name}"
        yield plain_row(what, taken["layers"], goal=LAYERS_GOAL)


def _layers(case: Case) -> float:
    chronology = solved(case)
    return seconds(lambda: chronology.layers)


def _against_decoding(effort: Effort) -> Iterator[Row]:
    data = case_file(effort.folder, effort.events, CONSTRAINTS).read_bytes()
    decoder = json.Decoder(Case)
    case = decoder.decode(data)

    def decode() -> float:
        with collector_off():
            return seconds(lambda: decoder.decode(data))

    taken = interleaved(effort.rounds, {"solve": timed(partial(solved, case)), "decode": decode})
    what = f"solve {_size(case)}"
    yield compared_row(what, DECODING, taken["solve"], taken["decode"], goal=AGAINST_DECODING)
    yield plain_row(f"{what}, in seconds", taken["solve"], goal=effort.where_full(LARGE_GOAL))
    yield from _later(case)


def _later(case: Case) -> Iterator[Row]:
    """What is found only when it is asked for, one after the other on a fresh chronology."""
    chronology = solved(case)
    for name, ask in LATER.items():
        yield plain_row(f"{name}, the first time", [seconds(partial(ask, chronology))])


def _middle(chronology: Chronology) -> int:
    return chronology.order[len(chronology.order) // 2]


LATER: Mapping[str, Callable[[Chronology], object]] = {
    "its layers": lambda chronology: chronology.layers,
    "then its arrows": lambda chronology: chronology.arrows(),
    "then the relations of an event": lambda chronology: chronology.relations(_middle(chronology)),
    "then an event in words": lambda chronology: chronology.when_in_words(_middle(chronology)),
}


def solved(case: Case) -> Chronology:
    """The case solved, with its bounds and order worked out."""
    chronology = solve_case(case)
    for found in (
        chronology.start_earliest,
        chronology.start_latest,
        chronology.end_earliest,
        chronology.end_latest,
        chronology.order,
    ):
        if len(found) != len(case.events):
            raise ValueError(f"{len(found)} of {len(case.events)} events are solved")
    return chronology


def _size(case: Case, *, limits: bool | None = None) -> str:
    constraints = sum(len(event.constraints) for event in case.events)
    kind = {None: "", False: ", order only", True: ", with limits"}[limits]
    return f"{len(case.events):,} events, {constraints:,} constraints{kind}"


def random_case(events: int, constraints: int, *, limits: bool, seed: int = 1) -> Case:
    """A case of so many events and constraints that has a solution; `limits` adds min and max."""
    chance = random.Random(seed)
    days = sorted(chance.randrange(events) for _ in range(events))
    wanted: list[list[Constraint]] = [[] for _ in range(events)]
    for _ in range(constraints):
        later = chance.randrange(1, events)
        earlier = chance.randrange(max(0, later - 200), later)
        gap = days[later] - days[earlier]
        wanted[later].append(_constraint(chance, earlier, gap, limits=limits))
    return _case(
        _act(
            place,
            wanted[place],
            when=iso_day(days[place]) if chance.random() < 0.05 else None,
            shape=Shape.SPAN if chance.random() < 0.01 else Shape.MOMENT,
        )
        for place in range(events)
    )


def tight_case(events: int, constraints: int, seed: int = 3) -> Case:
    """A case in which each event has so many constraints to earlier ones, whose least and greatest
    gap are a day apart."""
    chance = random.Random(seed)
    return _case(
        _act(
            place,
            (
                Constraint(
                    rel=Relation.NOT_BEFORE,
                    to=f"e{earlier}",
                    basis=Basis.STATED,
                    min=f"P{place - earlier}D",
                    max=f"P{place - earlier + 1}D",
                )
                for earlier in chance.sample(range(place), min(place, constraints))
            ),
        )
        for place in range(events)
    )


def _act(
    place: int,
    constraints: Iterable[Constraint],
    *,
    when: str | None = None,
    shape: Shape = Shape.MOMENT,
) -> Event:
    return Event(
        id=f"e{place}",
        kind=Kind.OTHER,
        label="act",
        title=f"Act {place}",
        when=when,
        shape=shape,
        constraints=tuple(constraints),
    )


def _case(events: Iterable[Event]) -> Case:
    return Case("case-timeline", 1, "solving", "Solving", events=tuple(events))


def _constraint(chance: random.Random, earlier: int, gap: int, *, limits: bool) -> Constraint:
    basis = chance.choice((Basis.STATED, Basis.STATED, Basis.INFERRED, Basis.ASSUMED))
    target = f"e{earlier}"
    if limits and chance.random() < 0.2:
        return Constraint(
            rel=Relation.NOT_BEFORE,
            to=f"{target}.start",
            basis=basis,
            min=f"P{gap // 2}D",
            max=f"P{gap + 30}D",
        )
    relation = Relation.AFTER if gap and chance.random() < 0.7 else Relation.NOT_BEFORE
    return Constraint(rel=relation, to=f"{target}.start", basis=basis)
