"""Sheets of cases, for the parts of a chart on their own."""

from __future__ import annotations

from tests.layout.fake_measurer import MEASURER
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.calendar_index import calendar_index
from timeline_app.layout.calendar_sheet import Sheet
from timeline_app.layout.chart import LanesBy, Rect
from timeline_app.layout.columns import columns_of
from timeline_app.layout.extent import column_extent
from timeline_app.layout.options import Density
from timeline_app.layout.order_index import order_index
from timeline_app.layout.order_sheet import OrderSheet
from timeline_app.layout.scale import ColumnScale, TimeScale
from timeline_app.layout.sizes import Sizes
from timeline_app.layout.standing import own_standing

SIZES = Sizes.of(MEASURER, Density.COMFORTABLE)


def calendar_sheet(chronology: Chronology, start: int, end: int) -> Sheet:
    """A calendar whose plot is 800 pixels wide, from x = 100."""
    index = calendar_index(own_standing(chronology), LanesBy.KIND, frozenset())
    scale = TimeScale(start, end, 100.0, 800.0)
    return Sheet(own_standing(chronology), index, scale, SIZES, MEASURER)


def order_sheet(
    chronology: Chronology, column: float, first: float = 0.0, width: float = 800.0
) -> OrderSheet:
    """An order axis with columns so wide, the plot from x = 100."""
    index = order_index(own_standing(chronology), LanesBy.KIND, frozenset())
    return OrderSheet(
        case=chronology.case,
        layers=chronology.layers,
        times=columns_of(chronology),
        extent=column_extent(own_standing(chronology)),
        index=index,
        most_shown=index.shown,
        scale=ColumnScale(first, first + width / column, 100.0, width),
        sizes=SIZES,
        measurer=MEASURER,
    )


def seven_lanes(height: float = 100.0) -> list[Rect]:
    """The lanes of the seven kinds, all equally high."""
    return [Rect(0.0, lane * height, 900.0, height) for lane in range(7)]
