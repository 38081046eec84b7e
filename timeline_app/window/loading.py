"""Opening, attaching and solving anew, off the GUI thread.

The loader makes jobs of the functions of `case.opening` and hands what they give to the session.
Each file is a job of its own, so that the first case is seen while others are still read, and
Cancel leaves those that are open. What comes back is put into the case as it is by then, and
dropped where that is another one; a case that was opened with what no longer holds (statements
switched off meanwhile, articles attached meanwhile) is brought up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from timeline_app.case.cancelling import CancelCheck
from timeline_app.case.collector import collector_resting, spare_from_collector
from timeline_app.case.file.reading import find_cases
from timeline_app.case.model import Case
from timeline_app.case.opening import OpenedCase, PlacedTexts, open_case, place_texts
from timeline_app.case.solving.chronology import Chronology, solve_case
from timeline_app.session.open_files import Entry
from timeline_app.session.session import Session
from timeline_app.window.background import Background, Delivery, Job
from timeline_app.window.first_look import make_case_ready, make_file_ready
from timeline_app.window.qt_classes import QtClasses

LARGE_FILE = 5_000_000
"""From so many bytes on reading takes longer than to make the classes of Qt."""


class CaseLoader(QObject):
    """Fills the session from files."""

    def __init__(
        self,
        session: Session,
        background: Background,
        classes: QtClasses,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._holds = False
        self._held: list[Job] = []
        self._classes = classes

    def hold_others(self) -> None:
        """Of what is opened next, read the first file alone; the others wait for `go_on`, or for a
        first file that shows no case. So the first look at a case waits for nothing else."""
        self._holds = True

    @Slot()
    def go_on(self) -> None:
        """Read what was held back."""
        self._holds = False
        jobs, self._held = self._held, []
        for job in jobs:
            self._background.submit(job)

    def open_paths(self, paths: Iterable[Path], then: Delivery | None = None) -> None:
        """Open these files and the case files of these folders; the first of them is shown. `then`
        is called when all of them have been read."""
        wanted = tuple(paths)

        def work(_cancelled: CancelCheck) -> Delivery:
            return partial(self._open_found, find_cases(wanted), then)

        self._background.submit(Job("Looking for case files", work))

    def _open_found(self, found: Sequence[Path], then: Delivery | None) -> None:
        jobs = [
            Job(
                f"Opening {path.name} ({number + 1} of {len(found)})",
                self._opening(path, show=number == 0),
            )
            for number, path in enumerate(found)
        ]
        if then is not None:
            jobs.append(Job("Opening the cases", partial(_handing_over, then)))
        self._held += jobs[1:]
        for job in jobs[:1]:
            self._background.submit(job)
        if not self._holds:
            self.go_on()

    def _opening(self, path: Path, *, show: bool) -> Callable[[CancelCheck], Delivery]:
        places, bases = self._session.text_places, self._session.bases
        lanes_by = self._session.lanes_by
        if _is_large(path):
            self._classes.make()

        def work(cancelled: CancelCheck) -> Delivery:
            with collector_resting():
                opened = open_case(path, places, bases, cancelled)
                make_file_ready(opened, lanes_by, may_import=self._classes_are_made)
                spare_from_collector(_size(opened.reading.case))
            return partial(self._add, opened, show=show)

        return work

    def _classes_are_made(self) -> bool:
        return self._classes.are_made

    def _add(self, opened: OpenedCase, *, show: bool) -> None:
        # What does not open gives way to the first file that does.
        nothing_shown = self._session.chronology is None and opened.chronology is not None
        self._session.add_cases([opened], show=show or nothing_shown)
        if opened.chronology is None or not opened.chronology.order:
            self.go_on()
        for entry in self._session.entries:
            if entry.opened is opened:
                self._bring_up_to_date(entry)

    def solve_anew(self) -> None:
        """Solve the open cases with the statements that count now, the shown case first."""
        for entry in self._shown_first():
            self._solve_if_needed(entry)

    def look_for_articles(self) -> None:
        """Look for the articles of all open cases, the shown case first. What was found before is
        looked for again: a file may have come or changed."""
        for entry in self._shown_first():
            self._look_for_articles_of(entry)

    def _shown_first(self) -> list[Entry]:
        shown = self._session.current
        return sorted(self._session.entries, key=lambda entry: entry is not shown)

    def _bring_up_to_date(self, entry: Entry) -> None:
        """Catch up with what was chosen while the file was read."""
        self._solve_if_needed(entry)
        placed, case = entry.opened.placed, entry.opened.reading.case
        if placed is None or case is None:
            return
        chosen = self._session.chosen_texts
        meant = any(source.text and source.text.sha256 in chosen for source in case.sources)
        if meant or placed.places != self._session.text_places:
            self._look_for_articles_of(entry)

    def _solve_if_needed(self, entry: Entry) -> None:
        chronology = entry.opened.chronology
        if chronology is not None and chronology.bases != self._session.bases:
            work = self._solving(entry.number, chronology.case)
            self._background.submit(Job("Working out the order", work))

    def _look_for_articles_of(self, entry: Entry) -> None:
        case = entry.opened.reading.case
        if case is not None:
            work = self._attaching(entry.number, case)
            self._background.submit(Job("Looking for articles", work))

    def _attaching(self, number: int, case: Case) -> Callable[[CancelCheck], Delivery]:
        places, chosen = self._session.text_places, self._session.chosen_texts

        def work(cancelled: CancelCheck) -> Delivery:
            texts = place_texts(case, places, cancelled, chosen)
            return partial(self._take_texts, number, case, texts)

        return work

    def _take_texts(self, number: int, case: Case, texts: PlacedTexts) -> None:
        opened = self._still_open(number, case)
        if opened is not None:
            self._session.replace_opened(number, opened.with_texts(texts))

    def _solving(self, number: int, case: Case) -> Callable[[CancelCheck], Delivery]:
        bases, lanes_by = self._session.bases, self._session.lanes_by

        def work(cancelled: CancelCheck) -> Delivery:
            with collector_resting():
                chronology = solve_case(case, bases, cancelled)
                make_case_ready(chronology, lanes_by)
                spare_from_collector(_size(case))
            return partial(self._take_chronology, number, chronology)

        return work

    def _take_chronology(self, number: int, chronology: Chronology) -> None:
        opened = self._still_open(number, chronology.case)
        if opened is not None and chronology.bases == self._session.bases:
            self._session.replace_opened(number, opened.with_chronology(chronology))

    def _still_open(self, number: int, case: Case) -> OpenedCase | None:
        """The file, unless it was closed or read anew since the work on its case began."""
        entry = self._session.entry(number)
        return entry.opened if entry is not None and entry.opened.reading.case is case else None


def _handing_over(then: Delivery, _cancelled: CancelCheck) -> Delivery:
    """Nothing to work out: its turn comes after what was submitted before it."""
    return then


def _is_large(path: Path) -> bool:
    """Whether a file is so large that pyqtgraph can be loaded while it is read."""
    try:
        return path.stat().st_size >= LARGE_FILE
    except OSError:  # reading it says what is wrong with it
        return False


def _size(case: Case | None) -> int:
    """How many events there are."""
    return len(case.events) if case is not None else 0
