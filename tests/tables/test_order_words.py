"""A row lies against the row before it as the case establishes, no more firmly."""

from __future__ import annotations

import pytest

from tests.case.file.good_cases import Json, changed, written
from timeline_app.case.file.reading import read_case_bytes
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.tables.order_words import NOT_ESTABLISHED, against_row_before


def two_events(constraints: Json) -> Chronology:
    events: Json = [
        {"id": "a", "kind": "leak", "title": "A"},
        {"id": "b", "kind": "arrest", "title": "B", "constraints": constraints},
    ]
    case = read_case_bytes(written(changed({("events",): events})), "case").case
    assert case is not None
    return solve_case(case)


@pytest.mark.parametrize(
    ("constraints", "words", "turned"),
    [
        ([], (NOT_ESTABLISHED, ""), (NOT_ESTABLISHED, "")),
        (
            [{"rel": "after", "to": "a", "basis": "stated"}],
            ("after", "stated"),
            ("before", "stated"),
        ),
        (
            [{"rel": "not_before", "to": "a", "basis": "inferred"}],
            ("not before", "inferred"),
            ("not after", "inferred"),
        ),
        (
            [{"rel": "same", "to": "a", "basis": "assumed"}],
            ("at the same time", "assumed"),
            ("at the same time", "assumed"),
        ),
    ],
)
def test_the_words_and_what_they_rest_on(
    constraints: Json, words: tuple[str, str], turned: tuple[str, str]
) -> None:
    chronology = two_events(constraints)
    assert against_row_before(chronology, 0, 1) == words
    assert against_row_before(chronology, 1, 0) == turned
    assert against_row_before(chronology, None, 1) == ("", "")
