"""Times of a case as they are drawn."""

from __future__ import annotations

from tests.layout.made_cases import event, random_case, solved, told_in
from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST, second_of
from timeline_app.case.model import Basis, Claim, Shape
from timeline_app.layout.columns import Ends, columns_of


def test_columns_are_the_bounds_of_the_case() -> None:
    chronology = solved(
        event(0, "1985"),
        event(1, "1985/1987-04", shape=Shape.SPAN),
        event(2),
        event(3, passages=told_in()),
        published=("1990-01-01",),
    )
    columns = columns_of(chronology)
    assert columns.count == 4
    assert columns.first.tolist() == [second_of(1985), second_of(1985), OPEN_PAST, OPEN_PAST]
    assert columns.last.tolist() == [
        second_of(1986) - 1,
        second_of(1987, 5) - 1,
        OPEN_FUTURE,
        second_of(1990, 1, 2) - 1,
    ]
    assert columns.start_latest[1] == second_of(1986) - 1
    assert columns.end_earliest[1] == second_of(1987, 4)
    assert [columns.is_open_past(number) for number in range(4)] == [False, False, True, True]
    assert columns.qualified == {}


def test_they_are_worked_out_once() -> None:
    chronology = random_case(3, 5)
    assert columns_of(chronology) is columns_of(chronology)


def test_a_qualified_date_is_drawn_though_it_constrains_nothing() -> None:
    columns = columns_of(solved(event(0, "1985~"), event(1, "1985-04?/1990", shape=Shape.SPAN)))
    assert (columns.first[0], columns.last[0]) == (second_of(1985), second_of(1986) - 1)
    assert columns.qualified == {0: Ends.BOTH, 1: Ends.START}
    assert columns.vague == {0: Ends.BOTH, 1: Ends.START}
    assert columns.start_earliest[1] == second_of(1985, 4)
    assert columns.end_earliest[1] == second_of(1990)


def test_with_a_margin_it_is_a_bound_like_any_other() -> None:
    columns = columns_of(solved(event(0, "1985-04-12~", margin="P1M")))
    assert columns.qualified == {0: Ends.BOTH}
    assert columns.vague == {}
    assert columns.first[0] == second_of(1985, 4, 12) - 31 * DAY


def test_a_date_that_the_bounds_exclude_is_not_drawn() -> None:
    chronology = solved(event(0, "2010~", passages=told_in()), published=("1990-01-01",))
    columns = columns_of(chronology)
    assert columns.last[0] == second_of(1990, 1, 2) - 1
    assert columns.vague == {0: Ends.NONE}


def test_a_date_is_drawn_as_far_as_the_bounds_allow() -> None:
    chronology = solved(event(0, "1990~", passages=told_in()), published=("1990-06-30",))
    columns = columns_of(chronology)
    assert (columns.first[0], columns.last[0]) == (second_of(1990), second_of(1990, 7) - 1)


def test_claims_count_by_their_basis() -> None:
    claims = (
        Claim(value="1985~", basis=Basis.ASSUMED),
        Claim(value="1987?", basis=Basis.STATED),
    )
    stated = columns_of(solved(event(0, claims), bases=frozenset({Basis.STATED})))
    assert stated.first[0] == second_of(1987)
    both = columns_of(solved(event(0, claims)))
    assert both.first[0] == second_of(1985)


def test_what_is_drawn_never_runs_backward() -> None:
    claims = (Claim(value="1985~/.."), Claim(value="/1983~"))
    for chronology in (
        solved(event(0, claims, shape=Shape.SPAN)),
        *(random_case(seed, 60) for seed in range(20)),
    ):
        columns = columns_of(chronology)
        assert (columns.start_earliest <= columns.start_latest).all()
        assert (columns.end_earliest <= columns.end_latest).all()
        assert (columns.start_earliest <= columns.end_earliest).all()
        assert (columns.start_latest <= columns.end_latest).all()
