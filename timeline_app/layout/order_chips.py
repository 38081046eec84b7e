"""Chips on the order axis: cards of one line, where columns are too narrow for cards.

Rules:
* A chip begins in its column with its glyph, and its title reaches over the columns to the right.
  Where the last column ends before the title does, it is shortened; where nearly nothing would be
  left of it, it stands before the chip. So the card itself never lies in another column than its
  own at its left edge.
* The chips of a lane are packed into rows over all its columns, so that none overlaps another and
  none jumps while the view is moved.
* On a page (`whole`) a title takes as many lines as it needs, a row is as high as its highest chip,
  and only the chips of the columns in view are packed.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.layout.chart import Cluster, EventMark, Rect, TextLine, TextRole
from timeline_app.layout.labels import elided
from timeline_app.layout.order_sheet import OrderSheet
from timeline_app.layout.packing import pack
from timeline_app.layout.plain import plain_line
from timeline_app.layout.sizes import GLYPH, GLYPH_GAP

CHIP_COLUMN = 30.0
"""Columns at least so wide hold chips, in a small case."""
TEXT_MOST = 208.0
"""No title of a chip is wider."""
TEXT_LEAST = 64.0
"""Where no more than this is left before the end, a title stands left of its card."""
WHOLE_LEAST = 120.0
"""The same for a title that takes as many lines as it needs."""
CHIP_GAP = 24.0
"""Between two chips of a row, so that an arrow has room."""
ROW_GAP = 7.0
PADDING = 5.0
_BEFORE_GLYPH = 10.0  # the coloured edge of the card, and air
_AFTER_TEXT = 8.0
_INSET = 4.0  # from the edge of the column to the chip
_AROUND_TEXT = _BEFORE_GLYPH + GLYPH + GLYPH_GAP + _AFTER_TEXT


class Chip(Struct, frozen=True, gc=False):
    """An event's chip in pixels from the beginning of the first column: its card from `left`, and
    the lines of its title, which lie in the card or, where it is `turned`, before it."""

    event: int
    left: float
    width: float
    lines: tuple[str, ...]
    text_width: float
    turned: bool
    row: int = 0

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where card and title reach."""
        before = GLYPH_GAP + self.text_width if self.turned and self.lines else 0.0
        return self.left - before, self.left + self.width


