"""Solved cases against the slow reading of the format, and what a reader is told of them."""

from __future__ import annotations

from array import array
from datetime import date
from random import Random

import pytest

from tests.case.solving.slow_solving import SlowCase, random_case
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.case.model import (
    Basis,
    Case,
    Claim,
    Constraint,
    End,
    Event,
    Kind,
    Passage,
    Relation,
    Shape,
    Source,
)
from timeline_app.case.solving.chronology import ALL_BASES, Chronology, solve_case
from timeline_app.case.solving.order import Certainty

STATED_ONLY = frozenset({Basis.STATED})
FIRM = frozenset({Basis.STATED, Basis.INFERRED})


def column(chronology: Chronology, end: End, *, latest: bool) -> array[int]:
    if end is End.START:
        return chronology.start_latest if latest else chronology.start_earliest
    return chronology.end_latest if latest else chronology.end_earliest


def test_random_cases_are_solved_as_the_format_says() -> None:
    chance = Random(1)
    sound = broken = 0
    for _ in range(2_000):
        case = random_case(chance)
        bases = chance.choice((ALL_BASES, FIRM, STATED_ONLY))
        slow, chronology = SlowCase(case, bases), solve_case(case, bases)
        assert bool(chronology.contradictions) == (slow.table is None), case
        if slow.table is None:
            broken += 1
            continue
        sound += 1
        for event in range(len(case.events)):
            for end in End:
                node = slow.end(event, end)
                back, forth = slow.table[node][0], slow.table[0][node]
                earliest = OPEN_PAST if back is None else -back
                assert column(chronology, end, latest=False)[event] == earliest
                latest = OPEN_FUTURE if forth is None else forth
                assert column(chronology, end, latest=True)[event] == latest
            for other in range(len(case.events)):
                node, beyond = slow.end(event, End.START), slow.end(other, End.START)
                back = slow.table[beyond][node]
                if event != other:
                    certain = chronology.certainty(event, other)
                    assert (certain is Certainty.CERTAIN) == (back is not None and back < 0)
                    gap = chronology.gap(event, other)
                    assert gap.least == (None if back is None else -back)
                    assert gap.greatest == slow.table[node][beyond]
    assert sound > 500
    assert broken > 150


def test_the_order_never_contradicts_a_certainty_even_among_contradictions() -> None:
    chance = Random(2)
    for _ in range(400):
        chronology = solve_case(random_case(chance))
        assert sorted(chronology.order) == list(range(len(chronology.case.events)))
        for place, first in enumerate(chronology.order):
            assert chronology.position[first] == place
            for second in chronology.order[place + 1 :]:
                comparison = chronology.compare(first, second)
                assert not (comparison.certainty is Certainty.CERTAIN and comparison.swapped)
                assert (comparison.certainty is Certainty.CERTAIN) <= (
                    chronology.layers[first] < chronology.layers[second]
                )


def test_solving_twice_gives_the_same_contradictions() -> None:
    chance = Random(3)
    for _ in range(300):
        case = random_case(chance)
        assert solve_case(case).contradictions == solve_case(case).contradictions


# ------------------------------------------------------------------------------------ one by one


def event(
    name: str,
    *constraints: Constraint,
    when: str | tuple[Claim, ...] | None = None,
    shape: Shape = Shape.MOMENT,
    told: tuple[str, ...] = (),
    margin: str | None = None,
    planned: bool = False,
) -> Event:
    return Event(
        id=name,
        kind=Kind.OTHER,
        label="act",
        title=name.title(),
        when=when,
        margin=margin,
        shape=shape,
        constraints=constraints,
        passages=tuple(Passage(source=source, start=0, end=1) for source in told),
        planned=planned,
    )


def constraint(
    rel: Relation,
    to: str,
    basis: Basis = Basis.STATED,
    least: str | None = None,
    most: str | None = None,
) -> Constraint:
    return Constraint(rel=rel, to=to, basis=basis, min=least, max=most)


def case_of(*events: Event, published: str | None = "2025-04-15T16:14") -> Case:
    report = Source(id="report", title="The report", published=published)
    return Case(
        format="case-timeline",
        version=1,
        id="case",
        title="A case",
        sources=(report,),
        events=events,
    )


def texts(chronology: Chronology, index: int, *, latest: bool = True) -> list[str]:
    why = chronology.why(index)
    return [link.text for link in (why.latest if latest else why.earliest)]


RECORDER = case_of(
    event(
        "signal",
        constraint(Relation.BEFORE, "recorder", Basis.INFERRED, least="P1M"),
        constraint(Relation.NOT_BEFORE, "contact", Basis.INFERRED),
        told=("report",),
    ),
    event("contact"),
    event("recorder", told=("report",)),
    event("permit", constraint(Relation.AFTER, "recorder", Basis.ASSUMED)),
)


