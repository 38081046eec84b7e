"""How events lie to each other, in words."""

from __future__ import annotations

import pytest

from tests.session.small_cases import four_events
from timeline_app.case.model import FORMAT, VERSION, Basis, Case, Constraint, Event, Kind, Relation
from timeline_app.case.solving.chronology import solve_case
from timeline_app.session.relating import against_previous, distance_in_words, how_it_lies

FOUR = solve_case(four_events())


def related(relation: Relation, least: str | None = None, greatest: str | None = None) -> Case:
    """Two events; the second lies to the first as the relation says."""
    constraint = Constraint(relation, "one", Basis.STATED, min=least, max=greatest)
    return Case(
        FORMAT,
        VERSION,
        "two",
        "Two events",
        events=(
            Event("one", Kind.CONTACT, "One"),
            Event("two", Kind.LEAK, "Two\u202e", constraints=(constraint,)),
        ),
    )


@pytest.mark.parametrize(
    ("event", "selected", "words"),
    [
        (0, 3, "certainly before"),
        (3, 0, "certainly after"),
        (1, 2, "order not established"),
        (2, 1, "order not established"),
        (1, 1, ""),
        (1, None, ""),
    ],
)
def test_against_the_chosen_event(event: int, selected: int | None, words: str) -> None:
    assert how_it_lies(FOUR, event, selected) == words


@pytest.mark.parametrize(
    ("relation", "of_the_second", "of_the_first", "in_the_status_line"),
    [
        (Relation.SAME, "at the same time", "at the same time", "at the same time as ‘One’"),
        (Relation.NOT_BEFORE, "not before", "not after", "not before ‘One’"),
        (Relation.AFTER, "certainly after", "certainly before", "certainly after ‘One’"),
    ],
)
def test_each_certainty_has_its_words_in_both_directions(
    relation: Relation, of_the_second: str, of_the_first: str, in_the_status_line: str
) -> None:
    solved = solve_case(related(relation))
    assert how_it_lies(solved, 1, selected=0) == of_the_second
    assert how_it_lies(solved, 0, selected=1) == of_the_first
    assert against_previous(solved, 0, 1) == in_the_status_line


def test_an_order_that_is_not_established_names_the_other_event() -> None:
    words = against_previous(FOUR, 1, 2)
    assert words == "order against ‘Papers change hands’ not established"


@pytest.mark.parametrize(
    ("relation", "least", "greatest", "words"),
    [
        (Relation.AFTER, "P1D", "P3D", "‘Two�’ is 1–3 days after ‘One’"),
        (Relation.BEFORE, "P2D", None, "‘Two�’ is at least 2 days after ‘One’"),
        (Relation.SAME, None, None, "‘Two�’ is at the same time as ‘One’"),
    ],
)
def test_a_distance_is_told_from_the_earlier_to_the_later(
    relation: Relation, least: str | None, greatest: str | None, words: str
) -> None:
    """Titles come without what would turn the rest of the line round."""
    solved = solve_case(related(relation, least, greatest))
    if relation is Relation.BEFORE:
        words = "‘One’ is at least 2 days after ‘Two�’"
    assert distance_in_words(solved, 0, 1) == words
    assert distance_in_words(solved, 1, 0) == words
