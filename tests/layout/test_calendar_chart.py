"""The calendar chart as a whole: what must hold for any case at any zoom, and single pictures."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout import chart_checks
from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import HOSTILE, event, random_case, solved, told_in
from timeline_app.case.civil import DAY, second_of
from timeline_app.case.model import Kind, Shape
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.calendar_chart import FEW, lay_out_calendar
from timeline_app.layout.chart import BarFill, Chart, LanesBy
from timeline_app.layout.columns import columns_of
from timeline_app.layout.extent import calendar_extent
from timeline_app.layout.options import CalendarView, ChartOptions, Density
from timeline_app.layout.scale import LEAST_SPAN
from timeline_app.layout.standing import own_standing

CASES = {size: random_case(size, size) for size in (1, 7, 40, 59, 90, 400, 1500)}
YEARS = (second_of(1950), second_of(2030))

PLAIN = ChartOptions()


def laid_out(
    chronology: Chronology,
    start: int,
    end: int,
    width: float = 900.0,
    options: ChartOptions = PLAIN,
) -> Chart:
    return lay_out_calendar(
        own_standing(chronology), CalendarView(start, end, width, 500.0), options, MEASURER
    )


def touching(chronology: Chronology, start: int, end: int, hidden: frozenset[int]) -> set[int]:
    """The slow reference: every shown event whose drawn stretch touches the span."""
    columns = columns_of(chronology)
    return {
        number
        for number in range(columns.count)
        if number not in hidden
        and int(columns.first[number]) < end
        and int(columns.last[number]) >= start
    }


@settings(max_examples=150)
@given(
    size=st.sampled_from(sorted(CASES)),
    start=st.integers(*YEARS),
    span=st.sampled_from((LEAST_SPAN, DAY, 40 * DAY, 700 * DAY, 9_000 * DAY, 4_000_000 * DAY)),
    width=st.sampled_from((320.0, 900.0, 1900.0)),
    lanes_by=st.sampled_from(LanesBy),
    hide=st.integers(0, 5),
)
def test_whatever_is_in_view_is_shown_once_and_nothing_overlaps(
    size: int, start: int, span: int, width: float, lanes_by: LanesBy, hide: int
) -> None:
    chronology = CASES[size]
    hidden = frozenset(number for number in range(size) if hide and number % 5 == hide)
    chart = laid_out(
        chronology,
        start,
        start + span,
        width,
        options=ChartOptions(lanes_by=lanes_by, hidden=hidden),
    )
    chart_checks.check_each_once(chart, touching(chronology, start, start + span, hidden))
    chart_checks.check_labels_are_free(chart)
    chart_checks.check_solids_are_apart(chart)
    chart_checks.check_signs_are_free(chart)
    chart_checks.check_counts_are_told(chart)
    chart_checks.check_within_plot(chart)
    chart_checks.check_lanes(chart)
    chart_checks.check_numbers(chart)
    chart_checks.check_hits(chart)


@pytest.mark.parametrize("size", sorted(CASES))
def test_the_same_input_gives_the_same_chart(size: int) -> None:
    again = random_case(size, size)
    assert laid_out(CASES[size], *YEARS) == laid_out(again, *YEARS)


@pytest.mark.parametrize("year", [-4_000_000_000, -120_000, -43, 1, 17_000, 900_000_000])
@pytest.mark.parametrize("span", [LEAST_SPAN, DAY, 10_000 * 365 * DAY])
def test_any_time_can_be_looked_at(year: int, span: int) -> None:
    start = second_of(year)
    chart = laid_out(CASES[90], start, start + span)
    chart_checks.check_numbers(chart)
    assert chart.ticks


def test_an_event_of_any_year_is_drawn_where_it_is() -> None:
    chronology = solved(event(0, "Y-120000"), event(1, "-0043-03-15"), event(2, "Y17000"))
    for number, year in ((0, -120_000), (1, -43), (2, 17_000)):
        start = second_of(year - 1)
        chart = laid_out(chronology, start, start + 3 * 366 * DAY)
        assert [mark.event for mark in chart.events] == [number]


def test_a_small_case_keeps_its_rows_while_the_view_is_moved() -> None:
    chronology = CASES[40]
    rows: dict[int, float] = {}
    for step in range(12):
        start = second_of(1960) + step * 1_200 * DAY
        chart = laid_out(chronology, start, start + 4_000 * DAY)
        for mark in chart.events:
            line = mark.bars[0].rect.y if mark.bars else mark.glyph.y
            assert rows.setdefault(mark.event, line) == pytest.approx(line)


def test_a_small_case_is_never_counted() -> None:
    assert CASES[59].case.events
    assert not laid_out(CASES[59], *YEARS).clusters


def test_a_large_case_opens_on_zoom() -> None:
    chronology = CASES[1500]
    chance = random.Random(5)
    for _ in range(10):
        start = second_of(1970) + chance.randrange(30 * 365) * DAY
        counted = laid_out(chronology, start, start + 20 * 365 * DAY)
        assert any(cluster.count > 1 for cluster in counted.clusters)
        near = laid_out(chronology, start, start + 3 * DAY)
        short = [
            number
            for number in touching(chronology, start, start + 3 * DAY, frozenset())
            if _length(chronology, number) <= DAY
        ]
        assert set(short) <= {mark.event for mark in near.events}


def _length(chronology: Chronology, number: int) -> int:
    columns = columns_of(chronology)
    return int(columns.last[number]) - int(columns.first[number]) + 1


def test_a_window_a_point_and_an_open_end() -> None:
    chronology = solved(
        event(0, "1985"),
        event(1, "1985-04-12", kind=Kind.LEAK),
        event(2, None, kind=Kind.ARREST, passages=told_in()),
        event(3, "1980/1990", kind=Kind.OTHER, shape=Shape.SPAN, label="x"),
        event(4, None, kind=Kind.SENTENCING),
        published=("1992-01-05",),
    )
    chart = laid_out(chronology, second_of(1975), second_of(1995))
    marks = {mark.event: mark for mark in chart.events}
    (window,) = marks[0].bars
    assert window.fill is BarFill.HATCH
    assert window.cap_left
    assert window.cap_right
    assert marks[1].bars == ()
    (until,) = marks[2].bars
    assert until.open_left
    assert not until.cap_left
    assert until.cap_right
    assert until.rect.right == pytest.approx(chart.markers[0].x)
    assert [bar.fill for bar in marks[3].bars] == [BarFill.HATCH, BarFill.SOLID, BarFill.HATCH]
    (anywhere,) = marks[4].bars
    assert anywhere.open_left
    assert anywhere.open_right
    assert anywhere.rect.width == pytest.approx(chart.width - chart.header_width)


def test_a_clipped_bar_has_no_cap_where_it_is_cut() -> None:
    chronology = solved(event(0, "1985"))
    chart = laid_out(chronology, second_of(1985, 3), second_of(1985, 5))
    (bar,) = chart.events[0].bars
    assert {bar.cap_left, bar.cap_right, bar.open_left, bar.open_right} == {False}
    assert bar.rect.x == chart.header_width


def test_without_a_date_there_is_a_note_and_no_axis() -> None:
    chart = laid_out(solved(event(0), event(1)), 0, 100 * DAY)
    assert chart.ticks == ()
    assert [note.text for note in chart.notes] == [
        "Nothing here is tied to the calendar; the order axis shows what is established"
    ]
    assert len(chart.events) == 2
    assert calendar_extent(own_standing(solved(event(0)))) is None


def test_an_empty_case_is_lanes_alone() -> None:
    chart = laid_out(solved(), 0, DAY)
    assert (chart.events, chart.clusters, chart.notes) == ((), (), ())
    assert [lane.told for lane in chart.lanes] == [False] * len(Kind)


def test_the_chart_is_as_high_as_its_page_or_as_its_rows_need() -> None:
    assert laid_out(solved(event(0, "1985")), *YEARS).height == 500.0
    many = solved(*(event(number, "1985") for number in range(FEW)))
    assert laid_out(many, *YEARS).height > FEW * 30


def test_a_compact_chart_is_lower() -> None:
    many = solved(*(event(number, "1985") for number in range(40)))
    airy = laid_out(many, *YEARS)
    compact = laid_out(many, *YEARS, options=ChartOptions(density=Density.COMPACT))
    assert compact.height < airy.height


def test_a_prevented_event_is_hollow_and_a_cut_title_says_so() -> None:
    chronology = solved(
        event(0, "1985", prevented=True), event(1, "1985", title="a very long title " * 30)
    )
    marks = {mark.event: mark for mark in laid_out(chronology, *YEARS).events}
    assert marks[0].hollow
    assert not marks[1].hollow
    assert marks[1].elided
    assert not marks[0].elided


def test_no_title_breaks_a_chart() -> None:
    events = [event(n, f"{1980 + n}", title=title) for n, title in enumerate(HOSTILE)]
    chart = laid_out(solved(*events), *YEARS)
    chart_checks.check_labels_are_free(chart)
    chart_checks.check_within_plot(chart)
    assert len(chart.events) == len(HOSTILE)


@pytest.mark.parametrize("width", [1.0, 40.0, 130.0])
@pytest.mark.parametrize("size", [7, 400])
def test_a_page_may_be_very_small(size: int, width: float) -> None:
    view = CalendarView(*YEARS, width, 10.0)
    chart = lay_out_calendar(own_standing(CASES[size]), view, PLAIN, MEASURER)
    chart_checks.check_numbers(chart)
    chart_checks.check_each_once(chart, touching(CASES[size], *YEARS, frozenset()))


@pytest.mark.parametrize("size", [1, 20, 130])
@pytest.mark.parametrize("width", [420.0, 900.0])
def test_on_a_page_every_event_in_view_is_a_mark_with_its_whole_title(
    size: int, width: float
) -> None:
    chronology = random_case(size, size)
    standing = own_standing(chronology)
    start, end = calendar_extent(standing) or (0, 1)
    chart = lay_out_calendar(
        standing,
        CalendarView(start, end, width, 100.0),
        ChartOptions(whole_titles=True, notes=False),
        MEASURER,
    )
    assert not chart.clusters
    chart_checks.check_each_once(chart, set(range(size)))
    chart_checks.check_labels_are_free(chart)
    chart_checks.check_lanes(chart)
    for mark in chart.events:
        title = " ".join(line.text for line in mark.label)
        assert title.replace("- ", "") == chronology.case.events[mark.event].title
