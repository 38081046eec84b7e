"""The lines that tell what a chart can't show."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import event, random_case, solved, told_in
from timeline_app.case.model import Basis
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.notes import (
    COLUMNS_BY_STATEMENT,
    FIRST_PERSON,
    MARGIN,
    ONLY_ARROWS,
    calendar_notes,
    note_lines,
    order_notes,
)
from timeline_app.layout.options import Density
from timeline_app.layout.sizes import Sizes
from timeline_app.layout.standing import own_standing

UNTIED = "Nothing here is tied to the calendar; the order axis shows what is established"


def test_no_date_at_all() -> None:
    chronology = solved(event(0), event(1))
    assert order_notes(own_standing(chronology), 0) == (ONLY_ARROWS, "No event is dated")
    assert calendar_notes(own_standing(chronology), 0) == (UNTIED,)


def test_no_date_but_a_report() -> None:
    chronology = solved(
        event(0, passages=told_in()), event(1, passages=told_in()), published=("2025-04-15T16:14",)
    )
    expected = "No event is dated; all lie no later than 15 April 2025, the day of the report"
    assert order_notes(own_standing(chronology), 0) == (ONLY_ARROWS, expected)
    assert calendar_notes(own_standing(chronology), 0) == (expected,)


def test_no_date_and_not_all_in_the_report() -> None:
    chronology = solved(event(0, passages=told_in()), event(1), published=("2025-04-15",))
    assert order_notes(own_standing(chronology), 0) == (ONLY_ARROWS, "No event is dated")


def test_a_dated_case_needs_no_note_of_its_dates() -> None:
    chronology = solved(event(0, "1985"), event(1))
    assert order_notes(own_standing(chronology), 0) == (ONLY_ARROWS,)
    assert calendar_notes(own_standing(chronology), 0) == ()


def test_an_empty_case_has_no_note() -> None:
    for lanes_by in LanesBy:
        assert order_notes(own_standing(solved()), 0, lanes_by) == ()
        assert calendar_notes(own_standing(solved()), 0, lanes_by) == ()


def test_lanes_of_persons_say_which_person() -> None:
    chronology = solved(event(0, "1985"))
    assert order_notes(own_standing(chronology), 0, LanesBy.ACTOR) == (ONLY_ARROWS, FIRST_PERSON)
    assert calendar_notes(own_standing(chronology), 0, LanesBy.ACTOR) == (FIRST_PERSON,)
    assert calendar_notes(own_standing(solved(event(0))), 0, LanesBy.ACTOR) == (
        UNTIED,
        FIRST_PERSON,
    )


@pytest.mark.parametrize(
    ("bases", "text"),
    [
        (frozenset({Basis.STATED}), "Inferred and assumed statements are switched off"),
        (frozenset({Basis.STATED, Basis.ASSUMED}), "Inferred statements are switched off"),
    ],
)
def test_what_is_switched_off(bases: frozenset[Basis], text: str) -> None:
    chronology = solved(event(0, "1985"), bases=bases)
    assert order_notes(own_standing(chronology), 0) == (ONLY_ARROWS, text)
    assert calendar_notes(own_standing(chronology), 0) == (text,)


def test_what_is_hidden() -> None:
    chronology = solved(*(event(number, "1985") for number in range(11)))
    assert order_notes(own_standing(chronology), 3) == (ONLY_ARROWS, "3 of 11 events are hidden")


def test_columns_over_single_statements() -> None:
    assert order_notes(own_standing(random_case(1, 1_001)), 0) == (
        ONLY_ARROWS,
        COLUMNS_BY_STATEMENT,
    )
    assert COLUMNS_BY_STATEMENT.startswith("More than 1,000 events: ")


def test_what_is_said_of_an_aligned_case_takes_the_place_of_its_dates() -> None:
    own = own_standing(solved(event(0)))
    relative = replace(own, relative=True, remarks=("Day zero is the first arrest",), is_own=False)
    assert calendar_notes(relative, 0) == ("Day zero is the first arrest",)
    missing = replace(own, missing=True, remarks=("No arrest",), is_own=False)
    assert calendar_notes(missing, 1) == ("No arrest", "1 of 1 events are hidden")
    assert order_notes(missing, 0) == (ONLY_ARROWS, "No event is dated")


def test_notes_end_at_the_right_edge() -> None:
    sizes = Sizes.of(MEASURER, Density.COMFORTABLE)
    first, second = note_lines(("One", "A longer one"), 500.0, 40.0, sizes, MEASURER)
    for line in (first, second):
        assert line.x + MEASURER.width(line.text, line.role) == 500.0 - MARGIN
    assert second.baseline - first.baseline == sizes.note
    (cut,) = note_lines(("A long note " * 20,), 200.0, 0.0, sizes, MEASURER)
    assert cut.text.endswith("…")
    assert cut.x >= MARGIN
