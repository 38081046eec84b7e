"""Words above and below what a page shows."""

from __future__ import annotations

from tests.layout.fake_measurer import MEASURER
from timeline_app.drawing.pages.frame import (
    INSET,
    MOST_PART,
    PageNumber,
    PageWords,
    first_frame,
    next_frame,
)
from timeline_app.drawing.pages.paper import Paper
from timeline_app.layout.chart import TextRole

PAGE = Paper(800, 600).laid_out()
WORDS = PageWords("A title", "8 events", ("All are shown.", "Case made"), "Case made")
ALONE, THIRD = PageNumber(1, 1), PageNumber(3, 17)


def test_the_first_page_says_everything() -> None:
    frame = first_frame(WORDS, PAGE, MEASURER, ALONE)
    assert [line.text for line in frame.head.lines] == ["A title", "8 events"]
    assert [line.text for line in frame.foot.lines] == ["All are shown.", "Case made"]
    assert frame.closing == ()
    assert frame.height == frame.head.height + frame.foot.height


def test_the_others_have_a_running_title_their_part_and_number() -> None:
    frame = next_frame(WORDS, PAGE, MEASURER, THIRD, "Columns 3 to 7 of 9")
    assert [line.text for line in frame.head.lines] == ["A title", "Columns 3 to 7 of 9"]
    assert frame.head.lines[0].role is TextRole.COUNT
    left, number = frame.foot.lines
    assert (left.text, number.text) == ("Case made", "page 3 of 17")
    assert left.baseline == number.baseline
    assert number.x + MEASURER.width(number.text, number.role) == 800 - INSET


def test_one_page_has_no_number() -> None:
    assert ALONE.in_words == ""
    assert PageNumber(1_000, 2_000).in_words == "page 1,000 of 2,000"


def test_the_last_words_keep_off_the_number() -> None:
    words = WORDS._replace(running="word " * 80)
    frame = next_frame(words, PAGE, MEASURER, THIRD)
    *texts, number = frame.foot.lines
    assert " ".join(line.text for line in texts) == words.running.strip()
    assert all(line.x + MEASURER.width(line.text, line.role) < number.x for line in texts)
    assert number.baseline == texts[-1].baseline


def test_a_number_stands_even_where_there_are_no_words() -> None:
    frame = next_frame(PageWords(""), PAGE, MEASURER, THIRD)
    assert [line.text for line in frame.foot.lines] == ["page 3 of 17"]
    assert frame.head.height == 0


def test_long_words_wrap_and_too_long_ones_are_listed_behind() -> None:
    frame = first_frame(WORDS._replace(title="word " * 60), PAGE, MEASURER, ALONE)
    assert [line.role for line in frame.head.lines].count(TextRole.TITLE) == 3
    assert frame.closing == ()
    footer = tuple(f"Source {number}: {'word ' * 20}" for number in range(30))
    frame = first_frame(WORDS._replace(title="word " * 900, footer=footer), PAGE, MEASURER, ALONE)
    assert frame.closing[0] == "word " * 900
    assert frame.closing[2:] == footer
    assert frame.head.height <= PAGE.inner_height * MOST_PART
    assert frame.foot.height <= PAGE.inner_height * MOST_PART
    assert "last page" in frame.foot.lines[0].text
