"""What is seen before anything is made, worked out off the GUI thread.

Rules:
* The latest question counts: whatever was asked before it is given up. A moment passes before work
  begins, so that typing a number asks once.
* Pages that only differ in their file format are not laid out again.
* First the pages, then the page that is looked at, then the advice, which takes longest; whoever
  turns a page while advice is worked out sees the page first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from timeline_app.case.cancelling import CancelCheck
from timeline_app.drawing.fonts import Fonts
from timeline_app.drawing.sheets import ImageError
from timeline_app.pictures.advice import Advice, advice
from timeline_app.pictures.choices import PictureChoices
from timeline_app.tables.table_files import TableFormat
from timeline_app.window.background import Background, Delivery, Job
from timeline_app.window.exporting.export_choice import ExportChoice, pages_key
from timeline_app.window.exporting.offers import Offer, tables_to_look_at
from timeline_app.window.exporting.planned_pages import PlannedPages, page_image, plan_pages

PAUSE = 120
"""Milliseconds without another change before work begins."""
MOST_ROWS = 200
"""Events of a table that are looked at; the file has all of them."""
GIVEN_UP = "There is no preview: making it was cancelled. Any change of a choice begins it anew."

Work = Callable[[CancelCheck], Delivery]


class Previewing(QObject):
    """Answers, in its own time, what a choice looks like."""

    began = Signal()
    planned = Signal(object)  # PlannedPages
    painted = Signal(int, object)  # number of the page from 0, QImage
    advised = Signal(object)  # Advice
    tabled = Signal(object, int)  # tables, number of rows of the whole
    failed = Signal(str)

    def __init__(
        self, offered: tuple[Offer, ...], background: Background, fonts: Fonts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._offers = offered
        self._background = background
        self._fonts = fonts
        self._choice = ExportChoice(PictureChoices())
        self._pages: tuple[tuple[int, PictureChoices], PlannedPages] | None = None
        self._jobs: dict[str, Job] = {}
        self._advice_due = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._begin)

    def ask(self, choice: ExportChoice) -> None:
        """Show this from now on."""
        self._choice = choice
        self._give_up_all()
        self.began.emit()
        self._timer.start()

    def give_way(self) -> None:
        """Something else is to be done first: leave the advice for later."""
        self._give_up("advice")

    def go_on(self) -> None:
        """Work out the advice that was left."""
        if self.pages is not None and "advice" not in self._jobs:
            self._advise()

    def close(self) -> None:
        """Nobody looks any more."""
        self._timer.stop()
        self._give_up_all()

    @property
    def pages(self) -> PlannedPages | None:
        """The pages of what was asked for last, as far as they are laid out."""
        if self._pages is None or self._pages[0] != pages_key(self._choice):
            return None
        return self._pages[1]

    def paint(self, number: int, scale: float) -> None:
        """Paint a page of those laid out; what was to be painted before it no longer is."""
        pages = self.pages
        if pages is None or not 0 <= number < len(pages.sheets):
            return
        sheet, choices = pages.sheets[number], self._choice.pictures

        def work(cancelled: CancelCheck) -> Delivery:
            try:
                image = page_image(sheet, choices, self._fonts, scale, cancelled)
            except ImageError as error:
                return partial(self.failed.emit, str(error))
            return partial(self.painted.emit, number, image)

        self._give_up("advice")
        self._submit("page", work)
        self._advise()

    # -- the jobs

    @Slot()
    def _begin(self) -> None:
        choice, offer = self._choice, self._offers[self._choice.offer]
        if choice.table is not None:
            self._submit("pages", partial(self._look_at_tables, choice.table, offer))
            return
        self._advice_due = True
        known = self.pages
        if known is not None and not known.fault:
            self._take_pages(pages_key(choice), known)
            return

        def work(cancelled: CancelCheck) -> Delivery:
            pages = plan_pages(offer.subject, choice.pictures, self._fonts, cancelled)
            return partial(self._take_pages, pages_key(choice), pages)

        self._submit("pages", work)

    def _look_at_tables(self, form: TableFormat, offer: Offer, cancelled: CancelCheck) -> Delivery:
        tables, rows = tables_to_look_at(form, offer, MOST_ROWS, cancelled)
        return partial(self.tabled.emit, tables, rows)

    def _take_pages(self, key: tuple[int, PictureChoices], pages: PlannedPages) -> None:
        self._pages = (key, pages)
        self.planned.emit(pages)
        if not pages.sheets:
            self._advise()

    def _advise(self) -> None:
        if not self._advice_due:
            return
        choice, offer = self._choice, self._offers[self._choice.offer]

        def work(cancelled: CancelCheck) -> Delivery:
            found = advice(offer.subject, choice.pictures, self._fonts, cancelled)
            return partial(self._take_advice, found)

        self._submit("advice", work)

    def _take_advice(self, found: Advice) -> None:
        self._advice_due = False
        self._jobs.pop("advice", None)
        self.advised.emit(found)

    def _submit(self, name: str, work: Work) -> None:
        self._give_up(name)
        job = Job("Making the preview", work)
        job.dropped = partial(self._dropped, name, job)
        self._jobs[name] = job
        self._background.submit(job)

    def _give_up(self, name: str) -> None:
        job = self._jobs.pop(name, None)
        if job is not None:
            job.cancel()

    def _give_up_all(self) -> None:
        for name in tuple(self._jobs):
            self._give_up(name)

    def _dropped(self, name: str, job: Job) -> None:
        """A job that is still wanted was cancelled elsewhere, or failed."""
        if self._jobs.get(name) is job:
            del self._jobs[name]
            self.failed.emit(GIVEN_UP)
