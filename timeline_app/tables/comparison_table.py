"""Two cases compared, as tables: the stretches between their stages, penalties, what differs.

Rules:
* A cell says what is established, in the words that the window uses; nothing is filled in.
* A difference is the first case minus the second.
* In the whole table, which is for spreadsheets and scripts, lengths stand as seconds too, empty
  where they are open or only an order is known; its columns stay.
* Beneath the stretches stands what a figure can be traced with: which events were measured, and the
  sources of each case.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.differences import differences_in_words
from timeline_app.case.comparing.interval_words import measured
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.outcomes import OutcomeRow
from timeline_app.case.comparing.phase_words import measured_events, phase_cell, phase_difference
from timeline_app.case.comparing.phases import Phase
from timeline_app.case.outcome_words import OUTCOME_WORDS
from timeline_app.case.solving.chronology import Chronology
from timeline_app.tables.source_words import source_in_words
from timeline_app.tables.table import Table, make_table

WHOLE_HEADER = (
    *("what", "from", "to", "A", "B", "difference"),
    *("A at least, seconds", "A at most, seconds"),
    *("B at least, seconds", "B at most, seconds"),
    *("difference at least, seconds", "difference at most, seconds"),
)
NO_STRETCH = "The two cases have no two stages in common, so there is no stretch to compare."
RANGES = (
    "Lengths are ranges: each covers everything that the statements of its case allow, and a "
    "difference every two such lengths."
)
NO_DIFFERENCE = "Nothing at a glance."
NO_OUTCOME = "Neither case tells of a penalty."


def comparison_table(comparison: CaseComparison) -> Table:
    """Everything in one table: titles and ids of the cases, then a row for each stretch, each kind
    of penalty, and each sentence on what differs."""
    return make_table(
        _title(comparison),
        WHOLE_HEADER,
        [
            *_whole_cases(comparison),
            *(_whole_row(comparison, phase) for phase in comparison.phases),
            *_whole_outcomes(comparison),
            *_whole_differences(comparison),
        ],
        numeric=WHOLE_HEADER[-6:],
    )


def reading_tables(comparison: CaseComparison) -> tuple[Table, ...]:
    """The same for reading: the stretches, the penalties, then the sentences on what differs."""
    return phase_table(comparison), outcome_table(comparison), difference_table(comparison)


def phase_table(comparison: CaseComparison) -> Table:
    """A row for each stretch between two stages: A, B, difference. Its title names the cases, its
    notes the events that were measured and the sources."""
    return make_table(
        _title(comparison),
        ("stretch", "A", "B", "difference"),
        (
            (
                stretch_words(phase),
                phase_cell(comparison, phase, "a"),
                phase_cell(comparison, phase, "b"),
                phase_difference(phase),
            )
            for phase in comparison.phases
        ),
        (*_on_stretches(comparison), *_on_cases(comparison)),
    )


def _on_stretches(comparison: CaseComparison) -> Iterator[str]:
    """What the stretches are measured between, and how they are to be read."""
    if not comparison.phases:
        yield NO_STRETCH
        return
    yield f"Measured in A: {measured_events(comparison, 'a')}."
    yield f"Measured in B: {measured_events(comparison, 'b')}."
    yield from _unsettled(comparison)
    yield RANGES


def _on_cases(comparison: CaseComparison) -> Iterator[str]:
    """What each case is called, and what it was made from."""
    for letter, chronology in (("A", comparison.a), ("B", comparison.b)):
        yield f"{letter} is the case {chronology.case.id}; {_sources(chronology)}."


def _sources(chronology: Chronology) -> str:
    told = [source_in_words(source, chronology.zone) for source in chronology.case.sources]
    if not told:
        return "it names no source"
    return f"{'its source' if len(told) == 1 else 'its sources'}: {'; '.join(told)}"


def _unsettled(comparison: CaseComparison) -> Iterator[str]:
    """For each case, of which stages it is not established which event came first."""
    ends = {kind for phase in comparison.phases for kind in (phase.start, phase.end)}
    for letter, stages in (("A", comparison.stages_a), ("B", comparison.stages_b)):
        several = [
            f"which {kind}"
            for kind, found in stages.candidates.items()
            if kind in ends and len(found) > 1
        ]
        if several:
            yield (
                f"In {letter} it is not established {' and '.join(several)} came first; the "
                "lengths cover every possibility."
            )


def outcome_table(comparison: CaseComparison) -> Table:
    """A row for each kind of penalty that either case tells of."""
    return make_table(
        "Penalties",
        ("penalty", "A", "B", "difference"),
        ((_penalty(row), row.a, row.b, row.difference) for row in comparison.outcomes),
        () if comparison.outcomes else (NO_OUTCOME,),
    )


def _penalty(row: OutcomeRow) -> str:
    """The kind of penalty in words; the one without any is called "other"."""
    return OUTCOME_WORDS[row.type] or "other"


def difference_table(comparison: CaseComparison) -> Table:
    """What differs at a glance: sentences beneath a title, and no rows."""
    sentences = differences_in_words(comparison) or (NO_DIFFERENCE,)
    return make_table("What differs", ("what differs",), (), sentences)


def stretch_words(phase: Phase) -> str:
    """Which stretch a row is of: "contact → arrest"."""
    return f"{phase.start} → {phase.end}"


def _title(comparison: CaseComparison) -> str:
    """What the two letters stand for; cases of one title are told apart by their ids."""
    first, second = comparison.a.case, comparison.b.case
    if first.title == second.title and first.id != second.id:
        return f"A: {first.title} ({first.id}) · B: {second.title} ({second.id})"
    return f"A: {first.title} · B: {second.title}"


def _whole_cases(comparison: CaseComparison) -> Iterator[tuple[str, ...]]:
    """Which two cases these are: their titles, and their ids."""
    first, second = comparison.a.case, comparison.b.case
    yield ("case", "title", "", first.title, second.title, *("",) * 7)
    yield ("case", "id", "", first.id, second.id, *("",) * 7)


def _whole_row(comparison: CaseComparison, phase: Phase) -> tuple[str, ...]:
    return (
        *("stretch", str(phase.start), str(phase.end)),
        phase_cell(comparison, phase, "a"),
        phase_cell(comparison, phase, "b"),
        phase_difference(phase),
        *_seconds(phase.a),
        *_seconds(phase.b),
        *_seconds(phase.difference),
    )


def _seconds(interval: Interval) -> tuple[str, str]:
    """Both limits as far as they tell a length."""
    told = measured(interval)
    return _number(told.least), _number(told.greatest)


def _number(seconds: int | None) -> str:
    return "" if seconds is None else str(seconds)


def _whole_outcomes(comparison: CaseComparison) -> Iterator[tuple[str, ...]]:
    for row in comparison.outcomes:
        yield ("penalty", _penalty(row), "", row.a, row.b, row.difference, *("",) * 6)


def _whole_differences(comparison: CaseComparison) -> Iterator[tuple[str, ...]]:
    for sentence in differences_in_words(comparison):
        yield ("what differs", "", "", "", "", sentence, *("",) * 6)
