"""A chart is painted whole, back to front, and the same way for every selection."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.drawing.example_charts import calendar_chart, crowded_chart, order_chart
from tests.drawing.recording_surface import RecordingSurface
from timeline_app.drawing.paint import EventWords, paint_chart
from timeline_app.drawing.theme import LIGHT, THEMES, Theme
from timeline_app.layout.chart import Chart, Emphasis, EventMark, Rect

CHARTS = {"order": order_chart(), "calendar": calendar_chart()}
every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))


def painted(chart: Chart, emphasis: Emphasis | None = None) -> RecordingSurface:
    surface = RecordingSurface()
    paint_chart(chart, surface, LIGHT, emphasis or Emphasis())
    return surface


@every_chart
def test_every_text_of_the_chart_is_painted_where_it_was_laid_out(chart: Chart) -> None:
    lines = [line for mark in chart.events for line in mark.label]
    lines += [lane.title for lane in chart.lanes]
    lines += [line for group in chart.groups for line in group.label]
    lines += [marker.label for marker in chart.markers]
    lines += [tick.label for tick in chart.ticks if tick.label is not None]
    lines += [arrow.label for arrow in chart.arrows if arrow.label is not None]
    lines += [cluster.label for cluster in chart.clusters if cluster.label is not None]
    lines += chart.notes
    drawn = {(text.what.text, text.what.place, text.what.role) for text in painted(chart).texts}
    assert {(line.text, (line.x, line.baseline), line.role) for line in lines} <= drawn
    assert len(drawn) == len(lines) + 1, "only “not told” is added"


@every_chart
def test_each_event_is_a_group_of_its_own(chart: Chart) -> None:
    surface = painted(chart)
    groups = [identity for identity, _, _ in surface.groups]
    assert len(groups) == len(set(groups))
    for mark in chart.events:
        assert f"event-{mark.event}" in groups
        for line in mark.label:
            assert f"event-{mark.event}" in surface.text_of(line.text).groups


def test_a_surface_that_keeps_words_is_told_the_events_words() -> None:
    def describe(mark: EventMark) -> EventWords:
        return EventWords(f"case-{mark.event}", "whole title", "no later than 15 April 2025")

    surface = RecordingSurface()
    paint_chart(order_chart(), surface, LIGHT, describe=describe)
    assert ("case-3", "whole title", "no later than 15 April 2025") in surface.groups


@every_chart
def test_nothing_of_the_plot_leaves_the_plot(chart: Chart) -> None:
    surface = painted(chart)
    plot = Rect(
        chart.header_width, 0.0, chart.width - chart.header_width, chart.height - chart.axis_height
    )
    for mark in chart.events:
        for line in mark.label:
            assert surface.text_of(line.text).clips == (plot,)
    for lane in chart.lanes:
        assert surface.text_of(lane.title.text).clips == ()


def test_arrows_lie_beneath_cards() -> None:
    surface = painted(order_chart())
    arrows = [shape.at for shape in surface.shapes if "arrows" in shape.groups]
    cards = [box.at for box in surface.boxes if box.groups]
    assert max(arrows) < min(cards)


def test_chosen_events_come_last() -> None:
    surface = painted(order_chart(), Emphasis(selected=0, other=4, hovered=2))
    groups = [identity for identity, _, _ in surface.groups if identity.startswith("event-")]
    assert groups[-3:] == ["event-2", "event-4", "event-0"]


def test_arrows_of_the_selected_event_are_stronger() -> None:
    surface = painted(order_chart(), Emphasis(selected=4))
    strong = [
        shape
        for shape in surface.shapes
        if shape.pen and shape.pen.colour == LIGHT.arrow_strong and "arrows" in shape.groups
    ]
    assert len(strong) == 3


@every_chart
def test_signs_come_above_everything_and_reach_the_edge_of_the_plot(chart: Chart) -> None:
    surface = painted(chart, Emphasis(selected=3, before=frozenset({0, 1})))
    signs = [shape for shape in surface.shapes if shape.groups == ("signs",)]
    assert len(signs) == 4
    assert min(shape.at for shape in signs) > max(text.at for text in surface.texts)
    (room,) = signs[0].clips
    assert room.x < chart.header_width


@every_chart
def test_a_selection_moves_nothing(chart: Chart) -> None:
    emphasis = Emphasis(selected=3, before=frozenset({0, 1}), not_established=frozenset({2}))
    usual, chosen = painted(chart), painted(chart, emphasis)
    assert {(text.what.text, text.what.place) for text in usual.texts} == {
        (text.what.text, text.what.place) for text in chosen.texts
    }


def test_without_lanes_of_kinds_a_cluster_shows_its_kind() -> None:
    chart = calendar_chart()
    actors = replace(
        chart, events=(), arrows=(), lanes=tuple(replace(lane, kind=None) for lane in chart.lanes)
    )
    assert len(painted(actors).shapes) == 1
    assert not painted(replace(actors, lanes=())).texts[0].groups


def test_a_cluster_that_holds_the_selected_event_is_told_apart() -> None:
    surface = painted(calendar_chart(), Emphasis(selected=25))
    assert LIGHT.accent in {box.pen.colour for box in surface.boxes if box.pen is not None}


def test_an_empty_chart_is_a_background() -> None:
    surface = painted(Chart(300.0, 200.0, 0.0, 0.0))
    assert [box.what.rect for box in surface.boxes] == [Rect(0.0, 0.0, 300.0, 200.0)]
    assert not surface.texts


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_every_colour_is_the_themes(theme: Theme) -> None:
    surface = RecordingSurface()
    paint_chart(calendar_chart(), surface, theme, Emphasis(selected=1, after=frozenset({2})))
    known = {
        getattr(theme, name) for name in theme.__struct_fields__ if name not in ("name", "kinds")
    }
    for kind in theme.kinds.values():
        known |= {kind.fill, kind.edge, kind.wash}
    assert surface.colours() <= known


def test_a_crowded_chart_is_painted_whole() -> None:
    surface = painted(crowded_chart(50))
    assert sum(identity.startswith("event-") for identity, _, _ in surface.groups) == 50
