"""What the charts of a case need before the first frame, for whoever loads it.

Layers, ties, arrows and sorted columns are worked out when they are first asked for, and then kept.
In a large case that takes longer than a frame may; so it is done where the case is solved, off the
thread that paints.
"""

from __future__ import annotations

from timeline_app.layout.calendar_index import calendar_index
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.column_ties import arrow_columns, column_ties, told_gaps
from timeline_app.layout.extent import calendar_extent
from timeline_app.layout.notes import dated_facts
from timeline_app.layout.order_index import order_index
from timeline_app.layout.standing import Standing

NONE: frozenset[int] = frozenset()


def prepare(
    standing: Standing, lanes_by: LanesBy = LanesBy.KIND, hidden: frozenset[int] = NONE
) -> None:
    """Work out everything that the charts of both axes keep for these choices."""
    prepare_calendar(standing, lanes_by, hidden)
    prepare_order(standing, lanes_by, hidden)


def prepare_calendar(
    standing: Standing, lanes_by: LanesBy = LanesBy.KIND, hidden: frozenset[int] = NONE
) -> None:
    """Work out everything that a calendar keeps."""
    standing.chronology.position  # noqa: B018 - kept from now on, as the others are
    calendar_extent(standing)
    dated_facts(standing.chronology)
    calendar_index(standing, lanes_by, hidden)


def prepare_order(
    standing: Standing, lanes_by: LanesBy = LanesBy.KIND, hidden: frozenset[int] = NONE
) -> None:
    """Work out everything that a chart of the order keeps."""
    standing.chronology.position  # noqa: B018
    order_index(standing, lanes_by, hidden)
    column_ties(standing, hidden)
    told_gaps(standing.chronology)
    arrow_columns(standing)
