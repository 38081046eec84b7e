"""A solved case: what everything above asks about times and order.

Rules:
* Solving finds the contradictions, the bounds and the stepping order. Everything else (layers,
  relations, arrows, chains, words) is found when it is first asked for, and kept.
* A chronology never changes. It may be read from several threads: what is found twice is the same.
* Statements of a contradiction are suspended: bounds and order are those of the rest. An event is
  in dispute where one of its bounds would be tighter with one suspended statement put back.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.case.dates import Precision, Window
from timeline_app.case.model import Basis, Case, End
from timeline_app.case.solving.arrows import (
    DirectArrows,
    OrderArrow,
    Steps,
    direct_steps,
    exact_arrows,
)
from timeline_app.case.solving.columns import column
from timeline_app.case.solving.cycles import disputed_classes, negative_rings
from timeline_app.case.solving.layers import Step, exact_layers, layers_over_arcs
from timeline_app.case.solving.network import STRUCTURAL, Network, Solution, relax, solve
from timeline_app.case.solving.order import Certainty, Comparison, Order, Relations
from timeline_app.case.solving.reasons import Gap, Reasons, Why
from timeline_app.case.solving.statement_words import StatementWords
from timeline_app.case.solving.statements import BASES, Statements, read_statements
from timeline_app.case.words import TIME_NOT_ESTABLISHED, bounds_in_words

ALL_BASES = frozenset(Basis)
_RELATIONS_KEPT = 8  # each names every other event of the case


class EventBounds(Struct, frozen=True, gc=False):
    """Where an event's start and end lie; `in_dispute` where a suspended statement would tell."""

    start: Window
    end: Window
    in_dispute: bool


class StatementText(Struct, frozen=True, gc=False):
    """A statement in words, and the event it leads to; None where it is of a publication."""

    text: str
    event: int | None


class Contradiction(Struct, frozen=True, gc=False):
    """Statements that can't all be true, in the order in which they lead round."""

    statements: tuple[StatementText, ...]


def solve_case(
    case: Case, bases: frozenset[Basis] = ALL_BASES, cancelled: CancelCheck = never
) -> Chronology:
    """Solve a case with the statements whose basis is among `bases` (stated ones always).

    Raises `Cancelled` where `cancelled` says that the reader has given up.
    """
    statements = read_statements(case, bases | {Basis.STATED}, cancelled)
    network, rings = statements.network, []
    relaxed = relax(network, cancelled)
    if not relaxed.sound:
        rings = negative_rings(network, relaxed.times(), cancelled)
        suspended = {statements.network.owners[arc] for ring in rings for arc in ring}
        network = network.keeping(lambda owner: owner not in suspended)
        relaxed = relax(network, cancelled)
    solution = solve(network, relaxed, cancelled)
    order = Order(solution, statements.start_node)
    return Chronology(case, bases | {Basis.STATED}, statements, order, tuple(rings))


