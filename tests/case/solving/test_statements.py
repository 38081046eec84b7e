"""Each rule of the format about time, as the arcs that it gives."""

from __future__ import annotations

import pytest

from timeline_app.case.cancelling import Cancelled, never
from timeline_app.case.civil import DAY, second_of
from timeline_app.case.dates import Window
from timeline_app.case.model import (
    Basis,
    Case,
    Claim,
    Constraint,
    End,
    Event,
    Kind,
    Lasting,
    Passage,
    Relation,
    Shape,
    Source,
)
from timeline_app.case.solving.network import ORIGIN, STRUCTURAL
from timeline_app.case.solving.statements import (
    Says,
    Statements,
    publication_window,
    read_statements,
    time_zone,
)

ALL = frozenset(Basis)
MONTH = (28 * DAY, 31 * DAY)
TWO_MONTHS = (59 * DAY, 62 * DAY)
LAST = second_of(2025, 4, 16) - 1

Gap = tuple[str, str, int | None, int | None]
"""(first, second, least, greatest): how long the second end lies after the first."""


def event(
    name: str = "a",
    *constraints: Constraint,
    shape: Shape = Shape.MOMENT,
    when: str | tuple[Claim, ...] | None = None,
    margin: str | None = None,
    lasts: str | Lasting | None = None,
    told: tuple[str, ...] = (),
    planned: bool = False,
) -> Event:
    return Event(
        id=name,
        kind=Kind.OTHER,
        label="act",
        title=name,
        shape=shape,
        when=when,
        margin=margin,
        lasts=lasts,
        constraints=constraints,
        passages=tuple(Passage(source=source, start=0, end=1) for source in told),
        planned=planned,
    )


def case_of(
    *events: Event, published: str | None = "2025-04-15", timezone: str | None = None
) -> Case:
    return Case(
        format="case-timeline",
        version=1,
        id="case",
        title="A case",
        timezone=timezone,
        sources=(
            Source(id="report", title="Report", published=published),
            Source(id="notes", title="Notes", published="2025-05"),
        ),
        events=events,
    )


def statements_of(
    *events: Event,
    published: str | None = "2025-04-15",
    timezone: str | None = None,
    bases: frozenset[Basis] = ALL,
) -> Statements:
    return read_statements(case_of(*events, published=published, timezone=timezone), bases, never)


def named_arcs(statements: Statements, says: Says | None) -> set[tuple[str, str, int]]:
    """The arcs of statements of one kind (None: structural), with names for the nodes."""
    names = {ORIGIN: "0"}
    for index, (start, end) in enumerate(
        zip(statements.start_node, statements.end_node, strict=True)
    ):
        letter = "ab"[index]
        names |= {end: f"{letter}.end", start: letter if start == end else f"{letter}.start"}
    names |= {node: f"@{source}" for source, node in statements.source_node.items()}
    network = statements.network
    return {
        (names[tail], names[head], weight)
        for tail, head, weight, owner in zip(
            network.tails, network.heads, network.weights, network.owners, strict=True
        )
        if (owner == STRUCTURAL if says is None else owner >= 0 and statements.says[owner] is says)
    }


def arcs(*gaps: Gap) -> set[tuple[str, str, int]]:
    """Gaps as arcs."""
    found = set()
    for first, second, least, greatest in gaps:
        if least is not None:
            found.add((second, first, -least))
        if greatest is not None:
            found.add((first, second, greatest))
    return found


def within(node: str, first: int | None, last: int | None) -> Gap:
    return ("0", node, first, last)


BEFORE, AFTER, SAME = Relation.BEFORE, Relation.AFTER, Relation.SAME
NOT_BEFORE, NOT_AFTER = Relation.NOT_BEFORE, Relation.NOT_AFTER
P1M, P2M = "P1M", "P2M"