def test_a_chain_leads_from_the_publication_to_the_bound() -> None:
    chronology = solve_case(RECORDER)
    assert chronology.when_in_words(0) == "no later than 18 March 2025"
    assert texts(chronology, 0) == [
        "‘The report’ was published on 15 April 2025",
        "‘Recorder’ is not later than that: it is told there",
        "‘Signal’ is at least 1 month before ‘Recorder’ (inferred)",
    ]
    links = chronology.why(0).latest
    assert [link.event for link in links] == [None, 2, 2]
    assert [link.basis for link in links] == [Basis.STATED, Basis.STATED, Basis.INFERRED]
    assert chronology.why(0).earliest == ()


def test_a_basis_switched_off_says_nothing() -> None:
    chronology = solve_case(RECORDER, STATED_ONLY)
    assert chronology.bases == STATED_ONLY
    assert chronology.when_in_words(0) == "no later than 15 April 2025"
    assert chronology.compare(0, 2).certainty is Certainty.NOT_ESTABLISHED
    assert solve_case(RECORDER, FIRM).compare(0, 2).certainty is Certainty.CERTAIN
    assert solve_case(RECORDER, FIRM).compare(2, 3).certainty is Certainty.NOT_ESTABLISHED
    assert solve_case(RECORDER).compare(2, 3).certainty is Certainty.CERTAIN


def test_what_is_stated_stays_even_if_only_the_others_are_asked_for() -> None:
    chronology = solve_case(RECORDER, frozenset({Basis.ASSUMED}))
    assert chronology.bases == {Basis.STATED, Basis.ASSUMED}


def test_order_layers_arrows_and_pairs_of_a_case() -> None:
    chronology = solve_case(RECORDER)
    assert chronology.order == (0, 1, 2, 3)
    assert chronology.layers == (0, 0, 1, 2)
    assert chronology.layers_exact
    drawn = [(one.first, one.second, one.weak, one.basis) for one in chronology.arrows()]
    assert drawn == [
        (0, 2, False, Basis.INFERRED),
        (1, 0, True, Basis.INFERRED),
        (2, 3, False, Basis.ASSUMED),
    ]
    assert chronology.established_pairs() == (5, 6)
    assert [basis for basis, _ in chronology.orders_by_basis] == list(Basis)
    assert chronology.orders_by_basis[-1][1] is chronology.solved_order
    assert chronology.relations(0).not_after == {1}
    assert chronology.relations(0).after == {2, 3}


def test_the_gap_of_two_events_has_its_chain() -> None:
    gap = solve_case(RECORDER).gap(0, 3)
    assert (gap.least, gap.greatest) == (28 * DAY + 1, None)
    assert [link.text for link in gap.why_least] == [
        "‘Signal’ is at least 1 month before ‘Recorder’ (inferred)",
        "‘Permit’ is after ‘Recorder’ (assumed)",
    ]
    assert gap.why_greatest == ()


def test_a_gap_between_two_dates_names_them_both() -> None:
    case = case_of(event("a", when="1985"), event("b", when="1987-03-01"))
    gap = solve_case(case).gap(0, 1)
    days = (date(1987, 3, 1) - date(1985, 12, 31)).days, (date(1987, 3, 2) - date(1985, 1, 1)).days
    assert (gap.least, gap.greatest) == (DAY * (days[0] - 1) + 1, DAY * days[1] - 1)
    assert [link.text for link in gap.why_least] == [
        "‘A’ is placed in 1985",
        "‘B’ is placed on 1 March 1987",
    ]
    assert [link.event for link in gap.why_greatest] == [0, 1]


def test_minutes_are_told_only_where_a_date_has_them() -> None:
    case = case_of(
        event("a", when="2025-03-01T10:15"),
        event("b", constraint(Relation.AFTER, "a"), told=("report",)),
    )
    chronology = solve_case(case)
    assert chronology.when_in_words(0) == "on 1 March 2025 at 10:15"
    assert chronology.when_in_words(1) == "between 1 March 2025, 10:15 and 15 April 2025"


def test_a_span_still_going_on_is_not_ended_by_the_report() -> None:
    chronology = solve_case(
        case_of(event("post", when="2020/..", shape=Shape.SPAN, told=("report",)))
    )
    bounds = chronology.bounds(0)
    assert bounds.end.latest is None
    assert bounds.start.latest is not None
    assert chronology.when_in_words(0) == "began in 2020; still going on"


