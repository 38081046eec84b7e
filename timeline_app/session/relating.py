"""How events lie to each other, in words."""

from __future__ import annotations

from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.order import Certainty
from timeline_app.case.words import gap_in_words, named
from timeline_app.layout.plain import plain_line

RELATED_EVENTS = 5_000  # beyond this the relations of all events to one are not worked out


def how_it_lies(chronology: Chronology, event: int, selected: int | None) -> str:
    """How an event lies to the selected one: "certainly before", "not after", "order not
    established" …; nothing for the selected event itself."""
    if selected is None or event == selected:
        return ""
    comparison = chronology.compare(selected, event)
    if comparison.certainty is Certainty.SAME:
        return "at the same time"
    if comparison.certainty is Certainty.NOT_ESTABLISHED:
        return "order not established"
    if comparison.certainty is Certainty.CERTAIN:
        return "certainly before" if comparison.swapped else "certainly after"
    return "not after" if comparison.swapped else "not before"


def against_previous(chronology: Chronology, previous: int, event: int) -> str:
    """How firmly an event follows the one before it in the case's order, for the status line."""
    title = named(plain_line(chronology.case.events[previous].title))
    certainty = chronology.certainty(previous, event)
    if certainty is Certainty.CERTAIN:
        return f"certainly after {title}"
    if certainty is Certainty.SAME:
        return f"at the same time as {title}"
    if certainty is Certainty.NOT_BEFORE:
        return f"not before {title}"
    return f"order against {title} not established"


def distance_in_words(chronology: Chronology, one: int, two: int) -> str:
    """How far apart two events are, the earlier of the case's order first."""
    first, second = sorted((one, two), key=lambda event: chronology.position[event])
    gap = chronology.gap(first, second)
    events = chronology.case.events
    titles = (plain_line(events[one].title) for one in (first, second))
    return gap_in_words(gap.least, gap.greatest, *titles)
