"""Phases in words, as a reviewer's table has them.

Rules:
* A cell tells the interval, " (inferred)" or " (assumed)" where it needs such statements, and what
  a reader would otherwise take for granted: that a stage was only attempted, is still to come, or
  that its time is in dispute.
* Where several events may be the first of their kind, it says so of each of these as far as it
  holds: of all of them, or of some.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.interval_words import (
    difference_in_words,
    interval_in_words,
    place_in_words,
)
from timeline_app.case.comparing.phases import Phase
from timeline_app.case.comparing.stages import STAGES
from timeline_app.case.model import Event, Kind
from timeline_app.case.solving.statement_words import basis_in_words

__all__ = [
    "Side",
    "difference_in_words",
    "interval_in_words",
    "measured_events",
    "phase_cell",
    "phase_difference",
    "stage_remark",
    "unsettled_in_words",
]

Side = Literal["a", "b"]
"""Which of the two cases is meant."""

MOST_NAMED = 3
"""How many of the events that may be the first of a kind are named."""


def phase_cell(comparison: CaseComparison, phase: Phase, side: Side) -> str:
    """What a table says of a phase in one of the cases: "at least 1 month (inferred)"."""
    interval, basis = (phase.a, phase.basis_a) if side == "a" else (phase.b, phase.basis_b)
    words = place_in_words(interval) + (basis_in_words(basis) if basis else "")
    remarks = [stage_remark(comparison, kind, side) for kind in (phase.start, phase.end)]
    return "; ".join([words, *filter(None, remarks)])


def phase_difference(phase: Phase) -> str:
    """What a table says of the difference A − B of a phase."""
    may_turn = any(one.least is None or one.least < 0 for one in (phase.a, phase.b))
    return difference_in_words(phase.difference, may_turn=may_turn)


def stage_remark(comparison: CaseComparison, kind: Kind, side: Side) -> str:
    """What is to be known of a stage: "arrest only attempted", "sentencing still to come", "time of
    the leak in dispute"; nothing where it came about and nothing is disputed."""
    chronology = comparison.a if side == "a" else comparison.b
    stages = comparison.stages_a if side == "a" else comparison.stages_b
    found = stages.candidates.get(kind, ())
    events = [chronology.case.events[event] for event in found]
    disputed = [chronology.bounds(event).in_dispute for event in found]
    remarks = [_of_some(str(kind), said, list(map(holds, events))) for said, holds in _REMARKS]
    remarks.append(_of_some(f"time of the {kind}", "in dispute", disputed))
    return ", ".join(filter(None, remarks))


def _of_some(subject: str, said: str, holds: Sequence[bool]) -> str:
    """What is said of a subject that may be any of several, as far as it holds of them."""
    if not any(holds):
        return ""
    return f"{subject} {said}" if all(holds) else f"{subject} perhaps {said}"


def measured_events(comparison: CaseComparison, side: Side) -> str:
    """Which events the stages of all phases are: "contact – “A letter”; leak – “X” or “Y”"; nothing
    where there is no phase."""
    used = {kind for phase in comparison.phases for kind in (phase.start, phase.end)}
    return "; ".join(
        f"{kind} – {_named(comparison, kind, side)}" for kind in STAGES if kind in used
    )


def _named(comparison: CaseComparison, kind: Kind, side: Side) -> str:
    """The titles of the events that may be the first of a kind, the likeliest first."""
    chronology = comparison.a if side == "a" else comparison.b
    stages = comparison.stages_a if side == "a" else comparison.stages_b
    found = stages.candidates.get(kind, ())
    names = [f"“{chronology.case.events[event].title}”" for event in found[:MOST_NAMED]]
    more = len(found) - len(names)
    if more:
        names.append("another one" if more == 1 else f"one of {more:,} others")
    return " or ".join(names)


def unsettled_in_words(comparison: CaseComparison, phase: Phase, side: Side) -> str:
    """Which stage of a phase may be one of several events: a sentence for a note, or nothing."""
    stages = comparison.stages_a if side == "a" else comparison.stages_b
    several = [
        str(kind) for kind in (phase.start, phase.end) if len(stages.candidates.get(kind, ())) > 1
    ]
    if not several:
        return ""
    return (
        f"Which {_listed(several)} came first is not established; the limits cover every "
        "possibility."
    )


def _listed(names: Sequence[str]) -> str:
    return " and which ".join(names)


def _attempted(event: Event) -> bool:
    return event.prevented


def _to_come(event: Event) -> bool:
    return event.planned and not event.prevented


_REMARKS = (("only attempted", _attempted), ("still to come", _to_come))
