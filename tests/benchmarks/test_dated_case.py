"""The cases that frames are measured with."""

from __future__ import annotations

from benchmarks.dated_case import COARSE, SPANS, dated_case
from timeline_app.case.civil import DAY, OPEN_FUTURE, OPEN_PAST
from timeline_app.case.model import Shape

COUNT = 3_000


def test_dates_are_as_imprecise_as_is_said() -> None:
    case = dated_case(COUNT)
    moments = [event for event, told in enumerate(case.case.events) if told.shape is Shape.MOMENT]
    coarse = [
        event for event in moments if case.start_latest[event] - case.start_earliest[event] >= DAY
    ]
    assert abs(len(coarse) / len(moments) - COARSE) < 0.05
    assert abs(1 - len(moments) / COUNT - SPANS) < 0.05


def test_every_event_is_tied_to_the_calendar_and_none_contradicts_itself() -> None:
    case = dated_case(COUNT)
    assert not case.contradictions
    assert min(case.start_earliest) > OPEN_PAST
    assert max(case.end_latest) < OPEN_FUTURE


def test_a_seed_gives_the_same_case() -> None:
    assert dated_case(50).case == dated_case(50).case
    assert dated_case(50).case != dated_case(50, 8).case
