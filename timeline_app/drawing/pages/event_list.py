"""The list of events under or behind a chart: sign, number, the whole title, and when.

Rules:
* Nothing is shortened. Entries fill the columns of a page from the left, each from the top, and go
  on over as many pages as they need.
* An entry is kept together where a column can hold it; a longer one goes on in the next.
* Where all entries have room, the columns are made equally high.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from timeline_app.case.model import Kind
from timeline_app.drawing.glyphs import paint_glyph, paint_vague_ring
from timeline_app.drawing.surface import Surface, TextStyle
from timeline_app.drawing.theme import Theme
from timeline_app.layout.chart import Rect, TextLine, TextMeasurer, TextRole
from timeline_app.layout.labels import whole_lines
from timeline_app.layout.sizes import GLYPH, GLYPH_GAP

LEAST_COLUMN: Final = 300.0
"""No column of a list is narrower where there are several, in pixels."""
COLUMN_GAP: Final = 28.0
ENTRY_GAP: Final = 7.0
HEADING_GAP: Final = 8.0
_NUMBER_GAP: Final = 7.0


class ListEntry(NamedTuple):
    """One entry. `kind` is None for words that are no event; `identity` names it in the picture.
    `details` are paragraphs under the title."""

    identity: str
    kind: Kind | None
    title: str
    details: tuple[str, ...] = ()
    number: str = ""
    hollow: bool = False
    vague: bool = False


class ListItem(NamedTuple):
    """An entry, or what of it goes on in another column, as lines from its own top left corner."""

    entry: ListEntry
    lines: tuple[TextLine, ...]
    height: float
    part: int = 0


class ListBlock(NamedTuple):
    """The items of one page, each with the place of its corner, under a heading."""

    height: float
    heading: tuple[TextLine, ...]
    items: tuple[tuple[float, float, ListItem], ...]

    def paint(self, surface: Surface, theme: Theme) -> None:
        """Paint the heading and the items."""
        for line in self.heading:
            place = (line.x, line.baseline)
            surface.text(place, line.text, line.role, TextStyle(theme.text_soft))
        for x, y, item in self.items:
            entry = item.entry
            name = f"{entry.identity}-{item.part}" if item.part else entry.identity
            with surface.shifted(x, y), surface.group(name, entry.title, " ".join(entry.details)):
                _paint_item(surface, theme, item)


class ListShape(NamedTuple):
    """How a list is set: where it begins, its columns, and how wide its numbers are."""

    left: float
    columns: int
    column_width: float
    number_width: float

    @classmethod
    def of(
        cls, entries: Sequence[ListEntry], left: float, width: float, measurer: TextMeasurer
    ) -> ListShape:
        """The shape for these entries on a page of this width."""
        columns = max(1, int((width + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP)))
        numbers = [measurer.width(one.number, TextRole.COUNT) for one in entries if one.number]
        room = max(numbers) + _NUMBER_GAP if numbers else 0.0
        return cls(left, columns, (width + COLUMN_GAP) / columns - COLUMN_GAP, room)


def list_items(
    entries: Sequence[ListEntry], shape: ListShape, measurer: TextMeasurer
) -> tuple[ListItem, ...]:
    """The entries in lines."""
    return tuple(_item(entry, shape, measurer) for entry in entries)


def _item(entry: ListEntry, shape: ListShape, measurer: TextMeasurer) -> ListItem:
    x = GLYPH + GLYPH_GAP if entry.kind is not None else 0.0
    lines: list[TextLine] = []
    if entry.number:
        ascent = measurer.ascent(TextRole.LABEL)
        lines.append(TextLine(x, ascent, entry.number, TextRole.COUNT))
        x += shape.number_width
    room = max(shape.column_width - x, 1.0)
    top = 0.0
    for text, role in (
        (entry.title, TextRole.LABEL),
        *((text, TextRole.NOTE) for text in entry.details),
    ):
        for line in whole_lines(text, room, role, measurer):
            lines.append(TextLine(x, top + measurer.ascent(role), line, role))
            top += measurer.height(role)
    return ListItem(entry, tuple(lines), max(top, GLYPH))


def fill_list(
    items: Sequence[ListItem],
    shape: ListShape,
    height: float,
    heading: str,
    measurer: TextMeasurer,
) -> tuple[ListBlock, tuple[ListItem, ...]]:
    """As many items as the columns of a page of this height hold, and those that are left. What
    has room is made no higher than it needs. At least one line is taken of the first item."""
    words = (TextLine(shape.left, measurer.ascent(TextRole.COUNT), heading, TextRole.COUNT),)
    top = measurer.height(TextRole.COUNT) + HEADING_GAP if heading else 0.0
    room = max(height - top, 1.0)
    placed, rest = _filled(items, shape.columns, room)
    if not rest:
        placed = _levelled(items, shape.columns, room)
    step = shape.column_width + COLUMN_GAP
    block = ListBlock(
        top + max((y + item.height for _, y, item in placed), default=0.0),
        words if heading else (),
        tuple((shape.left + column * step, top + y, item) for column, y, item in placed),
    )
    return block, rest


_Placed = tuple[tuple[int, float, ListItem], ...]


def _filled(
    items: Sequence[ListItem], columns: int, height: float
) -> tuple[_Placed, tuple[ListItem, ...]]:
    """Column, y and item of what has room, and what has none."""
    placed: list[tuple[int, float, ListItem]] = []
    waiting = list(reversed(items))
    for column in range(columns):
        y = 0.0
        while waiting:
            item = waiting.pop()
            if y + item.height <= height:
                placed.append((column, y, item))
                y += item.height + ENTRY_GAP
                continue
            if y > 0 and item.height <= height:
                waiting.append(item)
                break
            now, later = _parted(item, height - y)
            if now is not None:
                placed.append((column, y, now))
                waiting.append(later)
            elif y == 0:
                placed.append((column, y, item))  # a line higher than the page: nothing helps it
            else:
                waiting.append(item)
            break
    return tuple(placed), tuple(reversed(waiting))


def _parted(item: ListItem, height: float) -> tuple[ListItem | None, ListItem]:
    """What of an item fits into a height, and the rest; None where not a line does."""
    bottoms = [bottom for bottom in _line_bottoms(item) if bottom <= height]
    if not bottoms or bottoms[-1] < GLYPH:
        return None, item
    cut = bottoms[-1]
    first = tuple(line for line in item.lines if line.baseline <= cut)
    second = tuple(
        TextLine(line.x, line.baseline - cut, line.text, line.role)
        for line in item.lines
        if line.baseline > cut
    )
    later = ListItem(item.entry, second, item.height - cut, item.part + 1)
    return ListItem(item.entry, first, cut, item.part), later


def _line_bottoms(item: ListItem) -> list[float]:
    """Where an item may be parted: between two of its lines."""
    baselines = sorted({line.baseline for line in item.lines})
    tops = [after - (after - before) * 0.75 for before, after in pairwise(baselines)]
    return [*tops, item.height]


def _levelled(items: Sequence[ListItem], columns: int, most: float) -> _Placed:
    """All items in columns of nearly the same height, no higher than `most`."""
    low, high = 0.0, most
    while high - low > 1.0:
        middle = (low + high) / 2
        if any(item.height > middle for item in items) or _filled(items, columns, middle)[1]:
            low = middle
        else:
            high = middle
    return _filled(items, columns, high)[0]


def _paint_item(surface: Surface, theme: Theme, item: ListItem) -> None:
    entry = item.entry
    if entry.kind is not None and not item.part:
        square = Rect(0.0, 1.0, GLYPH, GLYPH)
        paint_glyph(surface, theme, entry.kind, square, hollow=entry.hollow)
        if entry.vague:
            paint_vague_ring(surface, theme, entry.kind, square)
    for line in item.lines:
        style = TextStyle(theme.text_colour(line.role))
        surface.text((line.x, line.baseline), line.text, line.role, style)
