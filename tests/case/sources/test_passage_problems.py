from __future__ import annotations

from tests.case.sources.small_cases import (
    at_hand,
    case_of,
    digested,
    embedding,
    pointing_at,
    quoted,
    telling,
)
from timeline_app.case.model import Case, Passage, Source
from timeline_app.case.problems import Code, Problem, Severity
from timeline_app.case.sources.passage_problems import passage_problems
from timeline_app.case.sources.passages import place_passages
from timeline_app.case.sources.texts import Texts, embedded_texts

TEXT = "It began in May. It ended in June. It was all read."


def problems_of(case: Case, texts: Texts) -> list[Problem]:
    return list(passage_problems(case, place_passages(case, texts), texts))


def test_nothing_is_said_where_all_is_well() -> None:
    case = case_of(
        telling(quoted(TEXT, 0, 8), Passage(source="notes", exact="words")),
        sources=(pointing_at(TEXT), embedding("own words"), Source(id="bare", title="Bare")),
    )
    assert problems_of(case, Texts({**embedded_texts(case), **at_hand(TEXT)})) == []


def test_a_missing_text_is_said_once() -> None:
    case = case_of(
        telling(quoted(TEXT, 0, 8), quoted(TEXT, 9, 12), Passage(source="bare", start=0, end=1)),
        sources=(pointing_at(TEXT), Source(id="bare", title="Bare"), pointing_at("x", None, "un")),
    )
    found = problems_of(case, Texts({}, {0: "no file at hand has its text"}, ("X is not there.",)))
    assert [(each.code, each.path, each.severity) for each in found] == [
        (Code.TEXT_NOT_ATTACHED, "$.sources[0].text", Severity.NOTE),
        (Code.TEXT_NOT_ATTACHED, "$.sources[1]", Severity.NOTE),
        (Code.TEXT_NOT_ATTACHED, "$.sources[2].text", Severity.NOTE),
        (Code.TEXT_NOT_ATTACHED, "$.sources", Severity.NOTE),
    ]
    assert found[0].text == (
        "The text of ‘The report’ is not attached: no file at hand has its text."
    )
    assert found[1].text == (
        "The text of ‘Bare’ is not attached: attach the article to see its passages."
    )
    assert found[3].text == "X is not there."


def test_a_differing_text_and_its_passages_are_listed() -> None:
    case = case_of(
        telling(id="first"),
        telling(
            quoted(TEXT, 0, 15),
            digested("It was nowhere.", 0, 14),
            Passage(source="report", start=12, end=15, exact="May", purpose="date"),
            Passage(source="report", start=1, end=2, exact="t", purpose="date"),
        ),
        sources=(pointing_at(TEXT),),
    )
    found = problems_of(case, Texts(at_hand("Copy: " + TEXT, exact=False)))
    assert [(each.code, each.path, each.event) for each in found] == [
        (Code.ATTACHED_TEXT_DIFFERS, "$.sources[0].text", None),
        (Code.PASSAGE_FOUND_AGAIN, "$.events[1].passages[0]", 1),
        (Code.PASSAGE_LOST, "$.events[1].passages[1]", 1),
        (Code.PASSAGE_FOUND_AGAIN, "$.events[1].passages[2]", 1),
        (Code.PASSAGE_FOUND_AGAIN, "$.events[1].passages[3]", 1),
    ]
    assert found[1].text == "A passage of ‘leak’ in ‘The report’ was found again by its words."
    assert found[2].text == (
        "A passage of ‘leak’ in ‘The report’ can't be placed: its words stand nowhere in the text."
    )
    assert found[3].text.startswith("The words of a date of ‘leak’ in ‘The report’ were"[:40])


def test_hidden_turning_characters_are_told() -> None:
    text = "plain \u202etxet desrever\u202c \u200emarks do no harm"
    case = case_of(sources=(embedding(text), pointing_at(text)))
    found = problems_of(case, Texts({**embedded_texts(case), **at_hand(text, source=1)}))
    assert [(each.code, each.path) for each in found] == [
        (Code.BIDIRECTIONAL_CONTROL, "$.sources[0].text"),
        (Code.BIDIRECTIONAL_CONTROL, "$.sources[1].text"),
    ]
    assert "(2)" in found[0].text
