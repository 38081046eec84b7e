"""Pairs of two cases: made by hand, and found."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case.comparing.random_cases import random_choices, random_truth
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.comparing.pairing import Joined, Pair, join_cases
from timeline_app.case.model import Basis, Case, Constraint, Event, Kind, Relation
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.case.solving.order import Certainty

NONE = PairChoices()
SEEDS = st.integers(0, 2**32)


def pair_events(a: Chronology, b: Chronology, choices: PairChoices) -> tuple[Pair, ...]:
    return join_cases(a, b, choices).pairs


def chain_case(
    case_id: str, *events: tuple[str, Kind, str | None], label: str = "act"
) -> Chronology:
    """Events (id, kind, id of one that it is after)."""
    return solve_case(
        Case(
            format="case-timeline",
            version=1,
            id=case_id,
            title=case_id,
            events=tuple(
                Event(
                    id=name,
                    kind=kind,
                    title=name,
                    label=label if kind is Kind.OTHER else None,
                    constraints=(Constraint(Relation.AFTER, after, Basis.STATED),) if after else (),
                )
                for name, kind, after in events
            ),
        )
    )


def check(a: Chronology, b: Chronology, joined: Joined) -> None:
    """What holds of any pairs and shared columns."""
    pairs, columns = joined
    assert len({pair.a for pair in pairs}) == len({pair.b for pair in pairs}) == len(pairs)
    for pair in pairs:
        if (pair.a, pair.b) not in columns.apart:
            assert columns.a[pair.a] == columns.b[pair.b]
        kinds = {a.case.events[pair.a].kind, b.case.events[pair.b].kind}
        assert pair.by_hand or len(kinds) == 1
    assert columns.count == max([*columns.a, *columns.b, -1]) + 1
    check_columns(a, columns.a)
    check_columns(b, columns.b)
    for one in pairs:
        for two in pairs:
            if not {(one.a, one.b), (two.a, two.b)} & columns.apart:
                reversed_in_b = b.certainty(two.b, one.b) is Certainty.CERTAIN
                assert not (a.certainty(one.a, two.a) is Certainty.CERTAIN and reversed_in_b)


def check_columns(chronology: Chronology, own: tuple[int, ...]) -> None:
    """No column contradicts what is established of two events."""
    for first in range(len(own)):
        for second in range(len(own)):
            certainty = chronology.certainty(first, second)
            if certainty is Certainty.CERTAIN:
                assert own[first] < own[second]
            elif certainty is Certainty.NOT_BEFORE:
                assert own[first] <= own[second]
            elif certainty is Certainty.SAME:
                assert own[first] == own[second]


@given(SEEDS)
def test_pairs_and_columns_respect_both_orders(seed: int) -> None:
    chance = Random(seed)
    a, b = (random_truth(chance).chronology for _ in range(2))
    check(a, b, join_cases(a, b, random_choices(chance, a, b)))


@given(SEEDS)
def test_two_cases_exchanged_are_mirrored(seed: int) -> None:
    chance = Random(seed)
    a, b = (random_truth(chance).chronology for _ in range(2))
    choices = random_choices(chance, a, b)
    there, back = join_cases(a, b, choices), join_cases(b, a, choices.mirrored())
    assert set(there.pairs) == {pair.mirrored() for pair in back.pairs}
    columns = back.columns.mirrored()
    assert (there.columns.a, there.columns.b) == (columns.a, columns.b)
    assert (there.columns.count, there.columns.apart) == (columns.count, columns.apart)


@given(SEEDS)
def test_single_steps_give_pairs_that_respect_them(seed: int) -> None:
    """As for more events than every pair is compared of."""
    chance = Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline_app.case.solving.order.EXACT", chance.choice((0, 4)))
        a, b = (random_truth(chance).chronology for _ in range(2))
        choices = random_choices(chance, a, b)
        joined = join_cases(a, b, choices)
        back = join_cases(b, a, choices.mirrored())
        assert set(joined.pairs) == {pair.mirrored() for pair in back.pairs}
        for chronology, own in ((a, joined.columns.a), (b, joined.columns.b)):
            for first, second, gain in chronology.single_steps():
                assert own[first] + gain <= own[second]
            if chronology.layers_exact:
                check_columns(chronology, own)
        for pair in joined.pairs:
            if (pair.a, pair.b) not in joined.columns.apart:
                assert joined.columns.a[pair.a] == joined.columns.b[pair.b]


@pytest.mark.parametrize("most", [1_000, 0])
def test_a_case_beside_itself_pairs_every_event_with_itself(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.case.solving.order.EXACT", most)
    chance = Random(1)
    for _ in range(200):
        chronology = random_truth(chance).chronology
        pairs, columns = join_cases(chronology, chronology, NONE)
        assert sorted((pair.a, pair.b) for pair in pairs) == [
            (one, one) for one in range(len(chronology.case.events))
        ]
        assert columns.a == columns.b == chronology.layers


def test_pairs_made_by_hand_come_first_and_join_any_kinds() -> None:
    a = chain_case("a", ("c", Kind.CONTACT, None), ("l", Kind.LEAK, "c"))
    b = chain_case("b", ("x", Kind.ARREST, None), ("y", Kind.LEAK, "x"))
    assert [(pair.a, pair.b) for pair in pair_events(a, b, NONE)] == [(1, 1)]
    pairs = pair_events(a, b, NONE.with_pair("c", "x"))
    assert [(pair.a, pair.b, pair.by_hand) for pair in pairs] == [(0, 0, True), (1, 1, False)]
    pairs = pair_events(a, b, NONE.with_pair("c", "y"))
    assert [(pair.a, pair.b) for pair in pairs] == [(0, 1)]


@pytest.mark.parametrize("most", [1_000, 0])
def test_pairs_that_the_orders_exclude_are_apart(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.case.solving.order.EXACT", most)
    kinds = (("1", Kind.CONTACT, None), ("2", Kind.LEAK, "1"), ("3", Kind.ARREST, "2"))
    a, b = chain_case("a", *kinds), chain_case("b", *kinds)
    joined = join_cases(a, b, NONE.with_pair("1", "3").with_pair("3", "1"))
    assert {(pair.a, pair.b) for pair in joined.pairs} >= {(0, 2), (2, 0)}
    assert joined.columns.apart == {(2, 0)}
    assert joined.columns.a == (2, 3, 4)
    assert joined.columns.b == (0, 1, 2)


@pytest.mark.parametrize("most", [1_000, 0])
def test_of_a_case_beside_itself_crossed_pairs_stand_or_fall_together(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.case.solving.order.EXACT", most)
    a = chain_case("a", ("1", Kind.CONTACT, None), ("2", Kind.LEAK, "1"), ("3", Kind.LEAK, "1"))
    fallen = join_cases(a, a, NONE.with_pair("1", "3").with_pair("3", "1"))
    assert fallen.columns.apart == {(0, 2), (2, 0)}
    assert fallen.columns.a == fallen.columns.b
    standing = join_cases(a, a, NONE.with_pair("2", "3").with_pair("3", "2"))
    assert standing.columns.apart == frozenset()
    assert [(pair.a, pair.b) for pair in standing.pairs] == [(0, 0), (1, 2), (2, 1)]


def test_the_list_of_pairs_goes_by_the_order_of_the_first_case() -> None:
    events = (("1", Kind.LEAK, None), ("2", Kind.LEAK, None), ("3", Kind.LEAK, None))
    a, b = chain_case("a", *events), chain_case("b", *events)
    crossed = NONE.with_pair("1", "3").with_pair("3", "1")
    for one, other in ((a, b), (b, a), (a, a)):
        pairs = pair_events(one, other, crossed)
        assert [(pair.a, pair.b) for pair in pairs] == [(0, 2), (1, 1), (2, 0)]


def test_events_that_are_to_stay_alone_have_no_partner() -> None:
    a = chain_case("a", ("1", Kind.CONTACT, None), ("2", Kind.CONTACT, "1"))
    assert pair_events(a, a, NONE.without_pair("1", "1")) == pair_events(
        a, a, PairChoices(alone_a=frozenset({"1"}), alone_b=frozenset({"1", "gone"}))
    )
    pairs = pair_events(a, a, PairChoices(alone_a=frozenset({"1"})))
    assert [(pair.a, pair.b) for pair in pairs] == [(1, 1)]


def test_labels_are_read_without_case_and_spaces() -> None:
    a = chain_case("a", ("1", Kind.OTHER, None), label="Exit  permit ")
    b = chain_case("b", ("1", Kind.OTHER, None), label="exit permit")
    c = chain_case("c", ("1", Kind.OTHER, None), label="exit")
    assert len(pair_events(a, b, NONE)) == 1
    assert pair_events(a, c, NONE) == ()


def test_what_came_about_is_rather_paired_with_what_came_about() -> None:
    sentences = (("1", Kind.SENTENCING, None), ("2", Kind.SENTENCING, None))
    a = chain_case("a", *sentences)
    planned = Event(id="0", kind=Kind.SENTENCING, title="to come", planned=True)
    b = chain_case("b", *sentences[:1]).case
    both = Case(b.format, b.version, "b", "b", events=(planned, *b.events))
    one = chain_case("a", *sentences[:1])
    assert [(pair.a, pair.b) for pair in pair_events(one, solve_case(both), NONE)] == [(0, 1)]
    assert len(pair_events(a, solve_case(both), NONE)) == 2


def test_choices_keep_an_event_in_one_of_them() -> None:
    choices = NONE.with_pair("1", "2").with_pair("1", "3")
    assert choices.pairs == {("1", "3")}
    alone = choices.without_pair("1", "3")
    assert alone == PairChoices(alone_a=frozenset({"1"}), alone_b=frozenset({"3"}))
    assert alone.with_pair("1", "4").alone_a == frozenset()
    assert alone.without_choice(a="1").without_choice(b="3") == NONE
    assert choices.without_choice(b="3") == NONE
    assert choices.mirrored().pairs == {("3", "1")}
    assert alone.mirrored() == PairChoices(alone_a=frozenset({"3"}), alone_b=frozenset({"1"}))


def test_an_event_in_two_pairs_of_a_record_is_in_the_first() -> None:
    a = chain_case("a", ("1", Kind.CONTACT, None))
    b = chain_case("b", ("1", Kind.LEAK, None), ("2", Kind.LEAK, None))
    pairs = pair_events(a, b, PairChoices(frozenset({("1", "2"), ("1", "1")})))
    assert [(pair.a, pair.b) for pair in pairs] == [(0, 0)]


def test_one_file_in_two_editions_or_with_other_bases_is_mirrored_too() -> None:
    chance = Random(7)
    for _ in range(100):
        case = random_truth(chance).case
        stated = solve_case(case, frozenset({Basis.STATED}))
        other = solve_case(
            Case(case.format, case.version, case.id, "Other", events=case.events[:0])
        )
        for one, two in ((solve_case(case), stated), (solve_case(case), other)):
            there, back = join_cases(one, two, NONE), join_cases(two, one, NONE)
            assert set(there.pairs) == {pair.mirrored() for pair in back.pairs}
            check(one, two, there)


@pytest.mark.parametrize("most", [1_000, 0])
def test_it_can_be_given_up(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline_app.case.solving.order.EXACT", most)
    a = chain_case("a", ("1", Kind.CONTACT, None))
    with pytest.raises(Cancelled):
        join_cases(a, chain_case("b", ("1", Kind.CONTACT, None)), NONE, lambda: True)
