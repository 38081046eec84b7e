"""Which page gets what."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.layout.fake_measurer import MEASURER
from timeline_app.case.cancelling import Cancelled
from timeline_app.case.model import Kind
from timeline_app.drawing.legend import Meaning
from timeline_app.drawing.pages.block import LegendBlock
from timeline_app.drawing.pages.body import LaidOutBody, PageBody
from timeline_app.drawing.pages.event_list import ListBlock, ListEntry
from timeline_app.drawing.pages.frame import PageWords
from timeline_app.drawing.pages.paper import Paper
from timeline_app.drawing.surface import Surface
from timeline_app.drawing.theme import Theme
from timeline_app.pictures.book import Fits, Part
from timeline_app.pictures.planning import LEAST_SCALE, SEVERAL_SCALE, PlannedPage, Planning

PAGE = Paper(800, 600).laid_out()


@dataclass(frozen=True)
class FakeBody:
    """Something so high, whatever it is laid out for."""

    height: float

    def lay_out(self, width: float, height: float) -> LaidOutBody:
        assert width > 0
        assert height > 0

        def paint(_surface: Surface, _theme: Theme) -> None:
            """Nothing."""

        return LaidOutBody(self.height, paint, meanings=(Meaning.STATED,))


@dataclass(frozen=True)
class FakeBook:
    """A book of a body, which falls into so many parts of the same height."""

    height: float = 300.0
    count: int = 4
    part_height: float = 200.0
    entries: tuple[ListEntry, ...] = ()
    list_needed: bool = False
    words: PageWords = field(default=PageWords("A title", "", ("All are shown.",), "Case made"))
    title: str = "A title"

    def whole(self, *, dense: bool) -> PageBody:
        return FakeBody(self.height - 20.0 * dense)

    def parts(self, width: float, fits: Fits) -> list[Part] | None:
        assert width > 0
        body = FakeBody(self.part_height)
        if not fits(body, first=True):
            return None
        return [Part(body, f"Part {number}") for number in range(1, self.count + 1)]


def entries(count: int) -> tuple[ListEntry, ...]:
    return tuple(ListEntry(f"listed-{n}", Kind.LEAK, f"Event {n}", ("x",)) for n in range(count))


def planning(book: FakeBook, *, legend: bool = True, event_list: bool = True) -> Planning:
    return Planning(book, PAGE, MEASURER, legend, event_list)


def kinds_of(page: PlannedPage) -> list[str]:
    names = {LaidOutBody: "chart", LegendBlock: "legend", ListBlock: "list"}
    blocks = (placed.block for placed in page.page.blocks)
    return [names[type(block)] for block in blocks if type(block) in names]


def scale_of(page: PlannedPage) -> float:
    return page.page.layout.scale


def test_what_has_room_is_on_one_page_at_its_own_size() -> None:
    (page,) = planning(FakeBook(entries=entries(4))).pages() or ()
    assert kinds_of(page) == ["chart", "legend", "list"]
    assert scale_of(page) == 1.0
    assert page.heading == ""


def test_what_has_nearly_room_is_made_smaller() -> None:
    (page,) = planning(FakeBook(560.0, entries=entries(4))).pages() or ()
    assert LEAST_SCALE <= scale_of(page) < 1.0
    assert page.page.layout.on_paper == pytest.approx((800, 600))


def test_a_list_without_room_is_on_pages_behind() -> None:
    pages = planning(FakeBook(440.0, entries=entries(24))).pages() or ()
    assert [kinds_of(page) for page in pages] == [["chart", "legend"], ["list"]]
    assert [scale_of(page) for page in pages] == [1.0, 1.0]


def test_a_chart_without_room_is_on_several_pages() -> None:
    pages = planning(FakeBook(2_000.0, entries=entries(20))).pages() or ()
    assert [kinds_of(page) for page in pages] == [*[["chart", "legend"]] * 4, ["list"]]
    assert [page.heading for page in pages][:2] == ["Part 1", "Part 2"]
    assert {scale_of(page) for page in pages} == {SEVERAL_SCALE}


def test_parts_with_no_room_are_tried_at_the_least_size() -> None:
    pages = planning(FakeBook(2_000.0, part_height=640.0)).pages() or ()
    assert {scale_of(page) for page in pages} == {LEAST_SCALE}
    assert planning(FakeBook(2_000.0, part_height=900.0)).pages() is None


def test_legend_and_list_may_be_left_out_unless_they_are_needed() -> None:
    book = FakeBook(entries=entries(4))
    (page,) = planning(book, legend=False, event_list=False).pages() or ()
    assert kinds_of(page) == ["chart"]
    needed = FakeBook(entries=entries(4), list_needed=True)
    (page,) = planning(needed, legend=False, event_list=False).pages() or ()
    assert kinds_of(page) == ["chart", "list"]


def test_words_too_long_for_a_page_are_listed() -> None:
    words = PageWords("A title", "", tuple(f"Source {n} " * 20 for n in range(40)), "Case made")
    pages = planning(FakeBook(words=words), event_list=False).pages() or ()
    first, *behind = pages
    assert kinds_of(first) == ["chart", "legend"]
    listed = [placed.block for page in behind for placed in page.page.blocks]
    items = [item for block in listed if isinstance(block, ListBlock) for item in block.items]
    assert {item.entry.title for _, _, item in items} == set(words.footer)


def test_the_least_height_is_enough_for_one_page_and_hardly_less() -> None:
    book = FakeBook(2_000.0, entries=entries(30))
    height = planning(book).least_height()
    assert planning(book).on(Paper(800, int(height) + 1).laid_out()).one_page() is not None
    assert planning(book).on(Paper(800, int(height) - 12).laid_out()).one_page() is None


def test_nobody_waits_for_it_any_more() -> None:
    with pytest.raises(Cancelled):
        Planning(FakeBook(), PAGE, MEASURER, cancelled=lambda: True).pages()
