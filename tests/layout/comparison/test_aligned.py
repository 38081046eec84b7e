"""Where the events of two compared cases stand."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.chart_checks import (
    check_each_once,
    check_within_plot,
    events_in,
)
from tests.layout.comparison.compared_cases import (
    EARLY,
    FIRST_ARREST,
    LATE,
    UNDATED,
    at_random,
    early_and_late,
    early_and_undated,
)
from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import event, solved
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.case.comparing.anchors import Anchor, Which
from timeline_app.case.comparing.comparison import compare_cases
from timeline_app.case.comparing.day_zero import day_zero
from timeline_app.case.model import Kind
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.columns import columns_of
from timeline_app.layout.comparison.align import Align
from timeline_app.layout.comparison.aligned import (
    compared_extent,
    compared_standings,
    lacking_in_words,
)
from timeline_app.layout.comparison.panels import panel_options
from timeline_app.layout.extent import calendar_extent, column_extent
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.layout.relative_ticks import MEAN_MONTH

PLAIN = (ChartOptions(arrows=False, notes=False),) * 2


def test_in_order_both_have_the_shared_columns() -> None:
    comparison = early_and_late()
    found = compared_standings(comparison, Align.ORDER)
    assert (found.a.layers, found.b.layers) == (comparison.columns.a, comparison.columns.b)
    assert found.a.column_count == found.b.column_count == comparison.columns.count
    assert column_extent(found.a) == column_extent(found.b)
    assert compared_extent(found, Align.ORDER) == (0.0, column_extent(found.a))
    assert not found.a.relative
    assert not found.a.folding.folds


def test_on_the_calendar_both_have_one_folding_and_one_extent() -> None:
    found = compared_standings(early_and_late(), Align.CALENDAR)
    assert found.a.folding == found.b.folding
    assert len(found.a.folding.folds) == 1
    assert calendar_extent(found.a) == calendar_extent(found.b)
    assert compared_extent(found, Align.CALENDAR) == calendar_extent(found.a)
    for standing, chronology in ((found.a, EARLY), (found.b, LATE)):
        own = columns_of(chronology)
        for folded, bounds in zip(standing.times.bounds, own.bounds, strict=True):
            unfolded = [standing.folding.unfold(second) for second in folded.tolist()]
            assert unfolded == bounds.tolist()


def test_folding_can_be_switched_off() -> None:
    found = compared_standings(early_and_late(), Align.CALENDAR, folded=False)
    assert not found.a.folding.folds
    assert np.array_equal(found.a.times.first, columns_of(EARLY).first)


def test_an_event_in_one_case_keeps_the_axis_of_both_unfolded_there() -> None:
    apart = solved(event(0, "1990"), event(1, "2020"))
    between = solved(event(0, "1995"), event(1, "2000"), event(2, "2005"), event(3, "2012"))
    alone = compared_standings(compare_cases(apart, apart), Align.CALENDAR)
    together = compared_standings(compare_cases(apart, between), Align.CALENDAR)
    assert alone.a.folding.folds
    assert not together.a.folding.folds


def test_an_undated_case_shares_the_axis_of_the_other() -> None:
    found = compared_standings(early_and_undated(), Align.CALENDAR)
    assert calendar_extent(found.b) == calendar_extent(found.a)
    start, end = calendar_extent(found.b) or (0, 0)
    chart = lay_out_calendar(
        found.b, CalendarView(start, end, 900.0, 400.0), ChartOptions(), MEASURER
    )
    assert chart.ticks
    assert chart.notes[0].text.startswith("Nothing here is tied to the calendar")


def test_two_undated_cases_have_no_calendar() -> None:
    found = compared_standings(compare_cases(UNDATED, UNDATED), Align.CALENDAR)
    assert compared_extent(found, Align.CALENDAR) is None


def test_from_day_zero_every_bound_is_that_of_the_case() -> None:
    found = compared_standings(
        early_and_late(), Align.DAY_ZERO, FIRST_ARREST, FIRST_ARREST, folded=False
    )
    for standing, chronology in ((found.a, EARLY), (found.b, LATE)):
        zero = day_zero(chronology, FIRST_ARREST)
        assert zero is not None
        assert standing.relative
        dated = [place for place in range(6) if place not in standing.times.vague]
        for place in dated:
            assert int(standing.times.first[place]) == zero.start_earliest[place]
            assert int(standing.times.last[place]) == zero.end_latest[place]
        assert int(standing.times.first[4]) == int(standing.times.start_latest[4]) == 0
        assert MEAN_MONTH in standing.remarks
    assert found.a.remarks[0] == "Day zero is the first arrest"
    assert found.a.times.qualified == columns_of(EARLY).qualified


def test_the_uncertainty_of_the_anchor_is_in_the_others() -> None:
    found = compared_standings(early_and_late(), Align.DAY_ZERO, FIRST_ARREST, FIRST_ARREST)
    # Photographs on a day, an arrest in a month: what lies between is as uncertain as a month.
    times = found.b.times
    assert 27 * DAY <= int(times.start_latest[1] - times.start_earliest[1]) <= 30 * DAY


def test_which_event_is_day_zero_may_not_be_established() -> None:
    two = solved(event(0, "2001", kind=Kind.ARREST), event(1, "2001", kind=Kind.ARREST))
    found = compared_standings(compare_cases(two, LATE), Align.DAY_ZERO, FIRST_ARREST, FIRST_ARREST)
    assert found.a.remarks[0] == (
        "Day zero is the first arrest; which of 2 events that is is not established"
    )


def test_a_chosen_event_is_named() -> None:
    chosen = Anchor(Which.CHOSEN, event=3), Anchor(Which.CHOSEN, event=0)
    found = compared_standings(early_and_late(), Align.DAY_ZERO, *chosen)
    assert found.a.remarks[0] == "Day zero is “A colleague reports him”"
    assert found.b.remarks[0] == "Day zero is “Answers an advertisement”"


def test_publications_are_counted_from_day_zero() -> None:
    found = compared_standings(
        early_and_late(), Align.DAY_ZERO, FIRST_ARREST, FIRST_ARREST, folded=False
    )
    (exact,), (wide,) = found.a.publications, found.b.publications
    assert exact.text == "10 Jan 2016"
    assert 415 * DAY <= exact.latest <= 417 * DAY
    assert wide.text == "1 Mar 2015, here at the latest"


@pytest.mark.parametrize("anchor", [FIRST_ARREST, None])
def test_a_case_without_the_anchor_stays_and_says_so(anchor: Anchor | None) -> None:
    found = compared_standings(early_and_undated(), Align.DAY_ZERO, FIRST_ARREST, anchor)
    assert (found.a.missing, found.b.missing) == (False, True)
    start, end = calendar_extent(found.b) or (0, 0)
    view = CalendarView(start, end, 900.0, 400.0)
    chart = lay_out_calendar(found.b, view, ChartOptions(), MEASURER)
    assert [line.text for line in chart.notes] == [lacking_in_words(anchor)]
    assert chart.events == chart.clusters == chart.markers == ()
    assert len(chart.lanes) == len(Kind)
    beside = lay_out_calendar(found.a, view, ChartOptions(), MEASURER)
    assert [tick.x for tick in chart.ticks] == [tick.x for tick in beside.ticks]


def test_what_a_case_lacks_in_words() -> None:
    assert lacking_in_words(FIRST_ARREST) == "This case has no arrest to align on"
    other = Anchor(Which.LAST, Kind.OTHER)
    assert lacking_in_words(other) == "This case has no event of another kind to align on"
    for anchor in (None, Anchor(Which.CHOSEN, event=99)):
        assert lacking_in_words(anchor) == "This case has no event to align on"


def test_where_both_lack_the_anchor_there_is_no_axis() -> None:
    found = compared_standings(
        compare_cases(UNDATED, UNDATED), Align.DAY_ZERO, FIRST_ARREST, FIRST_ARREST
    )
    assert compared_extent(found, Align.DAY_ZERO) is None
    chart = lay_out_calendar(found.a, CalendarView(0, 1, 900.0, 400.0), ChartOptions(), MEASURER)
    assert chart.ticks == chart.breaks == ()


def test_an_empty_case_can_be_compared() -> None:
    comparison = compare_cases(EARLY, solved())
    for align in Align:
        found = compared_standings(comparison, align, FIRST_ARREST, FIRST_ARREST)
        assert found.b.missing == (align is Align.DAY_ZERO)
        assert compared_extent(found, align) is not None


def test_it_can_be_given_up() -> None:
    with pytest.raises(Cancelled):
        compared_standings(
            at_random(3, 60),
            Align.DAY_ZERO,
            Anchor(Which.FIRST, Kind.LEAK),
            None,
            cancelled=lambda: True,
        )


@given(seed=st.integers(0, 40), kind=st.sampled_from(tuple(Kind)))
def test_folding_is_the_same_for_both_and_exact(seed: int, kind: Kind) -> None:
    comparison = at_random(seed)
    anchor = Anchor(Which.FIRST, kind)
    for align in (Align.CALENDAR, Align.DAY_ZERO):
        folded = compared_standings(comparison, align, anchor, anchor)
        plain = compared_standings(comparison, align, anchor, anchor, folded=False)
        present = [
            (one, before)
            for one, before in ((folded.a, plain.a), (folded.b, plain.b))
            if not one.missing
        ]
        assert len({one.folding for one, _ in present}) <= 1
        for one, before in present:
            for bounds, real in zip(one.times.bounds, before.times.bounds, strict=True):
                assert [one.folding.unfold(at) for at in bounds.tolist()] == real.tolist()
                assert not np.any((bounds == OPEN_PAST) != (real == OPEN_PAST))
                assert not np.any((bounds == OPEN_FUTURE) != (real == OPEN_FUTURE))


@settings(max_examples=30)
@given(
    seed=st.integers(0, 40),
    size=st.sampled_from((8, 20)),
    column=st.sampled_from((20.0, 60.0, 170.0)),
)
def test_paired_events_stand_under_each_other(seed: int, size: int, column: float) -> None:
    comparison = at_random(seed, size)
    found = compared_standings(comparison, Align.ORDER)
    options = panel_options(found, Align.ORDER, PLAIN, MEASURER)
    last = column_extent(found.a)
    charts = [
        lay_out_order(one, OrderView(0.0, last, 120.0 + column * last, 500.0), chosen, MEASURER)
        for one, chosen in zip((found.a, found.b), options, strict=True)
    ]
    assert charts[0].header_width == charts[1].header_width
    at = [{mark.event: mark.glyph.x for mark in chart.events} for chart in charts]
    for pair in comparison.pairs:
        if (pair.a, pair.b) not in comparison.columns.apart:
            assert at[0][pair.a] == pytest.approx(at[1][pair.b])


@settings(max_examples=30)
@given(seed=st.integers(0, 9), part=st.floats(0, 0.9), align=st.sampled_from(tuple(Align)))
def test_every_shown_event_is_there_once(seed: int, part: float, align: Align) -> None:
    anchor = Anchor(Which.FIRST, Kind.LEAK)
    found = compared_standings(at_random(seed, 20), align, anchor, anchor)
    extent = compared_extent(found, align)
    if extent is None:
        return
    first, last = extent
    hidden = frozenset({0, 3})
    for standing in (found.a, found.b):
        options = ChartOptions(hidden=hidden, arrows=False, notes=False)
        begin = first + (last - first) * part
        shown = set(range(20)) - hidden
        if align is Align.ORDER:
            view = OrderView(begin, last, 1_000.0, 500.0)
            chart = lay_out_order(standing, view, options, MEASURER)
            found_events = list(events_in(chart))
            assert len(found_events) == len(set(found_events))
            # The title of an event before the view may reach into it.
            assert {one for one in shown if standing.layers[one] + 1 > begin} <= set(found_events)
        else:
            seen = CalendarView(round(begin), round(last), 1_000.0, 500.0)
            chart = lay_out_calendar(standing, seen, options, MEASURER)
            times = standing.times
            expected = {
                one
                for one in shown
                if times.last[one] >= seen.span_start
                and times.first[one] < seen.span_end
                and not standing.missing
            }
            check_within_plot(chart)
            check_each_once(chart, expected)


@pytest.mark.parametrize(("align", "anchor"), list(product(Align, (FIRST_ARREST,))))
def test_comparing_the_other_way_round_gives_the_same_places(align: Align, anchor: Anchor) -> None:
    one = compared_standings(compare_cases(EARLY, LATE), align, anchor, anchor)
    other = compared_standings(compare_cases(LATE, EARLY), align, anchor, anchor)
    for first, second in ((one.a, other.b), (one.b, other.a)):
        assert first.folding == second.folding
        assert first.shared_extent == second.shared_extent
        assert first.layers == second.layers
        assert all(
            np.array_equal(left, right)
            for left, right in zip(first.times.bounds, second.times.bounds, strict=True)
        )
