"""What becomes of a case on a page of some size, told before the picture is made.

Where one page is too small for readable labels it says what would do: a higher page, a larger size
that has a name, several pages, or numbers on the picture with the titles in the list.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from timeline_app.case.cancelling import CancelCheck, never
from timeline_app.drawing.pages.paper import PAPERS, Paper, paper_fault
from timeline_app.layout.chart import TextMeasurer
from timeline_app.pictures.choices import Labels, PictureChoices
from timeline_app.pictures.planning import Planning
from timeline_app.pictures.sheets import book_of, height_in_words, planning_of
from timeline_app.pictures.subjects import Subject

_AS_USUAL = 0.995
_HIGHEST = 3.0  # times as high as it is no page is made


class Advice(NamedTuple):
    """What is to be expected of a picture.

    Attributes:
        pages: how many it takes, 0 where nothing has room on a page of this size.
        text_size: how large its text is against the usual, at most 1.
        larger: the name of the smallest larger size that takes all on one page, where one does.
        height: how high the page would have to be for that, with its unit; empty for one page.
        numbered_pages: how many pages it takes with numbers on the picture, where that is fewer.
        without_list: whether one page is enough where the list of events is left out.
        words: all that in sentences for the reviewer.
    """

    pages: int
    text_size: float = 1.0
    larger: str | None = None
    height: str = ""
    numbered_pages: int | None = None
    without_list: bool = False
    words: tuple[str, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether everything is on one page."""
        return self.pages == 1


def advice(
    subject: Subject,
    choices: PictureChoices,
    fonts: TextMeasurer,
    cancelled: CancelCheck = never,
) -> Advice:
    """What becomes of a subject with these choices.

    Raises `Cancelled` where nobody waits for it any more.
    """
    fault = paper_fault(choices.paper, choices.scale)
    if fault is not None:
        return Advice(0, words=(fault,))
    planning = planning_of(book_of(subject, choices, fonts), choices, fonts, cancelled)
    pages = planning.pages() or ()
    size = pages[0].page.layout.scale / choices.scale if pages else 1.0
    if len(pages) == 1:
        return Advice(1, size, words=(f"Everything has room on one page{_size_words(size)}.",))
    found = Advice(
        len(pages),
        size,
        _larger(planning, choices),
        height_in_words(planning.least_height(), choices.paper),
        _numbered(subject, choices, fonts, cancelled, len(pages)),
        _fits_without_list(planning, choices),
    )
    return found._replace(words=_words(found, choices))


def _fits_without_list(planning: Planning, choices: PictureChoices) -> bool:
    if not choices.event_list or planning.book.list_needed:
        return False
    return planning.without_list().one_page() is not None


def _size_words(size: float) -> str:
    return "" if size > _AS_USUAL else f"; its text is {size:.0%} of the usual size"


def _larger(planning: Planning, choices: PictureChoices) -> str | None:
    """The first of the larger sizes of the same kind and direction that takes all on one page."""
    own = choices.paper
    for name, paper in PAPERS.items():
        if _is_larger(paper, own):
            layout = paper.laid_out(choices.scale)
            if planning.on(layout).one_page() is not None:
                return name
    return None


def _is_larger(paper: Paper, own: Paper) -> bool:
    alike = paper.unit is own.unit and (paper.width > paper.height) == (own.width > own.height)
    wider, higher = paper.width >= own.width, paper.height >= own.height
    return alike and wider and higher and paper.width * paper.height > own.width * own.height


def _numbered(
    subject: Subject,
    choices: PictureChoices,
    fonts: TextMeasurer,
    cancelled: CancelCheck,
    pages: int,
) -> int | None:
    """How many pages it takes with numbers; None where that is no fewer."""
    if choices.labels is Labels.NUMBERS:
        return None
    other = replace(choices, labels=Labels.NUMBERS)
    planning = planning_of(book_of(subject, other, fonts), other, fonts, cancelled)
    count = len(planning.pages() or ())
    return count if count > 0 and (count < pages or not pages) else None


def _words(found: Advice, choices: PictureChoices) -> tuple[str, ...]:
    paper = choices.paper.in_words
    words = [f"One page of {paper} has no room for everything at a readable size."]
    if found.pages and not choices.one_page:
        size = _size_words(found.text_size)
        words.append(f"The picture takes {found.pages:,} pages{size}.")
    elif found.pages:
        words.append(f"On several pages it would take {found.pages:,}.")
    else:
        words.append("Not even a single event has room on it.")
    if found.larger is not None:
        words.append(f"Everything has room on one page of {found.larger}.")
    if found.without_list:
        words.append("Without the list of events one page is enough.")
    if float(found.height.split()[0]) < _HIGHEST * choices.paper.height:
        words.append(f"One page would have to be {found.height} high, or wider.")
    if found.numbered_pages is not None:
        few = f"{found.numbered_pages:,} page{'s' if found.numbered_pages > 1 else ''}"
        words.append(f"With numbers on the picture and the titles in the list it takes {few}.")
    return tuple(words)
