"""Two panels of a comparison on a frame, one above the other or side by side."""

from __future__ import annotations

from tests.layout.comparison.compared_cases import FIRST_ARREST, early_and_late
from tests.layout.fake_measurer import MEASURER
from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Rect
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import compared_extent, compared_standings
from timeline_app.layout.comparison.obstacles import Segment
from timeline_app.layout.comparison.panels import Panel, panel_of, panel_options
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order

WIDTH, HEIGHT, BETWEEN = 900.0, 420.0, 40.0


def framed(
    align: Align,
    comparison: CaseComparison | None = None,
    *,
    stacked: bool = True,
    stretches: tuple[tuple[float, float], ...] = ((0.0, 1.0), (0.0, 1.0)),
    hidden: frozenset[int] = frozenset(),
) -> tuple[Panel, Panel]:
    """Both panels. Each shows from one part of the whole to another."""
    comparison = early_and_late() if comparison is None else comparison
    standings = compared_standings(comparison, align, FIRST_ARREST, FIRST_ARREST)
    plain = ChartOptions(hidden=hidden)
    options = panel_options(standings, align, (plain, plain), MEASURER)
    first, last = compared_extent(standings, align) or (0.0, 1.0)
    panels = []
    corners = ((0.0, 30.0), (0.0, 30.0 + HEIGHT + BETWEEN) if stacked else (WIDTH + BETWEEN, 30.0))
    sides = zip((standings.a, standings.b), options, stretches, corners, strict=True)
    for standing, chosen, (low, high), corner in sides:
        begin, end = first + (last - first) * low, first + (last - first) * high
        view: OrderView | CalendarView
        if align is Align.ORDER:
            view = OrderView(begin, end, WIDTH, HEIGHT)
            chart = lay_out_order(standing, view, chosen, MEASURER)
        else:
            view = CalendarView(round(begin), round(end), WIDTH, HEIGHT)
            chart = lay_out_calendar(standing, view, chosen, MEASURER)
        clip = Rect(*corner, WIDTH, HEIGHT)
        panels.append(panel_of(standing, view, chart, corner, clip, hidden))
    return panels[0], panels[1]


def crosses(segment: Segment, box: Rect, slack: float = 1e-6) -> bool:
    """Whether a straight line runs through the inside of a box (Liang and Barsky, 1984)."""
    x1, y1, x2, y2 = segment
    low, high = 0.0, 1.0
    for start, along, least, most in (
        (x1, x2 - x1, box.x + slack, box.right - slack),
        (y1, y2 - y1, box.y + slack, box.bottom - slack),
    ):
        if along == 0.0:
            if not least < start < most:
                return False
            continue
        ends = sorted(((least - start) / along, (most - start) / along))
        if least >= most:
            return False
        low, high = max(low, ends[0]), min(high, ends[1])
    return low < high - 1e-9
