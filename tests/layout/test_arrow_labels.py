"""Room for the labels of arrows."""

from __future__ import annotations

from tests.layout.chart_checks import holds, text_rect
from tests.layout.made_cases import event, solved
from tests.layout.made_sheets import order_sheet
from timeline_app.layout.arrow_labels import LabelPlaces
from timeline_app.layout.chart import Rect
from timeline_app.layout.order_paths import Points, Port, curve

PLOT = Rect(100.0, 0.0, 800.0, 300.0)
OWN = (Rect(200.0, 80.0, 100.0, 40.0), Rect(500.0, 80.0, 100.0, 40.0))
LINE = curve(Port(300.0, 100.0), Port(500.0, 100.0))


def places(*paths: Points, taken: tuple[Rect, ...] = OWN, plot: Rect = PLOT) -> LabelPlaces:
    return LabelPlaces(order_sheet(solved(event(0)), 200.0), paths or (LINE,), taken, plot)


def test_a_label_stands_beneath_the_middle() -> None:
    label = places().beside(LINE, OWN, "≥ 1 month")
    assert label is not None
    rect = text_rect(label)
    assert rect.y > 100.0
    assert 390.0 < rect.x + rect.width / 2 < 415.0


def test_two_labels_do_not_meet() -> None:
    found = places()
    first, second = (found.beside(LINE, OWN, "≥ 1 month") for _ in range(2))
    assert first is not None
    assert second is not None
    assert not text_rect(first).overlaps(text_rect(second))


def test_a_line_is_kept_free_where_that_is_possible() -> None:
    below = curve(Port(300.0, 110.0), Port(500.0, 110.0))
    label = places(LINE, below).beside(LINE, OWN, "≥ 1 month")
    assert label is not None
    assert text_rect(label).bottom < 100.0


def test_without_room_there_is_no_label() -> None:
    wall = Rect(0.0, 0.0, 2_000.0, 2_000.0)
    assert places(taken=(wall,)).beside(LINE, OWN, "≥ 1 month") is None
    narrow = Rect(390.0, 90.0, 20.0, 20.0)
    assert places(plot=narrow).beside(LINE, OWN, "≥ 1 month") is None


def test_a_label_lies_in_the_plot() -> None:
    plot = Rect(100.0, 0.0, 800.0, 112.0)
    label = places(plot=plot).beside(LINE, OWN, "≥ 1 month")
    assert label is not None
    assert holds(plot, text_rect(label))
