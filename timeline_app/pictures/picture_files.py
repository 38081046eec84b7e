"""A picture as files: one PDF of all its pages, or a PNG or SVG for each.

Rules:
* One page gives a file of the name that was asked for. Several pages give numbered files beside it
  (`case-01.png`, `case-02.png`), with as many digits as the last number has.
* A size that no file may have is found before anything is laid out, painted or asked of memory.
* The bytes are made when they are asked for, one file at a time, and each has been read back.
* The same picture gives the same bytes, unless the metadata tell when it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import INCH, Unit, paper_fault
from timeline_app.drawing.pdf.document import pdf_bytes
from timeline_app.drawing.png_document import LARGEST_SCALE, check_budget, pixel_size, png_bytes
from timeline_app.drawing.sheets import ImageError, Metadata, Sheet, check_sheet
from timeline_app.drawing.surface import Surface
from timeline_app.drawing.svg.document import LengthUnit, svg_bytes
from timeline_app.drawing.theme import THEMES
from timeline_app.layout.plain import plain_line
from timeline_app.pictures.case_words import sources_words
from timeline_app.pictures.choices import PictureChoices, PictureFormat
from timeline_app.pictures.subjects import ComparedSubject, OneCase, Subject
from timeline_app.session.comparing_words import align_words
from timeline_app.session.status import case_summary


class Picture(NamedTuple):
    """The pages of a picture, and what its files say about themselves."""

    sheets: tuple[Sheet, ...]
    metadata: Metadata


def file_paths(target: Path, form: PictureFormat, pages: int) -> tuple[Path, ...]:
    """The files that a picture of so many pages becomes, where the first would be `target`."""
    if form is PictureFormat.PDF or pages == 1:
        return (target,)
    digits = len(str(pages))
    return tuple(
        target.with_name(f"{target.stem}-{number:0{digits}}{target.suffix}")
        for number in range(1, pages + 1)
    )


def size_fault(choices: PictureChoices) -> str | None:
    """Why no picture can have the size of these choices; None where one can."""
    page = Sheet(*choices.paper.laid_out(choices.scale).on_paper, _nothing, "")
    try:
        if choices.format is PictureFormat.PNG:
            check_dots(page, choices.png_dpi)
        fault = paper_fault(choices.paper, choices.scale)
        if fault is None:
            check_sheet(page)
    except ImageError as error:
        return str(error)
    return fault


def check_dots(page: Sheet, dpi: float) -> None:
    """Raises ImageError where a PNG of a page would have too many dots."""
    scale = dpi / INCH
    if scale > LARGEST_SCALE:
        raise ImageError(f"A PNG can have {LARGEST_SCALE * INCH:g} dots an inch at most.")
    check_budget(*pixel_size(page, scale))


def picture_contents(
    picture: Picture, choices: PictureChoices, fonts: Fonts, cancelled: CancelCheck = never
) -> Iterator[bytes]:
    """The bytes of each file of a picture, in the order of `file_paths`, each read back.

    Raises:
        ImageError: a size is impossible, there is not enough memory, or a file did not read back
            as it was made.
        Cancelled: nobody waits for them any more.
    """
    if choices.format is PictureFormat.PDF:
        stop_if(cancelled)
        yield pdf_bytes(picture.sheets, picture.metadata, fonts)
        return
    for sheet in picture.sheets:
        stop_if(cancelled)
        metadata = picture.metadata._replace(title=sheet.title)
        if choices.format is PictureFormat.PNG:
            scale, ground = choices.png_dpi / INCH, THEMES[choices.theme].background
            yield png_bytes(sheet, metadata, fonts, scale=scale, background=ground)
        else:
            in_pixels = choices.paper.unit is Unit.PIXELS
            unit = LengthUnit.PIXELS if in_pixels else LengthUnit.MILLIMETRES
            yield svg_bytes(sheet, metadata, fonts, unit)


def picture_metadata(
    subject: Subject, *, author: str = "", created: datetime | None = None
) -> Metadata:
    """What the files of a picture say about themselves.

    Args:
        subject: what the picture shows.
        author: who made it, where that is to be told.
        created: when; None for a picture that has the same bytes on any day.
    """
    if isinstance(subject, ComparedSubject):
        cases = (subject.a, subject.b)
        compared = subject.compared
        aligned = align_words(compared.align, compared.wanted.anchors)
        return _metadata(cases, f"Two cases, aligned on {aligned}", author, created)
    summary = case_summary(subject.case.chronology)
    return _metadata((subject.case,), summary, author, created)


def joined(
    pictures: Sequence[Picture], cases: Sequence[OneCase], *, author: str, created: datetime | None
) -> Picture:
    """The pictures of several cases as one document with a bookmark for each case. Cases of one
    title are told apart by their ids."""
    sheets = []
    for picture, bookmark in zip(pictures, _bookmarks(cases), strict=True):
        first, *others = picture.sheets
        sheets.append(first._replace(bookmark=bookmark))
        sheets += [sheet._replace(bookmark="") for sheet in others]
    count = f"{len(cases):,} case{'s' if len(cases) > 1 else ''}"
    metadata = _metadata(cases, f"The timelines of {count}", author, created)
    return Picture(tuple(sheets), metadata)


def _bookmarks(cases: Sequence[OneCase]) -> list[str]:
    """A name for each case: its title; where there are several of one title, with its id; where
    there are several of one id, with a number."""
    titles = [plain_line(one.chronology.case.title) for one in cases]
    names: list[str] = []
    for one, title in zip(cases, titles, strict=True):
        identity = one.chronology.case.id
        name = title if titles.count(title) == 1 else f"{title} ({identity})"
        number = 1
        while not name or name in names:
            number += 1
            name = f"{title} ({identity}, {number})"
        names.append(name)
    return names


def _metadata(
    cases: Sequence[OneCase], subject: str, author: str, created: datetime | None
) -> Metadata:
    """Of several cases each file first, then their sources, which may be long."""
    files = "; ".join(_file_words(one) for one in cases)
    cited = " ".join(filter(None, (sources_words(one.chronology.case) for one in cases)))
    titles = [plain_line(one.chronology.case.title) for one in cases]
    return Metadata(
        title=" and ".join(titles) if len(titles) <= 2 else subject,
        author=author,
        source=f"{files}. {cited}",
        subject=subject,
        created=created,
    ).plain()


def _file_words(one: OneCase) -> str:
    words = f"Case {one.chronology.case.id}"
    return f"{words}, file sha256 {one.sha256}" if one.sha256 else words


def _nothing(surface: Surface) -> None:
    """What a sheet paints of which only the size is asked."""
