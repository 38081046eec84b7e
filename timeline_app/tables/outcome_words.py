"""Penalties in words, for a cell of a table."""

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


def outcomes_in_words(case: Case, event: Event) -> str:
    """All parts of an event's penalty: "Li: fine, CNY 30,000; detention, 3 days"."""
    names = {actor.id: actor.name for actor in case.actors} if event.outcome else {}
    return "; ".join(_outcome_words(one, names) for one in event.outcome)


def _outcome_words(outcome: Outcome, names: dict[str, str]) -> str:
    parts = (
        OUTCOME_WORDS[outcome.type],
        duration_in_words(outcome.duration) if outcome.duration else "",
        f"{outcome.currency} {outcome.amount:,}" if outcome.amount is not None else "",
        outcome.text or "",
    )
    words = ", ".join(part for part in parts if part)
    return f"{names[outcome.actor]}: {words}" if outcome.actor else words
