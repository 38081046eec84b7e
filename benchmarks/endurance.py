"""`python -m benchmarks.endurance`: use the window for a long time, and see whether memory grows.

A round opens two of the nine cases and a generated one as a reviewer does, steps through some
events of each on both axes, zooms, pans, chooses another source, and closes them all. After each
round what is not used any more is given back, and the memory of the process and the objects of
Python are counted. The first third of the rounds fills caches; through the rest a straight line is
laid (least squares), and its slope is told with the range in which it lies 19 times in 20.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.generated_case import case_file

if TYPE_CHECKING:
    from timeline_app.window.main_window import MainWindow

ROUNDS = 60
CASES = ("01", "09")
EVENTS = 500
STEPS = 6
ZOOM = 1.5
WARMING = 3
"""One in so many rounds fills caches, and is not counted."""
MOST_GROWTH = 2.0
"""Megabytes in a hundred rounds that are taken for growth, if the line surely climbs so fast."""
PATIENCE = 120.0
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Trend:
    """How a figure changes in a hundred rounds, and how far off that may be."""

    slope: float
    margin: float

    @property
    def in_words(self) -> str:
        """Slope and margin with their signs."""
        return f"{self.slope:+.3g} ± {self.margin:.2g}"


def trend(values: Sequence[float]) -> Trend:
    """The slope of the straight line through values of rounds one after the other (three or more),
    for a hundred rounds; the margin is twice the standard error of the slope."""
    count = len(values)
    rounds = [number - (count - 1) / 2 for number in range(count)]
    middle, spread = fmean(values), sum(number * number for number in rounds)
    slope = sum(number * value for number, value in zip(rounds, values, strict=True)) / spread
    rest = sum(
        (value - middle - slope * number) ** 2 for number, value in zip(rounds, values, strict=True)
    )
    return Trend(100 * slope, 200 * sqrt(rest / (count - 2) / spread))


def main(arguments: Sequence[str] | None = None) -> int:
    """Use the window for as long as asked; 1 where memory surely grows."""
    asked = _parser().parse_args(arguments)
    with TemporaryDirectory(prefix="timeline-endurance-") as folder:
        # Nothing of the reviewer's own is read or written, and no window comes up.
        os.environ["TIMELINE_APP_HOME"] = str(Path(folder) / "home")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        memory, objects = _used(case_file(Path(folder), EVENTS), _until(asked))
    counted = slice(len(memory) // WARMING, None)
    grown = trend([size / MEGABYTE for size in memory[counted]])
    made = trend([float(number) for number in objects[counted]])
    print(f"{len(memory)} rounds, {memory[-1] / MEGABYTE:.0f} MB at the end")
    print(f"memory   {grown.in_words} MB in a hundred rounds")
    print(f"objects  {made.in_words} in a hundred rounds")
    if asked.json is not None:
        told = {"memory": memory, "objects": objects, "MB": asdict(grown), "made": asdict(made)}
        asked.json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return int(grown.slope - grown.margin > MOST_GROWTH)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.endurance",
        description="Uses the window offscreen, and tells whether its memory grows.",
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"at least nine ({ROUNDS})")
    parser.add_argument("--minutes", type=float, help="so long, whatever the number of rounds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was counted here")
    return parser


def _until(asked: argparse.Namespace) -> Callable[[int], bool]:
    """Whether another round is wanted after so many."""
    begun = time.monotonic()

    def another(done: int) -> bool:
        if done < 3 * WARMING:
            return True
        if asked.minutes is not None:
            return bool(time.monotonic() - begun < 60 * asked.minutes)
        return bool(done < asked.rounds)

    return another


def _used(generated: Path, another: Callable[[int], bool]) -> tuple[list[int], list[int]]:
    """Bytes of memory and numbers of objects after each round."""
    # Here, not above: Qt may only be loaded when it is known where it shall paint.
    from benchmarks.application import quiet_application
    from timeline_app.app import make_window
    from timeline_app.paths import cases_folder

    quiet_application()
    window = make_window(None)
    window.resize(1_440, 900)
    window.show()
    given = [path for name in CASES for path in cases_folder().glob(f"{name}-*.case.json")]
    memory: list[int] = []
    objects: list[int] = []
    while another(len(memory)):
        use(window, [*given, generated])
        memory.append(_memory())
        objects.append(len(gc.get_objects()))
    window.close()
    return memory, objects


def use(window: MainWindow, paths: Sequence[Path]) -> None:
    """One round."""
    session = window.session
    window.loader.open_paths(paths)
    _wait(window)
    for entry in session.entries:
        session.show_case(entry.number)
        for axis in type(session.axis) if session.axis is not None else ():
            session.set_axis(axis)
            _look_around(window)
    while session.entries:
        session.close_case(session.entries[-1].number)
        _paint()
    _paint()


def _look_around(window: MainWindow) -> None:
    session = window.session
    session.fit_case()
    for number in range(STEPS):
        session.step(1)
        session.zoom(ZOOM if number < STEPS // 2 else 1 / ZOOM)
        session.pan(0.1)
        _paint()
    session.choose_source(0)
    session.select(None)
    _paint()


def _wait(window: MainWindow) -> None:
    begun = time.monotonic()
    while window.background.is_busy:
        _paint()
        if time.monotonic() - begun > PATIENCE:
            raise TimeoutError("the cases are not read")


def _paint() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _memory() -> int:
    """The bytes that the process uses when what is not used any more has been given back."""
    gc.collect()
    library = ctypes.CDLL(None)
    if hasattr(library, "malloc_trim"):  # of the GNU library: gives memory back to the system
        library.malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    sys.exit(main())
