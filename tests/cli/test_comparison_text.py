"""The comparison as text has its four parts, whatever the alignment."""

from __future__ import annotations

import pytest

from tests.tables.comparisons import comparison, empty_comparison
from timeline_app.cli.comparison_text import aligned_pairs, comparison_as_text


@pytest.mark.parametrize(
    ("align", "header"),
    [
        ("order", ("column", "A", "B")),
        ("calendar", ("A", "when", "B", "when")),
        ("arrest", ("A", "began", "B", "began")),
    ],
)
def test_the_parts_come_in_their_order(align: str, header: tuple[str, ...]) -> None:
    assert aligned_pairs(comparison(), align).header == header
    parts = [part.splitlines()[0] for part in comparison_as_text(comparison(), align).split("\n\n")]
    assert parts == [
        "A: A small case · B: Another case", "Penalties", "What differs", "Events side by side",
    ]  # fmt: skip


def test_the_events_measured_and_the_sources_stand_beneath_the_stretches() -> None:
    first = " ".join(comparison_as_text(comparison(), "order").split("\n\n")[0].split())
    assert "- Measured in B: contact – “A letter”; arrest – “Caught”." in first
    assert "- B is the case other; its sources: Notes, " in first


def test_cases_without_events_have_them_too() -> None:
    text = comparison_as_text(empty_comparison(), "order")
    assert "no two stages in common" in text
    assert text.count("\n\n") == 3
