"""Both charts of a comparison as one body: one above the other, with the lines of their pairs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from timeline_app.case.model import Kind
from timeline_app.drawing.legend import Meaning, kinds_in, meanings_in
from timeline_app.drawing.pages.body import LaidOutBody
from timeline_app.drawing.paint import NO_EMPHASIS, Describe, paint_chart
from timeline_app.drawing.pair_lines import paint_pair_lines
from timeline_app.drawing.surface import Surface, TextStyle
from timeline_app.drawing.theme import Theme
from timeline_app.layout.chart import Chart
from timeline_app.layout.comparison.compared_charts import ComparedCharts

_SLACK = 2.0


class ComparedBody(NamedTuple):
    """Two charts as a body. `describe` has the words of the events of the first and the second."""

    lay_out_charts: Callable[[float, float], ComparedCharts]
    describe: tuple[Describe, Describe]

    def lay_out(self, width: float, height: float) -> LaidOutBody:
        """Both charts, no higher than their lanes grow."""
        charts = self.lay_out_charts(width, height)
        spare = sum(one.height - _grown(one) for one in (charts.chart_a, charts.chart_b))
        if spare > _SLACK:
            charts = self.lay_out_charts(width, charts.height - spare)

        def paint(surface: Surface, theme: Theme) -> None:
            _paint(charts, self.describe, surface, theme)

        both = (charts.chart_a, charts.chart_b)
        named = all(lane.kind is not None for chart in both for lane in chart.lanes)
        kinds = {kind for chart in both for kind in kinds_in(chart)}
        paired = bool(charts.lines.lines)
        meanings = {one for chart in both for one in meanings_in(chart, NO_EMPHASIS, paired=paired)}
        return LaidOutBody(
            charts.height,
            paint,
            () if named else tuple(kind for kind in Kind if kind in kinds),
            tuple(meaning for meaning in Meaning if meaning in meanings),
        )


def _grown(chart: Chart) -> float:
    return (chart.lanes[-1].rect.bottom if chart.lanes else 0.0) + chart.axis_height


def _paint(
    charts: ComparedCharts, describe: tuple[Describe, Describe], surface: Surface, theme: Theme
) -> None:
    panels = ((charts.chart_a, charts.place_a), (charts.chart_b, charts.place_b))
    for (chart, place), words in zip(panels, describe, strict=True):
        with surface.shifted(*place):
            paint_chart(chart, surface, theme, NO_EMPHASIS, words)
    for line in charts.titles:
        style = TextStyle(theme.text_colour(line.role))
        surface.text((line.x, line.baseline), line.text, line.role, style)
    paint_pair_lines(charts.lines.lines, surface, theme)
