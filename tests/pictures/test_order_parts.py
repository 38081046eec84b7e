"""The order chart over several pages."""

from __future__ import annotations

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import chain, event, solved
from timeline_app.case.solving.chronology import Chronology
from timeline_app.drawing.pages.body import ChartBody, PageBody
from timeline_app.layout.chart import LanesBy
from timeline_app.layout.standing import own_standing
from timeline_app.pictures.book import Fits, Part
from timeline_app.pictures.case_charts import CaseCharts
from timeline_app.pictures.order_parts import OrderParts

WIDTH = 900.0
CHAIN = solved(*chain(*(f"A title of some length, number {number}" for number in range(30))))
CELL = solved(*(event(number, title=f"A title, number {number}") for number in range(200)))


def parts_of(chronology: Chronology, first: int = 0, last: int | None = None) -> OrderParts:
    standing = own_standing(chronology)
    charts = CaseCharts.of(standing, LanesBy.KIND, frozenset(), MEASURER, numbered=False)
    return OrderParts(charts, first, last or standing.column_count, chronology.order)


def within(height: float, first_height: float | None = None) -> Fits:
    """Whether a body is no higher than that."""

    def fits(body: PageBody, *, first: bool) -> bool:
        room = height if first_height is None or not first else first_height
        return body.lay_out(WIDTH, 1.0).height <= room

    return fits


def events_on(part: Part) -> list[int]:
    assert isinstance(part.body, ChartBody)
    return [mark.event for mark in part.body.lay_out_chart(WIDTH, 1.0).events]


def test_columns_are_shared_out_and_each_event_is_on_one_page() -> None:
    found = parts_of(CHAIN).parts(WIDTH, within(400.0))
    assert found is not None
    assert [one for part in found for one in events_on(part)] == list(range(30))
    assert found[0].heading == "Columns 1 to 12 of 30"
    assert found[-1].heading.endswith("to 30 of 30")


def test_a_first_page_with_less_room_takes_less() -> None:
    found = parts_of(CHAIN).parts(WIDTH, within(400.0, 230.0))
    assert found is not None
    assert len(events_on(found[0])) < len(events_on(found[1]))


def test_a_column_too_full_for_a_page_goes_on() -> None:
    found = parts_of(CELL).parts(WIDTH, within(500.0))
    assert found is not None
    assert [one for part in found for one in events_on(part)] == list(range(200))
    assert 3 < len(found) < 20
    assert found[1].heading == f"Column 1 of 1, part 2 of {len(found)}"


def test_some_of_the_columns_alone_can_be_asked_for() -> None:
    found = parts_of(CHAIN, 4, 7).parts(WIDTH, within(400.0))
    assert found is not None
    assert [one for part in found for one in events_on(part)] == [4, 5, 6]


def test_where_no_event_has_room_there_are_no_pages() -> None:
    assert parts_of(CHAIN).parts(WIDTH, within(50.0)) is None
    assert parts_of(CELL).parts(WIDTH, within(50.0)) is None


def test_there_is_a_tail_behind_the_last_of_many_columns() -> None:
    parts = parts_of(CHAIN)
    assert (parts.span(0, 30).first, parts.span(0, 30).last) == (0, 31.5)
    assert parts.span(20, 30).last == 31.5
    assert parts.span(27, 30).last == 30
    assert parts.span(3, 20).last == 20
