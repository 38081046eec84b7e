"""What is worked out before the first frame."""

from __future__ import annotations

import pytest

from tests.layout.fake_measurer import MEASURER
from tests.layout.made_cases import random_case
from timeline_app.layout import calendar_index, column_ties, columns, extent, notes, order_index
from timeline_app.layout.calendar_chart import lay_out_calendar
from timeline_app.layout.options import CalendarView, ChartOptions, OrderView
from timeline_app.layout.order_chart import lay_out_order
from timeline_app.layout.preparing import prepare
from timeline_app.layout.standing import own_standing


def test_afterwards_nothing_is_left_to_work_out(monkeypatch: pytest.MonkeyPatch) -> None:
    chronology = random_case(8, 30)
    prepare(own_standing(chronology))
    kept = (
        calendar_index._KEPT,
        column_ties._TIES,
        column_ties._ARROWS,
        column_ties._GAPS,
        columns._KEPT,
        extent._KEPT,
        notes._KEPT,
        order_index._KEPT,
    )
    for one in kept:
        monkeypatch.setattr(one, "_work_out", None)
    calendar = CalendarView(0, 10**9, 900.0, 500.0)
    assert lay_out_calendar(own_standing(chronology), calendar, ChartOptions(), MEASURER).lanes
    order = OrderView(0.0, 5.0, 900.0, 500.0)
    assert lay_out_order(own_standing(chronology), order, ChartOptions(), MEASURER).events
