"""Where the events of two compared cases stand, so that both can be held against each other.

Rules:
* Both cases have the columns of order that they share, whatever they are aligned on.
* Along a calendar both have one extent and one folding, worked out from both, so that distances
  are the same in both.
* Counted from a day zero, an event lies wherever the case allows it to lie against the anchor: what
  is not known of the anchor is in the bounds of all others.
* A case without the anchor has no place on that axis. It stays where it is, with a remark.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.day_zero import DayZero, day_zero
from timeline_app.case.model import Kind
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.columns import Columns, columns_of
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.relative_times import relative_publications, relative_times
from timeline_app.layout.extent import calendar_extent, column_extent, joint_extent
from timeline_app.layout.folding import UNFOLDED, Folding, folding_over
from timeline_app.layout.plain import plain_line
from timeline_app.layout.publications import Publication, publications_of
from timeline_app.layout.relative_ticks import MEAN_MONTH
from timeline_app.layout.standing import Standing


class ComparedStandings(NamedTuple):
    """Both cases on one scale."""

    a: Standing
    b: Standing

    def swapped(self) -> ComparedStandings:
        """The same with the two cases exchanged."""
        return ComparedStandings(self.b, self.a)


def compared_standings(
    comparison: CaseComparison,
    align: Align,
    anchor_a: Anchor | None = None,
    anchor_b: Anchor | None = None,
    *,
    folded: bool = True,
    cancelled: CancelCheck = never,
) -> ComparedStandings:
    """Where the events of both cases stand.

    The anchors are asked for where both are aligned on a day zero; None means that the case has
    none. `folded` says whether long empty stretches are folded out of the calendar.

    Raises `Cancelled` where `cancelled` says that the reviewer has given up.
    """
    columns = comparison.columns
    cases = ((comparison.a, columns.a, anchor_a), (comparison.b, columns.b, anchor_b))
    found = []
    for chronology, layers, anchor in cases:
        one = _in_time(chronology, layers, columns.count)
        found.append(_from_zero(one, anchor, cancelled) if align is Align.DAY_ZERO else one)
    first, second = found
    if align is Align.ORDER:
        return ComparedStandings(first, second)
    present = [one for one in found if not one.missing]
    folding = _common_folding(present) if folded else UNFOLDED
    return _on_one_scale(_folded(first, folding), _folded(second, folding))


def compared_extent(standings: ComparedStandings, align: Align) -> tuple[float, float] | None:
    """From where to where both reach, in columns or in axis seconds; None where neither is tied to
    the calendar."""
    if align is Align.ORDER:
        return 0.0, max(column_extent(standings.a), column_extent(standings.b))
    return calendar_extent(standings.a)


def _in_time(chronology: Chronology, layers: tuple[int, ...], count: int) -> Standing:
    """A case at its own dates, in the shared columns."""
    return Standing(
        chronology=chronology,
        layers=layers,
        column_count=max(count, 1),
        times=columns_of(chronology),
        publications=publications_of(chronology),
    )


def _from_zero(standing: Standing, anchor: Anchor | None, cancelled: CancelCheck) -> Standing:
    """A case counted from its day zero, where it has one."""
    chronology = standing.chronology
    zero = None if anchor is None else day_zero(chronology, anchor, cancelled)
    if anchor is None or zero is None:
        return replace(
            standing,
            times=_nowhere(len(standing.layers)),
            publications=(),
            relative=True,
            remarks=(lacking_in_words(anchor),),
            missing=True,
            lacking=_lacked(anchor),
        )
    return replace(
        standing,
        times=relative_times(chronology, zero, anchor.which),
        publications=relative_publications(chronology, zero),
        relative=True,
        remarks=(_anchor_in_words(chronology, zero, anchor), MEAN_MONTH),
    )


def lacking_in_words(anchor: Anchor | None) -> str:
    """What is said of a case that lacks what both are aligned on."""
    return f"This case has {_lacked(anchor)} to align on"


def _lacked(anchor: Anchor | None) -> str:
    """What the case has none of: "no arrest"."""
    if anchor is None or anchor.kind is None or anchor.which is Which.CHOSEN:
        return "no event"
    return "no event of another kind" if anchor.kind is Kind.OTHER else f"no {anchor.kind.value}"


def _anchor_in_words(chronology: Chronology, zero: DayZero, anchor: Anchor) -> str:
    """What day zero is, and whether it is established which event that is."""
    if anchor.kind is None or anchor.which is Which.CHOSEN:
        title = plain_line(chronology.case.events[zero.events[0]].title)
        return f"Day zero is “{title}”"
    kind = "event of another kind" if anchor.kind is Kind.OTHER else anchor.kind.value
    told = f"Day zero is the {anchor.which.value} {kind}"
    if len(zero.events) == 1:
        return told
    return f"{told}; which of {len(zero.events):,} events that is is not established"


def _nowhere(count: int) -> Columns:
    """The times of events of which nothing is known."""
    past = np.full(count, OPEN_PAST, dtype=np.int64)
    future = np.full(count, OPEN_FUTURE, dtype=np.int64)
    return Columns(past, future, past, future, {}, {})


def _common_folding(standings: Sequence[Standing]) -> Folding:
    """The folding of an axis that several cases share. Day zero is never folded away."""
    seconds = [bound for one in standings for bound in one.times.bounds]
    for one in standings:
        ends = [end for each in one.publications for end in (each.earliest, each.latest)]
        ends += [0] if one.relative else []
        seconds.append(np.array(ends, dtype=np.int64))
    extent = joint_extent(standings)
    return folding_over(seconds, 0 if extent is None else extent[1] - extent[0])


def _folded(standing: Standing, folding: Folding) -> Standing:
    if not folding.folds:
        return standing
    times = standing.times
    folded = [folding.fold_all(bound) for bound in times.bounds]
    return replace(
        standing,
        times=Columns(folded[0], folded[1], folded[2], folded[3], times.qualified, times.vague),
        publications=tuple(_folded_publication(one, folding) for one in standing.publications),
        folding=folding,
    )


def _folded_publication(one: Publication, folding: Folding) -> Publication:
    earliest, latest = folding.fold(one.earliest), folding.fold(one.latest)
    return Publication(one.source, earliest, latest, one.text)


def _on_one_scale(first: Standing, second: Standing) -> ComparedStandings:
    extent = joint_extent([one for one in (first, second) if not one.missing])
    return ComparedStandings(
        replace(first, shared_extent=extent), replace(second, shared_extent=extent)
    )
