"""The words on the picture of a case: what is shown and hidden, the sources, the file, the list.

Rules:
* Everything is whole; nothing here is shortened.
* What is left out, undated, contradictory or switched off is said, in plain sentences.
* Sources are named as one cites them, as far as the case states who wrote and published them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from timeline_app import __version__
from timeline_app.case.civil import DAY
from timeline_app.case.dates import DateError, parse_date
from timeline_app.case.model import Case, Event, Source
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.words import date_in_words, day_in_words
from timeline_app.drawing.pages.event_list import ListEntry
from timeline_app.drawing.pages.frame import PageWords
from timeline_app.layout.plain import plain_text
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.subjects import CaseSubject, OneCase
from timeline_app.session.filtering import NOBODY, EventFilter
from timeline_app.session.status import case_summary, kind_words

SHORT_HASH: Final = 12
"""Characters of a sha256 that tell one file from another."""
_DAY_ONE: Final = date(1970, 1, 1)


def case_page_words(
    subject: CaseSubject, choices: PictureChoices, shown: Sequence[int], remarks: Sequence[str]
) -> PageWords:
    """The words round the picture of a case.

    Args:
        subject: the case.
        choices: which words go along.
        shown: the events that are on the picture.
        remarks: what the chart can't show, as parts of sentences, and which stretch it shows.
    """
    one = subject.case
    title = (plain_text(one.chronology.case.title), case_summary(one.chronology))
    footer = (in_sentences((*shown_words(one, shown), *remarks)),)
    sources = (sources_words(one.chronology.case),)
    return page_words(title, footer, sources, file_words((one,), choices, subject.today), choices)


def page_words(
    title: tuple[str, str],
    footer: Sequence[str],
    sources: Sequence[str],
    file: str,
    choices: PictureChoices,
) -> PageWords:
    """The words round a picture, those of them that are to go along."""
    below = [
        *(footer if choices.footer else ()),
        *(sources if choices.citation else ()),
        *((file,) if choices.footer else ()),
    ]
    return PageWords(
        *(title if choices.title else ("", "")),
        tuple(text for text in below if text),
        file if choices.footer else "",
    )


def in_sentences(parts: Sequence[str]) -> str:
    """Parts of sentences as a paragraph."""
    return " ".join(f"{part}." for part in parts if part)


def shown_words(one: OneCase, shown: Sequence[int]) -> list[str]:
    """How many events of a case are shown and why not all, and what of them is not known."""
    chronology = one.chronology
    total, hidden = len(chronology.order), len(one.hidden)
    if not total:
        return ["The case has no events"]
    if len(shown) == total:
        words = [f"All {total:,} events are shown" if total > 1 else "The one event is shown"]
    else:
        words = [f"{len(shown):,} of {total:,} events are shown"]
    if hidden:
        because = hidden_in_words(one.filter, chronology.case)
        words[0] += f"; {hidden:,} {_is(hidden)} hidden{f' ({because})' if because else ''}"
    undated = sum(1 for event in shown if chronology.case.events[event].when is None)
    if 0 < undated < len(shown):
        words.append(f"{undated:,} of them {_has(undated)} no date of {_own(undated)}")
    contradictions = len(chronology.contradictions)
    if contradictions:
        what = "contradiction" if contradictions == 1 else "contradictions"
        words.append(f"{contradictions:,} {what} in the case {_is(contradictions)} open")
    return words


def _is(count: int) -> str:
    return "is" if count == 1 else "are"


def _has(count: int) -> str:
    return "has" if count == 1 else "have"


def _own(count: int) -> str:
    return "its own" if count == 1 else "their own"


def hidden_in_words(hidden: EventFilter, case: Case) -> str:
    """By what events are hidden: "kinds: contact, leak; persons: Feng"; nothing for no filter."""
    parts = []
    if hidden.kinds:
        parts.append(f"kinds: {', '.join(sorted(str(kind) for kind in hidden.kinds))}")
    names = [plain_text(actor.name) for actor in case.actors if actor.id in hidden.actors]
    if NOBODY in hidden.actors:
        names.append("nobody named")
    if names:
        parts.append(f"actors: {', '.join(names)}")
    return "; ".join(parts)


def source_words(source: Source) -> str:
    """A source as one cites it: title, author, publisher, date, address, as far as stated."""
    parts = [source.title, source.author, source.publisher, _published(source), source.url]
    return ", ".join(plain_text(part) for part in parts if part)


def _published(source: Source) -> str:
    if source.published is None:
        return ""
    try:
        return f"published {date_in_words(parse_date(source.published, None))}"
    except DateError:  # a time in a zone, which needs the case's own: as the file has it
        return f"published {source.published}"


def sources_words(case: Case) -> str:
    """All sources of a case; nothing where it names none."""
    cited = "; ".join(map(source_words, case.sources))
    return f"Sources: {cited}." if cited else ""


def file_words(cases: Sequence[OneCase], choices: PictureChoices, today: date | None) -> str:
    """The cases, their files, program, day: "Case … · file sha256 … · timeline-app …"."""
    parts = []
    for one in cases:
        parts.append(f"Case {one.chronology.case.id}")
        if one.sha256:
            parts.append(f"file sha256 {one.sha256[:SHORT_HASH]}…")
    parts.append(f"timeline-app {__version__}")
    if choices.dated and today is not None:
        parts.append(f"exported on {day_in_words((today - _DAY_ONE).days * DAY)}")
    return " · ".join(parts)


def list_entries(
    chronology: Chronology,
    shown: Sequence[int],
    numbers: Sequence[str],
    *,
    notes: bool,
    letter: str = "",
) -> tuple[ListEntry, ...]:
    """The events of a picture in stepping order, with their times in words. The `letter` is that of
    a case where there are two."""
    found = []
    for index in shown:
        event = chronology.case.events[index]
        details = [" · ".join(_facts(chronology, index, event))]
        if notes and event.note:
            details.append(event.note)
        found.append(
            ListEntry(
                f"listed-{letter}{index}",
                event.kind,
                event.title,
                tuple(details),
                (numbers[index] if numbers else "") or letter,
                hollow=event.prevented,
                vague=event.planned,
            )
        )
    return tuple(found)


def _facts(chronology: Chronology, index: int, event: Event) -> list[str]:
    facts = [kind_words(event), chronology.when_in_words(index)]
    if event.prevented:
        facts.append("attempted, did not come about")
    if event.planned:
        facts.append("still to come")
    return facts
