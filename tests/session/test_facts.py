"""What is said of an event, line by line."""

from __future__ import annotations

import msgspec
import pytest

from tests.session.small_cases import four_events
from timeline_app.case.model import (
    Actor,
    Basis,
    Case,
    Constraint,
    End,
    Event,
    Kind,
    Outcome,
    OutcomeType,
    Relation,
    Shape,
    Source,
)
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.session.facts import Fact, FactLine, event_facts

FOUR = solve_case(four_events())


def fact(chronology: Chronology, event: int, name: str, other: int | None = None) -> Fact | None:
    facts = [one for one in event_facts(chronology, event, other) if one.name == name]
    return facts[0] if facts else None


def lines(chronology: Chronology, event: int, name: str, other: int | None = None) -> list[str]:
    found = fact(chronology, event, name, other)
    return [line.text for line in found.lines] if found else []


def telling(*events: Event, sources: tuple[Source, ...] = ()) -> Chronology:
    actors = (Actor("li", "Li", role="cou\u202erier"),)
    return solve_case(
        Case("case-timeline", 1, "case", "A case", None, None, actors, sources, events)
    )


def test_facts_come_in_the_order_in_which_they_are_read() -> None:
    names = [one.name for one in event_facts(FOUR, 0, other=3)]
    assert names == ["Measured", "When", "Words", "Who", "Order", "Why"]
    assert all(one.lines for one in event_facts(FOUR, 0))


def test_when_and_the_words_of_the_source() -> None:
    assert lines(FOUR, 0, "When") == ["no later than 1 March 2025"]
    assert lines(FOUR, 0, "Words") == ["“in spring”"]
    assert lines(FOUR, 1, "Words") == []


def test_who_takes_part_and_as_what() -> None:
    assert lines(FOUR, 0, "Who") == ["Feng & sons"]
    assert lines(FOUR, 3, "Who") == ["法院, court"]
    assert lines(FOUR, 2, "Who") == []
    assert lines(telling(Event("a", Kind.LEAK, "A", actors=("li",))), 0, "Who") == ["Li, cou�rier"]


def test_the_order_is_told_from_both_sides_and_leads_there() -> None:
    own = fact(FOUR, 1, "Order")
    assert own is not None
    assert own.lines[0] == FactLine("after ‘They meet’ (inferred)", event=0)
    leads = {line.event for line in own.lines}
    assert leads == {0, 3}
    met = fact(FOUR, 0, "Order")
    assert met is not None
    assert {line.event for line in met.lines} == {1, 2}
    assert any("(inferred)" in line.text for line in met.lines if line.event == 1)
    assert not any("(inferred)" in line.text for line in met.lines if line.event == 2)


@pytest.mark.parametrize(
    ("constraint", "words", "leads_to"),
    [
        (
            Constraint(Relation.BEFORE, "@report", Basis.STATED),
            "before the publication of ‘The report’",
            None,
        ),
        (
            Constraint(Relation.AFTER, "other", Basis.ASSUMED, min="P1M"),
            "at least 1 month after ‘Other’ (assumed)",
            1,
        ),
        (
            Constraint(Relation.NOT_BEFORE, "other.end", Basis.STATED, from_end=End.START),
            "its start not before the end of ‘Other’",
            1,
        ),
    ],
)
def test_each_constraint_in_words(constraint: Constraint, words: str, leads_to: int | None) -> None:
    chronology = telling(
        Event("one", Kind.CONTACT, "One", constraints=(constraint,)),
        Event("other", Kind.LEAK, "Other"),
        sources=(Source("report", "The report", published="2025"),),
    )
    order = fact(chronology, 0, "Order")
    assert order is not None
    assert order.lines == (FactLine(words, leads_to),)


def test_why_leads_from_the_date_to_the_bound() -> None:
    why = fact(FOUR, 0, "Why")
    assert why is not None
    assert why.lines[0] == FactLine("no later than: ‘An arrest’ is placed on 1 March 2025", 3)
    assert [line.event for line in why.lines] == [3, 3, 2]
    assert [line.soft for line in why.lines] == [False, True, True]
    assert all(line.text.startswith("→ ") for line in why.lines[1:])


