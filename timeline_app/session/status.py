"""The lines that tell where the reviewer stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.case.dates import Precision, parse_date
from timeline_app.case.model import Basis, Event, Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.words import date_in_words, day_in_words
from timeline_app.layout.kept import Kept
from timeline_app.layout.plain import plain_line
from timeline_app.session.relating import RELATED_EVENTS, against_previous
from timeline_app.session.stepping import place_of, step

if TYPE_CHECKING:  # the command line uses these words without a session, and without numpy
    from timeline_app.session.session import Session

ONLY_IN_TABLE = f"over {RELATED_EVENTS:,} events: only the table tells how the others lie to it"


def kind_words(event: Event) -> str:
    """The kind, or the label of an event of another kind."""
    return plain_line(event.label or "other") if event.kind is Kind.OTHER else str(event.kind)


def status_line(session: Session) -> str:
    """Where the reviewer stands: "4 of 11 · arrest · no later than 15 April 2025 · order against
    ‘exit permit’ not established"."""
    chronology, event = session.chronology, session.selected
    if chronology is None:
        return ""
    if event is None:
        return f"{_count(len(chronology.order), 'event')} · none chosen"
    steps = session.visible_order()
    told = chronology.case.events[event]
    parts = [_place(chronology, steps, event), kind_words(told), chronology.when_in_words(event)]
    previous = step(chronology, session.hidden_events, event, -1)
    if previous is not None:
        parts.append(against_previous(chronology, previous, event))
    if told.prevented:
        parts.append("attempted, did not come about")
    if told.planned:
        parts.append("still to come")
    if len(chronology.order) > RELATED_EVENTS:
        parts.append(ONLY_IN_TABLE)
    return " · ".join(parts)


def _place(chronology: Chronology, steps: Sequence[int], event: int) -> str:
    place = place_of(chronology, steps, event)
    return "hidden" if place is None else f"{place + 1} of {len(steps)}"


def step_words(session: Session) -> str:
    """For the toolbar: "4 of 11"."""
    steps, chronology = session.visible_order(), session.chronology
    if session.selected is None or chronology is None or not steps:
        return f"– of {len(steps)}"
    return _place(chronology, steps, session.selected)


def hidden_words(chronology: Chronology, hidden: frozenset[int]) -> str:
    """How many events are hidden: "3 of 11 hidden", or nothing."""
    return f"{len(hidden)} of {len(chronology.order)} hidden" if hidden else ""


def bases_words(bases: frozenset[Basis]) -> str:
    """What does not count, or nothing: "inferred and assumed statements are switched off"."""
    off = [str(basis) for basis in Basis if basis not in bases]
    return f"{' and '.join(off)} statements are switched off" if off else ""


def case_summary(chronology: Chronology) -> str:
    """Below the title: "8 events · none dated · order established for 20 of 28 pairs"."""
    return _SUMMARIES.of(chronology, None)


def _work_out_summary(chronology: Chronology, _key: None) -> str:
    parts = [_count(len(chronology.order), "event"), _dated(chronology)]
    parts.append(_pairs(chronology))
    if chronology.contradictions:
        parts.append(f"{_count(len(chronology.contradictions), 'contradiction')} open")
    published = publication_words(chronology)
    if published:
        parts.append(f"published {published}")
    return " · ".join(part for part in parts if part)


def publication_words(chronology: Chronology) -> str:
    """When the first publication was, as finely as the case states it, but no finer than a day; or
    nothing: "on 15 April 2025", "in July 2019"."""
    dates = [
        parse_date(source.published, chronology.zone)
        for source in chronology.case.sources
        if source.published is not None
    ]
    known = [date for date in dates if date.start.latest is not None]
    if not known:
        return ""
    first = min(known, key=lambda date: date.start.latest or 0)
    if first.precision > Precision.DAY and first.start.latest is not None:
        return f"on {day_in_words(first.start.latest)}"
    return date_in_words(first)


def _pairs(chronology: Chronology) -> str:
    """Of how many pairs the order is established, and how many of them by the source's words."""
    pairs = chronology.established_pairs()
    stated = chronology.established_pairs(Basis.STATED)
    if pairs is None or stated is None or not pairs[1]:
        return ""
    words = f"order established for {pairs[0]:,} of {pairs[1]:,} pairs"
    return words if stated == pairs else f"{words}, {stated[0]:,} by the source's own words"


def _dated(chronology: Chronology) -> str:
    events = chronology.case.events
    dated = sum(1 for event in events if event.when is not None)
    if not events:
        return ""
    if dated == len(events):
        return "all dated"
    return f"{dated} dated" if dated else "none dated"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"


_SUMMARIES: Kept[Chronology, None, str] = Kept(_work_out_summary)
