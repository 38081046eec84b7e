"""A source is named with what the case states of it, and what it does not state is said."""

from __future__ import annotations

import pytest

from timeline_app.case.model import Source
from timeline_app.tables.source_words import source_in_words

UNDATED = "date of publication not stated"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source("s", "Notes"), f"Notes, publisher not stated, {UNDATED}"),
        (Source("s", "Notes", publisher="The Paper"), f"Notes, The Paper, {UNDATED}"),
        (Source("s", "Notes", publisher="P", author="A"), f"Notes, A, P, {UNDATED}"),
        (
            Source("s", "Notes", published="2024-05-01", url="https://example.org/a"),
            "Notes, publisher not stated, published on 1 May 2024, https://example.org/a",
        ),
    ],
)
def test_what_is_stated_is_named_in_one_order(source: Source, words: str) -> None:
    assert source_in_words(source, None) == words


def test_a_time_of_publication_is_told_in_the_zone_of_the_case() -> None:
    source = Source("s", "Notes", publisher="P", published="2024-05-01T20:00Z")
    assert source_in_words(source, 8 * 3600) == "Notes, P, published on 2 May 2024 at 04:00"
