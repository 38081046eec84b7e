from __future__ import annotations

import pytest

from timeline_app.case.file.suggestions import MOST_NAMES, listing, nearest, suggestion

FIELDS = ("id", "kind", "title", "label", "when", "margin", "phrase", "constraints", "passages")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("TITLE", "title"),
        ("constrains", "constraints"),
        ("passage", "passages"),
        (" when ", "when"),
        ("nonsense", None),
        ("", None),
        ("t" * 1_000_000, None),
    ],
)
def test_nearest_name(name: str, found: str | None) -> None:
    assert nearest(name, FIELDS) == found


def test_the_name_is_given_as_it_is_known() -> None:
    assert nearest("zhongguo", ["ZhongGuo"]) == "ZhongGuo"


def test_of_many_names_those_that_begin_alike_are_compared() -> None:
    names = [f"event-{number}" for number in range(100_000)] + ["arrest"]
    assert nearest("arrets", names) == "arrest"
    assert len(names) > MOST_NAMES


def test_suggestion() -> None:
    assert suggestion("titel", FIELDS, "a field") == "perhaps ‘title’"
    assert suggestion("nonsense", FIELDS, "a field") == "a field"


def test_listing() -> None:
    assert listing(["a"]) == "a"
    assert listing(["a", "b"]) == "a or b"
    assert listing(["a", "b", "c"]) == "a, b or c"
