"""What the dialog makes: files, a copy for the clipboard. Run off the GUI thread.

Every expected obstacle comes back in words; nothing here asks the reviewer anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtGui import QImage

from timeline_app.case.cancelling import CancelCheck, never, stop_if
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.pages.paper import INCH, Unit
from timeline_app.drawing.sheets import ImageError, Sheet
from timeline_app.drawing.svg.document import LengthUnit, svg_bytes
from timeline_app.pictures.choices import PictureChoices, PictureFormat
from timeline_app.pictures.file_sets import write_files
from timeline_app.pictures.picture_files import (
    Picture,
    file_paths,
    picture_contents,
    picture_metadata,
)
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.exporting.export_choice import ExportChoice, FileFormat
from timeline_app.window.exporting.offers import Offer, table_file
from timeline_app.window.exporting.planned_pages import Watched, page_image
from timeline_app.writing import WriteError, shown_path

NO_MEMORY: Final = "There is not enough memory for this. A smaller size or fewer dots would do."

Told = Callable[[int, int], None]
"""Told how many of how many pages are painted."""


class Result(NamedTuple):
    """What came of it, in words, and whether it is what was wanted."""

    words: str
    done: bool


class CopiedPage(NamedTuple):
    """A page for the clipboard: as pixels, or as SVG; or why there is none."""

    image: QImage | None = None
    svg: bytes = b""
    fault: str = ""


def suffix_of(form: FileFormat) -> str:
    """The suffix of a file of a format, with its dot."""
    return f".{form}"


def paths_for(target: Path, form: FileFormat, pages: int) -> tuple[Path, ...]:
    """The files that an export becomes, where the reviewer has given the name `target`. A name
    without the suffix of the format gets it."""
    suffix = suffix_of(form)
    whole = target if target.suffix.lower() == suffix else target.with_name(target.name + suffix)
    return (whole,) if isinstance(form, TableFormat) else file_paths(whole, form, pages)


class PictureOrder(NamedTuple):
    """What is to be written.

    Attributes:
        offer: what it shows.
        choices: how.
        sheets: its pages.
        paths: the files they become.
        replace: whether files that stand there are replaced.
        now: the time of the export.
    """

    offer: Offer
    choices: PictureChoices
    sheets: Sequence[Sheet]
    paths: Sequence[Path]
    replace: bool
    now: datetime


def write_pictures(
    order: PictureOrder, fonts: Fonts, told: Told, cancelled: CancelCheck = never
) -> Result:
    """Render pages and write them.

    Raises:
        Cancelled: the reviewer gave up; nothing new is left on the disk.
    """
    created = order.now if order.choices.dated else None
    metadata = picture_metadata(order.offer.subject, created=created)
    picture = Picture(_counted(order.sheets, told, cancelled), metadata)
    contents = picture_contents(picture, order.choices, fonts, cancelled)
    return _written(order.paths, contents, replace=order.replace)


def write_table(
    offer: Offer,
    form: TableFormat,
    path: Path,
    *,
    replace: bool,
    cancelled: CancelCheck = never,
) -> Result:
    """Make a table and write it.

    Raises:
        Cancelled: the reviewer gave up; nothing new is left on the disk.
    """

    def contents() -> Iterator[bytes]:
        data = table_file(form, offer, cancelled)
        stop_if(cancelled)
        yield data

    return _written((path,), contents(), replace=replace)


def _written(paths: Sequence[Path], contents: Iterator[bytes], *, replace: bool) -> Result:
    try:
        write_files(paths, contents, replace=replace)
    except (ImageError, WriteError) as error:
        return Result(str(error), done=False)
    except MemoryError:
        return Result(NO_MEMORY, done=False)
    return Result(saved_words(paths), done=True)


def saved_words(paths: Sequence[Path]) -> str:
    """Which files there are now."""
    if len(paths) == 1:
        return f"Saved as {shown_path(paths[0])}."
    first, last = (shown_path(path.name) for path in (paths[0], paths[-1]))
    folder = shown_path(paths[0].parent)
    return f"Saved as {len(paths):,} files in {folder}: {first} to {last}."


def _counted(sheets: Sequence[Sheet], told: Told, cancelled: CancelCheck) -> tuple[Sheet, ...]:
    """The sheets, which tell when each is painted."""
    watched = Watched(cancelled, told, len(sheets))
    return tuple(watched.sheet(sheet, number) for number, sheet in enumerate(sheets))


def copied_page(
    offer: Offer,
    choice: ExportChoice,
    sheet: Sheet,
    fonts: Fonts,
    cancelled: CancelCheck = never,
) -> CopiedPage:
    """A page for the clipboard: SVG where that is the format, else pixels.

    Raises:
        Cancelled: the reviewer gave up.
    """
    choices = choice.pictures
    try:
        if choices.format is not PictureFormat.SVG:
            scale = choices.png_dpi / INCH
            return CopiedPage(page_image(sheet, choices, fonts, scale, cancelled))
        stop_if(cancelled)
        in_pixels = choices.paper.unit is Unit.PIXELS
        unit = LengthUnit.PIXELS if in_pixels else LengthUnit.MILLIMETRES
        metadata = picture_metadata(offer.subject)._replace(title=sheet.title)
        return CopiedPage(svg=svg_bytes(sheet, metadata, fonts, unit))
    except ImageError as error:
        return CopiedPage(fault=str(error))
    except MemoryError:
        return CopiedPage(fault=NO_MEMORY)
