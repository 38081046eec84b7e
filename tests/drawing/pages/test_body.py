"""A chart as the body of a page."""

from __future__ import annotations

from msgspec.structs import replace

from tests.drawing.example_charts import order_chart
from tests.drawing.recording_surface import RecordingSurface
from timeline_app.drawing.legend import Meaning
from timeline_app.drawing.pages.body import ChartBody
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Chart


def lay_out(width: float, height: float) -> Chart:
    """The example, whose lanes don't grow."""
    chart = order_chart()
    return replace(chart, width=width, height=max(chart.height, height))


def test_a_body_is_no_higher_than_its_lanes_grow() -> None:
    chart = order_chart()
    natural = chart.lanes[-1].rect.bottom + chart.axis_height
    body = ChartBody(lay_out).lay_out(chart.width, 5_000.0)
    assert body.height == max(natural, chart.height)
    assert body.height < 1_000


def test_it_says_what_a_legend_must_explain() -> None:
    body = ChartBody(lay_out).lay_out(816.0, 10.0)
    assert body.kinds == ()  # its lanes name them
    assert Meaning.STATED in body.meanings

    def by_actor(width: float, height: float) -> Chart:
        chart = lay_out(width, height)
        return replace(chart, lanes=tuple(replace(lane, kind=None) for lane in chart.lanes))

    assert len(ChartBody(by_actor).lay_out(816.0, 10.0).kinds) > 2


def test_it_paints_the_chart() -> None:
    surface = RecordingSurface()
    ChartBody(lay_out).lay_out(816.0, 10.0).paint(surface, LIGHT)
    assert "Contact" in surface.strings()
