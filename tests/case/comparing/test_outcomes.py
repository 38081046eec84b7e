"""Penalties side by side."""

from __future__ import annotations

import pytest

from tests.case.comparing.small_cases import case_of, stage
from timeline_app.case.comparing.outcomes import outcome_rows
from timeline_app.case.model import Case, Outcome, OutcomeType

PRISON, FINE, OTHER = OutcomeType.IMPRISONMENT, OutcomeType.FINE, OutcomeType.OTHER


def sentenced(*outcomes: Outcome, planned: bool = False, prevented: bool = False) -> Case:
    return case_of(stage("sentencing", outcome=outcomes, planned=planned, prevented=prevented))


def term(duration: str, actor: str | None = None) -> Outcome:
    return Outcome(PRISON, duration=duration, actor=actor)


def fine(amount: float, currency: str, actor: str | None = None) -> Outcome:
    return Outcome(FINE, amount=amount, currency=currency, actor=actor)


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            [term("P6Y", "hou")],
            [term("P2Y3M", "qi")],
            ("Hou: 6 years", "Qi: 2 years 3 months", "A longer by 3 years 9 months"),
        ),
        ([term("P1Y")], [term("P15M")], ("1 year", "15 months", "A shorter by 3 months")),
        ([term("P1Y")], [term("P12M")], ("1 year", "12 months", "the same")),
        ([term("P10D")], [term("P3D")], ("10 days", "3 days", "A longer by exactly 7 days")),
        (
            [term("P1M")],
            [term("P30D")],
            ("1 month", "30 days", "A from 2 days shorter to 1 day longer"),
        ),
        ([term("P6Y")], [], ("6 years", "none told", "told in A only")),
        ([], [term("P6Y")], ("none told", "6 years", "told in B only")),
        (
            [term("P6Y", "hou"), term("P5Y", "qi")],
            [term("P6Y", "hou")],
            ("Hou: 6 years; Qi: 5 years", "Hou: 6 years", "not comparable: several in A"),
        ),
        (
            [term("P6Y", "hou"), term("P6Y", "qi")],
            [term("P1Y"), term("P1Y")],
            ("Hou, Qi: 6 years each", "1 year each", "not comparable: several in A and B"),
        ),
        (
            [fine(30_000, "CNY", "hou")],
            [fine(10_000.5, "CNY")],
            ("Hou: CNY 30,000", "CNY 10,000.5", "A more by CNY 19,999.5"),
        ),
        (
            [fine(30_000, "CNY")],
            [fine(30_000.0, "CNY")],
            ("CNY 30,000", "CNY 30,000", "the same"),
        ),
        (
            [fine(1, "CNY")],
            [fine(2, "USD")],
            ("CNY 1", "USD 2", "not comparable: different currencies"),
        ),
        (
            [Outcome(OTHER, text="a warning")],
            [Outcome(OTHER, text="a warning")],
            ("a warning", "a warning", "not comparable"),
        ),
        (
            [Outcome(PRISON, text="for life")],
            [term("P6Y")],
            ("for life", "6 years", "not comparable"),
        ),
        (
            [Outcome(PRISON)],
            [Outcome(PRISON, text="suspended", duration="P3D")],
            ("how much is not told", "3 days, suspended", "not comparable"),
        ),
    ],
)
def test_a_row_tells_both_and_how_they_differ(
    a: list[Outcome], b: list[Outcome], words: tuple[str, str, str]
) -> None:
    (row,) = outcome_rows(sentenced(*a), sentenced(*b))
    assert (row.a, row.b, row.difference) == words
    assert (row.events_a, row.events_b) == ((0,) if a else (), (0,) if b else ())


def test_what_did_not_come_about_says_so_and_is_not_measured() -> None:
    (row,) = outcome_rows(sentenced(term("P6Y"), planned=True), sentenced(term("P1Y")))
    assert (row.a, row.difference) == ("6 years (still to come)", "not comparable")
    (row,) = outcome_rows(sentenced(term("P1Y")), sentenced(term("P6Y"), prevented=True))
    assert (row.b, row.difference) == ("6 years (did not come about)", "not comparable")


def test_of_a_long_list_the_rest_is_counted() -> None:
    (row,) = outcome_rows(sentenced(*(term(f"P{years}Y") for years in range(1, 24))), case_of())
    assert row.a.startswith("1 year; 2 years; 3 years; ")
    assert row.a.endswith("; 20 years; and 3 more")


def test_there_is_a_row_for_each_type_in_the_order_of_the_format() -> None:
    rows = outcome_rows(sentenced(fine(1, "CNY"), term("P1Y")), sentenced(Outcome(OTHER, text="x")))
    assert [row.type for row in rows] == [PRISON, FINE, OTHER]
    assert outcome_rows(case_of(), case_of()) == ()