def test_both_bounds_have_their_reason() -> None:
    heads = [words.partition(":")[0] for words in lines(FOUR, 3, "Why")]
    assert heads == ["not before", "no later than"]


def test_an_event_that_nothing_ties_to_the_calendar() -> None:
    free = telling(Event("a", Kind.LEAK, "A"))
    assert lines(free, 0, "When") == ["time not established"]
    assert all("later" not in words for words in lines(free, 0, "Why"))


def test_remarks_beside_the_time() -> None:
    event = Event(
        "a", Kind.LEAK, "A", when="2020/2021", shape=Shape.REPEATED, prevented=True, planned=True
    )
    told = lines(telling(event), 0, "When")
    assert told[1:] == [
        "attempted; it did not come about",
        "still to come when the source was written",
    ]


def test_a_bound_in_dispute_says_so() -> None:
    two = telling(
        Event("a", Kind.LEAK, "A", when="2021"),
        Event(
            "b",
            Kind.ARREST,
            "B",
            when="2020",
            constraints=(Constraint(Relation.AFTER, "a", Basis.STATED),),
        ),
    )
    assert two.contradictions
    assert "the case says: in 2021; contradicted, see the problems" in lines(two, 0, "When")


def test_measuring_tells_the_distance_and_why() -> None:
    measured = fact(FOUR, 3, "Measured", other=0)
    assert measured is not None
    assert measured.lines[0] == FactLine("‘An arrest’ is at least 2 seconds after ‘They meet’", 0)
    assert measured.lines[1].text.startswith("at least: ")
    assert {line.event for line in measured.lines[1:]} == {2, 3}
    assert lines(FOUR, 0, "Measured", other=3)[0] == measured.lines[0].text


def test_measuring_an_event_against_itself_asks_for_another() -> None:
    assert lines(FOUR, 0, "Measured", other=0) == ["from this event: choose another"]


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome(OutcomeType.DETENTION, duration="P3D", actor="li"), "Li: detention, 3 days"),
        (Outcome(OutcomeType.FINE, amount=30000, currency="CNY"), "fine, CNY 30,000"),
        (Outcome(OutcomeType.FINE, amount=0, currency="CNY"), "fine, CNY 0"),
        (Outcome(OutcomeType.OTHER, text="sent\nhome", actor="li"), "Li: sent home"),
        (
            Outcome(OutcomeType.POLITICAL_RIGHTS, duration="P2Y"),
            "loss of political rights, 2 years",
        ),
        (Outcome(OutcomeType.DISCIPLINE, text="dismissed"), "disciplinary action, dismissed"),
    ],
)
def test_outcomes_in_words(outcome: Outcome, words: str) -> None:
    told = Event("a", Kind.SENTENCING, "A", outcome=(outcome,))
    assert lines(telling(told), 0, "Outcome") == [words]


def test_every_outcome_of_an_event_is_told_and_its_note() -> None:
    event = Event(
        "a",
        Kind.SENTENCING,
        "A",
        outcome=(
            Outcome(OutcomeType.IMPRISONMENT, duration="P6Y", actor="li"),
            Outcome(OutcomeType.CONFISCATION, amount=5, currency="CNY"),
        ),
        note="A note.",
    )
    chronology = telling(event)
    assert lines(chronology, 0, "Outcome") == ["Li: imprisonment, 6 years", "confiscation, CNY 5"]
    assert lines(chronology, 0, "Note") == ["A note."]


def test_a_statement_that_does_not_count_gives_no_bound() -> None:
    """With inferred statements switched off the papers are tied to the arrest, not the meeting."""
    stated = solve_case(four_events(), frozenset({Basis.STATED}))
    leads = {line.event for line in (fact(stated, 0, "Why") or Fact("", ())).lines}
    assert 1 not in leads


def test_titles_in_facts_can_not_turn_the_line() -> None:
    case = four_events()
    turned = msgspec.structs.replace(case.events[0], title="They\n\u202emeet")
    events = (turned, *case.events[1:])
    chronology = solve_case(msgspec.structs.replace(case, events=events))
    assert lines(chronology, 1, "Order")[0] == "after ‘They �meet’ (inferred)"
