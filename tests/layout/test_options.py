"""What a chart is asked for."""

from __future__ import annotations

import pytest
from msgspec import structs

from timeline_app.layout.chart import LanesBy
from timeline_app.layout.options import CalendarView, ChartOptions, Density, OrderView


def test_by_default_everything_is_shown_by_kind() -> None:
    options = ChartOptions()
    assert options.lanes_by is LanesBy.KIND
    assert options.hidden == frozenset()
    assert options.arrows
    assert options.notes
    assert options.density is Density.COMFORTABLE


@pytest.mark.parametrize(
    "value",
    [ChartOptions(), CalendarView(0, 1, 2.0, 3.0), OrderView(0.0, 1.0, 2.0, 3.0)],
    ids=lambda value: type(value).__name__,
)
def test_they_are_frozen_and_equal_by_value(value: ChartOptions | CalendarView | OrderView) -> None:
    assert structs.replace(value) == value
    assert hash(structs.replace(value)) == hash(value)
    with pytest.raises(AttributeError, match="immutable"):
        setattr(value, structs.fields(value)[0].name, None)


def test_what_is_hidden_and_what_is_elsewhere_is_left_out() -> None:
    options = ChartOptions(hidden=frozenset({1}), elsewhere=frozenset({2}))
    assert options.left_out == {1, 2}
    assert ChartOptions(hidden=frozenset({1})).left_out == {1}
