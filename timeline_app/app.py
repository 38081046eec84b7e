"""The program with its window: from the command line to the event loop."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from msgspec import structs

from timeline_app.ahead import qt_loading
from timeline_app.case.collector import collector_resting, spare_imported
from timeline_app.display import MACHINE_LACKS, window_obstacle
from timeline_app.importing import qt_without_its_import
from timeline_app.paths import cases_folder, resources_folder
from timeline_app.settings import load_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from timeline_app.case.file.reading import Reading
    from timeline_app.window.main_window import MainWindow

logger = logging.getLogger(__name__)

PATIENCE_FOR_FIRST = 100
PATIENCE_FOR_OTHERS = 1_000
"""Milliseconds that the first frame waits for a case, and that other cases wait for that frame."""


def open_window(
    paths: Sequence[Path],
    texts: Path | None,
    standard_input: Callable[[], Reading] | None = None,
    *,
    compare: bool = False,
) -> int:
    """Open the window on these files and folders, or on the nine cases; returns when it is closed.

    Args:
        paths: case files and folders of them.
        texts: where articles lie, besides the places that the reviewer has chosen before.
        standard_input: reads a case from standard input, where one is given there.
        compare: whether the first two of the files are to be compared.

    Returns:
        The exit code: 3, with a message, where the machine lacks what a window needs.
    """
    # Well before Qt: a display that serves nobody else may begin anew after this has looked at it.
    obstacle = window_obstacle() or _broken_installation()
    if obstacle is not None:
        print(f"timeline-app: {obstacle}", file=sys.stderr)
        return MACHINE_LACKS
    reading = standard_input() if standard_input is not None else None
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # saves time while numpy is imported
    with collector_resting():  # what is made now stays: to look at it again and again is in vain
        with qt_loading():
            import_module("timeline_app.window.before_qt")
        with qt_without_its_import():
            application = make_application()
            window = make_window(texts)
            if paths or reading is None:
                then = window.commands.comparing.compare_first_two if compare else None
                _open_paths(window, paths or [cases_folder()], then)
            if reading is not None:
                _show_case(window, reading)
            window.show()
    if paths:
        window.choices.remember_files(paths)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return application.exec()


def _open_paths(window: MainWindow, paths: Sequence[Path], then: Callable[[], None] | None) -> None:
    """Open these files and folders before the window is shown. The first case is given a moment to
    come, so that the first frame shows it; the others are read when that has been seen."""
    # Here, not above: as in `make_application`.
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    moment = QEventLoop()

    def came(_change: object) -> None:
        moment.quit()

    window.loader.hold_others()
    window.timeline.canvas.carried.connect(window.loader.go_on)
    QTimer.singleShot(PATIENCE_FOR_OTHERS, window.loader, window.loader.go_on)
    window.loader.open_paths(paths, then)
    window.session.subscribe(came)
    QTimer.singleShot(PATIENCE_FOR_FIRST, moment, moment.quit)
    moment.exec()
    window.session.unsubscribe(came)


def _show_case(window: MainWindow, reading: Reading) -> None:
    """Show a case that has been read already."""
    # Here, not above: seldom needed.
    from timeline_app.case.opening import open_reading  # noqa: PLC0415

    session = window.session
    session.add_cases([open_reading(reading, session.text_places, session.bases)])


def _broken_installation() -> str | None:
    """What is missing of the program itself, in words."""
    try:
        cases_folder()
        resources_folder()
    except FileNotFoundError as error:
        return str(error)
    return None


def make_application() -> QApplication:
    """The one application object, with its name, style and error reporting."""
    # Here, not above: Qt may only be loaded once the machine is known to have what it needs.
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    # The style is named here, not set later: Qt makes no other one before, and PySide none of the
    # hundreds of constants of a QStyle.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("timeline-app")
    application.setApplicationDisplayName("Case timeline")
    application.setDesktopFileName("timeline-app")
    sys.excepthook = log_uncaught
    qInstallMessageHandler(_log_qt)
    return application


def make_window(texts: Path | None) -> MainWindow:
    """A window in which nothing is open yet, as the reviewer left it the last time."""
    # Here, not above: as in `make_application`.
    from PySide6.QtGui import QIcon  # noqa: PLC0415

    from timeline_app.records import load_pairs  # noqa: PLC0415
    from timeline_app.session.comparing import Manner  # noqa: PLC0415
    from timeline_app.session.session import Session  # noqa: PLC0415
    from timeline_app.window.main_window import MainWindow  # noqa: PLC0415

    spare_imported()
    loaded = load_settings()
    places = [Path(place) for place in loaded.settings.text_places]
    chosen = {sha256: Path(file) for sha256, file in loaded.settings.chosen_texts.items()}
    if texts is not None:
        places.insert(0, texts.absolute())
    pairs, complaint = load_pairs()
    manner = Manner(**structs.asdict(loaded.settings.compared_as))
    window = MainWindow(Session(places, chosen, pairs, manner), loaded.settings)
    window.setWindowIcon(QIcon(str(resources_folder() / "icons" / "timeline-app.svg")))
    complaints = [one for one in (loaded.complaint, complaint) if one]
    if complaints:
        window.tell(" ".join(complaints))
    return window


def log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """An error that nobody expected: it is logged whole, and the program goes on."""
    logger.critical("unexpected error", exc_info=(kind, error, trace))


def _log_qt(kind: object, context: object, message: str) -> None:  # noqa: ARG001 - Qt's signature
    logger.warning("Qt: %s", message)
