"""Events painted together look as each of them painted by itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from numpy.typing import NDArray

from tests.drawing.recording_surface import RecordingSurface
from tests.drawing.screen_pictures import SHADES, painted
from tests.layout.made_cases import random_case
from timeline_app.case.civil import DAY, second_of
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.legend import meanings_in
from timeline_app.drawing.paint import paint_chart
from timeline_app.drawing.qt_surface import QtSurface
from timeline_app.drawing.qt_texts import TextImages
from timeline_app.drawing.theme import DARK, LIGHT, Theme
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.chart import Chart, Emphasis
from timeline_app.layout.event_rows import EventRows
from timeline_app.layout.options import CalendarView, ChartOptions
from timeline_app.layout.standing import own_standing

CASES = {size: random_case(size, size) for size in (40, 150, 900)}
MOST_APART = 2e-4
"""Of the pixels: where a cut label's glyphs touch its ellipsis, their edges are mixed twice."""

views = st.tuples(
    st.sampled_from(sorted(CASES)),
    st.integers(second_of(1965), second_of(2010)),
    st.sampled_from((90 * DAY, 3_000 * DAY, 20_000 * DAY)),
)


def laid_out(fonts: Fonts, size: int, start: int, span: int) -> Chart:
    view = CalendarView(start, start + span, 820.0, 500.0)
    return lay_out_calendar(own_standing(CASES[size]), view, ChartOptions(), fonts)


def one_by_one(chart: Chart) -> Chart:
    """The same chart without columns."""
    return replace(chart, events=tuple(chart.events), clusters=tuple(chart.clusters))


def emphasis_on(chart: Chart) -> Emphasis:
    """Some events chosen, the others before, after or unknown."""
    events = [mark.event for mark in chart.events]
    return Emphasis(
        selected=events[0] if events else None,
        other=events[-1] if events else None,
        hovered=events[len(events) // 2] if events else None,
        before=frozenset(events[1::4]),
        after=frozenset(events[2::4]),
        not_established=frozenset(events[3::8]),
    )


def picture(
    chart: Chart, fonts: Fonts, texts: TextImages | None, theme: Theme, emphasis: Emphasis
) -> NDArray[np.int64]:
    def paint(surface: QtSurface) -> None:
        paint_chart(chart, surface, theme, emphasis, describe=None)

    return painted(paint, fonts, texts, theme, times=2 if texts is not None else 1)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=views, dark=st.booleans(), emphasised=st.booleans())
def test_a_chart_of_columns_looks_as_one_of_marks(
    fonts: Fonts, view: tuple[int, int, int], dark: bool, emphasised: bool
) -> None:
    chart = laid_out(fonts, *view)
    theme = DARK if dark else LIGHT
    emphasis = emphasis_on(chart) if emphasised else Emphasis()
    slow = picture(one_by_one(chart), fonts, None, theme, emphasis)
    assert (picture(chart, fonts, None, theme, emphasis) == slow).all()
    placed = picture(chart, fonts, TextImages(), theme, emphasis)
    assert (np.abs(placed - slow) > SHADES).mean() < MOST_APART


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(view=views, emphasised=st.booleans())
def test_a_legend_explains_columns_as_marks(
    fonts: Fonts, view: tuple[int, int, int], emphasised: bool
) -> None:
    chart = laid_out(fonts, *view)
    emphasis = emphasis_on(chart) if emphasised else Emphasis()
    assert meanings_in(chart, emphasis) == meanings_in(one_by_one(chart), emphasis)


@pytest.mark.parametrize("size", [40, 150])
def test_the_same_is_drawn_with_the_same_pens(fonts: Fonts, size: int) -> None:
    chart = laid_out(fonts, size, second_of(1970), 10_000 * DAY)
    assert isinstance(chart.events, EventRows)
    together, alone = RecordingSurface(), RecordingSurface()
    paint_chart(chart, together, LIGHT, describe=None)
    paint_chart(one_by_one(chart), alone, LIGHT, describe=None)
    assert sorted(together.strings()) == sorted(alone.strings())
    assert together.colours() == alone.colours()
    assert boxes_of(together) == boxes_of(alone)


def boxes_of(surface: RecordingSurface) -> set[tuple[object, ...]]:
    """Every rectangle with its colour and its border, to a millionth of a pixel."""
    return {
        (
            *(round(side, 6) for side in (one.what.rect.x, one.what.rect.y, one.what.rect.right)),
            round(one.what.rect.bottom, 6),
            one.what.radius,
            one.brush and one.brush.colour,
            one.pen,
        )
        for one in surface.boxes
    }
