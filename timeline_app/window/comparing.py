"""Comparing two cases, off the GUI thread.

Whenever the session wants something worked out (two cases, another alignment, cases solved anew,
other pairs), it is made a job; what was asked for before is given up. Cancel leads back to what
held before, and where that is nothing, out of the comparison.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from timeline_app.case.cancelling import CancelCheck
from timeline_app.records import save_pairs
from timeline_app.session.change import Change
from timeline_app.session.compared import Wanted, work_out
from timeline_app.session.comparing import Side
from timeline_app.session.making_ready import Shown, make_ready
from timeline_app.session.session import Session
from timeline_app.window.background import Background, Delivery, Job
from timeline_app.writing import WriteError

LOOKED_AT = Change.COMPARING | Change.CASES | Change.PAIRS


class CaseComparer(QObject):
    """Works out what the session wants, and keeps the pairs that were made by hand."""

    not_saved = Signal(str)

    def __init__(
        self, session: Session, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._asked: Wanted | None = None
        self._job: Job | None = None
        session.subscribe(self.take)

    def take(self, change: Change) -> None:
        """Look whether something else is wanted now."""
        if change & Change.PAIRS:
            self._save()
        if not change & LOOKED_AT:
            return
        wanted = self._session.wanted
        if wanted is not None and wanted.asks_as(self._asked):
            return
        if self._job is not None:
            self._job.cancel()
        self._asked, self._job = wanted, None
        if wanted is not None:
            dropped = partial(self._dropped, wanted)
            work = partial(self._work, wanted, self._shown())
            self._job = Job("Comparing two cases", work, dropped)
            self._background.submit(self._job)

    def _shown(self) -> Shown:
        session, entries = self._session, [self._session.side_entry(side) for side in Side]
        a, b = (session.hidden_in(None if entry is None else entry.number) for entry in entries)
        return Shown(session.lanes_by, (a, b), session.manner.by_events)

    def _work(self, wanted: Wanted, shown: Shown, cancelled: CancelCheck) -> Delivery:
        compared = work_out(wanted, cancelled)
        make_ready(compared, shown, cancelled)
        return partial(self._session.take_compared, compared)

    def _dropped(self, wanted: Wanted) -> None:
        """It was cancelled, unless it is this object that has given it up for something else."""
        if wanted is self._asked:
            self._asked, self._job = None, None
            self._session.give_up_comparing()

    def _save(self) -> None:
        try:
            save_pairs(self._session.pairs)
        except WriteError as error:
            self.not_saved.emit(f"{error} The pairs hold until you close the program.")
