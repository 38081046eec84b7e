"""When the sources were published."""

from __future__ import annotations

import pytest

from tests.layout.made_cases import solved
from timeline_app.case.civil import second_of
from timeline_app.layout.publications import publications_of


@pytest.mark.parametrize(
    ("published", "latest", "text"),
    [
        ("2025-04-15", second_of(2025, 4, 16) - 1, "15 Apr 2025"),
        ("2025-04-15T16:14", second_of(2025, 4, 15, 16, 15) - 1, "15 Apr 2025"),
        ("2025-04", second_of(2025, 5) - 1, "Apr 2025"),
        ("2025", second_of(2026) - 1, "2025"),
        ("198X", second_of(1990) - 1, "by 1989"),
        ("2025-04-15~", second_of(2025, 4, 16) - 1, "about 15 Apr 2025"),
        ("2025?", second_of(2026) - 1, "perhaps 2025"),
        ("-0043-03-15", second_of(-43, 3, 16) - 1, "15 Mar 44 BCE"),
        ("[2025-04-15..]", second_of(2025, 4, 15), "15 Apr 2025"),
    ],
)
def test_a_publication(published: str, latest: int, text: str) -> None:
    (one,) = publications_of(solved(published=(published,)))
    assert (one.source, one.latest, one.text) == (0, latest, text)
    assert one.earliest <= one.latest


def test_they_come_in_order_of_time_and_undated_ones_not_at_all() -> None:
    found = publications_of(solved(published=("2025", None, "2024-03-01", "2025")))
    assert [one.source for one in found] == [2, 0, 3]
