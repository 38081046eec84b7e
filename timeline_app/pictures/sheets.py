"""The one entry for pictures: sheets of a subject, for any file format, clipboard or printer.

The same subject, choices and fonts give the same sheets. Nothing of the window is used.
"""

from __future__ import annotations

from functools import partial
from math import ceil

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.drawing.pages.page import Page
from timeline_app.drawing.pages.paper import INCH, MILLIMETRES, Paper, Unit, paper_fault
from timeline_app.drawing.sheets import ImageError, Sheet
from timeline_app.drawing.surface import Surface
from timeline_app.drawing.theme import THEMES, Theme
from timeline_app.layout.chart import TextMeasurer
from timeline_app.pictures.book import Book
from timeline_app.pictures.case_book import CaseBook
from timeline_app.pictures.choices import PictureChoices
from timeline_app.pictures.compared_book import ComparedBook
from timeline_app.pictures.planning import PlannedPage, Planning
from timeline_app.pictures.subjects import ComparedSubject, Subject


class PageTooSmallError(ImageError):
    """The page has no room for what must be on it; the text says what would do."""


def picture_sheets(
    subject: Subject,
    choices: PictureChoices,
    fonts: TextMeasurer,
    cancelled: CancelCheck = never,
) -> tuple[Sheet, ...]:
    """The pages of a picture: one where everything has room on one, else as many as it takes.

    Args:
        subject: what is shown.
        choices: how.
        fonts: measures the texts.
        cancelled: whether nobody waits for the pages any more.

    Raises:
        PageTooSmallError: there may be one page only and it has no room, or none has room even for
            a single event.
        Cancelled: nobody waits for the pages any more.
    """
    book = book_of(subject, choices, fonts)
    pages = planned(book, choices, fonts, cancelled)
    theme = THEMES[choices.theme]
    return tuple(_sheet(book, one, theme, first=not place) for place, one in enumerate(pages))


def book_of(subject: Subject, choices: PictureChoices, fonts: TextMeasurer) -> Book:
    """What the pages of a subject are made of."""
    if isinstance(subject, ComparedSubject):
        return ComparedBook(subject, choices, fonts)
    return CaseBook(subject, choices, fonts)


def planning_of(
    book: Book, choices: PictureChoices, fonts: TextMeasurer, cancelled: CancelCheck = never
) -> Planning:
    """How the pages of a book are planned."""
    return Planning(
        book,
        choices.layout,
        fonts,
        legend=choices.legend,
        event_list=choices.event_list,
        cancelled=cancelled,
    )


def planned(
    book: Book, choices: PictureChoices, fonts: TextMeasurer, cancelled: CancelCheck = never
) -> tuple[PlannedPage, ...]:
    """The pages of a book.

    Raises:
        PageTooSmallError: as `picture_sheets`.
        Cancelled: nobody waits for the pages any more.
    """
    fault = paper_fault(choices.paper, choices.scale)
    if fault is not None:
        raise PageTooSmallError(fault)
    planning = planning_of(book, choices, fonts, cancelled)
    pages: tuple[PlannedPage, ...]
    if choices.one_page:
        page = planning.one_page()
        pages = () if page is None else (page,)
    else:
        pages = planning.pages() or ()
    if not pages:
        raise PageTooSmallError(too_small_words(planning, choices))
    return pages


def too_small_words(planning: Planning, choices: PictureChoices) -> str:
    """Why there is no picture, and what would do."""
    height = height_in_words(planning.least_height(), choices.paper)
    words = f"A page of {choices.paper.in_words} has no room for this case"
    words = f"{words}. Make it {height} high, or wider"
    return f"{words}, or let it take several pages." if choices.one_page else f"{words}."


def height_in_words(height: float, paper: Paper) -> str:
    """A height in 96ths of an inch in the unit of a paper, rounded up."""
    unit = 1.0 if paper.unit is Unit.PIXELS else INCH / MILLIMETRES
    return f"{ceil(height / unit)} {paper.unit}"


def _sheet(book: Book, planned_page: PlannedPage, theme: Theme, *, first: bool) -> Sheet:
    page, heading = planned_page
    width, height = page.layout.on_paper
    title = f"{book.title} – {heading}" if heading else book.title
    return Sheet(
        width,
        height,
        partial(_paint, page, theme),
        title,
        book.title if first else heading,
        page.layout.scale,
    )


def _paint(page: Page, theme: Theme, surface: Surface) -> None:
    page.paint(surface, theme)
