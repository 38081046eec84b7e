"""The tables of a comparison say what it says, in the words that the window uses."""

from __future__ import annotations

import csv
import io

import pytest
from msgspec.structs import replace

from tests.case.file.good_cases import Json, changed
from tests.tables.comparisons import DAY, chronology, comparison, empty_comparison
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.comparing.differences import differences_in_words
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.outcomes import OutcomeRow
from timeline_app.case.comparing.phase_words import measured_events, phase_cell, phase_difference
from timeline_app.case.model import OutcomeType
from timeline_app.case.outcome_words import OUTCOME_WORDS
from timeline_app.tables import comparison_table as tables
from timeline_app.tables.csv_table import csv_text
from timeline_app.tables.source_words import source_in_words


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


def test_beneath_the_stretches_stands_what_a_figure_can_be_traced_with() -> None:
    compared = comparison()
    table = tables.phase_table(compared)
    sources = "; ".join(source_in_words(one, compared.a.zone) for one in compared.a.case.sources)
    assert "published on 15 April 2025" in sources
    assert table.notes == (
        f"Measured in A: {measured_events(compared, 'a')}.",
        "Measured in B: contact – “A letter”; arrest – “Caught”.",
        tables.RANGES,
        f"A is the case small; its sources: {sources}.",
        f"B is the case other; its sources: {sources}.",
    )


def test_sources_are_counted_in_words() -> None:
    one: Json = [{"id": "one", "title": "One"}]
    bare: dict[tuple[str | int, ...], Json] = {("id",): "bare", ("events",): []}
    single = chronology(changed({**bare, ("sources",): one}))
    none = chronology(changed({**bare, ("sources",): []}))
    notes = tables.phase_table(compare_cases(single, none)).notes
    unstated = "publisher not stated, date of publication not stated"
    assert notes[1:] == (
        f"A is the case bare; its source: One, {unstated}.",
        "B is the case bare; it names no source.",
    )


def test_a_stage_that_may_be_one_of_several_events_is_said() -> None:
    events: list[Json] = [
        {"id": "a", "kind": "contact", "title": "A"},
        {"id": "b", "kind": "contact", "title": "B"},
        {"id": "c", "kind": "leak", "title": "C"},
    ]
    several = chronology(changed({("events",): [*events]}))
    one = chronology(changed({("events",): events[1:]}))
    assert tables.phase_table(compare_cases(several, one)).notes[:3] == (
        "Measured in A: contact – “A” or “B”; leak – “C”.",
        "Measured in B: contact – “B”; leak – “C”.",
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
    notes = tables.phase_table(empty).notes
    assert notes[0] == tables.NO_STRETCH
    assert not [note for note in notes if note.startswith("Measured") or note == tables.RANGES]
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
    assert rows[0] == ["case", "title", "", "A small case", "Another case", *[""] * 7]
    assert rows[1] == ["case", "id", "", "small", "other", *[""] * 7]
    assert rows[2][:3] == ["stretch", "contact", "arrest"]
    assert rows[2][6:] == [str(10 * DAY), str(20 * DAY), str(2 * DAY), "", "", str(18 * DAY)]
    assert rows[3] == ["penalty", "fine", "", "CNY 30,000", "none told", "only in A", *[""] * 6]
    assert [row[5] for row in rows[4:]] == list(differences_in_words(compared))
    assert {row[0] for row in rows[4:]} <= {"what differs"}


def test_what_is_only_an_order_has_no_seconds() -> None:
    compared = comparison()
    (phase,) = compared.phases
    order = replace(phase, a=Interval(2, None), b=Interval(None, -1), difference=Interval(3, None))
    turned = replace(phase, a=Interval(0, DAY), b=Interval(-DAY, 0), difference=Interval(0, 0))
    rows = tables.comparison_table(replace(compared, phases=(order, turned))).rows
    assert rows[2][3].startswith("after; how long is not told")
    assert rows[2][6:] == ("",) * 6
    assert rows[3][6:] == ("", str(DAY), str(-DAY), "", "0", "0")


@pytest.mark.parametrize("kind", OutcomeType)
def test_a_penalty_has_one_name_in_every_table(kind: OutcomeType) -> None:
    row = OutcomeRow(kind, "one", "none told", "only in A")
    compared = replace(comparison(), outcomes=(row,))
    name = OUTCOME_WORDS[kind] or "other"
    assert tables.outcome_table(compared).rows[0][0] == name
    (told,) = (one for one in tables.comparison_table(compared).rows if one[0] == "penalty")
    assert told[1] == name
