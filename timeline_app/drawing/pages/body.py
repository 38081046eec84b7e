"""What fills a page between its words: anything that can be laid out for a width and a height."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeAlias

from timeline_app.case.model import Kind
from timeline_app.drawing.legend import Meaning, kinds_in, meanings_in
from timeline_app.drawing.paint import NO_EMPHASIS, Describe, label_words, paint_chart
from timeline_app.drawing.surface import Surface
from timeline_app.drawing.theme import Theme
from timeline_app.layout.chart import Chart

PaintBody: TypeAlias = Callable[[Surface, Theme], None]


class LaidOutBody(NamedTuple):
    """A body for one page: its height, how it is painted, and what a legend has to explain."""

    height: float
    paint_on: PaintBody
    kinds: tuple[Kind, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    def paint(self, surface: Surface, theme: Theme) -> None:
        """Paint it, its top left corner at the surface's origin."""
        self.paint_on(surface, theme)


class PageBody(Protocol):
    """A chart, two charts one under the other, or whatever else is as wide as a page."""

    def lay_out(self, width: float, height: float) -> LaidOutBody:
        """Lay it out; it may come out higher where it needs more, or lower where it needs less."""


class ChartBody(NamedTuple):
    """A chart as a body. `lay_out_chart` may give a chart that is higher than was asked for."""

    lay_out_chart: Callable[[float, float], Chart]
    describe: Describe = label_words

    def lay_out(self, width: float, height: float) -> LaidOutBody:
        """The chart, no higher than its lanes grow."""
        chart = self.lay_out_chart(width, height)
        grown = (chart.lanes[-1].rect.bottom if chart.lanes else 0.0) + chart.axis_height
        if grown < chart.height - 1.0:
            chart = self.lay_out_chart(width, grown)

        def paint(surface: Surface, theme: Theme) -> None:
            paint_chart(chart, surface, theme, NO_EMPHASIS, self.describe)

        # Lanes of kinds name them already.
        named = any(lane.kind is not None for lane in chart.lanes)
        return LaidOutBody(
            chart.height,
            paint,
            () if named else kinds_in(chart),
            meanings_in(chart, NO_EMPHASIS),
        )
