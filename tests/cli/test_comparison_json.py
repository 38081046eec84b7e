"""The keys of the comparison as JSON stay, and its values are those of the comparison."""

from __future__ import annotations

from tests.tables.comparisons import DAY, comparison
from timeline_app.cli.comparison_json import comparison_as_json


def test_the_whole_comparison() -> None:
    assert comparison_as_json(comparison(), "order") == {
        "a": "small",
        "b": "other",
        "align": "order",
        "pairs": [["meeting", "start"], ["arrest", "caught"]],
        "only_a": ["watch"],
        "only_b": ["fled"],
        "phases": [
            {
                "from": "contact",
                "to": "arrest",
                "a": {"min": 10 * DAY, "max": 20 * DAY},
                "b": {"min": 2 * DAY, "max": None},
                "difference": {"min": None, "max": 18 * DAY},
            }
        ],
        "reversed": [],
    }
