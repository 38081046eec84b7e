"""What can be compared, and the words for what can't."""

from __future__ import annotations

import pytest

from tests.session.small_cases import broken, empty, four_events, opened
from timeline_app.case.opening import OpenedCase
from timeline_app.session.comparable import obstacle, obstacle_of
from timeline_app.session.open_files import Entry


def entry(one: OpenedCase, number: int = 0) -> Entry:
    return Entry(number, one, None)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (opened(four_events()), ""),
        (broken(), "‘broken.case.json’ does not open, so there is nothing to compare with."),
        (opened(empty()), "‘Nothing’ has no events, so there is nothing to compare."),
    ],
)
def test_what_keeps_a_case_from_being_compared(one: OpenedCase, words: str) -> None:
    assert obstacle_of(entry(one)) == words
    good = entry(opened(four_events("good")), 1)
    assert obstacle(entry(one), good) == words
    assert obstacle(good, entry(one)) == words


def test_a_case_that_is_not_there() -> None:
    assert obstacle_of(None) == "A case is missing."
