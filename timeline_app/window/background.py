"""Slow work off the GUI thread.

Rules:
* A job's work is a plain function of one argument, `cancelled`, which it asks now and then; it
  touches no widget and no session. It returns what is to be done with its result, and that is
  called on the GUI thread.
* One thread works through the jobs in order; a job that is cancelled while it waits never runs.
* The collector rests while a job runs: a part of the window that it found would be destroyed in
  this thread, while Qt uses it in another.
* Python's lock passes on quickly: a widget gives it up and takes it again many times while it is
  shown, and each time waits for the thread until that has had its turn.
* Nothing is lost: an exception of a job is handed to `failed`.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from threading import Event

from msgspec import Struct, field
from PySide6.QtCore import QObject, QThread, Signal, Slot

from timeline_app.case.cancelling import CancelCheck, Cancelled, stop_if
from timeline_app.case.collector import collector_resting

TURN = 0.001
"""How long a thread may keep Python's lock while another waits for it, in seconds."""

logger = logging.getLogger(__name__)

Delivery = Callable[[], None]
Work = Callable[[CancelCheck], Delivery]


class Job(Struct, eq=False):
    """Something to be worked out: what it is called, the work, and what is to be done where the
    work was cancelled or failed."""

    title: str
    work: Work
    dropped: Delivery | None = None
    stop: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the job to end; its result is then dropped."""
        self.stop.set()


class Worker(QObject):
    """Lives in the thread and runs one job after the other."""

    ended = Signal(object, object, object)  # job, delivery or None, exception or None

    @Slot(object)
    def run(self, job: Job) -> None:
        """Run one job to its end."""
        delivery: Delivery | None = None
        failure: Exception | None = None
        try:
            stop_if(job.stop.is_set)
            with collector_resting():
                delivery = job.work(job.stop.is_set)
        except Exception as error:  # noqa: BLE001 - handed to the window, never lost
            failure = error
        self.ended.emit(job, delivery, failure)


class Background(QObject):
    """The queue as the window sees it."""

    started = Signal(str)  # the title of the oldest unfinished job
    idle = Signal()
    failed = Signal(str, str)  # title, what happened
    _run = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._jobs: list[Job] = []
        self._thread = QThread(self)
        self._thread.setObjectName("timeline-app background")
        self._worker = Worker()
        self._worker.moveToThread(self._thread)
        self._run.connect(self._worker.run)
        self._worker.ended.connect(self._ended)
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        """Whether a job is waiting or running."""
        return bool(self._jobs)

    def submit(self, job: Job) -> None:
        """Run a job when those before it are done."""
        self._jobs.append(job)
        self.started.emit(self._jobs[0].title)
        self._run.emit(job)

    def cancel_all(self) -> None:
        """Ask every job to end."""
        for job in self._jobs:
            job.cancel()

    def close(self) -> None:
        """End all work and the thread; returns when it has ended. Results still on their way are
        dropped."""
        self.cancel_all()
        self._jobs.clear()
        self._worker.ended.disconnect(self._ended)
        self._thread.quit()
        self._thread.wait()

    @Slot(object, object, object)
    def _ended(self, job: Job, delivery: Delivery | None, failure: Exception | None) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        if job.dropped is not None and (failure is not None or job.stop.is_set()):
            job.dropped()
        if delivery is not None and not job.stop.is_set():
            delivery()
        elif failure is not None and not isinstance(failure, Cancelled):
            logger.error("%s failed", job.title, exc_info=failure)
            self.failed.emit(job.title, f"{type(failure).__name__}: {failure}")
        if self._jobs:
            self.started.emit(self._jobs[0].title)
        else:
            self.idle.emit()
