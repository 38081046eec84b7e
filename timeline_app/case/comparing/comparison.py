"""Two cases compared: pairs, phases, reversals, outcomes and shared columns.

The comparison of b with a is the mirror of that of a with b.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.case.comparing.outcomes import OutcomeRow, outcome_rows
from timeline_app.case.comparing.pairing import Pair, in_list_order, join_cases
from timeline_app.case.comparing.phases import Phase, Stages, phases_of
from timeline_app.case.comparing.reversals import Reversal, reversals_among
from timeline_app.case.comparing.shared_columns import SharedColumns
from timeline_app.case.solving.chronology import Chronology


class CaseComparison(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """What two cases have in common, and how they differ. Events are indices, as in the cases.

    `pairs` are in the order of the shared columns; `only_a` and `only_b` have the events without
    a partner, in stepping order. `stages_a` and `stages_b` tell which events may be the first of
    their kind, and how far any two stages of one case lie apart.
    """

    a: Chronology
    b: Chronology
    choices: PairChoices
    pairs: tuple[Pair, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]
    phases: tuple[Phase, ...]
    reversals: tuple[Reversal, ...]
    outcomes: tuple[OutcomeRow, ...]
    columns: SharedColumns
    stages_a: Stages
    stages_b: Stages

    def partner_of_a(self, event: int) -> int | None:
        """The event of b that an event of a is paired with."""
        return self._partners_of_a.get(event)

    def partner_of_b(self, event: int) -> int | None:
        """The event of a that an event of b is paired with."""
        return self._partners_of_b.get(event)

    def mirrored(self) -> CaseComparison:
        """The comparison of b with a, which is worked out from this one at once."""
        columns = self.columns.mirrored()
        phases = tuple(phase.mirrored() for phase in self.phases)
        return CaseComparison(
            a=self.b,
            b=self.a,
            choices=self.choices.mirrored(),
            pairs=in_list_order(self.b, map(Pair.mirrored, self.pairs), columns),
            only_a=self.only_b,
            only_b=self.only_a,
            phases=phases,
            reversals=tuple(reversals_among(phases)),
            outcomes=outcome_rows(self.b.case, self.a.case),
            columns=columns,
            stages_a=self.stages_b,
            stages_b=self.stages_a,
        )

    @cached_property
    def _partners_of_a(self) -> dict[int, int]:
        return {pair.a: pair.b for pair in self.pairs}

    @cached_property
    def _partners_of_b(self) -> dict[int, int]:
        return {pair.b: pair.a for pair in self.pairs}


def compare_cases(
    a: Chronology,
    b: Chronology,
    choices: PairChoices = PairChoices(),  # noqa: B008 - frozen
    cancelled: CancelCheck = never,
) -> CaseComparison:
    """Compare two cases.

    Raises `Cancelled` where `cancelled` says that the reviewer has given up.
    """
    stages_a = Stages(a, cancelled)
    stages_b = stages_a if a is b else Stages(b, cancelled)
    phases = tuple(phases_of(stages_a, stages_b, cancelled))
    pairs, columns = join_cases(a, b, choices, cancelled)
    paired_a, paired_b = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    return CaseComparison(
        a=a,
        b=b,
        choices=choices,
        pairs=pairs,
        only_a=tuple(event for event in a.order if event not in paired_a),
        only_b=tuple(event for event in b.order if event not in paired_b),
        phases=phases,
        reversals=tuple(reversals_among(phases)),
        outcomes=outcome_rows(a.case, b.case),
        columns=columns,
        stages_a=stages_a,
        stages_b=stages_b,
    )
