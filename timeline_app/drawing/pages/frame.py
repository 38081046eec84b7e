"""The words above and below what a page shows: title, stretch, what is shown and hidden, number.

Rules:
* Every text is whole; a long one wraps and takes the room it needs.
* The first page has the title and all that is to be said; the others a running title and one line
  that tells which case they belong to.
* Words that would take more than `MOST_PART` of a page are not put round it. The page then has the
  running words, and the long ones are listed behind the events (`closing`).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline_app.drawing.pages.block import TextBlock, text_block
from timeline_app.drawing.pages.paper import Layout
from timeline_app.layout.chart import TextLine, TextMeasurer, TextRole
from timeline_app.layout.labels import elided

INSET: Final = 14.0
"""From the margin to the words: where the signs of the lanes begin."""
MOST_PART: Final = 0.3
"""No more of a page than this goes to the words above a chart, and to those below it."""
_NUMBER_GAP: Final = 16.0  # between the last words and the number of the page
_WIDEST_NUMBER: Final = "page 8888 of 8888"
_ELSEWHERE: Final = "What is shown, and the sources, stand on the last page."


class PageWords(NamedTuple):
    """The words round a picture. `footer` are sentences, a paragraph each; `running` stands on the
    pages behind the first, and on each where the footer has no room. Any may be empty."""

    title: str
    subtitle: str = ""
    footer: tuple[str, ...] = ()
    running: str = ""


class PageNumber(NamedTuple):
    """Which page of how many, counted from 1."""

    number: int
    total: int

    @property
    def in_words(self) -> str:
        """As it stands on the page; nothing where there is only one."""
        return f"page {self.number:,} of {self.total:,}" if self.total > 1 else ""


class Frame(NamedTuple):
    """What stands above and below the contents of one page, and the texts that had no room."""

    head: TextBlock
    foot: TextBlock
    closing: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """What the words take of the page."""
        return self.head.height + self.foot.height


def first_frame(
    words: PageWords, layout: Layout, measurer: TextMeasurer, number: PageNumber, heading: str = ""
) -> Frame:
    """The words of the first page. `heading` says which part of the whole it shows."""
    most = layout.inner_height * MOST_PART
    title = [(words.title, TextRole.TITLE), (words.subtitle, TextRole.SUBTITLE)]
    head = _block([*title, (heading, TextRole.SUBTITLE)], layout, measurer)
    closing: list[str] = []
    if head.height > most:
        closing += [words.title, words.subtitle]
        head = _running_head(words, heading, layout, measurer)
    foot = _foot(words.footer, layout, measurer, number)
    if foot.height > most:
        closing += words.footer
        foot = _foot((_ELSEWHERE, words.running), layout, measurer, number)
    return Frame(head, foot, tuple(text for text in closing if text))


def next_frame(
    words: PageWords, layout: Layout, measurer: TextMeasurer, number: PageNumber, heading: str = ""
) -> Frame:
    """The words of a page behind the first."""
    return Frame(
        _running_head(words, heading, layout, measurer),
        _foot((words.running,), layout, measurer, number),
    )


def _running_head(
    words: PageWords, heading: str, layout: Layout, measurer: TextMeasurer
) -> TextBlock:
    """The title in one line, and what the page shows."""
    title = elided(words.title, _room(layout), TextRole.COUNT, measurer)
    return _block([(title, TextRole.COUNT), (heading, TextRole.SUBTITLE)], layout, measurer)


def _foot(
    texts: tuple[str, ...], layout: Layout, measurer: TextMeasurer, number: PageNumber
) -> TextBlock:
    """The texts one under the other, and the page's number at the end of the last line."""
    texts = tuple(text for text in texts if text)
    if number.total == 1:
        return _block([(text, TextRole.NOTE) for text in texts], layout, measurer)
    above = _block([(text, TextRole.NOTE) for text in texts[:-1]], layout, measurer)
    room = _room(layout) - measurer.width(_WIDEST_NUMBER, TextRole.NOTE) - _NUMBER_GAP
    last = text_block([(text, TextRole.NOTE) for text in texts[-1:]], INSET, room, measurer)
    words = number.in_words
    x = layout.inner_width - INSET - measurer.width(words, TextRole.NOTE)
    height = max(last.height, measurer.height(TextRole.NOTE))
    baseline = height - measurer.height(TextRole.NOTE) + measurer.ascent(TextRole.NOTE)
    moved = tuple(
        TextLine(line.x, line.baseline + above.height, line.text, line.role)
        for line in (*last.lines, TextLine(x, baseline, words, TextRole.NOTE))
    )
    return TextBlock(above.height + height, (*above.lines, *moved))


def _block(texts: list[tuple[str, TextRole]], layout: Layout, measurer: TextMeasurer) -> TextBlock:
    return text_block(texts, INSET, _room(layout), measurer)


def _room(layout: Layout) -> float:
    return layout.inner_width - 2 * INSET
