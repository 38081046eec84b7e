"""The drawn times of a case counted from its day zero.

Rules:
* They are the limits that hold over all solutions of the case (`case.comparing.day_zero`), with the
  one exception that the calendar makes as well (`columns`): a qualified date without a margin
  constrains nothing but is drawn. Counted from day zero it is as uncertain as day zero itself.
* A publication stands where it lies at the latest, and says so where that is not exact.
"""

from __future__ import annotations

from array import array

import numpy as np

from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.case.comparing.anchors import Which
from timeline_app.case.comparing.day_zero import DayZero
from timeline_app.case.dates import Window
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.columns import (
    Columns,
    Ends,
    Seconds,
    columns_of,
    keep_forward,
    narrow,
)
from timeline_app.layout.publications import Publication, publications_of

EXACT = 2 * DAY
"""A publication in a window narrower than this is told by its date alone."""


def relative_times(chronology: Chronology, zero: DayZero, which: Which) -> Columns:
    """The drawn times of a case counted from its day zero."""
    starts = _column(zero.start_earliest), _column(zero.start_latest)
    ends = _column(zero.end_earliest), _column(zero.end_latest)
    own = columns_of(chronology)
    anchor = _anchor_window(chronology, zero, which)
    vague: dict[int, Ends] = {}
    for event, told in own.vague.items():
        drawn = Ends.NONE
        for end, bounds, dates in (
            (Ends.START, starts, (own.start_earliest, own.start_latest)),
            (Ends.END, ends, (own.end_earliest, own.end_latest)),
        ):
            if end in told and narrow(bounds, event, _since(anchor, dates, event)):
                drawn |= end
        vague[event] = drawn
    keep_forward(starts, ends)
    return Columns(*starts, *ends, own.qualified, vague)


def relative_publications(chronology: Chronology, zero: DayZero) -> tuple[Publication, ...]:
    """The publications that can't lie later than some second after day zero, in order of that."""
    found = []
    for one in publications_of(chronology):
        interval = zero.publication(one.source)
        if interval is None or interval.greatest is None:
            continue
        latest = interval.greatest
        earliest = latest if interval.least is None else interval.least
        exact = interval.least is not None and latest - earliest < EXACT
        text = one.text if exact else f"{one.text}, here at the latest"
        found.append(Publication(one.source, earliest, latest, text))
    return tuple(sorted(found, key=lambda one: (one.latest, one.source)))


def _column(limits: array[int]) -> Seconds:
    return np.array(limits, dtype=np.int64)


def _anchor_window(chronology: Chronology, zero: DayZero, which: Which) -> Window:
    """Where day zero lies on the calendar."""
    outermost = max if which is Which.LAST else min
    earliest = outermost(chronology.start_earliest[event] for event in zero.events)
    latest = outermost(chronology.start_latest[event] for event in zero.events)
    return Window(
        None if earliest == OPEN_PAST else earliest, None if latest == OPEN_FUTURE else latest
    )


def _since(anchor: Window, dates: tuple[Seconds, Seconds], event: int) -> Window:
    """The window of a drawn date counted from day zero."""
    earliest, latest = int(dates[0][event]), int(dates[1][event])
    first, last = anchor.earliest, anchor.latest
    return Window(
        None if earliest == OPEN_PAST or last is None else earliest - last,
        None if latest == OPEN_FUTURE or first is None else latest - first,
    )
