"""Opening, attaching and solving anew, off the GUI thread.

The loader makes jobs of the functions of `case.opening` and hands what they give to the session.
Each file is a job of its own, so that the first case is seen while others are still read, and
Cancel leaves those that are open. What comes back is put into the case as it is by then, so that
two jobs about one case never undo each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from timeline_app.case.cancelling import CancelCheck
from timeline_app.case.chronology import Chronology, solve_case
from timeline_app.case.model import Case
from timeline_app.case.opening import PlacedTexts, open_case, place_texts
from timeline_app.case.reading import find_cases
from timeline_app.session.session import Session
from timeline_app.window.background import Background, Delivery, Job


class CaseLoader(QObject):
    """Fills the session from files."""

    told = Signal(str)

    def __init__(
        self, session: Session, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Open these files and the case files of these folders; the first of them is shown."""
        wanted = tuple(paths)

        def work(_cancelled: CancelCheck) -> Delivery:
            return partial(self._open_found, find_cases(wanted))

        self._background.submit(Job("Looking for case files", work))

    def _open_found(self, found: Sequence[Path]) -> None:
        if not found:
            self.told.emit("There are no case files (*.case.json) in that folder.")
        for number, path in enumerate(found):
            title = f"Opening {path.name} ({number + 1} of {len(found)})"
            self._background.submit(Job(title, self._opening(path, show=number == 0)))

    def _opening(self, path: Path, *, show: bool) -> Callable[[CancelCheck], Delivery]:
        places, bases = self._session.text_places, self._session.bases

        def work(cancelled: CancelCheck) -> Delivery:
            opened = open_case(path, places, bases, cancelled)
            return partial(self._session.add_cases, [opened], show=show)

        return work

    def attach_everywhere(self) -> None:
        """Look for the articles of all open cases again."""
        for number, case in self._readable():
            self._background.submit(Job("Looking for articles", self._attaching(number, case)))

    def _attaching(self, number: int, case: Case) -> Callable[[CancelCheck], Delivery]:
        places = self._session.text_places

        def work(cancelled: CancelCheck) -> Delivery:
            return partial(self._take_texts, number, place_texts(case, places, cancelled))

        return work

    def _take_texts(self, number: int, texts: PlacedTexts) -> None:
        entry = self._session.entry(number)
        if entry is not None:
            self._session.replace_opened(number, entry.opened.with_texts(texts))

    def solve_everywhere(self) -> None:
        """Solve all open cases again with the statements that count now, the shown one first."""
        for number, case in self._readable():
            self._background.submit(Job("Working out the order", self._solving(number, case)))

    def _solving(self, number: int, case: Case) -> Callable[[CancelCheck], Delivery]:
        bases = self._session.bases

        def work(cancelled: CancelCheck) -> Delivery:
            return partial(self._take_chronology, number, solve_case(case, bases, cancelled))

        return work

    def _take_chronology(self, number: int, chronology: Chronology) -> None:
        entry = self._session.entry(number)
        if entry is not None:
            self._session.replace_opened(number, entry.opened.with_chronology(chronology))

    def _readable(self) -> list[tuple[int, Case]]:
        """Number and case of every file that could be read, the shown one first."""
        readable = [
            (entry.number, entry.opened.reading.case)
            for entry in self._session.entries
            if entry.opened.reading.case is not None
        ]
        shown = self._session.current.number if self._session.current else None
        return sorted(readable, key=lambda one: one[0] != shown)
