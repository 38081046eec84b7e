"""The calendar chart over several pages."""

from __future__ import annotations

import pytest

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import event, random_case, solved
from timeline_app.case.civil import second_of
from timeline_app.case.model import Shape
from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.pages.body import ChartBody, PageBody
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.standing import own_standing
from timeline_app.pictures.book import Fits, Part
from timeline_app.pictures.calendar_parts import OPEN_OR_LONG, WITHOUT_LONG, CalendarParts
from timeline_app.pictures.case_charts import CaseCharts
from timeline_app.session.case_view import whole_calendar
from timeline_app.session.spans import CalendarSpan

WIDTH = 900.0
DAYS = tuple(
    event(number, f"{1900 + number}-05-01", title=f"A title, number {number}")
    for number in range(60)
)


def within(height: float) -> Fits:
    """Whether a body is no higher than that."""

    def fits(body: PageBody, *, first: bool) -> bool:
        return body.lay_out(WIDTH, 1.0).height <= height - 20.0 * first

    return fits


def parts_of(
    chronology: Chronology, height: float = 400.0, span: CalendarSpan | None = None
) -> list[Part] | None:
    standing = own_standing(chronology)
    charts = CaseCharts.of(standing, LanesBy.KIND, frozenset(), MEASURER, numbered=False)
    over = span or whole_calendar(chronology) or CalendarSpan(0, 1)
    events = [
        one
        for one in chronology.order
        if int(standing.times.first[one]) < over.end and int(standing.times.last[one]) >= over.start
    ]
    found = CalendarParts(charts, over, events).parts(within(height))
    return None if found is None else list(found)


def events_on(part: Part) -> list[int]:
    assert isinstance(part.body, ChartBody)
    chart = part.body.lay_out_chart(WIDTH, 1.0)
    assert not chart.clusters
    return [mark.event for mark in chart.events]


def test_time_is_cut_where_an_event_begins_and_each_page_has_room() -> None:
    found = parts_of(solved(*DAYS), 260.0)
    assert found is not None
    assert 2 < len(found) < 12
    assert [one for part in found for one in events_on(part)] == list(range(60))
    assert all(" to " in part.heading for part in found)
    assert all(part.body.lay_out(WIDTH, 1.0).height <= 260.0 for part in found)


def test_what_goes_on_over_a_cut_is_on_both_pages() -> None:
    lasting = event(60, "1905/1915", shape=Shape.SPAN, title="It goes on")
    found = parts_of(solved(*DAYS, lasting), 260.0)
    assert found is not None
    pages = [place for place, part in enumerate(found) if 60 in events_on(part)]
    assert len(pages) > 1
    assert pages == list(range(pages[0], pages[-1] + 1))


def test_what_is_open_or_long_has_pages_of_its_own() -> None:
    long = [event(60 + n, "1900/1959", shape=Shape.SPAN, title=f"Long {n}") for n in range(10)]
    undated = [event(70 + n, title=f"Undated {n}") for n in range(10)]
    found = parts_of(solved(*DAYS, *long, *undated), 320.0)
    assert found is not None
    behind = [part for part in found if part.heading.startswith(OPEN_OR_LONG)]
    assert found[-len(behind) :] == behind
    assert sorted(one for part in behind for one in events_on(part)) == list(range(60, 80))
    assert behind[0].heading == f"{OPEN_OR_LONG}, part 1 of {len(behind)}"
    assert found[0].heading.endswith(f"; {WITHOUT_LONG}")
    assert all(set(events_on(part)) <= set(range(60)) for part in found[: -len(behind)])


def test_many_at_one_time_go_on_over_several_pages() -> None:
    crowd = [event(60 + n, "1930-05-01", title=f"That day {n}") for n in range(80)]
    found = parts_of(solved(*DAYS, *crowd), 320.0)
    assert found is not None
    here = [part for part in found if ", part " in part.heading]
    assert len(here) > 1
    assert set(range(60, 140)) <= {one for part in here for one in events_on(part)}


def test_a_case_without_dates_is_portioned() -> None:
    found = parts_of(solved(*(event(n, title=f"Undated {n}") for n in range(40))), 320.0)
    assert found is not None
    assert sorted(one for part in found for one in events_on(part)) == list(range(40))


@pytest.mark.parametrize("seed", range(3))
def test_no_event_is_lost(seed: int) -> None:
    found = parts_of(random_case(seed, 120), 380.0)
    assert found is not None
    assert {one for part in found for one in events_on(part)} == set(range(120))
    assert all(part.body.lay_out(WIDTH, 1.0).height <= 380.0 for part in found)
    assert len(found) < 60


def test_a_stretch_alone_can_be_asked_for() -> None:
    span = CalendarSpan(second_of(1910), second_of(1920))
    found = parts_of(solved(*DAYS), 320.0, span)
    assert found is not None
    assert sorted({one for part in found for one in events_on(part)}) == list(range(10, 20))


def test_where_no_event_has_room_there_are_no_pages() -> None:
    assert parts_of(solved(*DAYS), 60.0) is None
    assert parts_of(solved(*(event(n) for n in range(4))), 60.0) is None
