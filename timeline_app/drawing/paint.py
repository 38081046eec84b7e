"""The one painter: a laid-out chart on any surface, back to front.

Rules:
* Paints what the chart holds and nothing else; it measures, lays out and decides nothing.
* What depends on the selection comes in the emphasis, so that a click only paints again.
* Groups name the parts for surfaces that keep names: "lanes", "arrows", one for each event.
* Chosen and hovered events come last, so that no neighbour covers their outline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeAlias

from msgspec import Struct

from timeline_app.drawing.arrows import paint_arrow, paint_arrow_label
from timeline_app.drawing.breaks import (
    paint_axis_breaks,
    paint_break_bands,
    paint_broken_bars,
)
from timeline_app.drawing.cards import (
    Choice,
    Look,
    look_of,
    paint_event,
    paint_sign,
    sign_place,
)
from timeline_app.drawing.counts import paint_counts
from timeline_app.drawing.event_rows import SignColumns, paint_event_rows, paint_sign_columns
from timeline_app.drawing.lanes import (
    paint_axis,
    paint_bands,
    paint_grid,
    paint_group,
    paint_lane_names,
    paint_marker,
)
from timeline_app.drawing.surface import Surface, TextStyle
from timeline_app.drawing.theme import MEASURES, Theme
from timeline_app.layout.chart import (
    Arrow,
    Chart,
    Emphasis,
    EventMark,
    Rect,
)
from timeline_app.layout.counts import Counts
from timeline_app.layout.event_rows import EventRows

NO_EMPHASIS = Emphasis()


class EventWords(Struct, frozen=True, gc=False):
    """What a surface that keeps words is told of an event."""

    identity: str
    title: str
    description: str


Describe: TypeAlias = Callable[[EventMark], EventWords]


def label_words(mark: EventMark) -> EventWords:
    """The words of an event as far as a chart knows them: its index, label and kind."""
    title = " ".join(line.text for line in mark.label)
    return EventWords(f"event-{mark.event}", title, mark.kind.value)


def paint_chart(
    chart: Chart,
    surface: Surface,
    theme: Theme,
    emphasis: Emphasis = NO_EMPHASIS,
    describe: Describe | None = label_words,
) -> None:
    """Paints a chart, its top left corner at the surface's origin.

    Args:
        chart: what to paint.
        surface: where to paint it.
        theme: its colours.
        emphasis: what is selected and how the others lie to it.
        describe: words for each event, for surfaces that keep them; None for one that keeps none.
    """
    with surface.gathered():
        _paint_parts(chart, surface, theme, emphasis, describe)


def _paint_parts(
    chart: Chart,
    surface: Surface,
    theme: Theme,
    emphasis: Emphasis,
    describe: Describe | None,
) -> None:
    bottom = chart.height - chart.axis_height
    plot = Rect(chart.header_width, 0.0, max(0.0, chart.width - chart.header_width), bottom)
    paint_bands(surface, theme, chart)
    with surface.clip(plot):
        _paint_ground(chart, surface, theme, bottom)
        _paint_arrows(chart, surface, theme, emphasis)
        _paint_clusters(chart, surface, theme, emphasis)
        marks, signs = _paint_events(chart, surface, theme, emphasis, describe)
        paint_broken_bars(surface, theme, chart)
    with surface.group("lanes", "Lanes", ""):
        names = partial(paint_lane_names, surface, theme, chart.lanes, chart.header_width)
        surface.repeated((chart.lanes, chart.header_width, theme), names)
    with surface.group("axis", "Axis", ""):
        paint_axis(surface, theme, chart)
        paint_axis_breaks(surface, theme, chart)
    for note in chart.notes:
        style = TextStyle(theme.text_colour(note.role))
        surface.text((note.x, note.baseline), note.text, note.role, style)
    _paint_signs(marks, signs, plot, surface, theme)


def _paint_ground(chart: Chart, surface: Surface, theme: Theme, bottom: float) -> None:
    paint_break_bands(surface, theme, chart)
    paint_grid(surface, theme, chart.ticks, bottom)
    for marker in chart.markers:
        paint_marker(surface, theme, marker, bottom)
    for group in chart.groups:
        paint_group(surface, theme, group)


def _paint_arrows(chart: Chart, surface: Surface, theme: Theme, emphasis: Emphasis) -> None:
    chosen = emphasis.selected
    usual: list[Arrow] = []
    strong: list[Arrow] = []
    for arrow in chart.arrows:
        at_chosen = chosen is not None and chosen in (arrow.first, arrow.second)
        (strong if at_chosen else usual).append(arrow)
    with surface.group("arrows", "Order", ""):
        for arrow in usual:
            paint_arrow(surface, theme, arrow)
        for arrow in strong:
            paint_arrow(surface, theme, arrow, strong=True)
        for arrow in usual:
            paint_arrow_label(surface, theme, arrow)
        for arrow in strong:
            paint_arrow_label(surface, theme, arrow, strong=True)


def _paint_clusters(chart: Chart, surface: Surface, theme: Theme, emphasis: Emphasis) -> None:
    clusters = chart.clusters
    single = clusters.single if isinstance(clusters, Counts) else clusters
    columns = clusters.columns if isinstance(clusters, Counts) else None
    chosen: set[int] = set()
    for event in (emphasis.selected, emphasis.other):
        if event is not None:
            chosen.update(place for place, one in enumerate(single) if event in one.events)
            place = None if columns is None else columns.place_of(event)
            chosen.update(() if place is None else (len(single) + place,))
    with_glyph = all(lane.kind is None for lane in chart.lanes)
    paint_counts(surface, theme, single, columns, sorted(chosen), with_glyph=with_glyph)


def _paint_events(
    chart: Chart, surface: Surface, theme: Theme, emphasis: Emphasis, describe: Describe | None
) -> tuple[list[tuple[EventMark, Look]], SignColumns | None]:
    """Paints the events, the chosen ones last; gives them in that order, each with its look. Those
    that could be painted together are not among them; of these the signs are given."""
    events: Iterable[EventMark] = chart.events
    signs: SignColumns | None = None
    if isinstance(events, EventRows) and describe is None:
        events, signs = paint_event_rows(surface, theme, events, emphasis)
    usual: list[tuple[EventMark, Look]] = []
    last: list[tuple[EventMark, Look]] = []
    for mark in events:
        look = look_of(mark.event, emphasis)
        stands_out = look.hovered or look.choice is not Choice.NONE
        (last if stands_out else usual).append((mark, look))
    last.sort(key=lambda pair: _RANKS[pair[1].choice])
    marks = usual + last
    for mark, look in marks:
        if describe is None:
            paint_event(surface, theme, mark, look)
            continue
        words = describe(mark)
        with surface.group(words.identity, words.title, words.description):
            paint_event(surface, theme, mark, look)
    return marks, signs


_RANKS = {Choice.NONE: 0, Choice.OTHER: 1, Choice.SELECTED: 2}


def _paint_signs(
    marks: list[tuple[EventMark, Look]],
    columns: SignColumns | None,
    plot: Rect,
    surface: Surface,
    theme: Theme,
) -> None:
    """Paints the signs above everything, and a little beyond the left edge of the plot."""
    signed = [(mark, look.sign) for mark, look in marks if look.sign is not None]
    if not signed and columns is None:
        return
    beyond = MEASURES.badge
    room = Rect(plot.x - beyond, plot.y, plot.width + beyond, plot.height)
    with surface.clip(room), surface.group("signs", "Against the selected event", ""):
        if columns is not None:
            paint_sign_columns(surface, theme, columns, plot.x)
        for mark, sign in signed:
            centre = sign_place(mark, plot.x)
            paint_sign(surface, theme, sign, centre, at_corner=mark.sign_at_corner)
