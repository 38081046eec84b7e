"""What the reviewer sees of one case: axis, stretch, chosen events, filter, source."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from msgspec import Struct, field

from timeline_app.case.civil import OPEN_FUTURE, OPEN_PAST
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.extent import calendar_extent, column_extent
from timeline_app.layout.standing import own_standing
from timeline_app.session.filtering import EventFilter
from timeline_app.session.spans import CalendarSpan, ColumnSpan, columns_within


class Axis(StrEnum):
    """What the timeline is drawn along."""

    ORDER = "order"
    CALENDAR = "calendar"


class CaseView(Struct, frozen=True, gc=False):
    """One case's view. Events are indices; `source` is the index of the source whose text is
    shown, or None where the program chooses. `calendar` is None until the case has a date."""

    axis: Axis
    calendar: CalendarSpan | None
    columns: ColumnSpan
    selected: int | None = None
    other: int | None = None
    filter: EventFilter = field(default_factory=EventFilter)
    source: int | None = None


def whole_calendar(chronology: Chronology) -> CalendarSpan | None:
    """The stretch that shows every bound of the case, or None where it has none."""
    extent = calendar_extent(own_standing(chronology))
    return CalendarSpan(*extent) if extent is not None else None


def whole_order(chronology: Chronology) -> ColumnSpan:
    """All columns."""
    columns = column_extent(own_standing(chronology))
    return columns_within(0.0, columns, columns)


def default_axis(chronology: Chronology) -> Axis:
    """Order where fewer than half of the events have both bounds, calendar otherwise."""
    earliest, latest = np.asarray(chronology.start_earliest), np.asarray(chronology.start_latest)
    both = int(np.count_nonzero((earliest != OPEN_PAST) & (latest != OPEN_FUTURE)))
    return Axis.CALENDAR if both and 2 * both >= len(chronology.order) else Axis.ORDER


def first_view(chronology: Chronology) -> CaseView:
    """How a case is shown when it is opened: whole, its first event chosen."""
    return CaseView(
        axis=default_axis(chronology),
        calendar=whole_calendar(chronology),
        columns=whole_order(chronology),
        selected=chronology.order[0] if chronology.order else None,
    )
