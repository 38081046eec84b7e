"""The chronology as a table says what the case establishes, row by row, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.case.file.good_cases import Json, changed, sound, written
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.file.reading import read_case_bytes
from timeline_app.case.model import Basis
from timeline_app.case.opening import OpenedCase, open_case, open_reading
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.paths import cases_folder
from timeline_app.tables.chronology_table import BRIEF_HEADER, FULL_HEADER, chronology_table
from timeline_app.tables.table import Table

CASES = sorted(cases_folder().glob("*.case.json"))


def opened(data: Json) -> tuple[OpenedCase, Chronology]:
    case = open_reading(read_case_bytes(written(data), "case"))
    assert case.chronology is not None
    return case, case.chronology


def by_name(table: Table) -> list[dict[str, str]]:
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]


def test_a_row_says_everything_of_its_event() -> None:
    base = changed({("events", 0, "phrase"): "in spring", ("events", 0, "note"): "Doubtful."})
    meeting, watch, arrest = by_name(chronology_table(opened(base)[1]))
    assert meeting == {
        "number": "1",
        "event": "meeting",
        "kind": "contact",
        "label": "",
        "title": "Zhang meets Li",
        "when": "between 1 and 18 March 2024",
        "earliest start": "2024-03-01T00:00:00",
        "latest start": "2024-03-18T23:59:59",
        "earliest end": "2024-03-01T00:00:00",
        "latest end": "2024-03-18T23:59:59",
        "against the row before": "",
        "order rests on": "",
        "who": "Zhang, suspect; Li",
        "in the source's words": "in spring",
        "why earliest start": "‘Zhang meets Li’ is placed in March 2024",
        "earliest start rests on": "stated",
        "why latest start": (
            "‘Li is arrested’ is placed on 12 April 2024 (approximate), give or take 3 days → "
            "‘Zhang meets Li’ is at least 1 month before ‘Li is arrested’"
        ),
        "latest start rests on": "stated",
        "why earliest end": "‘Zhang meets Li’ is placed in March 2024",
        "earliest end rests on": "stated",
        "why latest end": (
            "‘Li is arrested’ is placed on 12 April 2024 (approximate), give or take 3 days → "
            "‘Zhang meets Li’ is at least 1 month before ‘Li is arrested’"
        ),
        "latest end rests on": "stated",
        "came about": "",
        "outcome": "",
        "where it is told": "Notes, characters 0–23",
        "note": "Doubtful.",
    }
    assert (watch["kind"], watch["label"]) == ("other", "surveillance")
    assert watch["against the row before"] == "order not established"
    assert watch["where it is told"] == "The report, characters 10–20"
    assert (arrest["against the row before"], arrest["order rests on"]) == ("after", "stated")
    assert arrest["outcome"] == "Li: fine, CNY 30,000"
    assert arrest["where it is told"] == "Notes, “Li was arrested”"


def test_places_are_those_of_the_text_at_hand() -> None:
    case, chronology = opened(sound())
    assert case.placed is not None
    rows = by_name(chronology_table(chronology, placement=case.placed.placement))
    assert rows[2]["where it is told"] == "Notes, characters 24–39"


def test_an_open_bound_is_empty_and_no_date_is_made_up() -> None:
    undated: Json = [
        {"id": "a", "kind": "leak", "title": "A", "prevented": True},
        {
            "id": "b", "kind": "arrest", "title": "B", "planned": True, "when": "2024-05/..",
            "shape": "span",
            "constraints": [{"rel": "after", "to": "a", "basis": "assumed"}],
        },
    ]  # fmt: skip
    first, second = by_name(chronology_table(opened(changed({("events",): undated}))[1]))
    bounds = ("earliest start", "latest start", "earliest end", "latest end")
    assert [first[name] for name in bounds] == [
        "",
        "2024-05-31T23:59:58",
        "",
        "2024-05-31T23:59:58",
    ]
    assert [second[name] for name in bounds] == [
        "2024-05-01T00:00:00", "2024-05-31T23:59:59", "2024-05-01T00:00:00", "",
    ]  # fmt: skip
    assert first["why earliest start"] == first["earliest start rests on"] == ""
    assert first["latest start rests on"] == "assumed"
    assert first["came about"] == "attempted; it did not come about"
    assert second["came about"] == "still to come when the source was written"
    assert (second["against the row before"], second["order rests on"]) == ("after", "assumed")


def test_events_can_be_left_out_and_that_is_said() -> None:
    chronology = opened(sound())[1]
    table = chronology_table(chronology, [2, 0])
    assert [row["event"] for row in by_name(table)] == ["meeting", "arrest"]
    assert [row["number"] for row in by_name(table)] == ["1", "3"]
    assert by_name(table)[1]["against the row before"] == "after", "against the row that is shown"
    assert table.notes[0] == "2 of 3 events are listed; the others are left out."
    assert chronology_table(chronology, []).rows == ()


def test_a_long_table_can_be_given_up() -> None:
    with pytest.raises(Cancelled):
        chronology_table(opened(sound())[1], cancelled=lambda: True)


def test_the_notes_say_what_is_switched_off_contradicted_and_cited() -> None:
    late: Json = [{"rel": "after", "to": "arrest", "basis": "inferred"}]
    case = opened(changed({("events", 0, "constraints"): late}))[1]
    notes = chronology_table(case).notes
    assert notes[0].startswith("These can't all be true: ")
    assert "Times are those of the zone +08:00." in notes
    assert (
        "Source 2: The report, publisher not stated, published on 15 April 2025 at 16:14, "
        "https://example.org/report"
    ) in notes
    assert notes[-1] == "Case small. Characters are counted from 0, the end not included."
    firm = solve_case(case.case, frozenset({Basis.STATED}))
    assert "Inferred and assumed statements are left out." in chronology_table(firm).notes


def test_the_brief_table_is_for_reading() -> None:
    case = opened(changed({("events", 0, "phrase"): "in spring"}))[1]
    table = chronology_table(case, brief=True)
    assert table.header == BRIEF_HEADER
    rows = by_name(table)
    assert rows[0]["when"] == "between 1 and 18 March 2024; “in spring”"
    assert rows[0]["why"] == (
        "not before: ‘Zhang meets Li’ is placed in March 2024; no later than: ‘Li is arrested’ is "
        "placed on 12 April 2024 (approximate), give or take 3 days → ‘Zhang meets Li’ is at least "
        "1 month before ‘Li is arrested’"
    )
    assert rows[1]["kind"] == "surveillance"
    assert rows[1]["why"].startswith("began not before: ")
    assert rows[0]["where it is told"] == "source 1, characters 0–23"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.partition(".")[0])
@pytest.mark.parametrize("brief", [False, True])
def test_each_of_the_nine_cases_is_a_table(path: Path, brief: bool) -> None:
    case = open_case(path)
    assert case.chronology is not None
    table = chronology_table(case.chronology, brief=brief)
    assert table.header == (BRIEF_HEADER if brief else FULL_HEADER)
    assert [int(row[0]) for row in table.rows] == [*range(1, len(case.chronology.order) + 1)]
    assert all(row[-2] for row in table.rows), "every event of the nine says where it is told"
