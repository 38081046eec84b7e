"""A solved case as columns of numbers, one value for each event.

Rules:
* Times are 64-bit civil seconds with the sentinels of `case.civil` where a bound is open. They
  are the bounds of the case, with one exception: a qualified date without a margin constrains
  nothing, but is drawn. There the columns hold the date itself as far as the bounds allow it, and
  `vague` tells which ends of which events that concerns, since such an end has no cap.
* `first` and `last` are the ends of what is drawn of an event.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from enum import Flag, auto

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.dates import Date, Window, parse_date
from timeline_app.case.model import Event, Shape
from timeline_app.case.solving.chronology import Chronology
from timeline_app.case.solving.statements import time_zone
from timeline_app.layout.kept import Kept

Seconds = NDArray[np.int64]
_QUALIFIER = re.compile("[~?%]")


class Ends(Flag):
    """One end of an event, or both."""

    NONE = 0
    START = auto()
    END = auto()
    BOTH = START | END


class Columns(Struct, frozen=True, gc=False):
    """The times of a case as they are drawn.

    `qualified` and `vague` name the ends that rest on a date with a qualifier, and those drawn
    from a date that constrains nothing; events that are in neither mapping have none.
    """

    start_earliest: Seconds
    start_latest: Seconds
    end_earliest: Seconds
    end_latest: Seconds
    qualified: Mapping[int, Ends]
    vague: Mapping[int, Ends]

    @property
    def count(self) -> int:
        """How many events there are."""
        return len(self.start_earliest)

    @property
    def bounds(self) -> tuple[Seconds, Seconds, Seconds, Seconds]:
        """The four bounds: of the start, then of the end."""
        return self.start_earliest, self.start_latest, self.end_earliest, self.end_latest

    @property
    def first(self) -> Seconds:
        """The first second of what is drawn of each event."""
        return self.start_earliest

    @property
    def last(self) -> Seconds:
        """The last second of what is drawn of each event."""
        return self.end_latest

    def is_open_past(self, event: int) -> bool:
        """Whether nothing says how early an event may lie."""
        return int(self.start_earliest[event]) == OPEN_PAST

    def is_qualified(self, event: int) -> bool:
        """Whether a date of the event itself is approximate or uncertain."""
        return bool(self.qualified.get(event, Ends.NONE))


def columns_of(chronology: Chronology) -> Columns:
    """The columns of a solved case, worked out once."""
    return _KEPT.of(chronology, None)


def _work_out(chronology: Chronology, _key: None) -> Columns:
    starts = _column(chronology.start_earliest), _column(chronology.start_latest)
    ends = _column(chronology.end_earliest), _column(chronology.end_latest)
    qualified: dict[int, Ends] = {}
    vague: dict[int, Ends] = {}
    for index, event, date in _qualified_dates(chronology):
        found = (Ends.START if date.start_qualifier else Ends.NONE) | (
            Ends.END if date.end_qualifier else Ends.NONE
        )
        if event.shape is Shape.MOMENT:
            found = Ends.BOTH
        qualified[index] = qualified.get(index, Ends.NONE) | found
        if event.margin is not None:
            continue
        drawn = Ends.NONE
        if Ends.START in found and narrow(starts, index, date.start):
            drawn |= Ends.START
        if Ends.END in found and narrow(ends, index, date.end):
            drawn |= Ends.END
        vague[index] = vague.get(index, Ends.NONE) | drawn
    keep_forward(starts, ends)
    return Columns(*starts, *ends, qualified, vague)


def _column(values: array[int]) -> Seconds:
    return np.array(values, dtype=np.int64)


def _qualified_dates(chronology: Chronology) -> Iterator[tuple[int, Event, Date]]:
    """Every date with a qualifier that counts on the bases of the case."""
    zone = time_zone(chronology.case)
    for index, event in enumerate(chronology.case.events):
        if event.when is None:
            continue
        if isinstance(event.when, str):
            texts: tuple[str, ...] = (event.when,)
        else:
            texts = tuple(claim.value for claim in event.when if claim.basis in chronology.bases)
        for text in texts:
            if _QUALIFIER.search(text):
                yield index, event, parse_date(text, zone)


def keep_forward(starts: tuple[Seconds, Seconds], ends: tuple[Seconds, Seconds]) -> None:
    """Change columns so that nothing drawn runs backward: dates that constrain nothing may
    contradict each other."""
    np.maximum(ends[0], starts[0], out=ends[0])
    np.maximum(ends[1], ends[0], out=ends[1])
    np.minimum(starts[1], ends[1], out=starts[1])


def narrow(bounds: tuple[Seconds, Seconds], index: int, window: Window) -> bool:
    """Narrow the drawn window of an end to a date, as far as the bounds allow; whether they do."""
    earliest = OPEN_PAST if window.earliest is None else window.earliest
    latest = OPEN_FUTURE if window.latest is None else window.latest
    earliest = max(earliest, int(bounds[0][index]))
    latest = min(latest, int(bounds[1][index]))
    if earliest > latest:
        return False
    bounds[0][index], bounds[1][index] = earliest, latest
    return True


_KEPT: Kept[Chronology, None, Columns] = Kept(_work_out)