class Chronology(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """A case with its bounds and its order. Events are known by their index in the file.

    `statements` are all that the case makes with the bases in use, `found_rings` the arcs of the
    contradictions among them; `solved_order` is the order of the rest.
    """

    case: Case
    bases: frozenset[Basis]
    statements: Statements
    solved_order: Order
    found_rings: tuple[tuple[int, ...], ...]

    @property
    def zone(self) -> int | None:
        """The offset of the case's civil time in seconds east, None where it names no zone."""
        return self._words.zone

    @property
    def event_index(self) -> Mapping[str, int]:
        """The index of each event by its id."""
        return self._words.event_index

    @cached_property
    def start_earliest(self) -> array[int]:
        """The earliest second of each event's start, `OPEN_PAST` where it is open."""
        return self._column(self.statements.start_node, self._solution.earliest)

    @cached_property
    def start_latest(self) -> array[int]:
        """The latest second of each event's start, `OPEN_FUTURE` where it is open."""
        return self._column(self.statements.start_node, self._solution.latest)

    @cached_property
    def end_earliest(self) -> array[int]:
        """The earliest second of each event's end, `OPEN_PAST` where it is open."""
        return self._column(self.statements.end_node, self._solution.earliest)

    @cached_property
    def end_latest(self) -> array[int]:
        """The latest second of each event's end, `OPEN_FUTURE` where it is open."""
        return self._column(self.statements.end_node, self._solution.latest)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The events in the order for stepping."""
        return self.solved_order.stepping

    @cached_property
    def position(self) -> tuple[int, ...]:
        """The place of each event in that order, from 0."""
        places = [0] * len(self.order)
        for place, event in enumerate(self.order):
            places[event] = place
        return tuple(places)

    @property
    def layers_exact(self) -> bool:
        """Whether the layers come from all pairs, and not from single constraints and bounds."""
        return self.solved_order.exact

    @cached_property
    def layers(self) -> tuple[int, ...]:
        """The column of each event on the order axis, from 0."""
        if self.layers_exact:
            return exact_layers(self.solved_order)
        return layers_over_arcs(self.solved_order, self._steps, self._network.weights, never)

    def single_steps(self) -> list[Step]:
        """What single constraints say of the starts of two events, certain or not before."""
        steps, weights = self._steps, self._network.weights
        return [
            (steps.firsts[place], second, 1 if weights[steps.arcs[place]] < 0 else 0)
            for second, (low, high) in enumerate(pairwise(steps.offsets))
            for place in range(low, high)
        ]

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What can't all be true, in the order in which it was found."""
        owners = self.statements.network.owners
        found = []
        for ring in self.found_rings:
            numbers = list(dict.fromkeys(owners[arc] for arc in ring if owners[arc] != STRUCTURAL))
            first = numbers.index(min(numbers))
            found.append(
                Contradiction(
                    tuple(
                        StatementText(self._words.statement(one), self._words.leads_to(one))
                        for one in numbers[first:] + numbers[:first]
                    )
                )
            )
        return tuple(found)

    def bounds(self, event: int) -> EventBounds:
        """Where an event's start and end lie."""
        return EventBounds(
            _window(self.start_earliest[event], self.start_latest[event]),
            _window(self.end_earliest[event], self.end_latest[event]),
            event in self._in_dispute,
        )

    def when_in_words(self, event: int, *, short: bool = False) -> str:
        """When an event was: its bounds, and what is to be known about them; `short` cuts the
        names of months to three letters."""
        bounds, words = self.bounds(event), self._words
        nodes = (self.statements.start_node[event], self.statements.end_node[event])
        fine = [
            [self._reasons.precision(node, latest=latest) for node in nodes]
            for latest in (False, True)
        ]
        told = bounds_in_words(
            *(
                _by_day(window, fine[0][place], fine[1][place])
                for place, window in enumerate((bounds.start, bounds.end))
            ),
            shape=self.case.events[event].shape,
            precision_earliest=max(fine[0]),
            precision_latest=max(fine[1]),
            ongoing=words.is_ongoing(event),
            short=short,
        )
        remarks = words.remarks(event, self.bases)
        if told == TIME_NOT_ESTABLISHED and remarks:
            told = remarks.pop(0)
        return "; ".join([told, *remarks, *(["in dispute"] if bounds.in_dispute else [])])

    def answer_quickly(self) -> None:
        """Work out now what a first question about a bound or a pair would have to wait for."""
        self.solved_order.any_rising  # noqa: B018 - kept from now on
        self._reasons.earliest.grow()
        self._reasons.latest.grow()

    def why(self, event: int, end: End = End.START) -> Why:
        """The chains behind the bounds of an event's start or end."""
        return self._reasons.why(self._node(event, end), event)

    def certainty(self, first: int, second: int) -> Certainty:
        """What is established of the second event against the first, in that direction only."""
        comparison = self.compare(first, second)
        return Certainty.NOT_ESTABLISHED if comparison.swapped else comparison.certainty

    def compare(self, first: int, second: int) -> Comparison:
        """What is established of two events, in either direction."""
        return self.solved_order.compare(first, second)

    def relations(self, event: int) -> Relations:
        """Where every other event lies against one."""
        known = self._relations.get(event)
        if known is None:
            for old in list(self._relations)[: -_RELATIONS_KEPT + 1]:
                self._relations.pop(old, None)
            known = self._relations[event] = self.solved_order.relations(event)
        return known

    def gap(self, first: int, second: int) -> Gap:
        """How far the second event's start lies after the first one's, and why."""
        return self._reasons.gap(first, second)

    def arrows(self) -> Sequence[OrderArrow]:
        """The arrows of the order axis."""
        return self._arrows

    def basis_of(self, first: int, second: int) -> Basis | None:
        """The weakest basis that is needed for what is established of two events; None where
        nothing is, and for too many events."""
        found = self.compare(first, second)
        if found.certainty is Certainty.NOT_ESTABLISHED or not self.layers_exact:
            return None
        return next(
            (basis for basis, order in self._firmer if order.compare(first, second) == found), None
        )

    def established_pairs(self, weakest: Basis = Basis.ASSUMED) -> tuple[int, int] | None:
        """How many pairs are in a certain order, or certainly at the same second, by statements of
        this basis and firmer ones; of how many. None for too many events."""
        if not self.layers_exact:
            return None
        count = len(self.case.events)
        known = 0
        for basis, order in self._firmer:
            if BASES.index(basis) <= BASES.index(weakest):
                known = _pairs_in_order(order)
        return known // 2, count * (count - 1) // 2

    @property
    def orders_by_basis(self) -> Sequence[tuple[Basis, Order]]:
        """The order that each basis in use establishes together with the firmer ones, from the
        firmest on; the last is the whole. Empty for too many events."""
        return self._firmer if self.layers_exact else ()

    @cached_property
    def _arrows(self) -> Sequence[OrderArrow]:
        if not self.layers_exact:
            classes = self.solved_order.classes
            return DirectArrows(self._network, self.statements, self._steps, classes)
        return exact_arrows(self.solved_order, self._firmer)

    @cached_property
    def _steps(self) -> Steps:
        return direct_steps(self._network, self.statements, never)

    @cached_property
    def _firmer(self) -> list[tuple[Basis, Order]]:
        """The order that each basis establishes with the firmer ones; the last is the whole."""
        used = {self.statements.basis[owner] for owner in self._network.owners if owner >= 0}
        firmer = [(BASES[level], self._order_with(level)) for level in sorted(used)]
        return firmer or [(Basis.STATED, self.solved_order)]

    def _order_with(self, level: int) -> Order:
        """The order that statements of a basis and firmer ones establish alone."""
        basis = self.statements.basis
        network = self._network.keeping(lambda owner: basis[owner] <= level)
        if len(network.owners) == len(self._network.owners):
            return self.solved_order
        solution = solve(network, relax(network, never), never)
        return Order(solution, self.statements.start_node)

    @cached_property
    def _in_dispute(self) -> frozenset[int]:
        """The events with a bound that a suspended statement, put back, would make tighter."""
        if not self.found_rings:
            return frozenset()
        whole = self.statements.network
        suspended = {whole.owners[arc] for ring in self.found_rings for arc in ring} - {STRUCTURAL}
        classes = disputed_classes(self._solution, whole, suspended)
        class_of = self._solution.contraction.class_of
        ends = zip(self.statements.start_node, self.statements.end_node, strict=True)
        return frozenset(
            event
            for event, (start, end) in enumerate(ends)
            if class_of[start] in classes or class_of[end] in classes
        )

    @property
    def _solution(self) -> Solution:
        return self.solved_order.solution

    @property
    def _network(self) -> Network:
        return self._solution.network

    @cached_property
    def _words(self) -> StatementWords:
        return StatementWords(self.case, self.statements)

    @cached_property
    def _reasons(self) -> Reasons:
        return Reasons(self.solved_order, self.statements, self._words)

    @cached_property
    def _relations(self) -> dict[int, Relations]:
        return {}

    def _node(self, event: int, end: End) -> int:
        nodes = self.statements.start_node if end is End.START else self.statements.end_node
        return nodes[event]

    def _column(self, nodes: list[int], bounds: list[int]) -> array[int]:
        class_of, reach = self._solution.contraction.class_of, self._network.reach
        likely = min(reach, OPEN_FUTURE - 1)
        told = [
            bound if -likely <= bound <= likely else _in_column(bound, reach) for bound in bounds
        ]
        return column(map(told.__getitem__, map(class_of.__getitem__, nodes)))


def _in_column(bound: int, reach: int) -> int:
    """A bound that is open, or beyond what a column of 64-bit integers can tell from open."""
    if abs(bound) > reach:
        return OPEN_FUTURE if bound > 0 else OPEN_PAST
    return min(max(bound, OPEN_PAST + 1), OPEN_FUTURE - 1)


def _pairs_in_order(order: Order) -> int:
    """Twice the number of pairs that are in a certain order or at the same second."""
    pairs = order.pairs
    return sum(
        (before | after | not_after & not_before).bit_count()
        for before, after, not_after, not_before in zip(
            pairs.before, pairs.after, pairs.not_after, pairs.not_before, strict=True
        )
    )


def _window(earliest: int, latest: int) -> Window:
    return Window(
        None if earliest == OPEN_PAST else earliest, None if latest == OPEN_FUTURE else latest
    )


def _by_day(window: Window, earliest: Precision, latest: Precision) -> Window:
    """The window with those bounds moved outward to whole days that may not be told more finely."""
    first, last = window.earliest, window.latest
    if first is not None and earliest <= Precision.DAY:
        first -= first % DAY
    if last is not None and latest <= Precision.DAY:
        last += DAY - 1 - last % DAY
    return Window(first, last)
