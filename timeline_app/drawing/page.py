"""A picture that leaves the program: title, chart, legend and a footer, laid out for its page.

Rules:
* A page is laid out for itself, from nothing but its size; no window takes part.
* No label is cut and no event is lost: where the chart needs more height than the page leaves it,
  everything is laid out on a larger page that is then made smaller, as long as text stays readable.
  Beyond that there is an error that says how large the page must be.
* The page says what it shows: what is hidden, left out or undated stands in the footer.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.drawing.legend import (
    Legend,
    kinds_in,
    lay_out_legend,
    meanings_in,
    paint_legend,
)
from timeline_app.drawing.paint import NO_EMPHASIS, Describe, label_words, paint_chart
from timeline_app.drawing.surface import Brush, Surface, TextStyle
from timeline_app.drawing.theme import MEASURES, Theme
from timeline_app.layout.chart import (
    Chart,
    Emphasis,
    Rect,
    TextLine,
    TextMeasurer,
    TextRole,
)
from timeline_app.layout.labels import elided, wrapped

LayOut: TypeAlias = Callable[[float, float], Chart]
"""Lays out a chart for a width and a height in pixels; it may come out higher."""

INSET: Final = 14.0
PADDING: Final = 12.0
LEAST_SCALE: Final = 0.7
"""A page is not made smaller than this: a label of 13 pixels is then one of 9."""
_STEPS: Final = 6
_TITLE_LINES: Final = 2
_FOOTER_LINES: Final = 6


class PageWords(Struct, frozen=True, gc=False):
    """The words round a chart; any may be empty. Each footer line is a sentence or two."""

    title: str
    subtitle: str = ""
    footer: tuple[str, ...] = ()


class Page(Struct, frozen=True, gc=False):
    """A laid-out page. `scale` is how much smaller it must be painted to have the size that was
    asked for; `width` and `height` are before that."""

    width: float
    height: float
    scale: float
    lines: tuple[TextLine, ...]
    chart: Chart
    chart_top: float
    legend: Legend | None
    legend_top: float
    emphasis: Emphasis


class PageTooSmallError(ValueError):
    """The page has no room for what must be on it; the text says what would do."""


def lay_out_page(
    lay_out: LayOut,
    words: PageWords,
    size: tuple[float, float],
    measurer: TextMeasurer,
    emphasis: Emphasis = NO_EMPHASIS,
    *,
    legend: bool = True,
) -> Page:
    """Lays out a page.

    Args:
        lay_out: lays out the chart for the room that is left for it.
        words: title, subtitle and footer.
        size: width and height of the page in pixels.
        measurer: measures the texts.
        emphasis: what is selected in the chart.
        legend: whether the page has a legend.

    Raises:
        PageTooSmallError: the chart has no room even where everything is made smaller.
    """
    width, height = size
    needed = height
    for step in range(_STEPS + 1):
        scale = 1.0 - (1.0 - LEAST_SCALE) * step / _STEPS
        larger = (width / scale, height / scale)
        page, over = _attempt(lay_out, words, larger, measurer, emphasis, legend)
        if over <= 0:
            return replace(page, scale=scale)
        if step == 0:
            needed = height + over
    raise PageTooSmallError(
        f"A page of {ceil(width)} × {ceil(height)} has no room for this case. "
        f"Make it {ceil(needed)} high, or wider."
    )


def _attempt(
    lay_out: LayOut,
    words: PageWords,
    size: tuple[float, float],
    measurer: TextMeasurer,
    emphasis: Emphasis,
    with_legend: bool,
) -> tuple[Page, float]:
    """A page of this size, and by how many pixels it is too high."""
    width, height = size
    head, chart_top = _head(words, width, measurer)
    foot = _wrapped_lines(words.footer, width, measurer)
    foot_height = len(foot) * measurer.height(TextRole.NOTE) + (PADDING if foot else 0.0)
    # What the legend explains is known once there is a chart, and how high the chart may be once
    # there is a legend: so the chart is laid out twice.
    trial = lay_out(width, max(1.0, height - chart_top - foot_height))
    legend = None
    if with_legend:
        # Lanes of kinds name them already.
        kinds = () if any(lane.kind is not None for lane in trial.lanes) else kinds_in(trial)
        meanings = meanings_in(trial, emphasis)
        legend = lay_out_legend(kinds, width - 2 * INSET, measurer, meanings)
    legend_height = legend.height + PADDING if legend is not None else 0.0
    room = height - chart_top - legend_height - foot_height
    chart = lay_out(width, max(1.0, room))
    chart_bottom = chart_top + ceil(max(chart.height, room))
    lines = (*head, *_foot_lines(foot, chart_bottom + legend_height, measurer))
    page = Page(
        width,
        height,
        1.0,
        lines,
        chart,
        chart_top,
        legend,
        chart_bottom + PADDING / 2,
        emphasis,
    )
    return page, chart.height - room


def _head(words: PageWords, width: float, measurer: TextMeasurer) -> tuple[list[TextLine], float]:
    """Title and subtitle, and where the chart begins."""
    lines = []
    top = PADDING if words.title or words.subtitle else 0.0
    room = width - 2 * INSET
    title = wrapped(words.title, room, _TITLE_LINES, TextRole.TITLE, measurer).lines
    subtitle = elided(words.subtitle, room, TextRole.SUBTITLE, measurer)
    for text, role in (
        *((text, TextRole.TITLE) for text in title),
        (subtitle, TextRole.SUBTITLE),
    ):
        if text:
            lines.append(TextLine(INSET, top + measurer.ascent(role), text, role))
            top += measurer.height(role)
    return lines, top + (PADDING if lines else 0.0)


def _wrapped_lines(texts: tuple[str, ...], width: float, measurer: TextMeasurer) -> tuple[str, ...]:
    room = width - 2 * INSET
    return tuple(
        line
        for text in texts
        for line in wrapped(text, room, _FOOTER_LINES, TextRole.NOTE, measurer).lines
    )


def _foot_lines(texts: tuple[str, ...], top: float, measurer: TextMeasurer) -> tuple[TextLine, ...]:
    first = top + PADDING / 2 + measurer.ascent(TextRole.NOTE)
    height = measurer.height(TextRole.NOTE)
    return tuple(
        TextLine(INSET, first + index * height, text, TextRole.NOTE)
        for index, text in enumerate(texts)
    )


def paint_page(
    page: Page, surface: Surface, theme: Theme, describe: Describe = label_words
) -> None:
    """Paints a page, its top left corner at the surface's origin, in its own pixels."""
    surface.rectangle(Rect(0.0, 0.0, page.width, page.height), None, Brush(theme.background))
    for line in page.lines:
        style = TextStyle(theme.text_colour(line.role))
        surface.text((line.x, line.baseline), line.text, line.role, style)
    with surface.shifted(0.0, page.chart_top):
        paint_chart(page.chart, surface, theme, page.emphasis, describe)
    _paint_rule(page.chart_top - MEASURES.hairline, page, surface, theme)
    if page.legend is not None:
        _paint_rule(page.legend_top - PADDING / 2, page, surface, theme)
        with surface.shifted(INSET, page.legend_top):
            paint_legend(page.legend, surface, theme)


def _paint_rule(y: float, page: Page, surface: Surface, theme: Theme) -> None:
    rule = Rect(0.0, y, page.width, MEASURES.hairline)
    surface.rectangle(rule, None, Brush(theme.rule))