@pytest.mark.parametrize(
    ("rel", "from_end", "to", "least", "most", "expected"),
    [
        # the ends that a relation joins by itself
        (BEFORE, None, "b", None, None, [("a.end", "b.start", 1, None)]),
        (AFTER, None, "b", None, None, [("b.end", "a.start", 1, None)]),
        (NOT_BEFORE, None, "b", None, None, [("b.start", "a.start", 0, None)]),
        (NOT_AFTER, None, "b", None, None, [("a.start", "b.start", 0, None)]),
        (SAME, None, "b", None, None, [("a.start", "b.start", 0, 0), ("a.end", "b.end", 0, 0)]),
        # ends that are named
        (BEFORE, End.START, "b", None, None, [("a.start", "b.start", 1, None)]),
        (BEFORE, None, "b.end", None, None, [("a.end", "b.end", 1, None)]),
        (BEFORE, End.START, "b.end", None, None, [("a.start", "b.end", 1, None)]),
        (AFTER, End.END, "b.start", None, None, [("b.start", "a.end", 1, None)]),
        (NOT_BEFORE, End.END, "b", None, None, [("b.start", "a.end", 0, None)]),
        (NOT_AFTER, None, "b.end", None, None, [("a.start", "b.end", 0, None)]),
        (SAME, End.START, "b.end", None, None, [("a.start", "b.end", 0, 0)]),
        (SAME, End.END, "b", None, None, [("a.end", "b.start", 0, 0)]),
        (SAME, None, "b.end", None, None, [("a.start", "b.end", 0, 0)]),
        # limits: a least takes the fewest days, a greatest the most
        (BEFORE, None, "b", P1M, None, [("a.end", "b.start", MONTH[0], None)]),
        (BEFORE, None, "b", None, P1M, [("a.end", "b.start", 1, MONTH[1])]),
        (BEFORE, None, "b", P1M, P2M, [("a.end", "b.start", MONTH[0], TWO_MONTHS[1])]),
        (BEFORE, None, "b", "PT0S", None, [("a.end", "b.start", 1, None)]),
        (AFTER, None, "b", P1M, P2M, [("b.end", "a.start", MONTH[0], TWO_MONTHS[1])]),
        (NOT_BEFORE, None, "b", P1M, P2M, [("b.start", "a.start", MONTH[0], TWO_MONTHS[1])]),
        (NOT_BEFORE, None, "b", None, P2M, [("b.start", "a.start", 0, TWO_MONTHS[1])]),
        (NOT_AFTER, None, "b", P1M, None, [("a.start", "b.start", MONTH[0], None)]),
        (SAME, End.END, "b.start", None, P1M, [("a.end", "b.start", -MONTH[1], MONTH[1])]),
        (
            *(SAME, None, "b", None, P1M),
            [("a.start", "b.start", -MONTH[1], MONTH[1]), ("a.end", "b.end", -MONTH[1], MONTH[1])],
        ),
        # a publication
        (BEFORE, None, "@report", None, None, [("a.end", "@0", 1, None)]),
        (AFTER, None, "@report", None, P1M, [("@0", "a.start", 1, MONTH[1])]),
        (NOT_AFTER, None, "@report", None, None, [("a.start", "@0", 0, None)]),
        (SAME, None, "@report", None, None, [("a.start", "@0", 0, 0), ("a.end", "@0", 0, 0)]),
    ],
)
def test_a_constraint_joins_the_ends_that_the_format_says(
    rel: Relation,
    from_end: End | None,
    to: str,
    least: str | None,
    most: str | None,
    expected: list[Gap],
) -> None:
    told = Constraint(rel=rel, to=to, basis=Basis.STATED, from_end=from_end, min=least, max=most)
    statements = statements_of(event("a", told, shape=Shape.SPAN), event("b", shape=Shape.REPEATED))
    assert named_arcs(statements, Says.CONSTRAINT) == arcs(*expected)


def test_the_same_moment_is_said_once() -> None:
    same = Constraint(rel=SAME, to="b", basis=Basis.STATED)
    statements = statements_of(event("a", same), event("b"))
    assert len(statements.network.owners) == 2
    assert named_arcs(statements, Says.CONSTRAINT) == arcs(("a", "b", 0, 0))


