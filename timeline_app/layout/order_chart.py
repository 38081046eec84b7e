"""The order chart: columns are the layers of what is certain, and never dates.

Rules:
* How events are shown follows the width of a column: cards; in small cases chips; glyphs; counts
  of several columns (`order_sheet.Arrangement`).
* The height of a lane comes from all columns, not from those in view, so that no lane jumps while
  the view is moved.
* What lies in a column that an edge of the plot cuts goes on beyond that edge; the painter clips.
  Everything else lies within the plot.
* Every shown event of a column in view is a mark or in exactly one cluster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline_app.case.solving.arrows import OrderArrow
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import Chart, Cluster, EventMark, Rect, TextMeasurer
from timeline_app.layout.column_ties import ColumnTie, arrow_columns, column_ties, told_gaps
from timeline_app.layout.columns import columns_of
from timeline_app.layout.extent import column_extent
from timeline_app.layout.lanes import header_width, lane_need, named_lanes, stack_lanes
from timeline_app.layout.notes import note_lines, order_notes
from timeline_app.layout.options import ChartOptions, OrderView
from timeline_app.layout.order_arrows import MOST, ArrowDrawing
from timeline_app.layout.order_cards import CARD_COLUMN, CardArrangement
from timeline_app.layout.order_chips import CHIP_COLUMN, ChipArrangement
from timeline_app.layout.order_glyphs import GLYPH_COLUMN, CountArrangement, GlyphArrangement
from timeline_app.layout.order_groups import Tied, tie_boxes
from timeline_app.layout.order_index import order_index
from timeline_app.layout.order_sheet import Arrangement, OrderSheet
from timeline_app.layout.scale import ColumnScale
from timeline_app.layout.sizes import Sizes

FEW = 60
"""Up to so many events are chips where columns are too narrow for cards."""
NOTE_AIR = 6.0
REMARK = 72.0
"""At the left edge of a lane in which nothing is shown the painter says so; it takes so much."""
LEAST_COLUMNS = 0.1
TOO_MANY_ARROWS = f"No arrows here: there are more than {MOST} in view"


def lay_out_order(
    chronology: Chronology, view: OrderView, options: ChartOptions, measurer: TextMeasurer
) -> Chart:
    """The chart of a case over the columns of the view.

    The chart is as wide as the view, and as high or, where the lanes need more, higher.
    """
    sheet = _sheet(chronology, view, options, measurer)
    sizes, header = sheet.sizes, sheet.scale.left
    ties = column_ties(chronology, options.hidden)
    arrangement = _arrangement(sheet, ties)
    wanted = _wanted_arrows(chronology, sheet, arrangement, options)
    notes = _notes(chronology, options, too_many=len(wanted) > MOST)
    band = _band(chronology, options, sizes)
    lanes = _stacked(sheet, arrangement, view.height - band)
    height = max(view.height, (lanes[-1].bottom if lanes else 0.0) + band)
    arrangement.place_in(lanes)
    marks, clusters = arrangement.marks()
    boxes = _boxes(sheet, lanes, marks, clusters)
    # Glyphs stand too close for arrows to go round them, or for boxes and gaps to be told apart.
    cards = isinstance(arrangement, CardArrangement | ChipArrangement)
    tied = tie_boxes(sheet, arrangement, ties, boxes) if cards else Tied((), ())
    taken = [*boxes, *tied.words]
    channels = [*(rect.y for rect in lanes[1:]), *arrangement.row_gaps()]
    drawing = ArrowDrawing(sheet, arrangement, taken if cards else (), channels)
    plot = Rect(header, 0.0, sheet.scale.width, height - band)
    return Chart(
        width=view.width,
        height=height,
        header_width=header,
        axis_height=band,
        lanes=named_lanes(sheet.index.names, lanes, view.width, header, measurer),
        groups=tied.groups,
        arrows=drawing.arrows(
            wanted if len(wanted) <= MOST else [],
            told_gaps(chronology) if cards else {},
            taken,
            plot,
        ),
        clusters=tuple(clusters),
        events=tuple(sorted(marks, key=lambda mark: chronology.position[mark.event])),
        notes=note_lines(notes, view.width, height - band + NOTE_AIR, sizes, measurer),
    )


def _boxes(
    sheet: OrderSheet,
    lanes: Sequence[Rect],
    marks: Sequence[EventMark],
    clusters: Sequence[Cluster],
) -> list[Rect]:
    """What words must not touch and arrows should not run through: cards, titles beside them,
    counts, and what is said of a lane in which nothing is shown."""
    cards = [mark.area if mark.card is None else mark.card for mark in marks]
    beside = [
        Rect(mark.area.x, mark.area.y, mark.card.x - mark.area.x, mark.area.height)
        for mark in marks
        if mark.card is not None and mark.area.x < mark.card.x
    ]
    remarks = [
        Rect(sheet.scale.left, rect.y, REMARK, rect.height)
        for name, rect in zip(sheet.index.names, lanes, strict=True)
        if not name.shown
    ]
    return [*cards, *beside, *remarks, *(cluster.rect for cluster in clusters)]


def _sheet(
    chronology: Chronology, view: OrderView, options: ChartOptions, measurer: TextMeasurer
) -> OrderSheet:
    index = order_index(chronology, options.lanes_by, options.hidden)
    header = min(header_width(index.names, measurer), view.width / 2)
    last = max(view.last, view.first + LEAST_COLUMNS)
    return OrderSheet(
        case=chronology.case,
        position=chronology.position,
        layers=chronology.layers,
        times=columns_of(chronology),
        extent=column_extent(chronology),
        index=index,
        scale=ColumnScale(view.first, last, header, max(view.width - header, 1.0)),
        sizes=Sizes.of(measurer, options.density),
        measurer=measurer,
    )


def _arrangement(sheet: OrderSheet, ties: Mapping[int, ColumnTie]) -> Arrangement:
    """How events are shown at this width of a column."""
    column = sheet.scale.column_width
    if column >= CARD_COLUMN:
        return CardArrangement(sheet, ties)
    if column >= CHIP_COLUMN and sheet.index.shown <= FEW:
        return ChipArrangement(sheet)
    return GlyphArrangement(sheet) if column >= GLYPH_COLUMN else CountArrangement(sheet)


def _wanted_arrows(
    chronology: Chronology, sheet: OrderSheet, arrangement: Arrangement, options: ChartOptions
) -> list[OrderArrow]:
    """The arrows of which an event is in view; none among counts."""
    if not options.arrows or isinstance(arrangement, CountArrangement):
        return []
    hidden = options.hidden
    return [
        arrow
        for arrow in arrow_columns(chronology).touching(sheet.visible)
        if arrow.first not in hidden and arrow.second not in hidden
    ]


def _notes(chronology: Chronology, options: ChartOptions, *, too_many: bool) -> tuple[str, ...]:
    if not options.notes:
        return ()
    notes = order_notes(chronology, len(options.hidden), options.lanes_by)
    return (*notes, TOO_MANY_ARROWS) if too_many else notes


def _band(chronology: Chronology, options: ChartOptions, sizes: Sizes) -> float:
    """The height of the notes, with room for the one that comes and goes with the view."""
    many = options.arrows and len(arrow_columns(chronology).arrows) > MOST
    most = len(_notes(chronology, options, too_many=many))
    return most * sizes.note + 2 * NOTE_AIR if most else 0.0


def _stacked(sheet: OrderSheet, arrangement: Arrangement, available: float) -> tuple[Rect, ...]:
    needs = [
        lane_need(name, arrangement.contents_height(lane), sheet.sizes)
        for lane, name in enumerate(sheet.index.names)
    ]
    return stack_lanes(needs, 0.0, available)
