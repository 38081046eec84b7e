"""A chronology as plain values for JSON: what scripts build on, so its keys stay."""

from __future__ import annotations

from timeline_app.case.civil import iso_second
from timeline_app.case.dates import Window
from timeline_app.case.model import End
from timeline_app.case.opening import OpenedCase
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.sources.passages import PassageState, PlacedPassage


def chronology_as_json(opened: OpenedCase, chronology: Chronology) -> dict[str, object]:
    """The chronology as plain values, events in their order. Bounds are in the case's civil time,
    None where they are open."""
    case = chronology.case
    order = chronology.order
    return {
        "id": case.id,
        "title": case.title,
        "order": [case.events[event].id for event in order],
        "events": [
            _event_as_json(opened, chronology, event, previous)
            for event, previous in zip(order, (None, *order), strict=False)
        ],
        "contradictions": [
            [statement.text for statement in contradiction.statements]
            for contradiction in chronology.contradictions
        ],
        "problems": [
            {"code": one.code.value, "text": one.text, "path": one.path} for one in opened.problems
        ],
    }


def _event_as_json(
    opened: OpenedCase, chronology: Chronology, event: int, previous: int | None
) -> dict[str, object]:
    told = chronology.case.events[event]
    bounds = chronology.bounds(event)
    why = chronology.why(event, End.START)
    return {
        "id": told.id,
        "kind": told.kind.value,
        "title": told.title,
        "when": chronology.when_in_words(event),
        "phrase": told.phrase,
        "layer": chronology.layers[event],
        "start": _window_as_json(bounds.start),
        "end": _window_as_json(bounds.end),
        "why": {
            "earliest": [link.text for link in why.earliest],
            "latest": [link.text for link in why.latest],
        },
        "against_previous": _against(chronology, previous, event),
        "in_dispute": bounds.in_dispute,
        "passages": [_passage_as_json(chronology, one) for one in opened.passages_of(event)],
    }


def _against(chronology: Chronology, previous: int | None, event: int) -> str | None:
    """How firmly the event follows the one before it; an order never runs against a certainty."""
    return None if previous is None else chronology.certainty(previous, event).value


def _window_as_json(window: Window) -> dict[str, str | None]:
    return {
        "earliest": None if window.earliest is None else iso_second(window.earliest),
        "latest": None if window.latest is None else iso_second(window.latest),
    }


def _passage_as_json(chronology: Chronology, passage: PlacedPassage) -> dict[str, object]:
    """A passage: places are those in the text at hand or, where it is not attached, the ones that
    the case file gives for it."""
    start, end = passage.start, passage.end
    if passage.state is PassageState.NOT_ATTACHED:
        start, end = passage.reference.start, passage.reference.end
    return {
        "source": chronology.case.sources[passage.source].id,
        "for": passage.purpose,
        "state": passage.state.value,
        "start": start,
        "end": end,
        "text": passage.text,
    }
