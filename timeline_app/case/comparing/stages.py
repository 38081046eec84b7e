"""Stages: the first event of each kind.

Rules:
* An event can't be the first of its kind where another one of that kind is certainly before it, or
  not after it. Of events that are the same second for sure, the first in stepping order stands
  for all.
* All of it follows from one search for each kind: how far the first of the kind can lie after each
  event at most. Below 0, another one is certainly before the event. Where it is 0, another one that
  is never after the event lies at the end of a way on which each step is as tight as can be.
* The last of a kind is found alike, in the other direction of time.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.distances import Limits
from timeline_app.case.solving.graphs import Graph, components
from timeline_app.case.solving.order import Order

STAGES: tuple[Kind, ...] = tuple(kind for kind in Kind if kind is not Kind.OTHER)
"""The kinds that make a stage, in the order of the lanes."""


def first_candidates(
    chronology: Chronology, kind: Kind, cancelled: CancelCheck = never
) -> tuple[int, ...]:
    """The events that may be the first of their kind, in stepping order; none where there is
    none."""
    order, events = chronology.solved_order, events_of(chronology, kind)
    classes = [order.classes[event] for event in events]
    return firsts(order, events, order.distances.most_until_first(classes, cancelled))


def last_candidates(
    chronology: Chronology, kind: Kind, cancelled: CancelCheck = never
) -> tuple[int, ...]:
    """The events that may be the last of their kind, in stepping order; none where there is
    none."""
    order, events = chronology.solved_order, events_of(chronology, kind)
    classes = {order.classes[event] for event in events}
    away = order.distances.most_since_last(classes, cancelled)
    edge = order.distances.last_earliest(classes)
    ties = _Ties(order.solution.contraction.backward, away, edge)
    return _outermost(order, events, ties, order.solution.latest, order.solution.earliest)


def events_of(chronology: Chronology, kind: Kind) -> tuple[int, ...]:
    """The events of a kind in stepping order."""
    events = chronology.case.events
    return tuple(event for event in chronology.order if events[event].kind is kind)


def firsts(order: Order, events: Collection[int], away: Limits) -> tuple[int, ...]:
    """Those of some events, given in stepping order, that may be the first of them.

    `away` tells how far the first of them can lie after each class (`most_until_first`).
    """
    edge = order.distances.first_latest({order.classes[event] for event in events})
    ties = _Ties(order.solution.contraction.forward, away, edge)
    return _outermost(order, events, ties, order.solution.earliest, order.solution.latest)


class _Ties(Struct, frozen=True, gc=False):
    """Which steps are as tight as can be, on ways to the outermost of some events.

    `away` has the distance from each class to the nearest of the events; `edge` is the bound
    through which ways over the origin lead, None where there is none.
    """

    graph: Graph
    away: Limits
    edge: int | None

    def steps(self, number: int) -> list[int]:
        """The classes that tight steps lead to from a class."""
        graph, away, here = self.graph, self.away, self.away[number]
        found = []
        for arc in range(graph.offsets[number], graph.offsets[number + 1]):
            beyond = away[graph.heads[arc]]
            if beyond is not None and beyond + graph.weights[arc] == here:
                found.append(graph.heads[arc])
        return found


def _outermost(
    order: Order, events: Collection[int], ties: _Ties, near: list[int], far: list[int]
) -> tuple[int, ...]:
    """The events that none of the others is never beyond; of those at one second, one.

    `near` and `far` are the bounds of each class, that on the side looked to and the other.
    """
    standing: dict[int, int] = {}  # class -> the event that stands for it
    for event in events:
        if ties.away[order.classes[event]] == 0:
            standing.setdefault(order.classes[event], event)
    origin = -1
    number_of = {origin: 0}
    for number in standing:
        number_of[number] = len(number_of)
    tails, heads = [], []
    trail = list(standing)
    while trail:
        number = trail.pop()
        reached = ties.steps(number)
        if number in standing and near[number] == ties.edge:
            reached.append(origin)
        for head in reached:
            if head not in number_of:
                number_of[head] = len(number_of)
                trail.append(head)
            tails.append(number_of[number])
            heads.append(number_of[head])
    for number in standing:
        if far[number] == ties.edge:
            tails.append(number_of[origin])
            heads.append(number_of[number])
    graph = Graph.of(len(number_of), tails, heads, [0] * len(tails))
    return _unsurpassed(graph, {number_of[number]: event for number, event in standing.items()})


def _unsurpassed(graph: Graph, standing: dict[int, int]) -> tuple[int, ...]:
    """The events, by their nodes, from which no way leads to another: of a ring of them the first
    that is given."""
    ring_of, _ = components(graph, never)
    events: dict[int, int] = {}
    for node, event in standing.items():
        events.setdefault(ring_of[node], event)
    surpassed: set[int] = set()
    for node in sorted(range(graph.count), key=ring_of.__getitem__, reverse=True):
        for arc in range(graph.offsets[node], graph.offsets[node + 1]):
            ring = ring_of[graph.heads[arc]]
            if ring != ring_of[node] and (ring in events or ring in surpassed):
                surpassed.add(ring_of[node])
    return tuple(event for ring, event in events.items() if ring not in surpassed)
