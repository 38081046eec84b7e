"""Each kind of statement as a clause."""

from __future__ import annotations

import pytest

from timeline_app.case.cancelling import never
from timeline_app.case.dates import Precision
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
from timeline_app.case.solving.statement_words import StatementWords, basis_in_words
from timeline_app.case.solving.statements import read_statements

ALL = frozenset(Basis)


def words_of(*events: Event, published: str = "2025-04-15T16:14") -> StatementWords:
    case = Case(
        format="case-timeline",
        version=1,
        id="case",
        title="A case",
        sources=(Source(id="report", title="The report", published=published),),
        events=events,
    )
    return StatementWords(case, read_statements(case, ALL, never))


def event(
    title: str,
    *constraints: Constraint,
    when: str | tuple[Claim, ...] | None = None,
    margin: str | None = None,
    shape: Shape = Shape.MOMENT,
    lasts: str | Lasting | None = None,
    told: bool = False,
) -> Event:
    return Event(
        id=title.lower(),
        kind=Kind.OTHER,
        label="act",
        title=title,
        when=when,
        margin=margin,
        shape=shape,
        lasts=lasts,
        constraints=constraints,
        passages=(Passage(source="report", start=0, end=1),) if told else (),
    )


@pytest.mark.parametrize(
    ("told", "clause"),
    [
        (event("A", when="1985-04-12"), "‘A’ is placed on 12 April 1985"),
        (event("A", when="1985"), "‘A’ is placed in 1985"),
        (event("A", when="[..1985-04-12]"), "‘A’ is placed no later than 12 April 1985"),
        (
            event("A", when="1985~", margin="P2M"),
            "‘A’ is placed in 1985 (approximate), give or take 2 months",
        ),
        (
            event("A", when="1985/1987", shape=Shape.SPAN),
            "‘A’ lasted from 1985 to 1987",
        ),
        (
            event("A", when="1985/1987-03-04~", shape=Shape.SPAN),
            "‘A’ began in 1985; ended on 4 March 1987 (approximate)",
        ),
        (event("A", when="/..", shape=Shape.SPAN), "‘A’: start not established; still going on"),
        (
            event("A", when=(Claim(value="1985", source="report"),)),
            "‘The report’ places ‘A’ in 1985",
        ),
        (
            event("A", when=(Claim(value="1985", basis=Basis.ASSUMED),)),
            "one account places ‘A’ in 1985 (assumed)",
        ),
        (
            event("A", when=(Claim(value="1985/..", source="report"),), shape=Shape.SPAN),
            "according to ‘The report’, ‘A’ began in 1985; still going on",
        ),
        (event("A", lasts="P3D", shape=Shape.SPAN), "‘A’ lasted 3 days"),
        (event("A", lasts=Lasting(min="P1M"), shape=Shape.SPAN), "‘A’ lasted at least 1 month"),
        (event("A", lasts=Lasting(max="P1Y"), shape=Shape.SPAN), "‘A’ lasted at most 1 year"),
        (
            event("A", lasts=Lasting(min="P1M", max="P2M"), shape=Shape.SPAN),
            "‘A’ lasted 1 month to 2 months",
        ),
        (event("A", told=True), "‘A’ is told in ‘The report’, published on 15 April 2025"),
    ],
)
def test_what_an_event_says_of_its_time_is_a_clause(told: Event, clause: str) -> None:
    words = words_of(told)
    assert [words.statement(number) for number in range(len(words.statements.says))] == [clause]
    assert words.leads_to(0) == 0


@pytest.mark.parametrize(
    ("constraint", "clause", "other"),
    [
        (Constraint(Relation.BEFORE, "b", Basis.STATED), "‘A’ is before ‘B’", 1),
        (
            Constraint(Relation.AFTER, "b.end", Basis.INFERRED, min="P1M"),
            "‘A’ is at least 1 month after the end of ‘B’ (inferred)",
            1,
        ),
        (
            Constraint(Relation.NOT_AFTER, "b", Basis.STATED, from_end=End.END),
            "the end of ‘A’ is not after ‘B’",
            1,
        ),
        (
            Constraint(Relation.BEFORE, "@report", Basis.ASSUMED),
            "‘A’ is before the publication of ‘The report’ (assumed)",
            0,
        ),
    ],
)
def test_a_constraint_is_a_clause_that_names_both(
    constraint: Constraint, clause: str, other: int
) -> None:
    words = words_of(event("A", constraint), event("B"))
    last = len(words.statements.says) - 1
    assert words.statement(last) == clause
    assert (words.leads_to(last), words.other_event(last)) == (0, other)


def test_a_publication_is_told_by_its_day_and_leads_to_no_event() -> None:
    words = words_of(event("A", Constraint(Relation.AFTER, "@report", Basis.STATED)))
    assert words.statement(0) == "‘The report’ was published on 15 April 2025"
    assert words.leads_to(0) is None
    assert words.told_there(0) == "‘A’ is not later than that: it is told there"
    assert words.structural(0) == "‘A’ did not end before it began"


def test_only_dates_are_told_more_finely_than_by_the_day() -> None:
    words = words_of(
        event("A", when="1985-04-12T10:15", told=True),
        event("B", when=(Claim(value="1985-04-12T10:15:30"), Claim(value="1985"))),
    )
    found = [words.precision(number) for number in range(len(words.statements.says))]
    assert found == [Precision.MINUTE, Precision.DAY, Precision.SECOND, Precision.DAY]


@pytest.mark.parametrize(
    ("told", "remarks"),
    [
        (event("A", when="1985"), []),
        (event("A"), []),
        (event("A", when="1985?"), ["in 1985 (uncertain), which constrains nothing"]),
        (event("A", when="1985?", margin="P1M"), []),
        (
            event("A", when="1985~/1987", shape=Shape.SPAN),
            ["the qualified end of began in 1985 (approximate); ended in 1987"],
        ),
        (
            event("A", when=(Claim(value="1985"), Claim(value="1986", basis=Basis.ASSUMED))),
            ["the sources differ: in 1985 or in 1986"],
        ),
        (event("A", when=(Claim(value="1985"), Claim(value="1985"))), []),
    ],
)
def test_what_is_to_be_known_of_the_dates_is_remarked(told: Event, remarks: list[str]) -> None:
    found = words_of(told).remarks(0, ALL)
    assert len(found) == len(remarks)
    assert all(one.startswith(expected) for one, expected in zip(found, remarks, strict=True))


def test_claims_that_are_off_do_not_differ() -> None:
    words = words_of(event("A", when=(Claim(value="1985"), Claim("1986", basis=Basis.ASSUMED))))
    assert words.remarks(0, frozenset({Basis.STATED})) == []


def test_a_date_that_ends_in_two_dots_is_still_going_on() -> None:
    words = words_of(event("A", when="1985/..", shape=Shape.SPAN), event("B", when="1985"))
    assert [words.is_ongoing(0), words.is_ongoing(1)] == [True, False]


def test_a_basis_is_told_where_it_is_not_stated() -> None:
    assert [basis_in_words(basis) for basis in Basis] == ["", " (inferred)", " (assumed)"]
