"""Penalties in words: every surface says them alike.

A part of a penalty is told by its type, how long and how much, then in the words of the case. An
amount follows its currency: "CNY 30,000".
"""

from __future__ import annotations

from timeline_app.case.durations import duration_in_words
from timeline_app.case.model import Case, Event, Outcome, OutcomeType

OUTCOME_WORDS = {
    OutcomeType.IMPRISONMENT: "imprisonment",
    OutcomeType.DETENTION: "detention",
    OutcomeType.FINE: "fine",
    OutcomeType.CONFISCATION: "confiscation",
    OutcomeType.POLITICAL_RIGHTS: "loss of political rights",
    OutcomeType.DISCIPLINE: "disciplinary action",
    OutcomeType.ADMINISTRATIVE: "administrative penalty",
    OutcomeType.OTHER: "",
}
"""The types in words; `other` has none, its text tells it."""


def outcomes_in_words(case: Case, event: Event) -> str:
    """All parts of an event's penalty: "Li: fine, CNY 30,000; detention, 3 days"."""
    names = {actor.id: actor.name for actor in case.actors} if event.outcome else {}
    return "; ".join(outcome_in_words(one, names.get(one.actor or "", "")) for one in event.outcome)


def outcome_in_words(outcome: Outcome, name: str = "") -> str:
    """One part, of the person of that name: "Zhang: detention, 3 days"."""
    words = ", ".join(filter(None, (OUTCOME_WORDS[outcome.type], measure_in_words(outcome))))
    return f"{name}: {words}" if name else words


def measure_in_words(outcome: Outcome) -> str:
    """One part without its type: "6 years, suspended"; empty where nothing more is told."""
    told = [
        duration_in_words(outcome.duration) if outcome.duration else "",
        amount_in_words(outcome.amount, outcome.currency) if outcome.amount is not None else "",
        outcome.text or "",
    ]
    return ", ".join(filter(None, told))


def amount_in_words(amount: float, currency: str | None) -> str:
    """An amount of money: "CNY 30,000", "CNY 10,000.5"."""
    whole = int(amount) if amount == int(amount) else amount
    return f"{currency} {whole:,}" if currency else f"{whole:,}"
