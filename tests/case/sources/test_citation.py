from __future__ import annotations

import pytest

from timeline_app.case.model import Passage, Source
from timeline_app.case.sources.citation import cite
from timeline_app.case.sources.passages import Owner, PassageState, PlacedPassage

SOURCE = Source(
    id="report",
    title="A <b>report</b>",
    publisher="The Daily",
    published="2025-04-15",
    url="https://example.org/a",
)


def passage(state: PassageState = PassageState.EXACT) -> PlacedPassage:
    return PlacedPassage(
        event=0,
        owner=Owner.EVENT,
        owner_index=0,
        index=0,
        source=0,
        reference=Passage(source="report"),
        state=state,
        start=1664,
        end=1817,
        text="Its words,\nas they stand.",
    )


def test_a_passage_is_cited() -> None:
    assert cite(SOURCE, passage()) == (
        "“Its words,\nas they stand.”\n"
        "— A <b>report</b>, The Daily, published on 15 April 2025, https://example.org/a, "
        "characters 1664–1817"
    )


def test_a_citation_says_where_the_passage_was_found_again() -> None:
    assert cite(SOURCE, passage(PassageState.FOUND_AGAIN)).endswith(
        "characters 1664–1817, found again by its words in a copy that differs from the one the "
        "case was made from"
    )


def test_a_citation_says_what_the_source_does_not_state() -> None:
    assert cite(Source(id="a", title="Untitled"), passage()).splitlines()[-1] == (
        "— Untitled, publisher not stated, date of publication not stated, characters 1664–1817"
    )
    written = Source(id="a", title="Essay", author="A. Writer", published="2025-04")
    assert cite(written, passage()).splitlines()[-1] == (
        "— Essay, A. Writer, published in April 2025, characters 1664–1817"
    )


@pytest.mark.parametrize(
    ("published", "zone", "words"),
    [
        ("2025-04-15T16:14+08:00", 8 * 3600, "published on 15 April 2025 at 16:14"),
        ("2025-04-15T16:14+08:00", None, "published 2025-04-15T16:14+08:00"),
        ("2025~", None, "published in 2025 (approximate)"),
    ],
)
def test_a_citation_tells_when_it_was_published(
    published: str, zone: int | None, words: str
) -> None:
    source = Source(id="a", title="T", publisher="P", published=published)
    assert cite(source, passage(), zone).splitlines()[-1] == (
        f"— T, P, {words}, characters 1664–1817"
    )


def test_only_a_placed_passage_is_cited() -> None:
    lost = PlacedPassage(0, Owner.EVENT, 0, 0, 0, Passage(source="report"), PassageState.LOST)
    with pytest.raises(ValueError, match="text at hand"):
        cite(SOURCE, lost)
