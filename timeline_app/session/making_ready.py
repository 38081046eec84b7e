"""What two compared cases need before their first frame, worked out off the thread that paints.

Columns, ties, the index of pairs and the stops of steps are worked out when they are first asked
for, and then kept. In large cases that takes longer than a frame may.
"""

from __future__ import annotations

from msgspec import Struct

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.preparing import prepare_calendar, prepare_order
from timeline_app.session import pair_steps
from timeline_app.session.compared import Compared
from timeline_app.session.pair_steps import Hidden

NOTHING_HIDDEN: Hidden = (frozenset(), frozenset())


class Shown(Struct, frozen=True, gc=False):
    """How two compared cases are shown: their lanes, what is hidden in each, and whether steps lead
    through all events of both."""

    lanes_by: LanesBy = LanesBy.KIND
    hidden: Hidden = NOTHING_HIDDEN
    by_events: bool = False


def make_ready(compared: Compared, shown: Shown, cancelled: CancelCheck = never) -> None:
    """Work out everything that the panels and the steps keep for these choices.

    Raises:
        Cancelled: the reviewer gave up.
    """
    # Here, not above: a window has this module before anything is compared.
    from timeline_app.layout.comparison.pair_lines import pair_index  # noqa: PLC0415

    prepare = prepare_order if compared.align is Align.ORDER else prepare_calendar
    for standing, hidden in zip(compared.standings, shown.hidden, strict=True):
        stop_if(cancelled)
        prepare(standing, shown.lanes_by, hidden)
    stop_if(cancelled)
    pair_index(compared.comparison)
    pair_steps.stops(compared.comparison, shown.hidden, by_events=shown.by_events)
