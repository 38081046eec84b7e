"""Why a bound is what it is: chains of statements in words, from the date to the bound.

Rules:
* A chain leads from the date it rests on to the bound (`chains` says which one it is). Each link
  is one clause, and leads to an event; a statement that gives two arcs in a row is said once.
* That an event is told in a source takes two links: the source's date, and that it is told there.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from timeline_app.case.civil import DAY, MINUTE
from timeline_app.case.dates import Precision
from timeline_app.case.model import Basis
from timeline_app.case.solving.chains import BoundChains, gap_chain
from timeline_app.case.solving.network import ORIGIN, STRUCTURAL, Network
from timeline_app.case.solving.order import Order
from timeline_app.case.solving.statement_words import StatementWords
from timeline_app.case.solving.statements import BASES, Says, Statements


class Link(Struct, frozen=True, gc=False):
    """One clause of a chain, the event it leads to, and how firmly it stands."""

    text: str
    event: int | None
    basis: Basis


class Why(Struct, frozen=True, gc=False):
    """The chains behind the earliest and the latest second of an end; empty where it is open."""

    earliest: tuple[Link, ...]
    latest: tuple[Link, ...]


class Gap(Struct, frozen=True, gc=False):
    """How far a second event's start lies after a first one's, in seconds, and why.

    Negative where it may lie before; None where there is no limit.
    """

    least: int | None
    greatest: int | None
    why_least: tuple[Link, ...]
    why_greatest: tuple[Link, ...]


class Reasons:
    """The chains of a solved case, in words."""

    def __init__(self, order: Order, statements: Statements, words: StatementWords) -> None:
        self.order = order
        self.solution = order.solution
        self.network: Network = order.solution.network
        self.statements = statements
        self.words = words
        self.latest = BoundChains(self.solution, statements.basis, reverse=False)
        self.earliest = BoundChains(self.solution, statements.basis, reverse=True)

    def why(self, node: int, event: int) -> Why:
        """Why a node's bounds are what they are; the node is an end of the event."""
        earliest = self.earliest.way(node, self._unit(node, latest=False))
        latest = self.latest.way(node, self._unit(node, latest=True))
        return Why(self._links(earliest, event), self._links(latest, event))

    def precision(self, node: int, *, latest: bool) -> Precision:
        """How finely a bound may be told: by days, or as finely as the date behind it."""
        side = self.latest if latest else self.earliest
        root = side.root(node)
        return Precision.DAY if root is None else self.words.precision(self.network.owners[root])

    def _unit(self, node: int, *, latest: bool) -> int:
        """The seconds of the unit by which a bound is told."""
        precision = self.precision(node, latest=latest)
        if precision <= Precision.DAY:
            return DAY
        return 1 if precision is Precision.SECOND else MINUTE

    def gap(self, first: int, second: int) -> Gap:
        """How far the second event's start lies after the first one's."""
        least, why_least = self._shortest(second, first)
        greatest, why_greatest = self._shortest(first, second)
        return Gap(None if least is None else -least, greatest, why_least[::-1], why_greatest)

    def _shortest(self, source: int, target: int) -> tuple[int | None, tuple[Link, ...]]:
        """The distance between the starts of two events, and the chain that gives it."""
        starts, classes = self.statements.start_node, self.order.classes
        known = self.order.search.distances(classes[source], targets=(classes[target],))
        past = known.get(classes[target])
        latest, earliest = self.order.latest[target], self.order.earliest[source]
        through = None if latest is None or earliest is None else latest - earliest
        if past is not None and (through is None or past <= through):
            return past, self._links(self._chain_past(known, source, target), None)
        if through is None:
            return None, ()
        ways = self.earliest.way(starts[source], 1), self.latest.way(starts[target], 1)
        return through, self._links(ways[0], None) + self._links(ways[1], None)

    def _chain_past(self, known: dict[int, int], source: int, target: int) -> list[int]:
        """The arcs behind the distance of two events' starts, the origin left out."""
        ends = self.statements.start_node[source], self.statements.start_node[target]
        class_of = self.solution.contraction.class_of

        def label(node: int) -> int | None:
            return None if node == ORIGIN else known.get(class_of[node])

        return gap_chain(self.network, label, ends, self.statements.basis)

    def _links(self, arcs: Iterable[int], explained: int | None) -> tuple[Link, ...]:
        """The clauses of a chain; a link to the event that is explained leads on to the other."""
        links: list[Link] = []
        before: tuple[int, int] | None = None
        for arc in arcs:
            if arc < 0:
                links.append(Link(f"… {-arc:,} more statements …", None, self._weakest))
                continue
            owner = self.network.owners[arc]
            event = (
                self.statements.event_of_node[self.network.heads[arc]]
                if owner == STRUCTURAL
                else self.statements.event[owner]
            )
            if before == (owner, event):
                continue
            before = (owner, event)
            links.extend(self._clauses(owner, event, explained))
        return tuple(links)

    @cached_property
    def _weakest(self) -> Basis:
        """The least firm basis in use: what is not given may stand on it."""
        return BASES[max(self.statements.basis, default=0)]

    def _clauses(self, owner: int, event: int, explained: int | None) -> list[Link]:
        if owner == STRUCTURAL:
            return [Link(self.words.structural(event), event, Basis.STATED)]
        basis = BASES[self.statements.basis[owner]]
        if self.statements.says[owner] is Says.TOLD:
            source = self.statements.item[owner]
            return [
                Link(self.words.publication(source), None, basis),
                Link(self.words.told_there(event), event, basis),
            ]
        leads = self.words.leads_to(owner)
        if leads == explained:
            leads = self.words.other_event(owner)
        return [Link(self.words.statement(owner), leads, basis)]
