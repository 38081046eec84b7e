"""A page holds everything and cuts nothing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.drawing.example_charts import calendar_chart, order_chart
from tests.drawing.recording_surface import RecordingSurface
from tests.layout.fake_measurer import MEASURER
from timeline_app.drawing.page import (
    LEAST_SCALE,
    Page,
    PageTooSmallError,
    PageWords,
    lay_out_page,
    paint_page,
)
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Chart, Emphasis, TextRole

WORDS = PageWords("Ministry employee", "8 events · none dated", ("All 8 events are shown.",))


def page_of(
    least: float = 100.0,
    size: tuple[float, float] = (816.0, 640.0),
    words: PageWords = WORDS,
    *,
    legend: bool = True,
) -> Page:
    def lay_out(width: float, height: float) -> Chart:
        return replace(order_chart(), width=width, height=max(height, least))

    return lay_out_page(lay_out, words, size, MEASURER, legend=legend)


def painted(page: Page) -> RecordingSurface:
    surface = RecordingSurface()
    paint_page(page, surface, LIGHT)
    return surface


def test_from_the_top_title_subtitle_chart_legend_footer() -> None:
    page = page_of()
    surface = painted(page)
    heights = [
        surface.text_of(text).what.place[1]
        for text in (
            "Ministry employee",
            "8 events · none dated",
            "Contact",
            "stated",
            "All 8 events are shown.",
        )
    ]
    assert heights == sorted(heights)
    assert heights[-1] + 4 <= page.height
    assert page.scale == 1.0


def test_parts_do_not_overlap_and_fill_the_page() -> None:
    page = page_of()
    assert page.legend is not None
    assert page.chart_top + page.chart.height <= page.legend_top
    assert page.chart_top > max(
        line.baseline for line in page.lines if line.role is not TextRole.NOTE
    )
    footer = page.lines[-1]
    top = footer.baseline - MEASURER.ascent(TextRole.NOTE)
    assert page.legend_top + page.legend.height <= top
    assert page.height - 12 <= footer.baseline + 4 <= page.height


def test_lanes_of_kinds_need_no_legend_of_kinds() -> None:
    page = page_of()
    assert page.legend is not None
    assert not [entry for entry in page.legend.entries if isinstance(entry.subject, str)]
    chart = order_chart()
    actors = replace(chart, lanes=tuple(replace(lane, kind=None) for lane in chart.lanes))
    other = lay_out_page(
        lambda _width, height: replace(actors, height=height), WORDS, (816.0, 640.0), MEASURER
    )
    assert other.legend is not None
    assert len([entry for entry in other.legend.entries if isinstance(entry.subject, str)]) == 6


def test_words_and_legend_may_be_left_out() -> None:
    page = page_of(words=PageWords(""), legend=False)
    assert page.lines == ()
    assert page.legend is None
    assert (page.chart_top, page.chart.height) == (0.0, 640.0)


def test_a_long_title_takes_two_lines_and_a_long_footer_several() -> None:
    words = PageWords("word " * 40, "sub " * 200, ("note " * 100, "last"))
    page = page_of(words=words)
    roles = [line.role for line in page.lines]
    assert roles.count(TextRole.TITLE) == 2
    assert roles.count(TextRole.SUBTITLE) == 1
    assert roles.count(TextRole.NOTE) > 3
    for line in page.lines:
        assert line.x + MEASURER.width(line.text, line.role) <= page.width


def test_a_chart_that_is_a_little_too_high_is_made_smaller() -> None:
    page = page_of(least=600.0)
    assert LEAST_SCALE <= page.scale < 1.0
    assert page.width * page.scale == pytest.approx(816.0)
    assert page.height * page.scale == pytest.approx(640.0)
    assert page.chart_top + page.chart.height <= page.legend_top


def test_a_chart_that_is_much_too_high_is_refused_with_the_height_it_needs() -> None:
    with pytest.raises(PageTooSmallError, match=r"816 × 640 has no room") as refusal:
        page_of(least=3_000.0)
    needed = int(str(refusal.value).split("Make it ")[1].split(" high")[0])
    assert page_of(least=3_000.0, size=(816.0, needed)).scale == 1.0


def test_the_selection_is_painted_and_explained() -> None:
    page = lay_out_page(
        lambda _width, _height: calendar_chart(),
        WORDS,
        (816.0, 700.0),
        MEASURER,
        Emphasis(selected=0, before=frozenset({1})),
    )
    assert "before the selected event" in painted(page).strings()


def test_the_chart_is_shifted_under_the_title() -> None:
    page = page_of()
    place = painted(page).text_of("Contact").what.place
    lane = order_chart().lanes[0]
    assert place == (lane.title.x, lane.title.baseline + page.chart_top)