class ChipArrangement:
    """Chips in rows; every lane is packed as a whole."""

    def __init__(self, sheet: OrderSheet) -> None:
        """Measure and pack all chips."""
        self._sheet = sheet
        self._chips = [self._packed(lane) for lane in range(len(sheet.index.names))]
        self._place = {chip.event: chip for lane in self._chips for chip in lane}
        self._rows = [self._row_heights(chips) for chips in self._chips]
        self._lanes: Sequence[Rect] = ()

    def chip_height(self, lines: int = 1) -> float:
        """The height of a chip with so many lines."""
        return max(lines * self._sheet.sizes.label, GLYPH) + 2 * PADDING

    def contents_height(self, lane: int) -> float:
        """The height of all rows of a lane."""
        heights = self._rows[lane]
        return sum(heights) + ROW_GAP * max(0, len(heights) - 1)

    def _row_heights(self, chips: Sequence[Chip]) -> list[float]:
        """The height of each row, from the top."""
        most = [1] * (1 + max((chip.row for chip in chips), default=-1))
        for chip in chips:
            most[chip.row] = max(most[chip.row], len(chip.lines))
        return [self.chip_height(lines) for lines in most]

    def place_in(self, lanes: Sequence[Rect]) -> None:
        """Take the lanes in which to stand."""
        self._lanes = lanes

    def marks(self) -> tuple[list[EventMark], list[Cluster]]:
        """The chips of which something is in view."""
        return [
            self._mark(chip) for lane in self._chips for chip in lane if self._is_seen(chip)
        ], []

    def _is_seen(self, chip: Chip) -> bool:
        left, right = chip.extent
        origin, scale = self._sheet.scale.x(0.0), self._sheet.scale
        return origin + right > scale.left and origin + left < scale.right

    def place_of(self, event: int) -> Rect:
        """The card of a chip; on a page where it is not in view, the place of its column."""
        chip = self._place.get(event)
        if chip is None:
            return self._sheet.beside_the_plot(event, self._lanes)
        return self._box(chip)

    def row_gaps(self) -> list[float]:
        """The middle of each gap between two rows."""
        return [
            self._row_top(lane, row) - ROW_GAP / 2
            for lane, heights in enumerate(self._rows)
            for row in range(1, max(len(heights), 1))
        ]

    def _box(self, chip: Chip) -> Rect:
        """The card of a chip."""
        lane = self._sheet.index.lane_of[chip.event]
        height = self.chip_height(max(len(chip.lines), 1))
        y = self._row_top(lane, chip.row) + (self._rows[lane][chip.row] - height) / 2
        return Rect(self._sheet.scale.x(0.0) + chip.left, y, chip.width, height)

    def _row_top(self, lane: int, row: int) -> float:
        rect, heights = self._lanes[lane], self._rows[lane]
        top = rect.y + (rect.height - self.contents_height(lane)) / 2
        return top + sum(heights[:row]) + row * ROW_GAP

    def _packed(self, lane: int) -> list[Chip]:
        index, sheet = self._sheet.index, self._sheet
        low, high = index.lane_starts[lane], index.lane_starts[lane + 1]
        events: list[int] = index.order[low:high].tolist()
        if sheet.whole:
            chips = [self._whole_chip(one) for one in events if not sheet.is_out_of_view(one)]
        else:
            chips = [self._chip(event) for event in events]
        rows = pack((chip.extent for chip in chips), gap=CHIP_GAP) or []
        return [replace(chip, row=row) for chip, row in zip(chips, rows, strict=True)]

    def _chip(self, event: int) -> Chip:
        """The chip of an event before it has a row."""
        column = self._sheet.scale.column_width
        left = self._sheet.layers[event] * column + _INSET
        room = self._sheet.extent * column - _INSET - left - _AROUND_TEXT
        text, width = self._title(event, TEXT_MOST)
        if width > room >= TEXT_LEAST:
            text, width = self._title(event, room)
        if width <= room:
            return _chip_of(event, left, (text,) if text else (), width, turned=False)
        text, width = self._title(event, min(TEXT_MOST, left - GLYPH_GAP))
        return _chip_of(event, left, (text,) if text else (), width, turned=True)

    def _title(self, event: int, room: float) -> tuple[str, float]:
        title, measurer = self._sheet.case.events[event].title, self._sheet.measurer
        text = elided(title, room, TextRole.LABEL, measurer)
        return text, measurer.width(text, TextRole.LABEL)

    def _whole_chip(self, event: int) -> Chip:
        """The chip of an event with all of its title, between the edges of the view."""
        scale, measurer = self._sheet.scale, self._sheet.measurer
        column = scale.column_width
        left = self._sheet.layers[event] * column + _INSET
        room = min(scale.last, self._sheet.extent) * column - _INSET - left - _AROUND_TEXT
        before = left - max(scale.first, 0.0) * column - GLYPH_GAP - _INSET
        needed = min(measurer.width(self._sheet.title(event), TextRole.LABEL), WHOLE_LEAST)
        turned = room < needed and room < before
        lines = self._sheet.lines(event, min(TEXT_MOST, max(before if turned else room, 1.0)))
        width = max((measurer.width(line, TextRole.LABEL) for line in lines), default=0.0)
        return _chip_of(event, left, lines, width, turned=turned)

    def _mark(self, chip: Chip) -> EventMark:
        sheet, sizes, card = self._sheet, self._sheet.sizes, self._box(chip)
        event = sheet.case.events[chip.event]
        glyph_x = card.x + _BEFORE_GLYPH
        text_x = glyph_x + GLYPH + GLYPH_GAP
        if chip.turned:
            text_x = card.x - GLYPH_GAP - chip.text_width
        height = max(len(chip.lines), 1) * sizes.label
        baseline = card.y + (card.height - height) / 2 + sizes.label_ascent
        left, right = (sheet.scale.x(0.0) + end for end in chip.extent)
        return EventMark(
            event=chip.event,
            kind=event.kind,
            area=Rect(left, card.y, right - left, card.height),
            glyph=Rect(glyph_x, card.y + (card.height - GLYPH) / 2, GLYPH, GLYPH),
            label=tuple(
                TextLine(text_x, baseline + row * sizes.label, line, TextRole.LABEL)
                for row, line in enumerate(chip.lines)
            ),
            card=card,
            hollow=event.prevented,
            elided=(
                sheet.is_numbered(chip.event)
                if sheet.whole
                else "".join(chip.lines) != plain_line(event.title)
            ),
            vague=sheet.is_vague(chip.event),
        )


def _chip_of(
    event: int, left: float, lines: tuple[str, ...], text_width: float, *, turned: bool
) -> Chip:
    """A chip whose card holds the title, or only its glyph where the title is turned out of it."""
    width = _BEFORE_GLYPH + GLYPH + _AFTER_TEXT if turned else _AROUND_TEXT + text_width
    return Chip(event, left, width, lines, text_width, turned)
