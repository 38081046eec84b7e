"""What must hold of every chart, whatever is laid out: read from the chart alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import isfinite

from tests.layout.fake_measurer import MEASURER
from timeline_app.drawing.cards import sign_place
from timeline_app.drawing.theme import MEASURES
from timeline_app.layout.chart import Chart, Rect, TextLine
from timeline_app.layout.hits import cluster_at, event_at
from timeline_app.layout.sizes import SIGN_GAP

SLACK = 1e-6
UNSEEN = 0.5  # pixels, less than what one sees


def text_rect(line: TextLine) -> Rect:
    """The rectangle of a line of text."""
    return Rect(
        line.x,
        line.baseline - MEASURER.ascent(line.role),
        MEASURER.width(line.text, line.role),
        MEASURER.height(line.role),
    )


def shrunk(rect: Rect) -> Rect:
    """A rectangle less the errors of rounding."""
    return Rect(rect.x + SLACK, rect.y + SLACK, rect.width - 2 * SLACK, rect.height - 2 * SLACK)


def labels(chart: Chart) -> list[tuple[str, Rect]]:
    """Every text within the plot, with what it belongs to."""
    found = [
        (f"event {mark.event}", text_rect(line)) for mark in chart.events for line in mark.label
    ]
    found += [("cluster", text_rect(one.label)) for one in chart.clusters if one.label]
    found += [("marker", text_rect(one.label)) for one in chart.markers if one.label.text]
    found += [("group", text_rect(line)) for one in chart.groups for line in one.label]
    return found + [("arrow", text_rect(one.label)) for one in chart.arrows if one.label]


def solids(chart: Chart) -> list[tuple[str, Rect]]:
    """Every glyph, bar and count."""
    found = [(f"event {mark.event}", mark.glyph) for mark in chart.events]
    found += [(f"event {mark.event}", bar.rect) for mark in chart.events for bar in mark.bars]
    return found + [("cluster", cluster.rect) for cluster in chart.clusters]


def check_labels_are_free(chart: Chart) -> None:
    """No label overlaps another label, a glyph, a bar or a count other than its own."""
    texts = [(owner, shrunk(rect)) for owner, rect in labels(chart)]
    for (owner, rect), (other, second) in combinations(texts, 2):
        assert not rect.overlaps(second), (owner, rect, other, second)
    for owner, rect in texts:
        for other, second in solids(chart):
            if owner != "cluster" or other != "cluster":
                assert not rect.overlaps(second), (owner, rect, other, second)
    for cluster in chart.clusters:
        if cluster.label is not None:
            assert holds(cluster.rect, text_rect(cluster.label))


def check_solids_are_apart(chart: Chart) -> None:
    """No glyph or count overlaps another one, or the bar of another event."""
    found = [(owner, shrunk(rect)) for owner, rect in solids(chart)]
    for (owner, rect), (other, second) in combinations(found, 2):
        if owner != other or owner == "cluster":
            assert not rect.overlaps(second), (owner, rect, other, second)


def check_signs_are_free(chart: Chart) -> None:
    """Where an event has the sign of how it lies to a chosen one, nothing else is; at the corner of
    a glyph only that is. Only at the left edge of the plot a sign makes do with the room there is.
    """
    taken = [(owner, shrunk(rect)) for owner, rect in [*labels(chart), *solids(chart)]]
    for mark in chart.events:
        x, y = sign_place(mark, chart.header_width)
        if mark.card is None and mark.glyph.x >= chart.header_width + SIGN_GAP:
            across = MEASURES.corner_badge if mark.sign_at_corner else MEASURES.badge
            radius = across / 2 - UNSEEN
            sign = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
            own = f"event {mark.event}" if mark.sign_at_corner else ""
            for owner, rect in taken:
                assert owner == own or not sign.overlaps(rect), (mark.event, sign, owner, rect)


def check_counts_are_told(chart: Chart) -> None:
    """Every count has room for its number, also where the edge of the plot cuts it."""
    assert all(cluster.label is not None for cluster in chart.clusters)


def check_words_are_whole(chart: Chart) -> None:
    """The edge of the plot cuts no words round several events: they would say something else."""
    for group in chart.groups:
        for line in group.label:
            assert holds(plot_of(chart), text_rect(line)), (group, line)


def check_within_plot(chart: Chart) -> None:
    """Nothing leaves the plot."""
    plot = plot_of(chart)
    for owner, rect in [*labels(chart), *solids(chart)]:
        assert holds(plot, rect), (owner, rect, plot)


def check_lanes(chart: Chart) -> None:
    """The lanes lie one under the other, as wide as the chart, within it."""
    assert all(lane.rect.x == 0 and lane.rect.width == chart.width for lane in chart.lanes)
    for upper, lower in pairwise(chart.lanes):
        assert abs(upper.rect.bottom - lower.rect.y) < SLACK
    if chart.lanes:
        assert chart.lanes[-1].rect.bottom <= chart.height - chart.axis_height + SLACK
    for lane in chart.lanes:
        assert lane.rect.y - SLACK <= text_rect(lane.title).y
        assert text_rect(lane.title).bottom <= lane.rect.bottom + SLACK
        assert text_rect(lane.title).right <= chart.header_width
    for mark in chart.events:
        assert any(inside_upright(lane.rect, mark.area) for lane in chart.lanes)


def check_numbers(chart: Chart) -> None:
    """Every number can be painted."""
    numbers = [number for arrow in chart.arrows for point in arrow.points for number in point]
    for _, rect in [*labels(chart), *solids(chart)]:
        numbers += [rect.x, rect.y, rect.width, rect.height]
        assert rect.width >= 0
        assert rect.height > 0
    numbers += [tick.x for tick in chart.ticks] + [marker.x for marker in chart.markers]
    assert all(isfinite(number) and abs(number) < 1e7 for number in numbers)


def check_hits(chart: Chart) -> None:
    """Each event and each count is found at its middle, where that is in the plot."""
    plot = plot_of(chart)
    for mark in chart.events:
        x, y = middle(mark.glyph)
        if plot.contains(x, y):
            assert event_at(chart, x, y) == mark.event
    for cluster in chart.clusters:
        x, y = middle(cluster.rect)
        if plot.contains(x, y):
            assert cluster_at(chart, x, y) is cluster


def check_each_once(chart: Chart, expected: set[int]) -> None:
    """Each expected event is one mark, or in one count, and nothing else is there."""
    found = list(events_in(chart))
    assert len(found) == len(set(found))
    assert set(found) == expected


def events_in(chart: Chart) -> Iterator[int]:
    """Every event of a chart, as a mark or counted."""
    yield from (mark.event for mark in chart.events)
    for cluster in chart.clusters:
        assert len(list(cluster.events)) == cluster.count > 0
        assert all(event in cluster.events for event in cluster.events)
        yield from cluster.events


def plot_of(chart: Chart) -> Rect:
    """Where marks may lie."""
    return Rect(
        chart.header_width, 0.0, chart.width - chart.header_width, chart.height - chart.axis_height
    )


def holds(outer: Rect, inner: Rect) -> bool:
    """Whether a rectangle lies wholly in another."""
    return (
        outer.x - SLACK <= inner.x
        and inner.right <= outer.right + SLACK
        and inside_upright(outer, inner)
    )


def inside_upright(outer: Rect, inner: Rect) -> bool:
    """Whether a rectangle lies in another's height."""
    return outer.y - SLACK <= inner.y and inner.bottom <= outer.bottom + SLACK


def middle(rect: Rect) -> tuple[float, float]:
    """The middle of a rectangle."""
    return rect.x + rect.width / 2, rect.y + rect.height / 2
