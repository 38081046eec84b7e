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

from msgspec.structs import replace

from timeline_app.case.solving.arrows import OrderArrow
from timeline_app.layout.chart import Chart, Cluster, EventMark, Heights, Rect, TextMeasurer
from timeline_app.layout.column_ties import ColumnTie, arrow_columns, column_ties, told_gaps
from timeline_app.layout.counts import Counts
from timeline_app.layout.extent import column_extent
from timeline_app.layout.lanes import lane_need, named_lanes, shared_header, stack_lanes
from timeline_app.layout.notes import note_lines, order_notes
from timeline_app.layout.options import ChartOptions, OrderView
from timeline_app.layout.order_arrows import MOST, ArrowDrawing
from timeline_app.layout.order_cards import CARD_COLUMN, TWO_LINE_COLUMN, CardArrangement
from timeline_app.layout.order_chips import CHIP_COLUMN, ChipArrangement
from timeline_app.layout.order_glyphs import GLYPH_COLUMN, CountArrangement, GlyphArrangement
from timeline_app.layout.order_groups import Tied, tie_boxes
from timeline_app.layout.order_index import order_index
from timeline_app.layout.order_sheet import Arrangement, OrderSheet
from timeline_app.layout.scale import ColumnScale
from timeline_app.layout.sizes import Sizes
from timeline_app.layout.standing import Standing

FEW = 60
"""Up to so many events are chips where columns are too narrow for cards."""
NOTE_AIR = 6.0
REMARK = 72.0
"""At the left edge of a lane in which nothing is shown the painter says so; it takes so much."""
LEAST_COLUMNS = 0.1
TOO_MANY_ARROWS = f"No arrows here: there are more than {MOST} in view"


def lay_out_order(
    standing: Standing, view: OrderView, options: ChartOptions, measurer: TextMeasurer
) -> Chart:
    """The chart of a case over the columns of the view.

    The chart is as wide as the view, and as high or, where the lanes need more, higher.
    """
    chronology = standing.chronology
    sheet = _sheet(standing, view, options, measurer)
    sizes, header = sheet.sizes, sheet.scale.left
    ties = _ties_here(column_ties(standing, options.hidden), options.elsewhere)
    arrangement = _arrangement(sheet, ties)
    wanted = _wanted_arrows(standing, sheet, arrangement, options)
    # A page can't be zoomed until there are fewer: it has them all.
    too_many = len(wanted) > MOST and not options.whole_titles
    notes = _notes(standing, options, too_many=too_many)
    own = Heights(0.0, _needs(sheet, arrangement), _band(standing, options, sizes))
    needs = own.beside(options.beside)
    band = needs.foot
    lanes = stack_lanes(needs.lanes, needs.top, view.height - needs.top - band)
    height = max(view.height, (lanes[-1].bottom if lanes else 0.0) + band)
    arrangement.place_in(lanes)
    marks, clusters = arrangement.marks()
    positions = sheet.index.positions
    # Glyphs stand too close for arrows to go round them, or for boxes and gaps to be told apart.
    cards = isinstance(arrangement, CardArrangement | ChipArrangement)
    boxes = _boxes(sheet, lanes, marks, clusters) if cards else []
    tied = tie_boxes(sheet, arrangement, ties, boxes) if cards else Tied((), ())
    taken = [*boxes, *tied.words]
    channels = [*(rect.y for rect in lanes[1:]), *arrangement.row_gaps()]
    drawing = ArrowDrawing(sheet, arrangement, taken, channels)
    plot = Rect(header, 0.0, sheet.scale.width, height - band)
    return Chart(
        width=view.width,
        height=height,
        header_width=header,
        axis_height=band,
        lanes=named_lanes(sheet.index.names, lanes, view.width, header, measurer),
        groups=tied.groups,
        arrows=drawing.arrows(
            [] if too_many else wanted,
            told_gaps(chronology).of if cards else _nothing_told,
            taken,
            plot,
        ),
        clusters=clusters if isinstance(clusters, Counts) else tuple(clusters),
        events=tuple(sorted(marks, key=lambda mark: positions[mark.event])),
        notes=note_lines(notes, view.width, height - band + NOTE_AIR, sizes, measurer),
        heights=own,
    )


def _nothing_told(_first: int, _second: int) -> str:
    return ""


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
    standing: Standing, view: OrderView, options: ChartOptions, measurer: TextMeasurer
) -> OrderSheet:
    chronology = standing.chronology
    index = order_index(standing, options.lanes_by, options.left_out)
    header = shared_header(index.names, options, view.width, measurer)
    last = max(view.last, view.first + LEAST_COLUMNS)
    return OrderSheet(
        case=chronology.case,
        layers=standing.layers,
        times=standing.times,
        extent=column_extent(standing),
        index=index,
        most_shown=max(index.shown, options.most_shown),
        scale=ColumnScale(view.first, last, header, max(view.width - header, 1.0)),
        sizes=Sizes.of(measurer, options.density),
        measurer=measurer,
        whole=options.whole_titles,
        numbers=options.numbers,
    )


def _arrangement(sheet: OrderSheet, ties: Mapping[int, ColumnTie]) -> Arrangement:
    """How events are shown at this width of a column."""
    column = sheet.scale.column_width
    is_small = column >= CHIP_COLUMN and sheet.most_shown <= FEW
    if column >= (TWO_LINE_COLUMN if is_small and not sheet.whole else CARD_COLUMN):
        return CardArrangement(sheet, ties)
    if is_small or sheet.whole:
        return ChipArrangement(sheet)
    return GlyphArrangement(sheet) if column >= GLYPH_COLUMN else CountArrangement(sheet)


def _wanted_arrows(
    standing: Standing, sheet: OrderSheet, arrangement: Arrangement, options: ChartOptions
) -> list[OrderArrow]:
    """The arrows of which an event is in view; none among counts."""
    if not options.arrows or isinstance(arrangement, CountArrangement):
        return []
    hidden = options.left_out
    return [
        arrow
        for arrow in arrow_columns(standing).touching(sheet.visible)
        if arrow.first not in hidden and arrow.second not in hidden
    ]


def _notes(standing: Standing, options: ChartOptions, *, too_many: bool) -> tuple[str, ...]:
    if not options.notes:
        return ()
    notes = order_notes(standing, len(options.hidden), options.lanes_by)
    return (*notes, TOO_MANY_ARROWS) if too_many else notes


def _band(standing: Standing, options: ChartOptions, sizes: Sizes) -> float:
    """The height of the notes, with room for the one that comes and goes with the view."""
    many = options.arrows and len(arrow_columns(standing).arrows) > MOST
    most = len(_notes(standing, options, too_many=many))
    return most * sizes.note + 2 * NOTE_AIR if most else 0.0


def _needs(sheet: OrderSheet, arrangement: Arrangement) -> tuple[float, ...]:
    """What each lane needs."""
    heights = [arrangement.contents_height(lane) for lane in range(len(sheet.index.names))]
    return tuple(
        lane_need(name, height, sheet.sizes) if height or not sheet.whole else -sheet.sizes.faint
        for name, height in zip(sheet.index.names, heights, strict=True)
    )


def _ties_here(ties: Mapping[int, ColumnTie], elsewhere: frozenset[int]) -> Mapping[int, ColumnTie]:
    """The ties with what of them is on this page; what is elsewhere still bears them out."""
    if not elsewhere:
        return ties
    here = {column: replace(tie, events=tie.events - elsewhere) for column, tie in ties.items()}
    return {column: tie for column, tie in here.items() if tie.events}