def test_what_is_planned_is_not_bound_by_the_report() -> None:
    chronology = solve_case(case_of(event("trial", told=("report",), planned=True)))
    assert chronology.when_in_words(0) == "time not established"


@pytest.mark.parametrize(
    ("when", "margin", "words"),
    [
        ("1985~", None, "in 1985 (approximate), which constrains nothing"),
        ("1985?", None, "in 1985 (uncertain), which constrains nothing"),
        ("1985~", "P1M", "between December 1984 and January 1986"),
    ],
)
def test_a_qualified_date_constrains_only_with_a_margin(
    when: str, margin: str | None, words: str
) -> None:
    assert solve_case(case_of(event("a", when=when, margin=margin))).when_in_words(0) == words


def test_a_qualified_date_stands_beside_the_bounds() -> None:
    chronology = solve_case(case_of(event("a", when="1985~", told=("report",))))
    assert chronology.when_in_words(0) == (
        "no later than 15 April 2025; in 1985 (approximate), which constrains nothing"
    )


def test_claims_that_exclude_each_other_are_a_contradiction_and_in_dispute() -> None:
    claims = (Claim(value="2019", source="report"), Claim(value="2021", basis=Basis.ASSUMED))
    case = case_of(event("war", when=claims), event("peace", constraint(Relation.AFTER, "war")))
    chronology = solve_case(case)
    (contradiction,) = chronology.contradictions
    assert [(one.text, one.event) for one in contradiction.statements] == [
        ("‘The report’ places ‘War’ in 2019", 0),
        ("one account places ‘War’ in 2021 (assumed)", 0),
    ]
    assert chronology.bounds(0).in_dispute
    assert chronology.bounds(1).in_dispute
    assert chronology.when_in_words(0) == ("the sources differ: in 2019 or in 2021; in dispute")
    assert chronology.when_in_words(1) == "time not established; in dispute"
    firm = solve_case(case, FIRM)
    assert firm.contradictions == ()
    assert not firm.bounds(0).in_dispute
    assert firm.when_in_words(0) == "in 2019"


def test_a_ring_of_statements_is_told_in_its_order_from_the_first_in_the_file() -> None:
    case = case_of(
        event("a", constraint(Relation.BEFORE, "b")),
        event("b", constraint(Relation.BEFORE, "c", Basis.INFERRED)),
        event("c", constraint(Relation.BEFORE, "a")),
        event("d", constraint(Relation.AFTER, "c")),
    )
    (contradiction,) = solve_case(case).contradictions
    assert {one.text for one in contradiction.statements} == {
        "‘A’ is before ‘B’",
        "‘B’ is before ‘C’ (inferred)",
        "‘C’ is before ‘A’",
    }
    assert contradiction.statements[0].event == 0
    assert solve_case(case).compare(2, 3).certainty is Certainty.CERTAIN


def test_a_case_without_events_is_solved() -> None:
    chronology = solve_case(case_of())
    assert chronology.order == chronology.position == chronology.layers == ()
    assert chronology.arrows() == ()
    assert chronology.established_pairs() == (0, 0)


def test_a_case_too_large_for_all_pairs_has_layers_and_arrows_of_single_statements() -> None:
    events = [event("e0")] + [
        event(f"e{place}", constraint(Relation.AFTER, f"e{place - 1}")) for place in range(1, 1_002)
    ]
    chronology = solve_case(case_of(*events))
    assert not chronology.layers_exact
    assert chronology.established_pairs() is None
    assert chronology.orders_by_basis == ()
    assert sorted(chronology.single_steps()) == [(at, at + 1, 1) for at in range(1_001)]
    assert chronology.layers == tuple(range(1_002))
    arrows = chronology.arrows()
    assert len(arrows) == 1_001
    assert (arrows[0].first, arrows[0].second, arrows[0].least, arrows[0].weak) == (0, 1, 1, False)
    assert chronology.compare(0, 1_001).certainty is Certainty.CERTAIN
    assert chronology.relations(500).before == frozenset(range(500))


def test_bounds_beyond_the_columns_are_kept_within_them() -> None:
    events = [event("e0", when="1985")] + [
        event(f"e{place}", constraint(Relation.AFTER, f"e{place - 1}", least="P999999999Y"))
        for place in range(1, 300)
    ]
    chronology = solve_case(case_of(*events))
    assert chronology.start_earliest[1] < chronology.start_earliest[299] < OPEN_FUTURE
    assert chronology.start_latest[299] == OPEN_FUTURE


def test_solving_stops_when_the_reader_gives_up() -> None:
    with pytest.raises(Cancelled):
        solve_case(RECORDER, cancelled=lambda: True)
