"""The words on the picture of a comparison."""

from __future__ import annotations

from tests.layout.made_cases import event, solved
from tests.pictures.compared_cases import compared
from timeline_app.layout.comparison.align import Align
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.compared_words import ONLY_A_STRETCH, compared_page_words

A = solved(event(0, "1985"), event(1), published=("2001",))
B = solved(event(0))


def test_both_cases_say_what_is_shown() -> None:
    subject = compared(A, B)
    words = compared_page_words(subject, PictureChoices(), ((0, 1), (0,)), partial=False)
    assert words.title == "A · A made case and B · A made case"
    assert words.subtitle.startswith("aligned on order · 1 pair")
    both, first, second, sources, file = words.footer
    assert both == ("Only arrows say what came first; columns do not. B: No event is dated.")
    assert first == "A: All 2 events are shown. 1 of them has no date of its own."
    assert second == "B: The one event is shown."
    assert sources == "A: Sources: Source 0, published in 2001."
    assert file.count("Case made · file sha256 3") == 2
    assert words.running == file


def test_a_stretch_and_the_calendar_are_told() -> None:
    subject = compared(A, B, Align.CALENDAR)
    words = compared_page_words(subject, PictureChoices(), ((0,), ()), partial=True)
    assert words.subtitle.startswith("aligned on the calendar")
    assert words.footer[0].startswith(ONLY_A_STRETCH)
    assert words.footer[1].startswith("A: 1 of 2 events are shown")
