"""What is not established within a column, and least gaps."""

from __future__ import annotations

import pytest

from tests.layout.made_cases import before, event, not_before, random_case, solved
from timeline_app.case.model import Basis, Constraint, End, Relation
from timeline_app.case.solving.order import Certainty
from timeline_app.layout.column_ties import (
    NOT_ESTABLISHED,
    SAME_TIME,
    ColumnTie,
    arrow_columns,
    column_ties,
    told_gaps,
)
from timeline_app.layout.standing import own_standing

NONE: frozenset[int] = frozenset()


def same(other: int) -> Constraint:
    return Constraint(rel=Relation.SAME, to=f"e{other}", basis=Basis.STATED)


def test_events_of_one_column_are_tied() -> None:
    ties = column_ties(
        own_standing(solved(event(0), event(1), event(2, constraints=(before(0),)))), NONE
    )
    assert ties == {0: ColumnTie(frozenset({1, 2}), NOT_ESTABLISHED)}


def test_events_at_the_same_time_say_so() -> None:
    ties = column_ties(own_standing(solved(event(0), event(1, constraints=(same(0),)))), NONE)
    assert ties == {0: ColumnTie(frozenset({0, 1}), SAME_TIME)}


def test_a_weak_order_is_no_tie() -> None:
    assert (
        column_ties(own_standing(solved(event(0), event(1, constraints=(not_before(0),)))), NONE)
        == {}
    )


def test_hidden_events_are_not_tied() -> None:
    assert column_ties(own_standing(solved(event(0), event(1))), frozenset({1})) == {}


def test_beyond_what_is_exact_nothing_is_claimed() -> None:
    assert column_ties(own_standing(random_case(1, 1_001)), NONE) == {}


@pytest.mark.parametrize("seed", range(12))
def test_ties_are_the_pairs_that_comparing_gives(seed: int) -> None:
    chronology = random_case(seed, 14, dated=0.4)
    ties = column_ties(own_standing(chronology), NONE)
    for column in set(chronology.layers):
        events = [n for n, layer in enumerate(chronology.layers) if layer == column]
        loose = {
            one
            for one in events
            for other in events
            if one != other
            and chronology.compare(one, other).certainty is Certainty.NOT_ESTABLISHED
        }
        tie = ties.get(column)
        if loose:
            assert tie == ColumnTie(frozenset(loose), NOT_ESTABLISHED)
        else:
            assert tie is None or tie.text == SAME_TIME


def test_arrows_are_found_by_their_columns() -> None:
    chain = solved(
        event(0),
        *(event(n, constraints=(not_before(n - 1),)) for n in range(1, 3)),
        event(3, constraints=(Constraint(rel=Relation.AFTER, to="e2", basis=Basis.STATED),)),
    )
    found = arrow_columns(own_standing(chain))
    assert len(found.arrows) == 3
    assert [(one.first, one.second) for one in found.touching(range(1, 2))] == [(2, 3)]
    assert len(found.touching(range(2))) == 3
    assert found.touching(range(5, 9)) == []
    assert arrow_columns(own_standing(solved())).touching(range(3)) == []


def gap(
    least: str | None, rel: Relation = Relation.BEFORE, from_end: End | None = None
) -> tuple[str, str]:
    """What is told of two events, and of the same two the other way round."""
    constraint = Constraint(rel=rel, to="e1", basis=Basis.INFERRED, min=least, from_end=from_end)
    gaps = told_gaps(solved(event(0, constraints=(constraint,)), event(1)))
    return gaps.of(0, 1), gaps.of(1, 0)


def test_a_least_gap_is_told_as_it_is_written() -> None:
    assert gap("P1M") == ("≥ 1 month", "")
    assert gap("P3D", Relation.AFTER) == ("", "≥ 3 days")
    assert gap("P2Y3M", Relation.NOT_AFTER) == ("≥ 2 years 3 months", "")


def test_less_than_a_day_or_between_other_ends_is_not_told() -> None:
    assert gap(None) == ("", "")
    assert gap("PT5H") == ("", "")
    assert gap("P1M", from_end=End.START) == ("", "")


def test_of_several_gaps_the_first_in_the_file_is_told() -> None:
    short, long = before(1, least="P2D"), before(1, least="P1M")
    assert told_gaps(solved(event(0, constraints=(short, long)), event(1))).of(0, 1) == "≥ 2 days"
    after = Constraint(rel=Relation.AFTER, to="e0", basis=Basis.STATED, min="P1M")
    both = event(0, constraints=(short,)), event(1, constraints=(after,))
    assert told_gaps(solved(*both)).of(0, 1) == "≥ 2 days"


def test_a_gap_counts_by_its_basis() -> None:
    constraint = before(1, Basis.INFERRED, "P1M")
    events = (event(0, constraints=(constraint,)), event(1))
    assert told_gaps(solved(*events, bases=frozenset({Basis.STATED}))).of(0, 1) == ""
    assert told_gaps(solved(*events)).of(0, 1) == "≥ 1 month"


def test_arrows_of_single_statements_are_found_by_their_columns_too() -> None:
    chain = solved(
        event(0), *(event(n, constraints=(before(n - 1), before(0))) for n in range(1, 1_002))
    )
    found = arrow_columns(own_standing(chain))
    assert not chain.layers_exact
    assert len(found.arrows) == len(list(found.arrows)) == 2_001
    layers = chain.layers
    pairs = [
        (one.first, one.second)
        for one in found.arrows
        if {layers[one.first], layers[one.second]} & {3, 4}
    ]
    touching = found.touching(range(3, 5))
    assert [(one.first, one.second) for one in touching] == sorted(pairs)
    assert touching
