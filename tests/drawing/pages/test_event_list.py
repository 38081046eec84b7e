"""The list of events: whole, in columns, over pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.recording_surface import RecordingSurface
from tests.layout.fake_measurer import MEASURER
from timeline_app.case.model import Kind
from timeline_app.drawing.pages.event_list import (
    COLUMN_GAP,
    LEAST_COLUMN,
    ListBlock,
    ListEntry,
    ListShape,
    fill_list,
    list_items,
)
from timeline_app.drawing.theme import LIGHT
from timeline_app.layout.chart import Rect, TextRole

LEFT = 14.0


def entry(place: int, title: str = "They meet") -> ListEntry:
    return ListEntry(f"listed-{place}", Kind.CONTACT, title, ("contact · in 1985",))


def filled(
    entries: list[ListEntry], width: float = 700.0, height: float = 300.0
) -> tuple[list[ListBlock], ListShape]:
    """The pages that a list takes."""
    shape = ListShape.of(entries, LEFT, width, MEASURER)
    items = list_items(entries, shape, MEASURER)
    pages = []
    while items:
        block, items = fill_list(items, shape, height, "The events", MEASURER)
        pages.append(block)
        assert len(pages) < 10_000, "it goes on for ever"
    return pages, shape


def texts(pages: list[ListBlock]) -> str:
    surface = RecordingSurface()
    for page in pages:
        page.paint(surface, LIGHT)
    return "".join(surface.strings()).replace("The events", "").replace(" ", "").replace("-", "")


def test_an_entry_has_its_sign_number_title_and_details() -> None:
    (page,), shape = filled(
        [entry(0)._replace(number="12", details=("in 1985", "a note"), vague=True)]
    )
    surface = RecordingSurface()
    page.paint(surface, LIGHT)
    assert surface.strings() == ["The events", "12", "They meet", "in 1985", "a note"]
    number, title = (surface.text_of(text).what.place[0] for text in ("12", "They meet"))
    assert title - number == shape.number_width
    assert number - LEFT == 20.0
    assert len(surface.shapes) == 2  # the sign and its ring
    assert ("listed-0", "They meet", "in 1985 a note") in surface.groups


def test_words_that_are_no_event_have_no_sign() -> None:
    (page,), _ = filled([ListEntry("closing-0", None, "Sources: a report")])
    surface = RecordingSurface()
    page.paint(surface, LIGHT)
    assert not surface.shapes
    assert surface.text_of("Sources: a report").what.place[0] == LEFT


def test_there_are_as_many_columns_as_have_room_and_they_are_level() -> None:
    (page,), shape = filled([entry(number) for number in range(6)])
    assert shape.columns == 2
    assert shape.column_width >= LEAST_COLUMN
    xs = [x for x, _, _ in page.items]
    assert xs == [LEFT] * 3 + [LEFT + shape.column_width + COLUMN_GAP] * 3
    assert page.height < 200
    assert filled([entry(0)], width=200.0)[1].columns == 1


def test_an_entry_is_kept_together_and_a_longer_one_goes_on() -> None:
    pages, _ = filled([entry(0), entry(1, "word " * 400), entry(2)], height=120.0)
    assert len(pages) > 1
    assert pages[0].items[0][2].height == (
        MEASURER.height(TextRole.LABEL) + MEASURER.height(TextRole.NOTE)
    )
    parts = [
        item.part for page in pages for _, _, item in page.items if item.entry[2] != "They meet"
    ]
    assert parts == list(range(len(parts)))
    surface = RecordingSurface()
    for page in pages:
        page.paint(surface, LIGHT)
    names = [name for name, _, _ in surface.groups]
    assert len(names) == len(set(names))


@given(
    lengths=st.lists(st.integers(0, 900), max_size=25),
    width=st.floats(80, 1_500),
    height=st.floats(40, 900),
)
def test_nothing_is_lost_and_nothing_overlaps(
    lengths: list[int], width: float, height: float
) -> None:
    entries = [
        entry(number, f"{number}:" + "some word " * (length // 10))
        for number, length in enumerate(lengths)
    ]
    pages, shape = filled(entries, width, height)
    told = "".join(f"{one.title}{one.details[0]}" for one in entries)
    assert texts(pages) == told.replace(" ", "").replace("-", "")
    for page in pages:
        rects = [Rect(x, y, shape.column_width, item.height - 1e-6) for x, y, item in page.items]
        assert not any(one.overlaps(other) for at, one in enumerate(rects) for other in rects[:at])
        lines = [
            (x + line.x + MEASURER.width(line.text, line.role), y + line.baseline)
            for x, y, item in page.items
            for line in item.lines
            if len(line.text) > 1
        ]
        assert all(right <= LEFT + max(width, 90.0) + 1 for right, _ in lines)
        assert all(bottom <= max(height, page.height) for _, bottom in lines)
