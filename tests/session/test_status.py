"""The lines that tell where the reviewer stands."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from tests.session.small_cases import broken, empty, four_events, opened
from timeline_app.case.model import Basis, Case, Constraint, Event, Kind, Relation, Source
from timeline_app.case.solving.chronology import solve_case
from timeline_app.session import status
from timeline_app.session.session import Session
from timeline_app.session.status import (
    ONLY_IN_TABLE,
    bases_words,
    case_summary,
    hidden_words,
    kind_words,
    publication_words,
    status_line,
    step_words,
)

UNORDERED = "order against ‘Papers change hands’ not established"


def holding(case: Case) -> Session:
    session = Session()
    session.add_cases([opened(case)])
    return session


def with_event(number: int, **changes: object) -> Case:
    """The four events, one of them changed."""
    case = four_events()
    changed = msgspec.structs.replace(case.events[number], **changes)
    events = (*case.events[:number], changed, *case.events[number + 1 :])
    return msgspec.structs.replace(case, events=events)


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (0, "1 of 4 · contact · no later than 1 March 2025"),
        (1, "2 of 4 · leak · no later than 1 March 2025 · after ‘They meet’ (inferred)"),
        (
            2,
            f"3 of 4 · detection · no later than 1 March 2025 · {UNORDERED}",
        ),
        (3, "4 of 4 · arrest · on 1 March 2025 · certainly after ‘Somebody notices’"),
        (None, "4 events · none chosen"),
    ],
)
def test_the_status_line(event: int | None, line: str) -> None:
    session = holding(four_events())
    session.select(event)
    assert status_line(session) == line


def test_the_status_line_without_a_case_is_empty() -> None:
    assert status_line(Session()) == ""
    session = Session()
    session.add_cases([broken()])
    assert status_line(session) == ""
    assert status_line(holding(empty())) == "0 events · none chosen"


def test_the_status_line_counts_what_is_seen() -> None:
    """It compares with the event before it that is seen, too."""
    session = holding(four_events())
    session.show_kind(Kind.DETECTION, shown=False)
    session.select(3)
    words = "3 of 3 · arrest · on 1 March 2025 · certainly after ‘Papers change hands’"
    assert status_line(session) == words
    assert step_words(session) == "3 of 3"
    assert session.chronology is not None
    assert hidden_words(session.chronology, session.hidden_events) == "1 of 4 hidden"


def test_a_hidden_event_that_is_chosen_is_called_so() -> None:
    session = holding(four_events())
    session.show_kind(Kind.CONTACT, shown=False)
    assert session.selected == 0
    assert status_line(session).startswith("hidden · contact · ")
    assert step_words(session) == "hidden"


def test_what_was_prevented_or_planned_is_said() -> None:
    session = holding(with_event(3, prevented=True, planned=True))
    session.select(3)
    assert status_line(session).endswith(" · attempted, did not come about · still to come")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Event("a", Kind.LEAK, "A"), "leak"),
        (Event("a", Kind.OTHER, "A", label="Flight"), "Flight"),
        (Event("a", Kind.OTHER, "A", label="two\nlines\u202e"), "two lines�"),
        (Event("a", Kind.OTHER, "A"), "other"),
    ],
)
def test_kinds_in_words(event: Event, words: str) -> None:
    assert kind_words(event) == words


def test_steps_without_a_choice() -> None:
    assert step_words(Session()) == "– of 0"
    session = holding(four_events())
    session.select(None)
    assert step_words(session) == "– of 4"


def test_nothing_hidden_says_nothing() -> None:
    session = holding(four_events())
    assert session.chronology is not None
    assert hidden_words(session.chronology, session.hidden_events) == ""


@pytest.mark.parametrize(
    ("bases", "words"),
    [
        (frozenset(Basis), ""),
        ({Basis.STATED, Basis.ASSUMED}, "inferred statements are switched off"),
        ({Basis.STATED, Basis.INFERRED}, "assumed statements are switched off"),
        ({Basis.STATED}, "inferred and assumed statements are switched off"),
    ],
)
def test_what_does_not_count_is_said(bases: frozenset[Basis], words: str) -> None:
    assert bases_words(frozenset(bases)) == words


def test_the_summary_of_a_case() -> None:
    words = (
        "4 events · 1 dated · order established for 5 of 6 pairs, 4 by the source's own words"
        " · published on 15 April 2025"
    )
    assert case_summary(solve_case(four_events())) == words
    assert case_summary(solve_case(empty())) == "0 events"


def test_the_summary_tells_how_many_are_dated() -> None:
    one = Case("case-timeline", 1, "one", "One", events=(Event("a", Kind.LEAK, "A"),))
    assert case_summary(solve_case(one)) == "1 event · none dated"
    dated = msgspec.structs.replace(one, events=(Event("a", Kind.LEAK, "A", when="2020"),))
    assert case_summary(solve_case(dated)) == "1 event · all dated"


def test_the_summary_tells_of_contradictions() -> None:
    """The meeting after the arrest, which comes after the meeting by two ways."""
    again = Constraint(Relation.AFTER, "arrest", Basis.STATED)
    summary = case_summary(solve_case(with_event(0, constraints=(again,))))
    assert "contradiction" in summary
    assert " open" in summary


def test_the_first_publication_is_the_one_that_is_told() -> None:
    case = four_events()
    sources = (Source("a", "A", published="2026-01"), Source("b", "B", published="2025-06-02"))
    solved = solve_case(msgspec.structs.replace(case, sources=sources, events=()))
    assert publication_words(solved) == "on 2 June 2025"
    assert publication_words(replace(solved, case=empty())) == ""


def test_a_publication_is_told_no_finer_than_it_is_given() -> None:
    for published, words in (
        ("2019-07", "in July 2019"),
        ("2019", "in 2019"),
        ("2025-04-15T16:14", "on 15 April 2025"),
    ):
        case = msgspec.structs.replace(empty(), sources=(Source("a", "A", published=published),))
        assert publication_words(solve_case(case)) == words


def test_what_a_very_large_case_does_not_show_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session()
    session.add_cases([opened(four_events())])
    assert ONLY_IN_TABLE not in status_line(session)
    monkeypatch.setattr(status, "RELATED_EVENTS", 3)
    assert status_line(session).endswith(f" · {ONLY_IN_TABLE}")
