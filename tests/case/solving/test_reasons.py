"""Chains in words: what each link says, where it leads, and how firmly it stands."""

from __future__ import annotations

from random import Random

from tests.case.solving.slow_solving import random_case
from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.model import (
    Basis,
    Case,
    Constraint,
    End,
    Event,
    Kind,
    Lasting,
    Relation,
    Shape,
    Source,
)
from timeline_app.case.solving.chronology import Chronology, solve_case

DATED = ("place", "published", "began", "ended", "lasted from", "start not established")


def case_of(*events: Event) -> Case:
    return Case(
        format="case-timeline",
        version=1,
        id="case",
        title="A case",
        sources=(Source(id="report", title="The report", published="2025-04-15"),),
        events=events,
    )


def event(
    title: str,
    *constraints: Constraint,
    when: str | None = None,
    shape: Shape = Shape.MOMENT,
    lasts: str | Lasting | None = None,
) -> Event:
    return Event(
        id=title.lower(),
        kind=Kind.OTHER,
        label="act",
        title=title,
        when=when,
        shape=shape,
        lasts=lasts,
        constraints=constraints,
    )


def said(chronology: Chronology, index: int, end: End = End.START) -> tuple[list[str], list[str]]:
    why = chronology.why(index, end)
    return [link.text for link in why.earliest], [link.text for link in why.latest]


def test_the_chain_of_a_dated_event_is_its_date() -> None:
    chronology = solve_case(case_of(event("A", when="1985-04-12")))
    assert said(chronology, 0) == (["‘A’ is placed on 12 April 1985"],) * 2


def test_a_span_takes_its_bounds_from_its_length_and_its_ends() -> None:
    span = event("A", when="1985-04-12/..", shape=Shape.SPAN, lasts="P3D")
    later = event("B", Constraint(Relation.AFTER, "a", Basis.STATED))
    chronology = solve_case(case_of(span, later))
    began = "‘A’ began on 12 April 1985; still going on"
    assert said(chronology, 0, End.END) == ([began, "‘A’ lasted 3 days"],) * 2
    assert said(chronology, 1) == ([began, "‘A’ lasted 3 days", "‘B’ is after ‘A’"], [])


def test_that_a_span_does_not_end_before_it_starts_is_a_link() -> None:
    span = event("A", shape=Shape.SPAN)
    later = event("B", Constraint(Relation.AFTER, "a", Basis.STATED), when="1985-04-12")
    chronology = solve_case(case_of(span, later))
    assert said(chronology, 0) == (
        [],
        ["‘B’ is placed on 12 April 1985", "‘B’ is after ‘A’", "‘A’ did not end before it began"],
    )
    assert [link.event for link in chronology.why(0).latest] == [1, 1, 0]


def test_a_publication_that_is_named_is_the_start_of_a_chain() -> None:
    told = Constraint(Relation.AFTER, "@report", Basis.STATED, max="P1M")
    chronology = solve_case(case_of(event("A", told)))
    published = "‘The report’ was published on 15 April 2025"
    clause = "‘A’ is no more than 1 month after the publication of ‘The report’"
    assert said(chronology, 0) == ([published, clause], [published, clause])
    assert [link.event for link in chronology.why(0).latest] == [None, 0]


def test_the_same_statement_twice_in_a_row_is_said_once() -> None:
    # the longest way is from the start of A over both its ends to the end of B
    same = Constraint(Relation.SAME, "a", Basis.STATED)
    chronology = solve_case(
        case_of(
            event("A", when="1985-04-12", shape=Shape.SPAN),
            event("B", same, shape=Shape.SPAN),
        )
    )
    assert said(chronology, 1)[1] == [
        "‘A’ is placed on 12 April 1985",
        "‘B’ is at the same time as ‘A’",
    ]


def test_a_firmer_chain_is_told_before_a_shorter_one() -> None:
    chronology = solve_case(
        case_of(
            event("A", when="1985-04-12"),
            event("B", Constraint(Relation.AFTER, "a", Basis.STATED)),
            event(
                "C",
                Constraint(Relation.AFTER, "a", Basis.ASSUMED),
                Constraint(Relation.AFTER, "b", Basis.STATED),
            ),
        )
    )
    links = chronology.why(2).earliest
    assert [link.text for link in links] == [
        "‘A’ is placed on 12 April 1985",
        "‘B’ is after ‘A’",
        "‘C’ is after ‘B’",
    ]
    assert {link.basis for link in links} == {Basis.STATED}


def test_every_bound_has_a_chain_that_begins_with_a_date_and_open_ones_have_none() -> None:
    chance = Random(8)
    told = 0
    for _ in range(600):
        chronology = solve_case(random_case(chance))
        for index in range(len(chronology.case.events)):
            why = chronology.why(index)
            assert (why.earliest == ()) == (chronology.start_earliest[index] == OPEN_PAST)
            assert (why.latest == ()) == (chronology.start_latest[index] == OPEN_FUTURE)
            for links in (why.earliest, why.latest):
                told += len(links)
                assert all(link.text and "  " not in link.text for link in links)
                if links:
                    first = links[0].text
                    assert any(word in first for word in DATED)
    assert told > 1_500


def test_every_limit_of_a_gap_has_a_chain() -> None:
    chance = Random(9)
    for _ in range(400):
        chronology = solve_case(random_case(chance))
        for first in range(len(chronology.case.events)):
            for second in range(first):
                gap = chronology.gap(first, second)
                assert (gap.least is None) == (gap.why_least == ())
                assert (gap.greatest is None) == (gap.why_greatest == ())


def test_a_chain_that_nobody_reads_says_how_many_statements_it_leaves_out() -> None:
    events = [event("E0", when="1985-04-12")] + [
        event(f"E{place}", Constraint(Relation.AFTER, f"e{place - 1}", Basis.INFERRED))
        for place in range(1, 300)
    ]
    links = solve_case(case_of(*events)).why(299).earliest
    assert [link.text for link in links[:2]] == [
        "‘E0’ is placed on 12 April 1985",
        "… 200 more statements …",
    ]
    assert links[1].basis is Basis.INFERRED
    assert links[-1].text == "‘E299’ is after ‘E298’ (inferred)"
    assert len(links) == 101
