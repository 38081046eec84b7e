"""What is known of some events before they have a place: their times, labels and kinds.

It is the same at every zoom, and is worked out once for the events that are shown together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.model import Case, Kind, Shape
from timeline_app.layout.chart import TextMeasurer, TextRole
from timeline_app.layout.columns import Columns, Ends, Seconds
from timeline_app.layout.cutting import Lines, lines_of
from timeline_app.layout.labels import elided
from timeline_app.layout.plain import plain_line

LABEL_MOST = 280.0
"""No label of the calendar is wider than this."""
KINDS = tuple(Kind)
_PLACES = {kind: place for place, kind in enumerate(KINDS)}


class RowEvents(Struct, frozen=True, eq=False, gc=False):
    """Some events, a value of each column for each. Times are the bounds of start and end, the last
    of them one second further; `is_window` says that nothing of it is certain to go on.
    `is_special` are those whose glyph has no columns in a chart, `has_special_bar` those whose bar
    has none."""

    events: NDArray[np.int64]
    kinds: NDArray[np.intp]
    first: Seconds
    certain_from: Seconds
    certain_to: Seconds
    end: Seconds
    is_window: NDArray[np.bool_]
    is_open_past: NDArray[np.bool_]
    is_special: NDArray[np.bool_]
    has_special_bar: NDArray[np.bool_]
    lines: Lines

    def only(self, places: NDArray[np.intp]) -> RowEvents:
        """Some of the events."""
        return RowEvents(
            self.events[places],
            self.kinds[places],
            self.first[places],
            self.certain_from[places],
            self.certain_to[places],
            self.end[places],
            self.is_window[places],
            self.is_open_past[places],
            self.is_special[places],
            self.has_special_bar[places],
            self.lines.only(places),
        )


def row_events(
    case: Case, columns: Columns, events: Sequence[int], measurer: TextMeasurer
) -> RowEvents:
    """These events of a case."""
    told = [case.events[event] for event in events]
    places = np.array(events, dtype=np.int64)
    first, last = columns.first[places], columns.last[places]
    certain_from = columns.start_latest[places]
    certain_to = columns.end_earliest[places] + 1
    vague = [bool(columns.vague.get(event, Ends.NONE)) for event in events]
    is_moment = [event.shape is Shape.MOMENT for event in told]
    is_special = [
        one.prevented or one.planned or bool(columns.qualified.get(event, Ends.NONE))
        for event, one in zip(events, told, strict=True)
    ]
    is_repeated = [event.shape is Shape.REPEATED for event in told]
    is_open_past = first == OPEN_PAST
    texts = [one_line(event.title, measurer).text for event in told]
    return RowEvents(
        events=places,
        kinds=np.array([_PLACES[event.kind] for event in told], dtype=np.intp),
        first=first,
        certain_from=certain_from,
        certain_to=certain_to,
        end=last + 1,
        is_window=np.array(vague, dtype=bool)
        | np.array(is_moment, dtype=bool)
        | (certain_to <= certain_from),
        is_open_past=is_open_past,
        is_special=np.array(is_special, dtype=bool),
        has_special_bar=np.array(is_repeated, dtype=bool) | is_open_past | (last == OPEN_FUTURE),
        lines=lines_of(texts, TextRole.LABEL, measurer),
    )


class OneLine(Struct, frozen=True, gc=False):
    """The label of an event in one line, its width, and the whole line of the title."""

    text: str
    width: float
    whole: str


@lru_cache(maxsize=16_384)
def one_line(title: str, measurer: TextMeasurer) -> OneLine:
    """The label of an event. It is the same in every frame."""
    text = elided(title, LABEL_MOST, TextRole.LABEL, measurer)
    return OneLine(text, measurer.width(text, TextRole.LABEL), plain_line(title))
