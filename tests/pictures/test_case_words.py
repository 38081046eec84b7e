"""The words on the picture of a case."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tests.layout.made_cases import after, before, event, solved
from tests.session.small_cases import four_events
from timeline_app.case.model import Basis, Kind, Source
from timeline_app.case.solving.chronology import solve_case
from timeline_app.drawing.pages.frame import PageWords
from timeline_app.pictures.case_words import (
    case_page_words,
    hidden_in_words,
    list_entries,
    shown_words,
    source_words,
)
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.subjects import CaseSubject, OneCase
from timeline_app.session.filtering import NOBODY, EventFilter

CASE = four_events()
SOLVED = solve_case(CASE)
PLAIN = PictureChoices()


def words_of(subject: CaseSubject, choices: PictureChoices = PLAIN) -> PageWords:
    shown = [one for one in SOLVED.order if one not in subject.case.hidden]
    return case_page_words(subject, choices, shown, ("A remark",))


def test_the_footer_says_what_is_shown_and_whence() -> None:
    subject = CaseSubject(OneCase(SOLVED, "3f" * 32), today=date(2026, 11, 3))
    words = words_of(subject)
    assert words.title == "The case four"
    assert words.subtitle.startswith("4 events · 1 dated")
    shown, sources, file = words.footer
    assert shown == "All 4 events are shown. 3 of them have no date of their own. A remark."
    assert sources == "Sources: Notes; Report, published on 15 April 2025."
    assert file.startswith("Case four · file sha256 3f3f3f3f3f3f… · timeline-app ")
    assert file.endswith(" · exported on 3 November 2026")
    assert words.running == file


def test_what_is_not_wanted_is_left_out() -> None:
    subject = CaseSubject(OneCase(SOLVED, "3f" * 32), today=date(2026, 11, 3))
    assert "exported" not in words_of(subject, PictureChoices(dated=False)).running
    assert words_of(subject, PictureChoices(title=False)).title == ""
    assert words_of(subject, PictureChoices(footer=False)).footer == (
        "Sources: Notes; Report, published on 15 April 2025.",
    )
    assert words_of(subject, PictureChoices(footer=False, citation=False)).footer == ()
    assert len(words_of(subject, PictureChoices(citation=False)).footer) == 2


def test_what_is_hidden_is_said_with_its_reason() -> None:
    hidden = EventFilter(frozenset({Kind.LEAK, Kind.ARREST}), frozenset({"feng", NOBODY}))
    assert hidden_in_words(hidden, CASE) == (
        "kinds: arrest, leak; actors: Feng & sons, nobody named"
    )
    assert hidden_in_words(EventFilter(), CASE) == ""
    one = OneCase(SOLVED, hidden=frozenset({1, 2}), filter=EventFilter(frozenset({Kind.LEAK})))
    assert shown_words(one, (0, 3))[0] == "2 of 4 events are shown; 2 are hidden (kinds: leak)"
    one = OneCase(SOLVED, hidden=frozenset({1}))
    assert shown_words(one, (0, 2, 3))[0] == "3 of 4 events are shown; 1 is hidden"


def test_contradictions_and_small_numbers_are_said_as_they_are() -> None:
    torn = solved(event(0, constraints=(before(1), after(1))), event(1))
    assert torn.contradictions
    assert shown_words(OneCase(torn), torn.order) == [
        "All 2 events are shown",
        "1 contradiction in the case is open",
    ]
    assert shown_words(OneCase(solved(event(0, "1985"))), (0,)) == ["The one event is shown"]
    assert shown_words(OneCase(solved()), ()) == ["The case has no events"]


def test_a_source_is_cited_as_far_as_it_is_stated() -> None:
    plain = Source("s", "A report")
    assert source_words(plain) == "A report"
    full = replace(
        plain, author="Li", publisher="Daily", published="2025-04", url="https://example.org/a"
    )
    assert source_words(full) == (
        "A report, Li, Daily, published in April 2025, https://example.org/a"
    )
    zoned = replace(plain, published="2025-04-15T10:00+08:00")
    assert source_words(zoned) == "A report, published 2025-04-15T10:00+08:00"


def test_the_list_has_each_event_with_its_time_in_words() -> None:
    events = (
        event(0, "1985", label="x", note="seen by two"),
        event(1, kind=Kind.OTHER, label="a walk", prevented=True, planned=True),
    )
    chronology = solved(*events)
    first, second = list_entries(chronology, chronology.order, (), notes=True)
    assert first.title == "Event 0"
    assert first.details == ("contact · in 1985", "seen by two")
    assert second.details == (
        "a walk · time not established · attempted, did not come about · still to come",
    )
    assert second.hollow
    assert second.vague
    assert second.number == ""
    (bare, _) = list_entries(chronology, (0, 1), ("7", ""), notes=False, letter="B")
    assert (bare.identity, bare.number, bare.details) == ("listed-B0", "7", ("contact · in 1985",))
    assert list_entries(chronology, (0, 1), ("7", ""), notes=False, letter="B")[1].number == "B"


def test_statements_that_are_switched_off_are_left_to_the_remarks() -> None:
    stated = solve_case(CASE, frozenset({Basis.STATED}))
    assert shown_words(OneCase(stated), stated.order)[0] == "All 4 events are shown"
