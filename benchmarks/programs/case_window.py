"""The program itself, from its command line to its first painted case.

Nothing in it is replaced: the function that makes its window is wrapped, so that the window can be
watched from outside. Qt is not imported here before the program does it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec

from timeline_app.case.collector import collector_resting
from timeline_app.cli import main

with collector_resting():  # as the command line loads it
    from timeline_app import app

if TYPE_CHECKING:
    from benchmarks.programs.first_paint import FirstPaint
    from timeline_app.window.main_window import MainWindow

Given = ParamSpec("Given")
watching: list[FirstPaint] = []


def watched(make_window: Callable[Given, MainWindow]) -> Callable[Given, MainWindow]:
    """Makes the same window, and watches it."""

    def make(*given: Given.args, **named: Given.kwargs) -> MainWindow:
        # Here, not above: it imports Qt.
        from benchmarks.programs.first_paint import FirstPaint

        window = make_window(*given, **named)
        canvas = window.timeline.canvas
        paint = FirstPaint()
        paint.watch("window", window)
        paint.watch("case", canvas.viewport(), lambda: bool(canvas.chart.events))
        paint.expect("whole")
        window.completed.connect(lambda: paint.watch("whole", window.detail))
        watching.append(paint)
        return window

    return make


if __name__ == "__main__":
    app.make_window = watched(app.make_window)
    sys.exit(main())
