"""`timeline-app show`: the chronology of a case as text or JSON, in its order."""

from __future__ import annotations

import textwrap
from pathlib import Path

from timeline_app.case.chronology import Chronology
from timeline_app.case.civil import iso_second
from timeline_app.case.dates import Window
from timeline_app.case.model import End
from timeline_app.case.opening import OpenedCase
from timeline_app.case.order import Certainty
from timeline_app.case.problems import Severity
from timeline_app.cli import streams
from timeline_app.session.facts import event_facts
from timeline_app.session.relating import against_previous
from timeline_app.session.status import case_summary, kind_words

WIDTH = 96
INDENT = " " * 6


def show(path: str, texts: Path | None, *, as_json: bool) -> int:
    """Print the chronology; 1 where the case does not open."""
    opened = streams.opened(path, texts)
    if opened.chronology is None:
        streams.tell(streams.told(opened.reading.errors))
        return 1
    if as_json:
        streams.print_json(chronology_as_json(opened, opened.chronology))
    else:
        print(chronology_as_text(opened, opened.chronology))
    return 0


# -- as text


def chronology_as_text(opened: OpenedCase, chronology: Chronology) -> str:
    """Title, summary, each event with its facts, then contradictions and problems."""
    case = chronology.case
    parts = [case.title, case_summary(chronology)]
    if case.summary:
        parts.append(textwrap.fill(case.summary, WIDTH))
    parts.append("")
    previous: int | None = None
    for event in chronology.order:
        parts.append(_event_as_text(opened, chronology, event, previous))
        previous = event
    told = [one for one in opened.problems if one.severity is not Severity.NOTE]
    if told:
        parts += ["Problems", streams.told(told)]
    return "\n".join(parts).rstrip()


def _event_as_text(
    opened: OpenedCase, chronology: Chronology, event: int, previous: int | None
) -> str:
    told = chronology.case.events[event]
    number = f"{chronology.position[event] + 1}."
    lines = [f"{number:<4}  {told.title} [{kind_words(told)}]"]
    if previous is not None:
        lines.append(INDENT + against_previous(chronology, previous, event))
    for fact in event_facts(chronology, event):
        for at, line in enumerate(fact.lines):
            name = f"{fact.name + ':' if not at else '':<9}"
            lines.append(_filled(name, line.text))
    for passage in opened.passages_of(event):
        if passage.text is not None and passage.purpose == "event":
            source = chronology.case.sources[passage.source]
            lines.append(_filled("Text:    ", f"[{source.id}] {passage.text}"))
    return "\n".join(lines) + "\n"


def _filled(name: str, text: str) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=INDENT + name,
        subsequent_indent=INDENT + " " * len(name),
        break_on_hyphens=False,
    )


# -- as JSON


def chronology_as_json(opened: OpenedCase, chronology: Chronology) -> dict[str, object]:
    """The chronology as plain values, events in their order."""
    case = chronology.case
    events = []
    previous: int | None = None
    for event in chronology.order:
        events.append(_event_as_json(opened, chronology, event, previous))
        previous = event
    return {
        "id": case.id,
        "title": case.title,
        "order": [case.events[event].id for event in chronology.order],
        "events": events,
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
        "passages": [
            {
                "source": chronology.case.sources[one.source].id,
                "for": one.purpose,
                "state": one.state.value,
                "start": one.start,
                "end": one.end,
                "text": one.text,
            }
            for one in opened.passages_of(event)
        ],
    }


def _against(chronology: Chronology, previous: int | None, event: int) -> str | None:
    if previous is None:
        return None
    certainty: Certainty = chronology.compare(previous, event).certainty
    return certainty.value


def _window_as_json(window: Window) -> dict[str, str | None]:
    return {
        "earliest": None if window.earliest is None else iso_second(window.earliest),
        "latest": None if window.latest is None else iso_second(window.latest),
    }
