"""Saving, copying and printing: what is asked of the reviewer, and the work off the GUI thread.

Rules:
* One thing is made at a time. It tells how far it is and can be cancelled; what it has made of a
  file that is not finished is taken away again.
* Nothing is replaced that the reviewer has not agreed to, by name.
* Every end is told in words: what there is now, or why there is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from timeline_app.case.cancelling import CancelCheck
from timeline_app.drawing.sheets import Sheet
from timeline_app.tables.table_files import TableFormat
from timeline_app.window import asking
from timeline_app.window.appearance import Appearance
from timeline_app.window.background import Background, Delivery, Job
from timeline_app.window.choices import Choices
from timeline_app.window.exporting import clipboard
from timeline_app.window.exporting.export_choice import ExportChoice
from timeline_app.window.exporting.making import (
    CopiedPage,
    PictureOrder,
    Result,
    copied_page,
    paths_for,
    suffix_of,
    write_pictures,
    write_table,
)
from timeline_app.window.exporting.offers import Offer, table_file
from timeline_app.window.exporting.planned_pages import PlannedPages, plan_pages
from timeline_app.writing import shown_path

CANCELLED = Result("Cancelled; nothing was made.", done=False)
FAILED = Result("This failed for a reason that the program does not know.", done=False)
MOST_NAMED = 5

Work = Callable[[CancelCheck], Delivery]
Then = Callable[[tuple[Sheet, ...]], None]


class Workshop(NamedTuple):
    """What everything here works with: fonts and colours, the background, the settings."""

    appearance: Appearance
    background: Background
    choices: Choices


class Maker(QObject):
    """Makes one thing at a time of an offer."""

    began = Signal(str)  # what is being done
    progressed = Signal(int, int)  # pages painted, of how many
    ended = Signal(object)  # Result

    def __init__(self, workshop: Workshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._background = workshop.background
        self._fonts = workshop.appearance.fonts
        self._choices = workshop.choices
        self._window = parent
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._job is not None

    def cancel(self) -> None:
        """Give up what is being made."""
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Give it up, and tell nobody."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    # -- files

    def save(self, offer: Offer, choice: ExportChoice, pages: PlannedPages | None) -> None:
        """Ask where to, then render and write; `pages` are those known already."""
        proposed = f"{offer.stem}{suffix_of(choice.format)}"
        target = asking.picture_target(self._window, proposed, self._choices)
        if target is None:
            return
        if choice.table is not None:
            self._save_table(offer, choice.table, target)
        else:
            then = partial(self._save_pages, offer, choice, target)
            self._with_pages(offer, choice, pages, then)

    def _save_table(self, offer: Offer, form: TableFormat, target: Path) -> None:
        (path,) = paths_for(target, form, 1)
        replace = self._may_replace(target, (path,))
        if replace is None:
            return

        def work(cancelled: CancelCheck) -> Delivery:
            made = write_table(offer, form, path, replace=replace, cancelled=cancelled)
            return partial(self._end, made)

        self._start("Making the table", work)

    def _save_pages(
        self, offer: Offer, choice: ExportChoice, target: Path, sheets: tuple[Sheet, ...]
    ) -> None:
        paths = paths_for(target, choice.format, len(sheets))
        replace = self._may_replace(target, paths)
        if replace is None:
            self._end(CANCELLED)
            return
        now = datetime.now(UTC).astimezone()
        order = PictureOrder(offer, choice.pictures, sheets, paths, replace, now)

        def work(cancelled: CancelCheck) -> Delivery:
            made = write_pictures(order, self._fonts, self.progressed.emit, cancelled)
            return partial(self._end, made)

        self._start(f"Saving {_pages(len(sheets))}", work)

    def _may_replace(self, agreed: Path, paths: Sequence[Path]) -> bool | None:
        """Whether files are replaced; None where the reviewer does not want it. About `agreed` the
        dialog has asked already."""
        standing = [path for path in paths if _stands(path)]
        others = [path for path in standing if path != agreed]
        if others and not asking.agreement(self._window, _replace_question(others)):
            return None
        return bool(standing)

    # -- the clipboard

    def copy(
        self, offer: Offer, choice: ExportChoice, pages: PlannedPages | None, at: int = 0
    ) -> None:
        """Copy a page, or the table."""
        if choice.table is not None:
            self._copy_table(offer, choice.table)
        else:
            self._with_pages(offer, choice, pages, partial(self._copy_page, offer, choice, at))

    def _copy_page(
        self, offer: Offer, choice: ExportChoice, at: int, sheets: tuple[Sheet, ...]
    ) -> None:
        sheet = sheets[min(at, len(sheets) - 1)]
        where = f"Page {at + 1:,} of {len(sheets):,}" if len(sheets) > 1 else "The picture"

        def work(cancelled: CancelCheck) -> Delivery:
            copied = copied_page(offer, choice, sheet, self._fonts, cancelled)
            return partial(self._put_page, copied, where)

        self._start("Copying the picture", work)

    def _put_page(self, copied: CopiedPage, where: str) -> None:
        if copied.image is not None:
            clipboard.copy_image(copied.image)
            self._end(Result(f"{where} is copied as an image.", done=True))
        elif copied.svg:
            clipboard.copy_as(clipboard.SVG_TYPE, copied.svg, copied.svg.decode())
            self._end(Result(f"{where} is copied as SVG.", done=True))
        else:
            self._end(Result(copied.fault, done=False))

    def _copy_table(self, offer: Offer, form: TableFormat) -> None:
        def work(cancelled: CancelCheck) -> Delivery:
            return partial(self._put_table, form, table_file(form, offer, cancelled))

        self._start("Copying the table", work)

    def _put_table(self, form: TableFormat, data: bytes) -> None:
        text = data.decode("utf-8-sig")
        if form is TableFormat.HTML:
            clipboard.copy_as(clipboard.HTML_TYPE, data, text)
        else:
            clipboard.copy_text(text)
        self._end(Result("The table is copied.", done=True))

    # -- the printer

    def print(self, offer: Offer, choice: ExportChoice, pages: PlannedPages | None) -> None:
        """Ask for the printer, then print."""
        self._with_pages(offer, choice, pages, partial(self._print_pages, offer))

    def _print_pages(self, offer: Offer, sheets: tuple[Sheet, ...]) -> None:
        # Here, not above: it is loaded only by who prints.
        from timeline_app.window.exporting import printing  # noqa: PLC0415

        printer = printing.printer_for(sheets, offer.stem)
        if not printing.asked_for_printer(self._window, printer, len(sheets)):
            self._end(Result("Nothing was printed.", done=False))
            return

        def work(cancelled: CancelCheck) -> Delivery:
            told = self.progressed.emit
            made = printing.print_sheets(sheets, printer, self._fonts, told, cancelled)
            return partial(self._end, made)

        self._start(f"Printing {_pages(len(sheets))}", work)

    # -- the work

    def _with_pages(
        self, offer: Offer, choice: ExportChoice, pages: PlannedPages | None, then: Then
    ) -> None:
        """Go on with the pages, once they are laid out."""
        if pages is not None:
            self._go_on(then, pages)
            return

        def work(cancelled: CancelCheck) -> Delivery:
            planned = plan_pages(offer.subject, choice.pictures, self._fonts, cancelled)
            return partial(self._go_on, then, planned)

        self._start("Laying out the pages", work)

    def _go_on(self, then: Then, pages: PlannedPages) -> None:
        if pages.sheets:
            then(pages.sheets)
        else:
            self._end(Result(pages.fault, done=False))

    def _start(self, title: str, work: Work) -> None:
        job = Job(title, work)
        job.dropped = partial(self._dropped, job)
        self._job = job
        self.began.emit(title)
        self._background.submit(job)

    def _dropped(self, job: Job) -> None:
        if job is self._job:
            self._end(CANCELLED if job.stop.is_set() else FAILED)

    def _end(self, result: Result) -> None:
        self._job = None
        self.ended.emit(result)


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # told when it is written
        return False


def _replace_question(paths: Sequence[Path]) -> str:
    """Asks whether these files may be replaced: each by its name, of many the first."""
    if len(paths) == 1:
        return f"{shown_path(paths[0])} stands there already. Replace it?"
    names = [shown_path(path.name) for path in paths[:MOST_NAMED]]
    others = len(paths) - len(names)
    more = f" and {others:,} other{'s' if others > 1 else ''}" if others else ""
    folder = shown_path(paths[0].parent)
    return f"In {folder} these stand already: {', '.join(names)}{more}. Replace them?"


def _pages(count: int) -> str:
    return f"{count:,} pages" if count > 1 else "the picture"
