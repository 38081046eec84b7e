"""Zooming, panning and showing in a comparison, on columns and on a calendar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.session.small_cases import four_events, hired, opened
from timeline_app.case.comparing.choices import PairChoices
from timeline_app.layout.comparison.align import Align
from timeline_app.session import comparing_spans
from timeline_app.session.compared import Compared, Wanted, work_out
from timeline_app.session.comparing_spans import ends, known_seconds, whole_of
from timeline_app.session.spans import CalendarSpan, ColumnSpan


def worked_out(align: Align) -> Compared:
    a, b = opened(four_events()).chronology, opened(hired()).chronology
    assert a is not None
    assert b is not None
    return work_out(Wanted(a, b, PairChoices(), align, (None, None), folded=False))


ORDER, CALENDAR = worked_out(Align.ORDER), worked_out(Align.CALENDAR)
EITHER = pytest.mark.parametrize("compared", [ORDER, CALENDAR], ids=["order", "calendar"])
PARTS = st.floats(-3.0, 3.0)


@EITHER
def test_the_whole_is_of_the_kind_of_the_axis(compared: Compared) -> None:
    kind = ColumnSpan if compared is ORDER else CalendarSpan
    assert isinstance(whole_of(compared), kind)
    assert ends(whole_of(compared)) == compared.whole


def test_where_nothing_is_dated_there_is_a_stretch_all_the_same() -> None:
    assert whole_of(replace(CALENDAR, whole=None)) == comparing_spans.NOTHING_DATED


@EITHER
@given(factor=st.floats(0.01, 100.0), anchor=st.floats(0.0, 1.0), fraction=PARTS)
def test_what_is_at_the_anchor_stays_and_nothing_leaves_the_axis(
    compared: Compared, factor: float, anchor: float, fraction: float
) -> None:
    zoomed = comparing_spans.zoomed(whole_of(compared), compared, factor, anchor)
    moved = comparing_spans.panned(zoomed, compared, fraction)
    assert moved.length == pytest.approx(zoomed.length)
    assert moved.length > 0
    if isinstance(moved, ColumnSpan):
        assert moved.first >= 0.0
        assert moved.last <= ends(whole_of(ORDER))[1] + 1e-9


@EITHER
@pytest.mark.parametrize("event", range(4))
def test_an_event_is_brought_into_view_and_then_stays_there(compared: Compared, event: int) -> None:
    first, last = ends(whole_of(compared))
    for standing in compared.standings:
        far = comparing_spans.seeing(
            whole_of(compared), compared, first, first + (last - first) / 9
        )
        near = comparing_spans.revealing(far, compared, standing, event)
        assert comparing_spans.revealing(near, compared, standing, event) == near
        assert near.length == pytest.approx(far.length)
        if isinstance(near, ColumnSpan):
            assert near.first <= standing.layers[event] <= near.last
        else:
            known = known_seconds(standing, event)
            assert min(known) <= near.end
            assert max(known) >= near.start
        assert comparing_spans.revealing(far, compared, standing, None) == far


@EITHER
def test_chosen_events_of_both_are_shown_together(compared: Compared) -> None:
    chosen = [(compared.standings.a, 3), (compared.standings.b, 3)]
    fitted = comparing_spans.fitted_to(whole_of(compared), compared, chosen)
    if isinstance(fitted, ColumnSpan):
        assert fitted.length == 2.0
        assert fitted.first < compared.standings.a.layers[3] < fitted.last
    else:
        seconds = [one for standing, event in chosen for one in known_seconds(standing, event)]
        assert fitted.start <= min(seconds)
        assert max(seconds) <= fitted.end
    assert comparing_spans.fitted_to(fitted, compared, []) == fitted
