"""A chronology as text, to be read in a terminal or kept in a file."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.case.opening import OpenedCase
from timeline_app.case.solving.chronology import Chronology
from timeline_app.cli.problem_text import problem_lines
from timeline_app.cli.wrapping import page_width, wrapped
from timeline_app.layout.plain import plain_line
from timeline_app.session.facts import event_facts
from timeline_app.session.relating import against_previous
from timeline_app.session.status import case_summary, kind_words

NUMBER_WIDTH = 6
NAME_WIDTH = 9
INDENT = " " * NUMBER_WIDTH


def chronology_as_text(opened: OpenedCase, chronology: Chronology) -> str:
    """Title, summary, each event with its facts and passages, then problems and notes."""
    case, order = chronology.case, chronology.order
    width = page_width()
    parts = [wrapped(plain_line(case.title), width), wrapped(case_summary(chronology), width)]
    if case.summary:
        parts.append(wrapped(case.summary, width))
    for event, previous in zip(order, (None, *order), strict=False):
        parts += ["", *_event_lines(opened, chronology, event, previous)]
    if opened.problems:
        parts += ["", "Problems and notes", problem_lines(opened.problems)]
    return "\n".join(parts)


def _event_lines(
    opened: OpenedCase, chronology: Chronology, event: int, previous: int | None
) -> Iterator[str]:
    told = chronology.case.events[event]
    width = page_width()
    number = f"{chronology.position[event] + 1}.".ljust(NUMBER_WIDTH)
    title = f"{plain_line(told.title)} [{kind_words(told)}]"
    yield wrapped(title, width, head=number, indent=" " * len(number))
    if previous is not None:
        words = against_previous(chronology, previous, event)
        yield wrapped(words, width, head=INDENT, indent=INDENT)
    for fact in event_facts(chronology, event):
        name = f"{fact.name}:"
        for line in fact.lines:
            yield _named(name, line.text, width)
            name = ""
    for passage in opened.passages_of(event):
        if passage.text is not None and passage.purpose == "event":
            source = chronology.case.sources[passage.source]
            yield _named("Text:", f"[{source.id}] {passage.text}", width)


def _named(name: str, text: str, width: int) -> str:
    indent = INDENT + " " * NAME_WIDTH
    return wrapped(text, width, head=INDENT + name.ljust(NAME_WIDTH), indent=indent)
