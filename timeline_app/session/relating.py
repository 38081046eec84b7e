"""How events lie to each other, in words.

Rules:
* Only what the source's own words settle is called certain. What also needs an inferred or assumed
  statement says so, and so does what merely can't be earlier.
* Starts are compared, and where an event went on for a while the words say that it is its start.
"""

from __future__ import annotations

from timeline_app.case.model import Basis, Event, Shape
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.order import Certainty
from timeline_app.case.words import gap_in_words, named
from timeline_app.layout.plain import plain_line

RELATED_EVENTS = 5_000  # beyond this the relations of all events to one are not worked out


def how_it_lies(chronology: Chronology, event: int, selected: int | None) -> str:
    """How an event lies to the selected one: "before", "after its start (inferred)", "not before",
    "order not established"; nothing for the selected event itself."""
    if selected is None or event == selected:
        return ""
    words = _relation(chronology, selected, event)
    if words is None:
        return "order not established"
    start = " its start" if _lasts(chronology.case.events[selected]) else ""
    if words.startswith("at the same time"):
        start = " as its start" if start else ""
    return words + start + _needs(chronology, selected, event)


def against_previous(chronology: Chronology, previous: int, event: int) -> str:
    """How firmly an event follows the one before it in the case's order, for the status line."""
    told = chronology.case.events[previous]
    title = named(plain_line(told.title))
    words = _relation(chronology, previous, event)
    if words is None:
        return f"order against {title} not established"
    joined = " as" if words.startswith("at the same time") else ""
    start = " the start of" if _lasts(told) else ""
    return f"{words}{joined}{start} {title}{_needs(chronology, previous, event)}"


def _relation(chronology: Chronology, first: int, second: int) -> str | None:
    """How the second lies to the first, or None where that is not established."""
    comparison = chronology.compare(first, second)
    if comparison.certainty is Certainty.NOT_ESTABLISHED:
        return None
    if comparison.certainty is Certainty.SAME:
        return "at the same time"
    if comparison.certainty is Certainty.NOT_BEFORE:
        return "not after" if comparison.swapped else "not before"
    certainly = "certainly " if chronology.basis_of(first, second) is Basis.STATED else ""
    return certainly + ("before" if comparison.swapped else "after")


def _needs(chronology: Chronology, first: int, second: int) -> str:
    """The basis that the order of two events needs, where it is not stated."""
    basis = chronology.basis_of(first, second)
    return f" ({basis})" if basis not in (None, Basis.STATED) else ""


def _lasts(event: Event) -> bool:
    return event.shape is not Shape.MOMENT


def distance_in_words(chronology: Chronology, one: int, two: int) -> str:
    """How far apart the starts of two events are, the earlier of the case's order first."""
    first, second = sorted((one, two), key=lambda event: chronology.position[event])
    gap = chronology.gap(first, second)
    events = chronology.case.events
    titles = (plain_line(events[one].title) for one in (first, second))
    words = gap_in_words(gap.least, gap.greatest, *titles)
    lasting = _lasts(events[first]) or _lasts(events[second])
    return f"{words} (from start to start)" if lasting else words
