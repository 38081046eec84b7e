"""Arrows of the order axis."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tests.layout.made_cases import event, solved
from tests.layout.made_sheets import order_sheet
from timeline_app.case.model import Basis
from timeline_app.case.solving.arrows import OrderArrow
from timeline_app.layout.chart import Arrow, Cluster, EventMark, Rect
from timeline_app.layout.order_arrows import BEYOND, FAN, HOOK, ArrowDrawing

PLOT = Rect(100.0, 0.0, 800.0, 500.0)


class Boxes:
    """An arrangement whose boxes are given."""

    def __init__(self, *boxes: Rect) -> None:
        self.boxes = boxes

    def contents_height(self, lane: int) -> float:
        return 0.0

    def place_in(self, lanes: Sequence[Rect]) -> None:
        pass

    def marks(self) -> tuple[list[EventMark], list[Cluster]]:
        return [], []

    def place_of(self, event: int) -> Rect:
        return self.boxes[event]

    def row_gaps(self) -> list[float]:
        return []


def arrow(first: int, second: int, *, weak: bool = False) -> OrderArrow:
    return OrderArrow(first, second, weak, Basis.INFERRED, 1, None)


def drawn(
    boxes: Boxes,
    *wanted: OrderArrow,
    gaps: dict[tuple[int, int], str] | None = None,
    layers: tuple[int, ...] = (0, 1, 2, 3),
) -> tuple[Arrow, ...]:
    sheet = replace(order_sheet(solved(*(event(n) for n in range(4))), 200.0), layers=layers)
    drawing = ArrowDrawing(sheet, boxes, boxes.boxes, [])
    told = gaps or {}
    return drawing.arrows(
        wanted, lambda first, second: told.get((first, second), ""), boxes.boxes, PLOT
    )


def box(column: int, y: float) -> Rect:
    return Rect(110.0 + 200.0 * column, y, 150.0, 50.0)


def test_an_arrow_runs_from_edge_to_edge() -> None:
    (one,) = drawn(Boxes(box(0, 0), box(1, 100)), arrow(0, 1, weak=True))
    assert (one.first, one.second, one.weak, one.basis) == (0, 1, True, Basis.INFERRED)
    assert one.points[0] == (260.0, 25.0)
    assert one.points[-1] == (310.0, 125.0)
    assert one.label is None


def test_arrows_at_one_box_fan_out_in_the_order_of_their_ends() -> None:
    boxes = Boxes(box(0, 200), box(1, 0), box(1, 200), box(1, 400))
    ends = {one.second: one for one in drawn(boxes, *(arrow(0, n) for n in (3, 1, 2)))}
    leaving = [ends[number].points[0][1] for number in (1, 2, 3)]
    assert leaving == [225.0 - FAN, 225.0, 225.0 + FAN]
    boxes = Boxes(box(0, 0), box(0, 200), box(0, 400), box(1, 200))
    begins = {one.first: one for one in drawn(boxes, *(arrow(n, 3) for n in (2, 0, 1)))}
    arriving = [begins[number].points[-1][1] for number in (0, 1, 2)]
    assert arriving == [225.0 - FAN, 225.0, 225.0 + FAN]


def test_within_a_column_an_arrow_goes_round_the_side() -> None:
    (one,) = drawn(Boxes(box(0, 0), box(0, 100)), arrow(0, 1, weak=True), layers=(0, 0, 0, 0))
    assert one.points[0][0] == one.points[-1][0] == 260.0
    assert one.points[1][0] == 260.0 + HOOK


def test_an_end_out_of_view_lies_just_beyond_the_edge() -> None:
    (one,) = drawn(Boxes(box(0, 0), Rect(90_000.0, 100.0, 150.0, 50.0)), arrow(0, 1))
    assert one.points[-1] == (900.0 + BEYOND, 125.0)
    (one,) = drawn(Boxes(Rect(-90_000.0, 0.0, 150.0, 50.0), box(0, 100)), arrow(0, 1))
    assert one.points[0] == (100.0 - BEYOND, 25.0)


def test_a_box_that_is_not_to_the_right_is_reached_from_above() -> None:
    boxes = Boxes(Rect(110.0, 0.0, 400.0, 26.0), Rect(120.0, 100.0, 300.0, 26.0))
    (one,) = drawn(boxes, arrow(0, 1))
    assert one.points[0][1] == 26.0
    assert one.points[-1][1] == 100.0
    boxes = Boxes(Rect(110.0, 100.0, 400.0, 26.0), Rect(200.0, 0.0, 300.0, 26.0))
    (one,) = drawn(boxes, arrow(0, 1))
    assert one.points[0][1] == 100.0
    assert one.points[-1] == (200.0, 13.0)


def test_a_label_stands_beside_its_arrow() -> None:
    (one,) = drawn(Boxes(box(0, 0), box(2, 300)), arrow(0, 1), gaps={(0, 1): "≥ 1 month"})
    assert one.label is not None
    assert one.label.text == "≥ 1 month"
    assert 260.0 < one.label.x < 510.0
