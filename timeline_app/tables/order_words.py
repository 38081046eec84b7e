"""How a row of a chronology lies against the row before it, and on what that rests."""

from __future__ import annotations

from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.order import Certainty

_WORDS = {
    (Certainty.CERTAIN, False): "after",
    (Certainty.CERTAIN, True): "before",
    (Certainty.NOT_BEFORE, False): "not before",
    (Certainty.NOT_BEFORE, True): "not after",
    (Certainty.SAME, False): "at the same time",
    (Certainty.SAME, True): "at the same time",
}
NOT_ESTABLISHED = "order not established"


def against_row_before(chronology: Chronology, previous: int | None, event: int) -> tuple[str, str]:
    """How an event's start lies against that of the event listed before it ("after", "order not
    established"), and the least firm basis that this needs; nothing for the first row, and no
    basis where nothing is established or the case is too large to tell."""
    if previous is None:
        return "", ""
    comparison = chronology.compare(previous, event)
    words = _WORDS.get((comparison.certainty, comparison.swapped), NOT_ESTABLISHED)
    return words, str(chronology.basis_of(previous, event) or "")
