"""Charts of one case for pages."""

from __future__ import annotations

import pytest

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import after, chain, event, solved
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import EventMark, LanesBy, Rect
from timeline_app.layout.options import Density
from timeline_app.layout.standing import own_standing
from timeline_app.pictures.case_charts import LONG_TITLE, WIDEST_NAME, CaseCharts
from timeline_app.session.spans import CalendarSpan, ColumnSpan

LONG = "word " * (LONG_TITLE // 5) + "end"
NOBODY: frozenset[int] = frozenset()


def charts_of(
    chronology: Chronology, lanes: LanesBy = LanesBy.KIND, *, numbered: bool = False
) -> CaseCharts:
    return CaseCharts.of(own_standing(chronology), lanes, NOBODY, MEASURER, numbered=numbered)


def test_titles_stand_on_the_picture_unless_they_are_too_long_or_numbers_are_asked_for() -> None:
    short, long = event(0), event(1, title=LONG)
    assert charts_of(solved(short)).options.numbers == ()
    assert charts_of(solved(short, long)).options.numbers == ("", "1")
    assert charts_of(solved(short, long), numbered=True).options.numbers == ("1", "2")


def test_what_is_hidden_has_no_number() -> None:
    chronology = solved(event(0), event(1), event(2))
    charts = CaseCharts.of(
        own_standing(chronology),
        LanesBy.KIND,
        frozenset({1}),
        MEASURER,
        numbered=True,
        letter="B",
    )
    assert charts.options.numbers == ("B1", "", "B2")


@pytest.mark.parametrize("axis", ["order", "calendar"])
def test_a_chart_is_laid_out_for_its_stretch_without_what_is_elsewhere(axis: str) -> None:
    chronology = solved(*chain("A", "B", "C"))
    charts = charts_of(chronology)
    if axis == "order":
        body = charts.over_columns(ColumnSpan(0, 2), {1})
        expected = {0}
    else:
        body = charts.over_time(CalendarSpan(0, 1_000), {1})
        expected = {0, 2}
    chart = body.lay_out_chart(900.0, 400.0)
    assert {mark.event for mark in chart.events} == expected
    assert chart.notes == ()


def test_a_lane_whose_events_are_elsewhere_is_not_called_empty() -> None:
    chronology = solved(event(0), event(1, constraints=(after(0),)))
    chart = charts_of(chronology).over_columns(ColumnSpan(0, 1), {0}).lay_out_chart(900.0, 400.0)
    assert chart.events == ()
    assert chart.lanes[0].told
    assert chart.lanes[0].hidden == 0
    assert not chart.lanes[1].told


def test_arrows_may_be_left_out_and_rows_be_denser() -> None:
    charts = charts_of(solved(*chain("A", "B")))
    span = ColumnSpan(0, 2)
    assert charts.over_columns(span).lay_out_chart(900.0, 400.0).arrows
    assert not charts.over_columns(span, arrows=False).lay_out_chart(900.0, 400.0).arrows
    assert charts.denser.options.density is Density.COMPACT


def test_the_header_has_room_for_names_up_to_a_limit() -> None:
    long, short = "a" * 60, "b" * 35
    chronology = solved(event(0, actors=(long,)), event(1, actors=(short,)), actors=(long, short))
    charts = charts_of(chronology, LanesBy.ACTOR)
    chart = charts.over_columns(ColumnSpan(0, 1)).lay_out_chart(1_200.0, 400.0)
    assert chart.header_width == 36 + WIDEST_NAME + 12
    assert chart.lanes[1].title.text == short.capitalize()
    assert charts.cut_names(1_200.0) == (long.capitalize(),)
    assert charts.cut_names(500.0) == (long.capitalize(), short.capitalize())
    assert charts_of(chronology).cut_names(1_200.0) == ()


def test_an_event_is_described_for_those_who_do_not_see_it() -> None:
    chronology = solved(event(0, "1985", title="They\tmeet"))
    square = Rect(0, 0, 1, 1)
    mark = EventMark(0, chronology.case.events[0].kind, square, square, ())
    words = charts_of(chronology).describe(mark)
    assert (words.identity, words.title, words.description) == (
        "event-0",
        "They meet",
        "contact, in 1985",
    )