def test_a_span_has_two_nodes_and_does_not_end_before_it_starts() -> None:
    statements = statements_of(event("a"), event("b", shape=Shape.SPAN))
    assert statements.start_node[0] == statements.end_node[0]
    assert named_arcs(statements, None) == arcs(("b.start", "b.end", 0, None))


APRIL = (second_of(1985, 4), second_of(1985, 5) - 1)
MAY = (second_of(1985, 5), second_of(1985, 6) - 1)


@pytest.mark.parametrize(
    ("shape", "when", "margin", "expected"),
    [
        (Shape.MOMENT, "1985-04", None, [within("a", *APRIL)]),
        (Shape.MOMENT, "[..1985-04]", None, [within("a", None, APRIL[1])]),
        (Shape.MOMENT, "[1985-04..]", None, [within("a", APRIL[0], None)]),
        (Shape.MOMENT, "[1985-04..1985-05]", None, [within("a", APRIL[0], MAY[1])]),
        (Shape.SPAN, "1985-04", None, [within("a.start", *APRIL), within("a.end", *APRIL)]),
        (Shape.SPAN, "1985-04/1985-05", None, [within("a.start", *APRIL), within("a.end", *MAY)]),
        (Shape.SPAN, "1985-04/..", None, [within("a.start", *APRIL)]),
        (Shape.SPAN, "/1985-05", None, [within("a.end", *MAY)]),
        (Shape.SPAN, "/..", None, []),
        # qualified: nothing without a margin, wider with one
        (Shape.MOMENT, "1985-04~", None, []),
        (Shape.MOMENT, "1985-04?", None, []),
        (Shape.MOMENT, "1985-04%", "P3D", [within("a", APRIL[0] - 3 * DAY, APRIL[1] + 3 * DAY)]),
        (Shape.MOMENT, "1985-04~", P1M, [within("a", APRIL[0] - MONTH[1], APRIL[1] + MONTH[1])]),
        (Shape.MOMENT, "1985-04", P1M, [within("a", *APRIL)]),
        (Shape.SPAN, "1985-04~/1985-05", None, [within("a.end", *MAY)]),
        (
            *(Shape.SPAN, "1985-04/1985-05~", "P3D"),
            [within("a.start", *APRIL), within("a.end", MAY[0] - 3 * DAY, MAY[1] + 3 * DAY)],
        ),
        (Shape.SPAN, "../1985-05~", "P3D", [within("a.end", MAY[0] - 3 * DAY, MAY[1] + 3 * DAY)]),
    ],
)
def test_a_date_holds_the_ends_that_the_format_says(
    shape: Shape, when: str, margin: str | None, expected: list[Gap]
) -> None:
    statements = statements_of(event("a", shape=shape, when=when, margin=margin))
    assert named_arcs(statements, Says.DATE) == arcs(*expected)


@pytest.mark.parametrize(
    ("lasts", "least", "greatest"),
    [
        ("P3D", 3 * DAY, 3 * DAY),
        (P1M, *MONTH),
        (Lasting(min=P1M), MONTH[0], None),
        (Lasting(max=P1M), None, MONTH[1]),
        (Lasting(min=P1M, max=P2M), MONTH[0], TWO_MONTHS[1]),
    ],
)
def test_how_long_a_span_lasts_is_the_distance_of_its_ends(
    lasts: str | Lasting, least: int | None, greatest: int | None
) -> None:
    statements = statements_of(event("a", shape=Shape.SPAN, lasts=lasts))
    assert named_arcs(statements, Says.LASTS) == arcs(("a.start", "a.end", least, greatest))


