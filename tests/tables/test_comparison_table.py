"""The tables of a comparison say what it says, in the words that the window uses."""

from __future__ import annotations

import csv
import io

from tests.case.file.good_cases import Json, changed
from tests.tables.comparisons import DAY, chronology, comparison, empty_comparison
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.comparing.differences import differences_in_words
from timeline_app.case.comparing.phase_words import phase_cell, phase_difference
from timeline_app.tables import comparison_table as tables
from timeline_app.tables.csv_table import csv_text


def test_a_row_for_each_stretch() -> None:
    compared = comparison()
    (phase,) = compared.phases
    table = tables.phase_table(compared)
    assert table.title == "A: A small case · B: Another case"
    assert table.rows == (
        (
            "contact → arrest",
            phase_cell(compared, phase, "a"),
            phase_cell(compared, phase, "b"),
            phase_difference(phase),
        ),
    )
    assert "10–20 days" in table.rows[0][1]
    assert table.notes == ()


def test_a_stage_that_may_be_one_of_several_events_is_said() -> None:
    events: list[Json] = [
        {"id": "a", "kind": "contact", "title": "A"},
        {"id": "b", "kind": "contact", "title": "B"},
        {"id": "c", "kind": "leak", "title": "C"},
    ]
    several = chronology(changed({("events",): [*events]}))
    one = chronology(changed({("events",): events[1:]}))
    assert tables.phase_table(compare_cases(several, one)).notes == (
        "In A it is not established which contact came first; the lengths cover every possibility.",
    )


def test_a_row_for_each_penalty() -> None:
    table = tables.outcome_table(comparison())
    assert table.rows == (("fine", "CNY 30,000", "none told", "only in A"),)


def test_what_differs_is_told_in_sentences() -> None:
    compared = comparison()
    table = tables.difference_table(compared)
    assert table.rows == ()
    assert table.notes == differences_in_words(compared)
    assert tables.reading_tables(compared) == (
        tables.phase_table(compared), tables.outcome_table(compared), table,
    )  # fmt: skip


def test_where_there_is_nothing_to_compare_that_is_said() -> None:
    empty = empty_comparison()
    assert tables.phase_table(empty).notes == (tables.NO_STRETCH,)
    assert tables.outcome_table(empty).notes == (tables.NO_OUTCOME,)
    assert tables.difference_table(empty).notes


def test_cases_of_one_title_are_told_apart_by_their_ids() -> None:
    first, second = chronology(), chronology(changed({("id",): "twin"}))
    title = "A: A small case (small) · B: A small case (twin)"
    assert tables.phase_table(compare_cases(first, second)).title == title
    same = "A: A small case · B: A small case"
    assert tables.phase_table(compare_cases(first, first)).title == same


def test_the_whole_is_one_table_with_seconds() -> None:
    compared = comparison()
    table = tables.comparison_table(compared)
    header, *rows = csv.reader(io.StringIO(csv_text(table), newline=""))
    assert header == list(tables.WHOLE_HEADER)
    assert rows[0][:3] == ["stretch", "contact", "arrest"]
    assert rows[0][6:] == [str(10 * DAY), str(20 * DAY), str(2 * DAY), "", "", str(18 * DAY)]
    assert rows[1] == ["penalty", "fine", "", "CNY 30,000", "none told", "only in A", *[""] * 6]
    assert [row[5] for row in rows[2:]] == list(differences_in_words(compared))
    assert {row[0] for row in rows[2:]} <= {"what differs"}
