"""The order chart as a whole: what must hold for any case at any width of a column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.layout import chart_checks
from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import HOSTILE, before, event, not_before, random_case, solved
from timeline_app.case.model import Basis, Kind, Shape
from timeline_app.case.solving.chronology import Chronology
from timeline_app.layout.chart import BarFill, Chart, LanesBy
from timeline_app.layout.extent import column_extent
from timeline_app.layout.options import ChartOptions, OrderView
from timeline_app.layout.order_cards import CARD_COLUMN, TWO_LINE_COLUMN
from timeline_app.layout.order_chart import FEW, TOO_MANY_ARROWS, lay_out_order
from timeline_app.layout.order_chips import CHIP_COLUMN
from timeline_app.layout.order_glyphs import GLYPH_COLUMN
from timeline_app.layout.standing import own_standing

CASES = {size: random_case(size, size, dated=0.3) for size in (1, 6, 25, 60, 130, 500)}
WIDTHS = (2.0, 9.0, 15.0, 20.0, 29.0, 33.0, 60.0, 110.0, 137.0, 190.0, 900.0)

PLAIN = ChartOptions()


def laid_out(
    chronology: Chronology,
    first: float,
    column: float,
    width: float = 900.0,
    options: ChartOptions = PLAIN,
) -> Chart:
    """A chart from a column on, columns so wide."""
    # The width of the header comes off that of the page, so the columns are made to fit the rest.
    probe = lay_out_order(
        own_standing(chronology), OrderView(0.0, 1.0, width, 500.0), options, MEASURER
    )
    last = first + (width - probe.header_width) / column
    return lay_out_order(
        own_standing(chronology), OrderView(first, last, width, 500.0), options, MEASURER
    )


def whole(chronology: Chronology, width: float = 900.0, options: ChartOptions = PLAIN) -> Chart:
    """A chart of all columns."""
    view = OrderView(0.0, column_extent(own_standing(chronology)), width, 500.0)
    return lay_out_order(own_standing(chronology), view, options, MEASURER)


def in_columns(
    chronology: Chronology, first: float, last: float, hidden: frozenset[int]
) -> set[int]:
    """The slow reference: every shown event whose column touches the view."""
    return {
        number
        for number, layer in enumerate(chronology.layers)
        if number not in hidden and layer < last and layer + 1 > first
    }


@settings(max_examples=80)
@given(
    size=st.sampled_from(sorted(CASES)),
    column=st.sampled_from(WIDTHS),
    share=st.floats(0.0, 1.0),
    lanes_by=st.sampled_from(LanesBy),
    hide=st.integers(0, 5),
)
def test_whatever_is_in_view_is_shown_once_and_nothing_overlaps(
    size: int, column: float, share: float, lanes_by: LanesBy, hide: int
) -> None:
    chronology = CASES[size]
    hidden = frozenset(number for number in range(size) if hide and number % 5 == hide)
    first = share * max(chronology.layers)
    chart = laid_out(
        chronology, first, column, options=ChartOptions(lanes_by=lanes_by, hidden=hidden)
    )
    last = first + (chart.width - chart.header_width) / column
    expected = in_columns(chronology, first, last, hidden)
    if _shows_chips(size - len(hidden), column):
        # A chip may be narrower than its column, or reach beyond it.
        within = {one for one in expected if first <= chronology.layers[one] <= last - 1}
        assert within <= set(chart_checks.events_in(chart))
    elif column < GLYPH_COLUMN:
        assert expected <= set(chart_checks.events_in(chart))
    else:
        chart_checks.check_each_once(chart, expected)
    chart_checks.check_labels_are_free(chart)
    chart_checks.check_signs_are_free(chart)
    chart_checks.check_words_are_whole(chart)
    if column < GLYPH_COLUMN:
        chart_checks.check_counts_are_told(chart)
    _check_cards(chart)
    chart_checks.check_lanes(chart)
    chart_checks.check_numbers(chart)
    chart_checks.check_hits(chart)


def _shows_chips(shown: int, column: float) -> bool:
    return shown <= FEW and CHIP_COLUMN <= column < TWO_LINE_COLUMN


def _check_cards(chart: Chart) -> None:
    """No card or glyph overlaps another event; a label lies in its card, or before it."""
    areas = [(mark.event, chart_checks.shrunk(mark.area)) for mark in chart.events]
    for place, (number, area) in enumerate(areas):
        for other, second in areas[place + 1 :]:
            assert not area.overlaps(second), (number, area, other, second)
    for mark in chart.events:
        assert chart_checks.holds(mark.area, mark.glyph)
        if mark.card is not None:
            for line in mark.label:
                text = chart_checks.text_rect(line)
                assert chart_checks.holds(mark.area, text)
                assert text.right <= mark.card.right - 4
                assert text.x >= mark.card.x + 10 or text.right <= mark.card.x - 4
            assert all(chart_checks.holds(mark.card, bar.rect) for bar in mark.bars)


@pytest.mark.parametrize("size", sorted(CASES))
@pytest.mark.parametrize("width", [700.0, 1900.0])
def test_the_whole_case_lies_within_the_plot(size: int, width: float) -> None:
    chart = whole(CASES[size], width)
    chart_checks.check_each_once(chart, set(range(size)))
    chart_checks.check_within_plot(chart)


@pytest.mark.parametrize("column", WIDTHS)
def test_no_lane_jumps_while_the_view_is_moved(column: float) -> None:
    charts = [laid_out(CASES[130], first, column) for first in (0.0, 0.5, 3.25, 7.0)]
    assert len({tuple(lane.rect for lane in chart.lanes) for chart in charts}) == 1


@pytest.mark.parametrize("size", sorted(CASES))
def test_the_same_input_gives_the_same_chart(size: int) -> None:
    assert whole(CASES[size]) == whole(random_case(size, size, dated=0.3))


def test_the_way_of_showing_follows_the_width_of_a_column() -> None:
    small, large = CASES[25], CASES[130]
    assert _most_lines(laid_out(small, 0, TWO_LINE_COLUMN)) == 2
    assert _most_lines(laid_out(small, 0, TWO_LINE_COLUMN - 1)) == 1
    assert all(mark.card for mark in laid_out(small, 0, CHIP_COLUMN).events)
    assert not any(mark.card for mark in laid_out(small, 0, CHIP_COLUMN - 1).events)
    assert all(mark.card for mark in laid_out(large, 0, CARD_COLUMN).events)
    assert not any(mark.card for mark in laid_out(large, 0, CARD_COLUMN - 1).events)
    assert any(one.count > 1 for one in laid_out(large, 0, GLYPH_COLUMN - 1).clusters)


def _most_lines(chart: Chart) -> int:
    """The lines of the longest title that is shown."""
    return max(len(mark.label) for mark in chart.events)


def test_of_two_panels_the_larger_case_says_how_both_are_shown() -> None:
    alone = laid_out(CASES[6], 0.0, CHIP_COLUMN + 5)
    beside = laid_out(CASES[6], 0.0, CHIP_COLUMN + 5, options=ChartOptions(most_shown=FEW + 1))
    assert all(mark.card is not None for mark in alone.events)
    assert all(mark.card is None for mark in beside.events)
    assert {mark.event for mark in beside.events} == set(range(6))


def test_arrows_lead_from_the_first_card_to_the_second() -> None:
    chronology = solved(
        event(0),
        event(1, constraints=(not_before(0, Basis.INFERRED),)),
        event(2, constraints=(), kind=Kind.LEAK),
        event(3, constraints=(before(2, Basis.ASSUMED),)),
    )
    chart = whole(chronology)
    marks = {mark.event: mark.area for mark in chart.events}
    arrows = {(arrow.first, arrow.second): arrow for arrow in chart.arrows}
    strong = arrows[3, 2]
    assert (strong.weak, strong.basis) == (False, Basis.ASSUMED)
    assert strong.points[0][0] == marks[3].right
    assert strong.points[-1][0] == marks[2].x
    weak = arrows[0, 1]
    assert (weak.weak, weak.basis) == (True, Basis.INFERRED)
    assert weak.points[0][0] == weak.points[-1][0] == marks[0].right


def test_arrows_can_be_left_out() -> None:
    assert whole(CASES[25]).arrows
    assert whole(CASES[25], options=ChartOptions(arrows=False)).arrows == ()


def test_arrows_of_hidden_events_are_left_out() -> None:
    chart = whole(CASES[25], options=ChartOptions(hidden=frozenset(range(0, 25, 2))))
    assert all(arrow.first % 2 and arrow.second % 2 for arrow in chart.arrows)


def test_too_many_arrows_are_a_note() -> None:
    chain = [event(0, kind=Kind.LEAK)]
    chain += [event(n, constraints=(before(0),), kind=Kind.CONTACT) for n in range(1, 302)]
    chart = laid_out(solved(*chain), 0, 40.0)
    assert chart.arrows == ()
    assert [note.text for note in chart.notes][-1] == TOO_MANY_ARROWS


def test_a_told_gap_stands_beside_its_arrow() -> None:
    chronology = solved(event(0, constraints=(before(1, least="P1M"),)), event(1, kind=Kind.ARREST))
    (arrow,) = whole(chronology).arrows
    assert arrow.label is not None
    assert arrow.label.text == "≥ 1 month"


def test_events_of_a_column_are_tied() -> None:
    chart = whole(solved(event(0), event(1, kind=Kind.ARREST)))
    (group,) = chart.groups
    assert " ".join(line.text for line in group.label) == "order not established"
    for mark in chart.events:
        assert chart_checks.holds(group.rect, mark.area)


def test_a_card_says_what_happened_several_times_and_no_span_is_solid() -> None:
    chart = whole(solved(event(0, shape=Shape.SPAN), event(1, shape=Shape.REPEATED), event(2)))
    fills = {mark.event: [bar.fill for bar in mark.bars] for mark in chart.events}
    assert fills == {0: [], 1: [BarFill.COMB], 2: []}


def test_an_overfull_cell_counts_and_opens_when_its_column_is_wide() -> None:
    chronology = solved(*(event(number) for number in range(40)))
    narrow = whole(chronology, 400.0)
    (rest,) = narrow.clusters
    assert rest.count + len(narrow.events) == 40
    assert len(narrow.events) < 40
    assert whole(chronology, 1400.0).clusters == ()


def test_an_empty_case_is_lanes_alone() -> None:
    chart = whole(solved())
    assert (chart.events, chart.arrows, chart.groups, chart.notes) == ((), (), (), ())
    assert len(chart.lanes) == len(Kind)


@pytest.mark.parametrize("column", WIDTHS)
def test_no_title_breaks_a_chart(column: float) -> None:
    events = [event(n, f"{1980 + n}", title=title) for n, title in enumerate(HOSTILE)]
    chart = laid_out(solved(*events), 0.0, column)
    chart_checks.check_labels_are_free(chart)
    _check_cards(chart)


@pytest.mark.parametrize("width", [1.0, 40.0, 130.0])
@pytest.mark.parametrize("size", [6, 500])
def test_a_page_may_be_very_small(size: int, width: float) -> None:
    chronology = CASES[size]
    view = OrderView(0.0, column_extent(own_standing(chronology)), width, 10.0)
    chart = lay_out_order(own_standing(chronology), view, PLAIN, MEASURER)
    chart_checks.check_numbers(chart)
    chart_checks.check_each_once(chart, set(range(size)))


WHOLE = ChartOptions(whole_titles=True, notes=False)


@pytest.mark.parametrize("size", [6, 25, 60, 130])
@pytest.mark.parametrize("column", [40.0, 110.0, 190.0, 600.0])
def test_on_a_page_every_event_in_view_is_a_mark_with_its_whole_title(
    size: int, column: float
) -> None:
    chronology = CASES[size]
    last = (900.0 - 96.0) // column
    chart = lay_out_order(
        own_standing(chronology), OrderView(0.0, last, 900.0, 100.0), WHOLE, MEASURER
    )
    assert not chart.clusters
    chart_checks.check_each_once(chart, in_columns(chronology, 0.0, last, frozenset()))
    chart_checks.check_labels_are_free(chart)
    chart_checks.check_lanes(chart)
    for mark in chart.events:
        title = " ".join(line.text for line in mark.label)
        assert title.replace("- ", "") == chronology.case.events[mark.event].title


def test_what_is_elsewhere_leaves_its_column_tied() -> None:
    chronology = solved(event(0), event(1), event(2))
    options = structs.replace(WHOLE, elsewhere=frozenset({1, 2}))
    chart = lay_out_order(
        own_standing(chronology), OrderView(0.0, 1.0, 900.0, 300.0), options, MEASURER
    )
    assert [mark.event for mark in chart.events] == [0]
    assert len(chart.groups) == 1
    assert not chart.arrows


def test_a_page_has_all_its_arrows() -> None:
    crowd = solved(*(event(number, constraints=(before(99),)) for number in range(99)), event(99))
    fans = [event(number, constraints=(before(40 + number % 20),)) for number in range(40)]
    ends = [event(number) for number in range(40, 60)]
    assert len(_page_of(solved(*fans, *ends)).arrows) == 40
    assert len(_page_of(crowd).arrows) == 99
    many = [
        event(number, constraints=tuple(before(20 + other) for other in range(20)))
        for number in range(20)
    ]
    dense = solved(*many, *(event(number) for number in range(20, 40)))
    assert len(_page_of(dense).arrows) == 400


def _page_of(chronology: Chronology) -> Chart:
    view = OrderView(0.0, 2.0, 1_500.0, 100.0)
    return lay_out_order(own_standing(chronology), view, WHOLE, MEASURER)
