"""Both charts of a comparison for one page, with their titles and the lines between them.

Rules:
* Both have one width, one header and one scale, so that equal places mean equal columns or times.
* One above the other, each is as high as it needs, and what is left of the page is shared out in
  that proportion. Side by side both are as high as the higher one, and so are their lanes.
* A page that is too low comes out higher than it was asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.case.comparing.pairing import Pair
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Chart, Rect, TextLine, TextMeasurer, TextRole
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import ComparedStandings, compared_extent
from timeline_app.layout.comparison.pair_lines import PairLines, pair_index, pair_lines
from timeline_app.layout.comparison.panels import Panel, panel_of, panel_options
from timeline_app.layout.labels import elided
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.layout.standing import Standing

INSET = 16.0
"""From the left edge of a panel to its title."""
TITLE_AIR = 8.0
"""Above and below a title."""
BETWEEN = 12.0
"""Between two panels."""
NO_EXTENT = (0.0, 1.0)

Point = tuple[float, float]


class ComparedCharts(NamedTuple):
    """Both charts in the pixels of a page: the top left corner of each, its title, the lines."""

    width: float
    height: float
    chart_a: Chart
    place_a: Point
    chart_b: Chart
    place_b: Point
    titles: tuple[TextLine, ...]
    lines: PairLines


class ComparedPage(NamedTuple):
    """What a page of two cases is asked for. `options` are those of the first and of the second
    case; `first` and `last`, where given, are the stretch that both show."""

    align: Align
    width: float
    height: float
    options: tuple[ChartOptions, ChartOptions] = (ChartOptions(), ChartOptions())
    stacked: bool = True
    chosen: Pair | None = None
    stretch: tuple[float, float] | None = None


def lay_out_compared(
    comparison: CaseComparison,
    standings: ComparedStandings,
    page: ComparedPage,
    measurer: TextMeasurer,
) -> ComparedCharts:
    """Both charts on one page."""
    band = measurer.height(TextRole.TITLE) + 2 * TITLE_AIR
    options = panel_options(standings, page.align, page.options, measurer)
    width = page.width if page.stacked else (page.width - BETWEEN) / 2
    make = _layouts(standings, page, options, width, measurer)
    if not page.stacked:
        alone = [one(1.0).heights for one in make]
        beside = alone[0].beside(alone[1])
        options = replace(options[0], beside=beside), replace(options[1], beside=beside)
        make = _layouts(standings, page, options, width, measurer)
    heights = _heights([one(1.0).height for one in make], page, band)
    charts = [one(height) for one, height in zip(make, heights, strict=True)]
    if page.stacked:
        places = [(0.0, band), (0.0, band + charts[0].height + BETWEEN + band)]
    else:
        places = [(0.0, band), (width + BETWEEN, band)]
    views = [_view(standings, page, width, chart.height) for chart in charts]
    both = zip((standings.a, standings.b), views, charts, places, options, strict=True)
    a, b = (_whole_panel(*one) for one in both)
    titles = tuple(
        _title(letter, standing, place, band, width, measurer)
        for letter, standing, place in zip("AB", (standings.a, standings.b), places, strict=True)
    )
    words = [_around(title, measurer) for title in titles]
    lines = pair_lines(a, b, pair_index(comparison), measurer, page.chosen, words)
    return ComparedCharts(
        page.width,
        max(one.y + one.chart.height for one in (a, b)),
        charts[0],
        places[0],
        charts[1],
        places[1],
        titles,
        lines,
    )


def _layouts(
    standings: ComparedStandings,
    page: ComparedPage,
    options: tuple[ChartOptions, ChartOptions],
    width: float,
    measurer: TextMeasurer,
) -> list[Callable[[float], Chart]]:
    """What lays out each chart for a height."""

    def layout(standing: Standing, chosen: ChartOptions) -> Callable[[float], Chart]:
        def lay_out(height: float) -> Chart:
            view = _view(standings, page, width, height)
            if isinstance(view, OrderView):
                return lay_out_order(standing, view, chosen, measurer)
            return lay_out_calendar(standing, view, chosen, measurer)

        return lay_out

    return [layout(standings.a, options[0]), layout(standings.b, options[1])]


def _view(
    standings: ComparedStandings, page: ComparedPage, width: float, height: float
) -> CalendarView | OrderView:
    first, last = page.stretch or compared_extent(standings, page.align) or NO_EXTENT
    if page.align is Align.ORDER:
        return OrderView(first, last, width, height)
    return CalendarView(round(first), round(last), width, height)


def _heights(needs: list[float], page: ComparedPage, band: float) -> list[float]:
    """The heights of both charts, from what each needs at least."""
    if not page.stacked:
        return [max(*needs, page.height - band)] * 2
    room = page.height - 2 * band - BETWEEN
    factor = max(1.0, room / sum(needs))
    return [need * factor for need in needs]


def _whole_panel(
    standing: Standing,
    view: CalendarView | OrderView,
    chart: Chart,
    place: Point,
    options: ChartOptions,
) -> Panel:
    clip = Rect(*place, chart.width, chart.height)
    return panel_of(standing, view, chart, place, clip, options.left_out)


def _title(
    letter: str,
    standing: Standing,
    place: Point,
    band: float,
    width: float,
    measurer: TextMeasurer,
) -> TextLine:
    text = f"{letter} · {standing.chronology.case.title}"
    shown = elided(text, width - 2 * INSET, TextRole.TITLE, measurer)
    baseline = place[1] - band + TITLE_AIR + measurer.ascent(TextRole.TITLE)
    return TextLine(place[0] + INSET, baseline, shown, TextRole.TITLE)


def _around(title: TextLine, measurer: TextMeasurer) -> Rect:
    top = title.baseline - measurer.ascent(title.role)
    width = measurer.width(title.text, title.role)
    return Rect(title.x - TITLE_AIR, top, width + 2 * TITLE_AIR, measurer.height(title.role))
