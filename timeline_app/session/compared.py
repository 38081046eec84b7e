"""What is worked out of two cases before they can be shown together.

The session says what it wants (`Wanted`), somebody works it out off the thread that paints
(`work_out`), and hands the result in. What no longer fits by then is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.collector import collector_resting, spare_from_collector
from timeline_app.layout.comparison.align import Align

if TYPE_CHECKING:  # a session is there before anything is compared
    from timeline_app.case.comparing.anchors import Anchor
    from timeline_app.case.comparing.choices import PairChoices
    from timeline_app.case.comparing.comparison import CaseComparison
    from timeline_app.case.solving.chronology import Chronology
    from timeline_app.layout.comparison.aligned import ComparedStandings


class Wanted(Struct, frozen=True, eq=False):
    """What is to be worked out: the comparison of two cases with the pairs made by hand, and where
    their events stand when aligned so. `known` is a comparison of the very same, where it only
    has to be aligned anew."""

    a: Chronology
    b: Chronology
    choices: PairChoices
    align: Align
    anchors: tuple[Anchor | None, Anchor | None]
    folded: bool
    known: CaseComparison | None = None

    def asks_as(self, other: Wanted | None) -> bool:
        """Whether another one asks for the same."""
        return (
            other is not None
            and self.a is other.a
            and self.b is other.b
            and self.choices == other.choices
            and self.align is other.align
            and self.anchors == other.anchors
            and self.folded == other.folded
        )


class Compared(Struct, frozen=True, eq=False):
    """Two cases compared and aligned. `whole` is the stretch that shows all of both, in axis
    seconds or columns, or None where nothing is tied to the calendar."""

    wanted: Wanted
    comparison: CaseComparison
    standings: ComparedStandings
    whole: tuple[float, float] | None

    @property
    def align(self) -> Align:
        """How the two are aligned."""
        return self.wanted.align

    def swapped(self) -> Compared:
        """The same with the two cases exchanged."""
        wanted = replace(
            self.wanted,
            a=self.wanted.b,
            b=self.wanted.a,
            choices=self.wanted.choices.mirrored(),
            anchors=self.wanted.anchors[::-1],
            known=None,
        )
        standings = self.standings.swapped()
        return Compared(wanted, self.comparison.mirrored(), standings, self.whole)


def work_out(wanted: Wanted, cancelled: CancelCheck = never) -> Compared:
    """Compare and align two cases.

    Raises:
        Cancelled: the reviewer gave up.
    """
    # Here, not above: a single case needs none of it.
    from timeline_app.case.comparing.comparison import compare_cases  # noqa: PLC0415
    from timeline_app.layout.comparison.aligned import (  # noqa: PLC0415
        compared_extent,
        compared_standings,
    )

    comparison = wanted.known
    with collector_resting():
        if comparison is None:
            comparison = compare_cases(wanted.a, wanted.b, wanted.choices, cancelled)
        standings = compared_standings(
            comparison, wanted.align, *wanted.anchors, folded=wanted.folded, cancelled=cancelled
        )
    spare_from_collector(max(len(wanted.a.case.events), len(wanted.b.case.events)))
    return Compared(wanted, comparison, standings, compared_extent(standings, wanted.align))
