"""The ground of a chart: lanes and their names, the grid, publications, groups, the axis band."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timeline_app.drawing.glyphs import paint_glyph
from timeline_app.drawing.surface import Brush, Pen, Surface, TextStyle
from timeline_app.drawing.theme import GROUP_DASHES, MEASURES, Theme, once_for_a_theme
from timeline_app.layout.chart import Chart, Group, Lane, Marker, Rect, TextRole, Tick

NOT_TOLD = "not told"


def paint_bands(surface: Surface, theme: Theme, chart: Chart) -> None:
    """Paints the background and the alternating grounds of the lanes."""
    if not surface.is_seamless:
        surface.rectangle(Rect(0.0, 0.0, chart.width, chart.height), None, Brush(theme.background))
        for lane in chart.lanes[::2]:
            surface.rectangle(lane.rect, None, Brush(theme.lane_tint))
        return
    # Each pixel once: in a window there are millions of them, in every frame.
    top = 0.0
    for lane in chart.lanes[::2]:
        if lane.rect.y > top:
            between = Rect(0.0, top, chart.width, lane.rect.y - top)
            surface.rectangle(between, None, Brush(theme.background))
        surface.rectangle(lane.rect, None, Brush(theme.lane_tint))
        top = lane.rect.bottom
    rest = Rect(0.0, top, chart.width, chart.height - top)
    surface.rectangle(rest, None, Brush(theme.background))


def paint_lane_names(
    surface: Surface, theme: Theme, lanes: Sequence[Lane], header_width: float
) -> None:
    """Paints the names of the lanes of a chart."""
    for lane in lanes:
        paint_lane_name(surface, theme, lane, header_width)


def paint_lane_name(surface: Surface, theme: Theme, lane: Lane, header_width: float) -> None:
    """Paints a lane's glyph and name, and what is to be said of the lane."""
    title = lane.title
    if lane.kind is not None:
        size = MEASURES.lane_glyph
        left = title.x - MEASURES.lane_glyph_gap - size
        top = lane.rect.y + (lane.rect.height - size) / 2
        paint_glyph(surface, theme, lane.kind, Rect(left, top, size, size))
    style = TextStyle(theme.text_soft if lane.told else theme.text_faint)
    surface.text((title.x, title.baseline), title.text, title.role, style)
    remark = _remark(lane)
    if remark:
        place = (header_width + MEASURES.lane_remark_gap, title.baseline)
        surface.text(place, remark, TextRole.NOTE, TextStyle(theme.text_faint, italic=True))


def _remark(lane: Lane) -> str:
    """What stands beside a lane's name, if anything."""
    if lane.told:
        return lane.unplaced
    return f"{lane.hidden} hidden" if lane.hidden else NOT_TOLD


def paint_grid(surface: Surface, theme: Theme, ticks: tuple[Tick, ...], bottom: float) -> None:
    """Paints the vertical lines of the calendar axis, down to `bottom`."""
    if not ticks:
        return
    xs = np.array([tick.x for tick in ticks])
    upright = np.stack((xs, np.zeros(len(xs)), xs, np.full(len(xs), bottom)), axis=1)
    is_major = np.array([tick.major for tick in ticks], dtype=np.intp)
    surface.strokes(upright, is_major, _grid_pens(theme))


@once_for_a_theme
def _grid_pens(theme: Theme) -> tuple[Pen, Pen]:
    """For a tick and for a major one."""
    width = MEASURES.hairline
    return Pen(theme.grid, width), Pen(theme.grid_major, width)


def paint_axis(surface: Surface, theme: Theme, chart: Chart) -> None:
    """Paints the band beneath the lanes with the labels of the ticks."""
    if chart.axis_height <= 0:
        return
    top = chart.height - chart.axis_height
    surface.rectangle(Rect(0.0, top, chart.width, MEASURES.hairline), None, Brush(theme.rule))
    usual, major = TextStyle(theme.text_soft), TextStyle(theme.text)
    for tick in chart.ticks:
        label = tick.label
        if label is not None:
            style = major if tick.major else usual
            surface.text((label.x, label.baseline), label.text, label.role, style)


def paint_marker(surface: Surface, theme: Theme, marker: Marker, bottom: float) -> None:
    """Paints a publication: a line from the top down to `bottom`, and its label."""
    line = marker.label
    pen = Pen(theme.marker, MEASURES.marker)
    surface.line((marker.x, 0.0), (marker.x, bottom), pen)
    surface.text((line.x, line.baseline), line.text, line.role, TextStyle(theme.marker))


def paint_group(surface: Surface, theme: Theme, group: Group) -> None:
    """Paints a dashed box and the line that says why it is there."""
    pen = Pen(theme.group_border, MEASURES.hairline, GROUP_DASHES)
    surface.rectangle(group.rect, pen, None, MEASURES.group_radius)
    for line in group.label:
        surface.text((line.x, line.baseline), line.text, line.role, TextStyle(theme.text_soft))
