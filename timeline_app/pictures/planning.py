"""Which page gets what: one page where everything has room, else as many as it takes.

Rules:
* First everything is tried on one page, made smaller as far as text stays readable (`LEAST_SCALE`).
* Then the chart alone on a page, with the list of events behind it.
* Then the chart on several pages, each with its legend, and the list behind them.
* The list is laid out for whole pages; nothing of it, and no word of the footer, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.drawing.legend import Meaning, lay_out_legend
from timeline_app.drawing.pages.block import Block, LegendBlock
from timeline_app.drawing.pages.body import PageBody
from timeline_app.drawing.pages.event_list import (
    ListEntry,
    ListItem,
    ListShape,
    fill_list,
    list_items,
)
from timeline_app.drawing.pages.frame import (
    INSET,
    Frame,
    PageNumber,
    first_frame,
    next_frame,
)
from timeline_app.drawing.pages.page import (
    BLOCK_GAP,
    PADDING,
    Page,
    compose,
    contents_height,
    contents_room,
)
from timeline_app.drawing.pages.paper import Layout
from timeline_app.layout.chart import TextMeasurer
from timeline_app.pictures.book import Book, Fits, Part
from timeline_app.pictures.calendar_parts import WITHOUT_LONG

LEAST_SCALE: Final = 0.7
"""Nothing is made smaller than this: a label of 13 pixels is then one of 9."""
SEVERAL_SCALE: Final = 0.8
"""How large everything is where it takes several pages."""
HOPELESS: Final = 1.3
"""A chart that is so many times as high as a page is not tried on one."""
DENSE_BELOW: Final = 0.85
"""What is smaller than this has less room between its rows."""
_FACTORS: Final = (1.0, 0.94, 0.88, 0.82, 0.76, LEAST_SCALE)
_LIST: Final = "The events, and what is known of when they were"
_LIST_GOES_ON: Final = "The events (continued)"
_SOME: Final = PageNumber(8, 8)  # a page that is one of several, before it is known how many
# As long as any heading of a part: a stretch of time, what is not in it, and which portion of it.
_HEADING: Final = (
    f"28 September 8888, 00:00 to 28 September 8888, 00:00; {WITHOUT_LONG}, part 88 of 88"
)
_ORDER_SIGNS: Final = frozenset(
    {
        *(Meaning.CERTAIN, Meaning.NOT_AFTER, Meaning.GROUP),
        *(Meaning.STATED, Meaning.INFERRED, Meaning.ASSUMED),
    }
)


Made = TypeVar("Made")


class PlannedPage(NamedTuple):
    """A page, and in words what of the whole it shows: nothing where it shows all of it."""

    page: Page
    heading: str


class _Contents(NamedTuple):
    """What a page shows, before its number is known."""

    heading: str
    blocks: tuple[Block, ...]
    listed: bool = False


def _largest(attempt: Callable[[float], Made | None]) -> Made | None:
    """What an attempt makes of the largest factor that succeeds; None where none does. A smaller
    one may fail where a larger one does not: columns that are wider hold other cards."""
    made = (attempt(factor) for factor in _FACTORS)
    return next((one for one in made if one is not None), None)


class Planning(Struct, frozen=True, gc=False):
    """Plans the pages of one book."""

    book: Book
    layout: Layout
    measurer: TextMeasurer
    legend: bool = True
    event_list: bool = True
    cancelled: CancelCheck = never

    def on(self, layout: Layout) -> Planning:
        """The same for another page."""
        return replace(self, layout=layout)

    def without_list(self) -> Planning:
        """The same without the list of events, where it is not needed."""
        return replace(self, event_list=False)

    def pages(self) -> tuple[PlannedPage, ...] | None:
        """All pages; None where not even a single event has room on one."""
        if not self._is_hopeless():
            alone = self.one_page()
            if alone is not None:
                return (alone,)
            parted = _largest(self._chart_and_list)
            if parted is not None:
                return parted
        for factor in (SEVERAL_SCALE, LEAST_SCALE):
            several = self._several(self.layout.smaller(factor))
            if several is not None:
                return several
        return None

    def one_page(self) -> PlannedPage | None:
        """Everything on one page, as large as it may be; None where it has no room."""
        page = _largest(self._one_page)
        return None if page is None else PlannedPage(page, "")

    def _is_hopeless(self) -> bool:
        """Whether the chart is so much higher than a page that making it smaller won't help."""
        layout = self.layout.smaller(LEAST_SCALE)
        body = self.book.whole(dense=True).lay_out(layout.inner_width, 1.0)
        return body.height > HOPELESS * layout.inner_height

    def least_height(self) -> float:
        """How high one page for everything would have to be, in 96ths of an inch, at the smallest
        readable size."""
        layout = self.layout.smaller(LEAST_SCALE)
        frame = self._first(layout, PageNumber(1, 1))
        chart = self._chart(self.book.whole(dense=True), layout, 1.0)
        blocks: list[Block] = [*chart]
        items, shape = self._list(frame.closing, layout)
        if items:
            low, high = 1.0, sum(item.height + PADDING for item in items) + PADDING
            while high - low > 1.0:
                middle = (low + high) / 2
                if fill_list(items, shape, middle, _LIST, self.measurer)[1]:
                    low = middle
                else:
                    high = middle
            blocks.append(fill_list(items, shape, high, _LIST, self.measurer)[0])
        words = layout.inner_height - contents_room(frame, layout)
        inner = contents_height(blocks) + words + 1.0
        return (inner + 2 * layout.margin) * layout.scale

    # -- one page

    def _one_page(self, factor: float) -> Page | None:
        stop_if(self.cancelled)
        layout, body = self.layout.smaller(factor), self.book.whole(dense=factor < DENSE_BELOW)
        frame = self._first(layout, PageNumber(1, 1))
        room = contents_room(frame, layout)
        least = self._chart(body, layout, 1.0)
        left = room - contents_height(least) - 2 * BLOCK_GAP
        behind = self._listed(frame.closing, layout, left)
        if behind is None or contents_height([*least, *behind]) > room:
            return None
        others = contents_height([*least, *behind]) - least[0].height
        chart = self._chart(body, layout, room - others)
        return compose(layout, frame, [*chart, *behind])

    def _listed(self, closing: Sequence[str], layout: Layout, room: float) -> list[Block] | None:
        """The list on the page of the chart, nothing where there is none; None without room."""
        items, shape = self._list(closing, layout)
        if not items:
            return []
        block, rest = fill_list(items, shape, room, _LIST, self.measurer)
        return None if rest or block.height > room else [block]

    # -- several pages

    def _chart_and_list(self, factor: float) -> tuple[PlannedPage, ...] | None:
        stop_if(self.cancelled)
        layout, body = self.layout.smaller(factor), self.book.whole(dense=factor < DENSE_BELOW)
        frame = self._first(layout, _SOME)
        if not self._list(frame.closing, layout)[0]:
            return None
        room = contents_room(frame, layout)
        least = self._chart(body, layout, 1.0)
        others = contents_height(least) - least[0].height
        if contents_height(least) > room:
            return None
        chart = self._chart(body, layout, room - others)
        return self._numbered([_Contents("", chart), *self._list_pages(frame, layout)], layout)

    def _several(self, layout: Layout) -> tuple[PlannedPage, ...] | None:
        parts = self.book.parts(layout.inner_width, self._fits(layout))
        if parts is None:
            return None
        first = self._first(layout, _SOME, parts[0].heading if parts else "")
        contents = [self._part(part, layout, number) for number, part in enumerate(parts)]
        return self._numbered([*contents, *self._list_pages(first, layout)], layout)

    def _fits(self, layout: Layout) -> Fits:
        frames = {
            True: self._first(layout, _SOME, _HEADING),
            False: next_frame(self.book.words, layout, self.measurer, _SOME, _HEADING),
        }
        rooms = {first: contents_room(frame, layout) for first, frame in frames.items()}

        def fits(body: PageBody, *, first: bool) -> bool:
            stop_if(self.cancelled)
            chart = self._chart(body, layout, 1.0, trial=True)
            return contents_height(chart) <= rooms[first]

        return fits

    def _part(self, part: Part, layout: Layout, number: int) -> _Contents:
        stop_if(self.cancelled)
        if number:
            frame = next_frame(self.book.words, layout, self.measurer, _SOME, part.heading)
        else:
            frame = self._first(layout, _SOME, part.heading)
        room = contents_room(frame, layout)
        least = self._chart(part.body, layout, 1.0)
        others = contents_height(least) - least[0].height
        return _Contents(part.heading, self._chart(part.body, layout, room - others))

    def _list_pages(self, first: Frame, layout: Layout) -> list[_Contents]:
        items, shape = self._list(first.closing, layout)
        heading = _LIST
        pages = []
        frame = next_frame(self.book.words, layout, self.measurer, _SOME)
        room = contents_room(frame, layout)
        while items:
            stop_if(self.cancelled)
            block, items = fill_list(items, shape, room - PADDING, heading, self.measurer)
            pages.append(_Contents(heading, (block,), listed=True))
            heading = _LIST_GOES_ON
        return pages

    def _numbered(self, contents: Sequence[_Contents], layout: Layout) -> tuple[PlannedPage, ...]:
        """The pages with their words, now that it is known how many they are."""
        pages = []
        for place, one in enumerate(contents):
            number = PageNumber(place + 1, len(contents))
            heading = "" if one.listed else one.heading
            if place:
                frame = next_frame(self.book.words, layout, self.measurer, number, heading)
            else:
                frame = self._first(layout, number, heading)
            air = PADDING if one.listed else 0.0
            pages.append(PlannedPage(compose(layout, frame, one.blocks, air), one.heading))
        return tuple(pages)

    # -- blocks

    def _first(self, layout: Layout, number: PageNumber, heading: str = "") -> Frame:
        return first_frame(self.book.words, layout, self.measurer, number, heading)

    def _chart(
        self, body: PageBody, layout: Layout, height: float, *, trial: bool = False
    ) -> tuple[Block, ...]:
        """A body, laid out for this height or higher, and its legend. In a trial, which has no
        arrows, the legend has room for their signs."""
        laid_out = body.lay_out(layout.inner_width, max(height, 1.0))
        shown = laid_out.meanings
        if trial:
            shown = tuple(one for one in Meaning if one in {*shown, *_ORDER_SIGNS})
        if not self.legend or not (laid_out.kinds or shown):
            return (laid_out,)
        width = layout.inner_width - 2 * INSET
        legend = lay_out_legend(laid_out.kinds, width, self.measurer, shown)
        return (laid_out, LegendBlock(legend.height, legend, INSET))

    def _list(
        self, closing: Sequence[str], layout: Layout
    ) -> tuple[tuple[ListItem, ...], ListShape]:
        """What is to be listed: the events, and the words that have no room round the chart."""
        listed = self.event_list or self.book.list_needed
        entries = [
            *(self.book.entries if listed else ()),
            *(ListEntry(f"closing-{number}", None, text) for number, text in enumerate(closing)),
        ]
        width = layout.inner_width - 2 * INSET
        shape = ListShape.of(entries, INSET, width, self.measurer)
        return list_items(entries, shape, self.measurer), shape
