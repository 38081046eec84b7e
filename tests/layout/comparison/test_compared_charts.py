"""Both charts of a comparison on one page."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.comparison.compared_cases import FIRST_ARREST, at_random, early_and_late
from tests.layout.fake_measurer import MEASURER
from timeline_app.case.comparing.comparison import CaseComparison
from timeline_app.layout.chart import TextRole
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import compared_standings
from timeline_app.layout.comparison.compared_charts import (
    BETWEEN,
    ComparedCharts,
    ComparedPage,
    lay_out_compared,
)

ALIGNS = (Align.ORDER, Align.CALENDAR, Align.DAY_ZERO)


def laid_out(page: ComparedPage, comparison: CaseComparison | None = None) -> ComparedCharts:
    comparison = early_and_late() if comparison is None else comparison
    standings = compared_standings(comparison, page.align, FIRST_ARREST, FIRST_ARREST)
    return lay_out_compared(comparison, standings, page, MEASURER)


@pytest.mark.parametrize("align", ALIGNS)
def test_one_above_the_other(align: Align) -> None:
    found = laid_out(ComparedPage(align, 1_000.0, 1_400.0))
    assert found.place_a[0] == found.place_b[0] == 0.0
    assert found.chart_a.width == found.chart_b.width == found.width == 1_000.0
    assert found.place_b[1] > found.place_a[1] + found.chart_a.height + BETWEEN
    assert found.height == pytest.approx(1_400.0)
    assert [tick.x for tick in found.chart_a.ticks] == [tick.x for tick in found.chart_b.ticks]
    breaks = [
        [(one.left, one.right) for one in chart.breaks] for chart in (found.chart_a, found.chart_b)
    ]
    assert breaks[0] == breaks[1]
    assert len(breaks[0]) == (align is not Align.ORDER)
    assert found.lines.lines


@pytest.mark.parametrize("align", ALIGNS)
def test_side_by_side(align: Align) -> None:
    found = laid_out(ComparedPage(align, 1_600.0, 700.0, stacked=False))
    assert found.place_a[1] == found.place_b[1]
    assert found.place_b[0] == found.chart_a.width + BETWEEN
    assert found.place_b[0] + found.chart_b.width == found.width
    assert found.chart_a.height == found.chart_b.height
    assert found.lines.lines


def test_the_titles_name_the_cases_and_fit() -> None:
    found = laid_out(ComparedPage(Align.ORDER, 220.0, 900.0))
    assert [line.text[:4] for line in found.titles] == ["A · ", "B · "]
    for line, place in zip(found.titles, (found.place_a, found.place_b), strict=True):
        assert line.x + MEASURER.width(line.text, TextRole.TITLE) <= 220.0
        assert line.baseline < place[1]


def test_a_part_of_the_whole() -> None:
    page = ComparedPage(Align.ORDER, 1_000.0, 900.0, stretch=(0.0, 2.0))
    whole, part = laid_out(page._replace(stretch=None)), laid_out(page)
    assert len(part.chart_a.events) < len(whole.chart_a.events)


@settings(max_examples=20)
@given(
    seed=st.integers(0, 9),
    align=st.sampled_from(ALIGNS),
    stacked=st.booleans(),
    width=st.integers(400, 2_000),
    height=st.integers(100, 2_000),
)
def test_any_page(seed: int, align: Align, stacked: bool, width: int, height: int) -> None:
    page = ComparedPage(align, float(width), float(height), stacked=stacked)
    found = laid_out(page, at_random(seed))
    assert found.chart_a.header_width == found.chart_b.header_width
    assert found.height >= height - 1e-6
    for chart, (x, y) in ((found.chart_a, found.place_a), (found.chart_b, found.place_b)):
        assert x >= 0
        assert x + chart.width <= width + 1e-6
        assert y + chart.height <= found.height + 1e-6
