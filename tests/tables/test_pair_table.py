"""Events stand side by side as the comparison pairs them, none lost, none twice."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest

from tests.case.file.good_cases import Json, changed
from tests.tables.comparisons import chronology, comparison, other_case
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.model import Kind
from timeline_app.case.opening import open_case
from timeline_app.paths import cases_folder
from timeline_app.tables.pair_table import (
    BY_HAND,
    cases_without,
    pairs_by_column,
    pairs_by_day_zero,
    pairs_by_time,
    side_by_side,
)


def test_a_shared_column_is_told_once_and_two_where_the_orders_differ() -> None:
    table = pairs_by_column(comparison())
    assert table.header == ("column", "A", "B")
    assert table.rows == (
        ("1", "Zhang meets Li [contact]", "A letter [contact]"),
        ("1", "Li is watched [surveillance]", ""),
        ("1", "", "Away [flight]"),
        ("2 and 3", "Li is arrested [arrest] *", "Caught [arrest] *"),
    )
    assert table.notes == (BY_HAND,)


def test_times_are_told_in_words() -> None:
    table = pairs_by_time(comparison())
    assert table.rows[0] == (
        *("Zhang meets Li [contact]", "between 1 and 18 Mar 2024"),
        *("A letter [contact]", "time not established"),
    )
    assert table.rows[1][2:] == ("", "")


def test_day_zero_is_counted_from_the_first_of_a_kind() -> None:
    table = pairs_by_day_zero(comparison(), Kind.CONTACT)
    assert table.rows[0][1::2] == ("day zero", "day zero")
    assert table.rows[3][3] == "at least 2 days after"
    assert table.rows[2][3] == "not established"
    assert table.notes == ("Day zero is the start of the first contact.", BY_HAND)


def test_an_offset_says_how_firm_it_is_and_no_seconds_that_nobody_told() -> None:
    events: list[Json] = [
        {"id": "one", "kind": "leak", "title": "One"},
        {"id": "two", "kind": "leak", "title": "Two"},
        {
            "id": "last", "kind": "arrest", "title": "Last",
            "constraints": [
                {"rel": "after", "to": "one", "basis": "stated"},
                {"rel": "after", "to": "two", "basis": "assumed"},
            ],
        },
    ]  # fmt: skip
    a = chronology(changed({("events",): [*events]}))
    offsets = {row[0]: row[1] for row in pairs_by_day_zero(compare_cases(a, a), Kind.LEAK).rows}
    assert offsets == {
        "One [leak]": "not before; perhaps day zero",
        "Two [leak]": "not before; perhaps day zero",
        "Last [arrest]": "after; how long is not told (assumed)",
    }


def test_a_case_without_day_zero_says_so_and_stays() -> None:
    compared = compare_cases(chronology(), other_case())
    table = pairs_by_day_zero(compared, Kind.LEAK)
    assert {row[1::2] for row in table.rows} == {("", "")}
    assert table.notes[1:] == (
        "A (“A small case”) has no event of the kind “leak”.",
        "B (“Another case”) has no event of the kind “leak”.",
    )
    assert cases_without(compared, Kind.CONTACT) == ()


NINE = [open_case(path).chronology for path in sorted(cases_folder().glob("*.case.json"))]


@pytest.mark.parametrize("kind", [Kind.DETECTION, Kind.ARREST])
def test_in_every_two_of_the_nine_no_event_is_lost_or_twice(kind: Kind) -> None:
    for a, b in combinations_with_replacement(NINE, 2):
        assert a is not None
        assert b is not None
        compared = compare_cases(a, b)
        rows = side_by_side(compared)
        assert sorted(one for one, _ in rows if one is not None) == sorted(a.order)
        assert sorted(two for _, two in rows if two is not None) == sorted(b.order)
        for table in (
            pairs_by_column(compared), pairs_by_time(compared), pairs_by_day_zero(compared, kind),
        ):  # fmt: skip
            assert len(table.rows) == len(rows)
