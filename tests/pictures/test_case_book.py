"""A case as pages are made of it."""

from __future__ import annotations

import pytest

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import chain, event, solved
from timeline_app.case.civil import second_of
from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.pages.body import ChartBody
from timeline_app.layout.chart import LanesBy
from timeline_app.pictures.case_book import CaseBook
from timeline_app.pictures.choices import Labels, PictureChoices, Stretch
from timeline_app.pictures.subjects import CaseSubject, OneCase
from timeline_app.session.case_view import Axis
from timeline_app.session.spans import CalendarSpan, ColumnSpan

CHAIN = solved(*chain("A", "B", "C", "D", "E", "F"))
DATED = solved(event(0, "1985"), event(1, "1990"), event(2))
PLAIN = PictureChoices(axis=Axis.ORDER)


def book_of(
    chronology: Chronology = CHAIN,
    choices: PictureChoices = PLAIN,
    hidden: frozenset[int] = frozenset(),
    columns: ColumnSpan | None = None,
    calendar: CalendarSpan | None = None,
) -> CaseBook:
    subject = CaseSubject(OneCase(chronology, hidden=hidden), calendar, columns)
    return CaseBook(subject, choices, MEASURER)


def marked(book: CaseBook) -> list[int]:
    body = book.whole(dense=False)
    assert isinstance(body, ChartBody)
    return [mark.event for mark in body.lay_out_chart(900.0, 500.0).events]


def test_the_whole_case_is_shown_and_listed() -> None:
    book = book_of()
    assert marked(book) == [0, 1, 2, 3, 4, 5]
    assert [entry.title for entry in book.entries] == ["A", "B", "C", "D", "E", "F"]
    assert book.title == "A made case"
    assert not book.list_needed
    assert book.words.footer[0].startswith("All 6 events are shown. Only arrows")


def test_what_is_hidden_is_neither_shown_nor_listed() -> None:
    book = book_of(hidden=frozenset({1, 4}))
    assert marked(book) == [0, 2, 3, 5]
    assert len(book.entries) == 4
    assert book.words.footer[0].startswith("4 of 6 events are shown; 2 are hidden.")


@pytest.mark.parametrize(
    ("seen", "events", "words"),
    [
        (ColumnSpan(1.2, 2.9), [1, 2], "Only columns 2 to 3 of 6 are shown"),
        (ColumnSpan(3.0, 3.5), [3], "Only column 4 of 6 is shown"),
        (ColumnSpan(6.4, 7.5), [5], "Only column 6 of 6 is shown"),
        (ColumnSpan(0.0, 7.5), [0, 1, 2, 3, 4, 5], "All 6 events"),
    ],
)
def test_of_the_visible_columns_each_is_whole(
    seen: ColumnSpan, events: list[int], words: str
) -> None:
    choices = PictureChoices(axis=Axis.ORDER, stretch=Stretch.VISIBLE)
    book = book_of(choices=choices, columns=seen)
    assert marked(book) == events
    assert [entry.identity for entry in book.entries] == [f"listed-{one}" for one in events]
    assert words in book.words.footer[0]


def test_of_the_visible_time_what_touches_it_is_shown() -> None:
    seen = CalendarSpan(second_of(1984), second_of(1986))
    choices = PictureChoices(axis=Axis.CALENDAR, stretch=Stretch.VISIBLE)
    book = book_of(DATED, choices, calendar=seen)
    assert sorted(marked(book)) == [0, 2]
    assert "Only the stretch 1 January 1984 to 31 December 1985 is shown" in book.words.footer[0]
    whole = book_of(DATED, PictureChoices(axis=Axis.CALENDAR), calendar=seen)
    assert sorted(marked(whole)) == [0, 1, 2]


def test_the_axis_is_the_program_s_choice_where_none_is_made() -> None:
    dated = book_of(DATED, PictureChoices()).whole(dense=False)
    assert isinstance(dated, ChartBody)
    assert dated.lay_out_chart(900.0, 500.0).ticks
    assert not book_of(choices=PictureChoices()).words.footer[0].startswith("Nothing")


def test_with_numbers_the_list_is_needed() -> None:
    book = book_of(choices=PictureChoices(labels=Labels.NUMBERS))
    assert book.list_needed
    assert [entry.number for entry in book.entries] == list("123456")


def test_lanes_with_names_too_long_are_written_out() -> None:
    name = "n" * 60
    chronology = solved(event(0, actors=(name,)), actors=(name,))
    words = book_of(chronology, PictureChoices(axis=Axis.ORDER, lanes=LanesBy.ACTOR)).words
    assert f"Lanes with long names, from the top: {name.capitalize()}." in words.footer[0]
    assert "Lanes" not in book_of(chronology).words.footer[0]


@pytest.mark.parametrize("axis", Axis)
def test_parts_are_those_of_the_axis(axis: Axis) -> None:
    book = book_of(DATED, PictureChoices(axis=axis))
    parts = book.parts(900.0, lambda body, *, first: bool(body) or first)
    assert parts
    assert parts[0].heading.startswith("Column" if axis is Axis.ORDER else "7 November 1984")


def test_a_case_without_anything_is_a_book_too() -> None:
    for axis in Axis:
        book = book_of(solved(), PictureChoices(axis=axis))
        assert book.entries == ()
        assert marked(book) == []
        assert book.words.footer[0].startswith("The case has no events.")
