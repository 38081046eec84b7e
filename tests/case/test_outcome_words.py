"""Penalties are told part by part, with the person each fell on."""

from __future__ import annotations

from timeline_app.case.model import Actor, Case, Event, Kind, Outcome, OutcomeType
from timeline_app.case.outcome_words import OUTCOME_WORDS, amount_in_words, outcomes_in_words


def test_each_part_is_told() -> None:
    case = Case("case-timeline", 1, "a", "A", actors=(Actor("li", "Li"),))
    event = Event(
        "e",
        Kind.SENTENCING,
        "E",
        outcome=(
            Outcome(OutcomeType.IMPRISONMENT, duration="P5Y6M", actor="li"),
            Outcome(OutcomeType.FINE, amount=30000, currency="CNY"),
            Outcome(OutcomeType.OTHER, text="a warning"),
        ),
    )
    assert outcomes_in_words(case, event) == (
        "Li: imprisonment, 5 years 6 months; fine, CNY 30,000; a warning"
    )
    assert outcomes_in_words(case, Event("f", Kind.LEAK, "F")) == ""


def test_every_type_has_words() -> None:
    assert set(OUTCOME_WORDS) == set(OutcomeType)


def test_an_amount_follows_its_currency() -> None:
    assert amount_in_words(30_000.0, "CNY") == "CNY 30,000"
    assert amount_in_words(10_000.5, "CNY") == "CNY 10,000.5"
    assert amount_in_words(5, None) == "5"