@pytest.mark.parametrize(
    ("told", "published", "expected"),
    [
        (event("a", told=("report",)), "2025-04-15", [within("a", None, LAST)]),
        (event("a", told=("report",)), "2025-04-15T16:14", [within("a", None, LAST - 27_900)]),
        (event("a", told=("report",)), None, []),
        (event("a", told=("report",)), "2025-04-15~", []),
        (event("a", told=("report",)), "[2025-04-15..]", []),
        (event("a", told=("report",)), "[..2025-04-15]", [within("a", None, LAST)]),
        (event("a", told=("report",), planned=True), "2025-04-15", []),
        (
            event("a", told=("report",), shape=Shape.SPAN),
            "2025-04-15",
            [within("a.start", None, LAST), within("a.end", None, LAST)],
        ),
        (
            event("a", told=("report",), shape=Shape.SPAN, when="2020/.."),
            "2025-04-15",
            [within("a.start", None, LAST)],
        ),
        (
            event("a", told=("report",), shape=Shape.SPAN, when=(Claim(value="2020/.."),)),
            "2025-04-15",
            [within("a.start", None, LAST)],
        ),
    ],
)
def test_what_a_source_tells_lies_not_after_its_publication(
    told: Event, published: str | None, expected: list[Gap]
) -> None:
    statements = statements_of(told, published=published)
    assert named_arcs(statements, Says.TOLD) == arcs(*expected)


def test_each_source_that_tells_is_a_statement_of_its_own() -> None:
    statements = statements_of(event("a", told=("report", "notes", "report")))
    assert statements.says == [Says.TOLD, Says.TOLD]
    assert statements.item == [0, 1]
    assert statements.source_node == {}


def test_a_publication_that_is_named_has_a_node_within_its_window() -> None:
    told = Constraint(rel=AFTER, to="@report", basis=Basis.STATED)
    statements = statements_of(event("a", told))
    assert list(statements.source_node) == [0]
    first = second_of(2025, 4, 15)
    assert named_arcs(statements, Says.PUBLISHED) == arcs(within("@0", first, LAST))
    undated = statements_of(event("a", told), published=None)
    assert Says.PUBLISHED not in undated.says
    assert list(undated.source_node) == [0]


def test_a_basis_that_is_off_leaves_its_statements_out() -> None:
    claims = (Claim(value="1985"), Claim(value="1986", basis=Basis.ASSUMED))
    told = Constraint(rel=AFTER, to="b", basis=Basis.INFERRED)
    both = (event("a", told, when=claims), event("b"))
    assert statements_of(*both).basis == [0, 2, 1]
    firm = statements_of(*both, bases=frozenset({Basis.STATED, Basis.INFERRED}))
    assert firm.says == [Says.CLAIM, Says.CONSTRAINT]
    assert statements_of(*both, bases=frozenset({Basis.STATED})).item == [0]


def test_statements_come_in_the_order_of_the_file() -> None:
    before = Constraint(rel=BEFORE, to="@notes", basis=Basis.STATED)
    after = Constraint(rel=AFTER, to="@report", basis=Basis.STATED)
    statements = statements_of(
        event("a", before, after, shape=Shape.SPAN, when="1985", lasts="P3D", told=("notes",)),
        event("b", when=(Claim(value="1986"), Claim(value="1987"))),
    )
    assert list(zip(statements.says, statements.event, statements.item, strict=True)) == [
        (Says.PUBLISHED, -1, 0),
        (Says.PUBLISHED, -1, 1),
        (Says.DATE, 0, -1),
        (Says.LASTS, 0, -1),
        (Says.CONSTRAINT, 0, 0),
        (Says.CONSTRAINT, 0, 1),
        (Says.TOLD, 0, 1),
        (Says.CLAIM, 1, 0),
        (Says.CLAIM, 1, 1),
    ]
    owners = statements.network.owners
    assert owners == sorted(owners)
    assert owners[0] == STRUCTURAL


def test_times_with_a_zone_are_those_of_the_case() -> None:
    case = case_of(timezone="+08:00")
    assert time_zone(case) == 28_800
    assert time_zone(case_of()) is None
    noon = second_of(2025, 4, 15, 12)
    assert publication_window("2025-04-15T04:00Z", 28_800) == Window(noon, noon + 59)
    assert publication_window(None, None) == Window(None, None)


def test_work_stops_when_the_reader_gives_up() -> None:
    with pytest.raises(Cancelled):
        read_statements(case_of(event("a")), ALL, lambda: True)
