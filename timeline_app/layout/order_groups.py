"""Dashed boxes round events of a column whose order is not established, or which coincide.

Rules:
* Round cards the box goes closely, with its words above them, where the cards leave room.
* Round chips, which reach beyond their column, it marks the column. Its words then stand in the
  box if they touch nothing, or are left out.
* The edge of the plot never cuts words: without its beginning “order not established” would say
  the opposite. They stand in what is seen of the box, or are left out.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.layout.chart import Group, Rect, TextLine, TextRole
from timeline_app.layout.column_ties import SAME_TIME, ColumnTie
from timeline_app.layout.labels import free_of
from timeline_app.layout.order_cards import TIE_GAP, CardArrangement, tie_lines, topmost
from timeline_app.layout.order_sheet import Arrangement, OrderSheet

AIR = 6.0
"""From the cards to the box."""


class Tied(Struct, frozen=True, gc=False):
    """The boxes of a chart, and the rectangles of their words."""

    groups: tuple[Group, ...]
    words: tuple[Rect, ...]


def tie_boxes(
    sheet: OrderSheet,
    arrangement: Arrangement,
    ties: Mapping[int, ColumnTie],
    taken: list[Rect],
) -> Tied:
    """The boxes of the columns in view. `taken` is what their words must not touch."""
    groups: list[Group] = []
    words: list[Rect] = []
    for column in sheet.visible:
        tie = ties.get(column)
        if tie is None:
            continue
        if isinstance(arrangement, CardArrangement):
            group = _round_cards(sheet, arrangement, column, tie)
        else:
            group = _round_column(sheet, arrangement, column, tie, taken)
        groups.append(replace(group, same_time=tie.text == SAME_TIME))
        words.extend(_line_rects(sheet, group))
    return Tied(tuple(groups), tuple(words))


def _round_cards(
    sheet: OrderSheet, arrangement: CardArrangement, column: int, tie: ColumnTie
) -> Group:
    boxes = [arrangement.place_of(event) for event in tie.events]
    left = min(box.x for box in boxes) - AIR
    right = max(box.right for box in boxes) + AIR
    bottom = max(box.bottom for box in boxes) + AIR
    lines = tie_lines(sheet, tie.text, arrangement.size.width)
    lane = sheet.index.lane_of[topmost(sheet, tie)]
    if not lines:
        top = min(box.y for box in boxes) - AIR
        return Group(Rect(left, top, right - left, bottom - top), ())
    cards = [arrangement.place_of(event).y for event in sheet.index.cell(lane, column)]
    first_line = min(cards) - TIE_GAP - len(lines) * sheet.sizes.note
    top = first_line - TIE_GAP / 2
    rect = Rect(left, top, right - left, bottom - top)
    return Group(rect, _lines(sheet, lines, rect, first_line))


def _round_column(
    sheet: OrderSheet, arrangement: Arrangement, column: int, tie: ColumnTie, taken: list[Rect]
) -> Group:
    boxes = [arrangement.place_of(event) for event in tie.events]
    left = sheet.scale.x(column) + 1.0
    width = sheet.scale.column_width - 2.0
    top = min(box.y for box in boxes) - AIR
    bottom = max(box.bottom for box in boxes) + AIR
    lines = tie_lines(sheet, tie.text, width - 2 * TIE_GAP)
    height = len(lines) * sheet.sizes.note + TIE_GAP
    if lines and free_of(Rect(left, top - height, width, height), taken):
        rect = Rect(left, top - height, width, bottom - top + height)
        if rect.y >= 0:
            return Group(rect, _lines(sheet, lines, rect, rect.y + TIE_GAP / 2))
    return Group(Rect(left, top, width, bottom - top), ())


def _lines(
    sheet: OrderSheet, lines: tuple[str, ...], rect: Rect, top: float
) -> tuple[TextLine, ...]:
    left, right = max(rect.x, sheet.scale.left), min(rect.right, sheet.scale.right)
    widths = [sheet.measurer.width(line, TextRole.NOTE) for line in lines]
    if max(widths) > right - left:
        return ()
    return tuple(
        TextLine(
            left + (right - left - width) / 2,
            top + row * sheet.sizes.note + sheet.sizes.note_ascent,
            line,
            TextRole.NOTE,
        )
        for row, (line, width) in enumerate(zip(lines, widths, strict=True))
    )


def _line_rects(sheet: OrderSheet, group: Group) -> list[Rect]:
    return [
        Rect(
            line.x,
            line.baseline - sheet.sizes.note_ascent,
            sheet.measurer.width(line.text, TextRole.NOTE),
            sheet.sizes.note,
        )
        for line in group.label
    ]
