"""What a table says of a phase."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.case.comparing.small_cases import compared, stage
from timeline_app.case.comparing.phase_words import (
    measured_events,
    phase_cell,
    phase_difference,
    stage_remark,
    unsettled_in_words,
)
from timeline_app.case.model import Basis, Event, Kind

CONTACT = stage("contact")
LEAK_AFTER = stage("leak", after="contact")


@pytest.mark.parametrize(
    ("leak", "cell"),
    [
        (LEAK_AFTER, "after; how long is not told"),
        (stage("leak"), "not established"),
        (stage("leak", after="contact", least="P1M"), "at least 28 days"),
        (stage("leak", after="contact", least="P14M", most="P26M"), "13–27 months"),
        (
            stage("leak", after="contact", basis=Basis.INFERRED),
            "after; how long is not told (inferred)",
        ),
        (
            stage("leak", after="contact", least="P3D", basis=Basis.ASSUMED),
            "at least 3 days (assumed)",
        ),
        (
            stage("leak", after="contact", prevented=True),
            "after; how long is not told; leak only attempted",
        ),
        (stage("leak", planned=True), "not established; leak still to come"),
    ],
)
def test_a_cell_says_what_is_established_and_how_firmly(leak: Event, cell: str) -> None:
    comparison = compared((CONTACT, leak), (CONTACT, LEAK_AFTER))
    assert phase_cell(comparison, comparison.phases[0], "a") == cell
    assert phase_cell(comparison, comparison.phases[0], "b") == "after; how long is not told"


def test_the_basis_is_that_of_what_is_told_not_of_single_seconds() -> None:
    steps = (
        CONTACT,
        stage("detection", after="contact", basis=Basis.ASSUMED),
        Event(
            id="leak",
            kind=Kind.LEAK,
            title="leak",
            constraints=(
                *LEAK_AFTER.constraints,
                *stage("leak", after="detection", basis=Basis.ASSUMED).constraints,
            ),
        ),
    )
    comparison = compared(steps, (CONTACT, LEAK_AFTER))
    assert comparison.phases[0].a.least == 2
    assert phase_cell(comparison, comparison.phases[0], "a") == "after; how long is not told"


def test_of_several_first_events_some_may_only_have_been_attempted() -> None:
    comparison = compared(
        (CONTACT, stage("contact-2", prevented=True), LEAK_AFTER), (CONTACT, LEAK_AFTER)
    )
    assert stage_remark(comparison, Kind.CONTACT, "a") == "contact perhaps only attempted"
    assert stage_remark(comparison, Kind.CONTACT, "b") == ""
    assert stage_remark(comparison, Kind.ARREST, "a") == ""
    phase = comparison.phases[0]
    assert unsettled_in_words(comparison, phase, "a") == (
        "Which contact came first is not established; the limits cover every possibility."
    )
    assert unsettled_in_words(comparison, phase, "b") == ""


@pytest.mark.parametrize(
    ("contacts", "named"),
    [
        (1, "“contact-1”"),
        (2, "“contact-1” or “contact-2”"),
        (3, "“contact-1” or “contact-2” or “contact-3”"),
        (4, "“contact-1” or “contact-2” or “contact-3” or another one"),
        (5, "“contact-1” or “contact-2” or “contact-3” or one of 2 others"),
    ],
)
def test_the_events_that_are_measured_are_named(contacts: int, named: str) -> None:
    several = tuple(stage(f"contact-{number + 1}") for number in range(contacts))
    comparison = compared((*several, stage("leak"), stage("arrest")), (CONTACT, LEAK_AFTER))
    assert measured_events(comparison, "a") == f"contact – {named}; leak – “leak”"
    assert measured_events(comparison, "b") == "contact – “contact”; leak – “leak”"


def test_a_later_event_of_a_kind_is_not_measured() -> None:
    later = stage("contact-2", after="contact")
    comparison = compared((CONTACT, later, LEAK_AFTER), (CONTACT, LEAK_AFTER))
    assert measured_events(comparison, "a") == "contact – “contact”; leak – “leak”"
    assert measured_events(compared((CONTACT,), (LEAK_AFTER, CONTACT)), "a") == ""


def test_a_difference_is_of_length_or_of_place() -> None:
    short = stage("leak", after="contact", least="P3D", most="P3D")
    long = stage("leak", after="contact", least="P10D", most="P10D")
    comparison = compared((CONTACT, long), (CONTACT, short))
    assert phase_difference(comparison.phases[0]) == "A longer by exactly 7 days"
    before = (stage("contact", after="leak", least="P3D", most="P3D"), stage("leak"))
    comparison = compared((CONTACT, long), before)
    assert phase_cell(comparison, comparison.phases[0], "b") == "exactly 3 days before"
    assert phase_difference(comparison.phases[0]) == "A later by exactly 13 days"


def test_a_stage_whose_time_is_in_dispute_says_so() -> None:
    claims = (
        Event(id="a", kind=Kind.OTHER, title="a", when="2020"),
        replace(stage("leak", after="a"), when="2019"),
    )
    comparison = compared((CONTACT, *claims), (CONTACT, stage("leak")))
    cell = phase_cell(comparison, comparison.phases[0], "a")
    assert cell.endswith("; time of the leak in dispute")
    assert "dispute" not in phase_cell(comparison, comparison.phases[0], "b")
    comparison = compared((CONTACT, *claims, stage("leak-2")), (CONTACT, stage("leak")))
    assert stage_remark(comparison, Kind.LEAK, "a") == "time of the leak perhaps in dispute"
