"""Two cases compared, as tables: the stretches between their stages, penalties, what differs.

Rules:
* A cell says what is established, in the words that the window uses; nothing is filled in.
* A difference is the first case minus the second.
* In the whole table, which is for spreadsheets and scripts, lengths stand as seconds too, empty
  where they are open; its columns stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.differences import differences_in_words
from timeline_app.case.comparing.intervals import Interval
from timeline_app.case.comparing.phase_words import phase_cell, phase_difference
from timeline_app.case.comparing.phases import Phase
from timeline_app.case.outcome_words import OUTCOME_WORDS
from timeline_app.tables.table import Table, make_table

WHOLE_HEADER = (
    *("what", "from", "to", "A", "B", "difference"),
    *("A at least, seconds", "A at most, seconds"),
    *("B at least, seconds", "B at most, seconds"),
    *("difference at least, seconds", "difference at most, seconds"),
)
NO_STRETCH = "The two cases have no two stages in common, so there is no stretch to compare."
NO_DIFFERENCE = "Nothing at a glance."
NO_OUTCOME = "Neither case tells of a penalty."


def comparison_table(comparison: CaseComparison) -> Table:
    """Everything in one table with a row for each stretch, each kind of penalty, and each sentence
    on what differs."""
    return make_table(
        _title(comparison),
        WHOLE_HEADER,
        [
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
    """A row for each stretch between two stages: A, B, difference. Its title names the cases."""
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
        tuple(_unsettled(comparison)) if comparison.phases else (NO_STRETCH,),
    )


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
        (
            (OUTCOME_WORDS[row.type] or "other", row.a, row.b, row.difference)
            for row in comparison.outcomes
        ),
        () if comparison.outcomes else (NO_OUTCOME,),
    )


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
    return _number(interval.least), _number(interval.greatest)


def _number(seconds: int | None) -> str:
    return "" if seconds is None else str(seconds)


def _whole_outcomes(comparison: CaseComparison) -> Iterator[tuple[str, ...]]:
    for row in comparison.outcomes:
        yield ("penalty", str(row.type), "", row.a, row.b, row.difference, *("",) * 6)


def _whole_differences(comparison: CaseComparison) -> Iterator[tuple[str, ...]]:
    for sentence in differences_in_words(comparison):
        yield ("what differs", "", "", "", "", sentence, *("",) * 6)
